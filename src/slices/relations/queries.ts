import { sql } from 'kysely'
import { fixed, type Entered, type Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { foldForSearch } from '../../shared/text.ts'
import type { PartnerCard } from '../partners/model.ts'
import type { CooperationType } from '../procedures/model.ts'
import type { SectorId } from '../reference/model.ts'
import { currentStage, processOn, statusOf, type Field, type Process, type Standing } from './model.ts'

interface RelationRow {
  id: string
  slug: string
  label: string | null
  cooperationType: CooperationType | null
  purpose: string | null
  beganOn: string | null
  notContinuedOn: string | null
  lastOn: string | null
  rev: number
  partner:
    | (Omit<PartnerCard, 'nativeName' | 'nativeLang' | 'country' | 'kind'> &
        Record<'nativeName' | 'nativeLang' | 'country' | 'kind', string | null>)
    | null
  process: Process | null
  published: boolean
}

// relations.sheets is a view that brings partner and process along as JSON, so a list of 25 is still one trip.
const relationById = fixed<RelationRow>('select * from relations.sheets where id = $1')

/** The same for the person behind a session, in one trip: $1 is the hash of her token, $2 the relation. */
export const relationEntered = fixed<Entered<RelationRow>>('select who, answer from relations.read_entered($1, $2)')

/** A row with what the rules say of it on a day. */
function present(row: RelationRow, on: string) {
  const process = row.process === null ? undefined : processOn(row.process, on)
  return {
    ...row,
    process: process ?? null,
    status:
      statusOf({ notContinuedOn: row.notContinuedOn ?? undefined, process: row.process ?? undefined }, on) ?? null,
    stage: process === undefined ? null : currentStage(process),
  }
}

/** A relation with partner, process, status and stage on a day. */
export async function getRelation(tx: Tx, { id, on }: { id: string; on: string }) {
  const [row] = await relationById(tx, [id])
  return presentOne(row, on)
}

/** The one relation that was asked for, as it stood on a day. */
export function presentOne(row: RelationRow | null | undefined, on: string) {
  if (row === null || row === undefined) throw new Failure('not_found')
  return present(row, on)
}

/** The id of a relation by its public slug. */
export async function getRelationId(tx: Tx, slug: string): Promise<string> {
  const row = await tx.selectFrom('relations.relations').select('id').where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.id
}

const countLimit = 1001

/**
 * A page of relations, last activity first. Keyset: `after` is the id of the last row seen. `q` matches every word
 * anywhere in names of any script; the count stops at 1,001.
 */
export async function listRelations(
  tx: Tx,
  { q, after, limit, on }: { q?: string | undefined; after?: string | undefined; limit: number; on: string },
) {
  const matches = sql.join([sql`true`, ...matchesOf(q)], sql` and `)
  const from =
    after === undefined
      ? sql`true`
      : sql`(coalesce(r."lastOn", ''), r.id) < (select coalesce(b.last_on, ''), b.id from relations.relations b where b.id = ${after}::uuid)`
  const { rows } = await sql<RelationRow>`
    select r.* from relations.sheets r where ${matches} and ${from}
    order by coalesce(r."lastOn", '') desc, r.id desc limit ${limit + 1}`.execute(tx)
  if (after !== undefined && rows.length === 0) await getRelation(tx, { id: after, on })
  const total = await countRelations(tx, matches)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return { rows: rows.slice(0, limit).map((row) => present(row, on)), total, ...(next !== undefined && { next }) }
}

async function countRelations(tx: Tx, matches: ReturnType<typeof sql.join>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from relations.relations r where ${matches} limit ${countLimit}) x`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/** What somebody typed as conditions, one per word, at most eight; the typed wildcards are plain characters. */
function matchesOf(q: string | undefined) {
  const words = foldForSearch(q ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.slice(0, 8).map((word) => {
    // 東京 has no three letters in a row: the trigram index would be read from end to end, over all regions (170 ms).
    // strpos() cannot use it, so only the region's own rows are looked at (5 ms for 2,500).
    if (!/[\p{L}\p{N}]{3}/u.test(word)) return sql`strpos(r.search, ${word}) > 0`
    return sql`r.search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`
  })
}

/** The fields of cooperation of a relation in their order (at most 200). */
export async function listFields(tx: Tx, relation: string): Promise<Field[]> {
  const rows = await tx
    .selectFrom('relations.fields')
    .select(['id', 'position', 'sector', 'name', 'standing', 'occurred_on', 'rev'])
    .where('relation', '=', relation)
    .orderBy('position')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    sector: (row.sector ?? undefined) as SectorId | undefined,
    name: row.name ?? undefined,
    standing: row.standing as Standing,
    occurredOn: row.occurred_on,
    rev: row.rev,
  }))
}
