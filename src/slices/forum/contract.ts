import { z } from 'zod'
import { isDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import {
  actId,
  id,
  name,
  pageSize,
  partialDate,
  per,
  revision,
  tableFiles,
  withoutIdentity,
} from '../../shared/fields.ts'
import { mediaTypes } from '../files/model.ts'
import { outcomes as followOutcomes } from '../followup/model.ts'
import { oneLine, said, text } from './growing-contract.ts'
import { issueLimits, outcomes, publicParts, standings, strategicKinds, themes } from './model.ts'

export { closeAgreement, dropStrategic, linkStrategic, openAgreement } from './growing-contract.ts'

const day = z.string().refine(isDate, { params: { fault: 'not_a_date' } })
const sure = z.array(z.string().max(60)).max(20).optional()
/** An issue's words, on one line, at most 500 code points. */
const issueWords = oneLine(issueLimits.words)
const language = z.string().regex(/^[a-z]{2}(-[A-Za-z]{4})?$/)
const slug = z.string().max(120)
/** The follow-up that was on screen; somebody who saw another one is told as `stale`. */
const seen = z.object({ id, rev: revision }).optional()

const relation = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  names: z.record(z.string(), z.string()).optional(),
})
const meeting = z.object({ id, slug: z.string(), about: z.string(), occurredOn: z.string() })

const task = z.object({
  id,
  root: id,
  what: z.string().optional(),
  unit: z.object({ id, name: z.string() }).optional(),
  member: z.object({ id, name: z.string(), left: z.boolean() }).optional(),
  owner: z.string().optional(),
  state: z.enum(['running', 'stuck']).optional(),
  dueOn: z.string().optional(),
  fromOn: z.string(),
  endedOn: z.string().optional(),
  outcome: z.enum(followOutcomes).optional(),
  note: z.string().optional(),
  said: z.enum(['done', 'running', 'stuck']).optional(),
  rev: z.number().int(),
})

const decision = z.object({ id, outcome: z.enum(outcomes), reason: z.string().optional(), decidedOn: z.string() })

export const issue = z.object({
  id,
  slug: z.string(),
  theme: z.enum(themes).optional(),
  words: z.string(),
  wordsLang: z.string(),
  raisedOn: z.string(),
  rev: z.number().int(),
  relations: z.array(relation),
  /** The meetings that it came up at, the one that gave it first. */
  raised: z.array(meeting.extend({ point: id, words: z.string() })),
  task: task.optional(),
  decided: decision.optional(),
  agreement: z.object({ id, openedOn: z.string() }).optional(),
  standing: z.enum(standings),
  published: z.boolean(),
})

const strategic = z.object({
  id,
  kind: z.enum(strategicKinds),
  code: z.string().optional(),
  words: z.string(),
  sourceWords: z.string().optional(),
  /** The cooperation it belongs to as a whole; absent where it is the issue's own. */
  relation: id.optional(),
  rev: z.number().int(),
})

/** What issues are narrowed by. */
const sought = {
  relation: id.optional(),
  theme: z.enum(themes).optional(),
  standing: z.enum([...standings, 'open', 'overdue', 'unowned']).optional(),
  unit: id.optional(),
  q: z.string().max(200).optional(),
}

export const listIssues = endpoint({
  name: 'forum.listIssues',
  method: 'GET',
  path: '/api/forum/issues',
  summary:
    'The issues of all forums on the visitor’s day, the newest raised first: by cooperation, theme, standing (also open, overdue, unowned), agency and words. Of a region with more than 1,000 the newest are looked through.',
  allow: 'programmes.read',
  input: z.object({ ...sought, per, after: id.optional(), limit: pageSize }),
  output: z.object({ on: z.string(), rows: z.array(issue), total: z.number().int(), next: id.optional() }),
})

export const exportIssues = endpoint({
  name: 'forum.exportIssues',
  method: 'GET',
  path: '/api/forum/issue-list/export.csv',
  summary: 'The same list as a file (.csv, .xlsx, .pdf). It names who answers.',
  allow: 'programmes.take',
  input: z.object(sought),
  output: z.unknown(),
  gives: tableFiles,
})

