import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, revision } from '../../shared/fields.ts'
import { lines, oneLine } from './content.ts'
import { routedKinds } from './routing-model.ts'

const settled = z.object({ id, rev: z.number().int() })

const route = { attention: oneLine(300), through: oneLine(300), copies: lines(2000) }
const routed = z.enum(routedKinds)

export const listRouting = endpoint({
  name: 'letters.listRouting',
  method: 'GET',
  path: '/api/letter-routing',
  summary:
    'How letters are routed by kind of addressee: u.p., melalui, tembusan. `rev` is 0 where the delivered route is in use.',
  allow: 'letters.administer',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        kind: routed,
        attention: z.string(),
        through: z.string(),
        copies: z.string(),
        /** How far the delivered route was checked, and on what it rests; it does not speak for the region's own. */
        verified: z.literal('M'),
        basis: z.string(),
        rev: z.number().int(),
      }),
    ),
  }),
})

export const mendRoute = endpoint({
  name: 'letters.mendRoute',
  method: 'POST',
  path: '/api/letter-routing/:kind',
  summary: 'Write the region’s own route for a kind of addressee.',
  allow: 'letters.administer',
  input: z.object({ act: actId, kind: routed, rev: revision, ...route }),
  output: settled,
})

export const restoreRoute = endpoint({
  name: 'letters.restoreRoute',
  method: 'POST',
  path: '/api/letter-routing/:kind/restore',
  summary: 'Go back to the delivered route.',
  allow: 'letters.administer',
  input: z.object({ act: actId, kind: routed, rev: revision }),
  output: z.object({ kind: routed }),
})
