import { sql } from 'kysely'
import type { Who } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { needStandings, type NeedField, type NeedStanding, type RealisationStanding } from './model.ts'
import { keptPartner, needColumns, type NeedRow } from './rows.ts'

export interface Sought {
  q?: string | undefined
  field?: NeedField | undefined
  standing?: NeedStanding | undefined
}

/** Needs as they were known on a day, newest first, by keyset; with how many of what is sought stand where. */
export async function listNeeds(
  tx: Tx,
  { on, q = '', field, standing, after, limit }: Sought & { on: string; after?: string | undefined; limit: number },
) {
  const parts = [sql`n.entered_on <= ${on}`, ...soughtWords(q).map((word) => holdsWord(sql`n.search`, word))]
  if (field !== undefined) parts.push(sql`n.field = ${field}`)
  const all = sql.join(parts, sql` and `)
  const page = [...parts]
  if (standing !== undefined) page.push(sql`n.standing = ${standing}`)
  if (after !== undefined) {
    const last = await tx.selectFrom('csr.needs').select('entered_on').where('id', '=', after).executeTakeFirst()
    if (last === undefined) throw new Failure('not_found')
    page.push(sql`(n.entered_on, n.id) < (${last.entered_on}, ${after}::uuid)`)
  }
  const { rows } = await sql<NeedRow>`
    select ${needColumns} from csr.needs n where ${sql.join(page, sql` and `)}
    order by n.entered_on desc, n.id desc limit ${limit + 1}`.execute(tx)
  const { rows: counted } = await sql<{ standing: NeedStanding; n: number }>`
    select n.standing, count(*)::int as n from csr.needs n where ${all} group by n.standing`.execute(tx)
  const counts = Object.fromEntries(
    needStandings.map((each) => [each, counted.find((row) => row.standing === each)?.n ?? 0]),
  ) as Record<NeedStanding, number>
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, counts, ...(rows.length > limit && last !== undefined && { next: last.id }) }
}

/** Needs by id, as lists have them (at most 500). */
export async function listNeedsById(tx: Tx, ids: readonly string[]): Promise<NeedRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NeedRow>`
    select ${needColumns} from csr.needs n where n.id = any(${[...ids]}::uuid[]) limit 500`.execute(tx)
  return rows
}

export interface RealisationView {
  id: string
  position: number
  occurredOn: string
  words: string | null
  wordsLang: Language
  value: number | null
  inKind: string | null
  hibah: boolean
  bast: string | null
  reportedOn: string
  byCompany: boolean
  standing: RealisationStanding
  answer: string | null
  answerLang: Language | null
  answerName: string | null
  answeredOn: string | null
  evidence: { id: string; name: string; kind: string; side: 'perusahaan' | 'desa' | 'petugas' }[]
  rev: number
}

/** What was reported of these matches and not voided, in order. */
export async function listRealisations(
  tx: Tx,
  matches: readonly string[],
): Promise<(RealisationView & { match: string; reportedLink: string | null })[]> {
  if (matches.length === 0) return []
  const { rows } = await sql<RealisationView & { match: string; reportedLink: string | null }>`
    select r.id, r.match, r.position, r.occurred_on as "occurredOn", r.words, r.words_lang as "wordsLang", r.value::float8 as value,
      r.in_kind as "inKind", r.hibah, r.bast, r.reported_on as "reportedOn", r.reported_link is not null as "byCompany",
      r.reported_link as "reportedLink", r.standing, r.answer, r.answer_lang as "answerLang", r.answer_name as "answerName",
      r.answered_on as "answeredOn", r.rev,
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'side', e.side) order by e.position), '[]')
       from csr.evidence e join files.files f on f.tenant = e.tenant and f.id = e.file
       where e.tenant = r.tenant and e.realisation = r.id) as evidence
    from csr.realisations r where r.match = any(${[...matches]}::uuid[]) and r.voided_on is null
    order by r.match, r.position limit 1000`.execute(tx)
  return rows
}

export interface MatchView {
  id: string
  offer: { id: string; what: string; company: { id: string; slug: string; name: string } }
  committed: number | null
  inKind: string | null
  reason: string | null
  proposed: boolean
  overlapWords: string | null
  overlapReason: string | null
  matchedOn: string
  endedOn: string | null
  endedReason: string | null
  rev: number
}

/** The matches of a need, the newest first (at most 20), each with what came of it. */
export async function listMatches(tx: Tx, need: string): Promise<(MatchView & { realisations: RealisationView[] })[]> {
  const { rows } = await sql<MatchView>`
    select m.id, m.committed::float8 as committed, m.in_kind as "inKind", m.reason, m.proposed, m.overlap_words as "overlapWords",
      m.overlap_reason as "overlapReason", m.matched_on as "matchedOn", m.ended_on as "endedOn",
      m.ended_reason as "endedReason", m.rev, json_build_object('id', o.id, 'what', o.what,
        'company', json_build_object('id', p.id, 'slug', p.slug, 'name', p.name)) as offer
    from csr.matches m join csr.offers o on o.tenant = m.tenant and o.id = m.offer
    join partners.partners p on p.tenant = o.tenant and p.id = ${keptPartner(sql`o.partner`)}
    where m.need = ${need}::uuid order by m.ended_on is null desc, m.id desc limit 20`.execute(tx)
  const reported = await listRealisations(tx, rows.map(({ id }) => id)) // prettier-ignore
  return rows.map((row) => ({
    ...row,
    realisations: reported.filter(({ match }) => match === row.id),
  }))
}

interface Detail extends NeedRow {
  description: string | null
  place: string | null
  photo: { id: string; name: string; kind: string; caption: string } | null
  apbdWords: string | null
  unit: { id: string; name: string } | null
  closedReason: string | null
  movedOn: string
  relations: { id: string; slug: string; name: string }[]
  publishedAt: string | null
  behind: boolean
}

/** A need by the last part of its address, with all that belongs to it. Throws not_found. */
export async function readNeed(tx: Tx, { slug, who }: { slug: string; who: Pick<Who, 'role' | 'unit'> }) {
  const { rows } = await sql<Detail>`
    select ${needColumns}, n.description, n.place, n.apbd_words as "apbdWords", n.closed_reason as "closedReason", n.moved_on as "movedOn",
      (select json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'caption', n.photo_caption)
       from files.files f where f.tenant = n.tenant and f.id = n.photo) as photo,
      (select json_build_object('id', u.id, 'name', u.name) from reference.units u where u.tenant = n.tenant and u.id = n.unit) as unit,
      (select coalesce(json_agg(json_build_object('id', r.id, 'slug', r.slug, 'name', coalesce(p.name, r.label)) order by l.id), '[]')
       from csr.need_relations l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
       left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
       where l.tenant = n.tenant and l.need = n.id) as relations,
      b.published_at as "publishedAt",
      coalesce((select max(a.at) from ledger.acts a where a.tenant = n.tenant and a.subject = n.id
        and a.verb not in ('csr.publishNeed', 'csr.shareWithVillage', 'csr.shareWithCompany')) > b.published_at, false) as behind
    from csr.needs n left join csr.published b on b.tenant = n.tenant and b.id = n.id
    where n.slug = ${slug}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Failure('not_found')
  const { publishedAt, behind, ...need } = found
  return {
    ...need,
    matches: await listMatches(tx, need.id),
    published: publishedAt === null ? null : { at: publishedAt, behind },
    mayKeep: who.role !== 'opd' || (who.unit !== undefined && need.unit?.id === who.unit),
  }
}
