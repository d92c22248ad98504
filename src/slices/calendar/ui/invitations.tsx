import { useQuery, useQueryClient } from '@tanstack/react-query'
import { toLocalTime } from '../../../shared/dates.ts'
import { addressOf } from '../../../shared/endpoint.ts'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { say } from '../../../ui/controls/toasts.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { listInvited, readInvitationFile, withdrawInvitation } from '../contract.ts'
import { InviteForm, inviteDraftKey } from './invite-form.tsx'
import { words } from './messages/words.gen.ts'

type InvitedView = Awaited<ReturnType<typeof listInvited.output.parse>>['rows'][number]

/** Who is invited to a meeting by mail, what has left, and the way to invite more. */
export function Invitations({ activity }: { activity: string }) {
  const { language, may } = useVisitor()
  const w = words[language].invite
  const { data, error, refetch } = useQuery({ ...queryOf(listInvited, { activity }), enabled: may('agenda.read') })
  // Of what is past and was told to nobody there is nothing to say.
  if (data !== undefined && data.rows.length === 0 && data.whyNot !== null && data.whyNot !== 'no_day') return null
  return (
    <section className="sec" aria-labelledby="invited">
      <h2 id="invited">{w.title}</h2>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          {data.whyNot === null && <p className="s q">{w.intro}</p>}
          {data.whyNot !== null && <p className="s q">{w.whyNot[data.whyNot]}</p>}
          {data.rows.length === 0 && data.whyNot === null && <p className="s q">{w.none}</p>}
          {data.rows.length > 0 && (
            <ul className="rows">
              {data.rows.map((row) => (
                <InvitedLine key={row.id} row={row} />
              ))}
            </ul>
          )}
          {!data.sendsMail && data.whyNot === null && <p className="s st-wait">{w.kept}</p>}
          {data.whyNot !== 'no_day' && (
            <p className="acts gap">
              <a className="btn sm" href={addressOf(readInvitationFile, { activity }).url} download>
                {w.file}
              </a>
            </p>
          )}
          {data.whyNot === null && may('calendar.invite') && (
            <Opened label={w.open} draft={inviteDraftKey(activity)}>
              {(close) => <InviteForm activity={activity} people={data.people} onClose={close} />}
            </Opened>
          )}
        </>
      )}
    </section>
  )
}

function InvitedLine({ row }: { row: InvitedView }) {
  const { language, may } = useVisitor()
  const queries = useQueryClient()
  const w = words[language].invite
  const { id, rev, name, address, withdrawn, waiting, sentAt } = row
  const withdrawing = useAct(withdrawInvitation, {
    key: id,
    async done() {
      say({ text: w.withdrawnToast })
      await queries.invalidateQueries()
    },
  })
  const sent = sentAt === null ? undefined : w.sentOn({ day: formatDate(toLocalTime(sentAt, 'WIB').date, language) })
  return (
    <li>
      <span className="day">{withdrawn ? w.withdrawn : waiting ? w.waiting : ''}</span>
      <span>
        <bdi className="name">{name ?? address}</bdi>
        {name !== null && (
          <>
            <br />
            <bdi>{address}</bdi>
          </>
        )}
      </span>
      <span className="s q">{waiting ? '' : sent}</span>
      {!withdrawn && may('calendar.invite') && (
        <span>
          <button
            type="button"
            className="btn sm text"
            aria-busy={withdrawing.busy}
            onClick={() => void withdrawing.send({ id, rev })}
          >
            {w.withdraw}
            <span className="vh">: {name ?? address}</span>
          </button>
          <FailureNotice acting={withdrawing} />
        </span>
      )}
    </li>
  )
}
