import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { id } from '../../shared/fields.ts'
import { officeIds } from '../reference/model.ts'
import { activityKinds, topicIds } from './model.ts'

const speaker = {
  givenName: z.string(),
  familyName: z.string(),
  nameLang: z.string().nullish(),
  office: z.enum(officeIds),
}

export const activity = z.object({
  id,
  slug: z.string(),
  kind: z.enum(activityKinds).optional(),
  about: z.string(),
  topics: z.array(z.enum(topicIds)),
  place: z.string().optional(),
  occurredOn: z.string(),
  endedOn: z.string().optional(),
  initiator: z.enum(['region', 'partner', 'third_party']).optional(),
  participants: z.array(z.object({ id, side: z.enum(['host', 'guest', 'other']), leads: z.boolean(), ...speaker })),
  statements: z.array(
    z.object({ id, position: z.number().int(), words: z.string(), wordsLang: z.string(), speaker: z.object(speaker) }),
  ),
})

export const listActivities = endpoint({
  name: 'agenda.listActivities',
  method: 'GET',
  path: '/api/agenda/relations/:relation/activities',
  summary: 'Activities of a relation up to the visitor’s day, newest first.',
  allow: 'agenda.read',
  input: z.object({ relation: id }),
  output: z.object({ rows: z.array(activity) }),
})
