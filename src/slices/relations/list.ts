import { sql, type RawBuilder } from 'kysely'
import { typed, wordOf, type CsvFile } from '../../platform/copy.ts'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, nearnessOf, soughtWords } from '../../platform/sought-words.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { words as partnerWords } from '../partners/messages/words.gen.ts'
import { words as referenceWords } from '../reference/messages/words.gen.ts'
import type { Group, ListFilters } from './list-filters.ts'
import { words } from './messages/words.gen.ts'
import { getRelation } from './sheet.ts'
import { narrowedBy } from './narrowed.ts'
import { registerWordsOf } from './register-words.ts'
import {
  holdsOn,
  isPublished,
  lineColumns,
  lineJoins,
  settleLines,
  statusOn,
  type ListLine,
  type ReadLine,
} from './list-lines.ts'
import { isSilentOn } from './silence.ts'

/** What a list is asked for. */
export type Sought = ListFilters & { q?: string | undefined; on: DateText }

const countLimit = 1001
const similarMost = 5
// Below this two words share too little to be one misspelled: measured on names in four scripts, test/lists.test.ts.
const similarLeast = 0.34

/**
 * A page of relations, last activity first. Keyset: `after` is the id of the last row seen. `q` matches every word
 * anywhere in names of any script; the count stops at 1,001. Where words find nothing, what is spelled like them is
 * proposed.
 */
export async function listRelations(
  tx: Tx,
  { after, limit, ...sought }: Sought & { after?: string | undefined; limit: number },
) {
  const { on } = sought
  const from =
    after === undefined
      ? []
      : [
          sql`(coalesce(r.last_on, ''), r.id) < (select coalesce(b.last_on, ''), b.id from relations.relations b where b.id = ${after}::uuid)`,
        ]
  const { rows, total } = await (sought.q === undefined ? readPage : readMatches)(tx, {
    sought,
    from,
    limit: limit + 1,
  })
  if (after !== undefined && rows.length === 0) await getRelation(tx, { id: after, on })
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  const similar = total === 0 && after === undefined ? await listSimilar(tx, sought) : []
  return {
    rows: await settleLines(tx, rows.slice(0, limit), on),
    total,
    ...(next !== undefined && { next }),
    ...(similar.length > 0 && { similar }),
  }
}

/** Lines in their order, and how many there are up to 1,001. */
interface Found {
  rows: ReadLine[]
  total: number
}

interface Paging {
  sought: Sought
  /** Where the page begins, as conditions over `r`. */
  from: readonly RawBuilder<unknown>[]
  limit: number
}

/** The page walks the index, newest first; the count stops by itself. Both go out in one flight. */
async function readPage(tx: Tx, { sought, from, limit }: Paging): Promise<Found> {
  const page = sql<ReadLine>`
    with found as (
      select r.id, coalesce(r.last_on, '') as last from ${withLine(sought)} where ${all([...conditionsOf(sought), ...from])}
      order by coalesce(r.last_on, '') desc, r.id desc limit ${limit})
    select ${lineColumns(sought.on)} from found f ${lineJoins} order by f.last desc, f.id desc`.execute(tx)
  const [{ rows }, total] = await Promise.all([page, countRelations(tx, sought)])
  return { rows, total }
}

/** Words are looked up once for page and count: the trigram index is the dear part of a search. */
async function readMatches(tx: Tx, { sought, from, limit }: Paging): Promise<Found> {
  const { rows } = await sql<ReadLine & { total: number }>`
    with hits as materialized (
      select r.id, r.last_on from ${withLine(sought)} where ${all(conditionsOf(sought))}),
    found as (
      select r.id, coalesce(r.last_on, '') as last from hits r where ${all(from)}
      order by coalesce(r.last_on, '') desc, r.id desc limit ${limit})
    select ${lineColumns(sought.on)}, (select count(*)::int from (select from hits limit ${countLimit}) x) as total
    from found f ${lineJoins} order by f.last desc, f.id desc`.execute(tx)
  const total = rows[0]?.total ?? (from.length === 0 ? 0 : await countRelations(tx, sought))
  return { rows, total }
}

/**
 * The list as a file. Status, stage and end stand in the register's line, so no rule is asked row by row. Where a line
 * does not hold on a chosen day (list-lines.ts) nothing of the three is said, and on paper that it is not.
 */
