import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { notePoint, recordActivity } from '../src/slices/agenda/commands.ts'
import { openAgreement } from '../src/slices/forum/agreement.ts'
import { answerIssue, decideIssue, promiseIssue } from '../src/slices/forum/answering.ts'
import { publishIssue } from '../src/slices/forum/publication.ts'
import { raiseByHand, raiseFromPoint } from '../src/slices/forum/raising.ts'
import { noteStrategic } from '../src/slices/forum/commands.ts'
import { addPartner } from '../src/slices/partners/commands.ts'
import { beginRelation } from '../src/slices/relations/commands.ts'
import { agencyOfStaff } from './agency.ts'

/** Issues of an estate of their own. */
export interface ForumFurniture {
  estate: string
  estateSlug: string
  issue: string
  issueSlug: string
  issueTask: string
  /** A point that is no issue yet, of the same estate. */
  raisablePoint: string
  issueEvidence: string
  strategic: string
  ksdpk: string
  /** One that was decided, and is public where the region's things are. */
  decidedIssue: string
}

export const noForum = (): ForumFurniture => ({
  estate: newId(),
  estateSlug: 'tidak-ada',
  issue: newId(),
  issueSlug: 'tidak-ada',
  issueTask: newId(),
  raisablePoint: newId(),
  issueEvidence: newId(),
  strategic: newId(),
  ksdpk: newId(),
  decidedIssue: newId(),
})

interface Wanted {
  word: string
  file: string
  on: string
  published?: boolean
}

async function beginEstate(call: { tx: Tx; act: Act }, word: string, on: string) {
  const slug = `kawasan-${newId()}`
  // Without the hyphens of an id: a search for a number must find no estate by chance.
  const name = `${word} kawasan ${slug.slice(-12)}`
  const { id: partner } = await addPartner(call, { slug, kind: 'estate', name, country: 'ID' })
  return { id: (await beginRelation(call, { slug, partner, beganOn: on })).id, slug }
}

/** Two issues of a forum, one in hand and one closed, with all that can belong to them. */
export async function furnishForum(
  { tx, act }: { tx: Tx; act: Act },
  { word, file, on, published = false }: Wanted,
): Promise<ForumFurniture> {
  const call = { tx, act, on }
  const estate = await beginEstate(call, word, on)
  const about = `${word} forum ${newId()}`
  const meeting = await recordActivity(call, { relation: estate.id, about, occurredOn: on, kind: 'forum' })
  const theme = 'layanan_dasar' as const
  const point = await notePoint(call, { activity: meeting.id, position: 1, words: `${word} air baku`, theme })
  const other = await notePoint(call, { activity: meeting.id, position: 2, words: `${word} jalan`, theme: 'csr_tjsl' })
  const issue = await raiseFromPoint(call, { point: point.id })
  const unit = await agencyOfStaff(tx)
  const task = await promiseIssue(call, { id: issue.id, unit, owner: `${word} dinas`, dueOn: '2090-01-02' })
  const evidence = newId()
  const shows = { id: evidence, issue: issue.id, words: `${word} bukti`, file, seen_on: on }
  await tx.insertInto('forum.issue_evidence').values(shows).execute()
  const programme = { kind: 'rpjmd', words: `${word} program` } as const
  const strategic = await noteStrategic(call, { issue: issue.id, ...programme })
  await noteStrategic(call, { relation: estate.id, kind: 'visi', words: `${word} visi` })
  const second = await beginEstate(call, word, on)
  const decided = await raiseByHand(call, { relations: [second.id], words: `${word} limbah`, raisedOn: on })
  await answerIssue(call, { id: decided.id, words: `${word} jawaban` })
  await decideIssue(call, { id: decided.id, outcome: 'selesai' })
  const agreement = await openAgreement(call, { relation: second.id, issues: [decided.id] })
  if (published) await publishIssue(call, { id: decided.id, show: ['owner', 'due', 'answer'] })
  return {
    estate: estate.id,
    estateSlug: estate.slug,
    issue: issue.id,
    issueSlug: issue.slug,
    issueTask: task.id,
    raisablePoint: other.id,
    issueEvidence: evidence,
    strategic: strategic.id,
    ksdpk: agreement.id,
    decidedIssue: decided.id,
  }
}
