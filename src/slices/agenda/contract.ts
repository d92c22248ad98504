import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id, name, note, pageSize, partialDate, revision } from '../../shared/fields.ts'
import { followUp } from '../followup/contract.ts'
import { officeIds } from '../reference/model.ts'
import { activityKinds, initiators, sides, topicIds, weekdays } from './model.ts'
import { language, point, pointWords } from './points-contract.ts'
import { summaryStates } from './summary-model.ts'

export {
  addCommitment,
  dropNews,
  followCommitment,
  listCommitments,
  mendCommitment,
  publishCommitment,
  sayNews,
  voidCommitment,
  withdrawCommitment,
} from './commitments-contract.ts'
export { addPoint, addTask, changeTask, dropPoint, endTask, listPoints, mendPoint } from './points-contract.ts'
export {
  beginSeries,
  cancelActivity,
  copyActivity,
  joinSeries,
  listAgenda,
  listMonth,
  listSeries,
  mendSeries,
  orderParticipants,
  planNext,
  proposeNext,
  readDay,
  readPlan,
} from './plan-contract.ts'
export {
  addGift,
  addItem,
  addLine,
  beginChecklist,
  dropGift,
  dropItem,
  dropLine,
  listChecklists,
  listGifts,
  mendGift,
  mendItem,
  mendLine,
  moveLine,
  setTemplateItem,
} from './prepare-contract.ts'
export { addParticipants, markAttendance, mendPhoto, mergeParticipants, openDoor, readDoor } from './room-contract.ts'
export {
  agreeSummary,
  amendSummary,
  dropTranslation,
  readSummary,
  readSummaryVersion,
  saveSummary,
  settleCorrection,
  shareSummary,
  translateSummary,
} from './summary-contract.ts'
export { citeActivity, closeActivity, voidActivity } from './settle-contract.ts'
export { addPhoto, addStatement, dropPhoto, dropStatement, mendStatement } from './said-contract.ts'

const speaker = {
  givenName: z.string(),
  familyName: z.string(),
  nameLang: z.string().nullish(),
  office: z.enum(officeIds).optional(),
  /** Absent for the definitive holder. */
  capacity: z.enum(['pj', 'plt', 'plh']).optional(),
}
const rev = z.number().int().optional()

export const activity = z.object({
  id,
  slug: z.string(),
  kind: z.enum(activityKinds).optional(),
  about: z.string(),
  topics: z.array(z.enum(topicIds)),
  place: z.string().optional(),
  occurredOn: z.string(),
  endedOn: z.string().optional(),
  startsAt: z.string().optional(),
  endsAt: z.string().optional(),
  weekday: z.enum(weekdays).optional(),
  initiator: z.enum(initiators).optional(),
  participants: z.array(
    z.object({
      id,
      side: z.enum(sides),
      leads: z.boolean(),
      ...speaker,
      organisation: z.string().optional(),
      role: z.string().optional(),
      headcount: z.number().int().optional(),
      rank: z.string().optional(),
      invited: z.boolean().optional(),
      absent: z.boolean().optional(),
      byDoor: z.boolean().optional(),
      rev,
    }),
  ),
  statements: z.array(
    z.object({
      id,
      position: z.number().int(),
      words: z.string(),
      wordsLang: z.string(),
      speaker: z.object(speaker),
      rev,
    }),
  ),
  points: z.array(point),
})

const relationCard = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  names: z.partialRecord(z.enum(['id', 'en', 'ja', 'ko']), z.string()).optional(),
})
const sure = z.array(z.string().max(60)).max(20).optional()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const listActivities = endpoint({
  name: 'agenda.listActivities',
  method: 'GET',
  path: '/api/agenda/relations/:relation/activities',
  summary: 'Activities of a relation up to the visitor’s day, newest first.',
  allow: 'agenda.read',
  input: z.object({ relation: id }),
  output: z.object({ rows: z.array(activity) }),
})

