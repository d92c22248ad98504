import type { Who } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { findHead, findNextOf, listRow } from '../agenda/queries.ts'
import { getRelationId, listNames } from '../relations/queries.ts'
import { isClosed, standings, timesMoved, type Standing } from './model.ts'
import { findPublication } from './publication.ts'
import {
  findAgreement,
  findIssues,
  getIssue,
  listDecisions,
  listEvidence,
  listOfYear,
  listPromises,
  listStrategic,
  listYears,
  type Issue,
} from './queries.ts'

/** All that the page of an issue shows. */
export async function readIssue(tx: Tx, { slug, on, who }: { slug: string; on: DateText; who: Who }) {
  const issue = await getIssue(tx, { slug, on })
  const promises = await listPromises(tx, issue, on)
  const publication = await findPublication(tx, issue)
  const { next, times } = await findCarried(tx, { issue, on })
  return {
    on,
    issue,
    promises,
    moved: timesMoved(promises),
    decisions: await listDecisions(tx, { issue: issue.id, on }),
    evidence: (await listEvidence(tx, issue.id)).filter(({ seenOn }) => seenOn <= on),
    strategic: await listStrategic(tx, { issue: issue.id, relations: issue.relations.map(({ id }) => id) }),
    ...(next !== undefined && { next }),
    times,
    ...(publication !== undefined && { publication }),
    keeps: who.role !== 'opd' || (who.unit !== undefined && issue.task?.unit?.id === who.unit),
  }
}

/** The next planned meeting of its row, and how many meetings it came past: the agenda carries it, nothing is copied. */
async function findCarried(tx: Tx, { issue, on }: { issue: Issue; on: DateText }) {
  const last = issue.raised.at(-1)
  if (last === undefined || isClosed(issue.standing)) return { times: issue.raised.length }
  const head = await findHead(tx, last.id)
  const row = await listRow(tx, head)
  const held = row.filter(({ occurredOn }) => occurredOn >= issue.raisedOn && occurredOn <= on)
  const next = await findNextOf(tx, { of: head, on })
  return {
    times: Math.max(held.length, issue.raised.length),
    ...(next !== undefined && {
      next: { id: next.id, slug: next.slug, about: next.about, occurredOn: next.occurredOn },
    }),
  }
}

/** What a cooperation has in issues on a day. */
export async function readForumOf(tx: Tx, { relation, on }: { relation: string; on: DateText }) {
  await getRelationName(tx, relation)
  const rows = await findIssues(tx, { relation, on })
  const agreement = await findAgreement(tx, { relation, on })
  const counts = Object.fromEntries(
    standings.map((standing) => [standing, rows.filter((row) => row.standing === standing).length]),
  ) as Record<Standing, number>
  return {
    counts,
    total: rows.length,
    ...(agreement !== undefined && { agreement }),
    strategic: await listStrategic(tx, { relations: [relation] }),
  }
}

/** A year of a cooperation's issues; without one the newest that has any, else the year of the day. */
export async function readYear(tx: Tx, { slug, year, on }: { slug: string; year?: string | undefined; on: DateText }) {
  const id = await getRelationId(tx, slug)
  const relation = await getRelationName(tx, id)
  const years = await listYears(tx, { relation: id, on })
  const asked = year ?? years[0] ?? on.slice(0, 4)
  return { on, year: asked, years, relation, rows: await listOfYear(tx, { relation: id, year: asked, on }) }
}

async function getRelationName(tx: Tx, id: string) {
  const [relation] = await listNames(tx, [id])
  if (relation === undefined) throw new Failure('not_found')
  const { slug, name, names } = relation
  return { id, slug, name, names: (names ?? {}) as Record<string, string> }
}
