import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, revision } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { limits, needFields } from './model.ts'
import { rupiah, text, year } from './shapes.ts'

const language = z.enum(languages)
const written = z.object({ id, rev: z.number().int() })
const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const sure = z.array(z.string().max(60)).max(20).optional()

export const offerRow = z.object({
  id,
  company: z.object({ id, slug: z.string(), name: z.string() }),
  what: z.string(),
  description: z.string().nullable(),
  textLang: language,
  fields: z.array(z.enum(needFields)),
  places: z.array(z.string()),
  ceiling: z.number().int().nullable(),
  inKind: z.string().nullable(),
  most: z.number().int(),
  year: z.number().int(),
  untilOn: z.string().nullable(),
  offeredOn: z.string(),
  endedOn: z.string().nullable(),
  endedReason: z.string().nullable(),
  /** What was promised of it in rupiah, and to how many needs. */
  promised: z.number().int(),
  needs: z.number().int(),
  rev: z.number().int(),
})

export const listOffers = endpoint({
  name: 'csr.listOffers',
  method: 'GET',
  path: '/api/csr/offers',
  summary: 'Offers of companies, newest first, of one company or of a year; with what was promised of each.',
  allow: 'programmes.read',
  input: z.object({
    partner: id.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    /** Only what still has room and has not ended. */
    open: z.literal('1').optional(),
    after: id.optional(),
    limit: pageSize,
  }),
  output: z.object({ rows: z.array(offerRow), next: id.optional() }),
})

const offerShape = {
  what: name,
  description: text(limits.description).nullable().optional(),
  textLang: language.optional(),
  fields: z.array(z.enum(needFields)).max(needFields.length).optional(),
  places: z.array(name).max(limits.places).optional(),
  /** Whole rupiah. */
  ceiling: rupiah.nullable().optional(),
  inKind: text(500).nullable().optional(),
  /** For how many needs at most. */
  most: z.number().int().min(1).max(50).optional(),
  year,
  untilOn: day.nullable().optional(),
}

export const addOffer = endpoint({
  name: 'csr.addOffer',
  method: 'POST',
  path: '/api/csr/offers',
  summary:
    'Enter what a company offers: a ceiling in rupiah or what in kind, for which fields and places. Money never passes the region.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, partner: id, ...offerShape, sure }),
  output: written,
})

export const mendOffer = endpoint({
  name: 'csr.mendOffer',
  method: 'POST',
  path: '/api/csr/offers/:id',
  summary: 'Correct an offer; null empties a value, an absent one stays. It stays as large as what was promised of it.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, ...z.object(offerShape).partial().shape, sure }),
  output: written,
})

export const endOffer = endpoint({
  name: 'csr.endOffer',
  method: 'POST',
  path: '/api/csr/offers/:id/end',
  summary: 'Say that an offer is over, and why; what was promised of it stays.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: text(2000) }),
  output: written,
})
