import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, revision } from '../../shared/fields.ts'
import { language } from './points-contract.ts'

/** Words that have to be there, at most 2000 code points. */
export const reason = note
  .refine((text) => text !== '', { params: { fault: 'required' } })
  .refine((text) => [...text].length <= 2000, { params: { fault: 'too_long' } })

const said = z.string().max(8000).pipe(reason)

export const addStatement = endpoint({
  name: 'agenda.addStatement',
  method: 'POST',
  path: '/api/agenda/activities/:id/statements',
  summary: 'What somebody said, in the officer’s own words: an official, a person of the partner, or a name as typed.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    words: said,
    wordsLang: language.optional(),
    official: id.optional(),
    person: id.optional(),
    speaker: name.optional(),
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const mendStatement = endpoint({
  name: 'agenda.mendStatement',
  method: 'POST',
  path: '/api/agenda/statements/:id',
  summary: 'Correct the words that were noted.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, words: said }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropStatement = endpoint({
  name: 'agenda.dropStatement',
  method: 'POST',
  path: '/api/agenda/statements/:id/drop',
  summary: 'Take a statement off that was entered by mistake; the history stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const addPhoto = endpoint({
  name: 'agenda.addPhoto',
  method: 'POST',
  path: '/api/agenda/activities/:id/photos',
  summary: 'A photograph (JPEG or PNG) with the place, the day and who is seen.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, file: id, caption: said }),
  output: z.object({ id }),
})

export const dropPhoto = endpoint({
  name: 'agenda.dropPhoto',
  method: 'POST',
  path: '/api/agenda/photos/:id/drop',
  summary: 'Take a photograph off; the file and the history stay.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})
