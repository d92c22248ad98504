import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { putOffFault, putOffLimit, type Choice } from './model.ts'

type ChoiceMade = Omit<Choice, 'reminders'> & { reminders?: boolean | undefined }

interface Acting {
  tx: Tx
  act: Act
}

/** Keeps what a member wants by mail. Refused as `stale` when another tab was faster. */
export async function choose(
  { tx, act }: Acting,
  { membership, rev, daily, atOnce, reminders }: ChoiceMade & { membership: string },
): Promise<{ rev: number }> {
  const [row] =
    rev === 0
      ? await tx
          .insertInto('notices.choices')
          .values({ id: newId(), membership, daily, at_once: atOnce, reminders: reminders ?? false })
          .onConflict((conflict) => conflict.columns(['tenant', 'membership']).doNothing())
          .returning(['id', 'rev'])
          .execute()
      : await tx
          .updateTable('notices.choices')
          .set((set) => ({
            daily,
            at_once: atOnce,
            ...(reminders !== undefined && { reminders }),
            rev: set('rev', '+', 1),
          }))
          .where('membership', '=', membership)
          .where('rev', '=', rev)
          .returning(['id', 'rev'])
          .execute()
  if (row === undefined) throw await whyStale(tx, { membership, rev })
  act.about(row.id)
  return { rev: row.rev }
}

async function whyStale(tx: Tx, { membership, rev }: { membership: string; rev: number }): Promise<Failure> {
  const now = await tx
    .selectFrom('notices.choices')
    .select('id')
    .where('membership', '=', membership)
    .executeTakeFirst()
  return new Failure('stale', { changes: now === undefined ? [] : await listChangesSince(tx, { row: now.id, rev }) })
}

/** Puts a line off until a day; once more moves the day. */
export async function putOff(
  { tx, act, on }: Acting & { on: DateText },
  { membership, line, untilOn }: { membership: string; line: string; untilOn: DateText },
): Promise<{ line: string; untilOn: string }> {
  const fault = putOffFault(untilOn, on)
  if (fault !== undefined) throw fieldFailure('untilOn', fault)
  // Two of hers at once would both count before either is there.
  await sql`select from identity.memberships where id = ${membership}::uuid for update`.execute(tx)
  // What has come back by itself takes no room.
  await tx.deleteFrom('notices.put_offs').where('membership', '=', membership).where('until_on', '<=', on).execute()
  const id = newId()
  const { rows } = await sql<{ id: string }>`
    insert into notices.put_offs as o (id, membership, line, until_on)
    select ${id}::uuid, ${membership}::uuid, ${line}, ${untilOn}
    where (select count(*) from notices.put_offs p where p.membership = ${membership}::uuid and p.line <> ${line}) < ${putOffLimit}
    on conflict (tenant, membership, line) do update set until_on = excluded.until_on, rev = o.rev + 1
    returning id`.execute(tx)
  const [row] = rows
  if (row === undefined) throw fieldFailure('line', 'too_long')
  act.about(row.id)
  return { line, untilOn }
}

/** Lets a line that was put off be there again. */
export async function bringBack(
  { tx, act }: Acting,
  { membership, line }: { membership: string; line: string },
): Promise<{ line: string }> {
  const row = await tx
    .deleteFrom('notices.put_offs')
    .where('membership', '=', membership)
    .where('line', '=', line)
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) act.about(row.id)
  return { line }
}

/** Stops every mail to a member: what she does by the address in a mail, without signing in. */
export async function stopMails({ tx, act }: Acting, membership: string): Promise<void> {
  const row = await tx
    .updateTable('notices.choices')
    .set((set) => ({ daily: false, at_once: false, reminders: false, rev: set('rev', '+', 1) }))
    .where('membership', '=', membership)
    .where((is) => is.or([is('daily', '=', true), is('at_once', '=', true), is('reminders', '=', true)]))
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) act.about(row.id)
}
