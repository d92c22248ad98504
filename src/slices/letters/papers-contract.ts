import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, revision } from '../../shared/fields.ts'
import { mediaTypes } from '../files/model.ts'
import { drawnKinds, letterKinds, letterStates } from './model.ts'

export const listPapers = endpoint({
  name: 'letters.listPapers',
  method: 'GET',
  path: '/api/papers',
  summary:
    'What papers can be made of a meeting or of a cooperation: each with what would be blank in it, and the letters of its kind that are there (at most 200).',
  allow: 'letters.read',
  input: z
    .object({ relation: id.optional(), activity: id.optional() })
    .refine(({ relation, activity }) => (relation === undefined) !== (activity === undefined), {
      path: ['relation'],
      params: { fault: 'required' },
    }),
  output: z.object({
    rows: z.array(
      z.object({
        kind: z.enum([...letterKinds, ...drawnKinds]),
        /** A draft that is read before it goes out, or a file drawn from the record as it stands. */
        made: z.enum(['letter', 'drawn']),
        blanks: z.array(z.string()),
        letters: z.array(
          z.object({ id, state: z.enum(letterStates), number: z.string().nullable(), subject: z.string() }),
        ),
      }),
    ),
  }),
})

const drawn = z.object({ activity: id, kind: z.enum(drawnKinds) })

export const readPaperWord = endpoint({
  name: 'letters.readPaperWord',
  method: 'GET',
  path: '/api/papers/:activity/:kind/word',
  summary: 'A paper of a meeting as .docx, drawn from the record as it stands on the visitor’s day.',
  allow: 'letters.read',
  input: drawn,
  output: z.unknown(),
  gives: [mediaTypes.docx],
})

export const readPaperPdf = endpoint({
  name: 'letters.readPaperPdf',
  method: 'GET',
  path: '/api/papers/:activity/:kind/pdf',
  summary: 'The same paper as PDF/A in our own layout, whatever template the .docx has.',
  allow: 'letters.read',
  input: drawn,
  output: z.unknown(),
  gives: [mediaTypes.pdf],
})

export const closeAsked = endpoint({
  name: 'letters.closeAsked',
  method: 'POST',
  path: '/api/letters/:id/asked',
  summary:
    'End the follow-up that a letter answers as done. Only once the letter went out (not_yet); refused as stale where it ended meanwhile or was changed.',
  allow: 'followup.mend',
  input: z.object({ act: actId, id, followUp: id, rev: revision }),
  output: z.object({ id }),
})
