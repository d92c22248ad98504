import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, pageSize, revision } from '../../shared/fields.ts'
import { oneLine } from './content.ts'
import { mailLine, who } from './mailroom-contract.ts'
import { threadStatuses } from './mailroom-model.ts'

const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const language = z.string().regex(/^[a-z]{2,3}$/)
const said = (limit: number) =>
  oneLine(limit)
    .transform((text) => (text === '' ? undefined : text))
    .optional()
const settled = z.object({ id, rev: z.number().int() })

const threadLine = z.object({
  id,
  title: z.string(),
  partner: who,
  correspondent: z.string().nullable(),
  mission: z.boolean(),
  language: z.string().nullable(),
  dueOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  status: z.enum(threadStatuses),
  letters: z.number().int(),
  lastOn: z.string().nullable(),
  rev: z.number().int(),
})

export const listThreads = endpoint({
  name: 'letters.listThreads',
  method: 'GET',
  path: '/api/letter-threads',
  summary:
    'Matters with their letters in both directions, the one begun last first; `after` is the last id of the page before.',
  allow: 'letters.read',
  input: z.object({
    q: z.string().max(200).optional(),
    status: z.enum(['open', 'ended', 'all']).default('open'),
    after: id.optional(),
    limit: pageSize,
  }),
  output: z.object({ rows: z.array(threadLine), next: id.optional() }),
})

export const readThread = endpoint({
  name: 'letters.readThread',
  method: 'GET',
  path: '/api/letter-threads/:id',
  summary:
    'A matter with its letters in one line of time, the oldest first: the newest 200, and whether there are more (`more`).',
  allow: 'letters.read',
  input: z.object({ id }),
  output: threadLine.extend({ rows: z.array(mailLine), more: z.boolean() }),
})

const matter = {
  title: oneLine(200, { required: true }),
  partner: id.optional(),
  correspondent: said(200),
  language: language.optional(),
  dueOn: day.optional(),
}

export const openThread = endpoint({
  name: 'letters.openThread',
  method: 'POST',
  path: '/api/letter-threads',
  summary: 'Begin a matter, with the letters that belong to it so far.',
  allow: 'letters.prepare',
  input: z.object({ act: actId, ...matter, letters: z.array(id).max(50).default([]) }),
  output: settled,
})

export const mendThread = endpoint({
  name: 'letters.mendThread',
  method: 'POST',
  path: '/api/letter-threads/:id',
  summary: 'Change a matter, end it, or open it again (`ended`).',
  allow: 'letters.prepare',
  input: z.object({ act: actId, id, rev: revision, ...matter, ended: z.boolean().default(false) }),
  output: settled,
})

export const placeLetter = endpoint({
  name: 'letters.placeLetter',
  method: 'POST',
  path: '/api/letter-threads/:id/letters',
  summary: 'Put a letter into a matter, or with `out` take it from there. A letter belongs to one matter at most.',
  allow: 'letters.prepare',
  input: z.object({ act: actId, id, letter: id, out: z.boolean().default(false) }),
  output: settled,
})
