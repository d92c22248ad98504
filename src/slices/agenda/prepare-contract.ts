import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, revision } from '../../shared/fields.ts'
import { tidyName } from '../../shared/text.ts'
import { journeys, listKeys } from './checklist-model.ts'

const sure = z.array(z.string().max(60)).max(20).optional()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const done = z.object({ id, rev: z.number().int() })

const line = (limit: number) =>
  z
    .string()
    .max(limit * 4)
    .transform(tidyName)
    .refine((text) => text !== '', { params: { fault: 'required' } })
    .refine((text) => [...text].length <= limit, { params: { fault: 'too_long' } })

export const rundownLine = z.object({
  id,
  position: z.number().int(),
  from: z.string().optional(),
  to: z.string().optional(),
  what: z.string(),
  who: z.string().optional(),
  rev: z.number().int(),
})

const minutes = z.int().min(1).max(1440)

export const addLine = endpoint({
  name: 'agenda.addLine',
  method: 'POST',
  path: '/api/agenda/activities/:id/rundown',
  summary:
    'A line of the rundown, after those that are there: from when, until when or for how many minutes, what, who. A time that another line has, or outside the meeting, is asked (`from`).',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    from: time.optional(),
    to: time.optional(),
    minutes: minutes.optional(),
    what: line(500),
    who: name.optional(),
    sure,
  }),
  output: done,
})

export const mendLine = endpoint({
  name: 'agenda.mendLine',
  method: 'POST',
  path: '/api/agenda/rundown/:id',
  summary: 'Correct a line of the rundown. null empties a value.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    from: time.nullable().optional(),
    to: time.nullable().optional(),
    minutes: minutes.optional(),
    what: line(500).optional(),
    who: name.nullable().optional(),
    sure,
  }),
  output: done,
})

export const moveLine = endpoint({
  name: 'agenda.moveLine',
  method: 'POST',
  path: '/api/agenda/rundown/:id/move',
  summary:
    'Let a line change places with its neighbour: each keeps its length, together they keep their time. The first does not move up, the last not down.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, to: z.enum(['up', 'down']) }),
  output: z.object({ id }),
})

export const dropLine = endpoint({
  name: 'agenda.dropLine',
  method: 'POST',
  path: '/api/agenda/rundown/:id/drop',
  summary: 'Take a line off the rundown; the history stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const checklistItem = z.object({
  id,
  key: z.enum(listKeys).optional(),
  words: z.string().optional(),
  days: z.number().int(),
  /** A working day, moved with the visit; absent while its day is not known. */
  day: z.string().optional(),
  /** The day that was counted, where nobody works on it. */
  counted: z.string().optional(),
  article: z.string().optional(),
  verified: z.enum(['V', 'V2']).optional(),
  unit: z.object({ id, name: z.string() }).optional(),
  owner: z.string().optional(),
  doneOn: z.string().optional(),
  rev: z.number().int(),
})

const days = z.int().min(-365).max(365)

export const beginChecklist = endpoint({
  name: 'agenda.beginChecklist',
  method: 'POST',
  path: '/api/agenda/activities/:id/checklist/begin',
  summary:
    'Take the region’s list for a delegation that comes (masuk) or goes (keluar) over to an activity; what is there already stays as it is.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, journey: z.enum(journeys) }),
  output: z.object({ id, added: z.number().int() }),
})

export const addItem = endpoint({
  name: 'agenda.addItem',
  method: 'POST',
  path: '/api/agenda/activities/:id/checklist',
  summary: 'Something to prepare or to do after an activity, so many days from it (before it negative).',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, words: line(300), days, unit: id.optional(), owner: name.optional() }),
  output: done,
})

export const mendItem = endpoint({
  name: 'agenda.mendItem',
  method: 'POST',
  path: '/api/agenda/checklist/:id',
  summary: 'Correct an item of the checklist: its words, day, who does it, and whether it is done.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    words: line(300).optional(),
    days: days.optional(),
    unit: id.nullable().optional(),
    owner: name.nullable().optional(),
    done: z.boolean().optional(),
  }),
  output: done,
})