export const readIssue = endpoint({
  name: 'forum.readIssue',
  method: 'GET',
  path: '/api/forum/issues/:slug',
  summary:
    'An issue by its address on the visitor’s day: who promised what and how often the day was moved, answer, evidence, decisions, what it supports, the next planned meeting of its row, and its publication.',
  allow: 'programmes.read',
  input: z.object({ slug, per }),
  output: z.object({
    on: z.string(),
    issue,
    promises: z.array(
      z.object({
        from: z.string(),
        unit: z.string().optional(),
        owner: z.string().optional(),
        dueOn: z.string().optional(),
      }),
    ),
    moved: z.number().int(),
    decisions: z.array(decision),
    evidence: z.array(
      z.object({
        id,
        words: z.string().nullable(),
        seenOn: z.string(),
        file: z.object({ id, name: z.string(), kind: z.string(), bytes: z.number() }).nullable(),
        rev: z.number().int(),
      }),
    ),
    strategic: z.array(strategic),
    /** The next planned meeting that takes it up, and how many meetings it came past. */
    next: meeting.optional(),
    times: z.number().int(),
    publication: z
      .object({
        at: z.string(),
        withdrawnOn: z.string().optional(),
        shown: z.array(z.enum(publicParts)),
        isBehind: z.boolean(),
      })
      .optional(),
    /** Whether the caller may keep evidence here. */
    keeps: z.boolean(),
  }),
})

export const listRaisable = endpoint({
  name: 'forum.listRaisable',
  method: 'GET',
  path: '/api/forum/points',
  summary:
    'Points discussed that are no issue yet (at most 100, the newest meeting first): of one cooperation, or with estates, companies and chambers, there also of one meeting.',
  allow: 'programmes.read',
  input: z.object({ relation: id.optional(), activity: id.optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        point: id,
        words: z.string(),
        wordsLang: z.string(),
        theme: z.enum(themes).nullable(),
        slug: z.string(),
        about: z.string(),
        occurredOn: z.string(),
      }),
    ),
  }),
})

export const raiseIssue = endpoint({
  name: 'forum.raiseIssue',
  method: 'POST',
  path: '/api/forum/issues',
  summary:
    'Make an issue: of a point discussed (words, theme, day and cooperations come from it), or by hand. A point that is one already answers that one (`existed`). The same words as something open are asked (`words`).',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    point: id.optional(),
    relations: z.array(id).max(issueLimits.relations).optional(),
    words: issueWords.optional(),
    wordsLang: language.optional(),
    theme: z.enum(themes).optional(),
    raisedOn: partialDate.optional(),
    sure,
  }),
  output: z.object({ id, slug: z.string(), existed: z.boolean() }),
})

export const joinPoint = endpoint({
  name: 'forum.joinPoint',
  method: 'POST',
  path: '/api/forum/issues/:id/points',
  summary: 'Say that a point of another meeting is this issue again, so that nothing stands twice.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, point: id }),
  output: z.object({ id }),
})

