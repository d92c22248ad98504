import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, pageSize, tableFiles } from '../../shared/fields.ts'
import { actKinds } from './model.ts'

const value = z.union([z.string(), z.number(), z.boolean()]).nullable()

const change = z.object({
  table: z.string(),
  row: id,
  op: z.enum(['insert', 'update', 'delete']),
  /** What says which row it is, as it stood last: its place in a list, its name, its sector. */
  which: z.object({ position: z.number().nullable(), name: z.string().nullable(), sector: z.string().nullable() }),
  fields: z.array(z.object({ field: z.string(), was: value, now: value })),
})

const line = z.object({
  act: id,
  verb: z.string(),
  kind: z.enum(actKinds),
  role: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
  undoes: id.nullable(),
  /** What the undone act was, where this one undoes. */
  undid: z.object({ verb: z.string(), kind: z.enum(actKinds), at: z.string() }).nullable(),
  undone: z.boolean(),
  /** Whether the reader did it herself. */
  mine: z.boolean(),
  /** Whether nothing touched its rows later: only then can it be undone. */
  newest: z.boolean(),
  /** The first twenty rows it changed; texts are cut to 200 characters, personal and structured values left out. */
  changes: z.array(change),
  /** How many more rows it changed. */
  more: z.number().int(),
})

export const readHistory = endpoint({
  name: 'ledger.readHistory',
  method: 'GET',
  path: '/api/ledger/history/:subject',
  summary: 'The acts about a record, newest first, each with what it changed from what to what.',
  allow: 'ledger.read',
  input: z.object({ subject: id, before: id.optional(), limit: pageSize }),
  output: z.object({ rows: z.array(line) }),
})

export const exportHistory = endpoint({
  name: 'ledger.exportHistory',
  method: 'GET',
  path: '/api/ledger/history/:subject/export.csv',
  summary: 'The acts about a record as a file (.csv, .xlsx, .pdf), newest first: when, who, in which role, what.',
  allow: 'ledger.take',
  input: z.object({ subject: id }),
  output: z.unknown(),
  gives: tableFiles,
})

export const readAct = endpoint({
  name: 'ledger.readAct',
  method: 'GET',
  path: '/api/ledger/acts/:id',
  summary: 'Did this act happen? Its stored answer, for a caller that lost the line.',
  allow: 'signed_in',
  input: z.object({ id }),
  output: z.object({ verb: z.string(), answer: z.unknown() }),
})

export const undoAct = endpoint({
  name: 'ledger.undoAct',
  method: 'POST',
  path: '/api/ledger/acts/:id/undo',
  summary: 'Take an own act back by a new act, while nothing later touched the same rows.',
  allow: 'ledger.undo',
  input: z.object({ act: actId, id }),
  output: z.object({ id, changes: z.number().int() }),
})

export const verifyLedger = endpoint({
  name: 'ledger.verify',
  method: 'GET',
  path: '/api/ledger/verification',
  summary: 'Recomputes leaves, digests and heads of this region and names every fault (at most 100).',
  allow: 'ledger.verify',
  input: z.object({}),
  output: z.object({
    acts: z.number().int(),
    changes: z.number().int(),
    heads: z.number().int(),
    personal: z.number().int(),
    unchained: z.number().int(),
    faults: z.array(z.object({ table: z.string(), id: z.string(), what: z.string() })),
  }),
})
