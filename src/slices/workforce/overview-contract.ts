import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, partialDate, per, revision } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { countryAbroad } from '../partners/contract.ts'
import { day, line, words } from './fields.ts'
import { figureKinds, figureUnits, standings } from './model.ts'

export const standingLine = z.object({
  id: id.optional(),
  scheme: z.string(),
  standing: z.enum(standings),
  since: z.string(),
  seenOn: z.string().optional(),
  startsOn: z.string().optional(),
  sources: z
    .array(z.object({ name: z.string(), url: z.string(), officialOn: z.string().optional() }))
    .readonly()
    .optional(),
  source: z.string().optional(),
  isChecked: z.boolean(),
  lookAgainOn: z.string().optional(),
  note: z.string().optional(),
  relation: id.optional(),
  rev: z.number().int().optional(),
})

export const readOverview = endpoint({
  name: 'workforce.readOverview',
  method: 'GET',
  path: '/api/workforce',
  summary: 'Programmes abroad as they are known on a day, figures with their sources, how many companies reported.',
  allow: 'programmes.read',
  input: z.object({ per }),
  output: z.object({
    schemes: z.array(
      z.object({
        scheme: z.string(),
        country: z.string(),
        names: z.partialRecord(z.enum(languages), z.string()).optional(),
        /** What is known on the day; absent while nothing is. */
        now: standingLine.optional(),
        /** Every line, the latest beginning first. */
        lines: z.array(standingLine),
        cohorts: z.number().int(),
      }),
    ),
    figures: z.array(
      z.object({
        id,
        kind: z.enum(figureKinds),
        year: z.number().int(),
        value: z.number().optional(),
        unit: z.enum(figureUnits),
        source: z.string(),
        note: z.string().optional(),
        rev: z.number().int(),
      }),
    ),
    coverage: z.array(
      z.object({
        year: z.number().int(),
        reported: z.number().int(),
        known: z.number().int().optional(),
        filled: z.number().int(),
        filledLocal: z.number().int(),
      }),
    ),
    region: z.string(),
    publishedAt: z.string().optional(),
    isLagging: z.boolean(),
  }),
})

export const addStanding = endpoint({
  name: 'workforce.addStanding',
  method: 'POST',
  path: '/api/workforce/standings',
  summary: 'What a programme abroad is since a day, with its source; a programme that is not shipped gets its names.',
  allow: 'programmes.publish',
  input: z.object({
    act: actId,
    /** Of a known programme; without it a new one is named. */
    scheme: z
      .string()
      .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/)
      .max(60)
      .optional(),
    country: countryAbroad.optional(),
    names: z.object({ id: line, en: line.nullable(), ja: line.nullable(), ko: line.nullable() }).partial().optional(),
    standing: z.enum(standings),
    since: partialDate,
    source: words,
    /** Of what is announced: from when it runs. */
    startsOn: partialDate.nullable().optional(),
    isChecked: z.boolean().optional(),
    lookAgainOn: day.nullable().optional(),
    note: words.nullable().optional(),
    relation: id.nullable().optional(),
  }),
  output: z.object({ id }),
})

export const voidStanding = endpoint({
  name: 'workforce.voidStanding',
  method: 'POST',
  path: '/api/workforce/standings/:id/void',
  summary: 'Say that a statement of the region about a programme abroad was wrong, and why.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id, rev: revision, reason: words }),
  output: z.object({ id }),
})

export const addFigure = endpoint({
  name: 'workforce.addFigure',
  method: 'POST',
  path: '/api/workforce/figures',
  summary: 'A figure of a year with its source: unemployment, placements, companies. Null is "not stated".',
  allow: 'programmes.publish',
  input: z.object({
    act: actId,
    kind: z.enum(figureKinds),
    year: z.number().int().min(1945).max(2200),
    value: z.number().min(0).max(99_999_999_999).nullable(),
    unit: z.enum(figureUnits),
    source: words,
    note: words.nullable().optional(),
  }),
  output: z.object({ id }),
})

export const voidFigure = endpoint({
  name: 'workforce.voidFigure',
  method: 'POST',
  path: '/api/workforce/figures/:id/void',
  summary: 'Say that a figure was wrong, and why; history keeps it.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id, rev: revision, reason: words }),
  output: z.object({ id }),
})
