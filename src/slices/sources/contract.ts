import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, partialDate, revision } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { tidyText } from '../../shared/text.ts'
import { capacities, officeIds } from '../reference/model.ts'
import { occasions, sourceKinds } from './model.ts'

const level = z.enum(['reported', 'recorded', 'documented'])
const textUpTo = (limit: number) =>
  z
    .string()
    .max(limit * 4)
    .transform(tidyText)
    .refine((text) => [...text].length <= limit, { params: { fault: 'too_long' } })
const field = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)
/** What a source says instead of the value in use. */
const value = z.union([textUpTo(2_000), z.number()])
const address = z
  .string()
  .max(2_000)
  .transform((text) => text.trim())
  // A mark that nobody sees could make it read as another address, and PostgreSQL holds no null character.
  .refine((text) => !/[\p{Cc}\p{Bidi_Control}]/u.test(text), { params: { fault: 'wrong' } })
  .refine((text) => /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && URL.canParse(text), { params: { fault: 'wrong' } })

const people = { author: name.optional(), editor: name.optional(), photo: name.optional() }
const body = z.string().max(1_048_576)

/** Where something is known from. `entered…` says who filed it; nobody where the system did. */
export const source = z.object({
  id,
  kind: z.enum(sourceKinds),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  author: z.string().nullable(),
  editor: z.string().nullable(),
  /** Whose photograph it shows. */
  photo: z.string().nullable(),
  publishedOn: z.string().nullable(),
  url: z.string().nullable(),
  demonstration: z.boolean(),
  /** Another outlet's word, kept beside the record and never published. */
  otherOutlet: z.boolean(),
  /** Whether the region filed a text of it. */
  hasText: z.boolean(),
  /** Whether that is the very text it was entered from: only then exact words are shown. */
  isExact: z.boolean(),
  rev: z.number().int(),
})

export const line = z.object({
  id,
  field: z.string(),
  level,
  speaker: z.string().nullable(),
  speakerOffice: z.string().nullable(),
  speakerCapacity: z.enum(capacities).nullable(),
  occasion: z.enum(occasions).nullable(),
  saidOn: z.string().nullable(),
  summary: z.partialRecord(z.enum(languages), z.string()).nullable(),
  /** Exact words with what stands around them; only where the region filed the text. */
  excerpt: z.object({ before: z.string(), words: z.string(), after: z.string() }).nullable(),
  /** What it says instead of the value in use. */
  value: z.unknown().optional(),
  source: source.nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: z.string(),
  rev: z.number().int(),
})

export const judgement = z.object({
  id,
  /** The line that is followed; null: the value in use stays. */
  line: id.nullable(),
  reason: z.string(),
  judgedOn: z.string(),
  by: z.string().nullable(),
  rev: z.number().int(),
})

const sheet = z.object({
  field: z.string(),
  /** The strongest level among the lines; staff record where there is none. */
  level,
  lines: z.array(line),
  /** What other outlets say of it: followed nowhere, never published. */
  others: z.array(line),
  differs: z.boolean(),
  judgement: judgement.nullable(),
})

export const listSources = endpoint({
  name: 'sources.listSources',
  method: 'GET',
  path: '/api/sources',
  summary: 'Sources the region filed, newest first; `q` finds words of outlet, title and author.',
  allow: 'sources.read',
  input: z.object({ q: z.string().max(200).optional(), after: id.optional(), limit: pageSize }),
  output: z.object({ rows: z.array(source), next: id.optional() }),
})

export const addSource = endpoint({
  name: 'sources.addSource',
  method: 'POST',
  path: '/api/sources',
  summary: 'File a source: what it is and when. An address is kept, never fetched; a text is kept as it was pasted.',
  allow: 'sources.judge',
  input: z.object({
    act: actId,
    kind: z.enum(sourceKinds),
    outlet: name.optional(),
    title: textUpTo(500).optional(),
    ...people,
    publishedOn: partialDate.optional(),
    url: address.optional(),
    otherOutlet: z.boolean().optional(),
    /** The source that links to this one as a related report. */
    relatedTo: id.optional(),
    text: body.optional(),
    sure: z.array(z.string().max(60)).max(20).optional(),
  }),
  output: z.object({ id }),
})

