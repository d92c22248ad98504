import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import { countFields } from '../model.ts'
import { AddField } from './add-field.tsx'
import { FieldLine } from './field-line.tsx'
import type { FieldView, RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type FieldsEditorProps = { relation: Pick<RelationView, 'id'>; fields: readonly FieldView[] }

/** The fields of cooperation with their counts; who may mend finds each line's form under it. */
export function FieldsEditor({ relation, fields }: FieldsEditorProps) {
  const language = useLanguage()
  const { may } = useVisitor()
  const w = words[language].fields
  return (
    <section aria-label={w.title}>
      <h2 className="vh">{w.title}</h2>
      {fields.length === 0 ? <EmptyState>{w.none}</EmptyState> : <FieldCounts fields={fields} />}
      <ol className="lines gap">
        {fields.map((field, index) => (
          <FieldLine key={field.id} field={field} number={index + 1} mayMend={may('relations.mend')} />
        ))}
      </ol>
      {may('relations.mend') && <AddField relation={relation} />}
    </section>
  )
}

/** "9 ditawarkan · 6 disebut · 3 belum disebut". */
export function FieldCounts({ fields }: Pick<FieldsEditorProps, 'fields'>) {
  const w = relationWords[useLanguage()].fields
  const { offered, named, unnamed } = countFields(
    fields.map(({ sector, name, standing }) => ({ sector: sector ?? undefined, name: name ?? undefined, standing })),
  )
  return (
    <p>
      <b>{w.offered({ n: offered })}</b> · {w.named({ n: named })}
      {unnamed > 0 && ` · ${w.unnamed({ n: unnamed })}`}
    </p>
  )
}
