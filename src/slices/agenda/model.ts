import type { PartialDate } from '../../shared/dates.ts'
import type { OfficeId } from '../reference/model.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'

export const activityKinds = ['kunjungan_resmi', 'audiensi', 'rapat_koordinasi', 'forum', 'lain'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Points discussed that the catalogue can say in four languages. */
export const topicIds = ['penjajakan_awal'] as const
export type TopicId = (typeof topicIds)[number]

/** Who took part or spoke. The family name of a guest is known where the source gives it. */
export interface Speaker {
  givenName: string
  familyName: string
  nameLang: string | undefined
  office: OfficeId
}

export interface Participant extends Speaker {
  id: string
  side: 'host' | 'guest' | 'other'
  leads: boolean
}

export interface Statement {
  id: string
  position: number
  words: string
  wordsLang: string
  speaker: Speaker
}

/** A visit, audience or meeting. */
export interface Activity {
  id: string
  slug: string
  kind: ActivityKind | undefined
  about: string
  topics: TopicId[]
  place: string | undefined
  occurredOn: PartialDate
  endedOn: PartialDate | undefined
  initiator: 'region' | 'partner' | 'third_party' | undefined
  participants: Participant[]
  statements: Statement[]
}

/** What the world sees of an activity: the values chosen at publication, with their sources. */
export interface PublishedActivity extends Activity {
  region: { slug: string; name: string; names?: Record<string, string> | undefined }
  partner: { name: string; names?: Record<string, string> | undefined } | undefined
  relationSlug: string | undefined
  ground: PublicationGround
  provenance: PublicLine[]
}

/** What of an activity has a source sheet of its own. Who was there without being host or guest is told with the meeting. */
export type ActivityPart = 'pertemuan' | 'tuan-rumah' | 'tamu' | `ucapan-${number}`

/** The last part of a sheet's address. It carries the activity's slug, so a second activity has sheets of its own. */
export function activityTopic({ slug }: Pick<Activity, 'slug'>, part: ActivityPart): string {
  return `${part}-${slug}`
}

const partOfSide = { host: 'tuan-rumah', guest: 'tamu', other: 'pertemuan' } as const

/** The sheet that tells of somebody's part in an activity. */
export function partOf({ side }: Pick<Participant, 'side'>): ActivityPart {
  return partOfSide[side]
}
