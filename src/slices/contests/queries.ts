import { sql } from 'kysely'
import type { Who } from '../../platform/call.ts'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import type { Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Capacity, OfficeId } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { levelOf, type Level } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import {
  missingOf,
  type Completeness,
  type KeptWord,
  type Moment,
  type PublishedContest,
  type RelationKind,
} from './model.ts'
import { columns, newest, withoutNulls, type Row } from './rows.ts'

export { findReceipt, findReceiptOwner, type Receipt } from './receipts.ts'
export { programmes } from './lines.ts'
export { findResult } from './results-read.ts'
export { listPublicSponsoredBy, listSponsoredBy } from './sponsored.ts'

/** The contests of the region, newest first (at most 100); those taken back stand last. */
export async function listContests(tx: Tx, { q = '' }: { q?: string | undefined }): Promise<Row[]> {
  const { zone } = await getRegion(tx)
  const folded = sql`platform.fold(concat_ws(' ', c.title, c.occasion))`
  const found = soughtWords(q).map((word) => holdsWord(folded, word))
  const { rows } = await sql<Omit<Row, 'zone'>>`
    select ${columns} from contests.contests c where ${found.length === 0 ? sql`true` : sql.join(found, sql` and `)}
    order by (c.voided_on is not null), ${newest} limit 100`.execute(tx)
  return rows.map((row) => ({ ...row, zone: zone as Zone }))
}

interface Whole extends Row {
  about: string | null
  aboutLang: string
  organiserWords: string | null
  occasion: string | null
  opensAt: string | null
  closesBefore: string | null
  announceOn: string | null
  lookBackOn: string | null
  purgeOn: string | null
  purgedOn: string | null
  tiers: string[]
  goals: number[]
  excludesLastWinner: boolean
  previous: { id: string; slug: string; title: string } | null
  leniency: string | null
  wantsPhotos: boolean
  voidedReason: string | null
  categories: { id: string; name: string; tier: string | null }[]
  sponsors: {
    id: string
    partner: { id: string; slug: string; name: string } | null
    offer: string | null
    offered: { what: string; textLang: string; year: number } | null
    words: string | null
    wordsLang: string
  }[]
  statements: {
    id: string
    speaker: string
    official: string | null
    office: OfficeId | null
    capacity: Capacity | null
    words: string
    wordsLang: string
    rev: number
  }[]
  relations: { id: string; relation: string; slug: string; name: string; kind: RelationKind }[]
  lookBacks: {
    id: string
    lookedOn: string
    kept: KeptWord
    words: string
    wordsLang: string
    entry: { number: number; name: string } | null
  }[]
  counts: { all: number; unchecked: number; complete: number; incomplete: number; withdrawn: number }
  rev: number
}

