import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, pageSize, partialDate, per, revision, tableFiles } from '../../shared/fields.ts'
import { followUp, nextStepShape } from '../followup/contract.ts'
import { cooperationTypes, holderIds } from '../procedures/model.ts'
import { sectorIds } from '../reference/model.ts'
import { listFilters } from './list-filters.ts'
import { fieldObjects, publicParts, standings, statuses, stepStates } from './model.ts'
import { reason, sure, written } from './shapes.ts'
import { work } from './work-contract.ts'

const sector = z.enum(sectorIds)
const names = z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string())

const partner = z.object({
  id,
  name: z.string(),
  names,
  nativeName: z.string().nullable(),
  nativeLang: z.string().nullable(),
  country: z.string().nullable(),
  kind: z.string().nullable(),
})

const step = z.object({
  step: z.string(),
  round: z.number().int(),
  holder: z.enum(holderIds),
  state: z.enum(stepStates),
  documented: z.boolean(),
  occurredOn: z.string(),
})

/** A relation as officers see it; `rev` is what an edit must name. */
export const relation = z.object({
  id,
  slug: z.string(),
  label: z.string().nullable(),
  cooperationType: z.enum(cooperationTypes).nullable(),
  purpose: z.string().nullable(),
  beganOn: z.string().nullable(),
  lastOn: z.string().nullable(),
  rev: z.number().int(),
  partner: partner.nullable(),
  process: z
    .object({
      id,
      procedure: z.string(),
      provisional: z.boolean(),
      beganOn: z.string(),
      initiator: z.enum(['region', 'partner', 'third_party']).nullable(),
      referral: z.enum(['diaspora']).nullable(),
      steps: z.array(step),
      /** What the rules know of each step: whether a paper moved it, and whether it ended with a yes. */
      records: z.array(z.object({ step: z.string(), documented: z.boolean(), finished: z.boolean().optional() })),
    })
    .nullable(),
  status: z.enum(statuses).nullable(),
  stage: z.string().nullable(),
  /** The last day of the texts that stand; null where one of them has no known end. */
  endsOn: z.string().nullable(),
  notContinuedOn: z.string().nullable(),
  published: z.boolean(),
})

export const field = z.object({
  id,
  position: z.number().int(),
  sector: sector.nullable(),
  name: z.string().nullable(),
  standing: z.enum(standings),
  /** The regional affair (urusan) it belongs to, and the object a–e of PP 28/2018 Ps 23(2) it serves. */
  affair: id.nullable().optional(),
  object: z.enum(fieldObjects).nullable().optional(),
  occurredOn: z.string(),
  rev: z.number().int(),
})

export const readRelation = endpoint({
  name: 'relations.readRelation',
  method: 'GET',
  path: '/api/relations/:id',
  summary: 'A relation with its partner, process, status and stage on the visitor’s day.',
  allow: 'relations.read',
  input: z.object({ id }),
  output: relation,
})

const listed = relation.pick({
  id: true,
  slug: true,
  label: true,
  partner: true,
  lastOn: true,
  endsOn: true,
  status: true,
  stage: true,
  published: true,
})

const sought = { q: z.string().max(200).optional(), ...listFilters }
const counts = z.record(z.string(), z.number().int())

export const countRelations = endpoint({
  name: 'relations.countRelations',
  method: 'GET',
  path: '/api/relations/list/counts',
  summary: 'How many relations each filter of the list would show, the other filters holding; of at most 10,000.',
  allow: 'relations.read',
  input: z.object(sought),
  output: z.object({
    status: counts,
    country: counts,
    kind: counts,
    published: counts,
    silent: counts,
    process: counts,
  }),
})

export const exportCsv = endpoint({
  name: 'relations.exportCsv',
  method: 'GET',
  path: '/api/relations/list/export.csv',
  summary:
    'The list as a file in the reader’s language: .csv with at most 200,000 rows, .xlsx with 100,000, .pdf with 5,000; a longer one ends with a sentence. Status, stage and end as the register’s lines say them.',
  allow: 'relations.read',
  input: z.object(sought),
  output: z.unknown(),
  gives: tableFiles,
})

export const listRelations = endpoint({
  name: 'relations.listRelations',
  method: 'GET',
  path: '/api/relations',
  summary: 'Relations of the region, last activity first; `q` finds words of name, native name and aliases.',
  allow: 'relations.read',
  input: z.object({ ...sought, after: id.optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(listed),
    /** What is spelled like `q`, where no row has its words. */
    similar: z.array(listed).optional(),
    /** Up to 1,000; 1,001 stands for more. */
    total: z.number().int(),
    next: id.optional(),
  }),
})

export const listFields = endpoint({
  name: 'relations.listFields',
  method: 'GET',
  path: '/api/relations/:id/fields',
  summary: 'The fields of cooperation of a relation, in their order.',
  allow: 'relations.read',
  input: z.object({ id }),
  output: z.object({ rows: z.array(field) }),
})

