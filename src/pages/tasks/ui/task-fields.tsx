import { useQuery } from '@tanstack/react-query'
import { listColleagues } from '../../../slices/identity/contract.ts'
import { listUnits } from '../../../slices/reference/contract.ts'
import { DayBeside } from '../../../slices/reference/ui/day-beside.tsx'
import type { FieldError } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { words } from './messages/words.gen.ts'
import type { TaskView } from './view.ts'

export type TaskValues = { what: string; unit: string; member: string; owner: string; dueOn: string }

export const blankTask: TaskValues = { what: '', unit: '', member: '', owner: '', dueOn: '' }

export const taskValues = ({ what, unit, member, owner, dueOn }: TaskView): TaskValues => ({
  what: what ?? '',
  unit: unit?.id ?? '',
  member: member?.id ?? '',
  owner: owner ?? '',
  dueOn: dueOn ?? '',
})

/** Labels and controls by the names of the contract. */
export function taskFieldNames(language: keyof typeof words) {
  const { field } = words[language]
  return {
    what: { id: 'what', label: field.what },
    member: { id: 'member', label: field.member },
    unit: { id: 'unit', label: field.unit },
    owner: { id: 'owner', label: field.owner },
    dueOn: { id: 'dueOn', label: field.dueOn },
  }
}

export type TaskFieldsProps = {
  draft: Draft<TaskValues>
  errors: readonly FieldError[]
  /** Who has it now, also when she has left. */
  holder?: TaskView['member']
}

/** What, who and until when. A person chosen brings her agency with her. */
export function TaskFields({ draft, errors, holder }: TaskFieldsProps) {
  const { language } = useVisitor()
  const w = words[language]
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const { data: colleagues } = useQuery(queryOf(listColleagues, {}))
  const fields = taskFieldNames(language)
  const { values, set } = draft
  const errorOf = (name: keyof TaskValues) => errors.find(({ field }) => field === fields[name].id)?.fault
  const people = colleagues?.rows ?? []
  const gone = holder?.left === true ? [{ value: holder.id, label: w.hasLeft({ name: holder.name }) }] : []
  return (
    <>
      <LongTextField
        {...fields.what}
        hint={w.field.whatHint}
        error={errorOf('what')}
        maxLength={500}
        rows={2}
        value={values.what}
        onChange={(event) => set({ what: event.currentTarget.value })}
      />
      <SelectField
        {...fields.member}
        hint={w.field.memberHint}
        error={errorOf('member')}
        value={values.member}
        choices={[
          { value: '', label: w.field.nobody },
          ...gone,
          ...people.map(({ id, name, unit, mine }) => ({
            value: id,
            label: [mine ? w.field.me({ name }) : name, unit?.name].filter((part) => part !== undefined).join(' · '),
          })),
        ]}
        onChange={(event) => {
          const member = event.currentTarget.value
          const unit = people.find(({ id }) => id === member)?.unit?.id
          set({ member, ...(unit !== undefined && { unit }) })
        }}
      />
      <SelectField
        {...fields.unit}
        error={errorOf('unit')}
        value={values.unit}
        choices={[
          { value: '', label: w.field.noUnit },
          ...(units?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => set({ unit: event.currentTarget.value })}
      />
      <TextField
        {...fields.owner}
        hint={w.field.ownerHint}
        error={errorOf('owner')}
        maxLength={200}
        autoComplete="off"
        value={values.owner}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
      <TextField
        {...fields.dueOn}
        error={errorOf('dueOn')}
        type="date"
        short
        value={values.dueOn}
        onChange={(event) => set({ dueOn: event.currentTarget.value })}
      />
      <DayBeside day={values.dueOn} abroad />
    </>
  )
}
