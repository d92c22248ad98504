import type { ReactNode } from 'react'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { type UnitKind, unitKinds } from '../../../slices/reference/model.ts'
import type { Acting } from '../../../ui/controls/act.ts'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { RowForm } from './row-form.tsx'
import { words } from './messages/words.gen.ts'

export type UnitValues = { name: string; shortName: string; kind: UnitKind; mail: string }

export const unitDraftKey = (id: string) => `settings/unit/${id}`

export type UnitFormProps = {
  id: string
  draft: Draft<UnitValues>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  label: string
  isFocused?: boolean
  onSave: () => void
  onCancel?: () => void
  acts?: ReactNode
}

/** A body of the region: its name, how it is abbreviated, what it is. */
export function UnitForm({ id, draft, isFocused = false, ...form }: UnitFormProps) {
  const language = useLanguage()
  const w = words[language].units
  const first = useFocusOnMount<HTMLInputElement>(isFocused)
  const fields = {
    name: { id: `name-${id}`, label: w.name },
    shortName: { id: `short-${id}`, label: w.shortName },
    kind: { id: `kind-${id}`, label: w.kind },
    mail: { id: `mail-${id}`, label: w.mail },
  }
  return (
    <RowForm draft={draft} fields={fields} {...form}>
      {(errorOf) => (
        <>
          <TextField
            {...fields.name}
            ref={first}
            error={errorOf(fields.name.id)}
            value={draft.values.name}
            onChange={(event) => draft.set({ name: event.currentTarget.value })}
          />
          <TextField
            {...fields.shortName}
            short
            error={errorOf(fields.shortName.id)}
            value={draft.values.shortName}
            onChange={(event) => draft.set({ shortName: event.currentTarget.value })}
          />
          <SelectField
            {...fields.kind}
            short
            value={draft.values.kind}
            choices={unitKinds.map((value) => ({ value, label: referenceWords[language].unitKind[value] }))}
            onChange={(event) => draft.set({ kind: event.currentTarget.value as UnitKind })}
          />
          <TextField
            {...fields.mail}
            type="email"
            hint={w.mailHint}
            error={errorOf(fields.mail.id)}
            maxLength={254}
            autoComplete="off"
            value={draft.values.mail}
            onChange={(event) => draft.set({ mail: event.currentTarget.value })}
          />
        </>
      )}
    </RowForm>
  )
}
