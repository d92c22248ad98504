import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, pageSize, tableFiles } from '../../shared/fields.ts'
import { letterWays, silenceKinds } from './silence-model.ts'

const kind = z.enum(silenceKinds)

export const listSilences = endpoint({
  name: 'relations.listSilences',
  method: 'GET',
  path: '/api/silences',
  summary:
    'What is silent on the visitor’s day, the longest first: no news, a letter of intent without text, a text without activity, a step without owner, a letter without answer, a text that ends. Inside only.',
  allow: 'relations.read',
  input: z.object({
    kind: kind.optional(),
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}_[a-z-]+$/)
      .optional(),
    limit: pageSize,
  }),
  output: z.object({
    rows: z.array(
      z.object({
        kind,
        subject: id,
        /** Of a letter without answer: it came in, went out as registered, or was written here. Nothing else of it. */
        way: z.enum(letterWays).nullable(),
        relation: z.object({
          id,
          slug: z.string(),
          name: z.string(),
          names: z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string()),
        }),
        /** As far as it is known; of a text that ends, its last day. */
        since: z.string(),
        days: z.number().int(),
      }),
    ),
    /** Of at most 1,001. */
    total: z.number().int(),
    /** How many of each kind. */
    counts: z.partialRecord(kind, z.number().int()),
    next: z.string().optional(),
  }),
})

export const exportSilences = endpoint({
  name: 'relations.exportSilences',
  method: 'GET',
  path: '/api/silences/export.csv',
  summary: 'What is silent as a file (.csv, .xlsx, .pdf), the longest first.',
  allow: 'relations.read',
  input: z.object({ kind: kind.optional() }),
  output: z.unknown(),
  gives: tableFiles,
})
