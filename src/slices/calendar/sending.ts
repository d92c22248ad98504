import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import type { Meeting } from './queries.ts'

/** How often one mail is tried, and for how long a sender that died holds it. */
const most = 10
const held = '2 minutes'

/** A mail that left, or may have: it is leaving now, or whoever sent it died before saying so. */
const told = sql`(d.sent_at is not null or (d.tries > 0 and not d.failed))`

/**
 * Notes which mails a meeting wants as it stands now: an invitation for each state whoever is invited has not been told
 * of, one cancellation for those who were told. What was not sent of an older state will not be sent any more.
 */
export async function noteDeliveries(tx: Tx, meeting: Meeting): Promise<void> {
  const { id, sequence, cancelled } = meeting
  // What waits and is no longer true: an older state, an invitation to what was called off meanwhile. First, or a
  // cancellation that waits would count as told and then be gone. What is leaving stays: its reader was told.
  await sql`
    delete from calendar.deliveries d using calendar.invitations i
    where i.tenant = d.tenant and i.id = d.invitation and i.activity = ${id}::uuid and not ${told}
      and (d.sequence < ${sequence}::int or d.method <> case when i.withdrawn or ${cancelled} then 'CANCEL' else 'REQUEST' end)`.execute(
    tx,
  )
  await sql`
    with invited as (
      select i.id, (i.withdrawn or ${cancelled}) as ends,
        (select max(d.sequence) from calendar.deliveries d where d.invitation = i.id and d.method = 'REQUEST' and ${told}) as told,
        (select max(d.sequence) from calendar.deliveries d where d.invitation = i.id and d.method = 'CANCEL' and ${told}) as ended
      from calendar.invitations i where i.activity = ${id}::uuid
    )
    insert into calendar.deliveries (invitation, sequence, method)
    select id, ${sequence}::int, case when ends then 'CANCEL' else 'REQUEST' end from invited
    where not ends or (told is not null and (ended is null or ended < told))
    on conflict (tenant, invitation, sequence, method) do nothing`.execute(tx)
}

export interface Claimed {
  invitation: string
  sequence: number
  method: 'REQUEST' | 'CANCEL'
  address: string
  name: string | null
  language: Language
  withdrawn: boolean
  rev: number
  /** Whether the recipient was told of an earlier state. */
  again: boolean
}

/** What waits for a meeting as it stands in this transaction: mails of an older state are nobody's any more. */
const waiting = ({ id, sequence, cancelled }: Meeting) => sql`
  from calendar.deliveries w join calendar.invitations j on j.tenant = w.tenant and j.id = w.invitation
  where j.activity = ${id}::uuid and w.sequence = ${sequence}::int and w.sent_at is null and w.tries < ${most}
    and w.method = case when j.withdrawn or ${cancelled} then 'CANCEL' else 'REQUEST' end`

/**
 * Takes the next mail of a meeting for this sender alone; undefined when none waits. One atomic statement, in the
 * transaction that read the meeting, so that a mail says what its SEQUENCE stands for.
 */
export async function claimDelivery(tx: Tx, meeting: Meeting): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update calendar.deliveries d
    set tries = d.tries + 1, failed = false, claimed_until = clock_timestamp() + ${held}::interval
    from calendar.invitations i
    where i.tenant = d.tenant and i.id = d.invitation and (d.invitation, d.sequence, d.method) = (
      select w.invitation, w.sequence, w.method ${waiting(meeting)}
        and (w.claimed_until is null or w.claimed_until < clock_timestamp())
      order by w.tries, w.invitation limit 1 for update of w skip locked for share of j skip locked)
    returning d.invitation, d.sequence, d.method, i.address, i.name, i.language, i.withdrawn, i.rev,
      exists (select from calendar.deliveries e where e.invitation = d.invitation and e.method = 'REQUEST' and e.sent_at is not null) as again`.execute(
    tx,
  )
  return rows[0]
}

/** Notes that a mail left, or that the server refused it; a refused one is held as long as one that is leaving. */
export async function noteTried(tx: Tx, { invitation, sequence, method }: Claimed, left: boolean): Promise<void> {
  const set = left ? sql`sent_at = clock_timestamp(), claimed_until = null` : sql`failed = true`
  await sql`update calendar.deliveries set ${set}
    where invitation = ${invitation}::uuid and sequence = ${sequence}::int and method = ${method}`.execute(tx)
}

/** Whether a mail still waits for a sender: its turn came and failed, or somebody who died holds it. */
export async function isWaiting(tx: Tx, meeting: Meeting): Promise<boolean> {
  const { rows } = await sql`select ${waiting(meeting)} limit 1`.execute(tx)
  return rows.length > 0
}

/** A withdrawal that was told, or is being told, is not undone: invite anew, then the person hears of it. */
export const refuseTold: AfterUndo = async ({ tx }, touched) => {
  const ids = touched.filter(({ table_name }) => table_name === 'calendar.invitations').map(({ row_id }) => row_id)
  if (ids.length === 0) return
  const { rows } = await sql`
    select from calendar.invitations i join calendar.deliveries d on d.tenant = i.tenant and d.invitation = i.id
    where i.id = any(${ids}::uuid[]) and not i.withdrawn and d.method = 'CANCEL' and ${told}
      and not exists (select from calendar.deliveries e where e.tenant = d.tenant and e.invitation = d.invitation
        and e.method = 'REQUEST' and e.sequence > d.sequence) limit 1`.execute(tx)
  if (rows.length > 0) throw new Failure('stale')
}