export const listOfRegion = endpoint({
  name: 'agenda.listOfRegion',
  method: 'GET',
  path: '/api/agenda/activities',
  summary: 'Activities of the region, planned ones first; `unsorted` lists those that belong to no relation yet.',
  allow: 'agenda.read',
  input: z.object({ unsorted: z.stringbool().optional(), after: id.optional(), limit: pageSize }),
  output: z.object({
    rows: z.array(
      activity.pick({ id: true, slug: true, kind: true, about: true, place: true, occurredOn: true }).extend({
        endedOn: z.string().optional(),
        weekday: z.enum(weekdays).optional(),
        startsAt: z.string().optional(),
        planned: z.boolean(),
        closedOn: z.string().optional(),
        relations: z.array(relationCard),
      }),
    ),
    next: id.optional(),
  }),
})

export const readActivity = endpoint({
  name: 'agenda.readActivity',
  method: 'GET',
  path: '/api/agenda/activities/:slug',
  summary: 'An activity with all that is recorded of it, also before its day and after it was voided.',
  allow: 'agenda.read',
  input: z.object({ slug: z.string().max(200) }),
  output: activity.extend({
    rev: z.number().int(),
    note: z.string().optional(),
    planned: z.boolean(),
    closedOn: z.string().optional(),
    voided: z.object({ on: z.string(), reason: z.string(), cancelled: z.boolean() }).optional(),
    published: z.boolean(),
    relations: z.array(relationCard),
    /** The next step of each relation, or of the activity itself while it belongs to none. */
    nextSteps: z.array(z.object({ subject: id, step: followUp.optional() })),
    /** What else follows, from its points or from the activity itself. */
    tasks: z.array(followUp),
    publicPoints: z.array(id),
    /** Its summary, where there is one, and whether it is public. */
    summary: z.object({ id, state: z.enum(summaryStates), published: z.boolean() }).optional(),
    photos: z.array(z.object({ id, file: id, caption: z.string(), rev: z.number().int(), published: z.boolean() })),
    sources: z.array(
      z.object({
        kind: z.string(),
        outlet: z.string().optional(),
        title: z.string().optional(),
        publishedOn: z.string().optional(),
      }),
    ),
    /** Officials of the region and people of the partners, to choose from. */
    officials: z.array(z.object({ id, name: z.string(), office: z.enum(officeIds), seenOn: z.string() })),
    people: z.array(z.object({ id, name: z.string(), office: z.enum(officeIds).optional() })),
  }),
})

export const proposeRelations = endpoint({
  name: 'agenda.proposeRelations',
  method: 'GET',
  path: '/api/agenda/proposals',
  summary: 'Relations whose partner is written like these words: the nearest first, at most five.',
  allow: 'agenda.read',
  input: z.object({ words: name }),
  output: z.object({ rows: z.array(relationCard) }),
})

export const recordActivity = endpoint({
  name: 'agenda.recordActivity',
  method: 'POST',
  path: '/api/agenda/activities',
  summary:
    'Record a visit or meeting: who (relations, or words), when, where, what about. Doubts (`who`, `weekday`, `about`, for a planned one a day off: `occurredOn`) are asked.',
  allow: 'agenda.record',
  input: z
    .object({
      act: actId,
      relations: z.array(id).max(20).optional(),
      who: name.optional(),
      occurredOn: partialDate,
      endedOn: partialDate.optional(),
      startsAt: time.optional(),
      endsAt: time.optional(),
      weekday: z.enum(weekdays).optional(),
      place: name,
      about: name,
      kind: z.enum(activityKinds).optional(),
      initiator: z.enum(initiators).optional(),
      note: note.optional(),
      /** What was discussed, a point each, in this order. */
      points: z.array(pointWords).max(20).optional(),
      sure,
    })
    // Said together with what else is missing, not after it.
    .refine((visit) => visit?.who !== undefined || (visit?.relations ?? []).length > 0, {
      path: ['who'],
      params: { fault: 'required' },
      when: () => true,
    }),
  output: z.object({ id, slug: z.string(), rev: z.number().int() }),
})

