import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, per } from '../../shared/fields.ts'
import { partnerRecord } from '../../slices/partners/contract.ts'

const level = z.enum(['reported', 'recorded', 'documented'])

export const readPartnerPage = endpoint({
  name: 'partner-page.readPartnerPage',
  method: 'GET',
  path: '/api/pages/partners/:slug',
  summary:
    'All of a partner’s page on the visitor’s day: names, people, statements, its cooperations, levels and differences.',
  allow: 'partners.read',
  input: z.object({ slug: z.string().max(200), per }),
  output: z.object({
    partner: partnerRecord,
    relations: z.array(
      z.object({
        id,
        slug: z.string(),
        label: z.string().nullable(),
        status: z.string().nullable(),
        lastOn: z.string().nullable(),
      }),
    ),
    /** The level of each field that has a source line ('{id}.{field}'); staff record else. */
    levels: z.record(z.string(), level),
    /** The fields about which sources differ ('{id}.{field}'), and whether somebody judged. */
    differences: z.record(z.string(), z.enum(['open', 'settled'])),
  }),
})
