import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import postgres from 'postgres'
import { now } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/database.ts'
import { enqueue, type Task } from '../../platform/jobs.ts'
import type { Mailer } from '../../platform/mail.ts'
import { timeIn, todayIn, weekdayOf, type DateText, type Zone } from '../../shared/dates.ts'
import { isId, newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { Role } from '../../shared/permissions.ts'
import { findAccountById } from '../identity/queries.ts'
import { mailText, type Told } from './mail-text.ts'
import { dailyAt } from './model.ts'

/** A member as a mail is written for her. */
export interface Reader {
  tenant: string
  membership: string
  account: string
  name: string
  role: Role
  unit: string | undefined
}

/** What was noted on a day to be called to mind: of a membership, or (`toUnit`) of an agency without account. */
export interface Reminded {
  recipient: string
  day: DateText
  on: DateText
  language: Language
  toUnit?: boolean
}

/** What is told; handed in where the product is wired, because it gathers from many slices. Nothing: no mail. */
export interface Tellers {
  isWorkingDay(tx: Tx, on: DateText): Promise<boolean>
  daily(tx: Tx, asked: { who: Reader; on: DateText; language: Language }): Promise<Told | undefined>
  given(tx: Tx, asked: { followUp: string; on: DateText; language: Language }): Promise<Told | undefined>
  reminded(tx: Tx, asked: Reminded): Promise<Told | undefined>
}

export interface NoticeParts {
  ownerUrl: string
  database: Database
  mailer: Mailer
  /** Where mail of a demonstration goes: it writes to nobody outside. */
  kept: Mailer
  baseUrl: string
  tell: Tellers
  /** Epoch milliseconds; a test has its own. */
  clock?: () => number
}

export const zones = ['WIB', 'WITA', 'WIT'] as const satisfies readonly Zone[]

interface Due {
  tenant: string
  membership: string
}

/**
 * Asks each minute whose morning it is, and lets each summary be written once: the row of the day is one atomic insert,
 * and the job that writes the mail is queued with it.
 */
export function queueDaily({ ownerUrl, database, tell, clock = now }: NoticeParts): Task {
  return async () => {
    const at = clock()
    for (const zone of zones) {
      const [on, time] = [todayIn(zone, at), timeIn(zone, at)]
      if (time < dailyAt.from || time >= dailyAt.until || [0, 6].includes(weekdayOf(on))) continue
      const due = await dueIn(ownerUrl, { zone, on })
      for (const [tenant, members] of Map.groupBy(due, ({ tenant }) => tenant)) {
        await database.inTenant({ tenant, write: true }, async (tx) => {
          if (!(await tell.isWorkingDay(tx, on))) return
          for (const { membership } of members) await claim(tx, { tenant, membership, kind: 'daily', key: on })
        })
      }
    }
  }
}

/** Members who want the summary and have none of that day, in every region of a zone (at most 5,000 at a time). */
async function dueIn(ownerUrl: string, { zone, on }: { zone: Zone; on: DateText }): Promise<Due[]> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'jembatan notices' } })
  try {
    return await owner<Due[]>`
      select c.tenant, c.membership from notices.choices c
      join identity.memberships m on m.tenant = c.tenant and m.id = c.membership and m.ended_at is null
      join reference.regions r on r.tenant = c.tenant and r.zone = ${zone}
      where c.daily and (not r.demonstration or platform.is_demonstration()) and not exists (select from notices.mails k
        where k.tenant = c.tenant and k.membership = c.membership and k.kind = 'daily' and k.key = ${on})
      order by c.tenant, c.membership limit 5000`
  } finally {
    await owner.end({ timeout: 5 })
  }
}

interface Claim {
  tenant: string
  membership: string
  kind: 'daily' | 'at_once' | 'reminder'
  key: string
}

