import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import {
  actId,
  id,
  name as anyName,
  note,
  pageSize,
  partialDate,
  per,
  revision,
  tableFiles,
  withoutIdentity,
} from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { tidyText } from '../../shared/text.ts'
import { sectorIds } from '../reference/model.ts'
import {
  bodySides,
  directions,
  exchangeKinds,
  exchangeLimits as limits,
  exchangeStandings,
  statedStandings,
} from './model.ts'

const sure = z.array(z.string().max(60)).max(20).optional()
const people = z.number().int().min(0).max(limits.people).nullable()
const language = z.enum(languages)

/** No text of this slice takes an identity number (NIK): it may become public. */
const name = anyName.refine(...withoutIdentity)

/** Text that its column holds at most 2,000 code points of. */
const words = z
  .string()
  .max(8_000)
  .transform(tidyText)
  .refine((text) => text.trim() !== '', { params: { fault: 'required' } })
  .refine((text) => [...text].length <= 2_000, { params: { fault: 'too_long' } })
  .refine(...withoutIdentity)

/** A unit of ours by its id, or a body of either side in words. */
const newBody = z.object({
  side: z.enum(bodySides),
  unit: id.optional(),
  name: name.optional(),
  role: name.optional(),
})

const values = {
  kind: z.enum(exchangeKinds),
  title: name,
  /** The same in the other languages the region writes. */
  titleEn: name.nullable(),
  titleJa: name.nullable(),
  titleKo: name.nullable(),
  direction: z.enum(directions).nullable(),
  fromOn: partialDate.nullable(),
  toOn: partialDate.nullable(),
  stated: z.enum(statedStandings),
  place: name.nullable(),
  ours: people,
  theirs: people,
  /** The agency that keeps it. */
  unit: id.nullable(),
  relations: z.array(id).min(1).max(limits.relations),
  fields: z.array(id).max(limits.fields),
  bodies: z.array(newBody).max(limits.bodies),
}

const titles = z.object({ en: z.string(), ja: z.string(), ko: z.string() }).partial()

const relation = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  names: z.partialRecord(language, z.string()),
})
const file = z.object({ id, name: z.string(), kind: z.string(), bytes: z.number().int() })

const listed = z.object({
  id,
  slug: z.string(),
  kind: z.enum(exchangeKinds),
  title: z.string(),
  titleLang: z.string(),
  titles,
  standing: z.enum(exchangeStandings),
  fromOn: z.string().optional(),
  toOn: z.string().optional(),
  relations: z.array(relation),
  /** How many things were applied at home. */
  applied: z.number().int(),
  published: z.boolean(),
})

const sought = {
  q: z.string().max(200).optional(),
  kind: z.enum(exchangeKinds).optional(),
  standing: z.enum(exchangeStandings).optional(),
}

export const listExchanges = endpoint({
  name: 'exchange.listExchanges',
  method: 'GET',
  path: '/api/exchange',
  summary:
    'Exchanges of the region as they stand on the visitor’s day, newest first, narrowed by words, kind, standing.',
  allow: 'programmes.read',
  input: z.object({ ...sought, after: id.optional(), limit: pageSize }),
  output: z.object({ rows: z.array(listed), total: z.number().int(), next: id.optional() }),
})

export const exportExchanges = endpoint({
  name: 'exchange.exportExchanges',
  method: 'GET',
  path: '/api/exchange/export.csv',
  summary: 'The same list as a file (.csv, .xlsx, .pdf). It names nobody.',
  allow: 'programmes.read',
  input: z.object(sought),
  output: z.unknown(),
  gives: tableFiles,
})

export const readExchange = endpoint({
  name: 'exchange.readExchange',
  method: 'GET',
  path: '/api/exchange/:slug',
  summary: 'One exchange: bodies of both sides, days, people by number, report, what was applied at home.',
  allow: 'programmes.read',
  input: z.object({ slug: z.string().max(200), per }),
  output: z.object({
    id,
    slug: z.string(),
    rev: z.number().int(),
    kind: z.enum(exchangeKinds),
    title: z.string(),
    titleLang: z.string(),
    titles,
    direction: z.enum(directions).optional(),
    fromOn: z.string().optional(),
    toOn: z.string().optional(),
    stated: z.enum(statedStandings),
    standing: z.enum(exchangeStandings),
    place: z.string().optional(),
    ours: z.number().int().optional(),
    theirs: z.number().int().optional(),
    unit: z.object({ id, name: z.string() }).optional(),
    occurredOn: z.string(),
    cancelled: z.object({ on: z.string(), reason: z.string() }).optional(),
    report: z.object({ words: z.string(), lang: z.string() }).optional(),
    reportFile: file.optional(),
    reportedOn: z.string().optional(),
    relations: z.array(relation),
    fields: z.array(z.object({ id, relation: id, sector: z.enum(sectorIds).optional(), name: z.string().optional() })),
    bodies: z.array(
      z.object({
        side: z.enum(bodySides),
        unit: id.optional(),
        name: z.string(),
        nameLang: z.string(),
        role: z.string().optional(),
      }),
    ),
    applied: z.array(
      z.object({
        id,
        rev: z.number().int(),
        appliedOn: z.string(),
        what: z.string(),
        whatLang: z.string(),
        place: z.string().optional(),
        unit: z.object({ id, name: z.string() }).optional(),
        evidence: file.optional(),
      }),
    ),
    /** When it was last published, and whether it was changed since. */
    published: z.object({ at: z.string(), changed: z.boolean(), report: z.boolean() }).optional(),
    /** How well each field with a source is known, and where sources differ, by field. */
    levels: z.partialRecord(z.string(), z.enum(['reported', 'recorded', 'documented'])),
    differences: z.partialRecord(z.string(), z.enum(['open', 'settled'])),
    /** Whether the caller may change it. */
    keeps: z.boolean(),
  }),
})

