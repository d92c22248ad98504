import { useState } from 'react'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { RelationField, type RelationFieldProps } from './relation-field.tsx'
import { words } from './messages/words.gen.ts'

/** A cooperation that is chosen, by the name it is shown under. */
export interface PickedRelation {
  id: string
  label: string
}

export type RelationsFieldProps = Pick<RelationFieldProps, 'id' | 'label' | 'hint' | 'error'> & {
  picked: readonly PickedRelation[]
  onPick: (picked: PickedRelation[]) => void
}

/** One cooperation or more, each found by any name of the partner. */
export function RelationsField({ picked, onPick, ...field }: RelationsFieldProps) {
  const w = words[useLanguage()]
  const [text, setText] = useState('')
  return (
    <>
      <RelationField
        {...field}
        text={text}
        except={picked.map(({ id }) => id)}
        onWho={({ text: typed, relation }) => {
          setText(relation === undefined ? typed : '')
          if (relation !== undefined && picked.every(({ id }) => id !== relation)) {
            onPick([...picked, { id: relation, label: typed }])
          }
        }}
      />
      {picked.map((one) => (
        <p key={one.id} className="acts">
          <bdi>{one.label}</bdi>
          <button
            type="button"
            className="btn sm text"
            onClick={() => onPick(picked.filter(({ id }) => id !== one.id))}
          >
            {w.letGo}
            <span className="vh">: {one.label}</span>
          </button>
        </p>
      ))}
    </>
  )
}
