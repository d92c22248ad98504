import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, per } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { programmeKinds } from '../../shared/programmes.ts'

const sentence = z.record(z.enum(languages), z.string())

/** As shared/programmes.ts has it. */
export const programmeLine = z.object({
  id,
  kind: z.enum(programmeKinds),
  title: z.string(),
  titleLang: z.string(),
  titles: z.partialRecord(z.enum(languages), z.string()).optional(),
  told: sentence,
  path: z.string().optional(),
  on: z.string(),
  open: z.object({ told: sentence, act: sentence, path: z.string(), until: z.string().optional() }).optional(),
})

export const readProgrammes = endpoint({
  name: 'programmes.readProgrammes',
  method: 'GET',
  path: '/api/pages/programmes',
  summary: 'What is said of each part of Program on the visitor’s day.',
  allow: 'programmes.read',
  input: z.object({}),
  output: z.object({ parts: z.array(z.object({ kind: z.enum(programmeKinds), told: sentence })) }),
})

export const listProgrammesOf = endpoint({
  name: 'programmes.listProgrammesOf',
  method: 'GET',
  path: '/api/pages/programmes/of',
  summary: 'The programmes of a cooperation on a day: at most 50 of each part, newest first.',
  allow: 'programmes.read',
  input: z.object({ relation: id, per }),
  output: z.object({ rows: z.array(programmeLine) }),
})
