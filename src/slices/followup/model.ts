import { addDays, daysBetween, type DateText } from '../../shared/dates.ts'
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

export const sayings = ['done', 'running', 'stuck'] as const
/** What whoever has it answers: sudah, berjalan, terkendala. */
export type Said = (typeof sayings)[number]

/** A person of the region who has a follow-up; one who left her office has it no more. */
export interface Holder {
  id: string
  name: string
  left: boolean
}

export interface FollowUp {
  id: string
  /** The first row of what was handed over or moved since: one thing, however often it changed hands. */
  root?: string | undefined
  subject: string
  leads: boolean
  what: string | undefined
  reason: Reason | undefined
  unit: { id: string; name: string } | undefined
  member?: Holder | undefined
  owner: string | undefined
  dueOn: DateText | undefined
  fromOn: DateText
  /** What was last said of it while it is open; nothing once "done" was said, which an officer then settles. */
  state?: Exclude<Said, 'done'> | undefined
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
  member?: string | undefined
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
  member?: string | null | undefined
  owner?: string | null | undefined
  dueOn?: DateText | null | undefined
}

/** Why a next step cannot be taken as it stands; undefined when it can. `on` is the day of the call. */
export function nextStepFault(
  { what, reason, unit, member, owner, dueOn, origin, sure = [] }: NextStep,
  on: DateText,
): { path: 'what' | 'reason' | 'dueOn'; fault: FieldFault } | undefined {
  if (what === undefined && reason === undefined) return { path: 'what', fault: 'required' }
  const isPlanned = [what, unit, member, owner, dueOn, origin].some((part) => part !== undefined)
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

/** Whether somebody has it in hand: a body or a person, named. Who left her office has nothing in hand any more. */
export function isAssigned({
  unit,
  member,
  owner,
}: {
  unit?: unknown
  member?: { left: boolean } | undefined
  owner?: unknown
}): boolean {
  if (member !== undefined) return !member.left
  return unit !== undefined || owner !== undefined
}

/**
 * "Dinas Perhubungan, Sekretaris": the body and the person that have it, undefined where nobody has. Of one that ended
 * it is who had it.
 */
export function holderText(
  {
    unit,
    member,
    owner,
    endedOn,
  }: {
    unit?: { name: string } | undefined
    member?: Pick<Holder, 'name' | 'left'> | undefined
    owner?: string | undefined
    endedOn?: DateText | undefined
  },
  comma = ', ',
): string | undefined {
  if (endedOn === undefined && !isAssigned({ unit, member, owner })) return undefined
  const parts = [unit?.name, member?.name, owner].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(comma)
}

/** Whether a follow-up is an agency's or a person's own: nobody else of her role sees it. */
export function isOwn(
  { unit, member }: Pick<FollowUp, 'unit' | 'member'>,
  who: { unit: string | undefined; membership: string },
): boolean {
  return (unit !== undefined && unit.id === who.unit) || member?.id === who.membership
}

/** Whether its day has passed while it is open. It is told as a word and a day, and counted nowhere. */
export function isOverdue(
  { dueOn, endedOn }: { dueOn?: DateText | undefined; endedOn?: DateText | undefined },
  on: DateText,
): boolean {
  return endedOn === undefined && dueOn !== undefined && dueOn < on
}

/** What a list of follow-ups can be narrowed to. */
export const standings = ['open', 'overdue', 'unowned', 'stuck', 'answered', 'ended'] as const
export type Standing = (typeof standings)[number]

const daysAhead = 7
const daysAgain = 7

export interface Reminder {
  kind: 'soon' | 'today' | 'since'
  /** Days until it is due; below zero, so many have passed. */
  days: number
}

/**
 * Whether a follow-up is called to mind on a day: seven days before it is due, on the day, and then once a week. What
 * has no day, has ended, or was answered with "done" reminds nobody.
 */
export function remindersOn(
  followUp: Pick<FollowUp, 'dueOn' | 'fromOn' | 'endedOn'> & { answered?: boolean },
  on: DateText,
): Reminder | undefined {
  const { dueOn, fromOn, endedOn, answered = false } = followUp
  if (dueOn === undefined || answered || on < fromOn || (endedOn !== undefined && endedOn <= on)) return undefined
  const days = daysBetween(on, dueOn)
  if (days === daysAhead) return { kind: 'soon', days }
  if (days === 0) return { kind: 'today', days }
  return days < 0 && -days % daysAgain === 0 ? { kind: 'since', days } : undefined
}

/** A stage that fell on a day off, or while nothing ran, is told so many days later still. */
const caughtUp = 4

/** The stage of a follow-up that has come by a day, as a name of its own; undefined while none has lately. */
export function reminderStage(followUp: Parameters<typeof remindersOn>[0], on: DateText): string | undefined {
  for (let back = 0; back <= caughtUp; back += 1) {
    const reminder = remindersOn(followUp, addDays(on, -back))
    if (reminder !== undefined) return `${reminder.kind}:${reminder.days}`
  }
  return undefined
}

/** How long the link to answer is good for when nobody says otherwise; its note, and how much one thing is answered. */
export const answerLimits = { note: 2000, answers: 200, file: 10 * 2 ** 20 } as const
