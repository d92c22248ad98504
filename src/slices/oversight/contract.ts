import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, pageSize } from '../../shared/fields.ts'
import { registerStatuses } from './model.ts'

export const listRegister = endpoint({
  name: 'oversight.listRegister',
  method: 'GET',
  path: '/api/oversight/register',
  summary: 'The register lines of the caller’s province, by status; the next page begins after `after`.',
  allow: 'register.read',
  input: z.object({ status: z.enum(registerStatuses).optional(), after: id.optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        regionCode: z.string(),
        regionName: z.string(),
        partnerName: z.string(),
        country: z.string().nullable(),
        kind: z.string().nullable(),
        status: z.enum(registerStatuses),
        stage: z.string().nullable(),
        lastActivityOn: z.string().nullable(),
      }),
    ),
    next: id.optional(),
  }),
})
