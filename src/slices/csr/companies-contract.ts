import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { needFields, needStandings } from './model.ts'
import { offerRow } from './offers-contract.ts'

const askedYear = z.coerce.number().int().min(2000).max(2100)

const realised = z.object({
  committed: z.number().int(),
  matches: z.number().int(),
  inKind: z.number().int(),
  confirmed: z.number().int(),
  told: z.number().int(),
  percent: z.number().int().optional(),
  covered: z.number().int(),
})

export const listCompanies = endpoint({
  name: 'csr.listCompanies',
  method: 'GET',
  path: '/api/csr/companies',
  summary:
    'Companies that offered something in a year (at most 500), with what they promised and what villages confirmed.',
  allow: 'programmes.read',
  input: z.object({ year: askedYear.optional() }),
  output: z.object({
    year: z.number().int(),
    years: z.array(z.number().int()),
    rows: z.array(z.object({ id, slug: z.string(), name: z.string(), offers: z.number().int(), realised })),
    all: realised,
    /** Partners of kind company or estate in the record. */
    known: z.number().int(),
  }),
})

const line = z.object({
  match: id,
  need: z.object({ slug: z.string(), title: z.string(), village: z.string(), district: z.string(), field: z.enum(needFields), standing: z.enum(needStandings), textLang: z.enum(languages) }), // prettier-ignore
  committed: z.number().int().nullable(),
  inKind: z.string().nullable(),
  matchedOn: z.string(),
  endedOn: z.string().nullable(),
  confirmed: z.number().int(),
  told: z.number().int(),
  disputed: z.number().int(),
})

export const readCompany = endpoint({
  name: 'csr.readCompany',
  method: 'GET',
  path: '/api/csr/companies/:slug',
  summary:
    'The page of a company in a year: offers, what it promised, what it did, what villages confirmed (at most 500 lines).',
  allow: 'programmes.read',
  input: z.object({ slug: z.string().max(200), year: askedYear.optional() }),
  output: z.object({
    id,
    slug: z.string(),
    name: z.string(),
    year: z.number().int(),
    years: z.array(z.number().int()),
    realised,
    offers: z.array(offerRow),
    lines: z.array(line),
    published: z.object({ at: z.string() }).nullable(),
  }),
})

export const publishCompany = endpoint({
  name: 'csr.publishCompany',
  method: 'POST',
  path: '/api/csr/companies/:id/publish',
  summary: 'Publish the year of a company as it stands now; `id` is the partner.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id, year: z.number().int().min(2000).max(2100) }),
  output: z.object({ id }),
})

export const withdrawCompany = endpoint({
  name: 'csr.withdrawCompany',
  method: 'POST',
  path: '/api/csr/companies/:id/withdraw',
  summary: 'Take the public year of a company back; its address then answers that it was withdrawn.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id, year: z.number().int().min(2000).max(2100) }),
  output: z.object({ id }),
})
