import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../ui/controls/query.ts'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField } from '../../../ui/marks/field.tsx'
import { listAffairs } from '../../reference/contract.ts'
import { fieldObjects } from '../model.ts'
import { readFieldText, type FieldValues } from './field-text.ts'
import { words } from './messages/words.gen.ts'

/**
 * To which affair of the region a field belongs (PP 28/2018 Ps 27(1)b) and which object it serves (Ps 23(2)). Affairs to
 * which fields like it usually belong stand first; none is chosen for anybody.
 */
export function FieldMapping({ id, draft }: { id: string; draft: Draft<FieldValues> }) {
  const language = useLanguage()
  const w = words[language].mapping
  const rows = useQuery(queryOf(listAffairs, {})).data?.rows ?? []
  const { sector } = readFieldText(language, draft.values.text)
  const likely = rows.filter(({ sectors }) => sector !== null && sectors.includes(sector))
  const others = rows.filter((row) => !likely.includes(row))
  return (
    <>
      <SelectField
        id={`affair-${id}`}
        label={w.affair}
        hint={w.affairHint}
        value={draft.values.affair}
        choices={[
          { value: '', label: w.none },
          ...likely.map((row) => ({ value: row.id, label: w.likely({ name: row.name }) })),
          ...others.map((row) => ({ value: row.id, label: row.name })),
        ]}
        onChange={(event) => draft.set({ affair: event.currentTarget.value })}
      />
      <SelectField
        id={`object-${id}`}
        label={w.object}
        value={draft.values.object}
        choices={[{ value: '', label: w.none }, ...fieldObjects.map((value) => ({ value, label: w.objects[value] }))]}
        onChange={(event) => draft.set({ object: event.currentTarget.value })}
      />
    </>
  )
}