export const mendIssue = endpoint({
  name: 'forum.mendIssue',
  method: 'POST',
  path: '/api/forum/issues/:id',
  summary: 'Correct an issue: its words, or its theme (null: none).',
  allow: 'programmes.keep',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    words: issueWords.optional(),
    theme: z.enum(themes).nullable().optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const promiseIssue = endpoint({
  name: 'forum.promiseIssue',
  method: 'POST',
  path: '/api/forum/issues/:id/promise',
  summary:
    'Say who answers an issue and until when; what stood before stays in its history. null empties a value. A day that has passed is asked (`dueOn`).',
  allow: 'followup.mend',
  input: z.object({
    act: actId,
    id,
    task: seen,
    unit: id.nullable().optional(),
    member: id.nullable().optional(),
    owner: name
      .refine(...withoutIdentity)
      .nullable()
      .optional(),
    dueOn: day.nullable().optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const answerIssue = endpoint({
  name: 'forum.answerIssue',
  method: 'POST',
  path: '/api/forum/issues/:id/answer',
  summary: 'Note what was answered to an issue; a file that the caller kept becomes evidence.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, task: seen, words: said, file: id.optional() }),
  output: z.object({ id }),
})

export const addEvidence = endpoint({
  name: 'forum.addEvidence',
  method: 'POST',
  path: '/api/forum/issues/:id/evidence',
  summary:
    'Keep what shows that an answer is kept: words, a file that the caller kept, or both, with the day it shows.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, words: text.optional(), file: id.optional(), seenOn: partialDate.optional() }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropEvidence = endpoint({
  name: 'forum.dropEvidence',
  method: 'POST',
  path: '/api/forum/evidence/:id/drop',
  summary: 'Take evidence off that was kept by mistake; the history stays.',
  allow: 'programmes.keep',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const readEvidence = endpoint({
  name: 'forum.readEvidence',
  method: 'GET',
  path: '/api/forum/evidence/:id/file',
  summary: 'The file of an evidence, to save; a picture may be shown in place with `inline=1`.',
  allow: 'programmes.read',
  input: z.object({ id, inline: z.literal('1').optional() }),
  output: z.unknown(),
  gives: Object.values(mediaTypes),
})

export const decideIssue = endpoint({
  name: 'forum.decideIssue',
  method: 'POST',
  path: '/api/forum/issues/:id/decisions',
  summary:
    'Decide what becomes of an issue: closed (it wants an answer), continued at the next forum, not continued (with a reason), opened again. `decided` is the decision that was on screen.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, outcome: z.enum(outcomes), reason: text.optional(), decided: id.optional() }),
  output: z.object({ id }),
})

export const publishIssue = endpoint({
  name: 'forum.publishIssue',
  method: 'POST',
  path: '/api/forum/issues/:id/publish',
  summary:
    'Show an issue to the world as it stands now; who answers, until when and the answer only where `show` names them. Without `show` the last choice holds.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id, show: z.array(z.enum(publicParts)).max(3).optional() }),
  output: z.object({ id }),
})

export const withdrawIssue = endpoint({
  name: 'forum.withdrawIssue',
  method: 'POST',
  path: '/api/forum/issues/:id/withdraw',
  summary: 'Take an issue back from the world; its address then says so. Twice is once.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const readForumOf = endpoint({
  name: 'forum.readForumOf',
  method: 'GET',
  path: '/api/forum/of/:relation',
  summary:
    'What a cooperation has in issues on a day: how many stand how, its open KSDPK process, and what it supports.',
  allow: 'programmes.read',
  input: z.object({ relation: id, per }),
  output: z.object({
    counts: z.record(z.enum(standings), z.number().int()),
    total: z.number().int(),
    agreement: z
      .object({
        id,
        openedOn: z.string(),
        rev: z.number().int(),
        issues: z.array(z.object({ id, slug: z.string(), words: z.string(), wordsLang: z.string() })),
      })
      .optional(),
    strategic: z.array(strategic),
  }),
})

export const readYear = endpoint({
  name: 'forum.readYear',
  method: 'GET',
  path: '/api/forum/years/:slug',
  summary:
    'A year of an estate, a company or a chamber by its cooperation’s address: the issues raised in it as they stand on the visitor’s day, counted by theme, and the years that have any.',
  allow: 'programmes.read',
  input: z.object({
    slug,
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  }),
  output: z.object({
    on: z.string(),
    year: z.string(),
    years: z.array(z.string()),
    relation,
    rows: z.array(issue),
  }),
})

export const exportYear = endpoint({
  name: 'forum.exportYear',
  method: 'GET',
  path: '/api/forum/year-list/export.csv',
  summary: 'The issues of such a year as a file (.csv, .xlsx, .pdf). It names who answers.',
  allow: 'programmes.take',
  input: z.object({
    slug,
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  }),
  output: z.unknown(),
  gives: tableFiles,
})