export function listFile({ chosen, ...sought }: Sought & { chosen: boolean }, language: Language): CsvFile {
  const { sheet: w } = words[language]
  const says = registerWordsOf(language)
  const yes = sql`case when x.published then ${w.yes} else ${w.no} end`
  return {
    name: `${w.file}-${sought.on}.csv`,
    title: w.title,
    narrowed: [...narrowedBy(sought, language), ...(chosen ? [w.unsaid] : [])],
    days: [6, 7],
    header: [w.partner, w.native, w.country, w.kind, w.status, w.stage, w.last, w.ends, w.published],
    columns: [
      typed(sql`coalesce(x.names ->> ${language}, x.name, x.label)`),
      typed(sql`x.native_name`),
      wordOf(sql`x.country`, referenceWords[language].country, sql`lower(x.country)`),
      wordOf(sql`x.kind`, partnerWords[language].kind),
      sql`case when x.holds then ${wordOf(sql`x.status`, { ...says.status, none: '' })} end`,
      sql`case when x.holds then ${wordOf(sql`x.stage`, says.stage)} end`,
      sql`x.last_on`,
      sql`case when x.holds then nullif(x.ends_on, 'infinity')::text end`,
      yes,
    ],
    from: sql`(select r.last_on, r.label, n.name, n.names, n.native_name, n.country, n.kind, ${statusOn(sought.on)} as status,
        g.stage, g.ends_on, ${holdsOn(sought.on)} as holds, ${isPublished} as published
      from ${joined} left join partners.same_as m on m.tenant = r.tenant and m.partner = r.partner
        left join partners.partners n on n.tenant = r.tenant and n.id = case when m.same_as is null then r.partner else m.same_as end
      where ${all(conditionsOf(sought))} order by coalesce(r.last_on, '') desc, r.id desc) x`,
    more: w.more,
  }
}

async function countRelations(tx: Tx, sought: Sought): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from ${withLine(sought)} where ${all(conditionsOf(sought))} limit ${countLimit}) x`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

const groupedMost = 10_000

/** The relations that words find, in groups of equal values, for the counts of the chips; at most 10,000 are looked at. */
export async function listGroups(tx: Tx, { q, on }: Pick<Sought, 'q' | 'on'>): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select status, country, kind, published, silent, process, count(*)::int as n from (
      select ${statusOn(on)} as status, p.country, p.kind, ${isPublished} as published, ${isSilentOn(on)} as silent,
        ${hasProcess} as process
      from ${joined} where ${all(matchesOf(q))} limit ${groupedMost}) x
    group by 1, 2, 3, 4, 5, 6`.execute(tx)
  return rows
}

const joined = sql`relations.relations r join oversight.register g on g.tenant = r.tenant and g.id = r.id
  left join partners.partners p on p.tenant = r.tenant and p.id = r.partner`

/** The plain table where nothing is filtered by what stands elsewhere: that is the list everybody opens first. */
function withLine({ status, country, kind, silent }: ListFilters): RawBuilder<unknown> {
  return status === undefined && country === undefined && kind === undefined && silent === undefined
    ? sql`relations.relations r`
    : joined
}

const hasProcess = sql<boolean>`(r.cooperation_type is distinct from 'none'
  and exists (select from relations.processes c where c.tenant = r.tenant and c.relation = r.id))`

function conditionsOf({ q, on, status, country, kind, published, silent, process }: Sought): RawBuilder<unknown>[] {
  return [
    ...matchesOf(q),
    ...(status === undefined ? [] : [sql`${statusOn(on)} = ${status}`]),
    ...(country === undefined ? [] : [sql`p.country = ${country}`]),
    ...(kind === undefined ? [] : [sql`p.kind = ${kind}`]),
    ...(published === undefined ? [] : [sql`${isPublished} = ${published === 'yes'}`]),
    ...(silent === undefined ? [] : [isSilentOn(on)]),
    ...(process === undefined ? [] : [sql`${hasProcess} = ${process === 'with'}`]),
  ]
}

const all = (conditions: readonly RawBuilder<unknown>[]) => sql.join([sql`true`, ...conditions], sql` and `)

/** What somebody typed as conditions, one per word, at most eight. */
function matchesOf(q: string | undefined): RawBuilder<unknown>[] {
  return soughtWords(q ?? '').map((word) => holdsWord(sql`r.search`, word))
}

/**
 * Relations whose names are spelled like the words, the likest first: "Hanamatsu" finds Hamamatsu. Each word must be near
 * to some word of the names. Only the region's own rows are compared, and only when no row has the words themselves.
 */
async function listSimilar(tx: Tx, { q, ...filters }: Sought): Promise<ListLine[]> {
  const words = soughtWords(q ?? '').filter((word) => /[\p{L}\p{N}]{2}/u.test(word))
  const [first] = words
  if (first === undefined) return []
  const near = sql`least(${sql.join(words.slice(0, 3).map((word) => nearnessOf(word, sql`r.search`)))})`
  const { rows } = await sql<ReadLine>`
    with near as materialized (
      select r.id, ${near} as near from ${withLine(filters)} where ${all(conditionsOf(filters))}),
    best as (select * from near where near >= ${similarLeast} order by near desc, id limit ${similarMost})
    select ${lineColumns(filters.on)} from best f ${lineJoins} order by f.near desc, f.id`.execute(tx)
  return await settleLines(tx, rows, filters.on)
}
