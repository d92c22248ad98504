import type { z } from 'zod'
import type { Who } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { may } from '../../shared/permissions.ts'
import { isOwn, type FollowUp } from '../../slices/followup/model.ts'
import { findCurrent, listAnswers, listOfRegion } from '../../slices/followup/queries.ts'
import { listSubjectsOf } from '../../slices/agenda/queries.ts'
import { listIdsOf as listLetterIdsOf } from '../../slices/letters/queries.ts'
import { listNames, listRelations } from '../../slices/relations/queries.ts'
import { nameSubjects } from '../subjects/queries.ts'
import type { listTasks } from './contract.ts'

interface Asker {
  tx: Tx
  who: Who
  on: string
}

type Last = Awaited<ReturnType<typeof listAnswers>>[number]

/** The follow-ups that the caller may see and seeks. */
export async function findTasks(
  { tx, who, on }: Asker,
  { standing, unit, mine, q, subject, relation, after, limit }: z.output<typeof listTasks.input>,
) {
  if (after !== undefined) await getTask({ tx, who }, after)
  const scope = may(who.role, 'followup.read') ? 'all' : { unit: who.unit, member: who.membership }
  const member = mine === true ? who.membership : undefined
  const subjects =
    relation !== undefined ? await subjectsOf(tx, relation) : subject === undefined ? undefined : [subject]
  const named = q === undefined ? [] : await namedBy(tx, { q, on })
  const asked = { on, scope, named, standing, unit, member, words: q, subjects, after, limit } as const
  const { rows, total, next } = await listOfRegion(tx, asked)
  const nameOf = await nameSubjects(tx, rows.map((row) => row.subject)) // prettier-ignore
  return { on, rows: rows.map(({ last, ...row }) => lineOf(row, { last, nameOf })), total, next }
}

/** How many cooperations a word of the search may name before it narrows nothing. */
const namedMost = 20

/** What belongs to the cooperations that the sought words name. */
async function namedBy(tx: Tx, { q, on }: { q: string; on: string }): Promise<string[]> {
  if (q.trim() === '') return []
  const { rows } = await listRelations(tx, { q, on, limit: namedMost })
  const subjects: string[] = []
  for (const { id } of rows) subjects.push(...(await subjectsOf(tx, id)))
  return subjects
}

/** A cooperation, its meetings, what was discussed and promised there, and its letters. Throws not_found. */
async function subjectsOf(tx: Tx, relation: string): Promise<string[]> {
  if ((await listNames(tx, [relation])).length === 0) throw new Failure('not_found')
  return [relation, ...(await listSubjectsOf(tx, relation)), ...(await listLetterIdsOf(tx, relation))]
}

/** One of them with all its answers. Throws not_found for what is another agency's, as for what is not there. */
export async function findTask({ tx, who, on }: Asker, id: string) {
  const task = await getTask({ tx, who }, id)
  const answers = await listAnswers(tx, { roots: [task.root ?? task.id] })
  const nameOf = await nameSubjects(tx, [task.subject])
  return { on, task: lineOf(task, { last: answers[0], nameOf }), answers }
}

async function getTask({ tx, who }: Pick<Asker, 'tx' | 'who'>, id: string): Promise<FollowUp> {
  const task = await findCurrent(tx, id)
  if (task === undefined || (!may(who.role, 'followup.read') && !isOwn(task, who))) throw new Failure('not_found')
  return task
}

function lineOf(
  row: FollowUp,
  { last, nameOf }: { last: Last | undefined; nameOf: Awaited<ReturnType<typeof nameSubjects>> },
) {
  const { id, root = id } = row
  const answered = row.endedOn === undefined && last?.followUp === id && last.said === 'done'
  return { ...row, root, ...nameOf(row.subject), ...(last !== undefined && { last }), answered }
}
