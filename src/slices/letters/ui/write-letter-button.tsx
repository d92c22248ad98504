import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import type { Obstacle } from '../../procedures/model.ts'
import { Obstacles } from '../../procedures/ui/obstacles.tsx'
import { words as letterWords } from '../messages/words.gen.ts'
import { listLetters, prepareLetter } from '../contract.ts'
import { layoutOf, type LetterKind } from '../model.ts'
import { words } from './messages/words.gen.ts'

export type WriteLetterButtonProps = {
  relation: { id: string; slug: string }
  kind: LetterKind
  /** The words on the button; "Tulis surat …" by default. */
  children?: ReactNode
  /** The one act of a line of what is missing; a link to the cooperation by default. */
  act?: (obstacle: Obstacle, words: ReactNode) => ReactNode
}

/** Writes a letter and opens it, or opens the draft that is there; says what the law still wants where it does. */
export function WriteLetterButton({ relation, kind, children, act }: WriteLetterButtonProps) {
  const language = useLanguage()
  const { may } = useVisitor()
  const w = words[language]
  const name = letterWords[language].kind[kind]
  const navigate = useNavigate()
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const { data } = useQuery(queryOf(listLetters, { relation: relation.id }))
  const preparing = useAct(prepareLetter, {
    key: `${relation.id}/${kind}`,
    async done({ id }, act) {
      sayDone(w.prepared, act)
      await queries.invalidateQueries()
      await navigate(`/surat/${id}`)
    },
  })
  const { failure, busy } = preparing
  const faults = failure?.code === 'invalid' ? (failure.details.fields ?? []) : []
  const isThere = faults.some(({ fault }) => fault === 'doubtful')
  useEffect(() => {
    if (isThere) void queries.invalidateQueries() // somebody else began it since this page was opened
  }, [isThere, queries])
  if (!may('letters.prepare')) return null
  const draft = data?.rows.find((letter) => letter.kind === kind && letter.state === 'draft')
  if (draft !== undefined) {
    return (
      <>
        <Link className="btn sm" to={`/surat/${draft.id}`}>
          {w.openDraft[layoutOf[kind] === 'naskah' ? 'naskah' : 'surat']}
          <span className="vh">: {name}</span>
        </Link>
        {isThere && <BegunMeanwhile draft={draft.id} />}
      </>
    )
  }
  return (
    <>
      <button
        type="button"
        className="btn sm"
        aria-busy={busy}
        onClick={() => void preparing.send({ relation: relation.id, kind })}
      >
        {children ?? w.write({ kind: name })}
      </button>
      {faults.length > 0 && (
        <p className="s st-wait" role="alert">
          {isThere ? w.exists : w.notHere}
        </p>
      )}
      {failure?.code === 'not_yet' ? (
        <Obstacles
          language={language}
          step={kind === 'surat_dprd' ? 'persetujuan_dprd' : 'pernyataan_kehendak'}
          obstacles={(failure.details.missing ?? []) as Obstacle[]}
          act={
            act ??
            ((_, said) => (
              <Link className="btn sm" to={`/kerja-sama/${relation.slug}`}>
                {said}
              </Link>
            ))
          }
        />
      ) : (
        <FailureNotice acting={preparing} />
      )}
    </>
  )
}

/** The pressed button has gone, so the link that takes its place has the focus. */
function BegunMeanwhile({ draft }: { draft: string }) {
  const w = words[useLanguage()]
  const link = useFocusOnMount<HTMLAnchorElement>(true)
  return (
    <p className="s st-wait" role="alert">
      {w.exists}{' '}
      <Link ref={link} to={`/surat/${draft}`}>
        {w.openThat}
      </Link>
    </p>
  )
}
