import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, revision } from '../../shared/fields.ts'
import { day, line } from './fields.ts'
import { shareables, steps } from './model.ts'

/** Names: read and written by the source agency of the cohort alone. */

const kept = { step: z.enum(steps), consentOn: day, mayShare: z.array(z.enum(shareables)).max(shareables.length) }

export const listNames = endpoint({
  name: 'workforce.listNames',
  method: 'GET',
  path: '/api/workforce/cohorts/:id/names',
  summary: 'Who is in a cohort (at most 500), for staff of its source agency alone.',
  allow: 'programmes.names',
  input: z.object({ id }),
  output: z.object({ rows: z.array(z.object({ id, name: z.string(), ...kept, rev: z.number().int() })) }),
})

export const addName = endpoint({
  name: 'workforce.addName',
  method: 'POST',
  path: '/api/workforce/cohorts/:id/names',
  summary:
    'Somebody of a cohort who agreed to it: name, step, day of consent, what may be shared. Never an identity number.',
  allow: 'programmes.names',
  input: z.object({ act: actId, id, name: line, ...kept }),
  output: z.object({ id }),
})

export const mendName = endpoint({
  name: 'workforce.mendName',
  method: 'POST',
  path: '/api/workforce/names/:id',
  summary: 'Correct the step, the day of consent or what may be shared.',
  allow: 'programmes.names',
  input: z.object({ act: actId, id, rev: revision, name: line.optional(), ...kept }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropName = endpoint({
  name: 'workforce.dropName',
  method: 'POST',
  path: '/api/workforce/names/:id/drop',
  summary: 'Erase one name, with what the history held of it; it does not come back.',
  allow: 'programmes.names',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})
