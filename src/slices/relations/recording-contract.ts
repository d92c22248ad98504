/** What is recorded of a process: its steps and its papers. */
import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, partialDate, revision, tableFiles } from '../../shared/fields.ts'
import {
  documentIds,
  eligibilityIds,
  holderIds,
  letterIds,
  outcomes,
  remedies,
  requirementIds,
  stepIds,
} from '../procedures/model.ts'
import { statuses } from './model.ts'
import { kind, language, paper, paperShape, reason, sure, textShape, warnings, written } from './shapes.ts'

const round = z.number().int().min(1).max(50)

const article = z.object({ law: z.string(), at: z.string(), verified: z.enum(['V', 'V2', 'M', 'I']) })

/** A requirement of a step with its article, the act that meets it, and how far it is (`Obstacle` of procedures). */
export const obstacle = z.object({
  id: z.enum(requirementIds),
  gate: z.enum(['G1', 'G2', 'G3', 'G4', 'G5', 'G6']).optional(),
  article,
  remedy: z.enum(remedies),
  letter: z.enum(letterIds).optional(),
  document: z.enum(documentIds).optional(),
  mustAgree: z.literal(true).optional(),
  step: z.enum(stepIds),
  met: z.number().int().optional(),
  of: z.number().int().optional(),
  lacking: z.array(z.string()).optional(),
  notMet: z.array(z.enum(eligibilityIds)).optional(),
  answered: z.enum(['returned', 'refused', 'unstated']).optional(),
})

export const prepareStep = endpoint({
  name: 'relations.prepareStep',
  method: 'GET',
  path: '/api/relations/:id/steps/:step/prepare',
  summary: 'What the law still wants before this step is prepared or issued, each with its article and one act.',
  allow: 'relations.read',
  input: z.object({ id, step: z.enum(stepIds) }),
  output: z.object({ mayPrepare: z.boolean(), obstacles: z.array(obstacle) }),
})

export const recordStep = endpoint({
  name: 'relations.recordStep',
  method: 'POST',
  path: '/api/relations/:id/steps',
  summary:
    'Record what happened at a step. With a paper it is documented and moves the status; without one it is kept as a staff note, moves nothing, and `asks` says which paper is wanted. A returned step opens its next round.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    step: z.enum(stepIds),
    holder: z.enum(holderIds).optional(),
    round: round.optional(),
    occurredOn: partialDate,
    outcome: z.enum(outcomes).optional(),
    note: note.optional(),
    /** Whether DPRD must see the plan again when it was returned; without a word, once an element of it changes. */
    dprdAgain: z.boolean().optional(),
    paper: paper.optional(),
    text: z.object({ ...textShape, kind: kind.optional(), title: name.optional() }).optional(),
    sure,
  }),
  output: z.object({
    id,
    rev: z.number().int(),
    round: z.number().int(),
    documented: z.boolean(),
    asks: z.enum(documentIds).nullable(),
    document: id.nullable(),
    text: id.nullable(),
    opened: z.array(z.object({ step: z.enum(stepIds), holder: z.enum(holderIds), round: z.number().int() })),
    status: z.enum(statuses).nullable(),
    stage: z.string().nullable(),
    warnings,
  }),
})

export const sendStep = endpoint({
  name: 'relations.sendStep',
  method: 'POST',
  path: '/api/relations/:id/steps/send',
  summary:
    'A step went to a holder: on which day, and when it was received. DPRD’s 45 working days start with the receipt by its secretariat and with nothing else.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    step: z.enum(stepIds),
    holder: z.enum(holderIds),
    round: round.optional(),
    sentOn: partialDate,
    receivedOn: partialDate.optional(),
    note: note.optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int(), round: z.number().int() }),
})

export const mendStep = endpoint({
  name: 'relations.mendStep',
  method: 'POST',
  path: '/api/relations/steps/:id',
  summary: 'Correct the days and the note of a step; null empties a value. A clock that had ended is counted anew.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    occurredOn: partialDate.optional(),
    fromOn: partialDate.nullable().optional(),
    toOn: partialDate.nullable().optional(),
    note: note.nullable().optional(),
    sure,
  }),
  output: written,
})

export const dropStep = endpoint({
  name: 'relations.dropStep',
  method: 'POST',
  path: '/api/relations/steps/:id/drop',
  summary: 'Remove a step that was noted by mistake and has no paper; its history stays.',
  allow: 'relations.mend',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const document = z.object({
  id,
  kind: z.enum(documentIds),
  step: z.enum(stepIds).nullable(),
  round: z.number().int(),
  process: id.nullable(),
  file: z.object({ id, name: z.string(), kind: z.string(), bytes: z.number().int() }).nullable(),
  seenAt: z.string().nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  datedOn: z.string().nullable(),
  receivedOn: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  lang: z.string().nullable(),
  articles: z.number().int().nullable(),
  note: z.string().nullable(),
  filedOn: z.string(),
  voidedOn: z.string().nullable(),
  voidedReason: z.string().nullable(),
  rev: z.number().int(),
})

export const fileDocument = endpoint({
  name: 'relations.fileDocument',
  method: 'POST',
  path: '/api/relations/:id/documents',
  summary:
    'File a paper of the relation: as a file, or as seen on paper and where. Its kind says to which step it belongs.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    ...paperShape,
    kind: z.enum(documentIds),
    step: z.enum(stepIds).optional(),
    round: round.optional(),
    outcome: z.enum(outcomes).optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int(), round: z.number().int(), step: z.enum(stepIds).nullable() }),
})

export const listDocuments = endpoint({
  name: 'relations.listDocuments',
  method: 'GET',
  path: '/api/relations/:id/documents',
  summary:
    'The papers of a relation that were there on the visitor’s day, oldest first, voided ones marked (at most 500).',
  allow: 'relations.read',
  input: z.object({ id }),
  output: z.object({ rows: z.array(document) }),
})

export const exportDocuments = endpoint({
  name: 'relations.exportDocuments',
  method: 'GET',
  path: '/api/relations/:id/documents/export.csv',
  summary: 'The papers on file of a relation as a file (.csv, .xlsx, .pdf); those declared void are not in it.',
  allow: 'relations.read',
  input: z.object({ id }),
  output: z.unknown(),
  gives: tableFiles,
})

export const mendDocument = endpoint({
  name: 'relations.mendDocument',
  method: 'POST',
  path: '/api/relations/documents/:id',
  summary: 'Correct a filed paper, with a reason: what is filed is locked. Null empties a value, an absent one stays.',
  allow: 'relations.correct',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    reason,
    seenAt: name.nullable().optional(),
    file: id.nullable().optional(),
    number: name.nullable().optional(),
    issuer: name.nullable().optional(),
    datedOn: partialDate.nullable().optional(),
    receivedOn: partialDate.nullable().optional(),
    outcome: z.enum(outcomes).nullable().optional(),
    lang: language.nullable().optional(),
    articles: z.number().int().min(1).max(500).nullable().optional(),
    note: note.nullable().optional(),
    sure,
  }),
  output: written,
})

export const voidDocument = endpoint({
  name: 'relations.voidDocument',
  method: 'POST',
  path: '/api/relations/documents/:id/void',
  summary: 'Declare a filed paper void, with a reason; it stays in the history and counts nowhere else.',
  allow: 'relations.correct',
  input: z.object({ act: actId, id, rev: revision, reason }),
  output: written,
})