export const readSource = endpoint({
  name: 'sources.readSource',
  method: 'GET',
  path: '/api/sources/:id',
  summary:
    'One source: who made it, what it links to, what rests on it, and its text with every passage where it is filed.',
  allow: 'sources.read',
  input: z.object({ id }),
  output: z.object({
    source,
    enteredBy: z.string().nullable(),
    enteredAt: z.string(),
    /** Reports it links to, and the one that links to it. */
    related: z.array(source),
    relatedTo: source.nullable(),
    /** What rests on it (at most 200), in the order of the text where passages are known. */
    lines: z.array(line),
    /** How many passages are known by their place in its text, whether or not that text is filed. */
    passages: z.number().int(),
    /** The beginning of the filed text (100,000 UTF-16 units), cut where passages begin and end. */
    text: z.array(z.object({ words: z.string(), isLit: z.boolean() })).nullable(),
  }),
})

export const mendSource = endpoint({
  name: 'sources.mendSource',
  method: 'POST',
  path: '/api/sources/:id',
  summary: 'Correct what a source is and who made it. null empties a value; what is not given stays.',
  allow: 'sources.judge',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    outlet: name.nullable().optional(),
    title: textUpTo(500).nullable().optional(),
    author: name.nullable().optional(),
    editor: name.nullable().optional(),
    photo: name.nullable().optional(),
    publishedOn: partialDate.nullable().optional(),
    url: address.nullable().optional(),
    otherOutlet: z.boolean().optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const pasteText = endpoint({
  name: 'sources.pasteText',
  method: 'POST',
  path: '/api/sources/:id/text',
  summary:
    'File the text of a source. The very text it was entered from, known by its hash, shows its passages; another one is asked about (`sure: text`) and kept without.',
  allow: 'sources.judge',
  input: z.object({ act: actId, id, text: body, sure: z.array(z.string().max(60)).max(20).optional() }),
  output: z.object({ id, isExact: z.boolean(), lit: z.number().int() }),
})

export const readSheet = endpoint({
  name: 'sources.readSheet',
  method: 'GET',
  path: '/api/sources/sheet',
  summary: 'Where one field of a record comes from: each line with its source, what differs, and what was judged.',
  allow: 'sources.read',
  input: z.object({ subject: id, field }),
  output: sheet,
})

export const listDifferences = endpoint({
  name: 'sources.listDifferences',
  method: 'GET',
  path: '/api/sources/differences',
  summary: 'The fields of a record about which sources differ, open ones first, with what was judged.',
  allow: 'sources.read',
  input: z.object({ subject: id }),
  output: z.object({ rows: z.array(sheet) }),
})

export const addProvenance = endpoint({
  name: 'sources.addProvenance',
  method: 'POST',
  path: '/api/sources/lines',
  summary: 'Say where one field of a record comes from; `value` only where the source says something else.',
  allow: 'sources.judge',
  input: z.object({
    act: actId,
    subject: id,
    field,
    source: id.optional(),
    level: level.optional(),
    speaker: name.optional(),
    speakerOffice: z.enum(officeIds).optional(),
    speakerCapacity: z.enum(capacities).optional(),
    occasion: z.enum(occasions).optional(),
    saidOn: partialDate.optional(),
    /** In our own words, in the language of the screen. */
    summary: textUpTo(2_000).optional(),
    /** Exact words; they must stand in the text that was filed. */
    words: z.string().max(8_000).optional(),
    value: value.optional(),
  }),
  output: z.object({ id }),
})

export const dropProvenance = endpoint({
  name: 'sources.dropProvenance',
  method: 'POST',
  path: '/api/sources/lines/:id/drop',
  summary: 'Remove a line that was entered by mistake; history keeps it. One that is followed is judged anew first.',
  allow: 'sources.judge',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const judge = endpoint({
  name: 'sources.judge',
  method: 'POST',
  path: '/api/sources/judgements',
  summary: 'Say which source about a field is followed, and why. The value in use is not rewritten. `rev` changes it.',
  allow: 'sources.judge',
  input: z.object({
    act: actId,
    subject: id,
    field,
    /** The line that is followed; null: the value in use stays. */
    line: id.nullable(),
    reason: textUpTo(2_000).refine((text) => text !== '', { params: { fault: 'required' } }),
    rev: revision.optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})
