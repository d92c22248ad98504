import { isDate, isOnOrBefore, type DateText, type PartialDate } from '../../shared/dates.ts'
import type { Article } from './model.ts'
import { countWorkingDays, workingDaysBetween, type Calendar, type WorkingDays } from './working-days.ts'

/** The only limit that PP 28/2018 sets in the foreign chain, in working days, and its article. */
export const dprdDays = 45
export const dprdArticle: Article = { law: 'PP 28/2018', at: 'Ps 30', verified: 'V' }

/** Where the council's time stands. It has no state in which silence is consent: PP 28/2018 knows none. */
export interface DprdClock {
  state: 'cannot_count' | 'running' | 'overdue' | 'ended'
  receivedOn?: DateText
  dueOn?: DateText
  /** Working days after `on` up to the due day; below zero, so many have passed since. Absent once it ended. */
  daysLeft?: number
  count?: WorkingDays
  endedOn?: PartialDate
}

/**
 * The council's 45 working days from the day its secretariat received the letter. Without that day, or with less than a
 * whole day, nothing can be counted. `frozen` is the arithmetic as it was when the clock ended: a holiday entered later
 * moves clocks that run and no other (scenario 7). Days after `on` are not known yet.
 */
export function dprdClock(about: {
  receivedOn: PartialDate | undefined
  decidedOn: PartialDate | undefined
  on: DateText
  calendar: Calendar
  frozen?: WorkingDays | undefined
}): DprdClock {
  const { receivedOn, decidedOn, on, calendar, frozen } = about
  const ended = decidedOn !== undefined && isOnOrBefore(decidedOn, on) ? { endedOn: decidedOn } : undefined
  const isKnown = receivedOn !== undefined && isDate(receivedOn) && receivedOn <= on
  if (!isKnown) return { state: ended ? 'ended' : 'cannot_count', ...ended }
  const count = (ended && frozen) ?? countWorkingDays({ after: receivedOn, days: dprdDays }, calendar)
  const known = { receivedOn, dueOn: count.dueOn, count }
  if (ended) return { state: 'ended', ...known, ...ended }
  const daysLeft = workingDaysBetween(on, count.dueOn, calendar)
  return { state: on > count.dueOn ? 'overdue' : 'running', ...known, daysLeft }
}
