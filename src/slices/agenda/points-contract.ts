import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, note, per, revision } from '../../shared/fields.ts'
import { tidyName } from '../../shared/text.ts'
import { followUp, taskChangeShape, taskShape } from '../followup/contract.ts'
import { activityKinds, themes, weekdays } from './model.ts'

export const point = z.object({
  id,
  position: z.number().int(),
  theme: z.enum(themes).optional(),
  words: z.string(),
  wordsLang: z.string(),
  rev: z.number().int().optional(),
})

/** An activity as its points and tasks name it. */
const meeting = z.object({
  id,
  slug: z.string(),
  kind: z.enum(activityKinds).optional(),
  about: z.string(),
  occurredOn: z.string(),
  weekday: z.enum(weekdays).optional(),
})

/** A point discussed, on one line, at most 500 code points. */
export const pointWords = z
  .string()
  .max(2000)
  .transform(tidyName)
  .refine((text) => text !== '', { params: { fault: 'required' } })
  .refine((text) => [...text].length <= 500, { params: { fault: 'too_long' } })
/** The language that words are written in. */
export const language = z.string().regex(/^[a-z]{2}(-[A-Za-z]{4})?$/)
/** What came of a task; empty is no answer. */
const answer = note.refine((text) => [...text].length <= 2000, { params: { fault: 'too_long' } })
const sure = z.array(z.string().max(60)).max(20).optional()

export const addPoint = endpoint({
  name: 'agenda.addPoint',
  method: 'POST',
  path: '/api/agenda/activities/:id/points',
  summary: 'A point discussed (pokok bahasan), in the officer’s own words, with its theme where one fits.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    words: pointWords,
    wordsLang: language.optional(),
    theme: z.enum(themes).optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const mendPoint = endpoint({
  name: 'agenda.mendPoint',
  method: 'POST',
  path: '/api/agenda/points/:id',
  summary: 'Correct a point discussed: its words, or its theme (null: none).',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    words: pointWords.optional(),
    theme: z.enum(themes).nullable().optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropPoint = endpoint({
  name: 'agenda.dropPoint',
  method: 'POST',
  path: '/api/agenda/points/:id/drop',
  summary:
    'Take a point off that was entered by mistake; what was to follow from it is dropped with it. The history stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const listPoints = endpoint({
  name: 'agenda.listPoints',
  method: 'GET',
  path: '/api/agenda/relations/:relation/points',
  summary:
    'The points discussed with a partner up to the visitor’s day (at most 200, the newest meeting first), what follows from each, what else follows from its meetings, and the next planned one.',
  allow: 'agenda.read',
  input: z.object({ relation: id, per }),
  output: z.object({
    rows: z.array(point.extend({ activity: meeting, task: followUp.optional() })),
    /** What follows from a meeting as a whole. */
    tasks: z.array(followUp.extend({ activity: meeting })),
    /** The first planned meeting after the day. */
    next: meeting.optional(),
  }),
})

export const addTask = endpoint({
  name: 'agenda.addTask',
  method: 'POST',
  path: '/api/agenda/activities/:id/tasks',
  summary:
    'What follows from an activity or from one of its points: who answers it and until when. A point has one open task; its words are what is done where nothing else is said.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, point: id.optional(), ...taskShape, sure }),
  output: z.object({ id, rev: z.number().int() }),
})

export const changeTask = endpoint({
  name: 'agenda.changeTask',
  method: 'POST',
  path: '/api/agenda/tasks/:id',
  summary:
    'Hand a task over, or change its day or words: another row takes its place (its id is answered), so that earlier days still show who had it.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, rev: revision, ...taskChangeShape, sure }),
  output: z.object({ id, rev: z.number().int() }),
})

export const endTask = endpoint({
  name: 'agenda.endTask',
  method: 'POST',
  path: '/api/agenda/tasks/:id/end',
  summary: 'End a task as done, with what came of it, or as dropped.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, rev: revision, outcome: z.enum(['done', 'dropped']), note: answer.optional() }),
  output: z.object({ id }),
})
