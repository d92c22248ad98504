import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id } from '../../shared/fields.ts'

const named = z.object({ name: z.string(), names: z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string()) })

export const readToday = endpoint({
  name: 'today.readToday',
  method: 'GET',
  path: '/api/pages/today',
  summary:
    'What waits on the visitor’s day: at most seven relations in exploration or process without news, and this week’s activities.',
  allow: 'today.read',
  input: z.object({}),
  output: z.object({
    on: z.string(),
    week: z.object({ from: z.string(), to: z.string() }),
    silent: z.array(
      z.object({
        id,
        slug: z.string(),
        label: z.string().nullable(),
        partner: named.nullable(),
        lastOn: z.string(),
        days: z.number().int(),
      }),
    ),
    more: z.number().int(),
    activities: z.array(
      z.object({ id, slug: z.string(), about: z.string(), occurredOn: z.string(), relationSlug: z.string() }),
    ),
  }),
})
