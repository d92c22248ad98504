import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, pageSize, tableFiles } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { fileKinds } from '../../slices/files/model.ts'
import { followUp } from '../../slices/followup/contract.ts'
import { sayings, standings } from '../../slices/followup/model.ts'

const names = z.partialRecord(z.enum(languages), z.string())

const answer = z.object({
  id,
  said: z.enum(sayings),
  note: z.string().nullable(),
  noteLang: z.enum(languages),
  by: z.string(),
  byLink: z.boolean(),
  answeredOn: z.string(),
  file: z.object({ id, name: z.string(), kind: z.enum(fileKinds), bytes: z.number().int() }).nullable(),
})

/** What it follows from: a relation, a meeting, a letter; none of them is the region itself. */
const origin = {
  relation: z.object({ id, slug: z.string(), name: z.string(), names }).optional(),
  visit: z.object({ id, slug: z.string(), about: z.string() }).optional(),
  /** `closed`: with a mission, so nothing that follows from it is shown by link. */
  letter: z.object({ id, name: z.string(), closed: z.boolean() }).optional(),
  /** What a foreign resident asked. */
  question: z.object({ id, receipt: z.string() }).optional(),
}

const line = followUp.extend({
  ...origin,
  root: id,
  last: answer.optional(),
  /** It was answered as done, and an officer has not closed it yet. */
  answered: z.boolean(),
})

/** What the list is narrowed by. */
const sought = {
  standing: z.enum(standings).default('open'),
  unit: id.optional(),
  mine: z.stringbool().optional(),
  q: z.string().max(200).optional(),
  subject: id.optional(),
  /** A cooperation with its meetings, what was discussed there, and what was promised. */
  relation: id.optional(),
}

export const listTasks = endpoint({
  name: 'tasks.listTasks',
  method: 'GET',
  path: '/api/pages/tasks',
  summary:
    'The follow-ups of the region, the longest due first (ended ones the newest first): narrowed by how they stand, agency, own ones and words. Agency staff sees those of her agency and her own.',
  allow: 'followup.list',
  input: z.object({ ...sought, after: id.optional(), limit: pageSize }),
  output: z.object({
    on: z.string(),
    rows: z.array(line),
    /** How many there are, of at most 1,001. */
    total: z.number().int(),
    next: id.optional(),
  }),
})

export const exportTasks = endpoint({
  name: 'tasks.exportTasks',
  method: 'GET',
  path: '/api/pages/task-list/export.csv',
  summary:
    'The same list as a file (.csv, .xlsx, .pdf), narrowed the same way: agency staff takes what is her agency’s and her own. It names who has what.',
  allow: 'followup.take',
  input: z.object(sought),
  output: z.unknown(),
  gives: tableFiles,
})

export const readTask = endpoint({
  name: 'tasks.readTask',
  method: 'GET',
  path: '/api/pages/tasks/:id',
  summary:
    'A follow-up by any of its rows, as it stands now, with everything that was answered (at most 200, the newest first).',
  allow: 'followup.list',
  input: z.object({ id }),
  output: z.object({ on: z.string(), task: line, answers: z.array(answer) }),
})
