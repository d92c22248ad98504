import { z } from 'zod'
import { isDate, isPartialDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, partialDate, revision } from '../../shared/fields.ts'
import { followUp } from '../followup/contract.ts'
import { mostOrdered } from './attendees-model.ts'
import { checklistItem, gift, rundownLine } from './prepare-contract.ts'
import { activityKinds, weekdays } from './model.ts'
import { cadences } from './plan-model.ts'
import { point } from './points-contract.ts'
import { reason } from './said-contract.ts'

const sure = z.array(z.string().max(60)).max(20).optional()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const zone = z.enum(['WIB', 'WITA', 'WIT', 'JST', 'KST'])

/** What a day off is called, in Indonesian and in other languages. */
const dayName = { name: z.string(), names: z.record(z.string(), z.string()) }

const relationCard = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  names: z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string()).optional(),
})

const seriesCard = z.object({ id, name: z.string(), cadence: z.enum(cadences).optional() })

const listed = z.object({
  id,
  slug: z.string(),
  kind: z.enum(activityKinds).optional(),
  about: z.string(),
  place: z.string().optional(),
  occurredOn: z.string(),
  endedOn: z.string().optional(),
  startsAt: z.string().optional(),
  endsAt: z.string().optional(),
  weekday: z.enum(weekdays).optional(),
  planned: z.boolean(),
  closedOn: z.string().optional(),
  /** Why it was called off; it is listed because somebody may still expect it. */
  cancelled: z.string().optional(),
  series: seriesCard.optional(),
  relations: z.array(relationCard),
})

/** What the agenda is narrowed by. */
export const sought = {
  kind: z.enum(activityKinds).optional(),
  relation: id.optional(),
  series: id.optional(),
  /** Those that the caller recorded or changed, or in which her body has something to prepare or to answer. */
  mine: z.stringbool().optional(),
  q: z.string().max(200).optional(),
}

export const listAgenda = endpoint({
  name: 'agenda.listAgenda',
  method: 'GET',
  path: '/api/agenda/list',
  summary:
    'The agenda from the visitor’s day on (coming, the nearest first) or before it (past, the newest first, perhaps of one year), with what was called off. `total` counts up to 1000.',
  allow: 'agenda.read',
  input: z.object({
    when: z.enum(['coming', 'past']).default('coming'),
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    ...sought,
    after: id.optional(),
    limit: pageSize,
  }),
  output: z.object({
    rows: z.array(listed),
    total: z.number().int(),
    /** The years that have something past, the newest first; on the first page only. */
    years: z.array(z.number().int()),
    zone,
    next: id.optional(),
  }),
})

export const listMonth = endpoint({
  name: 'agenda.listMonth',
  method: 'GET',
  path: '/api/agenda/months/:month',
  summary: 'The activities of a month (2026-11), at most 300, and its days off here, in Japan and in Korea.',
  allow: 'agenda.read',
  input: z.object({
    month: z.string().refine((text) => text.length === 7 && isPartialDate(text), { params: { fault: 'not_a_date' } }),
    ...sought,
  }),
  output: z.object({
    rows: z.array(listed),
    /** How many activities of the month stand beyond the 300. */
    more: z.number().int(),
    holidays: z.array(z.object({ day: z.string(), ...dayName })),
    /** Days off of Japan and Korea in the month. */
    beside: z.array(z.object({ country: z.enum(['JP', 'KR']), day: z.string(), ...dayName })),
    zone,
  }),
})

export const readDay = endpoint({
  name: 'agenda.readDay',
  method: 'GET',
  path: '/api/agenda/days/:day',
  summary: 'Whether a day is a working day of the region, why not, and what else is on it.',
  allow: 'agenda.read',
  input: z.object({ day }),
  output: z.object({
    off: z.object({ weekend: z.boolean(), names: z.array(z.object(dayName)) }).optional(),
    rows: z.array(listed),
  }),
})

const carried = z.object({
  /** The meeting that raised it. */
  from: z.object({
    id,
    slug: z.string(),
    about: z.string(),
    occurredOn: z.string(),
    weekday: z.enum(weekdays).optional(),
  }),
  times: z.number().int(),
  /** A point with who answers it; without it the task stands for itself. */
  point: point.optional(),
  task: followUp.optional(),
})

export const readPlan = endpoint({
  name: 'agenda.readPlan',
  method: 'GET',
  path: '/api/agenda/activities/:id/plan',
  summary:
    'How an activity is prepared: its series, what earlier meetings left to it, its rundown, checklist, gifts and interpreter.',
  allow: 'agenda.read',
  input: z.object({ id }),
  output: z.object({
    id,
    rev: z.number().int(),
    zone,
    endsAt: z.string().optional(),
    interpreter: z.string().optional(),
    interpreterLangs: z.array(z.string()),
    series: seriesCard
      .extend({
        rev: z.number().int(),
        place: z.string().optional(),
        startsAt: z.string().optional(),
        endsAt: z.string().optional(),
      })
      .optional(),
    /** Its neighbours in the series, or among the meetings that answer to each other. */
    previous: carried.shape.from.optional(),
    following: carried.shape.from.optional(),
    carried: z.array(carried),
    rundown: z.array(rundownLine),
    checklist: z.array(checklistItem),
    gifts: z.array(gift),
    /** Order of precedence: who stands where, with the rank as it was written. */
    order: z.array(
      z.object({ id, position: z.number().int().optional(), rank: z.string().optional(), rev: z.number().int() }),
    ),
  }),
})

