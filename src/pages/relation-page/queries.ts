import type { Tx } from '../../platform/database.ts'
import { daysBetween, firstDayOf, isOnOrBefore } from '../../shared/dates.ts'
import { listActivities } from '../../slices/agenda/queries.ts'
import { listProfileFacts } from '../../slices/partners/queries.ts'
import { getRelation, getRelationId, listFields } from '../../slices/relations/queries.ts'
import { levelOf } from '../../slices/sources/model.ts'
import { listProvenance } from '../../slices/sources/queries.ts'

/** Gathers everything one relation's page shows on a day. */
export async function getRelationPage(tx: Tx, { slug, on }: { slug: string; on: string }) {
  const id = await getRelationId(tx, slug)
  const relation = await getRelation(tx, { id, on })
  const [fields, activities] = [await listFields(tx, id), await listActivities(tx, { relation: id, on })]
  const profile = relation.partner === null ? [] : await listProfileFacts(tx, relation.partner.id)
  const shown = {
    fields: fields.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)),
    profile: profile.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)),
  }
  const lastOn = activities[0]?.occurredOn
  return {
    relation,
    fields: shown.fields.map((field) => ({ ...field, sector: field.sector ?? null, name: field.name ?? null })),
    activities,
    profile: shown.profile,
    levels: await levelsOf(tx, [
      id,
      ...(relation.process ? [relation.process.id] : []),
      ...shown.fields.map((field) => field.id),
      ...shown.profile.map((fact) => fact.id),
      ...activities.flatMap((activity) => [
        activity.id,
        ...activity.participants.map((row) => row.id),
        ...activity.statements.map((row) => row.id),
      ]),
    ]),
    ...(lastOn !== undefined && { silentDays: daysBetween(firstDayOf(lastOn), on) }),
  }
}

async function levelsOf(tx: Tx, subjects: string[]) {
  const lines = Map.groupBy(await listProvenance(tx, subjects), ({ subject }) => subject)
  return Object.fromEntries([...lines].map(([subject, found]) => [subject, levelOf(found)]))
}
