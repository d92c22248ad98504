import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, pageSize, partialDate, revision, tableFiles } from '../../shared/fields.ts'
import { zones } from '../../shared/dates.ts'
import { capacities, officeIds } from '../reference/model.ts'
import { language, line, said, text } from './fields.ts'
import {
  completenessStates,
  contestLimits,
  contestStates,
  keptWords,
  missables,
  moments,
  partKinds,
  relationKinds,
} from './shapes.ts'

const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const closingTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
const slug = z.string().min(1).max(80)

/** What an edition is made of; null takes a value off. */
const edition = {
  titleLang: language.optional(),
  about: text(contestLimits.about).nullable().optional(),
  organiserWords: line(500).nullable().optional(),
  occasion: line(200).nullable().optional(),
  opensOn: day.nullable().optional(),
  closesOn: day.nullable().optional(),
  closesTime: closingTime.nullable().optional(),
  contestOn: partialDate.nullable().optional(),
  announceOn: day.nullable().optional(),
  lookBackOn: day.nullable().optional(),
  purgeOn: day.nullable().optional(),
  tiers: z.array(said(60)).max(20).optional(),
  goals: z.array(z.number().int().min(1).max(17)).max(17).optional(),
  excludesLastWinner: z.boolean().optional(),
  previous: id.nullable().optional(),
  leniency: text(2000).nullable().optional(),
  wantsPhotos: z.boolean().optional(),
}

const made = z.object({ id, slug: z.string() })
const kept = z.object({ id, rev: z.number().int() })
const done = z.object({ id })

const organiser = z.object({ id, name: z.string(), shortName: z.string().nullable() })
const row = z.object({
  id,
  slug: z.string(),
  title: z.string(),
  titleLang: z.string(),
  organiser,
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  closesTime: z.string().nullable(),
  contestOn: z.string().nullable(),
  state: z.enum(contestStates),
  entries: z.number().int(),
  published: z.boolean(),
  voidedOn: z.string().nullable(),
  zone: z.enum(zones),
})

const photo = z.object({
  id,
  file: id,
  moment: z.enum(moments),
  caption: z.string().nullable(),
  isPublic: z.boolean(),
})

export const entry = z.object({
  id,
  number: z.number().int(),
  name: z.string(),
  rtRw: z.string().nullable(),
  kecamatan: z.string().nullable(),
  village: z.string(),
  category: z.string().nullable(),
  enteredAt: z.string(),
  completeness: z.enum(completenessStates),
  missing: z.array(z.string()),
  /** What it lacks by the rule, as it stands now. */
  lacks: z.array(z.enum(missables)),
  checkedOn: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  photos: z.array(photo),
  /** Only for who runs the contest: a name, a number to call, what was written. */
  entrant: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
  words: z.string().nullable().optional(),
  wordsLang: z.string(),
  rev: z.number().int(),
})

