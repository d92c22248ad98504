import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, revision } from '../../shared/fields.ts'
import { fileKinds } from '../files/model.ts'
import { followUp } from '../followup/contract.ts'
import { lines, oneLine } from './content.ts'
import { correspondentKinds, directions, mailFilters, mailStates, natures, securities, ways } from './mailroom-model.ts'
import { numberTypes } from './number-model.ts'

const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const sure = z.array(z.string().max(60)).max(20).optional()
const year = z.coerce.number().int().min(1900).max(2200)
const language = z.string().regex(/^[a-z]{2,3}$/)
const said = (limit: number) =>
  oneLine(limit)
    .transform((text) => (text === '' ? undefined : text))
    .optional()
/** The SHA-256 under which an uploaded mail is kept until somebody registers it. */
const content = z.string().regex(/^[0-9a-f]{64}$/)
const settled = z.object({ id, rev: z.number().int() })
const direction = z.enum(directions)

export const who = z.object({ id, name: z.string(), names: z.record(z.string(), z.string()) }).nullable()

/** A letter in a list, whichever way it went: one that was registered, or (`drafted`) one that was written here. */
export const mailLine = z.object({
  id,
  direction,
  drafted: z.boolean(),
  /** 12 or 12.a; null for a letter that has no number in the register. */
  register: z.string().nullable(),
  number: z.string().nullable(),
  kind: z.enum(correspondentKinds).nullable(),
  partner: who,
  correspondent: z.string().nullable(),
  subject: z.string(),
  datedOn: z.string().nullable(),
  /** The day it came in or went out; null for a draft. */
  passedOn: z.string().nullable(),
  answerBy: z.string().nullable(),
  mission: z.boolean(),
  security: z.enum(securities).nullable(),
  state: z.enum([...mailStates, 'draft']),
})

const linked = z.object({ id, drafted: z.boolean(), subject: z.string(), number: z.string().nullable() }).nullable()

const mail = z.object({
  id,
  direction,
  kind: z.enum(correspondentKinds),
  partner: who,
  /** The agency of the region that wrote, or is written to. */
  unit: z.object({ id, name: z.string() }).nullable(),
  correspondent: z.string().nullable(),
  mission: z.boolean(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  numberType: z.enum(numberTypes).nullable(),
  srikandiRef: z.string().nullable(),
  datedOn: z.string().nullable(),
  passedOn: z.string(),
  channel: z.enum(ways),
  spoke: z.string().nullable(),
  subject: z.string(),
  language: z.string().nullable(),
  nature: z.enum(natures),
  security: z.enum(securities),
  seenAt: z.string().nullable(),
  body: z.string().nullable(),
  wantsAnswer: z.boolean(),
  answerBy: z.string().nullable(),
  answeredOn: z.string().nullable(),
  answeredHow: z.string().nullable(),
  voidedOn: z.string().nullable(),
  voidedReason: z.string().nullable(),
  register: z.string().nullable(),
  registerYear: z.number().int().nullable(),
  state: z.enum(mailStates),
  answers: linked,
  answeredBy: linked,
  thread: z.object({ id, title: z.string() }).nullable(),
  relations: z.array(z.object({ id, slug: z.string(), title: z.string() })),
  files: z.array(z.object({ id, name: z.string(), kind: z.enum(fileKinds), bytes: z.number().int() })),
  dispositions: z.array(
    z.object({
      id,
      office: z.string(),
      instruction: z.string(),
      dueOn: z.string().nullable(),
      givenOn: z.string(),
      recipients: z.array(
        z.object({
          id,
          unit: z.string().nullable(),
          person: z.string().nullable(),
          /** A person of the region with an account. */
          member: z.string().nullable(),
          followUp: id,
        }),
      ),
    }),
  ),
  followUps: z.array(followUp),
  rev: z.number().int(),
})

/** What of a letter is entered, and changed later. */
const entered = {
  kind: z.enum(correspondentKinds),
  partner: id.optional(),
  /** An agency of the region; its name is kept as words beside it. */
  unit: id.optional(),
  correspondent: said(200),
  number: said(100),
  issuer: said(200),
  numberType: z.enum(numberTypes).optional(),
  srikandiRef: said(100),
  datedOn: day.optional(),
  passedOn: day,
  channel: z.enum(ways),
  spoke: said(200),
  subject: oneLine(500, { required: true }),
  language: language.optional(),
  nature: z.enum(natures).default('biasa'),
  security: z.enum(securities).default('biasa'),
  seenAt: said(200),
  body: lines(20_000)
    .transform((text) => (text === '' ? undefined : text))
    .optional(),
  wantsAnswer: z.boolean().default(false),
  answerBy: day.optional(),
  answers: id.optional(),
  relations: z.array(id).max(20).default([]),
  files: z.array(id).max(30).default([]),
}

/** What letters are narrowed by. */
export const soughtMail = {
  direction,
  q: z.string().max(200).optional(),
  filter: z.enum(mailFilters).default('all'),
  year: year.optional(),
  relation: id.optional(),
}

export const listMail = endpoint({
  name: 'letters.listMail',
  method: 'GET',
  path: '/api/mail',
  summary:
    'Letters in or out, the newest first; `q` finds words of number, partner and subject. `after` is the `next` of the page before.',
  allow: 'letters.read',
  input: z.object({
    ...soughtMail,
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}~[0-9a-f-]{36}$/)
      .optional(),
    limit: pageSize,
  }),
  output: z.object({
    rows: z.array(mailLine),
    /** Up to 1,000; 1,001 stands for more. */
    total: z.number().int(),
    next: z.string().optional(),
  }),
})

