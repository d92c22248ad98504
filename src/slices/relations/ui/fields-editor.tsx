import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { AddField } from './add-field.tsx'
import { FieldCounts } from './field-counts.tsx'
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
