import { useQuery } from '@tanstack/react-query'
import { listUnits } from '../../../slices/reference/contract.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { type Heading, headings, isSector, sectorIds, type SectorId } from '../../../slices/reference/model.ts'
import type { Acting } from '../../../ui/controls/act.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { RowForm } from './row-form.tsx'
import { words } from './messages/words.gen.ts'

/** `sectors` are ids with a space between, so that a draft of them is one text. */
export type AffairValues = { name: string; heading: Heading; sectors: string; unit: string }

export const affairDraftKey = (id: string) => `settings/affair/${id}`
export const writeSectors = (sectors: readonly SectorId[]) => sectorIds.filter((id) => sectors.includes(id)).join(' ')
export const readSectors = (text: string) => text.split(' ').filter(isSector)

export type AffairFormProps = {
  id: string
  draft: Draft<AffairValues>
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  label: string
  /** The heading of the law is asked of a new affair only. */
  isNew?: boolean
  isFocused?: boolean
  onSave: () => void
  onCancel?: () => void
}

/** An affair: its name, the body in charge, and the fields of cooperation that belong to it. */
export function AffairForm({ id, draft, isNew = false, isFocused = false, ...form }: AffairFormProps) {
  const language = useLanguage()
  const w = words[language].affairs
  const { heading, sector } = referenceWords[language]
  const first = useFocusOnMount<HTMLInputElement>(isFocused)
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const fields = {
    name: { id: `name-${id}`, label: w.name },
    heading: { id: `heading-${id}`, label: w.heading },
    unit: { id: `unit-${id}`, label: w.unit },
  }
  const { values } = draft
  const chosen = readSectors(values.sectors)
  return (
    <RowForm draft={draft} fields={fields} {...form}>
      {(errorOf) => (
        <>
          <TextField
            {...fields.name}
            ref={first}
            error={errorOf(fields.name.id)}
            value={values.name}
            onChange={(event) => draft.set({ name: event.currentTarget.value })}
          />
          {isNew && (
            <SelectField
              {...fields.heading}
              value={values.heading}
              choices={headings.map((value) => ({ value, label: heading[value] }))}
              onChange={(event) => draft.set({ heading: event.currentTarget.value as Heading })}
            />
          )}
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
          <fieldset className="f picks">
            <legend>{w.sectors}</legend>
            {sectorIds.map((one) => (
              <label className="pick" key={one}>
                <input
                  type="checkbox"
                  checked={chosen.includes(one)}
                  onChange={({ currentTarget: { checked } }) =>
                    draft.set({
                      sectors: writeSectors(checked ? [...chosen, one] : chosen.filter((other) => other !== one)),
                    })
                  }
                />
                {sector[one]}
              </label>
            ))}
          </fieldset>
        </>
      )}
    </RowForm>
  )
}
