import { sql } from 'kysely'
import postgres from 'postgres'
import { now } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue, type Task } from '../../platform/jobs.ts'
import { timeIn, todayIn, weekdayOf, type DateText } from '../../shared/dates.ts'
import { isId, newId } from '../../shared/ids.ts'
import type { FollowUp } from '../followup/model.ts'
import { listReminding } from '../followup/queries.ts'
import { claim, zones, type NoticeParts } from './jobs.ts'
import { mailText } from './mail-text.ts'
import { dailyAt, reminderMost } from './model.ts'
import { listPutOff } from './queries.ts'

type Reminding = Awaited<ReturnType<typeof listReminding>>[number]

/** Whom a follow-up is called to mind: a member, or an agency of which nobody has an account. */
interface Recipient {
  id: string
  toUnit: boolean
}

/**
 * Calls follow-ups to mind whose stage has come: by mail to who has them and wants it, else to the members of the
 * agency who want it, else, where nobody of it has an account, to the address of the agency if one is on record. A row
 * for each stage and recipient is one atomic insert, so nothing is told twice; a recipient gets one mail a day.
 */
export function queueReminders({ ownerUrl, database, tell, clock = now }: NoticeParts): Task {
  return async () => {
    const at = clock()
    for (const zone of zones) {
      const [on, time] = [todayIn(zone, at), timeIn(zone, at)]
      if (time < dailyAt.from || time >= dailyAt.until || [0, 6].includes(weekdayOf(on))) continue
      for (const tenant of await regionsToRemind(ownerUrl, zone)) {
        await database.inTenant({ tenant, write: true }, async (tx) => {
          if (await tell.isWorkingDay(tx, on)) await remindRegion(tx, { tenant, on })
        })
      }
    }
  }
}

