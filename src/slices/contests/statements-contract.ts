import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, revision } from '../../shared/fields.ts'
import { said, told } from './fields.ts'

const kept = z.object({ id, rev: z.number().int() })

const spoken = {
  official: id.optional(),
  /** A name that is only typed; it stays inside. */
  speaker: said(200).optional(),
  words: told(2000),
}

export const addStatement = endpoint({
  name: 'contests.addStatement',
  method: 'POST',
  path: '/api/contests/:id/statements',
  summary: 'Note what somebody said about a contest: an official on record, or a name as typed, which stays inside.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, ...spoken }),
  output: kept,
})

export const mendStatement = endpoint({
  name: 'contests.mendStatement',
  method: 'POST',
  path: '/api/contests/statements/:id',
  summary: 'Mend who spoke and what was said; given whole.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, ...spoken }),
  output: kept,
})
