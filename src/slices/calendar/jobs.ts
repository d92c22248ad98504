import type { Database, Tx } from '../../platform/database.ts'
import type { Task } from '../../platform/jobs.ts'
import type { Mail, Mailer } from '../../platform/mail.ts'
import { today } from '../../platform/clock.ts'
import { isDate } from '../../shared/dates.ts'
import { isId } from '../../shared/ids.ts'
import { getRegion } from '../reference/queries.ts'
import { daysOf, entryOf, timesOf, zoneOf, type Telling } from './entries.ts'
import { writeCalendar } from './ics.ts'
import { findMeeting, type Meeting } from './queries.ts'
import { claimDelivery, isWaiting, noteDeliveries, noteTried, type Claimed } from './sending.ts'
import { words } from './messages/words.gen.ts'

export interface SendingParts {
  database: Database
  mailer: Mailer
  /** Where mails of a demonstration go: nobody outside is written to by one. */
  kept: Mailer
  /** The address of the installation, `jembatan@…` or `Jembatan <jembatan@…>`. */
  from: string
}

interface Sender {
  name: string
  telling: Omit<Telling, 'language'>
  from: string
}

/**
 * Sends what a meeting's invited have not been told yet. A mail is claimed before it is sent and marked after: once in
 * the ordinary course, again (under the same Message-ID and SEQUENCE) when a sender dies in between.
 */
export function sendInvitations({ database, mailer, kept, from }: SendingParts): Task {
  return async ({ tenant: region, activity: subject }) => {
    const [tenant, activity] = [String(region), String(subject)]
    if (!isId(tenant) || !isId(activity)) return
    // A server that takes no mail at all is not asked two hundred times.
    let faults = 0
    while (faults < 3) {
      // Read anew for each mail: what moves meanwhile is told as it stands then.
      const next = await database.inTenant({ tenant, write: true }, async (tx) => {
        const to = await tellingOf(tx, activity)
        if (to === undefined) return undefined
        await noteDeliveries(tx, to.meeting)
        const claimed = await claimDelivery(tx, to.meeting)
        return claimed && { ...to, claimed }
      })
      if (next === undefined) break
      const { claimed, meeting, demonstration, name, telling } = next
      const mail = mailOf(claimed, { meeting, sender: { name, telling, from } })
      const left =
        mail === undefined ||
        (await (demonstration ? kept : mailer).send(mail).then(
          () => true,
          () => false,
        ))
      if (!left) faults += 1
      await database.inTenant({ tenant, write: true }, async (tx) => await noteTried(tx, claimed, left))
    }
    // Somebody else's claim may have died with its sender: the queue asks again later.
    const waits = await database.inTenant({ tenant }, async (tx) => {
      const to = await tellingOf(tx, activity)
      return to !== undefined && (await isWaiting(tx, to.meeting))
    })
    if (waits) throw new Error('invitations wait for another try')
  }
}

/** The meeting and who tells of it; undefined where nobody is told any more. */
async function tellingOf(tx: Tx, activity: string) {
  const meeting = await findMeeting(tx, activity)
  if (meeting === undefined) return undefined
  const { demonstration, name, ...rest } = await getRegion(tx)
  const zone = zoneOf(rest)
  // What is only corrected after the day is no news for those who were there.
  const last = meeting.endedOn ?? meeting.occurredOn
  if (!demonstration && isDate(last) && last < today(zone)) return undefined
  return { meeting, demonstration, name, telling: { zone } }
}

/** The mail of one delivery; undefined for a meeting without a whole day, which no calendar can hold. */
export function mailOf(claimed: Claimed, { meeting, sender }: { meeting: Meeting; sender: Sender }): Mail | undefined {
  const { address, name, language, method, withdrawn, again, sequence, invitation, rev } = claimed
  const telling = { ...sender.telling, language }
  const entry = entryOf(meeting, telling)
  if (entry === undefined) return undefined
  const w = words[language].mail
  const title = meeting.about
  const kind = method === 'REQUEST' ? (again ? 'moved' : 'invited') : withdrawn ? 'withdrawn' : 'cancelled'
  const opening = kind === 'invited' ? w.invitedText({ region: sender.name }) : w[`${kind}Text`]
  const times = timesOf(meeting, telling)
  const lines = [
    w.what({ title }),
    w.when({ days: daysOf(meeting, language) }),
    ...(times.length > 0 ? [w.time({ times: times.join(' = ') })] : []),
    ...(meeting.place === null ? [] : [w.place({ place: meeting.place })]),
  ]
  const organiser = { name: sender.name, address: /<([^<>]+)>/.exec(sender.from)?.[1] ?? sender.from }
  const told = {
    ...entry,
    sequence,
    cancelled: method === 'CANCEL',
    organiser,
    attendees: [{ address, name: name ?? undefined }],
  }
  return {
    to: { address, name: name ?? '' },
    subject: w[kind]({ title }),
    text: [opening, '', ...lines, '', w.file, '', '-- ', w.from({ region: sender.name }), ''].join('\n'),
    invitation: {
      method,
      name: 'undangan.ics',
      content: writeCalendar({ zone: telling.zone, method, entries: [told] }),
    },
    messageId: `<${invitation}.${rev}.${sequence}.${method.toLowerCase()}@${organiser.address.split('@')[1] ?? 'localhost'}>`,
  }
}