/** One edition by its address, with everything that belongs to it. */
export async function getContest(tx: Tx, { slug, who }: { slug: string; who: Pick<Who, 'role' | 'unit'> }) {
  const { zone } = await getRegion(tx)
  const { rows } = await sql<Omit<Whole, 'zone'>>`
    select ${columns}, c.about, c.about_lang as "aboutLang", c.organiser_words as "organiserWords", c.occasion,
      c.opens_at as "opensAt", c.closes_before as "closesBefore", c.announce_on as "announceOn", c.look_back_on as "lookBackOn",
      c.purge_on as "purgeOn", c.purged_on as "purgedOn", c.tiers, c.goals, c.excludes_last_winner as "excludesLastWinner",
      (select json_build_object('id', b.id, 'slug', b.slug, 'title', b.title) from contests.contests b
        where b.tenant = c.tenant and b.id = c.previous) as previous,
      c.leniency, c.wants_photos as "wantsPhotos", c.voided_reason as "voidedReason", c.rev,
      coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'tier', k.tier) order by k.position)
        from contests.categories k where k.contest = c.id), '[]') as categories,
      coalesce((select json_agg(json_build_object('id', s.id, 'offer', s.offer, 'words', s.words, 'wordsLang', s.words_lang,
          'offered', case when o.id is null then null else json_build_object('what', o.what, 'textLang', o.text_lang, 'year', o.year) end,
          'partner', case when p.id is null then null else json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) end) order by s.id)
        from contests.sponsors s left join partners.partners p on p.tenant = s.tenant and p.id = s.partner
        left join csr.offers o on o.tenant = s.tenant and o.id = s.offer where s.contest = c.id), '[]') as sponsors,
      coalesce((select json_agg(json_build_object('id', s.id, 'speaker', coalesce(o.name, s.speaker), 'official', s.official, 'office', o.office, 'capacity', o.capacity,
          'words', s.words, 'wordsLang', s.words_lang, 'rev', s.rev) order by s.position)
        from contests.statements s left join reference.officials o on o.tenant = s.tenant and o.id = s.official where s.contest = c.id), '[]') as statements,
      coalesce((select json_agg(json_build_object('id', l.id, 'relation', r.id, 'slug', r.slug, 'kind', l.kind,
          'name', coalesce(p.name, r.label, r.slug)) order by l.id)
        from contests.contest_relations l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
        left join partners.partners p on p.tenant = r.tenant and p.id = r.partner where l.contest = c.id), '[]') as relations,
      coalesce((select json_agg(json_build_object('id', l.id, 'lookedOn', l.looked_on, 'kept', l.kept, 'words', l.words, 'wordsLang', l.words_lang,
          'entry', case when e.id is null then null else json_build_object('number', e.number, 'name', e.name) end) order by l.looked_on desc, l.id)
        from (select * from contests.look_backs where contest = c.id order by looked_on desc, id limit 100) l
        left join contests.entries e on e.tenant = l.tenant and e.id = l.entry), '[]') as "lookBacks",
      (select json_build_object('all', count(*) filter (where e.withdrawn_on is null),
          'unchecked', count(*) filter (where e.withdrawn_on is null and e.completeness = 'unchecked'),
          'complete', count(*) filter (where e.withdrawn_on is null and e.completeness = 'complete'),
          'incomplete', count(*) filter (where e.withdrawn_on is null and e.completeness = 'incomplete'),
          'withdrawn', count(*) filter (where e.withdrawn_on is not null)) from contests.entries e where e.contest = c.id) as counts
    from contests.contests c where c.slug = ${slug}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  const isOwn = who.role !== 'opd' || who.unit === row.organiser.id
  const mayKeep =
    (who.role === 'petugas' || who.role === 'kepala_bagian' || who.role === 'opd') && isOwn && row.voidedOn === null
  return { ...row, zone: zone as Zone, mayKeep, levels: await levelsOf(tx, row) }
}

/** How well each value is known, as `<record>.<field>`; a value without lines is the officer's own. */
async function levelsOf(tx: Tx, { id, sponsors, statements }: Omit<Whole, 'zone'>): Promise<Record<string, Level>> {
  const lines = await listProvenance(tx, [id, ...sponsors.map((one) => one.id), ...statements.map((one) => one.id)])
  const byField = Map.groupBy(lines, ({ subject, field }) => `${subject}.${field}`)
  return Object.fromEntries([...byField].map(([field, about]) => [field, levelOf(about)]))
}

/** What is asked of a list of entries. */
export interface SoughtEntries {
  id: string
  q?: string | undefined
  show: 'all' | Completeness | 'withdrawn'
}

interface EntryRow {
  id: string
  number: number
  name: string
  rtRw: string | null
  kecamatan: string | null
  village: string
  category: string | null
  enteredAt: string
  completeness: Completeness
  missing: string[]
  checkedOn: string | null
  withdrawnOn: string | null
  withdrawnReason: string | null
  photos: { id: string; file: string; moment: Moment; caption: string | null; isPublic: boolean }[]
  entrant: string | null
  phone: string | null
  words: string | null
  wordsLang: string
  wantsPhotos: boolean
  rev: number
}

/**
 * Entries by number, after the number `after`. Who entered and how to call her is told to whoever keeps the contest; the
 * others learn the kampung alone.
 */
export async function listEntries(
  tx: Tx,
  { id, q = '', show, after = 0, limit, who }: SoughtEntries & { after?: number | undefined; limit: number; who: Pick<Who, 'role' | 'unit'> }, // prettier-ignore
) {
  const contest = await tx
    .selectFrom('contests.contests')
    .select('organiser_unit')
    .where('id', '=', id)
    .executeTakeFirst()
  if (contest === undefined) throw new Failure('not_found')
  const keeps =
    who.role === 'petugas' ||
    who.role === 'kepala_bagian' ||
    (who.role === 'opd' && who.unit === contest.organiser_unit)
  const folded = sql`platform.fold(concat_ws(' ', e.number, e.name, e.rt_rw, e.kecamatan, e.village))`
  const found = soughtWords(q).map((word) => holdsWord(folded, word))
  const state =
    show === 'withdrawn'
      ? sql`e.withdrawn_on is not null`
      : show === 'all'
        ? sql`true`
        : sql`e.withdrawn_on is null and e.completeness = ${show}`
  const { rows } = await sql<EntryRow>`
    select e.id, e.number, e.name, e.rt_rw as "rtRw", e.kecamatan, e.village, k.name as category, e.entered_at as "enteredAt",
      e.completeness, e.missing, e.checked_on as "checkedOn", e.withdrawn_on as "withdrawnOn", e.withdrawn_reason as "withdrawnReason",
      e.entrant, e.phone, e.words, e.words_lang as "wordsLang", c.wants_photos as "wantsPhotos", e.rev,
      coalesce((select json_agg(json_build_object('id', h.id, 'file', h.file, 'moment', h.moment, 'caption', h.caption, 'isPublic', h.is_public)
        order by array_position(array['before', 'after', 'look_back'], h.moment), h.position) from contests.entry_photos h where h.entry = e.id), '[]') as photos
    from contests.entries e join contests.contests c on c.tenant = e.tenant and c.id = e.contest
    left join contests.categories k on k.tenant = e.tenant and k.id = e.category
    where e.contest = ${id}::uuid and e.number > ${after} and ${state} and ${found.length === 0 ? sql`true` : sql.join(found, sql` and `)}
    order by e.number limit ${limit + 1}`.execute(tx)
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? shown.at(-1)?.number : undefined
  const isWhole = show === 'all' && q.trim() === ''
  return {
    cancelled: isWhole ? await listCancelled(tx, { id, after, until: next }) : [],
    rows: shown.map(({ entrant, phone, words: said, wantsPhotos, ...row }) => ({
      ...row,
      lacks: missingOf(
        {
          rtRw: row.rtRw ?? undefined,
          kecamatan: row.kecamatan ?? undefined,
          entrant: entrant ?? undefined,
          phone: phone ?? undefined,
          words: said ?? undefined,
          photos: row.photos.filter(({ moment }) => moment === 'before').length,
        },
        { wantsPhotos },
      ),
      ...(keeps && { entrant, phone, words: said }),
    })),
    ...(next !== undefined && { next }),
  }
}

/** Numbers that were given and whose entries are no more: taken back by an undo (at most 500). */
async function listCancelled(
  tx: Tx,
  { id, after, until }: { id: string; after: number; until: number | undefined },
): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select n.number from contests.counters c cross join generate_series(${after}::int + 1, least(c.last, ${until ?? null}::int)) as n(number)
    where c.contest = ${id}::uuid
      and not exists (select from contests.entries e where e.contest = c.contest and e.number = n.number)
    order by n.number limit 500`.execute(tx)
  return rows.map(({ number }) => number)
}

