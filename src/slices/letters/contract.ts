import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { isDate } from '../../shared/dates.ts'
import { languages } from '../../shared/languages.ts'
import { actId, id, name, revision } from '../../shared/fields.ts'
import { mediaTypes } from '../files/model.ts'
import { keptContent, letterContent, lines, oneLine } from './content.ts'
import { channels, letterKinds, letterStates, purposes, templateKinds } from './model.ts'

export { closeAsked, listPapers, readPaperPdf, readPaperWord } from './papers-contract.ts'

export { exportMail, exportRegisterBook, exportThread, exportThreads } from './list-files-contract.ts'
export { answerMail, cancelMail, dispose, listMail, listRegister, mendMail, readMail } from './mailroom-contract.ts'
export { readProposal, receiveMail, registerMail } from './mailroom-contract.ts'
export { listRouting, mendRoute, restoreRoute } from './routing-contract.ts'
export { listThreads, mendThread, openThread, placeLetter, readThread } from './thread-contract.ts'

const kind = z.enum(letterKinds)
const templateKind = z.enum(templateKinds)
const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
/** Paths of fields whose doubtful value is meant. */
const sure = z.array(z.string().max(60)).max(20).optional()

const line = z.object({
  id,
  /** Null for a letter that is about a meeting only. */
  relation: id.nullable(),
  activity: id.nullable(),
  kind,
  language: z.enum(languages),
  purpose: z.enum(purposes).nullable(),
  /** Until when an answer is wanted, where somebody said so. */
  replyBy: z.string().nullable(),
  state: z.enum(letterStates),
  subject: z.string(),
  number: z.string().nullable(),
  /** The office that gave the number, where somebody said so. */
  issuer: z.string().nullable(),
  datedOn: z.string().nullable(),
  sentOn: z.string().nullable(),
  sentBy: z.enum(channels).nullable(),
  receivedOn: z.string().nullable(),
  cancelledOn: z.string().nullable(),
  cancelledReason: z.string().nullable(),
  /** How many blanks an officer still has to fill. */
  blanks: z.number().int(),
  rev: z.number().int(),
})

const head = z.object({
  government: z.string(),
  unit: z.string(),
  address: z.string(),
  contact: z.string(),
  place: z.string(),
})

const saved = z.object({ id, rev: z.number().int(), blanks: z.array(z.string()) })
const settled = z.object({ id, rev: z.number().int() })

export const listLetters = endpoint({
  name: 'letters.listLetters',
  method: 'GET',
  path: '/api/letters',
  summary:
    'The letters and drafts of a relation or of a meeting, the newest first, at most 200; cancelled ones stay with their number.',
  allow: 'letters.read',
  input: z
    .object({ relation: id.optional(), activity: id.optional() })
    .refine(({ relation, activity }) => (relation === undefined) !== (activity === undefined), {
      path: ['relation'],
      params: { fault: 'required' },
    }),
  output: z.object({ rows: z.array(line) }),
})

export const readLetter = endpoint({
  name: 'letters.readLetter',
  method: 'GET',
  path: '/api/letters/:id',
  summary: 'A letter with its content, the head it is printed under, and what in it is still blank.',
  allow: 'letters.read',
  input: z.object({ id }),
  output: line.extend({
    content: keptContent,
    head,
    hasEmblem: z.boolean(),
    missing: z.array(z.string()),
    relationSlug: z.string().nullable(),
    relationTitle: z.string(),
    /** The meeting it is about. */
    meeting: z.object({ id, slug: z.string(), about: z.string() }).nullable(),
    /** What a partner asked for and this letter answers; `open` while nobody ended it. */
    asked: z.object({ id, rev: z.number().int(), what: z.string(), open: z.boolean() }).nullable(),
    /** A replaced .docx template is in use: the PDF keeps our own layout and may look different. */
    hasOwnTemplate: z.boolean(),
  }),
})

export const prepareLetter = endpoint({
  name: 'letters.prepareLetter',
  method: 'POST',
  path: '/api/letters',
  summary:
    'Write a letter from the record of a relation or of a meeting as a draft. What the record does not hold becomes a visible blank. Refused as not_yet where the law wants something first; a second draft of the same kind (purpose, language) is doubtful, a day for the answer that has passed too. `followUp`: what the letter answers.',
  allow: 'letters.prepare',
  input: z
    .object({
      act: actId,
      relation: id.optional(),
      activity: id.optional(),
      kind,
      purpose: z.enum(purposes).optional(),
      language: z.enum(languages).optional(),
      replyBy: day.optional(),
      followUp: id.optional(),
      sure,
    })
    .refine(({ relation, activity }) => relation !== undefined || activity !== undefined, {
      path: ['relation'],
      params: { fault: 'required' },
    }),
  output: saved,
})

export const mendLetter = endpoint({
  name: 'letters.mendLetter',
  method: 'POST',
  path: '/api/letters/:id',
  summary: 'Change the content of a draft. A letter that was sent or cancelled stays as it is.',
  allow: 'letters.prepare',
  input: z.object({ act: actId, id, rev: revision, content: letterContent }),
  output: saved,
})

