import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { findOffer } from '../csr/queries.ts'
import { getSponsor, insertRelation, lockContest, type Keeper } from './locks.ts'
import { contestLimits, type KeptWord, type PartKind, type RelationKind } from './model.ts'

type Acting = { tx: Tx; act: Act; who?: Keeper }

/** Adds a category at the end. */
export async function addCategory(
  { tx, act, who }: Acting,
  { id, name, tier }: { id: string; name: string; tier?: string | undefined },
): Promise<{ id: string }> {
  await lockContest(tx, { id, who })
  const category = newId()
  const { rows } = await sql<{ id: string; n: number }>`
    insert into contests.categories (id, contest, position, name, tier)
    select ${category}::uuid, ${id}::uuid, coalesce(max(position), 0) + 1, ${name}, ${tier ?? null}::text
    from contests.categories where contest = ${id}::uuid having coalesce(max(position), 0) < ${contestLimits.parts}
    on conflict on constraint category_by_name do nothing returning id`.execute(tx)
  if (rows[0] === undefined) throw await whyNotAdded(tx, { id, table: 'contests.categories', path: 'name' })
  act.about(id)
  return { id: category }
}

interface Sponsor {
  id: string
  partner?: string | undefined
  offer?: string | undefined
  words?: string | undefined
}

/** Notes who helps: a partner, or words where no company is named. */
export async function addSponsor(
  { tx, act, who }: Acting,
  { id, partner, offer, words }: Sponsor,
): Promise<{ id: string }> {
  await lockContest(tx, { id, who })
  if (partner === undefined && words === undefined) throw fieldFailure('partner', 'required')
  const kept = partner === undefined ? null : await getSponsor(tx, partner)
  if (offer !== undefined) await refuseForeignOffer(tx, { offer, partner: kept })
  const sponsor = newId()
  const { rows } = await sql`
    insert into contests.sponsors (id, contest, partner, offer, words)
    select ${sponsor}::uuid, ${id}::uuid, ${kept}::uuid, ${offer ?? null}::uuid, ${words ?? null}::text
    from contests.sponsors where contest = ${id}::uuid having count(*) < ${contestLimits.parts}
    on conflict on constraint sponsor_once do nothing returning id`.execute(tx)
  if (rows.length === 0) throw await whyNotAdded(tx, { id, table: 'contests.sponsors', path: 'partner' })
  act.about(id)
  return { id: sponsor }
}

/** No room for one more part, or it stands there already. */
async function whyNotAdded(
  tx: Tx,
  { id, table, path }: { id: string; table: 'contests.categories' | 'contests.sponsors'; path: string },
): Promise<Failure> {
  const { n } = await tx
    .selectFrom(table)
    .select((count) => count.fn.countAll<string>().as('n'))
    .where('contest', '=', id)
    .executeTakeFirstOrThrow()
  return Number(n) >= contestLimits.parts ? new Failure('too_large') : fieldFailure(path, 'taken')
}

/** An offer that is not the helper's own. */
async function refuseForeignOffer(
  tx: Tx,
  { offer, partner }: { offer: string; partner: string | null },
): Promise<void> {
  const found = await findOffer(tx, offer)
  if (found === undefined) throw new Failure('not_found')
  if (found.company.id !== partner) throw fieldFailure('offer', 'wrong')
}

/** Says to which cooperation an edition belongs. */
export async function relateContest(
  { tx, act, who }: Acting,
  { id, relation, kind }: { id: string; relation: string; kind: RelationKind },
): Promise<{ id: string }> {
  await lockContest(tx, { id, who })
  const made = await insertRelation(tx, { contest: id, relation, kind })
  act.about(id)
  return { id: made }
}

interface LookBack {
  id: string
  entry?: string | undefined
  lookedOn: string
  kept: KeptWord
  words: string
}

/** Notes what was seen when somebody looked again: of one entry, or of the whole. */
export async function addLookBack(
  { tx, act, who, on }: Acting & { on?: string },
  { id, entry, lookedOn, kept, words }: LookBack,
): Promise<{ id: string }> {
  await lockContest(tx, { id, who })
  // The system (seed) tells what was seen in other years.
  if (on !== undefined && lookedOn > on) throw fieldFailure('lookedOn', 'wrong_order')
  const look = newId()
  if (entry !== undefined) {
    const of = await tx.selectFrom('contests.entries').select('contest').where('id', '=', entry).executeTakeFirst()
    if (of?.contest !== id) throw new Failure('not_found')
  }
  const { rows } = await sql`
    insert into contests.look_backs (id, contest, entry, looked_on, kept, words)
    select ${look}::uuid, ${id}::uuid, ${entry ?? null}::uuid, ${lookedOn}, ${kept}, ${words}
    from contests.look_backs where contest = ${id}::uuid having count(*) < 500 returning id`.execute(tx)
  if (rows.length === 0) throw new Failure('too_large')
  act.about(id)
  return { id: look }
}

const tables = {
  category: 'contests.categories',
  sponsor: 'contests.sponsors',
  statement: 'contests.statements',
  relation: 'contests.contest_relations',
  look_back: 'contests.look_backs',
} as const

/** Takes a part off. A category that somebody entered for stays. */
export async function dropPart(
  { tx, act, who }: Acting,
  { id, kind }: { id: string; kind: PartKind },
): Promise<{ id: string }> {
  const of =
    kind === 'photo'
      ? await tx
          .selectFrom('contests.entry_photos as p')
          .innerJoin('contests.entries as e', (join) =>
            join.onRef('e.tenant', '=', 'p.tenant').onRef('e.id', '=', 'p.entry'),
          )
          .select('e.contest')
          .where('p.id', '=', id)
          .executeTakeFirst()
      : await tx.selectFrom(tables[kind]).select('contest').where('id', '=', id).executeTakeFirst()
  if (of === undefined) throw new Failure('not_found')
  await lockContest(tx, { id: of.contest, who })
  if (kind === 'category') {
    const used = await tx
      .selectFrom('contests.entries')
      .select('id')
      .where('category', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (used !== undefined) throw fieldFailure('id', 'taken')
  }
  await tx
    .deleteFrom(kind === 'photo' ? 'contests.entry_photos' : tables[kind])
    .where('id', '=', id)
    .execute()
  act.about(of.contest)
  return { id }
}
