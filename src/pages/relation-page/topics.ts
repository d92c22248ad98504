import {
  activityTopic,
  partOf,
  type ActivityPart,
  type PublicCommitments,
  type PublishedActivity,
} from '../../slices/agenda/model.ts'
import type { ProfileKind } from '../../slices/partners/model.ts'
import type { StepId } from '../../slices/procedures/model.ts'
import { countFields, type PublishedRelation } from '../../slices/relations/model.ts'
import type { PublicLine } from '../../slices/sources/model.ts'

/** What a source sheet is about. The id is the last part of its address: /kerja-sama/{slug}/sumber/{id}. */
export interface Topic {
  id: string
  /** The key of its words in the sources' messages; statements share one. */
  word:
    | 'bidang'
    | 'bidang_disebut'
    | 'permulaan'
    | 'prakarsa'
    | 'tujuan'
    | 'manfaat'
    | 'contoh'
    | 'tahap'
    | 'pertemuan'
    | 'tuan_rumah'
    | 'tamu'
    | 'negara_mitra'
    | 'negara_sasaran'
    | 'di_indonesia'
    | 'ucapan'
    | 'komitmen'
  /** For "9 bidang ditawarkan" and "Enam tahap lagi". */
  count?: number
  lines: PublicLine[]
}

/** The sheets about one field of relation or process, and the field they are about. */
export const fieldOfTopic = {
  bidang: 'fields',
  prakarsa: 'initiator',
  tahap: 'stages_left',
  permulaan: 'began_on',
  tujuan: 'purpose',
  manfaat: 'benefit',
  contoh: 'precedent',
} as const

/** The sheet of a statement about the partner; a note has none of its own. */
export const profileTopics = {
  countries_worked_with: 'negara-mitra',
  countries_targeted: 'negara-sasaran',
  visited_in_indonesia: 'di-indonesia',
  note: undefined,
} as const satisfies Record<ProfileKind, string | undefined>

/** Every source sheet of a relation's page as it stood on a day: one per thing that has a source line. */
export function topicsOf(
  relation: PublishedRelation,
  activities: readonly PublishedActivity[],
  commitments: readonly PublicCommitments[] = [],
): Topic[] {
  const all = [...relation.provenance, ...activities.flatMap(({ provenance }) => provenance)]
  const about = (subject: string, field?: string) =>
    all.filter((line) => line.subject === subject && (field === undefined || line.field === field))
  const topics: Topic[] = []
  if (relation.fields.length > 0) {
    const lines = about(relation.id, fieldOfTopic.bidang)
    const said = lines.find(({ counts }) => counts !== undefined)?.counts ?? countFields(relation.fields)
    const isCounted = lines.some(({ counts }) => counts !== undefined)
    topics.push({ id: 'bidang', word: isCounted ? 'bidang' : 'bidang_disebut', count: said.offered, lines })
  }
  topics.push({ id: 'permulaan', word: 'permulaan', lines: about(relation.id, fieldOfTopic.permulaan) })
  for (const topic of ['tujuan', 'manfaat', 'contoh'] as const) {
    topics.push({ id: topic, word: topic, lines: about(relation.id, fieldOfTopic[topic]) })
  }
  if (relation.process !== undefined) {
    const lines = about(relation.process.id, fieldOfTopic.tahap)
    const left = lines.find(({ stages }) => stages !== undefined)?.stages?.left
    topics.push({ id: 'prakarsa', word: 'prakarsa', lines: about(relation.process.id, fieldOfTopic.prakarsa) })
    if (left !== undefined) topics.push({ id: 'tahap', word: 'tahap', count: left, lines })
  }
  for (const { id, kind } of relation.profile) {
    const topic = profileTopics[kind]
    if (topic !== undefined) topics.push({ id: topic, word: wordOf(topic), lines: about(id) })
  }
  for (const activity of activities) topics.push(...sheetsOf(activity, about), ...promisesOf(activity, commitments))
  return topics.filter(({ lines }) => lines.length > 0)
}

