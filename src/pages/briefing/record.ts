import type { Tx } from '../../platform/database.ts'
import { readGuestShares } from '../../slices/agenda/queries.ts'
import { listOfficials } from '../../slices/reference/queries.ts'
import { listNextSteps, listTasks } from '../../slices/followup/queries.ts'
import { listIdsOf as listLetterIdsOf, listUnanswered } from '../../slices/letters/queries.ts'
import { getPartner } from '../../slices/partners/queries.ts'
import { getWork, listTexts } from '../../slices/relations/queries.ts'
import { listProvenance } from '../../slices/sources/queries.ts'
import { getRelationPage } from '../relation-page/queries.ts'

/** What a briefing is written from: a relation as its page shows it on a day, with its people, texts and what is open. */
export async function getBriefingRecord(tx: Tx, { slug, on }: { slug: string; on: string }) {
  const page = await getRelationPage(tx, { slug, on })
  const { relation, fields, activities, profile } = page
  const partner = relation.partner === null ? undefined : await getPartner(tx, { id: relation.partner.id, on })
  const texts = (await listTexts(tx, { id: relation.id, on })).filter(({ voidedOn }) => voidedOn === null)
  const subjects = [
    relation.id,
    ...(relation.process === null ? [] : [relation.process.id]),
    ...fields.map(({ id }) => id),
    ...profile.map(({ id }) => id),
    ...(partner?.people ?? []).map(({ id }) => id),
    ...activities.flatMap(({ id, participants, statements }) => [
      id,
      ...participants.map((each) => each.id),
      ...statements.map((each) => each.id),
    ]),
  ]
  const points = activities.flatMap((activity) => activity.points.map(({ id }) => id))
  const letters = await listLetterIdsOf(tx, relation.id)
  const follow = [relation.id, ...activities.map(({ id }) => id), ...points, ...letters]
  const [nextStep] = await listNextSteps(tx, { subjects: [relation.id], on })
  return {
    on,
    page,
    partner,
    texts,
    guestShares: await readGuestShares(tx, { relation: relation.id, activities: activities.map(({ id }) => id) }),
    lines: await listProvenance(tx, subjects),
    officials: await listOfficials(tx),
    nextStep,
    tasks: (await listTasks(tx, { subjects: follow, on })).filter(({ endedOn }) => endedOn === undefined),
    waiting: (await listUnanswered(tx, { on, limit: 200 })).rows.filter(({ id }) => letters.includes(id)),
    missing: (await getWork(tx, { id: relation.id, on })).next?.obstacles.length ?? 0,
  }
}

export type BriefingRecord = Awaited<ReturnType<typeof getBriefingRecord>>
