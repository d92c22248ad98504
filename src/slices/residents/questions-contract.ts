import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, pageSize, revision } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { followUp, taskShape } from '../followup/contract.ts'
import { limits, questionKinds, topics } from './model.ts'
import { said } from './texts.ts'

const question = z.object({
  id,
  receipt: z.string(),
  kind: z.enum(questionKinds),
  topic: z.enum(topics),
  words: z.string().nullable(),
  wordsLang: z.enum(languages),
  contact: z.string().nullable(),
  receivedOn: z.string(),
  dueOn: z.string(),
  answerDays: z.number().int(),
  answer: z.string().nullable(),
  answerLang: z.enum(languages).nullable(),
  answeredOn: z.string().nullable(),
  purged: z.boolean(),
  rev: z.number().int(),
})

export const listQuestions = endpoint({
  name: 'residents.listQuestions',
  method: 'GET',
  path: '/api/residents/questions',
  summary: 'Questions and complaints of foreign residents: those that wait by the day of the promise, or all, newest first.', // prettier-ignore
  allow: 'corrections.read',
  input: z.object({
    waiting: z.stringbool().optional(),
    topic: z.enum(topics).optional(),
    after: id.optional(),
    limit: pageSize,
  }),
  output: z.object({ rows: z.array(question), next: id.optional(), waiting: z.number().int() }),
})

export const readQuestion = endpoint({
  name: 'residents.readQuestion',
  method: 'GET',
  path: '/api/residents/questions/:id',
  summary: 'One question with its clock and who has it in hand. Agency staff reads what was forwarded to her agency.',
  allow: 'programmes.read',
  input: z.object({ id }),
  output: question.extend({
    /** How the promised day was counted. */
    clock: z.object({
      weekends: z.number().int(),
      holidays: z.array(z.object({ day: z.string(), name: z.string() })),
      isProvisional: z.boolean(),
      daysLeft: z.number().int(),
    }),
    tasks: z.array(followUp),
  }),
})

export const answerQuestion = endpoint({
  name: 'residents.answerQuestion',
  method: 'POST',
  path: '/api/residents/questions/:id/answer',
  summary: 'Answer a question; whoever holds its receipt reads it. An answer may be mended while nobody else did.',
  allow: 'corrections.answer',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    answer: said(limits.answer),
    answerLang: z.enum(languages),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const forwardQuestion = endpoint({
  name: 'residents.forwardQuestion',
  method: 'POST',
  path: '/api/residents/questions/:id/forward',
  summary: 'Give a question to an agency or a person as a follow-up; answered it is by whoever answers here.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, ...taskShape, sure: z.array(z.string().max(60)).max(20).optional() }),
  output: z.object({ id, rev: z.number().int() }),
})

export const readContact = endpoint({
  name: 'residents.readContact',
  method: 'GET',
  path: '/api/residents/contact',
  summary: 'Whether the region takes questions of foreign residents, and what it promises.',
  allow: 'programmes.read',
  input: z.object({}),
  output: z.object({
    open: z.boolean(),
    answerDays: z.number().int(),
    keepDays: z.number().int(),
    region: z.string(),
    rev: z.number().int(),
  }),
})

export const setContact = endpoint({
  name: 'residents.setContact',
  method: 'POST',
  path: '/api/residents/contact',
  summary: 'Open or close the contact point and say in how many working days an answer is promised; its page follows at once.', // prettier-ignore
  allow: 'programmes.publish',
  input: z.object({
    act: actId,
    rev: revision,
    open: z.boolean(),
    answerDays: z.int().min(1).max(60),
    keepDays: z.int().min(30).max(1825),
  }),
  output: z.object({ rev: z.number().int() }),
})
