import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useFieldLabels } from './field-labels.ts'
import type { PickedRelation } from '../../relations/ui/relations-field.tsx'
import { words } from './messages/words.gen.ts'

export type FieldChoiceProps = {
  relations: readonly PickedRelation[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

/** The named fields of the chosen cooperations; none is asked for while none is chosen. */
export function FieldChoice({ relations, chosen, onChoose }: FieldChoiceProps) {
  const language = useLanguage()
  const w = words[language].form
  const { fields, isRead } = useFieldLabels(relations)
  if (relations.length === 0) return null
  return (
    <fieldset className="f plain">
      <legend>{w.fields}</legend>
      <p className="hint">{isRead && fields.length === 0 ? w.fieldsNone : w.fieldsHint}</p>
      {fields.map(({ id, label }) => (
        <label key={id} className="pick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  )
}
