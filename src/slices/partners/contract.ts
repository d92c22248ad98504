import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, partialDate, revision, tableFiles } from '../../shared/fields.ts'
import { tidyText } from '../../shared/text.ts'
import { partnerKinds } from '../procedures/model.ts'
import { officeIds } from '../reference/model.ts'
import { partnerTiers, profileKinds } from './model.ts'

export { addCountryFact, countryAbroad, listCountries, mendCountryFact } from './country-facts-contract.ts'
export { publishCountry, voidCountryFact, withdrawCountry } from './country-facts-contract.ts'

/** Text that its column holds at most 2,000 code points of. */
const words = z
  .string()
  .max(8_000)
  .transform(tidyText)
  .refine((text) => [...text].length <= 2_000, { params: { fault: 'too_long' } })
const country = z.string().regex(/^[A-Z]{2}$/)
const lang = z.string().regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/)
const sure = z.array(z.string().max(60)).max(20).optional()
const names = z.object({ en: name.nullable(), ja: name.nullable(), ko: name.nullable() }).partial()
const year = z.number().int().min(1900).max(2200)
const kind = z.enum(partnerKinds)
const tier = z.enum(partnerTiers)

/** A partner as officers see it; `rev` is what an edit must name. */
export const partner = z.object({
  id,
  slug: z.string(),
  kind: z.string().nullable(),
  tier: z.string().nullable(),
  name: z.string(),
  names: z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string()),
  nativeName: z.string().nullable(),
  nativeLang: z.string().nullable(),
  country: z.string().nullable(),
  rev: z.number().int(),
})

export const person = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  nameLang: z.string().nullable(),
  office: z.enum(officeIds),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  seenOn: z.string(),
  rev: z.number().int(),
})

export const profileFact = z.object({
  id,
  kind: z.enum(profileKinds),
  number: z.number().int().nullable(),
  moreThan: z.boolean(),
  words: z.string().nullable(),
  year: z.number().int().nullable(),
  occurredOn: z.string(),
  rev: z.number().int(),
})

/** Everything a region records about a partner, on the visitor's day. */
export const partnerRecord = partner.extend({
  aliases: z.array(z.object({ id, name: z.string(), lang: z.string().nullable(), rev: z.number().int() })),
  people: z.array(person),
  facts: z.array(profileFact),
  /** Partners that were entered twice and are read as this one. */
  merged: z.array(z.object({ id, name: z.string(), reason: z.string().nullable() })),
  /** The name under which it was asked for, where that is one of them. */
  askedAs: z.string().optional(),
})

export const exportPartners = endpoint({
  name: 'partners.exportPartners',
  method: 'GET',
  path: '/api/partners/list/export.csv',
  summary: 'Partners by name as a file (.csv, .xlsx, .pdf), narrowed by words of their names.',
  allow: 'partners.read',
  input: z.object({ q: z.string().max(200).optional() }),
  output: z.unknown(),
  gives: tableFiles,
})

export const listPartners = endpoint({
  name: 'partners.listPartners',
  method: 'GET',
  path: '/api/partners',
  summary:
    'Partners by name; `q` finds words of names in any script, aliases and merged ones, else what is spelled alike.',
  allow: 'partners.read',
  input: z.object({
    q: z.string().max(200).optional(),
    kind: kind.optional(),
    country: country.optional(),
    after: id.optional(),
    limit: pageSize,
  }),
  output: z.object({
    rows: z.array(
      partner.extend({
        /** The alias or merged name that led here, where its own names do not hold what was sought. */
        foundAs: z.string().nullable(),
      }),
    ),
    /** Up to 1,000; 1,001 stands for more. */
    total: z.number().int(),
    /** Nothing holds the words: these are spelled alike, the nearest first, without further pages. */
    alike: z.boolean(),
    next: id.optional(),
  }),
})

export const readPartner = endpoint({
  name: 'partners.readPartner',
  method: 'GET',
  path: '/api/partners/:id',
  summary:
    'A partner with its other spellings, people and dated statements; a merged one answers the one that is kept.',
  allow: 'partners.read',
  input: z.object({ id }),
  output: partnerRecord,
})

export const proposeSame = endpoint({
  name: 'partners.proposeSame',
  method: 'GET',
  path: '/api/partner-proposals',
  summary: 'Partners that may be the one of this name, the likeliest first (at most eight).',
  allow: 'partners.read',
  input: z.object({ name, country: country.optional(), kind: kind.optional(), except: id.optional() }),
  output: z.object({ rows: z.array(partner.extend({ likeness: z.number() })) }),
})

