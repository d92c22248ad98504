import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { findPartner } from '../partners/queries.ts'

type Acting = { tx: Tx; act: Act; on: string }

export interface Matter {
  title: string
  partner?: string | undefined
  correspondent?: string | undefined
  language?: string | undefined
  dueOn?: string | undefined
}

/** Begins a matter with its letters so far. One with a diplomatic mission is closed from its beginning. */
export async function openThread(
  { tx, act }: Acting,
  { letters, ...matter }: Matter & { letters: readonly string[] },
): Promise<{ id: string; rev: number }> {
  const id = newId()
  await tx
    .insertInto('letters.threads')
    .values({ id, ...(await columnsOf(tx, matter)) })
    .execute()
  for (const letter of letters) await place(tx, { thread: id, letter, out: false })
  act.about(id)
  return { id, rev: 1 }
}

/** Changes a matter; ends it from today on, or opens it again. */
export async function mendThread(
  { tx, act, on }: Acting,
  { id, rev, ended, ...matter }: Matter & { id: string; rev: number; ended: boolean },
): Promise<{ id: string; rev: number }> {
  const before = await lockThread(tx, id)
  if (before.rev !== rev) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  const { mission, ...columns } = await columnsOf(tx, matter)
  const { rev: next } = await tx
    .updateTable('letters.threads')
    .set((set) => ({
      ...columns,
      // What was closed once stays closed: its letters are in it.
      mission: before.mission || mission,
      ended_on: ended ? (before.ended_on ?? on) : null,
      rev: set('rev', '+', 1),
    }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  act.about(id)
  return { id, rev: next }
}

/** Puts a letter into a matter or takes it from there. A letter of a mission closes the matter. */
export async function placeLetter(
  { tx, act }: Acting,
  { id, letter, out }: { id: string; letter: string; out: boolean },
): Promise<{ id: string; rev: number }> {
  const { rev } = await lockThread(tx, id)
  await place(tx, { thread: id, letter, out })
  act.about(id)
  return { id, rev }
}

async function place(tx: Tx, { thread, letter, out }: { thread: string; letter: string; out: boolean }): Promise<void> {
  const mail = await tx.selectFrom('letters.mail').select(['thread', 'mission']).where('id', '=', letter).forUpdate().executeTakeFirst() // prettier-ignore
  const written =
    mail === undefined
      ? await tx.selectFrom('letters.letters').select('thread').where('id', '=', letter).forUpdate().executeTakeFirst()
      : undefined
  const there = mail ?? written
  if (there === undefined) throw new Failure('not_found')
  if (out ? there.thread !== thread : there.thread !== null && there.thread !== thread) throw fieldFailure('letter', 'wrong') // prettier-ignore
  await tx
    .updateTable(mail === undefined ? 'letters.letters' : 'letters.mail')
    .set((set) => ({ thread: out ? null : thread, rev: set('rev', '+', 1) }))
    .where('id', '=', letter)
    .execute()
  if (!out && (mail?.mission === true || (await isWithEmbassy(tx, letter)))) await closeThread(tx, thread)
}

/** A matter with a letter of a diplomatic mission is closed, for good. */
export async function closeThread(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('letters.threads')
    .set((set) => ({ mission: true, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('mission', '=', false)
    .execute()
}

/** Whether the partner of a letter, registered or written here for a relation, is an embassy by now. */
async function isWithEmbassy(tx: Tx, letter: string): Promise<boolean> {
  const { rows } = await sql`
    select from partners.partners p where p.kind = 'embassy' and p.id in (
      select m.partner from letters.mail m where m.id = ${letter}::uuid
      union all select r.partner from letters.letters l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
        where l.id = ${letter}::uuid) limit 1`.execute(tx)
  return rows.length > 0
}

async function lockThread(tx: Tx, id: string) {
  const thread = await tx.selectFrom('letters.threads').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (thread === undefined) throw new Failure('not_found')
  return thread
}

async function columnsOf(tx: Tx, { title, partner, correspondent, language, dueOn }: Matter) {
  const found = partner === undefined ? undefined : await findPartner(tx, partner)
  if (partner !== undefined && found === undefined) throw new Failure('not_found')
  return {
    title,
    partner: partner ?? null,
    correspondent: correspondent ?? null,
    mission: found?.kind === 'embassy',
    language: language ?? null,
    due_on: dueOn ?? null,
  }
}
