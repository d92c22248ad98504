import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, pageSize, revision } from '../../shared/fields.ts'
import { cooperationTypes } from '../procedures/model.ts'
import { sectorIds } from '../reference/model.ts'
import { standings, statuses } from './model.ts'

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
  state: z.enum(['running', 'waiting', 'returned', 'done']),
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
    })
    .nullable(),
  status: z.enum(statuses).nullable(),
  stage: z.string().nullable(),
  published: z.boolean(),
})

export const field = z.object({
  id,
  position: z.number().int(),
  sector: sector.nullable(),
  name: z.string().nullable(),
  standing: z.enum(standings),
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

export const listRelations = endpoint({
  name: 'relations.listRelations',
  method: 'GET',
  path: '/api/relations',
  summary: 'Relations of the region, last activity first; `q` finds words of name, native name and aliases.',
  allow: 'relations.read',
  input: z.object({ q: z.string().max(200).optional(), after: id.optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(
      relation.pick({
        id: true,
        slug: true,
        label: true,
        partner: true,
        lastOn: true,
        status: true,
        stage: true,
        published: true,
      }),
    ),
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
