import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, note, pageSize, revision } from '../../shared/fields.ts'
import { mediaTypes } from '../files/model.ts'
import { taskShape } from '../followup/contract.ts'
import { newLinkShape } from '../links/contract.ts'
import { linkStates } from '../links/model.ts'
import { answerStates, partIds, sayings } from './model.ts'
import { part } from './shapes.ts'

const language = z.enum(['id', 'en', 'ja', 'ko'])
const written = z.object({ id, rev: z.number().int() })
const reason = note.refine((text) => [...text].length <= 2000, { params: { fault: 'too_long' } })

export const readPage = endpoint({
  name: 'sharing.readPage',
  method: 'GET',
  path: '/api/sharing/relations/:relation',
  summary:
    'What the partner of a relation may be shown, part by part, exactly as its page would say it; and to whom it was handed (at most 100). No parts while the partner is not known.',
  allow: 'relations.read',
  input: z.object({ relation: id }),
  output: z.object({
    parts: z.array(part).optional(),
    /** The language in which the partner is written to first. */
    language,
    pages: z.array(
      z.object({
        id,
        link: id,
        parts: z.array(z.enum(partIds)),
        party: z.string(),
        language,
        state: z.enum(linkStates),
        sharedOn: z.string(),
        expiresAt: z.string().nullable(),
        /** Acts, not looks. */
        uses: z.number().int(),
        usedAt: z.string().nullable(),
        linkRev: z.number().int(),
      }),
    ),
  }),
})

export const sharePage = endpoint({
  name: 'sharing.sharePage',
  method: 'POST',
  path: '/api/sharing/relations/:id/pages',
  summary: 'Hand a partner a link to its page of a relation, with the parts that were chosen and no other.',
  allow: 'relations.publish',
  input: z.object({
    act: actId,
    id,
    ...newLinkShape,
    parts: z
      .array(z.enum(partIds))
      .min(1, { error: 'required' })
      .max(partIds.length)
      .refine((parts) => new Set(parts).size === parts.length, { params: { fault: 'wrong' } }),
  }),
  output: z.object({ id, link: id }),
})

const answer = z.object({
  id,
  number: z.number().int(),
  said: z.enum(sayings),
  part: z.enum(partIds).nullable(),
  /** The part had changed between being looked at and being answered. */
  changed: z.boolean(),
  /** The part says something else today than what was answered. */
  behind: z.boolean(),
  title: z.string().nullable(),
  words: z.string().nullable(),
  wordsLang: language,
  field: z.string().nullable(),
  name: z.string().nullable(),
  role: z.string().nullable(),
  file: z.object({ id, name: z.string() }).nullable(),
  party: z.string(),
  answeredAt: z.string(),
  state: z.enum(answerStates),
  settledOn: z.string().nullable(),
  reason: z.string().nullable(),
  followUp: id.nullable(),
  rev: z.number().int(),
})

export const listAnswers = endpoint({
  name: 'sharing.listAnswers',
  method: 'GET',
  path: '/api/sharing/relations/:relation/answers',
  summary: 'What a partner said of its page, the newest first. Keyset: `after` is the last row seen.',
  allow: 'relations.read',
  input: z.object({ relation: id, after: id.optional(), limit: pageSize }),
  output: z.object({ rows: z.array(answer), waiting: z.number().int(), next: id.optional() }),
})

export const settleAnswer = endpoint({
  name: 'sharing.settleAnswer',
  method: 'POST',
  path: '/api/sharing/answers/:id/settle',
  summary:
    'Say what became of an answer: noted, or not used with the reason. The record itself is mended where it stands.',
  allow: 'relations.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    state: z.enum(['dicatat', 'tidak_dipakai']),
    reason: reason.optional(),
  }),
  output: written,
})

export const followAnswer = endpoint({
  name: 'sharing.followAnswer',
  method: 'POST',
  path: '/api/sharing/answers/:id/follow',
  summary: 'Make a follow-up of the relation out of an answer; by whom and until when, as far as it is known.',
  allow: 'followup.mend',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    ...taskShape,
    what: taskShape.what.unwrap(),
    sure: z.array(z.string().max(60)).max(20).optional(),
  }),
  output: written.extend({ followUp: id }),
})

export const readAnswerFile = endpoint({
  name: 'sharing.readAnswerFile',
  method: 'GET',
  path: '/api/sharing/answers/:id/file',
  summary: 'The file that came with a proposal, to save; a picture may be shown in place with `inline=1`.',
  allow: 'relations.read',
  input: z.object({ id, inline: z.literal('1').optional() }),
  output: z.unknown(),
  gives: Object.values(mediaTypes),
})
