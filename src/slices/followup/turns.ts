import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { present, columns, type Row } from './rows.ts'
import { reminderStage, type FollowUp } from './model.ts'

const most = 300

const isOpen = (on: DateText) => sql`f.from_on <= ${on} and (f.ended_on is null or f.ended_on > ${on})`

/** What is to be done and whose day has come on a day, whoever has it, the longest due first (at most 300). */
export async function listCome(tx: Tx, on: DateText): Promise<FollowUp[]> {
  const { rows } = await sql<Row>`
    select ${columns} where f.what is not null and f.due_on <= ${on} and ${isOpen(on)}
    order by f.due_on, f.id limit ${most}`.execute(tx)
  return rows.map(present)
}

/** What an agency, or one person, has to do and is open on a day, what is due first at the top (at most 300). */
export async function listOwn(
  tx: Tx,
  { unit, member, on }: { unit: string | undefined; member: string; on: DateText },
): Promise<FollowUp[]> {
  const { rows } = await sql<Row>`
    select ${columns} where f.what is not null and ${isOpen(on)}
      and (f.member = ${member}::uuid or (f.member is null and f.unit = ${unit ?? null}::uuid))
    order by f.due_on nulls last, f.id limit ${most}`.execute(tx)
  return rows.map(present)
}

/** Records that wait for a word of their head ("menunggu arahan pimpinan") on a day, the longest first (at most 300). */
export async function listDirections(tx: Tx, on: DateText): Promise<FollowUp[]> {
  const { rows } = await sql<Row>`
    select ${columns} where f.reason = 'waiting_direction' and ${isOpen(on)}
    order by f.from_on, f.id limit ${most}`.execute(tx)
  return rows.map(present)
}

/** A follow-up that is open, by its id. */
export async function findOpen(tx: Tx, id: string): Promise<FollowUp | undefined> {
  const { rows } = await sql<Row>`select ${columns} where f.id = ${id}::uuid and f.ended_on is null`.execute(tx)
  return rows[0] && present(rows[0])
}

/** So many are called to mind in a region on one day; whoever has more sees them in Hari ini. */
const remindedMost = 2000

/** What is to be called to mind on a day, each with its stage; what was answered as done is not (at most 2,000). */
export async function listReminding(tx: Tx, on: DateText): Promise<(FollowUp & { stage: string })[]> {
  const { rows } = await sql<Row>`
    select ${columns} where f.what is not null and f.due_on <= (${on}::date + 7)::text and ${isOpen(on)}
      and case when f.due_on > ${on} then ${on}::date - f.due_on::date + 7 else (${on}::date - f.due_on::date) % 7 end <= 4
      and (f.state is not null or (select a.said from followup.answers a
        where a.tenant = f.tenant and a.follow_up = f.id order by a.position desc limit 1) is distinct from 'done')
    order by f.due_on desc, f.id limit ${remindedMost}`.execute(tx)
  return rows.map(present).flatMap((row) => {
    const stage = reminderStage(row, on)
    return stage === undefined ? [] : [{ ...row, stage }]
  })
}