export const dropItem = endpoint({
  name: 'agenda.dropItem',
  method: 'POST',
  path: '/api/agenda/checklist/:id/drop',
  summary: 'Take an item off the checklist of an activity; the history stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

const templateItem = z.object({
  id: id.optional(),
  rev: z.number().int(),
  key: z.enum(listKeys).optional(),
  words: z.string().optional(),
  days: z.number().int(),
  article: z.string().optional(),
  verified: z.enum(['V', 'V2']).optional(),
})

export const listChecklists = endpoint({
  name: 'agenda.listChecklists',
  method: 'GET',
  path: '/api/agenda/checklists',
  summary: 'The lists that a delegation that comes or goes begins with, as the region has them, and what it took off.',
  allow: 'agenda.read',
  input: z.object({}),
  output: z.object({
    masuk: z.object({ items: z.array(templateItem), dropped: z.array(templateItem) }),
    keluar: z.object({ items: z.array(templateItem), dropped: z.array(templateItem) }),
  }),
})

export const setTemplateItem = endpoint({
  name: 'agenda.setTemplateItem',
  method: 'POST',
  path: '/api/agenda/checklists',
  summary:
    'Add an item to a list of the region, or change one: by `key` one of the product’s, by `item` one of the region’s own. rev is what was on screen, 0 for what nobody changed yet. Visits that have their checklist keep it.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    journey: z.enum(journeys),
    key: z.enum(listKeys).optional(),
    item: id.optional(),
    rev: revision,
    words: line(300).nullable().optional(),
    days: days.optional(),
    dropped: z.boolean().optional(),
  }),
  output: done,
})

export const gift = z.object({
  id,
  direction: z.enum(['diterima', 'diberikan']),
  what: z.string(),
  value: z.number().int().optional(),
  party: z.string().optional(),
  holder: z.string().optional(),
  destination: z.string().optional(),
  reportedOn: z.string().optional(),
  rev: z.number().int(),
})

const value = z.int().min(0).max(1_000_000_000_000)

export const listGifts = endpoint({
  name: 'agenda.listGifts',
  method: 'GET',
  path: '/api/agenda/gifts',
  summary: 'The gifts register, the newest activity first. `unreported` lists what was received and not reported yet.',
  allow: 'agenda.read',
  input: z.object({ unreported: z.stringbool().optional(), after: id.optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(
      gift.extend({ activity: z.object({ id, slug: z.string(), about: z.string(), occurredOn: z.string() }) }),
    ),
    next: id.optional(),
  }),
})

export const addGift = endpoint({
  name: 'agenda.addGift',
  method: 'POST',
  path: '/api/agenda/activities/:id/gifts',
  summary: 'A gift that was given or received, with its estimated value in rupiah and where it is kept.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    direction: z.enum(['diterima', 'diberikan']),
    what: line(300),
    value: value.optional(),
    party: name.optional(),
    holder: name.optional(),
    destination: name.optional(),
    reportedOn: day.optional(),
  }),
  output: done,
})

export const mendGift = endpoint({
  name: 'agenda.mendGift',
  method: 'POST',
  path: '/api/agenda/gifts/:id',
  summary: 'Correct a line of the gifts register, or say when it was reported. null empties a value.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    what: line(300).optional(),
    value: value.nullable().optional(),
    party: name.nullable().optional(),
    holder: name.nullable().optional(),
    destination: name.nullable().optional(),
    reportedOn: day.nullable().optional(),
  }),
  output: done,
})

export const dropGift = endpoint({
  name: 'agenda.dropGift',
  method: 'POST',
  path: '/api/agenda/gifts/:id/drop',
  summary: 'Take a gift off that was entered by mistake; the history stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})
