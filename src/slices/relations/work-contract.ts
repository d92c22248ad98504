/** All that a relation's page shows of its running process beyond the relation itself. */
import { z } from 'zod'
import { id } from '../../shared/fields.ts'
import { eligibilityAnswers, eligibilityIds, holderIds, planElements, stepIds } from '../procedures/model.ts'
import { stepStates } from './model.ts'
import { document, obstacle } from './recording-contract.ts'
import { text } from './text-contract.ts'

const day = z.string()
const holiday = z.object({ day, kind: z.enum(['nasional', 'cuti_bersama', 'daerah']), name: z.string() })

/** The council's time with its arithmetic (`dprdClock` of procedures). */
const clock = z.object({
  state: z.enum(['cannot_count', 'running', 'overdue', 'ended']),
  receivedOn: day.optional(),
  dueOn: day.optional(),
  daysLeft: z.number().int().optional(),
  endedOn: day.optional(),
  count: z
    .object({
      after: day,
      days: z.number().int(),
      dueOn: day,
      weekendsOnlyOn: day,
      weekends: z.number().int(),
      holidays: z.array(holiday),
      isProvisional: z.boolean(),
      openYears: z.array(z.number().int()),
    })
    .optional(),
})

export const work = z.object({
  process: z.object({ id, procedure: z.string(), provisional: z.boolean(), beganOn: day }).nullable(),
  /** The step that comes next, and what it still wants. */
  next: z.object({ step: z.enum(stepIds), mayPrepare: z.boolean(), obstacles: z.array(obstacle) }).nullable(),
  /** Everything the law wants up to the signature, met or not. */
  requirements: z.array(obstacle.extend({ isMet: z.boolean() })),
  steps: z.array(
    z.object({
      id,
      step: z.enum(stepIds),
      round: z.number().int(),
      holder: z.enum(holderIds),
      state: z.enum(stepStates),
      documented: z.boolean(),
      occurredOn: day,
      fromOn: day.nullable(),
      toOn: day.nullable(),
      /** Calendar days it was with its holder, up to the visitor's day; null while nobody knows since when. */
      days: z.number().int().nullable(),
      note: z.string().nullable(),
      rev: z.number().int(),
    }),
  ),
  waiting: z.array(z.object({ holder: z.enum(holderIds), days: z.number().int(), rounds: z.number().int() })),
  clock: clock.nullable(),
  documents: z.array(document),
  texts: z.array(text),
  plan: z.object({ rev: z.number().int(), elements: z.partialRecord(z.enum(planElements), z.string()) }),
  eligibility: z.array(
    z.object({
      item: z.enum(eligibilityIds),
      article: z.object({ law: z.string(), at: z.string(), verified: z.string() }),
      mayNotApply: z.boolean(),
      answer: z.enum(eligibilityAnswers).nullable(),
      note: z.string().nullable(),
      answeredOn: day.nullable(),
    }),
  ),
})