export const addExchange = endpoint({
  name: 'exchange.addExchange',
  method: 'POST',
  path: '/api/exchange',
  summary:
    'Record an exchange for one cooperation or more. An end before its beginning is refused; one of the same title is asked.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    ...values,
    titleEn: values.titleEn.optional(),
    titleJa: values.titleJa.optional(),
    titleKo: values.titleKo.optional(),
    direction: values.direction.optional(),
    fromOn: values.fromOn.optional(),
    toOn: values.toOn.optional(),
    stated: values.stated.default('direncanakan'),
    place: values.place.optional(),
    ours: people.optional(),
    theirs: people.optional(),
    unit: values.unit.optional(),
    fields: values.fields.default([]),
    bodies: values.bodies.default([]),
    sure,
  }),
  output: z.object({ id, slug: z.string(), rev: z.number().int() }),
})

export const mendExchange = endpoint({
  name: 'exchange.mendExchange',
  method: 'POST',
  path: '/api/exchange/:id',
  summary: 'Correct an exchange; null empties a value, an absent one stays, a list that is given replaces the old one.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, ...z.object(values).partial().shape }),
  output: z.object({ id, rev: z.number().int() }),
})

export const cancelExchange = endpoint({
  name: 'exchange.cancelExchange',
  method: 'POST',
  path: '/api/exchange/:id/cancel',
  summary: 'Say that an exchange is called off, and why. What is over can no longer be called off.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: words }),
  output: z.object({ id, rev: z.number().int() }),
})

export const resumeExchange = endpoint({
  name: 'exchange.resumeExchange',
  method: 'POST',
  path: '/api/exchange/:id/resume',
  summary: 'Say that a cancelled exchange takes place after all.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id, rev: z.number().int() }),
})

export const reportExchange = endpoint({
  name: 'exchange.reportExchange',
  method: 'POST',
  path: '/api/exchange/:id/report',
  summary: 'File the report of an exchange: its summary in words, its file, or both. What has not begun has no report.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    words: note
      .refine(...withoutIdentity)
      .nullable()
      .optional(),
    lang: language.optional(),
    file: id.nullable().optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

const applied = {
  appliedOn: partialDate,
  what: words,
  whatLang: language.optional(),
  place: name.nullable().optional(),
  unit: id.nullable().optional(),
  evidence: id.nullable().optional(),
}

export const addApplied = endpoint({
  name: 'exchange.addApplied',
  method: 'POST',
  path: '/api/exchange/:id/applied',
  summary: 'Record what was applied at home: what, where, since when, by which agency, with its evidence.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, ...applied, sure }),
  output: z.object({ id, rev: z.number().int() }),
})

export const mendApplied = endpoint({
  name: 'exchange.mendApplied',
  method: 'POST',
  path: '/api/exchange/applied/:id',
  summary: 'Correct what was applied; null empties a value, an absent one stays.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    ...applied,
    appliedOn: partialDate.optional(),
    what: words.optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropApplied = endpoint({
  name: 'exchange.dropApplied',
  method: 'POST',
  path: '/api/exchange/applied/:id/drop',
  summary: 'Take a wrong line of what was applied out again.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const publishExchange = endpoint({
  name: 'exchange.publishExchange',
  method: 'POST',
  path: '/api/exchange/:id/publish',
  summary:
    'Publish an exchange as it is now. Its report goes along when `report` says so; without it the last choice holds.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id, report: z.boolean().optional() }),
  output: z.object({ id }),
})

export const withdrawExchange = endpoint({
  name: 'exchange.withdrawExchange',
  method: 'POST',
  path: '/api/exchange/:id/withdraw',
  summary: 'Take the public page of an exchange back; its address then answers that it was withdrawn.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})
