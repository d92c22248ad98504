import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { name, withoutIdentity } from '../../shared/fields.ts'
import { languages } from '../../shared/languages.ts'
import { mediaTypes } from '../../slices/files/model.ts'
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

const ofRelation = z.object({
  slug,
  language,
  /** A second language, or that of the guest: each then has one page, alone it has two. */
  also: z.enum([...languages, 'guest']).optional(),
  audience: z.enum(audiences).default('own'),
})
const ofMeeting = z.object({
  slug,
  language,
  /** A sentence of the office’s own, as it stands in the paper; of a signing only where the signed text is on file. */
  own: name.refine(...withoutIdentity).optional(),
})
const ofRegion = z.object({ language })

export const readBriefing = endpoint({
  name: 'briefing.readBriefing',
  method: 'GET',
  path: '/api/pages/briefing/:slug',
  summary:
    'Bahan audiensi: what to know of a relation before a guest comes, each line with its sources, in the language asked for and a second one; what two pages of A4 do not hold is counted. `guest` leaves out what is internal.',
  allow: 'relations.read',
  input: ofRelation,
  output: paper.extend({
    also: paper.optional(),
    /** The language that guests of the partner's country read, where it is not ours. */
    guest: z.enum(languages).optional(),
  }),
})

export const readBriefingWord = endpoint({
  name: 'briefing.readBriefingWord',
  method: 'GET',
  path: '/api/pages/briefing/:slug/word',
  summary: 'The same briefing as .docx on the region’s letterhead, at most two pages.',
  allow: 'relations.read',
  input: ofRelation,
  output: z.unknown(),
  gives: [mediaTypes.docx],
})

export const readBriefingPdf = endpoint({
  name: 'briefing.readBriefingPdf',
  method: 'GET',
  path: '/api/pages/briefing/:slug/pdf',
  summary: 'The same briefing as PDF/A in our own layout.',
  allow: 'relations.read',
  input: ofRelation,
  output: z.unknown(),
  gives: [mediaTypes.pdf],
})

export const readPress = endpoint({
  name: 'briefing.readPress',
  method: 'GET',
  path: '/api/pages/press/:slug',
  summary:
    'Siaran pers of a meeting from the record, with a sentence of one’s own; nobody "signs" in it without the text on file. Of a meeting that has not been yet there is none (not_yet).',
  allow: 'agenda.read',
  input: ofMeeting,
  output: paper,
})

export const readPressWord = endpoint({
  name: 'briefing.readPressWord',
  method: 'GET',
  path: '/api/pages/press/:slug/word',
  summary: 'The same press text as .docx on the region’s letterhead.',
  allow: 'agenda.read',
  input: ofMeeting,
  output: z.unknown(),
  gives: [mediaTypes.docx],
})

export const readPressPdf = endpoint({
  name: 'briefing.readPressPdf',
  method: 'GET',
  path: '/api/pages/press/:slug/pdf',
  summary: 'The same press text as PDF/A in our own layout.',
  allow: 'agenda.read',
  input: ofMeeting,
  output: z.unknown(),
  gives: [mediaTypes.pdf],
})

export const readHandOver = endpoint({
  name: 'briefing.readHandOver',
  method: 'GET',
  path: '/api/pages/hand-over',
  summary:
    'Serah terima: the relations with their next step, what is open, and which texts end within a year; at most 100, 200 and 100, and each part says how many it leaves out.',
  allow: 'relations.read',
  input: ofRegion,
  output: paper,
})

export const readHandOverWord = endpoint({
  name: 'briefing.readHandOverWord',
  method: 'GET',
  path: '/api/pages/hand-over/word',
  summary: 'The same hand-over pack as .docx on the region’s letterhead.',
  allow: 'relations.read',
  input: ofRegion,
  output: z.unknown(),
  gives: [mediaTypes.docx],
})

export const readHandOverPdf = endpoint({
  name: 'briefing.readHandOverPdf',
  method: 'GET',
  path: '/api/pages/hand-over/pdf',
  summary: 'The same hand-over pack as PDF/A in our own layout.',
  allow: 'relations.read',
  input: ofRegion,
  output: z.unknown(),
  gives: [mediaTypes.pdf],
})
