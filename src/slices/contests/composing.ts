import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Named } from '../../shared/names.ts'
import type { Capacity, OfficeId } from '../reference/model.ts'
import { getRegion } from '../reference/queries.ts'
import { findPublication } from '../relations/published.ts'
import { periodicInformation } from '../sources/model.ts'
import { listPublicLines } from '../sources/published.ts'
import type {
  Category,
  PublishedContest,
  PublishedLookBack,
  PublishedPhoto,
  PublishedSponsor,
  RelationKind,
} from './model.ts'
import { getKey } from './signing.ts'

interface Row {
  id: string
  slug: string
  title: string
  titleLang: string
  about: string | null
  aboutLang: string
  unit: string
  unitShort: string | null
  organiserWords: string | null
  occasion: string | null
  opensOn: string | null
  closesOn: string | null
  closesTime: string | null
  opensAt: string | null
  closesBefore: string | null
  contestOn: string | null
  announceOn: string | null
  lookBackOn: string | null
  purgeOn: string | null
  tiers: string[]
  goals: number[]
  excludesLastWinner: boolean
  previous: { slug: string; title: string } | null
  leniency: string | null
  wantsPhotos: boolean
  categories: Category[]
  criteria: NonNullable<PublishedContest['criteria']>
  sponsors: PublishedSponsor[]
  statements: Spoken[]
  lookBacks: PublishedLookBack[]
  photos: PublishedPhoto[]
  relations: { relation: string; slug: string; kind: RelationKind; partner: Named | null }[]
}

interface Spoken {
  id: string
  name: string
  office: OfficeId
  capacity: Capacity
  unit: string | null
  words: string
  wordsLang: string
}

/** The criteria in use of the contest `c`, in their order. */
const criteriaOf = sql`coalesce((select json_agg(json_build_object('name', k.name, 'nameLang', k.name_lang, 'weight', k.weight) order by k.position)
  from contests.criteria k join contests.judging j on j.tenant = k.tenant and j.id = k.contest and j.version = k.version
  where k.contest = c.id), '[]')`

/** The criteria that are frozen are the ones that the world reads. */
export async function tellCriteria(tx: Tx, id: string): Promise<void> {
  await sql`update contests.published p set document = p.document || jsonb_build_object('criteria', ${criteriaOf})
    from contests.contests c where c.tenant = p.tenant and c.id = p.id and p.id = ${id}::uuid`.execute(tx)
}