export const mendRelation = endpoint({
  name: 'relations.mendRelation',
  method: 'POST',
  path: '/api/relations/:id',
  summary: 'Correct a relation. `rev` is the revision that was on screen; null empties a value, an absent one stays.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    purpose: note.nullable().optional(),
    label: name.nullable().optional(),
    cooperationType: z.enum(cooperationTypes).nullable().optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const addField = endpoint({
  name: 'relations.addField',
  method: 'POST',
  path: '/api/relations/:id/fields',
  summary: 'Add a field of cooperation; without sector and name it counts as offered but not named.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    sector: sector.optional(),
    name: name.optional(),
    standing: z.enum(standings).default('ditawarkan'),
    affair: id.optional(),
    object: z.enum(fieldObjects).optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const mendField = endpoint({
  name: 'relations.mendField',
  method: 'POST',
  path: '/api/relations/fields/:id',
  summary: 'Name, map or move on one field of cooperation.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    sector: sector.nullable().optional(),
    name: name.nullable().optional(),
    standing: z.enum(standings).optional(),
    affair: id.nullable().optional(),
    object: z.enum(fieldObjects).nullable().optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropField = endpoint({
  name: 'relations.dropField',
  method: 'POST',
  path: '/api/relations/fields/:id/drop',
  summary: 'Remove a field that was entered by mistake; its history stays.',
  allow: 'relations.mend',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const publishRelation = endpoint({
  name: 'relations.publishRelation',
  method: 'POST',
  path: '/api/relations/:id/publish',
  summary: 'Show the chosen parts of a relation to the world as they are now; without `parts` the last choice holds.',
  allow: 'relations.publish',
  input: z.object({ act: actId, id, parts: z.array(z.enum(publicParts)).max(publicParts.length).optional() }),
  output: z.object({ id }),
})

export const withdrawRelation = endpoint({
  name: 'relations.withdrawRelation',
  method: 'POST',
  path: '/api/relations/:id/withdraw',
  summary: 'Take the public page of a relation back; its address then answers 410. Withdrawn twice is withdrawn once.',
  allow: 'relations.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const readNextStep = endpoint({
  name: 'relations.readNextStep',
  method: 'GET',
  path: '/api/relations/:id/next-step',
  summary: 'The next step of a relation on the visitor’s day, or since when none is set, and what followed before.',
  allow: 'followup.read',
  input: z.object({ id, per }),
  output: z.object({ step: followUp.optional(), unsetSince: z.string().optional(), rows: z.array(followUp) }),
})

export const setNextStep = endpoint({
  name: 'relations.setNextStep',
  method: 'POST',
  path: '/api/relations/:id/next-step',
  summary:
    'Say what follows, or one of three ready reasons. `instead` is the step on screen, null for none: stale when another stands.',
  allow: 'followup.mend',
  input: z.object({
    act: actId,
    id,
    instead: z.uuid().nullable().optional(),
    ...nextStepShape,
    sure: z.array(z.string().max(60)).max(20).optional(),
  }),
  output: followUp,
})

export const endNextStep = endpoint({
  name: 'relations.endNextStep',
  method: 'POST',
  path: '/api/relations/:id/next-step/end',
  summary: 'The next step is done or dropped.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, step: z.uuid(), rev: revision, outcome: z.enum(['done', 'dropped']) }),
  output: z.object({ id }),
})

export { dropStep, exportDocuments, fileDocument, listDocuments, mendDocument, mendStep } from './recording-contract.ts'
export { prepareStep, recordStep, sendStep, voidDocument } from './recording-contract.ts'
export { work } from './work-contract.ts'
export { exportSilences, listSilences } from './silence-contract.ts'
export { sayInitiative, setPartner } from './who-contract.ts'
export { findChoices, nameFields } from './choice-contract.ts'
export {
  answerEligibility,
  exportTexts,
  listTexts,
  mendText,
  readPlan,
  recordText,
  voidText,
  writePlan,
} from './text-contract.ts'

export const newRelation = endpoint({
  name: 'relations.newRelation',
  method: 'POST',
  path: '/api/relations',
  summary: 'Begin a relation with a partner of the region, or with a label while nobody knows who it is.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    partner: id.optional(),
    label: name.optional(),
    cooperationType: z.enum(cooperationTypes).optional(),
    beganOn: partialDate.optional(),
    sure,
  }),
  output: z.object({ id, slug: z.string(), process: id.nullable() }),
})

export const discontinueRelation = endpoint({
  name: 'relations.discontinueRelation',
  method: 'POST',
  path: '/api/relations/:id/discontinue',
  summary: 'The region does not continue a relation: from which day, and why.',
  allow: 'relations.mend',
  input: z.object({ act: actId, id, rev: revision, notContinuedOn: partialDate, reason, sure }),
  output: written,
})

export const resumeRelation = endpoint({
  name: 'relations.resumeRelation',
  method: 'POST',
  path: '/api/relations/:id/resume',
  summary: 'Take up a relation again that was not continued.',
  allow: 'relations.mend',
  input: z.object({ act: actId, id, rev: revision }),
  output: written,
})

export const beginProcess = endpoint({
  name: 'relations.beginProcess',
  method: 'POST',
  path: '/api/relations/:id/processes',
  summary: 'Begin a further run of the procedure, for a renewal; refused while one is open.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    beganOn: partialDate.optional(),
    initiator: z.enum(['region', 'partner', 'third_party']).optional(),
  }),
  output: z.object({ id }),
})

export const readWork = endpoint({
  name: 'relations.readWork',
  method: 'GET',
  path: '/api/relations/:id/work',
  summary:
    'All that is recorded of a relation’s running process on the visitor’s day: what is missing, who holds what.',
  allow: 'relations.read',
  input: z.object({ id, per }),
  output: work,
})

export const listClocks = endpoint({
  name: 'relations.listClocks',
  method: 'GET',
  path: '/api/clocks',
  summary:
    'DPRD’s clocks that run on the visitor’s day with their limits by the days off as they are now. Whose they are is told to who may read relations.',
  allow: 'reference.read',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        dueOn: z.string(),
        isProvisional: z.boolean(),
        relation: z.object({ id, slug: z.string(), name: z.string(), names }).optional(),
      }),
    ),
  }),
})
