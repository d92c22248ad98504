import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { preparationParts } from './model.ts'

export const readPreparation = endpoint({
  name: 'settings.readPreparation',
  method: 'GET',
  path: '/api/pages/preparation',
  summary:
    'What a new region needs before its first cooperation, in order, and which of it is there: computed from the record.',
  allow: 'reference.administer',
  input: z.object({}),
  output: z.object({
    /** Whether the administrator is still led through it: not put aside, and something is missing. */
    open: z.boolean(),
    /** The revision of the region, for putting the list aside. */
    rev: z.number().int(),
    parts: z.array(z.object({ part: z.enum(preparationParts), done: z.boolean() })),
  }),
})