export const readMail = endpoint({
  name: 'letters.readMail',
  method: 'GET',
  path: '/api/mail/:id',
  summary: 'A registered letter with its files, dispositions, what follows from it, and what answers it.',
  allow: 'letters.read',
  input: z.object({ id }),
  output: mail,
})

export const registerMail = endpoint({
  name: 'letters.registerMail',
  method: 'POST',
  path: '/api/mail',
  summary:
    'Register a letter that came in, or one written elsewhere that went out. Draws the next number of the book and year, or with `behind` the next letter behind a number (12.a). A number that was entered before from the same office in that year for a paper of that type is doubtful (in) or taken (out); the refusal names the letter (`by`). `mail` names an uploaded mail, `attachments` which of its files are kept.',
  allow: 'letters.prepare',
  input: z.object({
    act: actId,
    direction,
    ...entered,
    thread: id.optional(),
    mail: content.optional(),
    attachments: z.array(z.number().int().min(0).max(99)).max(30).default([]),
    behind: z.number().int().min(1).optional(),
    sure,
  }),
  output: settled.extend({ register: z.string(), year: z.number().int() }),
})

export const mendMail = endpoint({
  name: 'letters.mendMail',
  method: 'POST',
  path: '/api/mail/:id',
  summary: 'Change what was entered of a letter; its number in the register stays.',
  allow: 'letters.prepare',
  input: z.object({ act: actId, id, rev: revision, ...entered, sure }),
  output: settled,
})

export const cancelMail = endpoint({
  name: 'letters.cancelMail',
  method: 'POST',
  path: '/api/mail/:id/cancel',
  summary:
    'Cancel a registered letter with a reason. It and its number stay visible, the number is never used again, and what was to follow is dropped.',
  allow: 'letters.prepare',
  input: z.object({ act: actId, id, rev: revision, reason: oneLine(2000, { required: true }) }),
  output: settled,
})

export const answerMail = endpoint({
  name: 'letters.answerMail',
  method: 'POST',
  path: '/api/mail/:id/answer',
  summary:
    'Say which letter answers this one (a draft counts once it went out), or how and when it was answered without a letter; null takes the letter away, and what letters said of answering this one.',
  allow: 'letters.prepare',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    letter: id.nullable().optional(),
    on: day.optional(),
    how: said(500),
    sure,
  }),
  output: settled,
})

export const dispose = endpoint({
  name: 'letters.dispose',
  method: 'POST',
  path: '/api/mail/:id/dispositions',
  summary:
    'Dispose a letter that came in: an office gives an instruction to agencies, to people of the region (`member`) or to people by name, and each gets a follow-up of the letter. A date that has passed is doubtful.',
  allow: 'letters.dispose',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    office: name,
    instruction: oneLine(500, { required: true }),
    dueOn: day.optional(),
    recipients: z
      .array(z.object({ unit: id.optional(), member: id.optional(), person: said(200) }))
      .min(1)
      .max(20),
    sure,
  }),
  output: settled,
})

export const listRegister = endpoint({
  name: 'letters.listRegister',
  method: 'GET',
  path: '/api/letter-register',
  summary:
    'The register of a book and year, the highest number first, with cancelled ones and their reason; `after` is the `next` of the page before.',
  allow: 'letters.read',
  input: z.object({
    book: direction,
    year,
    after: z
      .string()
      .regex(/^\d{1,9}[a-z]?$/)
      .optional(),
    limit: pageSize,
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        register: z.string(),
        letter: id,
        drafted: z.boolean(),
        enteredOn: z.string(),
        cancelledOn: z.string().nullable(),
        cancelledReason: z.string().nullable(),
        /** Null where the entry of the letter itself was taken back. */
        subject: z.string().nullable(),
        number: z.string().nullable(),
        partner: who,
        correspondent: z.string().nullable(),
      }),
    ),
    /** The last number drawn; 0 where none was. */
    last: z.number().int(),
    next: z.string().optional(),
  }),
})

export const receiveMail = endpoint({
  name: 'letters.receiveMail',
  method: 'POST',
  path: '/api/mail-proposals',
  summary:
    'Take in a mail saved as .eml, at most 25 MB. It is taken apart in another process; nothing of it is entered until somebody registers it.',
  allow: 'letters.prepare',
  input: z.object({ act: actId, name: oneLine(255) }),
  output: z.object({ id: content, name: z.string(), bytes: z.number().int() }),
  takes: 'application/octet-stream',
})

export const readProposal = endpoint({
  name: 'letters.readProposal',
  method: 'GET',
  path: '/api/mail-proposals/:id',
  summary:
    'What an uploaded mail says: from whom, when, subject, its text without any markup, and its files; those that are not kept say why.',
  allow: 'letters.prepare',
  input: z.object({ id: content }),
  output: z.object({
    from: z.string(),
    datedOn: z.string().nullable(),
    subject: z.string(),
    body: z.string(),
    /** The text was longer than what is kept. */
    isCut: z.boolean(),
    language: z.string().nullable(),
    files: z.array(
      z.object({ at: z.number().int(), name: z.string(), bytes: z.number().int(), kind: z.enum(fileKinds).nullable() }),
    ),
    /** Letters that came in from the same writer with the same subject on the same day: perhaps it is registered already. */
    known: z.array(z.object({ id, subject: z.string() })),
  }),
})
