import { useQuery, useQueryClient } from '@tanstack/react-query'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { say } from '../../../ui/controls/toasts.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { listLinks, revokeLink } from '../contract.ts'
import { words } from './messages/words.gen.ts'

/** The links that were handed out for a record: to whom, until when, whether they were used, and the way to end one. */
export function LinksOf({ subject }: { subject: string }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { data } = useQuery({ ...queryOf(listLinks, { subject }), enabled: may('links.read') })
  if (data === undefined) return null
  if (data.rows.length === 0) return <p className="s q">{w.none}</p>
  return (
    <ul className="rows" aria-label={w.title}>
      {data.rows.map(({ id, party, state, expiresAt, uses, rev }) => (
        <li key={id}>
          <bdi>{party}</bdi>
          <span className="s q">
            {' · '}
            {w[state]}
            {expiresAt !== null &&
              state === 'open' &&
              ` ${w.until({ day: formatDate(toLocalTime(expiresAt, 'WIB').date, language) })}`}
            {' · '}
            {w.uses({ n: uses })}
          </span>
          {state === 'open' && may('links.revoke') && <Revoke id={id} rev={rev} party={party} />}
        </li>
      ))}
    </ul>
  )
}

function Revoke({ id, rev, party }: { id: string; rev: number; party: string }) {
  const queries = useQueryClient()
  const { language } = useVisitor()
  const w = words[language]
  const revoking = useAct(revokeLink, {
    key: id,
    async done() {
      say({ text: w.revokedToast })
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      <button
        type="button"
        className="btn sm text"
        aria-busy={revoking.busy}
        onClick={() => void revoking.send({ id, rev })}
      >
        {w.revoke}
        <span className="vh">: {party}</span>
      </button>
      <FailureNotice acting={revoking} />
    </>
  )
}
