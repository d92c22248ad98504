import type { PartialDate } from '../../shared/dates.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
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
import type { Provenance } from '../sources/model.ts'

export const standings = ['ditawarkan', 'diterima', 'dalam_naskah', 'berjalan', 'selesai', 'tidak_dilanjutkan'] as const
/** How far one field of cooperation has come. */
export type Standing = (typeof standings)[number]

export const statuses = ['exploring', 'in_process', 'not_continued'] as const
/** How far a relation is. The words for signed texts come with the texts themselves. */
export type Status = (typeof statuses)[number]

export type Initiator = 'region' | 'partner' | 'third_party'

/** A field of cooperation. One that was counted but never named has neither sector nor name. */
export interface Field {
  id: string
  position: number
  sector: SectorId | undefined
  name: string | undefined
  standing: Standing
  occurredOn: PartialDate
  rev: number
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
  relation: { notContinuedOn: PartialDate | undefined; process: Process | undefined },
  on: string,
): Status | undefined {
  if (relation.notContinuedOn !== undefined && isOnOrBefore(relation.notContinuedOn, on)) return 'not_continued'
  const process = relation.process === undefined ? undefined : processOn(relation.process, on)
  if (process === undefined) return undefined
  return currentStage(process) === 'penjajakan' ? 'exploring' : 'in_process'
}

/** A process as it stood on a day; undefined before it began. */
export function processOn(process: Process, on: string): Process | undefined {
  if (!isOnOrBefore(process.beganOn, on)) return undefined
  return { ...process, steps: process.steps.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)) }
}

/** What the world sees of a relation: the values chosen at publication, with their sources. */
export interface PublishedRelation {
  id: string
  slug: string
  region: RegionCard
  partner: PartnerCard | undefined
  label: string | undefined
  cooperationType: CooperationType | undefined
  notContinuedOn: PartialDate | undefined
  process: Process | undefined
  fields: Field[]
  profile: ProfileFact[]
  provenance: Provenance[]
}

/** The same relation as it stood on a day: what came later is not there ("keadaan per tanggal"). */
export function relationOn(relation: PublishedRelation, on: string): PublishedRelation {
  return {
    ...relation,
    process: relation.process === undefined ? undefined : processOn(relation.process, on),
    fields: relation.fields.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)),
    profile: relation.profile.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)),
  }
}