export const sendLetter = endpoint({
  name: 'letters.sendLetter',
  method: 'POST',
  path: '/api/letters/:id/send',
  summary:
    'Note that a letter left the office, with the number its office gave. A number that the same office (`issuer`) gave in that year to another paper of its type is taken, doubtful where only one of both says which office; the refusal names the letter (`by`). Blanks and days in the future are doubtful. A letter of intent goes out only when both ministers answered (not_yet).',
  allow: 'letters.prepare',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    number: name.refine((text) => [...text].length <= 100, { params: { fault: 'too_long' } }),
    /** The office that gave it. */
    issuer: oneLine(200)
      .transform((text) => (text === '' ? undefined : text))
      .optional(),
    datedOn: day,
    sentOn: day,
    sentBy: z.enum(channels),
    sure,
  }),
  output: settled,
})

export const recordReceipt = endpoint({
  name: 'letters.recordReceipt',
  method: 'POST',
  path: '/api/letters/:id/receipt',
  summary: 'Note the day on which the addressee’s secretariat received a letter.',
  allow: 'letters.prepare',
  input: z.object({ act: actId, id, rev: revision, receivedOn: day, sure }),
  output: settled,
})

export const cancelLetter = endpoint({
  name: 'letters.cancelLetter',
  method: 'POST',
  path: '/api/letters/:id/cancel',
  summary: 'Cancel a letter with a reason; it stays in the list with its number, which may then be given again.',
  allow: 'letters.prepare',
  input: z.object({ act: actId, id, rev: revision, reason: name }),
  output: settled,
})

export const readLetterhead = endpoint({
  name: 'letters.readLetterhead',
  method: 'GET',
  path: '/api/letterhead',
  summary: 'The head of the region’s letters; `rev` is 0 while nobody has written one and the proposal stands.',
  allow: 'letters.administer',
  input: z.object({}),
  output: head.extend({
    emblem: id.nullable(),
    /** Whether the portal shows the emblem in its header. */
    onPortal: z.boolean(),
    demonstration: z.boolean(),
    rev: z.number().int(),
  }),
})

export const mendLetterhead = endpoint({
  name: 'letters.mendLetterhead',
  method: 'POST',
  path: '/api/letterhead',
  summary:
    'Write or change the head of the region’s letters. The emblem is a PNG or JPEG of at most 1 MB, kept before; null ' +
    'takes it away. onPortal: whether the portal shows it.',
  allow: 'letters.administer',
  input: z.object({
    act: actId,
    rev: revision,
    government: name,
    unit: name,
    address: lines(500),
    contact: lines(500),
    place: oneLine(100, { required: true }),
    emblem: id.nullable().optional(),
    onPortal: z.boolean().optional(),
  }),
  output: settled,
})

export const listTemplates = endpoint({
  name: 'letters.listTemplates',
  method: 'GET',
  path: '/api/letter-templates',
  summary: 'The kinds of letters, which of them use the region’s own .docx, and what may stand in a template.',
  allow: 'letters.administer',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        kind: templateKind,
        file: z.object({ id, name: z.string() }).nullable(),
        rev: z.number().int(),
        placeholders: z.array(
          z.object({ name: z.string(), role: z.enum(['value', 'part', 'list', 'image']), required: z.boolean() }),
        ),
      }),
    ),
  }),
})

export const replaceTemplate = endpoint({
  name: 'letters.replaceTemplate',
  method: 'POST',
  path: '/api/letter-templates/:kind',
  summary:
    'Use the region’s own .docx for a kind of letter. Refused with the names of unknown or missing placeholders in `missing`.',
  allow: 'letters.administer',
  input: z.object({ act: actId, kind: templateKind, rev: revision, file: id }),
  output: settled,
})

export const restoreTemplate = endpoint({
  name: 'letters.restoreTemplate',
  method: 'POST',
  path: '/api/letter-templates/:kind/restore',
  summary: 'Go back to the delivered template.',
  allow: 'letters.administer',
  input: z.object({ act: actId, kind: templateKind, rev: revision }),
  output: z.object({ kind: templateKind }),
})

export const readWord = endpoint({
  name: 'letters.readWord',
  method: 'GET',
  path: '/api/letters/:id/word',
  summary: 'The letter as .docx, from the region’s own template of its kind or the delivered one.',
  allow: 'letters.read',
  input: z.object({ id }),
  output: z.unknown(),
  gives: [mediaTypes.docx],
})

export const readPdf = endpoint({
  name: 'letters.readPdf',
  method: 'GET',
  path: '/api/letters/:id/pdf',
  summary: 'The letter as PDF/A in our own layout, whatever template the .docx has.',
  allow: 'letters.read',
  input: z.object({ id }),
  output: z.unknown(),
  gives: [mediaTypes.pdf],
})

export const readDelivered = endpoint({
  name: 'letters.readDelivered',
  method: 'GET',
  path: '/api/letter-templates/:kind/delivered',
  summary: 'The delivered template of a kind of letter, to begin one of your own with.',
  allow: 'letters.administer',
  input: z.object({ kind: templateKind }),
  output: z.unknown(),
  gives: [mediaTypes.docx],
})
