import { z } from 'zod'
import { isPartialDate } from '../../shared/dates.ts'
import { endpoint } from '../../shared/endpoint.ts'
import { id, tableFiles } from '../../shared/fields.ts'
import { soughtCommitments } from './commitments-contract.ts'
import { sought } from './plan-contract.ts'

export const exportActivities = endpoint({
  name: 'agenda.exportActivities',
  method: 'GET',
  path: '/api/agenda/relations/:relation/activities/export.csv',
  summary: 'The activities of a relation up to the visitor’s day as a file (.csv, .xlsx, .pdf), newest first.',
  allow: 'agenda.read',
  input: z.object({ relation: id }),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportFollowUps = endpoint({
  name: 'agenda.exportFollowUps',
  method: 'GET',
  path: '/api/agenda/relations/:relation/follow-ups/export.csv',
  summary:
    'What is to be done of a relation and of its meetings as a file (.csv, .xlsx, .pdf), what is open first. With the names of who does it, so not for everybody who reads.',
  allow: 'followup.mend',
  input: z.object({ relation: id }),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportAgenda = endpoint({
  name: 'agenda.exportAgenda',
  method: 'GET',
  path: '/api/agenda/list/export.csv',
  summary:
    'The agenda as a file (.csv, .xlsx, .pdf), narrowed as on screen: what is coming, what is past, or one month (`month`, at most 300).',
  allow: 'agenda.read',
  input: z.object({
    when: z.enum(['coming', 'past']).default('coming'),
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    month: z
      .string()
      .refine((text) => text.length === 7 && isPartialDate(text), { params: { fault: 'not_a_date' } })
      .optional(),
    ...sought,
  }),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportSeries = endpoint({
  name: 'agenda.exportSeries',
  method: 'GET',
  path: '/api/agenda/series/export.csv',
  summary: 'The series of the region as a file (.csv, .xlsx, .pdf), with their last and next meetings.',
  allow: 'agenda.read',
  input: z.object({}),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportGifts = endpoint({
  name: 'agenda.exportGifts',
  method: 'GET',
  path: '/api/agenda/gifts/export.csv',
  summary:
    'The gifts register as a file (.csv, .xlsx, .pdf), for the unit that controls gratification. It names people.',
  allow: 'agenda.take',
  input: z.object({ unreported: z.stringbool().optional() }),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportCommitments = endpoint({
  name: 'agenda.exportCommitments',
  method: 'GET',
  path: '/api/agenda/commitments/export.csv',
  summary:
    'Commitments of a meeting, of a relation or of the region as a file (.csv, .xlsx, .pdf). It names who gave their word.',
  allow: 'agenda.take',
  input: z.object({ activity: id.optional(), ...soughtCommitments }),
  output: z.unknown(),
  gives: tableFiles,
})

export const exportAttendance = endpoint({
  name: 'agenda.exportAttendance',
  method: 'GET',
  path: '/api/agenda/activities/:id/attendance/export.csv',
  summary: 'Who was expected at an activity and who was there as a file (.csv, .xlsx, .pdf), with their names.',
  allow: 'agenda.take',
  input: z.object({ id }),
  output: z.unknown(),
  gives: tableFiles,
})