/** A published edition by its address. */
export async function findPublished(
  portal: PortalDb,
  slug: string,
): Promise<(PublishedContest & { tenant: string; relationIds: string[] }) | undefined> {
  const row = await portal
    .selectFrom('contests.published')
    .select(['tenant', 'relations', 'document'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row && { ...(withoutNulls(row.document) as PublishedContest), tenant: row.tenant, relationIds: row.relations }
}

/** Whether an address once showed an edition and does not any more. */
export async function isWithdrawn(portal: PortalDb, slug: string): Promise<boolean> {
  const row = await portal.selectFrom('contests.withdrawn').select('id').where('slug', '=', slug).executeTakeFirst()
  return row !== undefined
}

/** A public contest as a record that a reader may write about. */
export async function findPublicContest(portal: PortalDb, { slug }: { slug: string }) {
  const found = await findPublished(portal, slug)
  if (found === undefined) return undefined
  const { tenant, id, title, region } = found
  return { tenant, id, title, region: { slug: region.slug, name: region.name } }
}

/** The id of an edition by its address. */
export async function getContestId(tx: Tx, slug: string): Promise<string> {
  const row = await tx.selectFrom('contests.contests').select('id').where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.id
}

/** How contests are called, for lists that name records (at most 500). */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return []
  return await tx
    .selectFrom('contests.contests')
    .select(['id', 'title'])
    .where('id', 'in', [...ids])
    .limit(500)
    .execute()
}
