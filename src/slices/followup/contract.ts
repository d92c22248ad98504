import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, revision } from '../../shared/fields.ts'
import { tidyName } from '../../shared/text.ts'
import { mediaTypes } from '../files/model.ts'
import { newLinkShape } from '../links/contract.ts'
import { answerLimits, origins, outcomes, reasons, sayings } from './model.ts'

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
  member: id.optional(),
  owner: name.optional(),
  dueOn: day.optional(),
  origin: z.enum(origins).optional(),
}

/** The same of a task that stands beside the next step: it says what is done, never why nothing is. */
export const taskShape = {
  what: what.optional(),
  unit: id.optional(),
  member: id.optional(),
  owner: name.optional(),
  dueOn: day.optional(),
  origin: z.enum(origins).optional(),
}

/** What of a task may be changed: null empties a value. */
export const taskChangeShape = {
  what: what.optional(),
  unit: id.nullable().optional(),
  member: id.nullable().optional(),
  owner: name.nullable().optional(),
  dueOn: day.nullable().optional(),
}

export const followUp = z.object({
  id,
  root: id.optional(),
  subject: id,
  leads: z.boolean(),
  what: z.string().optional(),
  reason: z.enum(reasons).optional(),
  unit: z.object({ id, name: z.string() }).optional(),
  member: z.object({ id, name: z.string(), left: z.boolean() }).optional(),
  owner: z.string().optional(),
  state: z.enum(['running', 'stuck']).optional(),
  dueOn: z.string().optional(),
  fromOn: z.string(),
  endedOn: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  origin: z.enum(origins).optional(),
  note: z.string().optional(),
  rev: z.number().int(),
})

/** What came of it, or what was answered. */
const words = note.refine((text) => [...text].length <= answerLimits.note, { params: { fault: 'too_long' } })
const sure = z.array(z.string().max(60)).max(20).optional()

export const addFollowUp = endpoint({
  name: 'followup.addFollowUp',
  method: 'POST',
  path: '/api/followup',
  summary:
    'Something to do for a relation, a meeting, a letter or the region itself (its id): by whom and until when, as far as it is known.',
  allow: 'followup.mend',
  input: z.object({ act: actId, subject: id.optional(), ...taskShape, what, sure }),
  output: z.object({ id, rev: z.number().int() }),
})

export const changeFollowUp = endpoint({
  name: 'followup.changeFollowUp',
  method: 'POST',
  path: '/api/followup/:id',
  summary:
    'Hand a follow-up over to another agency or person, or change its day or words: another row takes its place (its id is answered).',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, rev: revision, ...taskChangeShape, sure }),
  output: z.object({ id, rev: z.number().int() }),
})

export const endFollowUp = endpoint({
  name: 'followup.endFollowUp',
  method: 'POST',
  path: '/api/followup/:id/end',
  summary: 'End a follow-up as done, with what came of it, or as dropped. Undo opens it again.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, rev: revision, outcome: z.enum(['done', 'dropped']), note: words.optional() }),
  output: z.object({ id }),
})

export const answerFollowUp = endpoint({
  name: 'followup.answerFollowUp',
  method: 'POST',
  path: '/api/followup/:id/answers',
  summary:
    'Answer a follow-up: done, running or stuck, with a note and a file that the caller kept. Agency staff answers what is its own. It closes nothing: an officer ends what was answered as done.',
  allow: 'followup.answer',
  input: z.object({ act: actId, id, said: z.enum(sayings), note: words.optional(), file: id.optional() }),
  output: z.object({ id, rev: z.number().int() }),
})

export const shareFollowUp = endpoint({
  name: 'followup.shareFollowUp',
  method: 'POST',
  path: '/api/followup/:id/links',
  summary: 'A link by which somebody without account answers an open follow-up.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, ...newLinkShape }),
  output: z.object({ id }),
})

export const readAnswerFile = endpoint({
  name: 'followup.readAnswerFile',
  method: 'GET',
  path: '/api/followup/answers/:id/file',
  summary: 'The file that came with an answer, to save; a picture may be shown in place with `inline=1`.',
  allow: 'followup.list',
  input: z.object({ id, inline: z.literal('1').optional() }),
  output: z.unknown(),
  gives: Object.values(mediaTypes),
})

export const countOfMember = endpoint({
  name: 'followup.countOfMember',
  method: 'GET',
  path: '/api/followup/members/:member',
  summary: 'How many open follow-ups a person of the region has, before her membership is ended (at most 500).',
  allow: 'identity.administer',
  input: z.object({ member: id }),
  output: z.object({ open: z.number().int() }),
})
