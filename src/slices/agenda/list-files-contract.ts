import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id, tableFiles } from '../../shared/fields.ts'

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
