import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, tableFiles } from '../../shared/fields.ts'
import { letterKinds } from '../../slices/letters/model.ts'
import { quietKinds } from '../../slices/relations/model.ts'

const names = z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string())
/** A cooperation by its partner's name, or by its label while the partner is not known. */
const relation = z.object({ id, slug: z.string(), name: z.string(), names })
const visit = z.object({ id, slug: z.string(), about: z.string() })
/** What a follow-up follows from: one of these. */
const of = {
  relation: relation.optional(),
  visit: visit.optional(),
  mail: z.object({ id, name: z.string() }).optional(),
  question: z.object({ id, receipt: z.string() }).optional(),
}
/** Its name among all lines: kind and record. By it a line is put off. */
const key = z.string()

/** One thing that waits, in the order in which the kinds are shown. */
const line = z.discriminatedUnion('kind', [
  z.object({ key, kind: z.literal('corrections'), n: z.number().int() }),
  /** A question of a foreign resident that nobody answered yet; `dueOn` is the promised day. */
  z.object({ key, kind: z.literal('question'), question: z.object({ id, receipt: z.string() }), dueOn: z.string() }),
  z.object({ key, kind: z.literal('direction'), ...of, since: z.string() }),
  z.object({ key, kind: z.literal('next_step'), ...of, what: z.string(), dueOn: z.string() }),
  /** What another agency or person has, and is overdue: to ask about. */
  z.object({ key, kind: z.literal('ask'), ...of, what: z.string(), dueOn: z.string(), whom: z.string() }),
  /** What the caller's agency has to do. */
  z.object({ key, kind: z.literal('task'), ...of, what: z.string(), dueOn: z.string().optional() }),
  z.object({
    key,
    kind: z.literal('clock'),
    relation,
    dueOn: z.string(),
    /** Working days; below zero, so many have passed since. */
    daysLeft: z.number().int(),
    isProvisional: z.boolean(),
  }),
  /** A letter that nobody answered, or that nobody was given yet. `name` is who wrote it. */
  z.object({
    key,
    kind: z.literal('letter'),
    letter: id,
    /** Empty for what is closed: that one is named by its number in our register. */
    name: z.string(),
    register: z.string().optional(),
    names: names.optional(),
    state: z.enum(['undisposed', 'unanswered']),
    cameOn: z.string(),
    answerBy: z.string().optional(),
  }),
  z.object({ key, kind: z.literal('carried'), visit, occurredOn: z.string(), n: z.number().int() }),
  /** What is due of a meeting's checklist: hers to do, or (`ask` of them) another's to be asked about. */
  z.object({
    key,
    kind: z.literal('prepare'),
    visit,
    occurredOn: z.string(),
    n: z.number().int(),
    ask: z.number().int(),
    dueOn: z.string(),
    /** The meeting itself is past. */
    after: z.boolean(),
  }),
  z.object({ key, kind: z.literal('confirm'), visit, sharedOn: z.string() }),
  /** What the partner said on its page and nobody settled. */
  z.object({ key, kind: z.literal('partner_answer'), relation, n: z.number().int(), since: z.string() }),
  z.object({ key, kind: z.literal('unassigned'), relation, n: z.number().int() }),
  z.object({ key, kind: z.literal('asked'), ...of, followUp: id, what: z.string(), askedOn: z.string() }),
  z.object({ key, kind: z.literal('draft'), letter: id, letterKind: z.enum(letterKinds), ...of }),
  z.object({ key, kind: z.literal('partner'), relation, hasText: z.boolean() }),
  z.object({ key, kind: z.literal('visit'), visit, occurredOn: z.string(), sorted: z.boolean() }),
  z.object({
    key,
    kind: z.literal('silent'),
    relation,
    why: z.enum(quietKinds),
    lastOn: z.string(),
    days: z.number().int(),
  }),
])

export const readToday = endpoint({
  name: 'today.readToday',
  method: 'GET',
  path: '/api/pages/today',
  summary:
    'What waits for the caller on the visitor’s day, at most seven lines and how many more (`all`: at most 50 of a kind; `later`: what she put off instead), this week’s activities, and texts that end soon.',
  allow: 'today.read',
  input: z.object({ all: z.stringbool().optional(), later: z.stringbool().optional() }),
  output: z.object({
    on: z.string(),
    week: z.object({ from: z.string(), to: z.string() }),
    lines: z.array(line),
    more: z.number().int(),
    /** How many things wait in all, each kind counted up to 100. */
    total: z.number().int(),
    /** What she put off and still waits, each with the day on which it is there again; at most 200. */
    putOff: z.array(z.object({ line: z.string(), untilOn: z.string() })),
    activities: z.array(
      z.object({ id, slug: z.string(), about: z.string(), occurredOn: z.string(), relationSlug: z.string() }),
    ),
    ending: z.array(z.object({ relation, endsOn: z.string() })),
    /** How many more end soon, of at most 100. */
    endingMore: z.number().int(),
  }),
})

export const exportToday = endpoint({
  name: 'today.exportToday',
  method: 'GET',
  path: '/api/pages/today-list/export.csv',
  summary: 'What waits for the caller, at most 50 of a kind, as a file (.csv, .xlsx, .pdf). It may name people.',
  allow: 'followup.take',
  input: z.object({}),
  output: z.unknown(),
  gives: tableFiles,
})