export const contest = row.extend({
  about: z.string().nullable(),
  aboutLang: z.string(),
  organiserWords: z.string().nullable(),
  occasion: z.string().nullable(),
  opensAt: z.string().nullable(),
  closesBefore: z.string().nullable(),
  announceOn: z.string().nullable(),
  lookBackOn: z.string().nullable(),
  purgeOn: z.string().nullable(),
  purgedOn: z.string().nullable(),
  tiers: z.array(z.string()),
  goals: z.array(z.number()),
  excludesLastWinner: z.boolean(),
  previous: z.object({ id, slug: z.string(), title: z.string() }).nullable(),
  leniency: z.string().nullable(),
  wantsPhotos: z.boolean(),
  voidedReason: z.string().nullable(),
  categories: z.array(z.object({ id, name: z.string(), tier: z.string().nullable() })),
  sponsors: z.array(
    z.object({
      id,
      partner: z.object({ id, slug: z.string(), name: z.string() }).nullable(),
      offer: id.nullable(),
      /** What that offer is called, and its year. */
      offered: z.object({ what: z.string(), textLang: z.string(), year: z.number().int() }).nullable(),
      words: z.string().nullable(),
      wordsLang: z.string(),
    }),
  ),
  statements: z.array(
    z.object({
      id,
      speaker: z.string(),
      /** Who spoke, where it is an official on record. */
      official: id.nullable(),
      office: z.enum(officeIds).nullable(),
      capacity: z.enum(capacities).nullable(),
      words: z.string(),
      wordsLang: z.string(),
      rev: z.number().int(),
    }),
  ),
  relations: z.array(z.object({ id, relation: id, slug: z.string(), name: z.string(), kind: z.enum(relationKinds) })),
  lookBacks: z.array(
    z.object({
      id,
      lookedOn: z.string(),
      kept: z.enum(keptWords),
      words: z.string(),
      wordsLang: z.string(),
      entry: z.object({ number: z.number().int(), name: z.string() }).nullable(),
    }),
  ),
  /** How many stand in each state of the check; withdrawn ones count in none. */
  counts: z.object({
    all: z.number().int(),
    unchecked: z.number().int(),
    complete: z.number().int(),
    incomplete: z.number().int(),
    withdrawn: z.number().int(),
  }),
  /** Whether the caller may keep it: an agency keeps its own. */
  mayKeep: z.boolean(),
  levels: z.record(z.string(), z.enum(['reported', 'recorded', 'documented'])),
  rev: z.number().int(),
})

export const listContests = endpoint({
  name: 'contests.listContests',
  method: 'GET',
  path: '/api/contests',
  summary: 'The contests of the region, newest first, found by words of their title (at most 100).',
  allow: 'programmes.read',
  input: z.object({ q: z.string().max(200).optional() }),
  output: z.object({ rows: z.array(row) }),
})

export const readContest = endpoint({
  name: 'contests.readContest',
  method: 'GET',
  path: '/api/contests/by-address/:slug',
  summary: 'One edition: its facts, its window, who helps, what was seen when looking back.',
  allow: 'programmes.read',
  input: z.object({ slug }),
  output: contest,
})

export const addContest = endpoint({
  name: 'contests.addContest',
  method: 'POST',
  path: '/api/contests',
  summary: 'Begin an edition. An agency begins its own.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, title: name, organiserUnit: id, ...edition, relation: id.optional() }),
  output: made,
})

export const mendContest = endpoint({
  name: 'contests.mendContest',
  method: 'POST',
  path: '/api/contests/:id',
  summary:
    'Change an edition. What shortens a window that is open, or moves one that has closed, is asked again (`sure`).',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    title: name.optional(),
    ...edition,
    sure: z.array(z.string()).max(10).optional(),
  }),
  output: kept,
})

export const voidContest = endpoint({
  name: 'contests.voidContest',
  method: 'POST',
  path: '/api/contests/:id/void',
  summary: 'Take an edition back that was entered by mistake, with the reason; its public page goes with it.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: said(2000) }),
  output: kept,
})

export const publishContest = endpoint({
  name: 'contests.publishContest',
  method: 'POST',
  path: '/api/contests/:id/publish',
  summary: 'Show an edition to the world as it stands now. From then on it can be entered while its window is open.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: done,
})

export const withdrawContest = endpoint({
  name: 'contests.withdrawContest',
  method: 'POST',
  path: '/api/contests/:id/withdraw',
  summary: 'Take the public page of an edition back; its address then answers that it was withdrawn.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: done,
})

export const addCategory = endpoint({
  name: 'contests.addCategory',
  method: 'POST',
  path: '/api/contests/:id/categories',
  summary: 'Add a category (kampung, housing estate, school …), perhaps on a tier.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, name: said(120), tier: said(60).optional() }),
  output: done,
})

