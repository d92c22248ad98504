import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { id, name } from '../../shared/fields.ts'
import { tidyName } from '../../shared/text.ts'
import { origins, outcomes, reasons } from './model.ts'

const whatLimit = 500

/** What to do, on one line, at most 500 code points. */
const what = z
  .string()
  .max(whatLimit * 4)
  .transform(tidyName)
  .refine((text) => text !== '', { params: { fault: 'required' } })
  .refine((text) => [...text].length <= whatLimit, { params: { fault: 'too_long' } })

const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })

/** A next step inside the input of an endpoint: something to do, or a reason. The rule over it is `nextStepFault`. */
export const nextStepShape = {
  what: what.optional(),
  reason: z.enum(reasons).optional(),
  unit: id.optional(),
  owner: name.optional(),
  dueOn: day.optional(),
  origin: z.enum(origins).optional(),
}

/** The same of a task that stands beside the next step: it says what is done, never why nothing is. */
export const taskShape = {
  what: what.optional(),
  unit: id.optional(),
  owner: name.optional(),
  dueOn: day.optional(),
  origin: z.enum(origins).optional(),
}

/** What of a task may be changed: null empties a value. */
export const taskChangeShape = {
  what: what.optional(),
  unit: id.nullable().optional(),
  owner: name.nullable().optional(),
  dueOn: day.nullable().optional(),
}

export const followUp = z.object({
  id,
  subject: id,
  leads: z.boolean(),
  what: z.string().optional(),
  reason: z.enum(reasons).optional(),
  unit: z.object({ id, name: z.string() }).optional(),
  owner: z.string().optional(),
  dueOn: z.string().optional(),
  fromOn: z.string(),
  endedOn: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  origin: z.enum(origins).optional(),
  note: z.string().optional(),
  rev: z.number().int(),
})
