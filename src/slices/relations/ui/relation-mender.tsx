import { useState } from 'react'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { MendRelation, relationDraftKey } from './mend-relation.tsx'
import type { RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Opens and closes the form for purpose and type; with a draft it stands open. Nothing for who may not mend. */
export function RelationMender({ relation }: { relation: RelationView }) {
  const { may, drafts } = useVisitor()
  const [state, setState] = useState(() =>
    drafts.read(relationDraftKey(relation.id)) === undefined ? 'shut' : 'restored',
  )
  if (!may('relations.mend')) return null
  if (state === 'shut' || state === 'closed') {
    return <Opener isFocused={state === 'closed'} onOpen={() => setState('open')} />
  }
  return (
    <div className="gap3">
      <MendRelation relation={relation} isFocused={state === 'open'} onClose={() => setState('closed')} />
    </div>
  )
}

function Opener({ isFocused, onOpen }: { isFocused: boolean; onOpen: () => void }) {
  const button = useFocusOnMount<HTMLButtonElement>(isFocused)
  return (
    <p className="gap3">
      <button ref={button} type="button" className="btn" onClick={onOpen}>
        {words[useLanguage()].relation.mend}
      </button>
    </p>
  )
}
