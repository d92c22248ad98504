import type { PartialDate } from '../../shared/dates.ts'
import { daysBetween, firstDayOf, isOnOrBefore } from '../../shared/dates.ts'
import type { RegisterStatus } from '../oversight/model.ts'
import type { PartnerCard, ProfileFact } from '../partners/model.ts'
import {
  getProcedure,
  stageOf,
  type CooperationType,
  type ProcedureId,
  type StageId,
  type StepId,
  type StepRecord,
} from '../procedures/model.ts'
import type { RegionCard, SectorId } from '../reference/model.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'

export const standings = ['ditawarkan', 'diterima', 'dalam_naskah', 'berjalan', 'selesai', 'tidak_dilanjutkan'] as const
/** How far one field of cooperation has come. */
export type Standing = (typeof standings)[number]

export const statuses = ['exploring', 'in_process', 'not_continued'] as const satisfies readonly RegisterStatus[]
/** How far a relation is. The words for signed texts come with the texts themselves. */
export type Status = (typeof statuses)[number]

export type Initiator = 'region' | 'partner' | 'third_party'

/** Later than every fact: for reading a record as it stands, with all that is known of it. */
export const endOfTime = '9999-12-31'

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

export interface Step {
  step: StepId
  round: number
  state: 'running' | 'waiting' | 'returned' | 'done'
  documented: boolean
  occurredOn: PartialDate
}

export interface Process {
  id: string
  procedure: ProcedureId
  provisional: boolean
  beganOn: PartialDate
  initiator: Initiator | undefined
  referral: 'diaspora' | undefined
  steps: Step[]
}

/** "9 ditawarkan · 6 disebut · 3 belum disebut". */
export function countFields(fields: readonly Pick<Field, 'sector' | 'name' | 'standing'>[]) {
  const open = fields.filter(({ standing }) => standing !== 'tidak_dilanjutkan')
  const named = open.filter(({ sector, name }) => sector !== undefined || name !== undefined).length
  return { offered: open.length, named, unnamed: open.length - named }
}

/** What the procedure's rules want to know of the steps. A step counts as finished only when it is done. */
export function recordsOf(steps: readonly Step[]): StepRecord[] {
  return steps.map(({ step, documented, state }) => ({ step, documented, finished: state === 'done' }))
}

/** The current public stage of a process: the furthest step with a filed output (domain §1.4). */
export function currentStage(process: Pick<Process, 'procedure' | 'steps'>): StageId {
  return stageOf(getProcedure(process.procedure), recordsOf(process.steps))
}

/**
 * Status, the first line that holds (house.md §4): not continued · in process (stage 2 or later) · exploring. A
 * relation without process has no status word but its last activity.
 */
export function statusOf(
  relation: Running & { notContinuedOn: PartialDate | undefined },
  on: string,
): Status | undefined {
  if (relation.notContinuedOn !== undefined && isOnOrBefore(relation.notContinuedOn, on)) return 'not_continued'
  const process = processOn(relation, on)
  if (process === undefined) return undefined
  return currentStage(process) === 'penjajakan' ? 'exploring' : 'in_process'
}

/** What decides whether a procedure runs. */
export interface Running {
  cooperationType: CooperationType | undefined
  process: Process | undefined
}

/**
 * The process of a relation as it stood on a day; undefined before it began, and where an officer decided that this is
 * no cooperation (`none`): the process stays on record, but it does not run.
 */
export function processOn({ process, cooperationType }: Running, on: string): Process | undefined {
  if (process === undefined || cooperationType === 'none' || !isOnOrBefore(process.beganOn, on)) return undefined
  return { ...process, steps: process.steps.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)) }
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

/** What the world sees of a relation: the values chosen at publication, with their sources. */
export interface PublishedRelation {
  id: string
  slug: string
  region: RegionCard
  partner: Pick<PartnerCard, 'name' | 'names' | 'nativeName' | 'nativeLang' | 'country'> | undefined
  label: string | undefined
  cooperationType: CooperationType | undefined
  beganOn: PartialDate | undefined
  notContinuedOn: PartialDate | undefined
  process: Process | undefined
  fields: PublishedField[]
  profile: ProfileFact[]
  ground: PublicationGround
  provenance: PublicLine[]
}

/** A field without what only its editors need. */
export type PublishedField = Omit<Field, 'rev'>

/** The same relation as it stood on a day: what came later is not there ("keadaan per tanggal"). */
export function relationOn(relation: PublishedRelation, on: string): PublishedRelation {
  return {
    ...relation,
    process: processOn(relation, on),
    fields: relation.fields.map((field) => fieldOn(field, on)).filter((field) => field !== undefined),
    profile: relation.profile.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)),
  }
}