/** Lets a mail be written once: its row is one atomic insert, and the job that writes it is queued with it. */
export async function claim(tx: Tx, { tenant, membership, kind, key }: Claim): Promise<void> {
  const made = await tx
    .insertInto('notices.mails')
    .values({ id: newId(), membership, kind, key, token_hash: hashOf(newId()) })
    .onConflict((conflict) => conflict.columns(['tenant', 'membership', 'kind', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return
  const payload = { tenant, mail: made.id }
  await enqueue(tx as never, { task: 'notices.send', payload, key: `notice ${made.id}` })
}

/**
 * Somebody was given something: she hears of it at once if she wants to, unless she gave it to herself, or had it already
 * and only its words or its day changed.
 */
export function noteGiven({ database }: Pick<NoticeParts, 'database'>): Task {
  return async ({ tenant, followUp }) => {
    const [region, id] = [String(tenant), String(followUp)]
    if (!isId(region) || !isId(id)) return
    await database.inTenant({ tenant: region, write: true }, async (tx) => {
      const { rows } = await sql<{ membership: string }>`
        select m.id as membership from followup.follow_ups f
        join identity.memberships m on m.tenant = f.tenant and m.id = f.member and m.ended_at is null
        join notices.choices c on c.tenant = m.tenant and c.membership = m.id and c.at_once
        where f.id = ${id}::uuid and f.ended_on is null and m.account is distinct from (
          select a.account from ledger.changes h join ledger.acts a on a.tenant = h.tenant and a.id = h.act
          where h.tenant = f.tenant and h.row_id = f.id order by h.id desc limit 1)
          and f.member is distinct from (select p.member from followup.follow_ups p
            where p.tenant = f.tenant and p.id < f.id and (p.id = f.root or p.root = f.root) order by p.id desc limit 1)`.execute(
        tx,
      )
      for (const { membership } of rows) await claim(tx, { tenant: region, membership, kind: 'at_once', key: id })
    })
  }
}

interface Waiting extends Omit<Reader, 'unit' | 'tenant'> {
  unit: string | null
  kind: 'daily' | 'at_once' | 'reminder'
  key: string
  zone: Zone
  demonstration: boolean
}

/** Writes one mail and sends it. It may be tried again until it is marked as sent. */
export function sendNotice({ database, mailer, kept, baseUrl, tell, clock = now }: NoticeParts): Task {
  return async ({ tenant: region, mail }) => {
    const [tenant, id] = [String(region), String(mail)]
    if (!isId(tenant) || !isId(id)) return
    const wanted = await database.inTenant({ tenant }, async (tx) => await readWaiting(tx, id))
    const person = wanted && (await findAccountById(database.identity, wanted.account))
    if (wanted === undefined || person === undefined) return
    const { language } = person
    const { kind, key, zone, unit, demonstration, ...rest } = wanted
    const on = todayIn(zone, clock())
    const token = newToken()
    // The mailer was away: the day it would tell of is over, and the next one has a mail of its own.
    const isOver = kind === 'daily' && (key !== on || timeIn(zone, clock()) >= dailyAt.until)
    const told = await database.inTenant({ tenant, write: true }, async (tx) => {
      if (isOver) return undefined
      await sql`update notices.mails set token_hash = ${hashOf(token)} where id = ${id}::uuid`.execute(tx)
      if (kind === 'at_once') return await tell.given(tx, { followUp: key, on, language })
      if (kind === 'reminder') return await tell.reminded(tx, { recipient: rest.membership, day: key, on, language })
      return await tell.daily(tx, { who: { ...rest, tenant, unit: unit ?? undefined }, on, language })
    })
    if (told !== undefined && told.sections.length > 0) {
      const stop = `${baseUrl}/${language}/pemberitahuan/berhenti/${token}`
      await (demonstration || person.demonstration ? kept : mailer).send({
        to: person.email,
        subject: told.subject,
        text: mailText(told, { language, baseUrl, stop }),
        messageId: `<${id}@jembatan>`,
        headers: { 'List-Unsubscribe': `<${stop}>` },
      })
    }
    await database.inTenant({ tenant, write: true }, async (tx) => {
      await sql`update notices.mails set sent_at = clock_timestamp() where id = ${id}::uuid`.execute(tx)
      if (kind !== 'reminder') return
      await sql`update notices.reminders set sent_at = clock_timestamp()
        where recipient = ${rest.membership}::uuid and day = ${key} and sent_at is null`.execute(tx)
    })
  }
}

/** A mail that was not sent yet, and that its reader still wants. */
async function readWaiting(tx: Tx, id: string): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select k.kind, k.key, m.id as membership, m.account, m.name, m.role, m.unit, r.zone, r.demonstration from notices.mails k
    join identity.memberships m on m.tenant = k.tenant and m.id = k.membership and m.ended_at is null
    join notices.choices c on c.tenant = k.tenant and c.membership = k.membership
    join reference.regions r on r.tenant = k.tenant
    where k.id = ${id}::uuid and k.sent_at is null and case k.kind when 'daily' then c.daily when 'reminder' then c.reminders else c.at_once end`.execute(
    tx,
  )
  return rows[0]
}

/** Mails of which nobody needs to know any more are forgotten; their addresses open nothing then. */
export function sweepMails({ ownerUrl }: Pick<NoticeParts, 'ownerUrl'>): Task {
  return async () => {
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
    try {
      await owner`delete from notices.mails where made_at < clock_timestamp() - interval '90 days'`
      // A stage comes back no more once its day is so far behind.
      await owner`delete from notices.reminders where made_at < clock_timestamp() - interval '90 days'`
    } finally {
      await owner.end({ timeout: 5 })
    }
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** 128 bits, as every address of a mail. */
const newToken = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex')
