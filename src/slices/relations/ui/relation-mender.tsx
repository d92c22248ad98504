import { useState } from 'react'
import { useFocusBack } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { MendRelation, relationDraftKey } from './mend-relation.tsx'
import type { RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type RelationMenderProps = {
  relation: RelationView
  /** Whether somebody came to decide the type: the form stands open there. */
  isAsked?: boolean
}

/** Opens and closes the form for purpose and type; with a draft it stands open. Nothing for who may not mend. */
export function RelationMender({ relation, isAsked = false }: RelationMenderProps) {
  const { may, drafts } = useVisitor()
  const [state, setState] = useState(() => {
    if (isAsked) return 'asked'
    return drafts.read(relationDraftKey(relation.id)) === undefined ? 'shut' : 'restored'
  })
  if (!may('relations.mend')) return null
  if (state === 'shut' || state === 'closed') {
    return <Opener isFocused={state === 'closed'} onOpen={() => setState('open')} />
  }
  return (
    <div className="gap3">
      <MendRelation relation={relation} focus={focusOf[state]} onClose={() => setState('closed')} />
    </div>
  )
}

const focusOf: Partial<Record<string, 'purpose' | 'type'>> = { open: 'purpose', asked: 'type' }

function Opener({ isFocused, onOpen }: { isFocused: boolean; onOpen: () => void }) {
  const button = useFocusBack<HTMLButtonElement>(isFocused)
  return (
    <p className="gap3">
      <button ref={button} type="button" className="btn" onClick={onOpen}>
        {words[useLanguage()].relation.mend}
      </button>
    </p>
  )
}
