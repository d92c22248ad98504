import type { z } from 'zod'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import type { mendActivity, recordActivity } from '../contract.ts'
import type { ActivityView } from './use-activity.ts'

/** What the form of an activity holds; empty text stands for no value. */
export type VisitValues = {
  occurredOn: string
  place: string
  about: string
  kind: string
  startsAt: string
  endsAt: string
  endedOn: string
  weekday: string
  initiator: string
  note: string
}

/** The same before there is an activity: whom it was with, and the relation that was chosen for it. */
export type NewVisitValues = VisitValues & { who: string; relation: string; points: string }

export const blankVisit: NewVisitValues = {
  who: '',
  relation: '',
  points: '',
  occurredOn: '',
  place: '',
  about: '',
  kind: '',
  startsAt: '',
  endsAt: '',
  endedOn: '',
  weekday: '',
  initiator: '',
  note: '',
}

type Recording = Omit<z.input<typeof recordActivity.input>, 'act'>
type Mending = Omit<z.input<typeof mendActivity.input>, 'act' | 'id' | 'rev'>

/** What was typed, ready to send; what is empty is left out, so that the server says what is missing. */
export function visitOf(values: NewVisitValues): Recording {
  const { who, relation, points, occurredOn, endedOn, ...rest } = values
  const said = Object.entries(rest).filter(([, value]) => value.trim() !== '')
  const discussed = points.split('\n').filter((line) => line.trim() !== '')
  const [day, end] = [dateTyped(occurredOn), dateTyped(endedOn)]
  return {
    ...(Object.fromEntries(said) as Pick<Recording, 'place' | 'about'>),
    ...(relation === '' ? { ...(who.trim() !== '' && { who }) } : { relations: [relation] }),
    ...(day !== undefined && { occurredOn: day }),
    ...(end !== undefined && { endedOn: end }),
    ...(discussed.length > 0 && { points: discussed }),
  } as Recording
}

export function valuesOf(activity: ActivityView): VisitValues {
  const { occurredOn, place, about, kind, startsAt, endsAt, endedOn, weekday, initiator, note } = activity
  return {
    occurredOn,
    about,
    place: place ?? '',
    kind: kind ?? '',
    startsAt: startsAt ?? '',
    endsAt: endsAt ?? '',
    endedOn: endedOn ?? '',
    weekday: weekday ?? '',
    initiator: initiator ?? '',
    note: note ?? '',
  }
}

/** Only what was changed: null empties a value, what stayed is absent. */
export function mendOf(values: VisitValues, base: VisitValues): Mending {
  const [now, was] = [plain(values), plain(base)]
  const changed = Object.entries(now).filter(([name, value]) => value !== was[name as keyof VisitValues])
  const needed = new Set(['occurredOn', 'about'])
  return Object.fromEntries(
    changed.map(([name, value]) => [name, value === '' && !needed.has(name) ? null : value]),
  ) as Mending
}

function plain({ occurredOn, endedOn, ...rest }: VisitValues): VisitValues {
  const trimmed = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value.trim()]))
  const days = { occurredOn: dateTyped(occurredOn) ?? '', endedOn: dateTyped(endedOn) ?? '' }
  return { ...days, ...trimmed } as VisitValues
}
