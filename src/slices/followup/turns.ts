import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { present, columns, type Row } from './rows.ts'
import type { FollowUp } from './model.ts'

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
