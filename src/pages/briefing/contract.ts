import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { languages } from '../../shared/languages.ts'
import { audiences } from './model.ts'

const language = z.enum(languages).optional()
const slug = z.string().max(200)

const paper = z.object({
  title: z.string(),
  subtitle: z.string(),
  language: z.enum(languages),
  sections: z.array(
    z.object({
      title: z.string(),
      lines: z.array(
        z.object({
          term: z.string().optional(),
          text: z.string(),
          /** Of words that stand as somebody wrote them. */
          lang: z.string().optional(),
          /** Places in `sources`, from 1. */
          notes: z.array(z.number().int()),
        }),
      ),
    }),
  ),
  sources: z.array(z.string()),
  sourcesTitle: z.string(),
})

export const readBriefing = endpoint({
  name: 'briefing.readBriefing',
  method: 'GET',
  path: '/api/pages/briefing/:slug',
  summary:
    'Bahan audiensi: what to know of a relation before a guest comes, each line with its sources, in the language asked for. `guest` leaves out what is internal.',
  allow: 'relations.read',
  input: z.object({ slug, language, audience: z.enum(audiences).default('own') }),
  output: paper,
})

export const readPress = endpoint({
  name: 'briefing.readPress',
  method: 'GET',
  path: '/api/pages/press/:slug',
  summary: 'Siaran pers of a meeting from the record; nobody "signs" in it without the text on file.',
  allow: 'agenda.read',
  input: z.object({ slug, language }),
  output: paper,
})

export const readHandOver = endpoint({
  name: 'briefing.readHandOver',
  method: 'GET',
  path: '/api/pages/hand-over',
  summary: 'Serah terima: the relations with their next step, what is open, and which texts end within a year.',
  allow: 'relations.read',
  input: z.object({ language }),
  output: paper,
})
