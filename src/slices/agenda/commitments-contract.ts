import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, partialDate, per, revision } from '../../shared/fields.ts'
import { followUp, taskShape } from '../followup/contract.ts'
import { officeIds } from '../reference/model.ts'
import { commitmentSides, newsStates } from './commitments-model.ts'
import { activityKinds, weekdays } from './model.ts'
import { language } from './points-contract.ts'
import { reason } from './said-contract.ts'

const sure = z.array(z.string().max(60)).max(20).optional()
const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })

/** What was promised, in the officer's own words, at most 1000 code points. */
const words = z
  .string()
  .max(4000)
  .pipe(note)
  .refine((text) => text !== '', { params: { fault: 'required' } })
  .refine((text) => [...text].length <= 1000, { params: { fault: 'too_long' } })
const evidence = z
  .string()
  .max(8000)
  .pipe(note)
  .refine((text) => [...text].length <= 2000, { params: { fault: 'too_long' } })

export const commitment = z.object({
  id,
  position: z.number().int(),
  side: z.enum(commitmentSides),
  words: z.string(),
  wordsLang: z.string(),
  speaker: z.object({
    givenName: z.string(),
    familyName: z.string(),
    nameLang: z.string().nullish(),
    office: z.enum(officeIds).optional(),
    /** Absent for the definitive holder. */
    capacity: z.enum(['pj', 'plt', 'plh']).optional(),
  }),
  /** To whom it was said. */
  told: z.string().optional(),
  /** Until when, only if that was said. */
  dueOn: z.string().optional(),
  statement: id.optional(),
  /** One of the meeting's relations, where it belongs to that one alone. */
  relation: id.optional(),
  activity: z.object({
    id,
    slug: z.string(),
    kind: z.enum(activityKinds).optional(),
    about: z.string(),
    occurredOn: z.string(),
    weekday: z.enum(weekdays).optional(),
    published: z.boolean(),
  }),
  level: z.enum(['reported', 'recorded', 'documented']),
  /** What was heard of it, the earliest first; always empty for the partner's. */
  news: z.array(
    z.object({
      id,
      state: z.enum(newsStates),
      saidOn: z.string(),
      note: z.string().optional(),
      file: id.optional(),
      rev: z.number().int(),
    }),
  ),
  /** What we do about it. */
  task: followUp.optional(),
  /** Since when the world sees it, or since when no longer; `isBehind` where it reads something else than stands now. */
  publication: z.object({ at: z.string(), withdrawnOn: z.string().optional(), isBehind: z.boolean() }).optional(),
  voided: z.object({ on: z.string(), reason: z.string() }).optional(),
  rev: z.number().int(),
})

/** What commitments are narrowed by. */
export const soughtCommitments = {
  relation: id.optional(),
  side: z.enum(commitmentSides).optional(),
  /** Words of what was promised, who said it, and the meeting. */
  q: z.string().max(200).optional(),
}

export const listCommitments = endpoint({
  name: 'agenda.listCommitments',
  method: 'GET',
  path: '/api/agenda/commitments',
  summary:
    'Commitments of a meeting, voided ones too, or of a relation or the whole region up to the visitor’s day, the newest meeting first, a page of at most 200. `after` is the id of the last one seen.',
  allow: 'agenda.read',
  input: z
    .object({
      activity: id.optional(),
      ...soughtCommitments,
      per,
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(200),
    })
    .refine(({ activity, relation }) => activity === undefined || relation === undefined, {
      path: ['relation'],
      params: { fault: 'wrong' },
    }),
  output: z.object({ rows: z.array(commitment), next: id.optional() }),
})

export const addCommitment = endpoint({
  name: 'agenda.addCommitment',
  method: 'POST',
  path: '/api/agenda/activities/:id/commitments',
  summary:
    'Note a commitment: who said what to whom, until when if it was said. A statement gives words, voice, side and sources where they are not given; `source` with `quote` (exact words of its filed text) says where it is known from. Doubts (`dueOn`, `words`) are asked.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    statement: id.optional(),
    side: z.enum(commitmentSides).optional(),
    words: words.optional(),
    wordsLang: language.optional(),
    official: id.optional(),
    person: id.optional(),
    speaker: name.optional(),
    told: name.optional(),
    dueOn: partialDate.optional(),
    relation: id.optional(),
    source: id.optional(),
    quote: evidence.optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const mendCommitment = endpoint({
  name: 'agenda.mendCommitment',
  method: 'POST',
  path: '/api/agenda/commitments/:id',
  summary: 'Correct a commitment. null empties a value, an absent one stays.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    words: words.optional(),
    wordsLang: language.optional(),
    told: name.nullable().optional(),
    dueOn: partialDate.nullable().optional(),
    relation: id.nullable().optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const sayNews = endpoint({
  name: 'agenda.sayCommitmentNews',
  method: 'POST',
  path: '/api/agenda/commitments/:id/news',
  summary:
    'Say how it stands with a commitment of ours: running, or done with a note or a file. The partner’s are never graded.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    state: z.enum(newsStates),
    /** The visitor's day where it is not given. */
    saidOn: day.optional(),
    note: evidence.optional(),
    file: id.optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropNews = endpoint({
  name: 'agenda.dropCommitmentNews',
  method: 'POST',
  path: '/api/agenda/commitment-news/:id/drop',
  summary: 'Take back what was said by mistake of how it stands with a commitment; the history stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const followCommitment = endpoint({
  name: 'agenda.followCommitment',
  method: 'POST',
  path: '/api/agenda/commitments/:id/task',
  summary:
    'Let a follow-up be born from a commitment of ours; its words are what is done where nothing else is said. One is open at a time.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, ...taskShape, sure }),
  output: z.object({ id, rev: z.number().int() }),
})

export const voidCommitment = endpoint({
  name: 'agenda.voidCommitment',
  method: 'POST',
  path: '/api/agenda/commitments/:id/void',
  summary:
    'Void a commitment that was noted wrongly, with a reason: it is taken back from the world and what is open of it is dropped. It stays readable with its meeting.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, reason }),
  output: z.object({ id, rev: z.number().int() }),
})

export const publishCommitment = endpoint({
  name: 'agenda.publishCommitment',
  method: 'POST',
  path: '/api/agenda/commitments/:id/publish',
  summary:
    'Show one commitment of ours to the world as it stands now: words, who gave them in which office, standing, sources. Where it may not be, not_yet says why: ours, office, stands, activity.',
  allow: 'agenda.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const withdrawCommitment = endpoint({
  name: 'agenda.withdrawCommitment',
  method: 'POST',
  path: '/api/agenda/commitments/:id/withdraw',
  summary: 'Take a commitment back from the world; the day it was taken back stays public. Twice is once.',
  allow: 'agenda.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})
