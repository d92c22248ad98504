import type { ProfileKind } from '../../../slices/partners/model.ts'
import type { ActivityView } from './use-page.ts'

/** The source sheets of the public page; the last part of their addresses. */
export type Topic =
  | 'bidang'
  | 'prakarsa'
  | 'tahap'
  | 'pertemuan'
  | 'tuan-rumah'
  | 'tamu'
  | 'negara-mitra'
  | 'negara-sasaran'
  | 'di-indonesia'
  | 'ucapan-1'
  | 'ucapan-2'

/** The sheet of a statement about the partner; a note has none of its own. */
export const profileTopics: Partial<Record<ProfileKind, Topic>> = {
  countries_worked_with: 'negara-mitra',
  countries_targeted: 'negara-sasaran',
  visited_in_indonesia: 'di-indonesia',
}

/** The sheet of a statement: the public page has one for each of the first two. */
export function statementTopic(position: number): Topic | undefined {
  return position === 1 ? 'ucapan-1' : position === 2 ? 'ucapan-2' : undefined
}

/** The activity the summary speaks of: the newest. */
export function newest(activities: readonly ActivityView[]): ActivityView | undefined {
  return activities[0]
}
