import type { Tx } from '../../platform/database.ts'
import type { Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import { getActivity, listNames, listPhotos, listRelationsOf } from '../agenda/queries.ts'
import { listNextSteps, listTasks } from '../followup/queries.ts'
import { getRegion } from '../reference/queries.ts'
import type { SourceCard } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import type { Meeting } from './meeting.ts'
import { linesOf } from './model.ts'

export interface MeetingCard {
  id: string
  slug: string
  about: string
}

/** A meeting as a letter names it. Throws not_found where there is none, or it was voided. */
export async function getMeetingCard(tx: Tx, id: string): Promise<MeetingCard> {
  const [card] = await listNames(tx, [id])
  if (card === undefined) throw new Failure('not_found')
  return card
}

/** Everything that papers about a meeting are written from, as it stood on a day. Throws not_found. */
export async function getMeeting(
  tx: Tx,
  { activity: id, on }: { activity: string; on: string },
): Promise<{ meeting: Meeting; relations: { id: string; slug: string; name: string }[]; card: MeetingCard }> {
  const card = await getMeetingCard(tx, id)
  const { note, ...activity } = await getActivity(tx, card.slug)
  const relations = await listRelationsOf(tx, id)
  const region = await getRegion(tx)
  const tasks = await listTasks(tx, { subjects: [id, ...activity.points.map((point) => point.id)], on })
  const nexts = await listNextSteps(tx, { subjects: relations.map((relation) => relation.id), on })
  const meeting: Meeting = {
    activity,
    note: note ?? undefined,
    zone: region.zone as Zone,
    partners: relations.map(({ name }) => name),
    followUps: [...tasks, ...nexts],
    summary: await findSummary(tx, id),
    sources: (await listSourceWords(tx, [id])).get(id) ?? [],
    photos: await listPhotos(tx, id),
    on,
  }
  return { meeting, relations, card }
}

/** The summary of a meeting in its blocks, as they stand now; undefined while nobody wrote one. */
async function findSummary(tx: Tx, activity: string): Promise<Meeting['summary']> {
  const row = await tx
    .selectFrom('agenda.summaries')
    .select('blocks')
    .where('activity', '=', activity)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const blocks = row.blocks as unknown as { kind: string; point?: string; text: string }[]
  const textOf = (kind: string) => blocks.find((block) => block.kind === kind)?.text ?? ''
  const points = blocks.flatMap(({ point, text }) =>
    point === undefined || text === '' ? [] : [[point, text] as const],
  )
  return { opening: textOf('pembuka'), discussion: Object.fromEntries(points), decisions: linesOf(textOf('keputusan')) }
}

/** The sources of some records (at most 200) in words, each once. */
export async function listSourceWords(tx: Tx, records: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (records.length === 0) return found
  for (const { subject, source } of await listProvenance(tx, records)) {
    if (source === undefined) continue
    const [said, words] = [found.get(subject) ?? [], wordsOf(source)]
    if (!said.includes(words)) found.set(subject, [...said, words])
  }
  return found
}

/** "Antara, “Jepang: …”, 28 Juni 2024". */
function wordsOf({ outlet, author, title, publishedOn }: SourceCard): string {
  const day = publishedOn === undefined ? undefined : formatDate(publishedOn, 'id')
  const named = [outlet ?? author, title === undefined ? undefined : `“${title}”`, day]
  return named.filter((part) => part !== undefined).join(', ') || 'sumber tercatat'
}
