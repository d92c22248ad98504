/** How far a relation is, by what is on file: process, stage and status as they stood on a day. Pure. */
import { addDays, firstDayOf, isOnOrBefore, type DateText, type PartialDate } from '../../shared/dates.ts'
import type { RegisterStatus } from '../oversight/model.ts'
import {
  getProcedure,
  isComplete,
  recordsOf as recordsOfFiled,
  roundsOf,
  stageOf,
  standingDocument,
  type CooperationType,
  type DocumentId,
  type FiledDocument,
  type HolderId,
  type Outcome,
  type ProcedureId,
  type ProcessFacts,
  type StageId,
  type StepId,
  type StepRecord,
} from '../procedures/model.ts'
import { beginOf, isOver, lastDayOfTerm, type SignedText } from './term.ts'

export const statuses = [
  'exploring',
  'in_process',
  'signed_incomplete',
  'in_force',
  'ending_soon',
  'ended',
  'not_continued',
] as const satisfies readonly RegisterStatus[]
/** How far a relation is. */
export type Status = (typeof statuses)[number]

/** Later than every fact: for reading a record as it stands, with all that is known of it. */
export const endOfTime = '9999-12-31'

export type Initiator = 'region' | 'partner' | 'third_party'

export const stepStates = ['running', 'waiting', 'returned', 'refused', 'done'] as const
export type StepState = (typeof stepStates)[number]

/** What happened at a legal step, with one holder, in one round. */
export interface Step {
  step: StepId
  round: number
  holder: HolderId
  state: StepState
  /** Whether a paper of this step and round is on file. */
  documented: boolean
  occurredOn: PartialDate
  fromOn?: PartialDate | undefined
  toOn?: PartialDate | undefined
}

/** A paper of a process: what it is, of which step and round, what it answers, and the day that counts for "as of". */
export interface StepDocument {
  id: string
  kind: DocumentId
  step: StepId
  round: number
  outcome?: Outcome | undefined
  on: PartialDate
  lang?: string | undefined
  articles?: number | undefined
}

export interface Process {
  id: string
  procedure: ProcedureId
  provisional: boolean
  beganOn: PartialDate
  closedOn?: PartialDate | undefined
  initiator: Initiator | undefined
  referral: 'diaspora' | undefined
  steps: Step[]
  documents: StepDocument[]
}

/** What decides which process runs. */
export interface Running {
  cooperationType: CooperationType | undefined
  /** Newest first. */
  processes: readonly Process[]
}

/** What decides the status of a relation. */
export interface Course extends Running {
  notContinuedOn: PartialDate | undefined
  texts: readonly SignedText[]
  /** Foreign texts are looked at a year before they end, domestic ones half a year. */
  isForeign: boolean
}

/**
 * The process of a relation as it stood on a day, the newest that had begun; undefined before the first, and where an
 * officer decided that this is no cooperation (`none`): the process stays on record, but it does not run.
 */
export function processOn({ processes, cooperationType }: Running, on: DateText): Process | undefined {
  const newest = cooperationType === 'none' ? undefined : processes.find(({ beganOn }) => isOnOrBefore(beganOn, on))
  return newest && asOf(newest, on)
}

/**
 * The process that runs on a day beside the texts that were signed by then. Where the first one has no record of its own
 * and texts came without it (old ones that were entered as they stand), none runs: its rail would say that everything is
 * still to come.
 */
export function runningProcess(course: Pick<Course, keyof Running | 'texts'>, on: DateText): Process | undefined {
  const process = processOn(course, on)
  const isSigned = course.texts.some(({ signedOn }) => isOnOrBefore(signedOn, on))
  return process !== undefined && isSigned && isUntouchedFirst(course, { process, on }) ? undefined : process
}

/** Whether a process began with the relation itself and nothing of it was on record by a day. */
export function isUntouchedFirst(
  { processes }: Pick<Running, 'processes'>,
  { process, on }: { process: Process; on: DateText },
): boolean {
  const { steps, documents } = asOf(process, on)
  return processes.at(-1)?.id === process.id && steps.length === 0 && documents.length === 0
}

/** A process without what came later: a step that has not come back is still out. */
function asOf(process: Process, on: DateText): Process {
  const documents = process.documents.filter((document) => isOnOrBefore(document.on, on))
  const steps = process.steps.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on))
  return {
    ...process,
    documents,
    steps: steps.map((step) => {
      const isBack = step.toOn === undefined || isOnOrBefore(step.toOn, on)
      const documented = documents.some(({ step: of, round }) => of === step.step && round === step.round)
      return { ...step, documented, ...(!isBack && { state: 'waiting' as const, toOn: undefined }) }
    }),
  }
}

/** The papers as the procedure's rules want them. */
export function filedOf({ documents }: Pick<Process, 'documents'>): FiledDocument[] {
  return documents.map(({ on, outcome, lang, articles, ...document }) => ({
    ...document,
    datedOn: on,
    ...(outcome !== undefined && { outcome }),
    ...(lang !== undefined && { lang }),
    ...(articles !== undefined && { articles }),
  }))
}

/** What the procedure's rules want to know of the steps: what moved a step, and whether it ended with a yes. */
export function recordsOf(process: Pick<Process, 'procedure' | 'steps' | 'documents'>): StepRecord[] {
  const procedure = getProcedure(process.procedure)
  const filed = filedOf(process)
  const rounds = roundsOf(procedure, process.steps)
  const kinds = [...new Set(filed.map(({ kind }) => kind))]
  const agreed = kinds.filter((kind) => {
    const outcome = standingDocument(filed, { kind, from: rounds[kind] })?.outcome ?? 'agreed'
    return outcome === 'agreed' && standingDocument(filed, { kind, from: rounds[kind] }) !== undefined
  })
  const ended = recordsOfFiled(procedure, agreed)
  return recordsOfFiled(procedure, kinds).map((record) => ({
    ...record,
    finished: ended.some(({ step, finished }) => step === record.step && finished === true),
  }))
}

