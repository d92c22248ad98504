import type { PublishedActivity } from '../../slices/agenda/model.ts'
import { countFields, type PublishedRelation } from '../../slices/relations/model.ts'
import type { Provenance } from '../../slices/sources/model.ts'

/** What a source sheet is about. The id is the last part of its address: /kerja-sama/{slug}/sumber/{id}. */
export interface Topic {
  id: string
  /** The key of its words in the sources' messages; statements share one. */
  word:
    | 'bidang'
    | 'prakarsa'
    | 'tahap'
    | 'pertemuan'
    | 'tuan_rumah'
    | 'tamu'
    | 'negara_mitra'
    | 'negara_sasaran'
    | 'di_indonesia'
    | 'ucapan'
  /** For "9 bidang ditawarkan". */
  count?: number
  lines: Provenance[]
}

const profileTopics = {
  countries_worked_with: { id: 'negara-mitra', word: 'negara_mitra' },
  countries_targeted: { id: 'negara-sasaran', word: 'negara_sasaran' },
  visited_in_indonesia: { id: 'di-indonesia', word: 'di_indonesia' },
} as const

/** Every source sheet of a relation's page: one per thing that has a source line. */
export function topicsOf(relation: PublishedRelation, activities: readonly PublishedActivity[]): Topic[] {
  const about = (subject: string, field?: string) => {
    const all = [...relation.provenance, ...activities.flatMap(({ provenance }) => provenance)]
    return all.filter((line) => line.subject === subject && (field === undefined || line.field === field))
  }
  const topics: Topic[] = [
    { id: 'bidang', word: 'bidang', count: countFields(relation.fields).offered, lines: about(relation.id, 'fields') },
  ]
  if (relation.process !== undefined) {
    topics.push({ id: 'prakarsa', word: 'prakarsa', lines: about(relation.process.id, 'initiator') })
    topics.push({ id: 'tahap', word: 'tahap', lines: about(relation.process.id, 'stages_left') })
  }
  for (const fact of relation.profile) {
    if (fact.kind !== 'note') topics.push({ ...profileTopics[fact.kind], lines: about(fact.id) })
  }
  for (const activity of activities) {
    topics.push({ id: 'pertemuan', word: 'pertemuan', lines: about(activity.id) })
    for (const { id, side } of activity.participants) {
      if (side === 'host') topics.push({ id: 'tuan-rumah', word: 'tuan_rumah', lines: about(id) })
      if (side === 'guest') topics.push({ id: 'tamu', word: 'tamu', lines: about(id) })
    }
    for (const { id, position } of activity.statements) {
      topics.push({ id: `ucapan-${position}`, word: 'ucapan', lines: about(id) })
    }
  }
  return topics.filter(({ lines }) => lines.length > 0)
}
