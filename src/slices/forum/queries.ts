import { sql } from 'kysely'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf, type DateText } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { isOverdue } from '../followup/model.ts'
import { listFollowUps } from '../followup/queries.ts'
import { type PromiseLine, type Standing, type StrategicLine, type Theme } from './model.ts'
import { mostIssues, selectIssues, type Decision, type Issue } from './rows.ts'

export { programmes } from './telling.ts'
export type { Issue } from './rows.ts'

/** What a list of issues is narrowed by. `open`: neither closed nor given up; `overdue`: the promised day has passed. */
export interface SoughtIssues {
  relation?: string | undefined
  theme?: Theme | undefined
  standing?: Standing | 'open' | 'overdue' | 'unowned' | undefined
  unit?: string | undefined
  q?: string | undefined
}

/** All issues of the region that are sought, on a day (at most 1,000 are looked through), the newest raised first. */
export async function findIssues(tx: Tx, { relation, theme, standing, unit, q, on }: SoughtIssues & { on: DateText }) {
  const parts = [sql`true`]
  if (relation !== undefined) {
    parts.push(sql`exists (select from forum.issue_relations l where l.tenant = i.tenant and l.issue = i.id
      and l.relation = ${relation}::uuid)`)
  }
  if (theme !== undefined) parts.push(sql`i.theme = ${theme}`)
  parts.push(...soughtWords(q ?? '').map((word) => holdsWord(sql`i.search`, word)))
  const rows = await selectIssues(tx, { where: sql.join(parts, sql` and `), on, limit: mostIssues })
  return rows.filter((issue) => isSought(issue, { standing, unit, on }))
}

function isSought(
  { standing: stands, task }: Issue,
  { standing, unit, on }: Pick<SoughtIssues, 'standing' | 'unit'> & { on: DateText },
): boolean {
  if (unit !== undefined && task?.unit?.id !== unit) return false
  const isOpen = stands !== 'selesai' && stands !== 'tidak_dilanjutkan'
  if (standing === undefined) return true
  if (standing === 'open') return isOpen
  if (standing === 'overdue') return isOpen && task !== undefined && task.said !== 'done' && isOverdue(task, on)
  if (standing === 'unowned') {
    return (
      isOpen && stands !== 'dijawab' && (task === undefined || (task.unit ?? task.member ?? task.owner) === undefined)
    )
  }
  return stands === standing
}

/** A page of them. Keyset over the same order: `after` is the id of the last one seen. */
export async function listIssues(
  tx: Tx,
  { after, limit, ...sought }: SoughtIssues & { on: DateText; after?: string | undefined; limit: number },
) {
  const all = await findIssues(tx, sought)
  const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
  const rows = all.slice(from, from + limit)
  const next = from + limit < all.length ? rows.at(-1)?.id : undefined
  return { rows, total: all.length, ...(next !== undefined && { next }) }
}

/** An issue by its address, as it stood on a day. Throws not_found. */
export async function getIssue(tx: Tx, { slug, on }: { slug: string; on: DateText }): Promise<Issue> {
  return await one(selectIssues(tx, { where: sql`i.slug = ${slug}`, on, limit: 1 }))
}

/** The same by its id, whatever the day. */
export async function getIssueById(tx: Tx, id: string, on = '9999-12-31'): Promise<Issue> {
  return await one(selectIssues(tx, { where: sql`i.id = ${id}::uuid`, on, limit: 1 }))
}

async function one(found: Promise<Issue[]>): Promise<Issue> {
  const [issue] = await found
  if (issue === undefined) throw new Failure('not_found')
  return issue
}

/** The subjects whose follow-ups answer an issue: its points, the one that gave it first, and itself. */
export const subjectsOf = ({ id, raised }: Pick<Issue, 'id' | 'raised'>): string[] => [
  ...raised.map(({ point }) => point),
  id,
]

/** Who promised what until when, in the order in which it was said: every row of what answers an issue (at most 200). */
export async function listPromises(tx: Tx, issue: Pick<Issue, 'id' | 'raised'>, on: DateText): Promise<PromiseLine[]> {
  const rows = await listFollowUps(tx, subjectsOf(issue))
  return rows
    .filter(({ leads, fromOn }) => !leads && fromOn <= on)
    .toReversed()
    .map(({ fromOn, unit, member, owner, dueOn }) => {
      const who = [member?.name, owner].filter((part) => part !== undefined).join(', ')
      return {
        from: fromOn,
        ...(unit !== undefined && { unit: unit.name }),
        ...(who !== '' && { owner: who }),
        ...(dueOn !== undefined && { dueOn }),
      }
    })
}

/** What was decided of an issue up to a day, the earliest first (at most 200). */
export async function listDecisions(tx: Tx, { issue, on }: { issue: string; on: DateText }): Promise<Decision[]> {
  const { rows } = await sql<{ decision: Decision }>`
    select json_strip_nulls(json_build_object('id', d.id, 'outcome', d.outcome, 'reason', d.reason, 'decidedOn', d.decided_on)) as decision
    from forum.issue_decisions d where d.issue = ${issue}::uuid and d.decided_on <= ${on}
    order by d.decided_on, d.id limit 200`.execute(tx)
  return rows.map(({ decision }) => decision)
}

export interface Evidence {
  id: string
  words: string | null
  seenOn: string
  file: { id: string; name: string; kind: string; bytes: number } | null
  rev: number
}

