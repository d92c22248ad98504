/** What a register without rules needs: how a relation stands, what becomes of it, and since when that is so. Pure. */
import { addDays, type DateText } from '../../shared/dates.ts'
import {
  currentStage,
  endOf,
  endOfTime,
  lastOf,
  noticeDays,
  runningProcess,
  statusOf,
  turningDays,
  type Course,
} from './course.ts'
import { isOver } from './term.ts'

type Outlook = ReturnType<typeof outlook>

/** How a relation stands while its texts run, and what becomes of it on which day. */
export function outlook(course: Course) {
  const texts = course.texts.map((text) => ({ ...text, endsOn: undefined, termMonths: undefined }))
  const status = statusOf({ ...course, texts }, endOfTime)
  const stands = status === 'in_force' || status === 'signed_incomplete'
  const endless = new Set(texts.filter((text) => !isOver(text, { signed: texts, on: endOfTime })).map(({ id }) => id))
  const endsOn = stands ? lastOf(course.texts.filter(({ id }) => endless.has(id))) : undefined
  const soonOn = endsOn && addDays(endsOn, course.isForeign ? -noticeDays.foreign : -noticeDays.domestic)
  return { status, endsOn, soonOn, afterEnd: endsOn === undefined ? undefined : statusOf(course, endOfTime) }
}

/** What a line reads on a day: the sentence of oversight.register's comment. */
export function readLine({ status, endsOn, soonOn, afterEnd }: Outlook, on: DateText) {
  if (endsOn !== undefined && endsOn < on) return { status: afterEnd, endsOn: undefined }
  const isSoon = status === 'in_force' && soonOn !== undefined && soonOn <= on
  return { status: isSoon ? ('ending_soon' as const) : status, endsOn }
}

/**
 * From which day on a line says what the rules say of status, stage and end; undefined where it never does. Between two
 * turning days nothing changes, so only they are asked, the last ones first.
 */
export function holdsFrom(course: Course): DateText | undefined {
  const line = outlook(course)
  const stage = stageOn(course, endOfTime)
  const days = ['0001-01-01', ...turningDays(course)]
  const last = days.findLastIndex((day) => {
    const { status, endsOn } = readLine(line, day)
    return status !== statusOf(course, day) || endsOn !== endOf(course, day) || stage !== stageOn(course, day)
  })
  return days[last + 1]
}

function stageOn(course: Course, on: DateText) {
  const process = runningProcess(course, on)
  return process && currentStage(process)
}
