import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, tableFiles } from '../../shared/fields.ts'

export const listDiscussed = endpoint({
  name: 'csrPages.listDiscussed',
  method: 'GET',
  path: '/api/pages/csr/discussed',
  summary: 'Points about CSR that meetings discussed up to the visitor’s day, newest first (at most 20).',
  allow: 'programmes.read',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id,
        words: z.string(),
        wordsLang: z.string(),
        activity: z.object({ slug: z.string(), about: z.string(), occurredOn: z.string() }),
      }),
    ),
  }),
})

export const readBeside = endpoint({
  name: 'csrPages.readBeside',
  method: 'GET',
  path: '/api/pages/csr/companies/:slug/beside',
  summary: 'What else a company did in a year: contests it helps, and issues of its forum that were answered.',
  allow: 'programmes.read',
  input: z.object({ slug: z.string().max(200), year: z.coerce.number().int().min(2000).max(2100) }),
  output: z.object({
    contests: z.array(z.object({ id, slug: z.string(), title: z.string(), titleLang: z.string() })),
    issues: z.array(
      z.object({ id, slug: z.string(), words: z.string(), wordsLang: z.string(), answeredOn: z.string() }),
    ),
  }),
})

export const exportCompany = endpoint({
  name: 'csrPages.exportCompany',
  method: 'GET',
  path: '/api/pages/csr/companies/:slug/export.csv',
  summary:
    'The year of a company as a file (.csv, .xlsx, .pdf): each need with what was promised, told and confirmed, the contests it helps, the issues of its forum that were answered.',
  allow: 'programmes.read',
  input: z.object({ slug: z.string().max(200), year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.unknown(),
  gives: tableFiles,
})
