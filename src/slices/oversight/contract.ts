import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, pageSize, tableFiles } from '../../shared/fields.ts'
import { sectorIds } from '../reference/model.ts'
import { registerStatuses } from './model.ts'

const narrowed = {
  status: z.enum(registerStatuses).optional(),
  stage: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  sector: z.enum(sectorIds).optional(),
}

export const exportRegister = endpoint({
  name: 'oversight.exportRegister',
  method: 'GET',
  path: '/api/oversight/register/export.csv',
  summary:
    'The register of the caller’s province as a file in her language, narrowed like the list: .csv with at most 200,000 lines, .xlsx with 100,000, .pdf with 5,000; a longer one ends with a sentence.',
  allow: 'register.read',
  input: z.object(narrowed),
  output: z.unknown(),
  gives: tableFiles,
})

export const listRegister = endpoint({
  name: 'oversight.listRegister',
  method: 'GET',
  path: '/api/oversight/register',
  summary:
    'The register lines of the caller’s province, by status, stage and field, what ends first at the top; the next page begins after `after`.',
  allow: 'register.read',
  input: z.object({
    ...narrowed,
    after: id.optional(),
    limit: pageSize,
  }),
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
        /** The last day of the texts that run; null where one of them has no known end. */
        endsOn: z.string().nullable(),
      }),
    ),
    next: id.optional(),
  }),
})
