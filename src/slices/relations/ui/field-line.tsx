import { useRef, useState } from 'react'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import { fieldText } from './field-text.ts'
import { fieldDraftKey, MendField } from './mend-field.tsx'
import type { FieldView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type FieldLineProps = { field: FieldView; number: number; mayMend: boolean }

/** One field: its name or that it has none yet, how far it is, and its form when it is opened. */
export function FieldLine({ field, number, mayMend }: FieldLineProps) {
  const language = useLanguage()
  const { drafts } = useVisitor()
  const w = words[language].fields
  const [state, setState] = useState(() =>
    mayMend && drafts.read(fieldDraftKey(field.id)) !== undefined ? 'restored' : 'shut',
  )
  const open = state !== 'shut'
  const opener = useRef<HTMLButtonElement>(null)
  const text = fieldText(language, field)
  const isNamed = text !== ''
  return (
    <li>
      <div className="line">
        <span className="q">{number}</span>
        <span>
          <bdi className={isNamed ? undefined : 'q'}>{isNamed ? text : w.unnamed}</bdi>
          <span className="s q"> · {relationWords[language].standing[field.standing]}</span>
        </span>
        {mayMend && (
          <button
            ref={opener}
            type="button"
            className="btn sm"
            aria-expanded={open}
            onClick={() => setState(open ? 'shut' : 'open')}
          >
            {isNamed ? w.mend : w.giveName}
            <span className="vh">: {isNamed ? text : w.numbered({ number })}</span>
          </button>
        )}
      </div>
      {open && (
        <MendField
          field={field}
          isFocused={state === 'open'}
          onClose={() => {
            setState('shut')
            opener.current?.focus()
          }}
        />
      )}
    </li>
  )
}