/** What the world may see of an edition: no entrant's name or number, no speaker without an office, chosen photographs. */
export async function composePublished(
  tx: Tx,
  id: string,
): Promise<{ document: PublishedContest; relations: string[]; demonstration: boolean }> {
  const region = await getRegion(tx)
  const { rows } = await sql<Row>`
    select c.id, c.slug, c.title, c.title_lang as "titleLang", c.about, c.about_lang as "aboutLang",
      u.name as unit, u.short_name as "unitShort", c.organiser_words as "organiserWords", c.occasion,
      c.opens_on as "opensOn", c.closes_on as "closesOn", c.closes_time as "closesTime",
      c.opens_at as "opensAt", c.closes_before as "closesBefore", c.contest_on as "contestOn",
      c.announce_on as "announceOn", c.look_back_on as "lookBackOn", c.purge_on as "purgeOn", c.tiers, c.goals,
      c.excludes_last_winner as "excludesLastWinner", c.leniency, c.wants_photos as "wantsPhotos",
      (select json_build_object('slug', b.slug, 'title', b.title) from contests.published p
        join contests.contests b on b.tenant = p.tenant and b.id = p.id where p.id = c.previous) as previous,
      coalesce((select json_agg(json_strip_nulls(json_build_object('id', k.id, 'name', k.name, 'tier', k.tier)) order by k.position)
        from contests.categories k where k.contest = c.id), '[]') as categories,
      ${criteriaOf} as criteria,
      coalesce((select json_agg(json_strip_nulls(json_build_object('id', s.id, 'words', s.words, 'wordsLang', s.words_lang,
          'partner', case when p.id is null then null else json_build_object('slug', p.slug, 'name', p.name, 'names', p.names) end)) order by s.id)
        from contests.sponsors s left join partners.partners p on p.tenant = s.tenant and p.id = s.partner where s.contest = c.id), '[]') as sponsors,
      coalesce((select json_agg(json_build_object('id', s.id, 'name', o.name, 'office', o.office, 'capacity', o.capacity,
          'unit', coalesce(n.short_name, n.name), 'words', s.words, 'wordsLang', s.words_lang) order by s.position)
        from contests.statements s join reference.officials o on o.tenant = s.tenant and o.id = s.official
        left join reference.units n on n.tenant = o.tenant and n.id = o.unit where s.contest = c.id), '[]') as statements,
      coalesce((select json_agg(json_strip_nulls(json_build_object('id', l.id, 'lookedOn', l.looked_on, 'kept', l.kept, 'words', l.words, 'wordsLang', l.words_lang,
          'entry', case when e.id is null then null else json_build_object('number', e.number, 'name', e.name) end)) order by l.looked_on desc, l.id)
        from (select * from contests.look_backs where contest = c.id order by looked_on desc, id limit 100) l
        left join contests.entries e on e.tenant = l.tenant and e.id = l.entry), '[]') as "lookBacks",
      coalesce((select json_agg(json_build_object('id', h.id, 'moment', h.moment, 'caption', h.caption, 'sha256', f.sha256, 'kind', f.kind, 'bytes', f.bytes,
          'entry', json_build_object('number', e.number, 'name', e.name)) order by e.number, h.moment desc, h.position)
        from contests.entry_photos h join contests.entries e on e.tenant = h.tenant and e.id = h.entry
        join files.files f on f.tenant = h.tenant and f.id = h.file
        where e.contest = c.id and e.withdrawn_on is null and h.is_public and h.caption is not null and f.kind in ('jpeg', 'png') and e.number <= 100000), '[]') as photos,
      coalesce((select json_agg(json_build_object('relation', r.id, 'slug', r.slug, 'kind', l.kind,
          'partner', case when p.id is null then null else json_build_object('name', p.name, 'names', p.names) end) order by l.id)
        from contests.contest_relations l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
        left join partners.partners p on p.tenant = r.tenant and p.id = r.partner where l.contest = c.id), '[]') as relations
    from contests.contests c join reference.units u on u.tenant = c.tenant and u.id = c.organiser_unit
    where c.id = ${id}::uuid`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  const { unit, unitShort, statements, relations, previous, ...rest } = row
  const shown = []
  for (const one of relations) {
    if ((await findPublication(tx, one.relation)) !== undefined) shown.push(one)
  }
  const known = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== null),
  ) as unknown as PublishedContest
  const subjects = [id, ...row.sponsors.map((sponsor) => sponsor.id), ...statements.map((each) => each.id)]
  const document: PublishedContest = {
    ...known,
    organiser: { name: unit, ...(unitShort !== null && { shortName: unitShort }) },
    zone: region.zone as Zone,
    ...(previous !== null && { previous }),
    statements: statements.map(({ id: of, name, office, capacity, unit: body, words, wordsLang }) => ({
      id: of,
      speaker: { name, office, capacity, ...(body !== null && { unit: body }) },
      words,
      wordsLang,
    })),
    relations: shown.map(({ slug, kind, partner }) => ({ slug, kind, ...(partner !== null && { partner }) })),
    photos: row.photos.slice(0, 60),
    publicKey: (await getKey(tx)).publicKey,
    region: { slug: region.slug, name: region.name, names: region.names as Record<string, string> },
    ground: periodicInformation,
    provenance: await listPublicLines(tx, subjects),
  }
  return { document, relations: relations.map(({ relation }) => relation), demonstration: region.demonstration }
}
