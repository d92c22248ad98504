/** What forms choose from: names alone, also for staff of agencies, who open neither cooperations nor partners. */
import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { sectorIds } from '../reference/model.ts'

export const findChoices = endpoint({
  name: 'relations.findChoices',
  method: 'GET',
  path: '/api/relations/list/choices',
  summary: 'Names of cooperations or partners by words of any name, at most 20, to choose one in a form.',
  allow: 'programmes.read',
  input: z.object({ of: z.enum(['relation', 'partner']), q: z.string().max(200).optional() }),
  output: z.object({
    rows: z
      .array(
        z.object({
          id,
          /** Absent while nobody knows who the partner is. */
          name: z.string().optional(),
          names: z.partialRecord(z.enum(languages), z.string()),
        }),
      )
      .max(20),
  }),
})

export const nameFields = endpoint({
  name: 'relations.nameFields',
  method: 'GET',
  path: '/api/relations/:id/fields/names',
  summary: 'What the fields of a cooperation are called, to choose among them in a form.',
  allow: 'programmes.read',
  input: z.object({ id }),
  output: z.object({
    rows: z.array(z.object({ id, sector: z.enum(sectorIds).optional(), name: z.string().optional() })),
  }),
})
