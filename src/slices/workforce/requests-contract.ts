import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, pageSize, revision, tableFiles } from '../../shared/fields.ts'
import { day, knownDay, line, people, words } from './fields.ts'

const asked = z.number().int().min(1).max(1_000_000).nullable().optional()
const described = {
  partner: id.nullable().optional(),
  relation: id.nullable().optional(),
  school: line.nullable().optional(),
  number: asked,
  neededOn: knownDay,
  filled: people.optional(),
  filledLocal: people.optional(),
  reportedOn: day.nullable().optional(),
  gap: words.nullable().optional(),
}

export const listRequests = endpoint({
  name: 'workforce.listRequests',
  method: 'GET',
  path: '/api/workforce/requests',
  summary: 'What companies ask of schools and training centres, what is needed last first.',
  allow: 'programmes.read',
  input: z.object({ q: z.string().max(200).optional(), after: id.optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        partner: z.object({ id, name: z.string() }).optional(),
        relation: z.object({ id, slug: z.string(), name: z.string() }).optional(),
        school: z.string().optional(),
        skill: z.string(),
        number: z.number().int().optional(),
        neededOn: z.string().optional(),
        filled: z.number().int().optional(),
        filledLocal: z.number().int().optional(),
        reportedOn: z.string().optional(),
        gap: z.string().optional(),
        mayKeep: z.boolean(),
        rev: z.number().int(),
      }),
    ),
    total: z.number().int(),
    next: id.optional(),
  }),
})

export const exportRequests = endpoint({
  name: 'workforce.exportRequests',
  method: 'GET',
  path: '/api/workforce/requests.csv',
  summary: 'The same list as a file: company, school, skill, what was asked for and what was filled.',
  allow: 'programmes.read',
  input: z.object({ q: z.string().max(200).optional() }),
  output: z.unknown(),
  gives: tableFiles,
})

export const addRequest = endpoint({
  name: 'workforce.addRequest',
  method: 'POST',
  path: '/api/workforce/requests',
  summary:
    'What a company asks for: a skill, perhaps how many and by when; what was filled comes with its day of report.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, ...described, skill: line }),
  output: z.object({ id }),
})

export const mendRequest = endpoint({
  name: 'workforce.mendRequest',
  method: 'POST',
  path: '/api/workforce/requests/:id',
  summary: 'Correct a request or enter what was filled; null empties a value, an absent one stays.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, ...described, skill: line.optional() }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropRequest = endpoint({
  name: 'workforce.dropRequest',
  method: 'POST',
  path: '/api/workforce/requests/:id/drop',
  summary: 'Remove a request that was entered by mistake; history keeps it.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})