/** Regions of a zone in which somebody wants reminders, or an agency has an address (at most 600). */
async function regionsToRemind(ownerUrl: string, zone: string): Promise<string[]> {
  const owner = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'jembatan reminders' },
  })
  try {
    const rows = await owner<{ tenant: string }[]>`
      select r.tenant from reference.regions r
      where r.zone = ${zone} and (not r.demonstration or platform.is_demonstration())
        and (exists (select from notices.choices c where c.tenant = r.tenant and c.reminders)
          or exists (select from reference.units u where u.tenant = r.tenant and u.mail is not null))
      order by r.tenant limit 600`
    return rows.map(({ tenant }) => tenant)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

async function remindRegion(tx: Tx, { tenant, on }: { tenant: string; on: DateText }): Promise<void> {
  const byRecipient = new Map<string, Recipient & { items: Reminding[] }>()
  for (const item of await listReminding(tx, on)) {
    for (const to of await recipientsOf(tx, item)) {
      const { items } = byRecipient.get(to.id) ?? { items: [] }
      byRecipient.set(to.id, { ...to, items: [...items, item] })
    }
  }
  for (const { id, toUnit, items } of byRecipient.values()) {
    // Before the mail is looked for: who strikes at the same moment tries the same rows, and notes none of them twice.
    const noted = await listNoted(tx, { recipient: id, items })
    if (await hasMailOf(tx, { id, toUnit, on })) continue
    const off = new Set(toUnit ? [] : (await listPutOff(tx, { membership: id, on })).map(({ line }) => line))
    const isNoted = ({ root, dueOn, stage }: Reminding) =>
      noted.some((row) => row.root === root && row.dueOn === dueOn && row.stage === stage)
    // What was told already takes no place of what was not; what does not fit goes into a next day's mail.
    const told = items.filter(
      (item) => !isNoted(item) && !['next_step', 'ask', 'task'].some((kind) => off.has(`${kind}:${item.id}`)),
    )
    let made = 0
    for (const { root = '', dueOn = on, stage } of told.slice(0, reminderMost)) {
      const row = await tx
        .insertInto('notices.reminders')
        .values({ id: newId(), root, due_on: dueOn, stage, recipient: id, to_unit: toUnit, day: on })
        .onConflict((conflict) => conflict.columns(['tenant', 'root', 'due_on', 'stage', 'recipient']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (row !== undefined) made += 1
    }
    if (made === 0) continue
    if (!toUnit) await claim(tx, { tenant, membership: id, kind: 'reminder', key: on })
    else {
      const payload = { tenant, unit: id, day: on }
      await enqueue(tx as never, { task: 'notices.remindUnit', payload, key: `remind ${id} ${on}` })
    }
  }
}

/** What a recipient was told of these follow-ups, on whatever day: a row for each stage of each. */
async function listNoted(tx: Tx, { recipient, items }: { recipient: string; items: readonly Reminding[] }) {
  const roots = items.map(({ root }) => root ?? null)
  const { rows } = await sql<{ root: string; dueOn: string; stage: string }>`
    select n.root, n.due_on as "dueOn", n.stage from notices.reminders n
    where n.recipient = ${recipient}::uuid and (n.root, n.due_on, n.stage) in (
      select * from unnest(${roots}::uuid[], ${items.map(({ dueOn = '' }) => dueOn)}::text[], ${items.map(({ stage }) => stage)}::text[]))
    limit ${items.length}`.execute(tx)
  return rows
}

async function hasMailOf(tx: Tx, { id, toUnit, on }: Recipient & { on: DateText }): Promise<boolean> {
  const { rows } = toUnit
    ? await sql`select from notices.reminders where recipient = ${id}::uuid and day = ${on} limit 1`.execute(tx)
    : await sql`select from notices.mails where membership = ${id}::uuid and kind = 'reminder' and key = ${on}`.execute(
        tx,
      )
  return rows.length > 0
}

async function recipientsOf(tx: Tx, { member, unit }: FollowUp): Promise<Recipient[]> {
  const held = member !== undefined && !member.left ? member.id : null
  if (held === null && unit === undefined) return []
  const { rows } = await sql<Recipient>`
    with staff as (select m.id, coalesce(c.reminders, false) as wants from identity.memberships m
      left join notices.choices c on c.tenant = m.tenant and c.membership = m.id
      where m.ended_at is null and case when ${held}::uuid is null then m.unit = ${unit?.id ?? null}::uuid else m.id = ${held}::uuid end)
    select id, false as "toUnit" from staff where wants
    union all
    select u.id, true from reference.units u
      where ${held}::uuid is null and u.id = ${unit?.id ?? null}::uuid and u.mail is not null and not exists (select from staff)
    limit 100`.execute(tx)
  return rows
}

/** Writes to an agency without account what it has in hand; it may be tried again until it is marked as sent. */
export function remindUnit({ database, mailer, kept, baseUrl, tell }: NoticeParts): Task {
  return async ({ tenant: region, unit, day }) => {
    const [tenant, id, on] = [String(region), String(unit), String(day)]
    if (!isId(tenant) || !isId(id)) return
    const mail = await database.inTenant({ tenant }, async (tx) => {
      const { rows } = await sql<{ mail: string; demonstration: boolean }>`
        select u.mail, r.demonstration from reference.units u join reference.regions r on r.tenant = u.tenant
        where u.id = ${id}::uuid and u.mail is not null and exists (select from notices.reminders n
          where n.tenant = u.tenant and n.recipient = u.id and n.day = ${on} and n.sent_at is null)`.execute(tx)
      const [to] = rows
      const told = to && (await tell.reminded(tx, { recipient: id, day: on, on, language: 'id', toUnit: true }))
      return told === undefined ? undefined : { ...to, told }
    })
    if (mail?.mail !== undefined && mail.told.sections.length > 0) {
      await (mail.demonstration === true ? kept : mailer).send({
        to: mail.mail,
        subject: mail.told.subject,
        text: mailText(mail.told, { language: 'id', baseUrl }),
        messageId: `<${id}.${on}@jembatan>`,
      })
    }
    await database.inTenant({ tenant, write: true }, async (tx) => {
      await sql`update notices.reminders set sent_at = clock_timestamp()
        where recipient = ${id}::uuid and day = ${on} and sent_at is null`.execute(tx)
    })
  }
}
