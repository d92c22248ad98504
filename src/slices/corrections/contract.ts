import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, note, pageSize, revision, tableFiles } from '../../shared/fields.ts'
import { answerLimit, correctionStates } from './model.ts'

export const exportCorrections = endpoint({
  name: 'corrections.exportCorrections',
  method: 'GET',
  path: '/api/corrections/list/export.csv',
  summary:
    'What readers wrote and what was answered as a file (.csv, .xlsx, .pdf), in the order it came; not who wrote.',
  allow: 'corrections.read',
  input: z.object({ state: z.enum(correctionStates).optional() }),
  output: z.unknown(),
  gives: tableFiles,
})

export const listCorrections = endpoint({
  name: 'corrections.listCorrections',
  method: 'GET',
  path: '/api/corrections',
  summary: 'What readers of the portal say is wrong, oldest unanswered first; `subject` asks for one record’s.',
  allow: 'corrections.read',
  input: z.object({
    state: z.enum(correctionStates).optional(),
    subject: id.optional(),
    after: id.optional(),
    limit: pageSize,
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        receipt: z.string(),
        subject: id,
        /** What the record is called inside; absent once it was taken back. */
        about: z
          .object({ name: z.string(), names: z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string()) })
          .optional(),
        page: z.string(),
        topic: z.string().nullable(),
        words: z.string(),
        wordsLang: z.enum(['id', 'en', 'ja', 'ko']),
        contact: z.string().nullable(),
        state: z.enum(correctionStates),
        answer: z.string().nullable(),
        receivedOn: z.string(),
        answeredOn: z.string().nullable(),
        rev: z.number().int(),
      }),
    ),
    next: id.optional(),
  }),
})

export const answerCorrection = endpoint({
  name: 'corrections.answerCorrection',
  method: 'POST',
  path: '/api/corrections/:id/answer',
  summary: 'Answer a reader: accepted (the record was mended) or declined, with a sentence that the receipt shows.',
  allow: 'corrections.answer',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    state: z.enum(['accepted', 'declined']),
    answer: note
      .refine((text) => text !== '', { params: { fault: 'required' } })
      .refine((text) => [...text].length <= answerLimit, { params: { fault: 'too_long' } }),
  }),
  output: z.object({ id, rev: z.number().int() }),
})
