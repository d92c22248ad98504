import { Link } from 'react-router'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { DownloadMenu } from '../../../../ui/controls/download-menu.tsx'
import { useLanguage, useVisitor } from '../../../../ui/controls/visitor.ts'
import { attendeeOf, findAlike, headCounts } from '../../attendees-model.ts'
import { exportAttendance, markAttendance, mergeParticipants } from '../../contract.ts'
import type { Participant } from '../../model.ts'
import type { ActivityView } from '../use-activity.ts'
import { Opened } from '../../../../ui/controls/opened.tsx'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { AddSeveral } from './add-several.tsx'
import { words } from './messages/words.gen.ts'

/** How many came and were expected. Of a planned activity nothing is counted yet but who is expected. */
export function HeadCounts({ activity }: { activity: ActivityView }) {
  const { counts: w } = words[useLanguage()]
  const { present, expected, missing } = headCounts(activity.participants)
  if (activity.participants.length === 0) return null
  const said = [
    activity.planned ? undefined : w.present({ n: present }),
    expected === 0 ? undefined : w.expected({ n: expected }),
    missing === 0 || activity.planned ? undefined : w.missing({ n: missing }),
  ].filter((part) => part !== undefined)
  return said.length === 0 ? null : <p className="s q">{said.join(' · ')}</p>
}

/** What of somebody's coming is worth a word, and the act that says she is here. */
export function Presence({ participant, mayMend }: { participant: Participant; mayMend: boolean }) {
  const w = words[useLanguage()]
  const saved = useSaved()
  const { id, rev = 1, invited, absent, byDoor } = participant
  const marking = useAct(markAttendance, { key: id, done: async (_, act) => await saved(w.marked, act) })
  const said = [
    invited === true && absent !== true ? w.came : undefined,
    absent === true ? w.absent : undefined,
    byDoor === true ? w.byDoor : undefined,
  ].filter((part) => part !== undefined)
  const name = attendeeOf(participant)
  return (
    <>
      {said.length > 0 && <span className="s q">{said.join(' · ')}</span>}
      {mayMend && invited === true && byDoor !== true && (
        <button
          type="button"
          className="btn sm text"
          aria-busy={marking.busy}
          onClick={() => void marking.send({ id, rev, present: absent === true })}
        >
          {absent === true ? w.isHere : w.isAway}
          <span className="vh">: {name.name || name.organisation}</span>
        </button>
      )}
      <FailureNotice acting={marking} />
    </>
  )
}

/** Two lines that look like one person, each pair with the act that makes one of them. */
export function Doubles({ activity }: { activity: ActivityView }) {
  const { merge: w } = words[useLanguage()]
  const rows = activity.participants.map((row) => ({ ...row, attendee: attendeeOf(row) }))
  const pairs = rows.flatMap((row, at) => {
    const into = findAlike(rows.slice(0, at), row.attendee)
    return into === undefined ? [] : [{ into, other: row }]
  })
  if (pairs.length === 0) return null
  return (
    <div className="note gap" role="group" aria-label={w.title}>
      <p>{w.title}</p>
      {pairs.slice(0, 10).map((pair) => (
        <Pair key={pair.other.id} {...pair} />
      ))}
    </div>
  )
}

type Row = ActivityView['participants'][number] & { attendee: { name: string; organisation: string; role: string } }

function Pair({ into, other }: { into: Row; other: Row }) {
  const { merge: w } = words[useLanguage()]
  const saved = useSaved()
  const merging = useAct(mergeParticipants, { key: other.id, done: async (_, act) => await saved(w.done, act) })
  const told = ({ attendee }: Row) => Object.values(attendee).filter((part) => part !== '').join(' · ') // prettier-ignore
  return (
    <div className="acts">
      <bdi>{w.pair({ one: told(into), other: told(other) })}</bdi>
      <button
        type="button"
        className="btn sm"
        aria-busy={merging.busy}
        onClick={() =>
          void merging.send({ id: into.id, rev: into.rev ?? 1, other: other.id, otherRev: other.rev ?? 1 })
        }
      >
        {w.go}
        <span className="vh">: {told(other)}</span>
      </button>
      <FailureNotice acting={merging} />
    </div>
  )
}

/** The ways to fill a list of attendance at once: several lines, or a QR at the door. */
export function AttendanceActs({ activity, mayMend }: { activity: ActivityView; mayMend: boolean }) {
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <>
      {mayMend && (
        <Opened label={w.several.open}>{(close) => <AddSeveral activity={activity} onClose={close} />}</Opened>
      )}
      <div className="acts">
        <Link className="btn sm" to={`/kegiatan/${activity.slug}/pintu`}>
          {w.door.open}
        </Link>
        {may('agenda.take') && activity.participants.length > 0 && (
          <DownloadMenu endpoint={exportAttendance} input={{ id: activity.id }} />
        )}
      </div>
    </>
  )
}
