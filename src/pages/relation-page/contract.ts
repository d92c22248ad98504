import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id } from '../../shared/fields.ts'
import { activity } from '../../slices/agenda/contract.ts'
import { profileKinds } from '../../slices/partners/model.ts'
import { field, relation } from '../../slices/relations/contract.ts'

const level = z.enum(['reported', 'recorded', 'documented'])

export const readRelationPage = endpoint({
  name: 'relation-page.readRelationPage',
  method: 'GET',
  path: '/api/pages/relations/:slug',
  summary: 'All of a relation’s page on the visitor’s day: relation, fields, activities, statements about the partner.',
  allow: 'relations.read',
  input: z.object({ slug: z.string().max(200) }),
  output: z.object({
    relation,
    fields: z.array(field),
    activities: z.array(activity),
    profile: z.array(
      z.object({
        id,
        kind: z.enum(profileKinds),
        number: z.number().int().optional(),
        moreThan: z.boolean(),
        words: z.string().optional(),
        year: z.number().int().optional(),
        occurredOn: z.string(),
      }),
    ),
    /** The level of each record that has a source line; a record that is absent is a staff record. */
    levels: z.record(id, level),
    /** Days since the last thing recorded, on the visitor's day; absent when nothing has a day. */
    silentDays: z.number().int().optional(),
  }),
})
