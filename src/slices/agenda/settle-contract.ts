import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, partialDate, revision } from '../../shared/fields.ts'
import { nextStepShape } from '../followup/contract.ts'
import { reason } from './said-contract.ts'

const sure = z.array(z.string().max(60)).max(20).optional()

export const citeActivity = endpoint({
  name: 'agenda.citeActivity',
  method: 'POST',
  path: '/api/agenda/activities/:id/source',
  summary:
    'Say where an activity is known from. Press reports it; minutes and letters are staff record until a file is kept.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    kind: z.enum(['news', 'release', 'minutes', 'letter']),
    outlet: name.optional(),
    title: name.optional(),
    author: name.optional(),
    publishedOn: partialDate.optional(),
  }),
  output: z.object({ id }),
})

export const closeActivity = endpoint({
  name: 'agenda.closeActivity',
  method: 'POST',
  path: '/api/agenda/activities/:id/close',
  summary:
    'Close a visit. Each of its relations (without any: the visit) has a next step or one of three reasons; not_yet asks for it.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    nextSteps: z
      .array(z.object({ subject: id, ...nextStepShape }))
      .max(20)
      .optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const voidActivity = endpoint({
  name: 'agenda.voidActivity',
  method: 'POST',
  path: '/api/agenda/activities/:id/void',
  summary: 'Void a wrong record, with a reason. It stays readable at its address and in the history, nowhere else.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, reason }),
  output: z.object({ id, rev: z.number().int() }),
})
