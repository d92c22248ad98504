import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { words } from '../messages/words.gen.ts'
import { waitingQuery } from './corrections-query.ts'

/** A line on a record's own page while readers wait for an answer about it. */
export function WaitingReaders({ subject }: { subject: string }) {
  const { language, may } = useVisitor()
  const w = words[language].list
  const { data } = useQuery({ ...waitingQuery(subject), enabled: may('corrections.read') })
  if (data === undefined || data.rows.length === 0) return null
  return (
    <p className="note">
      {w.waitingHere({ n: data.rows.length })}{' '}
      {may('corrections.answer') && <Link to="/kata-pembaca">{w.answerThem}</Link>}
    </p>
  )
}