export const addSponsor = endpoint({
  name: 'contests.addSponsor',
  method: 'POST',
  path: '/api/contests/:id/sponsors',
  summary: 'Note who helps: a partner, perhaps by one of its CSR offers, or words where no company is named.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, partner: id.optional(), offer: id.optional(), words: said(500).optional() }),
  output: done,
})

export const relateContest = endpoint({
  name: 'contests.relateContest',
  method: 'POST',
  path: '/api/contests/:id/relations',
  summary: 'Say to which cooperation an edition belongs, or with which it is merely told in the same report.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, relation: id, kind: z.enum(relationKinds).default('belongs') }),
  output: done,
})

export const addLookBack = endpoint({
  name: 'contests.addLookBack',
  method: 'POST',
  path: '/api/contests/:id/look-backs',
  summary: 'Note what was seen when somebody looked again: what changed, and whether it was kept.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, entry: id.optional(), lookedOn: day, kept: z.enum(keptWords), words: said(3000) }),
  output: done,
})

export const dropPart = endpoint({
  name: 'contests.dropPart',
  method: 'POST',
  path: '/api/contests/parts/:id/drop',
  summary: 'Take off a category nobody entered, a helper, a statement, a cooperation, a photograph or a look back.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, kind: z.enum(partKinds) }),
  output: done,
})

const sought = {
  q: z.string().max(200).optional(),
  show: z.enum(['all', ...completenessStates, 'withdrawn']).default('all'),
}

export const listEntries = endpoint({
  name: 'contests.listEntries',
  method: 'GET',
  path: '/api/contests/:id/entries',
  summary: 'What was entered, by number; names and numbers of entrants only for who runs the contest.',
  allow: 'programmes.read',
  input: z.object({ id, ...sought, after: z.coerce.number().int().min(0).optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(entry),
    /** Numbers between these rows that were given and taken back by an undo: never given again. */
    cancelled: z.array(z.number().int()),
    next: z.number().int().optional(),
  }),
})

export const exportEntries = endpoint({
  name: 'contests.exportEntries',
  method: 'GET',
  path: '/api/contests/:id/entries/export.csv',
  summary: 'The entries as a file (.csv, .xlsx, .pdf), narrowed as on screen. It names who entered.',
  allow: 'programmes.take',
  input: z.object({ id, ...sought }),
  output: z.unknown(),
  gives: tableFiles,
})

export const addEntry = endpoint({
  name: 'contests.addEntry',
  method: 'POST',
  path: '/api/contests/:id/entries',
  summary: 'Enter a form that came on paper. The same statement decides, by the database’s clock.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    category: id.optional(),
    name: said(contestLimits.name),
    rtRw: said(40).optional(),
    kecamatan: said(80).optional(),
    village: said(80),
    entrant: said(120).optional(),
    phone: said(40).optional(),
    words: text(contestLimits.words).optional(),
  }),
  output: z.object({ id, number: z.number().int(), code: z.string() }),
})

export const checkEntry = endpoint({
  name: 'contests.checkEntry',
  method: 'POST',
  path: '/api/contests/entries/:id/check',
  summary: 'Say whether an entry is complete, and what is missing.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    completeness: z.enum(completenessStates),
    missing: z.array(said(200)).max(10).default([]),
  }),
  output: kept,
})

export const withdrawEntry = endpoint({
  name: 'contests.withdrawEntry',
  method: 'POST',
  path: '/api/contests/entries/:id/withdraw',
  summary: 'Take an entry out of the contest, with the reason; its number stays its own.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision, reason: said(2000) }),
  output: kept,
})

export const addEntryPhoto = endpoint({
  name: 'contests.addEntryPhoto',
  method: 'POST',
  path: '/api/contests/entries/:id/photos',
  summary: 'Add a photograph of an entry: before, after, or found when looking back.',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    file: id,
    moment: z.enum(moments),
    caption: said(500).optional(),
    isPublic: z.boolean().default(false),
  }),
  output: done,
})
