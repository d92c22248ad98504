import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Language } from '../../shared/languages.ts'
import type { Meeting } from './queries.ts'

/** How often one mail is tried, and for how long a sender that died holds it. */
const most = 10
const held = '2 minutes'

/**
 * Notes which mails a meeting wants as it stands now: an invitation for each state whoever is invited has not been told
 * of, one cancellation for those who were told. What was not sent of an older state will not be sent any more.
 */
export async function noteDeliveries(tx: Tx, meeting: Meeting): Promise<void> {
  const { id, sequence, cancelled } = meeting
  await sql`
    with invited as (
      select i.id, (i.withdrawn or ${cancelled}) as ends,
        (select max(d.sequence) from calendar.deliveries d where d.invitation = i.id and d.method = 'REQUEST' and d.sent_at is not null) as told,
        (select max(d.sequence) from calendar.deliveries d where d.invitation = i.id and d.method = 'CANCEL') as ended
      from calendar.invitations i where i.activity = ${id}::uuid
    )
    insert into calendar.deliveries (invitation, sequence, method)
    select id, ${sequence}::int, case when ends then 'CANCEL' else 'REQUEST' end from invited
    where not ends or (told is not null and (ended is null or ended < told))
    on conflict (tenant, invitation, sequence, method) do nothing`.execute(tx)
  // What waits and is no longer true: an older state, an invitation to what was called off meanwhile.
  await sql`
    delete from calendar.deliveries d using calendar.invitations i
    where i.tenant = d.tenant and i.id = d.invitation and i.activity = ${id}::uuid and d.sent_at is null
      and (d.sequence < ${sequence}::int or d.method <> case when i.withdrawn or ${cancelled} then 'CANCEL' else 'REQUEST' end)`.execute(
    tx,
  )
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

/** Takes the next mail of a meeting for this sender alone; undefined when none waits. One atomic statement. */
export async function claimDelivery(tx: Tx, activity: string): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update calendar.deliveries d set tries = d.tries + 1, claimed_until = clock_timestamp() + ${held}::interval
    from calendar.invitations i
    where i.tenant = d.tenant and i.id = d.invitation and (d.invitation, d.sequence, d.method) = (
      select w.invitation, w.sequence, w.method from calendar.deliveries w
      join calendar.invitations j on j.tenant = w.tenant and j.id = w.invitation
      where j.activity = ${activity}::uuid and w.sent_at is null and w.tries < ${most}
        and (w.claimed_until is null or w.claimed_until < clock_timestamp())
      order by w.tries, w.invitation limit 1 for update of w skip locked)
    returning d.invitation, d.sequence, d.method, i.address, i.name, i.language, i.withdrawn, i.rev,
      exists (select from calendar.deliveries e where e.invitation = d.invitation and e.method = 'REQUEST' and e.sent_at is not null) as again`.execute(
    tx,
  )
  return rows[0]
}

/** Notes that a mail left. */
export async function noteSent(tx: Tx, { invitation, sequence, method }: Claimed): Promise<void> {
  await sql`update calendar.deliveries set sent_at = clock_timestamp(), claimed_until = null
    where invitation = ${invitation}::uuid and sequence = ${sequence}::int and method = ${method}`.execute(tx)
}

/** Whether a mail still waits for a sender: its turn came and failed, or somebody who died holds it. */
export async function isWaiting(tx: Tx, activity: string): Promise<boolean> {
  const { rows } = await sql`select from calendar.deliveries d
    join calendar.invitations i on i.tenant = d.tenant and i.id = d.invitation
    where i.activity = ${activity}::uuid and d.sent_at is null and d.tries < ${most} limit 1`.execute(tx)
  return rows.length > 0
}
