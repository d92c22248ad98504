import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { countryAbroad } from '../../slices/partners/contract.ts'
import { countryFactKinds, countryFactUnits } from '../../slices/partners/model.ts'
import { standingLine } from '../../slices/workforce/contract.ts'
import { programmeLine } from '../programmes/contract.ts'
import { standings } from './standing.ts'

const names = z.partialRecord(z.enum(languages), z.string())

export const countryFact = z.object({
  id,
  kind: z.enum(countryFactKinds),
  number: z.number().nullable(),
  moreThan: z.boolean(),
  unit: z.enum(countryFactUnits).nullable(),
  words: z.string().nullable(),
  wordsLang: z.enum(languages),
  occurredOn: z.string(),
  rev: z.number().int(),
  /** On the public page as it is, as it was before, or not. */
  shown: z.enum(standings),
})

export const readCountryPage = endpoint({
  name: 'country-page.readCountryPage',
  method: 'GET',
  path: '/api/pages/countries/:country',
  summary:
    'All of a country’s page on the visitor’s day: statements with how they are known, partners there, cooperations, ' +
    'meetings, and what of it is public.',
  allow: 'partners.read',
  input: z.object({ country: countryAbroad }),
  output: z.object({
    country: z.string(),
    /** The region's part of the public address. */
    region: z.string(),
    facts: z.array(countryFact),
    partners: z.array(z.object({ id, slug: z.string(), name: z.string(), names })),
    /** Cohorts, services, exchange and programmes there, with their standing. */
    programmes: z.array(programmeLine),
    /** Programmes abroad as they are known on the day. */
    abroad: z.array(z.object({ scheme: z.string(), names: names.optional(), now: standingLine.optional() })),
    relations: z.array(
      z.object({
        id,
        slug: z.string(),
        name: z.string(),
        names,
        status: z.string().nullable(),
        lastOn: z.string().nullable(),
      }),
    ),
    activities: z.array(z.object({ slug: z.string(), about: z.string(), occurredOn: z.string() })),
    /** The level of each field that has a source line ('{id}.{field}'); staff record else. */
    levels: z.record(z.string(), z.enum(['reported', 'recorded', 'documented'])),
    differences: z.record(z.string(), z.enum(['open', 'settled'])),
    publication: z.object({ publishedAt: z.string(), facts: z.array(id) }).optional(),
    /** Under which its history stands. */
    subject: z.uuid(),
    hasHistory: z.boolean(),
  }),
})
