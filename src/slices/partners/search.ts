import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import { Failure } from '../../shared/failure.ts'
import { foldForSearch } from '../../shared/text.ts'
import { likeness, proposedFrom, type Likable } from './likeness.ts'
import type { PartnerEntry } from './model.ts'
import { columns, entryOf, type PartnerRow } from './rows.ts'

export interface Sought {
  q?: string | undefined
  kind?: string | undefined
  country?: string | undefined
  after?: string | undefined
  limit: number
}

const countLimit = 1001

type Found = PartnerRow & { found_as: string | null }
const present = ({ found_as, ...row }: Found) => ({ ...entryOf(row), foundAs: found_as ?? undefined })

/**
 * A page of partners by name. Every word of `q` is sought in names of any script, other spellings and the names of
 * merged partners, which are not listed themselves. Where nothing holds the words, what is spelled alike, nearest first.
 */
export async function listPartners(tx: Tx, { q = '', kind, country, after, limit }: Sought) {
  const words = soughtWords(q)
  const of = sql.join([notMerged, ...narrowed({ kind, country })], sql` and `)
  const matches = sql.join([of, ...words.map(holds)], sql` and `)
  const from =
    after === undefined
      ? sql`true`
      : sql`(lower(p.name), p.id) > (select lower(b.name), b.id from partners.partners b where b.id = ${after}::uuid)`
  const { rows } = await sql<Found>`
    select ${columns}, ${foundAs(words)} as found_as from partners.partners p
    where ${matches} and ${from} order by lower(p.name), p.id limit ${limit + 1}`.execute(tx)
  if (after !== undefined && rows.length === 0) await refuseUnknown(tx, after)
  if (rows.length === 0 && after === undefined && words.length > 0) return await listAlike(tx, { words, of, limit })
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from (select from partners.partners p where ${matches} limit ${countLimit}) x`.execute(tx)
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return {
    rows: rows.slice(0, limit).map(present),
    total: counted[0]?.n ?? 0,
    alike: false,
    ...(next !== undefined && { next }),
  }
}

/** The partners of the region that may be the one described, the likeliest first (at most eight). */
export async function proposeSame(
  tx: Tx,
  sought: Likable & { except?: string | undefined },
): Promise<(PartnerEntry & { likeness: number })[]> {
  const forms = [sought.name, ...Object.values(sought.names ?? {}), sought.nativeName].filter(
    (form) => form !== undefined,
  )
  const folded = forms.map((form) => foldForSearch(form))
  // The database brings whatever shares letters; what is alike is decided by the rule alone.
  const { rows } = await sql<PartnerRow & { aliases: string[] }>`
    with sought as (select unnest(${folded}::text[]) as q),
    near as (
      select x.id, max(x.near) as near from (
        select p.id, greatest(word_similarity(s.q, p.search), word_similarity(p.search, s.q), similarity(s.q, p.search)) as near
        from partners.partners p cross join sought s
        union all
        select a.partner, greatest(word_similarity(s.q, a.search), similarity(s.q, a.search)) from partners.aliases a cross join sought s
      ) x where x.near > 0.2 group by x.id order by 2 desc, 1 limit 100)
    select ${columns},
      array(select a.name from partners.aliases a where a.tenant = p.tenant and a.partner = p.id order by a.id limit 50) as aliases
    from near n join partners.partners p on p.id = n.id
    where ${notMerged} and p.id is distinct from ${sought.except ?? null}::uuid
    order by n.near desc, p.id`.execute(tx)
  return rows
    .map(({ aliases, ...row }) => {
      const entry = entryOf(row)
      return { ...entry, likeness: likeness(sought, { ...entry, aliases }) }
    })
    .filter((found) => found.likeness >= proposedFrom)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 8)
}

const notMerged = sql`not exists (select from partners.same_as m where m.tenant = p.tenant and m.partner = p.id)`

function narrowed({ kind, country }: Pick<Sought, 'kind' | 'country'>) {
  return [
    ...(kind === undefined ? [] : [sql`p.kind = ${kind}`]),
    ...(country === undefined ? [] : [sql`p.country = ${country}`]),
  ]
}

/** The partner holds the word itself, by another spelling, or by a partner that was merged into it. */
function holds(word: string) {
  return sql`p.id in (
    select coalesce(m.same_as, h.id) from (
      select w.id from partners.partners w where ${holdsWord(sql`w.search`, word)}
      union select a.partner from partners.aliases a where ${holdsWord(sql`a.search`, word)}) h
    left join partners.same_as m on m.partner = h.id)`
}

function foundAs(words: readonly string[]) {
  if (words.length === 0) return sql`null::text`
  const own = sql.join(words.map((word) => holdsWord(sql`p.search`, word)), sql` and `) // prettier-ignore
  const other = sql.join(words.map((word) => holdsWord(sql`o.search`, word)), sql` or `) // prettier-ignore
  return sql`case when not (${own}) then (
    select o.name from (
      select a.name, a.search from partners.aliases a where a.partner = p.id
      union all select d.name, d.search from partners.same_as m join partners.partners d on d.id = m.partner where m.same_as = p.id
      union all select a.name, a.search from partners.same_as m join partners.aliases a on a.partner = m.partner where m.same_as = p.id) o
    where ${other} order by o.name limit 1) end`
}

interface Alike {
  words: readonly string[]
  of: RawBuilder<unknown>
  limit: number
}

/** Of a region's few thousand partners each is compared; an index would find only what shares most letters. */
async function listAlike(tx: Tx, { words, of, limit }: Alike) {
  const { rows } = await sql<Found & { near: number }>`
    select ${columns}, n.alias as found_as, n.near from partners.partners p
    cross join lateral (
      select x.near, x.alias from (
        select ${nearness(sql`p.search`, words)} as near, null::text as alias
        union all select ${nearness(sql`a.search`, words)}, a.name from partners.aliases a where a.tenant = p.tenant and a.partner = p.id) x
      order by x.near desc, x.alias nulls first limit 1) n
    where ${of} and n.near >= 0.45 order by n.near desc, p.id limit ${Math.min(limit, 10)}`.execute(tx)
  return { rows: rows.map(present), total: rows.length, alike: rows.length > 0 }
}

/** How near the worst of the words is to something in the text, from 0 to 1. */
function nearness(column: RawBuilder<unknown>, words: readonly string[]) {
  return sql`least(${sql.join(words.map((word) => sql`word_similarity(${word}, ${column})`))})`
}

async function refuseUnknown(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('partners.partners').select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
}
