/** Texts of a relation, the plan of its process and the rows of the exploration report. */
import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, partialDate, revision, tableFiles } from '../../shared/fields.ts'
import { eligibilityAnswers, eligibilityIds, planElements } from '../procedures/model.ts'
import { statuses } from './model.ts'
import { capacities, kind, paper, reason, sure, textShape, warnings } from './shapes.ts'

export const text = z.object({
  id,
  kind,
  process: id.nullable(),
  document: id.nullable(),
  title: z.string(),
  numberOurs: z.string().nullable(),
  numberTheirs: z.string().nullable(),
  signedOn: z.string().nullable(),
  signedAt: z.string().nullable(),
  beginsOn: z.string().nullable(),
  termMonths: z.number().int().nullable(),
  endsOn: z.string().nullable(),
  isOpenEnded: z.boolean(),
  /** The last day by what is known of the term; null where it has none or nobody knows. */
  lastDay: z.string().nullable(),
  terminatedOn: z.string().nullable(),
  originalAt: z.string().nullable(),
  certifiedCopyOn: z.string().nullable(),
  targetMouOn: z.string().nullable(),
  replaces: id.nullable(),
  imported: z.boolean(),
  /** Whether it counts as signed: it is on file. */
  isSigned: z.boolean(),
  voidedOn: z.string().nullable(),
  voidedReason: z.string().nullable(),
  rev: z.number().int(),
  signatories: z.array(
    z.object({
      id,
      side: z.enum(['region', 'partner']),
      official: id.nullable(),
      person: id.nullable(),
      name: z.string(),
      office: z.string().nullable(),
      capacity: z.enum(capacities).nullable(),
    }),
  ),
})

export const recordText = endpoint({
  name: 'relations.recordText',
  method: 'POST',
  path: '/api/relations/:id/texts',
  summary:
    'Record a text with both numbers, its days and who signed it. It counts as signed only with its paper; `imported` says that it is an old one, of which nothing is asked again.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    ...textShape,
    kind,
    imported: z.boolean().optional(),
    document: id.optional(),
    paper: paper.optional(),
    sure,
  }),
  output: z.object({
    id,
    rev: z.number().int(),
    document: id.nullable(),
    status: z.enum(statuses).nullable(),
    warnings,
  }),
})

export const listTexts = endpoint({
  name: 'relations.listTexts',
  method: 'GET',
  path: '/api/relations/:id/texts',
  summary: 'The texts of a relation with their signatories, voided ones marked (at most 100).',
  allow: 'relations.read',
  input: z.object({ id }),
  output: z.object({ rows: z.array(text) }),
})

export const exportTexts = endpoint({
  name: 'relations.exportTexts',
  method: 'GET',
  path: '/api/relations/:id/texts/export.csv',
  summary:
    'The texts of a relation as a file (.csv, .xlsx, .pdf), without who signed; those declared void are not in it.',
  allow: 'relations.read',
  input: z.object({ id }),
  output: z.unknown(),
  gives: tableFiles,
})

/** Null empties a value, an absent one stays. */
const mendedShape = {
  title: name.optional(),
  numberOurs: name.nullable().optional(),
  numberTheirs: name.nullable().optional(),
  signedOn: partialDate.nullable().optional(),
  signedAt: name.nullable().optional(),
  beginsOn: partialDate.nullable().optional(),
  termMonths: textShape.termMonths.unwrap().nullable().optional(),
  endsOn: partialDate.nullable().optional(),
  isOpenEnded: z.boolean().optional(),
  terminatedOn: partialDate.nullable().optional(),
  originalAt: name.nullable().optional(),
  certifiedCopyOn: partialDate.nullable().optional(),
  targetMouOn: partialDate.nullable().optional(),
  replaces: id.nullable().optional(),
  signatories: textShape.signatories,
}

export const mendText = endpoint({
  name: 'relations.mendText',
  method: 'POST',
  path: '/api/relations/texts/:id',
  summary:
    'Complete or correct a text. Once it is signed and on file, everything but its end, its copies and the place of the original is locked and wants a reason.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    ...mendedShape,
    document: id.optional(),
    reason: reason.optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int(), status: z.enum(statuses).nullable(), warnings }),
})

export const voidText = endpoint({
  name: 'relations.voidText',
  method: 'POST',
  path: '/api/relations/texts/:id/void',
  summary: 'Declare a text void, with a reason. One that is signed and on file is locked.',
  allow: 'relations.mend',
  input: z.object({ act: actId, id, rev: revision, reason }),
  output: z.object({ id, rev: z.number().int(), status: z.enum(statuses).nullable() }),
})

const elements = z.partialRecord(z.enum(planElements), z.string())

export const readPlan = endpoint({
  name: 'relations.readPlan',
  method: 'GET',
  path: '/api/relations/:id/plan',
  summary: 'The cooperation plan of the running process by its seven elements; revision 0 while none is written.',
  allow: 'relations.read',
  input: z.object({ id }),
  output: z.object({ rev: z.number().int(), elements }),
})

export const writePlan = endpoint({
  name: 'relations.writePlan',
  method: 'POST',
  path: '/api/relations/:id/plan',
  summary:
    'Write elements of the cooperation plan; null empties one. When the plan was returned after a decision of DPRD, a changed element opens DPRD’s next round unless `dprdAgain` is false.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    elements: z.partialRecord(z.enum(planElements), note.nullable()),
    dprdAgain: z.boolean().optional(),
  }),
  output: z.object({ id, rev: z.number().int(), dprdAgain: z.boolean() }),
})

export const answerEligibility = endpoint({
  name: 'relations.answerEligibility',
  method: 'POST',
  path: '/api/relations/:id/eligibility',
  summary: 'Answer one row of the exploration report; null takes the answer back.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    item: z.enum(eligibilityIds),
    answer: z.enum(eligibilityAnswers).nullable(),
    note: note.nullable().optional(),
  }),
  output: z.object({ id, answered: z.number().int() }),
})
