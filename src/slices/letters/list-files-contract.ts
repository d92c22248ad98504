import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, tableFiles } from '../../shared/fields.ts'
import { soughtMail } from './mailroom-contract.ts'
import { directions } from './mailroom-model.ts'

export const exportMail = endpoint({
  name: 'letters.exportMail',
  method: 'GET',
  path: '/api/letter-files/mail.csv',
  summary:
    'Letters in or out as a file (.csv, .xlsx, .pdf), narrowed as on screen; those of missions are marked closed.',
  allow: 'letters.take',
  input: z.object(soughtMail),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportRegisterBook = endpoint({
  name: 'letters.exportRegisterBook',
  method: 'GET',
  path: '/api/letter-files/register.csv',
  summary: 'The register of a book and year as a file (.csv, .xlsx, .pdf), cancelled numbers with their reason.',
  allow: 'letters.take',
  input: z.object({ book: z.enum(directions), year: z.coerce.number().int().min(1900).max(2200) }),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportThreads = endpoint({
  name: 'letters.exportThreads',
  method: 'GET',
  path: '/api/letter-files/threads.csv',
  summary: 'Matters as a file (.csv, .xlsx, .pdf), each with where it stands and its last letter.',
  allow: 'letters.take',
  input: z.object({ q: z.string().max(200).optional(), status: z.enum(['open', 'ended', 'all']).default('open') }),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportThread = endpoint({
  name: 'letters.exportThread',
  method: 'GET',
  path: '/api/letter-files/threads/:id/letters.csv',
  summary: 'The letters of a matter in one line of time as a file (.csv, .xlsx, .pdf).',
  allow: 'letters.take',
  input: z.object({ id }),
  output: z.unknown(),
  gives: tableFiles,
})
