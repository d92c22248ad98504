import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Role, roles } from '../../../shared/permissions.ts'
import { words as identityWords } from '../../../slices/identity/messages/words.gen.ts'
import { listUnits } from '../../../slices/reference/contract.ts'
import type { Acting } from '../../../ui/controls/act.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { RowForm } from './row-form.tsx'
import { words } from './messages/words.gen.ts'

export type MemberValues = { name: string; email: string; role: Role; unit: string }

export const memberDraftKey = (id: string) => `settings/member/${id}`

export type MemberFormProps = {
  id: string
  draft: Draft<MemberValues>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  label: string
  /** Name and address are asked of somebody new only: afterwards they are the person's own. */
  isNew?: boolean
  onSave: () => void
  onCancel?: () => void
  acts?: ReactNode
}

/** Somebody's role in the region and the body she belongs to. */
export function MemberForm({ id, draft, isNew = false, ...form }: MemberFormProps) {
  const language = useLanguage()
  const w = words[language].members
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const fields = {
    ...(isNew && { name: { id: `name-${id}`, label: w.name }, email: { id: `email-${id}`, label: w.email } }),
    role: { id: `role-${id}`, label: w.role },
    unit: { id: `unit-${id}`, label: w.unit },
  }
  const { values } = draft
  return (
    <RowForm draft={draft} fields={fields} {...form}>
      {(errorOf) => (
        <>
          {fields.name !== undefined && (
            <TextField
              {...fields.name}
              error={errorOf(fields.name.id)}
              value={values.name}
              onChange={(event) => draft.set({ name: event.currentTarget.value })}
            />
          )}
          {fields.email !== undefined && (
            <TextField
              {...fields.email}
              type="email"
              hint={w.emailHint}
              error={errorOf(fields.email.id)}
              value={values.email}
              onChange={(event) => draft.set({ email: event.currentTarget.value })}
            />
          )}
          <SelectField
            {...fields.role}
            hint={w.roleIs[values.role]}
            value={values.role}
            choices={roles.map((value) => ({ value, label: identityWords[language].role[value] }))}
            onChange={(event) => draft.set({ role: event.currentTarget.value as Role })}
          />
          <SelectField
            {...fields.unit}
            error={errorOf(fields.unit.id)}
            value={values.unit}
            choices={[
              { value: '', label: words[language].noUnit },
              ...(units?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
            ]}
            onChange={(event) => draft.set({ unit: event.currentTarget.value })}
          />
        </>
      )}
    </RowForm>
  )
}
