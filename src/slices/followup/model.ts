import type { DateText } from '../../shared/dates.ts'
import type { FieldFault } from '../../shared/failure.ts'

/** Why nothing is to be done for now (product principle 6). */
export const reasons = ['waiting_direction', 'waiting_partner', 'enough_for_now'] as const
export type Reason = (typeof reasons)[number]

export const outcomes = ['done', 'replaced', 'dropped'] as const
/** How a follow-up ended. */
export type Outcome = (typeof outcomes)[number]

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
  rev: number
}

/** What somebody wants to follow: something to do, or a reason why nothing does. */
export interface NextStep {
  what?: string | undefined
  reason?: Reason | undefined
  unit?: string | undefined
  owner?: string | undefined
  dueOn?: DateText | undefined
  /** Paths that were asked again and are meant. */
  sure?: readonly string[] | undefined
}

/** Why a next step cannot be taken as it stands; undefined when it can. `on` is the day of the call. */
export function nextStepFault(
  { what, reason, unit, owner, dueOn, sure = [] }: NextStep,
  on: DateText,
): { path: 'what' | 'reason' | 'dueOn'; fault: FieldFault } | undefined {
  if (what === undefined && reason === undefined) return { path: 'what', fault: 'required' }
  const isPlanned = what !== undefined || unit !== undefined || owner !== undefined || dueOn !== undefined
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
