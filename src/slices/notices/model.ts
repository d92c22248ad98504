import { addDays, type DateText } from '../../shared/dates.ts'
import type { FieldFault } from '../../shared/failure.ts'

/** The summary of the day leaves from this time on, in the region's zone; after `until` nobody calls it a morning's. */
export const dailyAt = { from: '07:00', until: '17:00' }

/** What a member wants by mail. Who never chose gets nothing. */
export interface Choice {
  daily: boolean
  atOnce: boolean
  reminders: boolean
  rev: number
}

export const noChoice: Choice = { daily: false, atOnce: false, reminders: false, rev: 0 }

/** How many follow-ups are called to mind in one mail. */
export const reminderMost = 50

/** How far ahead a line may be put off, in days. */
export const putOffMost = 366

/** How many lines one person may have put off at a time. */
export const putOffLimit = 200

/** Why a line cannot be put off until a day, seen from `on`. */
export function putOffFault(untilOn: DateText, on: DateText): FieldFault | undefined {
  if (untilOn <= on) return 'wrong_order'
  return untilOn > addDays(on, putOffMost) ? 'wrong' : undefined
}