/** The current public stage of a process: the furthest step with a filed output (domain §1.4). */
export function currentStage(process: Pick<Process, 'procedure' | 'steps' | 'documents'>): StageId {
  return stageOf(getProcedure(process.procedure), recordsOf(process))
}

/** What the rules know of a process by its papers alone. */
export function documentFacts(process: Pick<Process, 'procedure' | 'steps' | 'documents'>): ProcessFacts {
  return {
    cooperationType: undefined,
    partnerKind: undefined,
    fields: [],
    eligibility: {},
    plan: {},
    documents: filedOf(process),
    rounds: roundsOf(getProcedure(process.procedure), process.steps),
  }
}

/** Days before its last one on which a text that is in force begins to end: a year abroad, half a year at home. */
export const noticeDays = { foreign: 365, domestic: 180 } as const

/**
 * Status, the first line that holds (house §4): not continued · ended · ending soon · in force · signed, requirements
 * incomplete · in process (stage 2 or later) · exploring. A relation with neither process nor text has no status word.
 */
export function statusOf(course: Course, on: DateText): Status | undefined {
  if (course.notContinuedOn !== undefined && isOnOrBefore(course.notContinuedOn, on)) return 'not_continued'
  const signed = course.texts.filter(({ signedOn }) => isOnOrBefore(signedOn, on))
  const live = signed.filter((text) => !isOver(text, { signed, on }))
  if (signed.length > 0 && live.length === 0 && !hasOpenProcess(course, { signed, on })) return 'ended'
  if (live.some((text) => isOnOrBefore(beginOf(text), on) && isBacked(course, { text, on }))) {
    const last = lastOf(live)
    const notice = course.isForeign ? noticeDays.foreign : noticeDays.domestic
    return last !== undefined && on >= addDays(last, -notice) ? 'ending_soon' : 'in_force'
  }
  if (live.length > 0) return 'signed_incomplete'
  const process = processOn(course, on)
  if (process === undefined) return undefined
  return currentStage(process) === 'penjajakan' ? 'exploring' : 'in_process'
}

/**
 * A process that has begun, was not closed and has yielded no signed text yet. The first one began with the relation
 * itself: where nothing was ever recorded in it, beside texts that came without it, it is not open.
 */
function hasOpenProcess(
  { processes, cooperationType }: Running,
  { signed, on }: { signed: readonly SignedText[]; on: DateText },
): boolean {
  if (cooperationType === 'none') return false
  return processes.some(
    (process) =>
      isOnOrBefore(process.beganOn, on) &&
      (process.closedOn === undefined || !isOnOrBefore(process.closedOn, on)) &&
      !signed.some((text) => text.process === process.id) &&
      !isUntouchedFirst({ processes }, { process, on }),
  )
}

/** Whether every document that the process of a text wants is there; nothing is asked again of an old text. */
function isBacked({ processes }: Running, { text, on }: { text: SignedText; on: DateText }): boolean {
  const process = text.imported ? undefined : processes.find(({ id }) => id === text.process)
  if (process === undefined) return true
  return isComplete(getProcedure(process.procedure), documentFacts(asOf(process, on)))
}

/** The last day of the text that runs longest; undefined when one of them has no known end. */
export function lastOf(live: readonly SignedText[]): DateText | undefined {
  return live.map(lastDayOfTerm).reduce((latest, end) => {
    return latest === undefined || end === undefined ? undefined : end > latest ? end : latest
  })
}

/** The last day of the texts that stand on a day, if all have one. */
export function endOf({ texts }: Pick<Course, 'texts'>, on: DateText): DateText | undefined {
  const signed = texts.filter(({ signedOn }) => isOnOrBefore(signedOn, on))
  const live = signed.filter((text) => !isOver(text, { signed, on }))
  return live.length === 0 ? undefined : lastOf(live)
}

export interface DatedStatus {
  from: DateText
  status: Status | undefined
}

/** Every day on which something of a relation may begin to read differently, oldest first. */
export function turningDays(course: Course): DateText[] {
  const notice = course.isForeign ? noticeDays.foreign : noticeDays.domestic
  const ofTexts = course.texts.flatMap((text) => {
    const last = lastDayOfTerm(text)
    const ends = last === undefined ? [] : [addDays(last, -notice), ...(last < '2200-12-31' ? [addDays(last, 1)] : [])]
    return [text.signedOn, beginOf(text), text.terminatedOn, ...ends]
  })
  const ofProcesses = course.processes.flatMap(({ beganOn, closedOn, steps, documents }) => [
    beganOn,
    closedOn,
    ...steps.flatMap(({ occurredOn, toOn }) => [occurredOn, toOn]),
    ...documents.map((document) => document.on),
  ])
  const days = [course.notContinuedOn, ...ofTexts, ...ofProcesses].filter((day) => day !== undefined).map(firstDayOf)
  return [...new Set(days)].toSorted()
}

/** Every status a relation has by what is known of it, with the first day of each, oldest first. */
export function statusDays(course: Course): DatedStatus[] {
  const dated = turningDays(course).map((from) => ({ from, status: statusOf(course, from) }))
  return dated.filter(({ status }, index) => status !== dated[index - 1]?.status)
}

/** The status on a day, by days that were worked out before (`statusDays`). */
export function statusByDays(days: readonly DatedStatus[], on: DateText): Status | undefined {
  return days.findLast(({ from }) => from <= on)?.status
}