/** What shows that answers are kept (at most 50), the earliest first. */
export async function listEvidence(tx: Tx, issue: string): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    select e.id, e.words, e.seen_on as "seenOn", e.rev,
      case when k.id is not null then json_build_object('id', k.id, 'name', k.name, 'kind', k.kind, 'bytes', k.bytes) end as file
    from forum.issue_evidence e left join files.files k on k.tenant = e.tenant and k.id = e.file
    where e.issue = ${issue}::uuid order by e.seen_on, e.id limit 50`.execute(tx)
  return rows
}

/** What issues and cooperations support of the region's own programmes (at most 100). */
export async function listStrategic(tx: Tx, { issue, relations }: { issue?: string; relations: readonly string[] }) {
  const { rows } = await sql<{ line: StrategicLine & { relation?: string; rev: number } }>`
    select json_strip_nulls(json_build_object('id', s.id, 'kind', s.kind, 'code', s.code, 'words', s.words,
      'sourceWords', s.source_words, 'relation', s.relation, 'rev', s.rev)) as line
    from forum.strategic_links s
    where s.issue = ${issue ?? null}::uuid or s.relation = any(${[...relations]}::uuid[])
    order by s.issue is null, s.position, s.id limit 100`.execute(tx)
  return rows.map(({ line }) => line)
}

/** A file that is evidence here; undefined where there is none. */
export async function findEvidenceFile(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('forum.issue_evidence').select('file').where('id', '=', id).executeTakeFirst()
  return row?.file ?? undefined
}

/** Points discussed with a partner that are no issue yet (at most 100, the newest meeting first). */
export async function listRaisable(
  tx: Tx,
  { relation, activity, on }: { relation?: string | undefined; activity?: string | undefined; on: DateText },
) {
  const { rows } = await sql<{
    point: string
    words: string
    wordsLang: string
    theme: Theme | null
    slug: string
    about: string
    occurredOn: string
  }>`
    select t.id as point, t.words, t.words_lang as "wordsLang", t.theme, a.slug, a.about, a.occurred_on as "occurredOn"
    from agenda.topics t join agenda.activities a on a.tenant = t.tenant and a.id = t.activity
    where a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
      and (${activity ?? null}::uuid is null or a.id = ${activity ?? null}::uuid)
      and exists (select from agenda.activity_relations l
        join relations.relations r on r.tenant = l.tenant and r.id = l.relation
        left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
        where l.tenant = a.tenant and l.activity = a.id
          and case when ${relation ?? null}::uuid is null then p.kind in ('estate', 'company', 'chamber')
            else l.relation = ${relation ?? null}::uuid end)
      and not exists (select from forum.issue_points q where q.tenant = t.tenant and q.point = t.id)
    order by a.occurred_on desc, a.id desc, t.position, t.id limit 100`.execute(tx)
  return rows
}

/** The open process of cooperation with a third party of a relation, with the issues it came from. */
export async function findAgreement(tx: Tx, { relation, on }: { relation: string; on: DateText }) {
  const { rows } = await sql<{
    id: string
    openedOn: string
    rev: number
    issues: { id: string; slug: string; words: string; wordsLang: string }[]
  }>`
    select g.id, g.opened_on as "openedOn", g.rev, coalesce((select json_agg(json_build_object('id', i.id, 'slug', i.slug,
        'words', i.words, 'wordsLang', i.words_lang) order by k.id)
      from forum.agreement_issues k join forum.issues i on i.tenant = k.tenant and i.id = k.issue
      where k.tenant = g.tenant and k.agreement = g.id), '[]') as issues
    from forum.agreements g where g.relation = ${relation}::uuid and g.opened_on <= ${on}
      and (g.closed_on is null or g.closed_on > ${on}) order by g.id desc limit 1`.execute(tx)
  return rows[0]
}

/** Some issues by id, each with the first of its relations, for lines that name what something follows from. */
export async function listIssueNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; slug: string; words: string; relation: string | null }>`
    select i.id, i.slug, i.words, (select l.relation from forum.issue_relations l where l.tenant = i.tenant and l.issue = i.id
      order by l.id limit 1) as relation
    from forum.issues i where i.id = any(${[...ids]}::uuid[]) limit 500`.execute(tx)
  return rows
}

/** The issues of cooperations with these partners that were answered in a year (at most 1,000 are looked through). */
export async function listAnsweredOf(
  tx: Tx,
  { partners, year, on }: { partners: readonly string[]; year: string; on: DateText },
): Promise<Issue[]> {
  const where = sql`exists (select from forum.issue_relations l
    join relations.relations r on r.tenant = l.tenant and r.id = l.relation
    where l.tenant = i.tenant and l.issue = i.id and r.partner = any(${[...partners]}::uuid[]))`
  const rows = await selectIssues(tx, { where, on, limit: mostIssues })
  return rows.filter(({ task }) => task?.outcome === 'done' && task.endedOn?.startsWith(year) === true)
}

/** What a year's issues of a cooperation stand as on a day: those raised in it, the earliest first. */
export async function listOfYear(tx: Tx, { relation, year, on }: { relation: string; year: string; on: DateText }) {
  const rows = await findIssues(tx, { relation, on })
  return rows.filter(({ raisedOn }) => firstDayOf(raisedOn).startsWith(year)).toReversed()
}

/** Of a relation by its address; with the years in which issues were raised. Throws not_found. */
export async function listYears(tx: Tx, { relation, on }: { relation: string; on: DateText }): Promise<string[]> {
  const rows = await findIssues(tx, { relation, on })
  return [...new Set(rows.map(({ raisedOn }) => raisedOn.slice(0, 4)))].toSorted().toReversed()
}
