/** How an issue comes to be: from a point discussed, or by hand; and what is corrected of it. */
import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { foldForSearch, hasIdentityNumber } from '../../shared/text.ts'
import { listNames } from '../relations/queries.ts'
import { lockIssue, refuseAgency, refuseClosed, refuseOthers, stale } from './locks.ts'
import { issueLimits, slugsFor, type Theme } from './model.ts'
import { findIssues } from './queries.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>
type Acts = Acting & Pick<Call, 'who'>

interface NewIssue {
  /** A point discussed: words, theme, day and cooperations come from it where they are not given. */
  point?: string | undefined
  relations?: readonly string[] | undefined
  words?: string | undefined
  wordsLang?: string | undefined
  theme?: Theme | undefined
  raisedOn?: string | undefined
  sure?: readonly string[] | undefined
}

/** Makes an issue. A point that is one already answers the one it is, so that twice is once. */
export async function raiseIssue(call: Acts, { point, ...typed }: NewIssue) {
  refuseAgency(call.who)
  if (point === undefined) return await raiseByHand(call, typed)
  return await raiseFromPoint(call, { point, ...typed })
}

/** The same without asking who: the demonstration enters what a story tells. */
export async function raiseFromPoint(
  { tx, act }: Acting,
  { point, ...typed }: NewIssue & { point: string },
): Promise<{ id: string; slug: string; existed: boolean }> {
  // Of two who press at once the second waits, and finds the issue of the first.
  await sql`select pg_advisory_xact_lock(hashtextextended('isu ' || ${point}::text, 0))`.execute(tx)
  const known = await findIssueOfPoint(tx, point)
  if (known !== undefined) {
    act.about(known.id)
    return { ...known, existed: true }
  }
  const from = await getPoint(tx, point)
  const made = await insertIssue(tx, {
    relations: typed.relations ?? from.relations,
    words: typed.words ?? from.words,
    wordsLang: typed.wordsLang ?? from.wordsLang,
    theme: typed.theme ?? from.theme ?? undefined,
    raisedOn: typed.raisedOn ?? from.occurredOn,
  })
  await tx.insertInto('forum.issue_points').values({ id: newId(), issue: made.id, point }).execute()
  act.about(made.id)
  return { ...made, existed: false }
}

/** By hand; the same words as something open of the same cooperation are asked. */
export async function raiseByHand(
  { tx, act, on }: Acting,
  { relations = [], words, theme, wordsLang = 'id', raisedOn = on, sure = [] }: NewIssue,
): Promise<{ id: string; slug: string; existed: boolean }> {
  const [first] = relations
  if (words === undefined) throw fieldFailure('words', 'required')
  if (first === undefined) throw fieldFailure('relations', 'required')
  if (raisedOn > on) throw fieldFailure('raisedOn', 'wrong')
  if (!sure.includes('words')) {
    const open = await findIssues(tx, { relation: first, standing: 'open', on: '9999-12-31' })
    if (open.some((issue) => foldForSearch(issue.words) === foldForSearch(words))) {
      throw fieldFailure('words', 'doubtful')
    }
  }
  const made = await insertIssue(tx, { relations, words, wordsLang, theme, raisedOn })
  act.about(made.id)
  return { ...made, existed: false }
}

/** A point that came up again joins the issue it is: nothing stands twice. */
export async function joinPoint({ tx, act, who }: Acts, { id, point }: { id: string; point: string }) {
  refuseAgency(who)
  const issue = await lockIssue(tx, id)
  refuseClosed(issue)
  act.about(id)
  const from = await getPoint(tx, point)
  if (!from.relations.some((relation) => issue.relations.some((one) => one.id === relation))) {
    throw fieldFailure('point', 'wrong')
  }
  if (issue.raised.length >= issueLimits.points) throw new Failure('too_large')
  const { rows } = await sql`insert into forum.issue_points (id, issue, point)
    values (${newId()}::uuid, ${id}::uuid, ${point}::uuid) on conflict on constraint one_issue_of_a_point do nothing
    returning id`.execute(tx)
  const known = await findIssueOfPoint(tx, point)
  if (rows.length === 0 && known?.id !== id) throw fieldFailure('point', 'taken')
  return { id }
}

interface Mend {
  id: string
  rev: number
  words?: string | undefined
  theme?: Theme | null | undefined
}

/** Corrects words or theme. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendIssue({ tx, act, who }: Acts, { id, rev, words, theme }: Mend) {
  refuseOthers(who, await lockIssue(tx, id))
  const mended = await tx
    .updateTable('forum.issues')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(words !== undefined && { words, search: foldForSearch(words) }),
      ...(theme !== undefined && { theme }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await stale(tx, { row: id, rev })
  act.about(id)
  return { id, rev: mended.rev }
}

/** The issue that a point is; undefined while it is none. */
async function findIssueOfPoint(tx: Tx, point: string): Promise<{ id: string; slug: string } | undefined> {
  const { rows } = await sql<{ id: string; slug: string }>`
    select i.id, i.slug from forum.issue_points q join forum.issues i on i.tenant = q.tenant and i.id = q.issue
    where q.point = ${point}::uuid`.execute(tx)
  return rows[0]
}

interface FromPoint {
  words: string
  wordsLang: string
  theme: Theme | null
  occurredOn: string
  relations: string[]
}

/** A point of a meeting that stands, with the cooperations the meeting belongs to. Throws not_found. */
async function getPoint(tx: Tx, point: string): Promise<FromPoint> {
  const { rows } = await sql<FromPoint>`
    select t.words, t.words_lang as "wordsLang", t.theme, a.occurred_on as "occurredOn",
      array(select l.relation from agenda.activity_relations l where l.tenant = a.tenant and l.activity = a.id
        order by l.id limit ${issueLimits.relations}) as relations
    from agenda.topics t join agenda.activities a on a.tenant = t.tenant and a.id = t.activity
    where t.id = ${point}::uuid and a.voided_on is null`.execute(tx)
  if (rows[0] === undefined) throw new Failure('not_found')
  return rows[0]
}

interface Inserted {
  relations: readonly string[]
  words: string
  wordsLang: string
  theme: Theme | undefined
  raisedOn: string
}

/** Addresses are unique over the installation, and a region does not see which ones others took: so it tries. */
async function insertIssue(tx: Tx, { relations, words, wordsLang, theme, raisedOn }: Inserted) {
  const wanted = [...new Set(relations)]
  if (wanted.length === 0) throw fieldFailure('relations', 'required')
  if (wanted.length > issueLimits.relations) throw fieldFailure('relations', 'too_long')
  if ((await listNames(tx, wanted)).length < wanted.length) throw new Failure('not_found')
  // The contract has looked at what was typed; the words of a point were written for a meeting, not for the world.
  if (hasIdentityNumber(words)) throw fieldFailure('words', 'identity_number')
  const id = newId()
  for (const slug of slugsFor({ words, raisedOn, id })) {
    const row = await tx
      .insertInto('forum.issues')
      .values({
        id,
        slug,
        theme: theme ?? null,
        words,
        words_lang: wordsLang,
        raised_on: raisedOn,
        search: foldForSearch(words),
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row === undefined) continue
    for (const relation of wanted) {
      await tx.insertInto('forum.issue_relations').values({ id: newId(), issue: id, relation }).execute()
    }
    return { id, slug }
  }
  throw fieldFailure('words', 'taken')
}
