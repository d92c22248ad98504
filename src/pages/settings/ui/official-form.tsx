import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { listUnits, readRegion } from '../../../slices/reference/contract.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { capacities, type Capacity, type OfficeId, officeIds, officesFor } from '../../../slices/reference/model.ts'
import type { Acting } from '../../../ui/controls/act.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { RowForm } from './row-form.tsx'
import { words } from './messages/words.gen.ts'

export type OfficialValues = {
  name: string
  office: OfficeId
  capacity: Capacity
  unit: string
  fromOn: string
  toOn: string
  seenOn: string
}

export const officialDraftKey = (id: string) => `settings/official/${id}`

export type OfficialFormProps = {
  id: string
  draft: Draft<OfficialValues>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  label: string
  isFocused?: boolean
  onSave: (sure: string[]) => void
  onCancel?: () => void
  acts?: ReactNode
}

/** Who holds an office, in which capacity, from when to when; each day as exact as it is known. */
export function OfficialForm({ id, draft, isFocused = false, ...form }: OfficialFormProps) {
  const language = useLanguage()
  const w = words[language].officials
  const { office, capacity } = referenceWords[language]
  const first = useFocusOnMount<HTMLInputElement>(isFocused)
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const { data: region } = useQuery(queryOf(readRegion, {}))
  const offices = region === undefined ? officeIds : officesFor(region.tier)
  const names = ['name', 'office', 'capacity', 'unit', 'fromOn', 'toOn', 'seenOn'] as const
  const fields = Object.fromEntries(names.map((name) => [name, { id: `${name}-${id}`, label: w[name] }])) as Record<
    (typeof names)[number],
    { id: string; label: string }
  >
  const { values } = draft
  return (
    <RowForm draft={draft} fields={fields} doubts={{ fromOn: w.overlaps }} {...form}>
      {(errorOf) => (
        <>
          <TextField
            {...fields.name}
            ref={first}
            error={errorOf(fields.name.id)}
            value={values.name}
            onChange={(event) => draft.set({ name: event.currentTarget.value })}
          />
          <SelectField
            {...fields.office}
            value={values.office}
            choices={offices.map((value) => ({ value, label: office[value] }))}
            onChange={(event) => draft.set({ office: event.currentTarget.value as OfficeId })}
          />
          <SelectField
            {...fields.capacity}
            value={values.capacity}
            choices={capacities.map((value) => ({ value, label: capacity[value] }))}
            onChange={(event) => draft.set({ capacity: event.currentTarget.value as Capacity })}
          />
          <SelectField
            {...fields.unit}
            value={values.unit}
            choices={[
              { value: '', label: words[language].noUnit },
              ...(units?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
            ]}
            onChange={(event) => draft.set({ unit: event.currentTarget.value })}
          />
          {(['fromOn', 'toOn', 'seenOn'] as const).map((name) => (
            <DayField
              key={name}
              {...fields[name]}
              hint={name === 'seenOn' ? w.seenOnHint : w.dateHint}
              error={errorOf(fields[name].id)}
              value={values[name]}
              onDay={(day) => draft.set({ [name]: day.trim() })}
            />
          ))}
        </>
      )}
    </RowForm>
  )
}
