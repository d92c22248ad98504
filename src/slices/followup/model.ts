import type { DateText } from '../../shared/dates.ts'
import type { FieldFault } from '../../shared/failure.ts'

/** Why nothing is to be done for now (product principle 6). */
export const reasons = ['waiting_direction', 'waiting_partner', 'enough_for_now'] as const
export type Reason = (typeof reasons)[number]

export const outcomes = ['done', 'replaced', 'dropped'] as const
/** How a follow-up ended. */
export type Outcome = (typeof outcomes)[number]

export const origins = ['asked', 'promised'] as const
/** The partner asked for it, or we gave our word; both wait since the day it was said. */
export type Origin = (typeof origins)[number]

export interface FollowUp {
  id: string
  subject: string
  leads: boolean
  what: string | undefined
  reason: Reason | undefined
  unit: { id: string; name: string } | undefined
  owner: string | undefined
  dueOn: DateText | undefined
  fromOn: DateText
  endedOn: DateText | undefined
  outcome: Outcome | undefined
  origin?: Origin | undefined
  /** What came of it: the answer, in the officer's words. */
  note?: string | undefined
  rev: number
}

/** What somebody wants to follow: something to do, or a reason why nothing does. */
export interface NextStep {
  what?: string | undefined
  reason?: Reason | undefined
  unit?: string | undefined
  owner?: string | undefined
  dueOn?: DateText | undefined
  origin?: Origin | undefined
  /** Paths that were asked again and are meant. */
  sure?: readonly string[] | undefined
}

/** What of a follow-up is changed: null empties a value, an absent one stays. */
export interface TaskChange {
  what?: string | undefined
  unit?: string | null | undefined
  owner?: string | null | undefined
  dueOn?: DateText | null | undefined
}

/** Why a next step cannot be taken as it stands; undefined when it can. `on` is the day of the call. */
export function nextStepFault(
  { what, reason, unit, owner, dueOn, origin, sure = [] }: NextStep,
  on: DateText,
): { path: 'what' | 'reason' | 'dueOn'; fault: FieldFault } | undefined {
  if (what === undefined && reason === undefined) return { path: 'what', fault: 'required' }
  const isPlanned = [what, unit, owner, dueOn, origin].some((part) => part !== undefined)
  if (reason !== undefined && isPlanned) return { path: 'reason', fault: 'wrong' }
  if (dueOn !== undefined && dueOn < on && !sure.includes('dueOn')) return { path: 'dueOn', fault: 'doubtful' }
  return undefined
}

/** The leading follow-up that stood on a day. */
export function nextStepOn(followUps: readonly FollowUp[], on: DateText): FollowUp | undefined {
  return followUps.find(
    ({ leads, fromOn, endedOn }) => leads && fromOn <= on && (endedOn === undefined || endedOn > on),
  )
}

/** Since which day nothing is set: the day the last next step ended, else the day the record began. */
export function unsetSince(followUps: readonly FollowUp[], { on, beganOn }: { on: DateText; beganOn: string }): string {
  const ended = followUps.flatMap(({ leads, endedOn }) =>
    leads && endedOn !== undefined && endedOn <= on ? endedOn : [],
  )
  return ended.reduce((last, day) => (day > last ? day : last), beganOn)
}

/** A follow-up as it stood on a day: what ended it later had not happened yet. */
export function taskOn(task: FollowUp, on: DateText): FollowUp {
  if (task.endedOn === undefined || task.endedOn <= on) return task
  return { ...task, endedOn: undefined, outcome: undefined, note: undefined }
}

/** Whether somebody has it in hand: a body or a person, named. */
export function isAssigned({ unit, owner }: { unit?: unknown; owner?: unknown }): boolean {
  return unit !== undefined || owner !== undefined
}
