/** What of a relation's meetings and commitments both sides know already, for the page that its partner is handed. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText, PartialDate } from '../../shared/dates.ts'
import { standingOn, type PublishedCommitment, type Standing } from './commitments-model.ts'
import {
  internalKinds,
  type Activity,
  type ActivityKind,
  type GuestShare,
  type Speaker,
  type WeekdayWord,
} from './model.ts'
import { findShared } from './summary-read.ts'

interface SharableMeeting {
  id: string
  kind: ActivityKind | null
  /** As it was published; as it stands where the partner reads it beside a shared summary; else not at all. */
  about: string | null
  place: string | null
  occurredOn: PartialDate
  endedOn: PartialDate | null
  startsAt: string | null
  endsAt: string | null
  weekday: WeekdayWord | null
  summary: { agreedOn: DateText | null; lang: string; blocks: { title: string | null; text: string }[] } | null
}

interface SharableWord {
  id: string
  words: string
  wordsLang: string
  speaker: Pick<Speaker, 'givenName' | 'familyName' | 'nameLang' | 'office'> | null
  saidOn: PartialDate
  /** Of ours, as it was published. */
  standing: { state: Standing; on: DateText | null } | null
}

/** So many meetings, the newest; so many of them with their summary. */
const most = { meetings: 50, summaries: 10, words: 100 }

/**
 * A meeting is the partner's own where it belongs to this relation alone, or somebody of the partner took part; the
 * region's internal ones never are.
 */
const isTheirs = (
  relation: string,
) => sql`a.voided_on is null and (a.kind is null or a.kind <> all(${[...internalKinds]}::text[]))
  and exists (select from agenda.activity_relations l where l.tenant = a.tenant and l.activity = a.id and l.relation = ${relation}::uuid)
  and (${isAlone(relation)} or exists (select from agenda.participants t
    join partners.people h on h.tenant = t.tenant and h.id = t.person
    join relations.relations r on r.tenant = h.tenant and r.partner = h.partner
    where t.tenant = a.tenant and t.activity = a.id and t.present and r.id = ${relation}::uuid))`

const isAlone = (relation: string) => sql`not exists (select from agenda.activity_relations o
  where o.tenant = a.tenant and o.activity = a.id and o.relation <> ${relation}::uuid)`

interface Row extends Omit<SharableMeeting, 'summary'> {
  published: string | null
  summary: string | null
}

/** Meetings of a relation that were held up to a day and that its partner was at, the newest first (at most 50). */
export async function listSharableMeetings(
  tx: Tx,
  { relation, on }: { relation: string; on: DateText },
): Promise<SharableMeeting[]> {
  const { rows } = await sql<Row>`
    select a.id, a.kind, a.about, a.place, a.occurred_on as "occurredOn", a.ended_on as "endedOn", a.starts_at as "startsAt",
      a.ends_at as "endsAt", a.weekday,
      (select p.document ->> 'about' from agenda.published p where p.tenant = a.tenant and p.id = a.id) as published,
      (select s.id from agenda.summaries s where s.tenant = a.tenant and s.activity = a.id and s.state <> 'draf'
        and ${isAlone(relation)}) as summary
    from agenda.activities a where ${isTheirs(relation)} and rpad(a.occurred_on, 10, '-01-01') <= ${on}
    order by a.occurred_on desc, a.id desc limit ${most.meetings}`.execute(tx)
  const withSummary = rows.flatMap(({ summary }) => summary ?? []).slice(0, most.summaries)
  const found: SharableMeeting[] = []
  for (const { published, summary: id, about, ...row } of rows) {
    const summary = id !== null && withSummary.includes(id) ? await readSummary(tx, id) : null
    found.push({ ...row, about: summary === null ? published : about, summary })
  }
  return found
}

