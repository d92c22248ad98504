import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, per } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { activity } from '../../slices/agenda/contract.ts'
import { profileKinds } from '../../slices/partners/model.ts'
import { publicParts } from '../../slices/relations/model.ts'
import { field, relation } from '../../slices/relations/contract.ts'
import { line } from '../../slices/sources/contract.ts'

const level = z.enum(['reported', 'recorded', 'documented'])

export const readRelationPage = endpoint({
  name: 'relation-page.readRelationPage',
  method: 'GET',
  path: '/api/pages/relations/:slug',
  summary: 'All of a relation’s page on the visitor’s day: relation, fields, activities, statements about the partner.',
  allow: 'relations.read',
  input: z.object({ slug: z.string().max(200), per }),
  output: z.object({
    relation,
    /** The last part of the partner's address in the workspace. */
    partnerSlug: z.string().optional(),
    /** The region's own name and its forms: a source that names it is read in the reader's language. */
    region: z.object({ name: z.string(), names: z.partialRecord(z.enum(languages), z.string()) }),
    fields: z.array(field),
    activities: z.array(activity),
    /** Which of them are public. */
    publicActivities: z.array(id),
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
    /** The level of each record that has a source line, and of each of its fields ('{id}.{field}'); staff record else. */
    levels: z.record(z.string(), level),
    /** The fields about which sources differ ('{id}.{field}'), and whether somebody judged. */
    differences: z.record(z.string(), z.enum(['open', 'settled'])),
    /** What other outlets say of the cooperation (at most 50): it stands beside the record, never in it, and inside. */
    others: z.array(line),
    /** What is expected of it and what it follows, each as somebody said it. */
    said: z.array(line),
    /** What the source counted of the fields; absent where none did. */
    saidCounts: z.object({ offered: z.number().int(), named: z.number().int() }).optional(),
    /** Days of silence on the visitor's day; absent while there is news. */
    silentDays: z.number().int().optional(),
    /** What of it is public, and since when; absent while nothing is. */
    publication: z.object({ publishedAt: z.string(), parts: z.array(z.enum(publicParts)) }).optional(),
    /** The instant of the first act after the publication that still holds; absent while the public page says the same. */
    unpublishedSince: z.string().optional(),
  }),
})
