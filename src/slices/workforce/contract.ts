import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, pageSize, partialDate, per, revision, tableFiles } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { file } from '../files/contract.ts'
import { countryAbroad } from '../partners/contract.ts'
import { day, knownDay, line, people, sure, words } from './fields.ts'
import { bodyKinds, costKinds, payers, standings, steps } from './model.ts'

export { addName, dropName, listNames, mendName } from './names-contract.ts'
export { addRequest, dropRequest, exportRequests, listRequests, mendRequest } from './requests-contract.ts'
export { addFigure, addStanding, readOverview, standingLine, voidFigure, voidStanding } from './overview-contract.ts'
export { publishCohort, publishOverview, withdrawCohort, withdrawOverview } from './publication-contract.ts'

const scheme = z
  .string()
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/)
  .max(60)

const standingNow = z.object({
  scheme: z.string(),
  standing: z.enum(standings),
  since: z.string(),
  startsOn: z.string().optional(),
  sources: z
    .array(z.object({ name: z.string(), url: z.string() }))
    .readonly()
    .optional(),
  source: z.string().optional(),
  isChecked: z.boolean(),
  lookAgainOn: z.string().optional(),
})

/** How many stand at a step; without a number that is the value. */
const count = z.object({
  id,
  step: z.enum(steps),
  number: z.number().int().optional(),
  countedOn: z.string(),
  bodyKind: z.enum(bodyKinds).optional(),
  bodyName: z.string().optional(),
  licenceNo: z.string().optional(),
  licenceUntil: z.string().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
  file: file.optional(),
  voidedOn: z.string().optional(),
  voidedReason: z.string().optional(),
  level: z.enum(['reported', 'recorded', 'documented']),
  rev: z.number().int(),
})

const listed = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  nameLang: z.enum(languages),
  country: z.string(),
  scheme: z.string().optional(),
  /** In four languages, of a programme of the region's own. */
  schemeNames: z.partialRecord(z.enum(languages), z.string()).optional(),
  unit: z.string().optional(),
  beganOn: z.string().optional(),
  isPublic: z.boolean(),
  /** The newest of each step up to the day, in the order of the steps. */
  counts: z.array(z.object({ id, step: z.enum(steps), number: z.number().int().optional(), countedOn: z.string() })),
})

const sought = { q: z.string().max(200).optional(), per }

export const listCohorts = endpoint({
  name: 'workforce.listCohorts',
  method: 'GET',
  path: '/api/workforce/cohorts',
  summary: 'Cohorts of the region, newest first, each with the newest count of each step up to a day.',
  allow: 'programmes.read',
  input: z.object({ ...sought, after: id.optional(), limit: pageSize }),
  output: z.object({ rows: z.array(listed), total: z.number().int(), next: id.optional() }),
})

export const exportCohorts = endpoint({
  name: 'workforce.exportCohorts',
  method: 'GET',
  path: '/api/workforce/cohorts.csv',
  summary: 'The same as a file: a row for each step that was counted. Numbers only, nobody by name.',
  allow: 'programmes.read',
  input: z.object(sought),
  output: z.unknown(),
  gives: tableFiles,
})

export const readCohort = endpoint({
  name: 'workforce.readCohort',
  method: 'GET',
  path: '/api/workforce/cohorts/:slug',
  summary: 'All of a cohort but who is in it: counts with their history, costs, cooperations, what is public.',
  allow: 'programmes.read',
  input: z.object({ slug: z.string().max(120), per }),
  output: listed.extend({
    unitId: id.optional(),
    via: z.object({ id, name: z.string(), kind: z.string().optional() }).optional(),
    note: z.string().optional(),
    opinion: file.optional(),
    rev: z.number().int(),
    standing: standingNow.optional(),
    history: z.array(count),
    costs: z.array(
      z.object({
        id,
        item: z.string(),
        kind: z.enum(costKinds),
        payer: z.enum(payers),
        amount: z.number().int().optional(),
        rev: z.number().int(),
      }),
    ),
    relations: z.array(z.object({ id, slug: z.string(), name: z.string() })),
    /** How many are listed by name, for who may not see the names too. */
    named: z.number().int(),
    mayKeep: z.boolean(),
    mayName: z.boolean(),
    publishedAt: z.string().optional(),
    isLagging: z.boolean(),
  }),
})

const described = {
  country: countryAbroad.optional(),
  scheme: scheme.nullable().optional(),
  unit: id.nullable().optional(),
  via: id.nullable().optional(),
  beganOn: knownDay,
  opinionFile: id.nullable().optional(),
  note: words.nullable().optional(),
  relations: z.array(id).max(20).optional(),
}

export const addCohort = endpoint({
  name: 'workforce.addCohort',
  method: 'POST',
  path: '/api/workforce/cohorts',
  summary:
    'Record a cohort. One of a programme that is suspended when it begins answers not_yet until a legal opinion is attached.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    ...described,
    name: line,
    nameLang: z.enum(languages).optional(),
    country: countryAbroad,
  }),
  output: z.object({ id, slug: z.string() }),
})

export const mendCohort = endpoint({
  name: 'workforce.mendCohort',
  method: 'POST',
  path: '/api/workforce/cohorts/:id/mend',
  summary: 'Correct a cohort; null empties a value, an absent one stays. The same rules as when it was recorded.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, ...described, name: line.optional() }),
  output: z.object({ id, rev: z.number().int() }),
})

export const addCount = endpoint({
  name: 'workforce.addCount',
  method: 'POST',
  path: '/api/workforce/cohorts/:id/counts',
  summary:
    'How many stand at a step on a day; null is "not stated". Fewer than before or, entered late, more than after asks for a reason; handed over names the licensed body.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    step: z.enum(steps),
    number: people,
    countedOn: partialDate,
    bodyKind: z.enum(bodyKinds).optional(),
    bodyName: line.optional(),
    licenceNo: line.optional(),
    licenceUntil: day.optional(),
    reason: words.optional(),
    note: words.optional(),
    file: id.optional(),
    source: id.optional(),
    sure,
  }),
  output: z.object({ id }),
})

export const voidCount = endpoint({
  name: 'workforce.voidCount',
  method: 'POST',
  path: '/api/workforce/counts/:id/void',
  summary: 'Say that a count was wrong, and why; it leaves the public page at once, history keeps it.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: words }),
  output: z.object({ id }),
})

export const addCost = endpoint({
  name: 'workforce.addCost',
  method: 'POST',
  path: '/api/workforce/cohorts/:id/costs',
  summary: 'Who pays what. A placement fee that the worker pays is refused: UU 18/2017 Ps 30.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    item: line,
    kind: z.enum(costKinds),
    payer: z.enum(payers),
    amount: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().optional(),
  }),
  output: z.object({ id }),
})

export const dropCost = endpoint({
  name: 'workforce.dropCost',
  method: 'POST',
  path: '/api/workforce/costs/:id/drop',
  summary: 'Remove a line of costs; history keeps it.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})