/** The text of a summary that the partner was handed; what follows from it stays out. */
async function readSummary(tx: Tx, id: string): Promise<SharableMeeting['summary']> {
  const shared = await findShared(tx, { id })
  if (shared === undefined) return null
  const titleOf = new Map(shared.points.map((point) => [point.id, point.words]))
  return {
    agreedOn: shared.state === 'disepakati' ? shared.agreed_on : null,
    lang: shared.lang,
    blocks: shared.blocks
      .filter(({ text }) => text !== '')
      .map(({ point, text }) => ({ title: titleOf.get(point ?? '') ?? null, text })),
  }
}

/**
 * Commitments that both sides may read, the newest first (at most 100 of each): ours as they were published, theirs as
 * they were noted. A voice that was only typed is not named.
 */
export async function listSharableWords(
  tx: Tx,
  { relation, on }: { relation: string; on: DateText },
): Promise<{ ours: SharableWord[]; theirs: SharableWord[] }> {
  const belongs = sql`(c.relation = ${relation}::uuid or (c.relation is null and ${isAlone(relation)}))`
  const { rows: public_ } = await sql<{ id: string; document: PublishedCommitment; saidOn: string }>`
    select c.id, p.document, a.occurred_on as "saidOn" from agenda.commitments c
    join agenda.activities a on a.tenant = c.tenant and a.id = c.activity
    join agenda.published_commitments p on p.tenant = c.tenant and p.id = c.id and p.document is not null
    join agenda.published q on q.tenant = a.tenant and q.id = a.id
    where c.side = 'ours' and c.voided_on is null and ${isTheirs(relation)} and ${belongs}
      and rpad(a.occurred_on, 10, '-01-01') <= ${on}
    order by a.occurred_on desc, c.position, c.id limit ${most.words}`.execute(tx)
  const { rows: theirs } = await sql<Omit<SharableWord, 'standing'>>`
    select c.id, c.words, c.words_lang as "wordsLang", a.occurred_on as "saidOn",
      case when h.id is not null then json_build_object('givenName', coalesce(h.given_name, ''), 'familyName',
        coalesce(h.family_name, ''), 'nameLang', h.name_lang, 'office', h.office) end as speaker
    from agenda.commitments c join agenda.activities a on a.tenant = c.tenant and a.id = c.activity
    left join partners.people h on h.tenant = c.tenant and h.id = c.person
    where c.side = 'theirs' and c.voided_on is null and ${isTheirs(relation)} and ${belongs}
      and rpad(a.occurred_on, 10, '-01-01') <= ${on}
    order by a.occurred_on desc, c.position, c.id limit ${most.words}`.execute(tx)
  return {
    ours: public_.map(({ id, document, saidOn }) => {
      const { words, wordsLang, speaker, standings } = document
      const { state, on: since } = standingOn(standings, on)
      return { id, words, wordsLang, speaker, saidOn, standing: { state, on: since ?? null } }
    }),
    theirs: theirs.map((row) => ({ ...row, standing: null })),
  }
}

/** How the partner of a relation stands to meetings of it (at most 200), by the id of the meeting. */
export async function readGuestShares(
  tx: Tx,
  { relation, activities }: { relation: string; activities: readonly string[] },
): Promise<Record<string, GuestShare>> {
  if (activities.length === 0) return {}
  const { rows } = await sql<GuestShare & { id: string; published: Activity | null }>`
    select a.id, ${isAlone(relation)} as "isAlone", (${isTheirs(relation)}) as "isTheirs",
      array(select t.id from agenda.participants t
        left join partners.people h on h.tenant = t.tenant and h.id = t.person
        left join relations.relations r on r.tenant = h.tenant and r.partner = h.partner and r.id = ${relation}::uuid
        where t.tenant = a.tenant and t.activity = a.id and t.present and (t.official is not null or r.id is not null)
      ) as known,
      (select p.document from agenda.published p where p.tenant = a.tenant and p.id = a.id) as published
    from agenda.activities a where a.id = any(${[...activities]}::uuid[]) limit 200`.execute(tx)
  return Object.fromEntries(rows.map(({ id, ...share }) => [id, share]))
}
