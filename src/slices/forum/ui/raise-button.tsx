import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { raiseIssue } from '../contract.ts'
import { words } from './messages/words.gen.ts'

export type RaiseButtonProps = {
  point: string
  /** The point's words, for who does not see them beside the button. */
  what: string
  /** Goes on to the issue; without it the page stays, for who raises several. */
  goesOn?: boolean
}

/** "Jadikan isu": one tap. A point that is one already leads to the one it is. */
export function RaiseButton({ point, what, goesOn = false }: RaiseButtonProps) {
  const w = words[useLanguage()]
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sayDone = useSayDone()
  const raising = useAct(raiseIssue, {
    key: point,
    async done({ slug, existed }, act) {
      if (!existed) sayDone(w.raised, act)
      await queries.invalidateQueries()
      if (goesOn || existed) void navigate(`/program/isu/${slug}`)
    },
  })
  return (
    <>
      <button type="button" className="btn sm" aria-busy={raising.busy} onClick={() => void raising.send({ point })}>
        {w.makeIssue}
        <span className="vh">: {what}</span>
      </button>
      <FailureNotice acting={raising} />
    </>
  )
}
