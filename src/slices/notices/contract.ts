import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, revision } from '../../shared/fields.ts'

const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
/** A line of Hari ini as its page names it: kind and record. */
const line = z
  .string()
  .max(200)
  .regex(/^[a-z_]+(:[0-9a-z-]{1,60}){0,2}$/)

export const readChoice = endpoint({
  name: 'notices.readChoice',
  method: 'GET',
  path: '/api/notices/choice',
  summary: 'What the caller wants by mail, to which address it goes, and whether mail leaves this installation.',
  allow: 'today.read',
  input: z.object({}),
  output: z.object({
    daily: z.boolean(),
    atOnce: z.boolean(),
    /** A week before what she has in hand is due, on its day, and then once a week. */
    reminders: z.boolean(),
    rev: z.number().int(),
    email: z.string(),
    sendsMail: z.boolean(),
  }),
})

export const choose = endpoint({
  name: 'notices.choose',
  method: 'POST',
  path: '/api/notices/choice',
  summary:
    'Say what the caller wants by mail: the summary of the day, at once what is given to her, and reminders of what she has in hand (`reminders`; absent: as it was). `rev` is the one that was read, 0 before the first choice.',
  allow: 'today.read',
  input: z.object({
    act: actId,
    rev: revision,
    daily: z.boolean(),
    atOnce: z.boolean(),
    reminders: z.boolean().optional(),
  }),
  output: z.object({ rev: z.number().int() }),
})

export const putOff = endpoint({
  name: 'notices.putOff',
  method: 'POST',
  path: '/api/notices/put-offs',
  summary:
    'See a line of Hari ini again on a later day, at most 366 days ahead; for the caller alone, at most 200 at a time.',
  allow: 'today.read',
  input: z.object({ act: actId, line, untilOn: day }),
  output: z.object({ line: z.string(), untilOn: z.string() }),
})

export const bringBack = endpoint({
  name: 'notices.bringBack',
  method: 'POST',
  path: '/api/notices/put-offs/end',
  summary: 'See a line again at once that the caller had put off. One that was not put off is simply there.',
  allow: 'today.read',
  input: z.object({ act: actId, line }),
  output: z.object({ line: z.string() }),
})
