import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id } from '../../shared/fields.ts'
import { letterKinds } from '../../slices/letters/model.ts'

const names = z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string())
/** A cooperation by its partner's name, or by its label while the partner is not known. */
const relation = z.object({ id, slug: z.string(), name: z.string(), names })
const visit = z.object({ id, slug: z.string(), about: z.string() })

/** One thing that waits, in the order in which the kinds are shown. */
const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('corrections'), n: z.number().int() }),
  z.object({
    kind: z.literal('next_step'),
    relation: relation.optional(),
    visit: visit.optional(),
    what: z.string(),
    dueOn: z.string(),
  }),
  z.object({
    kind: z.literal('clock'),
    relation,
    dueOn: z.string(),
    /** Working days; below zero, so many have passed since. */
    daysLeft: z.number().int(),
    isProvisional: z.boolean(),
  }),
  z.object({ kind: z.literal('unassigned'), relation, n: z.number().int() }),
  z.object({
    kind: z.literal('asked'),
    relation: relation.optional(),
    visit: visit.optional(),
    what: z.string(),
    askedOn: z.string(),
  }),
  z.object({ kind: z.literal('draft'), letter: id, letterKind: z.enum(letterKinds), relation }),
  z.object({ kind: z.literal('partner'), relation, hasText: z.boolean() }),
  z.object({ kind: z.literal('visit'), visit, occurredOn: z.string(), sorted: z.boolean() }),
  z.object({ kind: z.literal('silent'), relation, lastOn: z.string(), days: z.number().int() }),
])

export const readToday = endpoint({
  name: 'today.readToday',
  method: 'GET',
  path: '/api/pages/today',
  summary:
    'What waits for the caller on the visitor’s day, at most seven lines and how many more (`all`: at most 50 of a kind), this week’s activities, and texts that end soon.',
  allow: 'today.read',
  input: z.object({ all: z.stringbool().optional() }),
  output: z.object({
    on: z.string(),
    week: z.object({ from: z.string(), to: z.string() }),
    lines: z.array(line),
    more: z.number().int(),
    /** How many things wait in all, each kind counted up to 100. */
    total: z.number().int(),
    activities: z.array(
      z.object({ id, slug: z.string(), about: z.string(), occurredOn: z.string(), relationSlug: z.string() }),
    ),
    ending: z.array(z.object({ relation, endsOn: z.string() })),
    /** How many more end soon, of at most 100. */
    endingMore: z.number().int(),
  }),
})
