import { sql } from 'kysely'
import { fixed, type Entered, type Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { addDays } from '../../shared/dates.ts'
import { foldForSearch } from '../../shared/text.ts'
import type { PartnerCard } from '../partners/model.ts'
import type { CooperationType } from '../procedures/model.ts'
import type { SectorId } from '../reference/model.ts'
import {
  currentStage,
  fieldOn,
  processOn,
  silentAfterDays,
  silentFor,
  statusOf,
  type Field,
  type Process,
} from './model.ts'

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
  const relation = {
    notContinuedOn: row.notContinuedOn ?? undefined,
    cooperationType: row.cooperationType ?? undefined,
    process: row.process ?? undefined,
  }
  const process = processOn(relation, on)
  return {
    ...row,
    process: process ?? null,
    status: statusOf(relation, on) ?? null,
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

/** The fields of cooperation of a relation in their order (at most 200), as they stood on a day. */
export async function listFields(tx: Tx, { relation, on }: { relation: string; on: string }): Promise<Field[]> {
  const { rows } = await sql<Omit<Field, 'sector' | 'name'> & { sector: SectorId | null; name: string | null }>`
    select f.id, f.position, f.sector, f.name, f.standing, f.occurred_on as "occurredOn", f.rev,
      (select coalesce(json_agg(json_build_object('standing', s.standing, 'occurredOn', s.occurred_on) order by s.id), '[]')
       from relations.standings s where s.tenant = f.tenant and s.field = f.id) as standings
    from relations.fields f where f.relation = ${relation}::uuid order by f.position, f.id limit 200`.execute(tx)
  return rows.flatMap(({ sector, name, ...field }) => {
    const then = fieldOn({ ...field, sector: sector ?? undefined, name: name ?? undefined }, on)
    return then === undefined ? [] : [then]
  })
}

const silentLimit = 100

/**
 * Relations that have been silent on a day, the longest silence first: the first `limit` of them, and how many there
 * are in all (at most 100). The condition in SQL is `silentFor` once more, so that the index finds the few rows.
 */
export async function listSilent(tx: Tx, { on, limit }: { on: string; limit: number }) {
  const { rows } = await sql<RelationRow & { total: number }>`
    with waiting as (
      select r.id, r.last_on from relations.relations r
      where coalesce(r.last_on, '') between '0' and ${addDays(on, -silentAfterDays)}
        and r.cooperation_type is distinct from 'none'
        and (r.not_continued_on is null or rpad(r.not_continued_on, 10, '-01-01') > ${on})
        and exists (select from relations.processes c
          where c.tenant = r.tenant and c.relation = r.id and rpad(c.began_on, 10, '-01-01') <= ${on})
      order by coalesce(r.last_on, ''), r.id limit ${silentLimit})
    select s.*, (select count(*)::int from waiting) as total
    from waiting w join relations.sheets s on s.id = w.id order by w.last_on, w.id limit ${limit}`.execute(tx)
  const silent = rows.flatMap((row) => {
    const { id, slug, label, partner, lastOn, status } = present(row, on)
    const days = silentFor({ status, lastOn }, on)
    if (days === undefined || lastOn === null) return []
    return [{ id, slug, label, partner: partner && { name: partner.name, names: partner.names ?? {} }, lastOn, days }]
  })
  return { rows: silent, total: rows[0]?.total ?? 0 }
}
