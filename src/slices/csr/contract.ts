import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, partialDate, revision, tableFiles } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { newLinkShape } from '../links/contract.ts'
import { lacks } from './matching.ts'
import { limits, needFields, needStandings, realisationStandings } from './model.ts'
import { rupiah, said, text, year } from './shapes.ts'

export { addOffer, endOffer, listOffers, mendOffer } from './offers-contract.ts'
export { listCompanies, publishCompany, readCompany, withdrawCompany } from './companies-contract.ts'

const language = z.enum(languages)
const sure = z.array(z.string().max(60)).max(20).optional()
const written = z.object({ id, rev: z.number().int() })
const field = z.enum(needFields)
const standing = z.enum(needStandings)

export const sought = {
  q: z.string().max(200).optional(),
  field: field.optional(),
  standing: standing.optional(),
}

const company = z.object({ id, slug: z.string(), name: z.string() })

export const needRow = z.object({
  id,
  slug: z.string(),
  title: z.string(),
  textLang: language,
  village: z.string(),
  district: z.string(),
  field,
  cost: z.number().int().nullable(),
  year: z.number().int(),
  musrenbang: z.string().nullable(),
  apbd: z.boolean(),
  standing,
  enteredOn: z.string(),
  company: z.string().nullable(),
  rev: z.number().int(),
})

export const listNeeds = endpoint({
  name: 'csr.listNeeds',
  method: 'GET',
  path: '/api/csr/needs',
  summary: 'Needs of villages, newest first, narrowed by words, field and standing; with how many stand where.',
  allow: 'programmes.read',
  input: z.object({ ...sought, after: id.optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(needRow),
    /** Of what is sought, whatever its standing. */
    counts: z.record(standing, z.number().int()),
    next: id.optional(),
  }),
})

export const exportNeeds = endpoint({
  name: 'csr.exportNeeds',
  method: 'GET',
  path: '/api/csr/needs/export.csv',
  summary: 'Needs of villages as a file (.csv, .xlsx, .pdf), narrowed as on screen; what was promised and confirmed.',
  allow: 'programmes.read',
  input: z.object(sought),
  output: z.unknown(),
  gives: tableFiles,
})

const file = z.object({ id, name: z.string(), kind: z.string() })

const realisation = z.object({
  id,
  position: z.number().int(),
  occurredOn: z.string(),
  words: z.string().nullable(),
  wordsLang: language,
  value: z.number().int().nullable(),
  inKind: z.string().nullable(),
  hibah: z.boolean(),
  bast: z.string().nullable(),
  reportedOn: z.string(),
  /** Told by the company through its link; otherwise an officer wrote it down. */
  byCompany: z.boolean(),
  standing: z.enum(realisationStandings),
  answer: z.string().nullable(),
  answerLang: language.nullable(),
  answerName: z.string().nullable(),
  answeredOn: z.string().nullable(),
  evidence: z.array(file.extend({ side: z.enum(['perusahaan', 'desa', 'petugas']) })),
  rev: z.number().int(),
})

const match = z.object({
  id,
  offer: z.object({ id, what: z.string(), company }),
  committed: z.number().int().nullable(),
  inKind: z.string().nullable(),
  reason: z.string().nullable(),
  proposed: z.boolean(),
  overlapWords: z.string().nullable(),
  overlapReason: z.string().nullable(),
  matchedOn: z.string(),
  endedOn: z.string().nullable(),
  endedReason: z.string().nullable(),
  rev: z.number().int(),
  realisations: z.array(realisation),
})

export const readNeed = endpoint({
  name: 'csr.readNeed',
  method: 'GET',
  path: '/api/csr/needs/:slug',
  summary: 'A need with its cooperations, its matches (at most 20) and what came of each.',
  allow: 'programmes.read',
  input: z.object({ slug: z.string().max(120) }),
  output: needRow.extend({
    description: z.string().nullable(),
    place: z.string().nullable(),
    photo: file.extend({ caption: z.string() }).nullable(),
    apbdWords: z.string().nullable(),
    unit: z.object({ id, name: z.string() }).nullable(),
    closedReason: z.string().nullable(),
    movedOn: z.string(),
    relations: z.array(z.object({ id, slug: z.string(), name: z.string() })),
    matches: z.array(match),
    /** When it was published last, and whether something changed since. */
    published: z.object({ at: z.string(), behind: z.boolean() }).nullable(),
    /** Whether the caller may keep it: officers all, an agency its own. */
    mayKeep: z.boolean(),
  }),
})

const needShape = {
  title: name,
  village: name,
  district: name,
  field,
  description: said(limits.description).nullable().optional(),
  place: said(500).nullable().optional(),
  textLang: language.optional(),
  /** Whole rupiah; null: not worked out yet. */
  cost: rupiah.nullable().optional(),
  photo: id.nullable().optional(),
  photoCaption: said(500).nullable().optional(),
  musrenbang: text(100).nullable().optional(),
  year,
  apbd: z.boolean().optional(),
  apbdWords: text(500).nullable().optional(),
  unit: id.nullable().optional(),
  relations: z.array(id).max(limits.relations).optional(),
}

