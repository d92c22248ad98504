import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { words as exchangeWords } from '../messages/words.gen.ts'
import { bodySides, exchangeLimits, type BodySide } from '../model.ts'
import type { BodyTyped } from './form-values.ts'
import { words } from './messages/words.gen.ts'

export type BodyRowsProps = {
  bodies: readonly BodyTyped[]
  units: readonly { id: string; name: string }[]
  /** What is wrong with the body at a place, from 0. */
  errorOf: (index: number) => string | undefined
  onChange: (bodies: BodyTyped[]) => void
}

/** Bodies of both sides, each with its role; ours are offered from the region's own. */
export function BodyRows({ bodies, units, errorOf, onChange }: BodyRowsProps) {
  const language = useLanguage()
  const w = words[language].form
  const of = exchangeWords[language].side
  const put = (index: number, change: Partial<BodyTyped>) =>
    onChange(bodies.map((body, at) => (at === index ? { ...body, ...change } : body)))
  return (
    <fieldset className="f plain">
      <legend>{w.bodies}</legend>
      <p className="hint">{w.bodiesHint}</p>
      {bodies.map(({ side, name, role }, index) => (
        // Rows have no id before they are saved, and never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="form gap lined" key={index}>
          <SelectField
            id={`body-side-${index}`}
            label={w.side}
            value={side}
            choices={bodySides.map((value) => ({ value, label: of[value] }))}
            onChange={(event) => put(index, { side: event.currentTarget.value as BodySide })}
          />
          <ChoiceBox
            id={`body-${index}`}
            label={w.body}
            error={errorOf(index)}
            text={name}
            choices={side === 'ours' ? units.map((unit) => ({ id: unit.id, label: unit.name })) : []}
            onText={(text) => put(index, { name: text })}
          />
          <TextField
            id={`body-role-${index}`}
            label={w.role}
            maxLength={200}
            value={role}
            onChange={(event) => put(index, { role: event.currentTarget.value })}
          />
          <p className="acts">
            <button type="button" className="btn sm" onClick={() => onChange(bodies.filter((_, at) => at !== index))}>
              {w.removeBody}
              <span className="vh">: {name}</span>
            </button>
          </p>
        </div>
      ))}
      {bodies.length < exchangeLimits.bodies && (
        <p className="gap">
          <button
            type="button"
            className="btn sm"
            onClick={() => onChange([...bodies, { side: bodies.length === 0 ? 'ours' : 'theirs', name: '', role: '' }])}
          >
            {w.addBody}
          </button>
        </p>
      )}
    </fieldset>
  )
}
