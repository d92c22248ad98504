import { daysBetween, firstDayOf, isOnOrBefore, type PartialDate } from '../../shared/dates.ts'
import type { FileKind } from '../files/model.ts'
import type { PartnerCard, PartnerEntry, ProfileFact } from '../partners/model.ts'
import type { CooperationType } from '../procedures/model.ts'
import type { Capacity, RegionCard, SectorId } from '../reference/model.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'
import { processOn, type DatedStatus, type Process, type Status } from './course.ts'
import type { TextKind } from './term.ts'

export {
  currentStage,
  endOfTime,
  processOn,
  recordsOf,
  statusByDays,
  statusDays,
  statuses,
  statusOf,
  stepStates,
} from './course.ts'
export type { DatedStatus, Initiator, Process, Status, Step } from './course.ts'
export { milestoneOf, quietKinds, silenceKinds, type QuietKind, type SilenceKind } from './silence-model.ts'
export { textKinds, type TextKind } from './term.ts'

export const standings = ['ditawarkan', 'diterima', 'dalam_naskah', 'berjalan', 'selesai', 'tidak_dilanjutkan'] as const
/** How far one field of cooperation has come. */
export type Standing = (typeof standings)[number]

/** Objects of cooperation, a to e of PP 28/2018 Ps 23(2). */
export const fieldObjects = ['a', 'b', 'c', 'd', 'e'] as const
export type FieldObject = (typeof fieldObjects)[number]

/** From when on a field stood where. */
export interface DatedStanding {
  standing: Standing
  occurredOn: PartialDate
}

/** A field of cooperation. One that was counted but never named has neither sector nor name. */
export interface Field {
  id: string
  position: number
  sector: SectorId | undefined
  name: string | undefined
  standing: Standing
  /** Every standing it had, in the order they were recorded. */
  standings: DatedStanding[]
  affair?: string | undefined
  object?: FieldObject | undefined
  occurredOn: PartialDate
  rev: number
}

/** Where a field stood on a day, the last word on a day counting; undefined before the first. */
export function standingOn(standings: readonly DatedStanding[], on: string): Standing | undefined {
  const known = standings.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on))
  return known.toSorted((a, b) => firstDayOf(a.occurredOn).localeCompare(firstDayOf(b.occurredOn))).at(-1)?.standing
}

/** A field as it stood on a day, without what came later; undefined before it was there. */
export function fieldOn<Of extends PublishedField>(field: Of, on: string): Of | undefined {
  if (!isOnOrBefore(field.occurredOn, on)) return undefined
  const standings = field.standings.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on))
  return { ...field, standings, standing: standingOn(standings, on) ?? field.standing }
}

/** "9 ditawarkan · 6 disebut · 3 belum disebut". */
export function countFields(fields: readonly Pick<Field, 'sector' | 'name' | 'standing'>[]) {
  const open = fields.filter(({ standing }) => standing !== 'tidak_dilanjutkan')
  const named = open.filter(({ sector, name }) => sector !== undefined || name !== undefined).length
  return { offered: open.length, named, unnamed: open.length - named }
}

/** A relation that is being explored or in process is silent after so many days without news (domain D-09). */
export const silentAfterDays = 180

/** For how many days a relation has been silent on a day; undefined while it is not. */
export function silentFor(
  { status, lastOn }: { status: Status | null | undefined; lastOn: PartialDate | null | undefined },
  on: string,
): number | undefined {
  if (typeof lastOn !== 'string' || (status !== 'exploring' && status !== 'in_process')) return undefined
  const days = daysBetween(firstDayOf(lastOn), on)
  return days < silentAfterDays ? undefined : days
}

/** A partner as the world sees it. Copies of before it had a page of its own lack the last part of its address. */
export type PublishedPartner = Pick<PartnerCard, 'name' | 'names' | 'nativeName' | 'nativeLang' | 'country'> &
  Partial<Pick<PartnerEntry, 'slug' | 'kind' | 'tier'>>

/** What the world sees of a relation: the values chosen at publication, with their sources. */
export interface PublishedRelation {
  id: string
  slug: string
  region: RegionCard
  partner: PublishedPartner | undefined
  label: string | undefined
  cooperationType: CooperationType | undefined
  /** What it is for, in the words the region recorded; absent in copies made before it was a part. */
  purpose?: string | undefined
  beganOn: PartialDate | undefined
  notContinuedOn: PartialDate | undefined
  process: Process | undefined
  /** Its status words by what was known at publication, each with its first day. */
  statuses: DatedStatus[]
  fields: PublishedField[]
  profile: ProfileFact[]
  texts: PublishedText[]
  /** The parts that were chosen; absent in copies made before there was a choice, which show every part. */
  shown?: string[]
  ground: PublicationGround
  provenance: PublicLine[]
}

/** A signed text as the world sees it. Where the original lies stays inside, and so does the name its file was given. */
export interface PublishedText {
  id: string
  kind: TextKind
  title: string
  /** The day that counts for "as of": its signing, else that of its paper. */
  on: PartialDate
  numberOurs: string | null
  numberTheirs: string | null
  signedOn: PartialDate | null
  signedAt: string | null
  beginsOn: PartialDate | null
  termMonths: number | null
  isOpenEnded: boolean
  lastDay: PartialDate | null
  terminatedOn: PartialDate | null
  signatories: { side: 'region' | 'partner'; name: string; office: string | null; capacity: Capacity | null }[]
  /** The content to offer; null for a text that was seen on paper. */
  file: { sha256: string; kind: FileKind; bytes: number } | null
}

/** A field without what only its editors need. */
export type PublishedField = Omit<Field, 'rev' | 'affair' | 'object'>

/** The same relation as it stood on a day: what came later is not there ("keadaan per tanggal"). */
export function relationOn(relation: PublishedRelation, on: string): PublishedRelation {
  return {
    ...relation,
    process: processOn({ ...relation, processes: relation.process === undefined ? [] : [relation.process] }, on),
    fields: relation.fields.map((field) => fieldOn(field, on)).filter((field) => field !== undefined),
    profile: relation.profile.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)),
    texts: relation.texts.filter((text) => isOnOrBefore(text.on, on)),
  }
}

/**
 * The parts of a relation's public page that are chosen one by one; the two names and the country are the page itself.
 * The status word goes with the stages; with the texts alone it tells what the texts tell.
 */
export const publicParts = ['tahap', 'prakarsa', 'tujuan', 'bidang', 'mitra', 'naskah'] as const
export type PublicPart = (typeof publicParts)[number]

/** Whether a part was chosen. Copies of before there was a choice show every part. */
export function isShown({ shown }: Pick<PublishedRelation, 'shown'>, part: PublicPart): boolean {
  return shown === undefined || shown.includes(part)
}

/** The article of UU 14/2008 under which each part may be seen by everyone (domain §4.6): signed texts at all times. */
export const groundOfPart = {
  tahap: 'Ps 9',
  prakarsa: 'Ps 9',
  tujuan: 'Ps 9',
  bidang: 'Ps 9',
  mitra: 'Ps 9',
  naskah: 'Ps 11(1)e',
} as const satisfies Record<PublicPart, string>