const details = {
  kind: kind.nullable().optional(),
  tier: tier.nullable().optional(),
  country: country.nullable().optional(),
  names: names.optional(),
  nativeName: name.nullable().optional(),
  nativeLang: lang.nullable().optional(),
  /** The source that writes the name in its own script. */
  nativeSource: id.optional(),
}

export const addPartner = endpoint({
  name: 'partners.addPartner',
  method: 'POST',
  path: '/api/partners',
  summary:
    'Add a partner by its name; the rest may come later. One that looks like a known one is asked about (`sure`).',
  allow: 'partners.mend',
  input: z.object({ act: actId, name, ...details, sure }),
  output: z.object({ id, slug: z.string() }),
})

export const mendPartner = endpoint({
  name: 'partners.mendPartner',
  method: 'POST',
  path: '/api/partners/:id',
  summary:
    'Correct a partner; null empties a value, an absent one stays. Lists of relations find the new name at once.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, rev: revision, name: name.optional(), ...details }),
  output: z.object({ id, rev: z.number().int() }),
})

export const addAlias = endpoint({
  name: 'partners.addAlias',
  method: 'POST',
  path: '/api/partners/:id/aliases',
  summary: 'Another spelling under which the partner is found.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, name, lang: lang.optional() }),
  output: z.object({ id }),
})

export const dropAlias = endpoint({
  name: 'partners.dropAlias',
  method: 'POST',
  path: '/api/partners/aliases/:id/drop',
  summary: 'Remove another spelling; history keeps it.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

const personName = z.union([z.literal(''), name])
const holding = {
  givenName: personName.optional(),
  familyName: personName.optional(),
  nameLang: lang.nullable().optional(),
  office: z.enum(officeIds).optional(),
  fromOn: partialDate.nullable().optional(),
  toOn: partialDate.nullable().optional(),
  seenOn: partialDate.optional(),
  /** Asked for where the name is in Chinese, Japanese or Korean letters. */
  source: id.optional(),
}

export const addPerson = endpoint({
  name: 'partners.addPerson',
  method: 'POST',
  path: '/api/partners/:id/people',
  summary: 'Record who holds an office at the partner, from when, or at least on which day somebody was seen in it.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, ...holding, office: z.enum(officeIds), seenOn: partialDate }),
  output: z.object({ id }),
})

export const mendPerson = endpoint({
  name: 'partners.mendPerson',
  method: 'POST',
  path: '/api/partners/people/:id',
  summary: 'Correct a name, an office or its term.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, rev: revision, ...holding }),
  output: z.object({ id, rev: z.number().int() }),
})

export const endPerson = endpoint({
  name: 'partners.endPerson',
  method: 'POST',
  path: '/api/partners/people/:id/end',
  summary: 'The last day somebody held the office; who follows is recorded beside.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, rev: revision, toOn: partialDate }),
  output: z.object({ id, rev: z.number().int() }),
})

const stated = {
  number: z.int32().min(0).nullable().optional(),
  moreThan: z.boolean().optional(),
  words: words.nullable().optional(),
  year: year.nullable().optional(),
}

export const addFact = endpoint({
  name: 'partners.addFact',
  method: 'POST',
  path: '/api/partners/:id/facts',
  summary: 'Record a dated statement about the partner, with its source where there is one.',
  allow: 'partners.mend',
  input: z.object({
    act: actId,
    id,
    kind: z.enum(profileKinds),
    ...stated,
    occurredOn: partialDate,
    source: id.optional(),
  }),
  output: z.object({ id }),
})

export const mendFact = endpoint({
  name: 'partners.mendFact',
  method: 'POST',
  path: '/api/partners/facts/:id',
  summary: 'Correct a dated statement.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, rev: revision, ...stated, occurredOn: partialDate.optional() }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropFact = endpoint({
  name: 'partners.dropFact',
  method: 'POST',
  path: '/api/partners/facts/:id/drop',
  summary: 'Remove a statement that was entered by mistake; history keeps it.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const joinPartners = endpoint({
  name: 'partners.joinPartners',
  method: 'POST',
  path: '/api/partners/:id/same',
  summary: 'Say that this partner was entered twice: it is read as `sameAs` from now on. No key is rewritten.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id, sameAs: id, reason: words.optional(), sure }),
  output: z.object({ id, kept: id, slug: z.string() }),
})

export const separatePartners = endpoint({
  name: 'partners.separatePartners',
  method: 'POST',
  path: '/api/partners/:id/same/undo',
  summary: 'They are two partners after all; `id` is the merged one.',
  allow: 'partners.mend',
  input: z.object({ act: actId, id }),
  output: z.object({ id, slug: z.string() }),
})