export const mendActivity = endpoint({
  name: 'agenda.mendActivity',
  method: 'POST',
  path: '/api/agenda/activities/:id/mend',
  summary: 'Correct an activity. null empties a value, an absent one stays.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    occurredOn: partialDate.optional(),
    endedOn: partialDate.nullable().optional(),
    startsAt: time.nullable().optional(),
    endsAt: time.nullable().optional(),
    weekday: z.enum(weekdays).nullable().optional(),
    place: name.nullable().optional(),
    about: name.optional(),
    kind: z.enum(activityKinds).nullable().optional(),
    initiator: z.enum(initiators).nullable().optional(),
    note: note.nullable().optional(),
    interpreter: name.nullable().optional(),
    /** The languages it is interpreted into, as codes. */
    interpreterLangs: z.array(language).max(6).optional(),
    sure,
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const linkRelation = endpoint({
  name: 'agenda.linkRelation',
  method: 'POST',
  path: '/api/agenda/activities/:id/relations',
  summary: 'Say that an activity belongs to a relation; saying it twice says it once.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, relation: id }),
  output: z.object({ id }),
})

export const unlinkRelation = endpoint({
  name: 'agenda.unlinkRelation',
  method: 'POST',
  path: '/api/agenda/activities/:id/relations/drop',
  summary: 'Say that an activity does not belong to a relation.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, relation: id }),
  output: z.object({ id }),
})

const attendance = {
  role: name.nullable().optional(),
  headcount: z.int().min(1).max(10_000).nullable().optional(),
}

export const addParticipant = endpoint({
  name: 'agenda.addParticipant',
  method: 'POST',
  path: '/api/agenda/activities/:id/participants',
  summary:
    'Who took part: an official, a person of the partner, a name as typed, or an organisation with its head count.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    side: z.enum(sides),
    official: id.optional(),
    person: id.optional(),
    personName: name.optional(),
    organisation: name.optional(),
    leads: z.boolean().optional(),
    ...attendance,
    /** `twice`: somebody of that name stands there, and this is another. */
    sure,
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const mendParticipant = endpoint({
  name: 'agenda.mendParticipant',
  method: 'POST',
  path: '/api/agenda/participants/:id',
  summary: 'Correct side, role or head count of somebody who took part.',
  allow: 'agenda.record',
  input: z.object({
    act: actId,
    id,
    rev: revision,
    side: z.enum(sides).optional(),
    leads: z.boolean().optional(),
    ...attendance,
  }),
  output: z.object({ id, rev: z.number().int() }),
})

export const dropParticipant = endpoint({
  name: 'agenda.dropParticipant',
  method: 'POST',
  path: '/api/agenda/participants/:id/drop',
  summary: 'Take somebody off who was entered by mistake; the history stays.',
  allow: 'agenda.record',
  input: z.object({ act: actId, id, rev: revision }),
  output: z.object({ id }),
})

export const publishActivity = endpoint({
  name: 'agenda.publishActivity',
  method: 'POST',
  path: '/api/agenda/activities/:id/publish',
  summary:
    'Show an activity to the world as it is now: who took part in office, what was said, with its sources. `photos` and `points` are those to show; without them the last choice holds, at first no photograph and every point.',
  allow: 'agenda.publish',
  input: z.object({
    act: actId,
    id,
    photos: z.array(id).max(50).optional(),
    points: z.array(id).max(50).optional(),
    /** The summary, when it is to be shown; null: no more. */
    summary: id.nullable().optional(),
  }),
  output: z.object({ id }),
})

export const withdrawActivity = endpoint({
  name: 'agenda.withdrawActivity',
  method: 'POST',
  path: '/api/agenda/activities/:id/withdraw',
  summary: 'Take the public page of an activity back; its address then answers 410. Withdrawn twice is withdrawn once.',
  allow: 'agenda.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export {
  exportActivities,
  exportAgenda,
  exportAttendance,
  exportCommitments,
  exportFollowUps,
  exportGifts,
  exportSeries,
} from './list-files-contract.ts'
