import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, partialDate, revision } from '../../shared/fields.ts'
import { isDate } from '../../shared/dates.ts'
import { newLinkShape } from '../links/contract.ts'
import { sides } from './model.ts'
import { mostLines } from './attendees-model.ts'

const rev = z.number().int()
const optional = name.or(z.literal('').transform(() => undefined)).optional()

export const addParticipants = endpoint({
  name: 'agenda.addParticipants',
  method: 'POST',
  path: '/api/agenda/activities/:id/attendance',
  summary:
    'Several people and bodies at once, a line each. A line that means somebody who stands there already is doubtful (rows.N) unless it says `twice`, or goes `into` that one, filling what was missing and marking her present.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rows: z
      .array(
        z.object({
          side: z.enum(sides),
          name: optional,
          organisation: optional,
          role: optional,
          headcount: z.int().min(1).max(10_000).optional(),
          twice: z.boolean().optional(),
          into: id.optional(),
        }),
      )
      .min(1)
      .max(mostLines),
    /** Expected to come; without `present` not seen yet. */
    invited: z.boolean().optional(),
    present: z.boolean().optional(),
  }),
  output: z.object({ id, added: z.number().int(), merged: z.number().int() }),
})

export const markAttendance = endpoint({
  name: 'agenda.markAttendance',
  method: 'POST',
  path: '/api/agenda/participants/:id/attendance',
  summary: 'Say that somebody was expected, and whether she came. Nobody is neither.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, invited: z.boolean().optional(), present: z.boolean().optional() }),
  output: z.object({ id, rev }),
})

export const mergeParticipants = endpoint({
  name: 'agenda.mergeParticipants',
  method: 'POST',
  path: '/api/agenda/participants/:id/merge',
  summary:
    'Two lines of one activity that mean the same become one: whoever is from a list stays, else this one, and takes over what it does not say itself. Answers the line that stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision, other: id, otherRev: revision }),
  output: z.object({ id, rev }),
})

export const openDoor = endpoint({
  name: 'agenda.openDoor',
  method: 'POST',
  path: '/api/agenda/activities/:id/door',
  summary:
    'A link by which guests put their own names down, until the end of the day after the activity. A door that was open before is closed.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, hash: newLinkShape.hash, language: newLinkShape.language }),
  output: z.object({ id, until: z.string() }),
})

export const readDoor = endpoint({
  name: 'agenda.readDoor',
  method: 'GET',
  path: '/api/agenda/activities/:id/door',
  summary: 'Who put her name down at the door, the newest first (at most 500), and the open door.',
  allow: 'agenda.read',
  input: z.object({ id }),
  output: z.object({
    door: z.object({ id, language: z.enum(['id', 'en', 'ja', 'ko']), until: z.string() }).optional(),
    total: z.number().int(),
    rows: z.array(
      z.object({
        id,
        name: z.string(),
        organisation: z.string().optional(),
        role: z.string().optional(),
        signedAt: z.string(),
        rev,
      }),
    ),
  }),
})

export const mendPhoto = endpoint({
  name: 'agenda.mendPhoto',
  method: 'POST',
  path: '/api/agenda/photos/:id',
  summary: 'Correct what a photograph shows, or move it to a place among the others (1 is the first).',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    caption: z
      .string()
      .max(2000)
      .pipe(note)
      .refine((text) => text !== '', { params: { fault: 'required' } })
      .refine((text) => [...text].length <= 500, { params: { fault: 'too_long' } })
      .optional(),
    place: z.int().min(1).max(100).optional(),
  }),
  output: z.object({ id, rev }),
})

/** A whole day, as an agreement has it. */
export const wholeDay = partialDate.refine(isDate, { params: { fault: 'not_a_date' } })
