import {
  firstDayOf,
  lastDayOf,
  readPartialDate,
  weekdayOf,
  type DateText,
  type PartialDate,
} from '../../shared/dates.ts'
import type { FieldFault } from '../../shared/failure.ts'
import { formatDate, formatDateRange } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { personName } from '../../shared/person-name.ts'
import { foldForSearch } from '../../shared/text.ts'
import { officeTitle, type Capacity, type OfficeId } from '../reference/model.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'
import type { BlockKind } from './summary-model.ts'
import { words } from './messages/words.gen.ts'

export {
  asksForNews,
  commitmentSides,
  isPast,
  lackingToPublish,
  saysSame,
  standingOn,
  type CommitmentSide,
  type PublicCommitments,
  type PublishedCommitment,
} from './commitments-model.ts'

export const activityKinds = [
  'audiensi',
  'kunjungan_resmi', // somebody comes
  'kunjungan_keluar', // we go
  'rapat_koordinasi',
  'forum',
  'rapat_tkksd',
  'pokja_bersama',
  'lain',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Meetings that a region holds by itself: no guest is told of them, whoever sat in. */
export const internalKinds: readonly ActivityKind[] = ['rapat_tkksd']

/** What a meeting was as a whole, where the catalogue can say it in four languages. */
export const topicIds = ['penjajakan_awal'] as const
export type TopicId = (typeof topicIds)[number]

/** What a point discussed belongs to: the issue themes of estates and similar meetings (domain §7). */
export const themes = [
  'layanan_dasar',
  'infrastruktur_penunjang',
  'perizinan_tata_ruang',
  'lingkungan',
  'ketenagakerjaan_vokasi',
  'csr_tjsl',
  'keamanan_ketertiban',
  'pajak_retribusi',
  'data_pelaporan',
] as const
export type Theme = (typeof themes)[number]

/** The affairs (codes of src/slices/reference/affairs.csv) whose body usually answers a theme, the likeliest first. */
export const affairsOfTheme: Readonly<Record<Theme, readonly string[]>> = {
  layanan_dasar: ['pekerjaan_umum', 'ketenteraman', 'lingkungan_hidup', 'kesehatan', 'pendidikan', 'perumahan'],
  infrastruktur_penunjang: ['pekerjaan_umum', 'perhubungan', 'perumahan'],
  perizinan_tata_ruang: ['penanaman_modal', 'pekerjaan_umum', 'pertanahan'],
  lingkungan: ['lingkungan_hidup'],
  ketenagakerjaan_vokasi: ['tenaga_kerja', 'pendidikan'],
  csr_tjsl: ['perencanaan', 'sosial', 'lingkungan_hidup'],
  keamanan_ketertiban: ['ketenteraman'],
  pajak_retribusi: ['keuangan'],
  data_pelaporan: ['kominfo', 'statistik', 'perindustrian'],
}

/** A point discussed (pokok bahasan), in the officer's own words; who answers it is a task that follows from it. */
export interface Point {
  id: string
  position: number
  theme?: Theme | undefined
  words: string
  wordsLang: string
  rev?: number | undefined
}

/** As `weekdayOf` counts them: 0 is Sunday. */
export const weekdays = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'] as const
/** A weekday as a source says it, beside the date or instead of it. */
export type WeekdayWord = (typeof weekdays)[number]

export const initiators = ['region', 'partner', 'third_party'] as const
export const sides = ['host', 'guest', 'other'] as const

/**
 * Who took part or spoke. The family name of a guest is known where the source gives it. A name that was only typed is
 * the given name, without an office.
 */
export interface Speaker {
  givenName: string
  familyName: string
  nameLang?: string | null | undefined
  office?: OfficeId | undefined
  /** In which capacity an official of the region held the office then; absent for the definitive one. */
  capacity?: Exclude<Capacity, 'definitif'> | undefined
}

/** An organisation without a person took part as such, with a role and a head count where somebody counted. */
export interface Participant extends Speaker {
  id: string
  side: (typeof sides)[number]
  leads: boolean
  organisation?: string | undefined
  role?: string | undefined
  headcount?: number | undefined
  /** What rank the guest is of, in the officer's words; inside only. */
  rank?: string | undefined
  /** Whether she was expected, was not seen yet, and put her own name down at the door; inside only. */
  invited?: boolean | undefined
  absent?: boolean | undefined
  byDoor?: boolean | undefined
  rev?: number | undefined
}

/** Who took part; who was expected and not seen is left out. */
export function attended<Row extends { absent?: boolean | undefined }>(participants: readonly Row[]): Row[] {
  return participants.filter(({ absent }) => absent !== true)
}

/** How the partner of a relation stands to one of its meetings. */
export interface GuestShare {
  /** It belongs to this relation alone. */
  isAlone: boolean
  /** Somebody of the partner was there, or it belongs to this relation alone; never one of the region's internal kinds. */
  isTheirs: boolean
  /** Participants whom this partner may be told of by name: its own people and our officials. */
  known: readonly string[]
  published: Activity | null
}

/**
 * What a partner may read of a meeting; undefined where it knows nothing of it. A meeting with its guests alone stands
 * whole. One that other partners were at too tells what was published, else when and where it was and who of the two
 * sides came: a name that was only typed, words and subject may be somebody else's.
 */
export function guestView(activity: Activity, share: GuestShare | undefined): Activity | undefined {
  const { kind, participants } = activity
  if (share === undefined || (kind !== undefined && internalKinds.includes(kind))) return undefined
  const { isAlone, isTheirs, known, published } = share
  if (isTheirs && isAlone && attended(participants).some(({ side }) => side === 'guest')) return activity
  if (published !== null) return published
  if (!isTheirs || isAlone) return undefined
  const named = participants
    .filter(({ id }) => known.includes(id))
    .map((one) => ({ ...one, organisation: undefined, role: undefined, rank: undefined }))
  return { ...activity, about: '', participants: named, statements: [], points: [] }
}

/** "Pj. Bupati": the office in its capacity; undefined where none is known. */
export function speakerOffice({ office, capacity }: Speaker, language: Language): string | undefined {
  return office === undefined ? undefined : officeTitle(language, { office, capacity })
}

/** "Dani Ramdan, Pj. Bupati": a name with the office as it was held then, or the body somebody came for. */
export function speakerLine(speaker: Speaker & { organisation?: string | undefined }, language: Language): string {
  const parts = [personName(speaker), speakerOffice(speaker, language) ?? speaker.organisation]
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}

export interface Statement {
  id: string
  position: number
  words: string
  wordsLang: string
  speaker: Speaker
  rev?: number | undefined
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
  startsAt?: string | undefined
  endsAt?: string | undefined
  /** What a source says of the weekday, where that contradicts the date or stands in for it. */
  weekday?: WeekdayWord | undefined
  initiator: (typeof initiators)[number] | undefined
  participants: Participant[]
  statements: Statement[]
  /** Points discussed, in their order. */
  points: Point[]
}

/** What the world sees of an activity: the values chosen at publication, with their sources. */
export interface PublishedActivity extends Activity {
  region: { slug: string; name: string; names?: Record<string, string> | undefined }
  partner: { name: string; names?: Record<string, string> | undefined } | undefined
  relationSlug: string | undefined
  /** The photographs that were chosen, in their order. */
  photos: PublishedPhoto[]
  /** The summary of a meeting open to the public, when it was chosen. */
  summary?: PublishedSummary | undefined
  ground: PublicationGround
  provenance: PublicLine[]
}

/** Blocks of a summary with what each is called: a point by its words, the others by their kind. */
export interface PublishedSummary {
  id: string
  lang: string
  agreedOn?: string | undefined
  blocks: { kind: BlockKind; title?: string | undefined; titleLang?: string | undefined; text: string }[]
}

export interface PublishedPhoto {
  id: string
  caption: string
  sha256: string
  kind: 'jpeg' | 'png'
  bytes: number
}

/** What of an activity has a source sheet of its own. Who was there without being host or guest is told with the meeting. */
export type ActivityPart = 'pertemuan' | 'tuan-rumah' | 'tamu' | `ucapan-${number}` | `komitmen-${number}`

/** The last part of a sheet's address. It carries the activity's slug, so a second activity has sheets of its own. */
export function activityTopic({ slug }: Pick<Activity, 'slug'>, part: ActivityPart): string {
  return `${part}-${slug}`
}

const partOfSide = { host: 'tuan-rumah', guest: 'tamu', other: 'pertemuan' } as const

/** The sheet that tells of somebody's part in an activity. */
export function partOf({ side }: Pick<Participant, 'side'>): ActivityPart {
  return partOfSide[side]
}

/** When something happens, as far as it is known. */
export interface When {
  occurredOn: PartialDate
  endedOn?: PartialDate | null | undefined
  weekday?: WeekdayWord | null | undefined
  startsAt?: string | null | undefined
  /** On the day it begins, or on the day it ends where that is another. */
  endsAt?: string | null | undefined
}

/** Whether the weekday a source names is not that of the date it names. */
export function isOtherWeekday({ occurredOn, weekday }: When): boolean {
  if (!weekday || readPartialDate(occurredOn)?.day === undefined) return false
  return weekdays[weekdayOf(occurredOn)] !== weekday
}

/** What of a time cannot be (it ends before it begins), or has to be asked (its weekday is that of another day). */
export function whenFault(when: When, sure: readonly string[] = []): { path: string; fault: FieldFault } | undefined {
  const { occurredOn, endedOn } = when
  if (endedOn && lastDayOf(endedOn) < firstDayOf(occurredOn)) return { path: 'endedOn', fault: 'wrong_order' }
  if (when.endsAt && !when.startsAt) return { path: 'startsAt', fault: 'required' }
  const endsThatDay = !endedOn || endedOn === occurredOn
  if (when.endsAt && when.startsAt && endsThatDay && when.endsAt <= when.startsAt) {
    return { path: 'endsAt', fault: 'wrong_order' }
  }
  if (isOtherWeekday(when) && !sure.includes('weekday')) return { path: 'weekday', fault: 'doubtful' }
  return undefined
}

/** The weekday worth keeping: nothing that the date says by itself. */
export function weekdayToKeep(when: When): WeekdayWord | undefined {
  if (!when.weekday) return undefined
  return readPartialDate(when.occurredOn)?.day === undefined || isOtherWeekday(when) ? when.weekday : undefined
}

/** An activity whose day is still to come is a planned one. A partial date counts from its first day. */
export function isPlanned({ occurredOn }: When, on: DateText): boolean {
  return firstDayOf(occurredOn) > on
}

/** How somebody stands in a meeting who was not counted there: expected while it is to come, there when it has been. */
export function comingOn(when: When, on: DateText): { invited: boolean; present: boolean } {
  const expected = isPlanned(when, on)
  return { invited: expected, present: !expected }
}

/** "Kamis, 24 Juli 2025", "2023 (Kamis)", "24 Juli 2025 hari Kamis; sumber menyebut Rabu". Times are said beside it. */
export function writeWhen(language: Language, when: When): string {
  const { occurredOn, endedOn, weekday } = when
  const w = words[language]
  const days = endedOn
    ? formatDateRange(occurredOn, endedOn, language)
    : formatDate(occurredOn, language, { weekday: true })
  if (!weekday) return days
  if (isOtherWeekday(when)) return w.otherWeekday({ date: days, weekday: w.weekday[weekday] })
  return w.withWeekday({ date: days, weekday: w.weekday[weekday] })
}

/** The address of an activity from what it was about and its day; Latin letters and digits only, at most 90. */
export function slugFor({ about, occurredOn }: Pick<Activity, 'about' | 'occurredOn'>): string {
  const said = foldForSearch(about)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 70)
    .replace(/^-+|-+$/g, '')
  return `${said === '' ? 'kegiatan' : said}-${occurredOn}`
}

/** Of an activity that is to be closed: what still lacks. Nothing follows from what was only planned. */
export function lackingToClose(
  when: When,
  { on, subjects, settled }: { on: DateText; subjects: readonly string[]; settled: ReadonlySet<string> },
): ('day' | 'next_step')[] {
  if (isPlanned(when, on)) return ['day']
  return subjects.every((subject) => settled.has(subject)) ? [] : ['next_step']
}
