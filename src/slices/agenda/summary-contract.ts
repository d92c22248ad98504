import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, revision } from '../../shared/fields.ts'
import { followUp } from '../followup/contract.ts'
import { newLinkShape } from '../links/contract.ts'
import { language } from './points-contract.ts'
import { wholeDay } from './room-contract.ts'
import { reason } from './said-contract.ts'
import { agreedWays, blockKinds, summaryLimits, summaryStates } from './summary-model.ts'

const rev = z.number().int()
const kind = z.enum(blockKinds)
const block = z.object({ kind, point: id.optional(), text: z.string() })
/** Blocks as they are typed; a block of a point names it, and no block stands there twice. */
const typedBlocks = z
  .array(z.object({ kind, point: id.optional(), text: note }))
  .max(summaryLimits.blocks)
  .refine((blocks) => blocks.every((one) => (one.kind === 'pokok') === (one.point !== undefined)), {
    params: { fault: 'wrong' },
  })
  .refine((blocks) => new Set(blocks.map((one) => one.point ?? one.kind)).size === blocks.length, {
    params: { fault: 'wrong' },
  })

const drawn = z.object({
  points: z.array(z.object({ id, words: z.string(), wordsLang: z.string() })),
  tasks: z.array(z.object({ what: z.string(), owner: z.string().optional(), dueOn: z.string().optional() })),
})

const version = z.object({
  number: z.number().int(),
  kind: z.enum(['saved', 'amended', 'aside']),
  id,
  reason: z.string().optional(),
  savedOn: z.string(),
  savedBy: z.string().optional(),
})

export const readSummary = endpoint({
  name: 'agenda.readSummary',
  method: 'GET',
  path: '/api/agenda/activities/:id/summary',
  summary:
    'The summary (notulen) of an activity: its blocks, its state, what partners answered, its translations and its versions (the newest 50). Without a summary the blocks are those to begin with, and rev is 0.',
  allow: 'agenda.read',
  input: z.object({ id }),
  output: z.object({
    id: id.optional(),
    rev,
    blocks: z.array(block),
    lang: z.string(),
    state: z.enum(summaryStates),
    version: z.number().int(),
    agreed: z
      .object({
        version: z.number().int(),
        on: z.string(),
        how: z.enum(agreedWays),
        by: z.string().optional(),
        role: z.string().optional(),
        reference: z.string().optional(),
      })
      .optional(),
    points: z.array(z.object({ id, words: z.string(), wordsLang: z.string() })),
    tasks: z.array(followUp),
    answers: z.array(
      z.object({
        id,
        version: z.number().int(),
        answer: z.enum(['sesuai', 'koreksi']),
        name: z.string(),
        role: z.string().optional(),
        party: z.string(),
        corrections: z.array(z.object({ block: z.string(), text: z.string() })),
        answeredAt: z.string(),
        settledOn: z.string().optional(),
        rev,
      }),
    ),
    translations: z.array(
      z.object({ id, lang: z.string(), author: z.string(), version: z.number().int(), blocks: z.array(block), rev }),
    ),
    versions: z.array(version),
  }),
})

export const readSummaryVersion = endpoint({
  name: 'agenda.readSummaryVersion',
  method: 'GET',
  path: '/api/agenda/summary-versions/:id',
  summary: 'A summary as it was once saved, with what was drawn from the record beside it.',
  allow: 'agenda.read',
  input: z.object({ id }),
  output: version.extend({ blocks: z.array(block), lang: z.string(), drawn }),
})

export const saveSummary = endpoint({
  name: 'agenda.saveSummary',
  method: 'POST',
  path: '/api/agenda/activities/:id/summary',
  summary:
    'Save a summary, over the revision that was read (0: there is none yet). What was agreed on is changed by amendSummary only. `aside` keeps what was typed before it was brought together with another’s text.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    blocks: typedBlocks,
    lang: language.optional(),
    aside: typedBlocks.optional(),
  }),
  output: z.object({ id, rev, version: z.number().int() }),
})

export const amendSummary = endpoint({
  name: 'agenda.amendSummary',
  method: 'POST',
  path: '/api/agenda/activities/:id/summary/amend',
  summary: 'Change a summary after it was agreed on, with the reason. The agreed version stays readable.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    blocks: typedBlocks,
    lang: language.optional(),
    aside: typedBlocks.optional(),
    reason,
  }),
  output: z.object({ id, rev, version: z.number().int() }),
})

export const shareSummary = endpoint({
  name: 'agenda.shareSummary',
  method: 'POST',
  path: '/api/agenda/summaries/:id/share',
  summary:
    'A link by which a partner reads a summary and says that it is right, or what is not. `tasks`: follow-ups of the meeting that it shows beside the text, as they stand now, without names; without them none.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, ...newLinkShape, tasks: z.array(id).max(summaryLimits.tasks).default([]) }),
  output: z.object({ id, link: id }),
})

export const agreeSummary = endpoint({
  name: 'agenda.agreeSummary',
  method: 'POST',
  path: '/api/agenda/summaries/:id/agree',
  summary: 'Record that a partner agreed on a summary by letter or mail: when, and under which reference.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    on: wholeDay,
    how: z.enum(['surat', 'surel']),
    reference: name,
    by: name.optional(),
  }),
  output: z.object({ id, rev }),
})

export const settleCorrection = endpoint({
  name: 'agenda.settleCorrection',
  method: 'POST',
  path: '/api/agenda/summary-answers/:id/settle',
  summary: 'Say that a partner’s correction has been dealt with.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id, rev }),
})

export const translateSummary = endpoint({
  name: 'agenda.translateSummary',
  method: 'POST',
  path: '/api/agenda/summaries/:id/translations',
  summary:
    'A summary as a person translated it, with who did; one for each language, the later in place of the earlier.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, lang: language, author: name, blocks: typedBlocks }),
  output: z.object({ id, rev }),
})

export const dropTranslation = endpoint({
  name: 'agenda.dropTranslation',
  method: 'POST',
  path: '/api/agenda/summary-translations/:id/drop',
  summary: 'Take a translation of a summary off; the history stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})
