import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, partialDate, revision } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { tidyText } from '../../shared/text.ts'
import { countryName } from '../reference/model.ts'
import { countryFactKinds, countryFactUnits } from './country-facts-model.ts'

/** Text that its column holds at most 2,000 code points of. */
const words = z
  .string()
  .max(8_000)
  .transform(tidyText)
  .refine((text) => [...text].length <= 2_000, { params: { fault: 'too_long' } })

/** A country of the catalogue, but our own. */
export const countryAbroad = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .refine((code) => code !== 'ID' && countryName('id', code) !== code, { params: { fault: 'not_listed' } })

const stated = {
  number: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().optional(),
  moreThan: z.boolean().optional(),
  unit: z.enum(countryFactUnits).nullable().optional(),
  words: words.nullable().optional(),
  wordsLang: z.enum(languages).optional(),
}
const backed = {
  source: id.optional(),
  /** Where a figure comes from when no source is filed. */
  note: words.optional(),
  sure: z.array(z.string().max(60)).max(20).optional(),
}

export const listCountries = endpoint({
  name: 'partners.listCountries',
  method: 'GET',
  path: '/api/countries',
  summary: 'Countries abroad of which the region has partners or dated statements, with how many of each.',
  allow: 'partners.read',
  input: z.object({}),
  output: z.object({ rows: z.array(z.object({ code: z.string(), partners: z.number(), facts: z.number() })) }),
})

export const addCountryFact = endpoint({
  name: 'partners.addCountryFact',
  method: 'POST',
  path: '/api/countries/:country/facts',
  summary:
    'Record a dated statement about a country. A figure needs its unit, and a source or a note where it is from.',
  allow: 'partners.mend',
  input: z.object({
    act: actId,
    country: countryAbroad,
    kind: z.enum(countryFactKinds),
    ...stated,
    occurredOn: partialDate,
    ...backed,
  }),
  output: z.object({ id }),
})

export const mendCountryFact = endpoint({
  name: 'partners.mendCountryFact',
  method: 'POST',
  path: '/api/countries/facts/:id',
  summary: 'Correct a statement about a country; null empties a value, an absent one stays.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, rev: revision, ...stated, occurredOn: partialDate.optional(), ...backed }),
  output: z.object({ id, rev: z.number().int() }),
})

export const voidCountryFact = endpoint({
  name: 'partners.voidCountryFact',
  method: 'POST',
  path: '/api/countries/facts/:id/void',
  summary: 'Say that a statement about a country was wrong, and why; it leaves the public page at once.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, rev: revision, reason: words }),
  output: z.object({ id }),
})

export const publishCountry = endpoint({
  name: 'partners.publishCountry',
  method: 'POST',
  path: '/api/countries/:country/publish',
  summary: 'Publish the chosen statements about a country with their sources; without a choice the last one holds.',
  allow: 'partners.publish',
  input: z.object({ act: actId, country: countryAbroad, facts: z.array(id).max(200).optional() }),
  output: z.object({ id: z.uuid() }),
})

export const withdrawCountry = endpoint({
  name: 'partners.withdrawCountry',
  method: 'POST',
  path: '/api/countries/:country/withdraw',
  summary: 'Take the public page of a country back; its address then answers that it was withdrawn.',
  allow: 'partners.publish',
  input: z.object({ act: actId, country: countryAbroad }),
  output: z.object({ id: z.uuid() }),
})