/** Where on the relation's page the words of a sheet stand, so that the way back leads there: an id, or nothing. */
export function placeOfTopic(id: string): string | undefined {
  if (id.startsWith('bidang')) return 'bidang'
  if (['tujuan', 'manfaat', 'contoh'].includes(id)) return 'tujuan'
  if (['negara-mitra', 'negara-sasaran', 'di-indonesia'].includes(id)) return 'tentang-mitra'
  if (['prakarsa', 'tahap'].includes(id)) return id
  if (id.startsWith('komitmen-')) return 'komitmen'
  return /^(pertemuan|tuan-rumah|tamu)-/.test(id) ? 'pertemuan' : undefined
}

/** The sheets that tell of one activity alone. */
export function topicsOfActivity(activity: PublishedActivity, commitments: readonly PublicCommitments[] = []): Topic[] {
  const about = (subject: string) => activity.provenance.filter((line) => line.subject === subject)
  return [...sheetsOf(activity, about), ...promisesOf(activity, commitments)].filter(({ lines }) => lines.length > 0)
}

/** One sheet for each commitment that is public. */
function promisesOf(activity: PublishedActivity, commitments: readonly PublicCommitments[]): Topic[] {
  const own = commitments.filter(({ activity: at }) => at === activity.id).flatMap(({ shown }) => shown)
  return own.map(({ position, provenance }) => ({
    id: activityTopic(activity, `komitmen-${position}`),
    word: 'komitmen',
    lines: provenance,
  }))
}

/** One sheet for the meeting, one for the hosts, one for the guests, one for each statement. */
function sheetsOf(activity: PublishedActivity, about: (subject: string) => PublicLine[]): Topic[] {
  const present = (part: ActivityPart) =>
    once(activity.participants.filter((person) => partOf(person) === part).flatMap(({ id }) => about(id)))
  const discussed = activity.points.flatMap(({ id }) => about(id))
  const sheet = (part: ActivityPart, lines: PublicLine[]): Topic => ({
    id: activityTopic(activity, part),
    word: part.startsWith('ucapan-') ? 'ucapan' : wordOf(part as 'pertemuan' | 'tuan-rumah' | 'tamu'),
    lines,
  })
  return [
    sheet('pertemuan', [...about(activity.id), ...discussed, ...present('pertemuan')]),
    sheet('tuan-rumah', present('tuan-rumah')),
    sheet('tamu', present('tamu')),
    ...activity.statements.map(({ id, position }) => sheet(`ucapan-${position}`, about(id))),
  ]
}

/** One passage may tell of several people who took part: on their sheet it stands once. */
function once(lines: readonly PublicLine[]): PublicLine[] {
  const passages = new Map(
    lines.map((line) => [JSON.stringify([line.field, line.speaker, line.summary, line.source]), line]),
  )
  return [...passages.values()]
}

type Dashed = 'pertemuan' | 'tuan-rumah' | 'tamu' | 'negara-mitra' | 'negara-sasaran' | 'di-indonesia'

function wordOf(topic: Dashed): Exclude<Topic['word'], 'ucapan' | 'komitmen'> {
  const words = {
    pertemuan: 'pertemuan',
    'tuan-rumah': 'tuan_rumah',
    tamu: 'tamu',
    'negara-mitra': 'negara_mitra',
    'negara-sasaran': 'negara_sasaran',
    'di-indonesia': 'di_indonesia',
  } as const
  return words[topic]
}

/** The sheets that may tell of a step that was seen, the best first. Other steps have none: what is known of them has no line. */
export function topicsOfStep(
  step: { step: StepId; occurredOn: string },
  activities: readonly { slug: string; occurredOn: string }[],
): string[] {
  if (step.step === 'prakarsa') return ['prakarsa']
  if (step.step !== 'penjajakan') return []
  const meetings = activities.filter(({ occurredOn }) => occurredOn === step.occurredOn)
  return ['tahap', ...meetings.map((meeting) => activityTopic(meeting, 'pertemuan')), 'permulaan']
}