export const listSeries = endpoint({
  name: 'agenda.listSeries',
  method: 'GET',
  path: '/api/agenda/series',
  summary: 'The series of the region by name (at most 200), each with its last and its next meeting.',
  allow: 'agenda.read',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      seriesCard.extend({
        rev: z.number().int(),
        meetings: z.number().int(),
        last: z.object({ id, slug: z.string(), occurredOn: z.string() }).optional(),
        next: z.object({ id, slug: z.string(), occurredOn: z.string() }).optional(),
      }),
    ),
    /** How many series stand beyond the 200. */
    more: z.number().int(),
  }),
})

export const beginSeries = endpoint({
  name: 'agenda.beginSeries',
  method: 'POST',
  path: '/api/agenda/activities/:id/series',
  summary: 'Make an activity the first of a series: its place and times are the usual ones from then on.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, name, cadence: z.enum(cadences).optional() }),
  output: z.object({ id, rev: z.number().int(), series: id }),
})

export const joinSeries = endpoint({
  name: 'agenda.joinSeries',
  method: 'POST',
  path: '/api/agenda/activities/:id/series/join',
  summary: 'Say to which series an activity belongs; null takes it out of its series.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, series: id.nullable() }),
  output: z.object({ id, rev: z.number().int() }),
})

export const mendSeries = endpoint({
  name: 'agenda.mendSeries',
  method: 'POST',
  path: '/api/agenda/series/:id',
  summary: 'Correct the name of a series, how often it meets, its usual place and times. null empties a value.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    name: name.optional(),
    cadence: z.enum(cadences).nullable().optional(),
    place: name.nullable().optional(),
    startsAt: time.nullable().optional(),
    endsAt: time.nullable().optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const proposeNext = endpoint({
  name: 'agenda.proposeNext',
  method: 'GET',
  path: '/api/agenda/activities/:id/next',
  summary:
    'What the next meeting would be: a working day by the cadence of the series, the usual place and time, and what it would take up.',
  allow: 'agenda.read',
  input: z.object({ id }),
  output: z.object({
    occurredOn: z.string(),
    /** The day that the cadence says, where nobody works on it. */
    wished: z.string().optional(),
    startsAt: z.string().optional(),
    endsAt: z.string().optional(),
    place: z.string().optional(),
    about: z.string(),
    /** How many points and other tasks are open and go with it. */
    open: z.number().int(),
    /** A meeting of the row that is planned already. */
    planned: z.object({ slug: z.string(), occurredOn: z.string() }).optional(),
  }),
})

const next = {
  occurredOn: partialDate,
  startsAt: time.optional(),
  endsAt: time.optional(),
  place: name.optional(),
  about: name,
  sure,
}

export const planNext = endpoint({
  name: 'agenda.planNext',
  method: 'POST',
  path: '/api/agenda/activities/:id/next',
  summary:
    'Plan the next meeting: relations, hosts, guests and series are taken over, and what stayed open shows with it by itself. A day off and a meeting planned already are asked (`occurredOn`, `about`).',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, ...next }),
  output: z.object({ id, slug: z.string(), rev: z.number().int() }),
})

export const copyActivity = endpoint({
  name: 'agenda.copyActivity',
  method: 'POST',
  path: '/api/agenda/activities/:id/copy',
  summary:
    'A new activity like this one, outside its series: relations, kind, hosts and guests, points and rundown are taken over; what was said, answered and given is not.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, ...next }),
  output: z.object({ id, slug: z.string(), rev: z.number().int() }),
})

export const cancelActivity = endpoint({
  name: 'agenda.cancelActivity',
  method: 'POST',
  path: '/api/agenda/activities/:id/cancel',
  summary:
    'Call off a planned activity, with a reason. It stays in the agenda, said to be called off, and counts nowhere. What has happened is refused as not_yet (`past`): it can only be voided.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, reason }),
  output: z.object({ id, rev: z.number().int() }),
})

export const orderParticipants = endpoint({
  name: 'agenda.orderParticipants',
  method: 'POST',
  path: '/api/agenda/activities/:id/order',
  summary:
    'The order of precedence of those who take part: everybody once but who only signed at the door, each with the rank as it is written. Refused as stale when somebody was added or taken off meanwhile.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    order: z
      .array(z.object({ id, rank: name.nullable() }))
      .min(1)
      .max(mostOrdered),
  }),
  output: z.object({ id }),
})
