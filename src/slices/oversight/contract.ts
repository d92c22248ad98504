import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, pageSize } from '../../shared/fields.ts'

const statuses = [
  'none',
  'exploring',
  'in_process',
  'signed_incomplete',
  'in_force',
  'ending_soon',
  'ended',
  'not_continued',
] as const

export const listRegister = endpoint({
  name: 'oversight.listRegister',
  method: 'GET',
  path: '/api/oversight/register',
  summary: 'The register lines of the caller’s province, by status; the next page begins after `after`.',
  allow: 'register.read',
  input: z.object({ status: z.enum(statuses).optional(), after: id.optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        regionCode: z.string(),
        regionName: z.string(),
        partnerName: z.string(),
        country: z.string().nullable(),
        kind: z.string().nullable(),
        status: z.enum(statuses),
        stage: z.string().nullable(),
        lastActivityOn: z.string().nullable(),
      }),
    ),
    next: id.optional(),
  }),
})
