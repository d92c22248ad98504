/** Who is behind a cooperation: whose initiative it was, and who turns out to stand behind a label. */
import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, revision } from '../../shared/fields.ts'
import { partnerKinds } from '../procedures/model.ts'
import { sure, written } from './shapes.ts'

export const sayInitiative = endpoint({
  name: 'relations.sayInitiative',
  method: 'POST',
  path: '/api/relations/:id/initiative',
  summary:
    'Say on whose initiative the newest run of the procedure began, and whether people of this country who live in the partner’s recommended it; null: not known.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    initiator: z.enum(['region', 'partner', 'third_party']).nullable(),
    referral: z.enum(['diaspora']).nullable(),
  }),
  output: written,
})

export const setPartner = endpoint({
  name: 'relations.setPartner',
  method: 'POST',
  path: '/api/relations/:id/partner',
  summary:
    'Say who the partner of a relation is that had only a label: a known one, or a new one by name, kind and country, entered in the same act. What it is decides which procedure runs.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    partner: id.optional(),
    /** Entered with it where nobody recorded it yet; one that looks like a known one is asked about (`sure: name`). */
    newPartner: z
      .object({
        name,
        kind: z.enum(partnerKinds).optional(),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
      })
      .optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int(), process: id.nullable(), procedure: z.string().nullable() }),
})
