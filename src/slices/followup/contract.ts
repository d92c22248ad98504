import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { id, name } from '../../shared/fields.ts'
import { tidyName } from '../../shared/text.ts'
import { outcomes, reasons } from './model.ts'

const whatLimit = 500

/** What to do, on one line, at most 500 code points. */
const what = z
  .string()
  .max(whatLimit * 4)
  .transform(tidyName)
  .refine((text) => text !== '', { params: { fault: 'required' } })
  .refine((text) => [...text].length <= whatLimit, { params: { fault: 'too_long' } })

/** A next step inside the input of an endpoint: something to do, or a reason. The rule over it is `nextStepFault`. */
export const nextStepShape = {
  what: what.optional(),
  reason: z.enum(reasons).optional(),
  unit: id.optional(),
  owner: name.optional(),
  dueOn: z
    .string()
    .refine(isDate, { params: { fault: 'not_a_date' } })
    .optional(),
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
  rev: z.number().int(),
})