export const addNeed = endpoint({
  name: 'csr.addNeed',
  method: 'POST',
  path: '/api/csr/needs',
  summary: 'Enter what a village needs. A cost that is unusually small or large is asked about (`sure`).',
  allow: 'programmes.keep',
  input: z.object({ act: actId, ...needShape, sure }),
  output: z.object({ id, slug: z.string() }),
})

export const mendNeed = endpoint({
  name: 'csr.mendNeed',
  method: 'POST',
  path: '/api/csr/needs/:id',
  summary: 'Correct a need; null empties a value, an absent one stays.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, ...z.object(needShape).partial().shape, sure }),
  output: written,
})

export const moveNeed = endpoint({
  name: 'csr.moveNeed',
  method: 'POST',
  path: '/api/csr/needs/:id/move',
  summary:
    'Open a need for offers, say that it is fulfilled (a village has confirmed it), close it with a reason, or open it again.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    to: z.enum(['terbuka', 'terwujud', 'ditutup']),
    reason: text(2000).optional(),
  }),
  output: written,
})

export const matchNeed = endpoint({
  name: 'csr.matchNeed',
  method: 'POST',
  path: '/api/csr/needs/:id/match',
  summary:
    'Say which offer meets a need, what the company promises for it, and why. What the budget has too must be acknowledged.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    offer: id,
    committed: rupiah.optional(),
    inKind: text(500).optional(),
    reason: text(2000),
    /** Of a computed proposal: its reasons, as they were. */
    grounds: z.array(z.string().max(40)).max(20).optional(),
    overlapReason: text(2000).optional(),
    sure,
  }),
  output: z.object({ id, match: id, rev: z.number().int() }),
})

export const endMatch = endpoint({
  name: 'csr.endMatch',
  method: 'POST',
  path: '/api/csr/matches/:id/end',
  summary: 'Say that an offer does not meet the need after all, and why; the need is open again.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: text(2000) }),
  output: written,
})

export const reportRealisation = endpoint({
  name: 'csr.reportRealisation',
  method: 'POST',
  path: '/api/csr/matches/:id/realisations',
  summary:
    'Write down what a company has done: day, value in rupiah as the company told it or what in kind, with files that show it.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    occurredOn: partialDate,
    words: said(limits.words).optional(),
    value: rupiah.optional(),
    inKind: text(500).optional(),
    hibah: z.boolean().optional(),
    bast: text(100).optional(),
    files: z.array(id).max(limits.evidence).optional(),
    sure,
  }),
  output: written,
})

export const voidRealisation = endpoint({
  name: 'csr.voidRealisation',
  method: 'POST',
  path: '/api/csr/realisations/:id/void',
  summary: 'Say that a report of realisation was written down wrongly, and why; it counts nowhere any more.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: text(2000) }),
  output: written,
})

export const shareWithVillage = endpoint({
  name: 'csr.shareWithVillage',
  method: 'POST',
  path: '/api/csr/needs/:id/village',
  summary: 'Hand the village a link by which it confirms or disputes what the company says it has done.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, ...newLinkShape }),
  output: z.object({ id, link: id }),
})

export const shareWithCompany = endpoint({
  name: 'csr.shareWithCompany',
  method: 'POST',
  path: '/api/csr/matches/:id/company',
  summary: 'Hand the company a link by which it reports what it has done; it can never confirm that itself.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, ...newLinkShape }),
  output: z.object({ id, link: id }),
})

export const publishNeed = endpoint({
  name: 'csr.publishNeed',
  method: 'POST',
  path: '/api/csr/needs/:id/publish',
  summary: 'Publish a need as it stands now; with its photograph, without what the camera wrote into it.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const withdrawNeed = endpoint({
  name: 'csr.withdrawNeed',
  method: 'POST',
  path: '/api/csr/needs/:id/withdraw',
  summary: 'Take the public page of a need back; its address then answers that it was withdrawn.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const readProposals = endpoint({
  name: 'csr.readProposals',
  method: 'GET',
  path: '/api/csr/proposals',
  summary:
    'Which open need best goes to which offer, computed over all of them, with reasons; and why others stay without. At most 200 of each; nothing is saved.',
  allow: 'programmes.read',
  input: z.object({ field: field.optional(), need: id.optional() }),
  output: z.object({
    needs: z.number().int(),
    offers: z.number().int(),
    /** At least so much of the best there can be, in thousandths; 1,000: nothing better exists. */
    share: z.number().int(),
    pairs: z.array(
      z.object({
        need: needRow,
        offer: z.object({
          id,
          what: z.string(),
          company,
          left: z.number().int().nullable(),
          inKind: z.string().nullable(),
        }),
        score: z.number().int(),
        grounds: z.array(z.string()),
      }),
    ),
    without: z.array(z.object({ need: needRow, lack: z.enum(lacks), most: z.number().optional() })),
    /** How many there are in all. */
    totals: z.object({ pairs: z.number().int(), without: z.number().int() }),
  }),
})
