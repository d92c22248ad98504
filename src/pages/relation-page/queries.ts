import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { listActivities, listPublic } from '../../slices/agenda/queries.ts'
import { listProfileFacts } from '../../slices/partners/queries.ts'
import { getRegion } from '../../slices/reference/queries.ts'
import { findPublication } from '../../slices/relations/published.ts'
import { getRelation, getRelationId, listFields, silentDaysOf } from '../../slices/relations/queries.ts'
import { differencesOf, isDiffering, levelOf, readCounts, type Provenance } from '../../slices/sources/model.ts'
import { listBeside, listJudgements, listProvenance } from '../../slices/sources/queries.ts'
import { publishableActs } from './publishable-acts.ts'

/** Gathers everything one relation's page shows on a day. */
export async function getRelationPage(tx: Tx, { slug, on }: { slug: string; on: string }) {
  const id = await getRelationId(tx, slug)
  const relation = await getRelation(tx, { id, on })
  const { name, names } = await getRegion(tx)
  const [fields, activities] = [
    await listFields(tx, { relation: id, on }),
    await listActivities(tx, { relation: id, on }),
  ]
  const profile = relation.partner === null ? [] : await listProfileFacts(tx, relation.partner.id)
  const shown = {
    fields: fields.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)),
    profile: profile.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on)),
  }
  const silentDays = await silentDaysOf(tx, { id, on })
  const publication = relation.published ? await findPublication(tx, id) : undefined
  const unpublishedSince = relation.published ? await findUnpublishedSince(tx, id) : undefined
  const subjects = [
    id,
    ...(relation.process ? [relation.process.id] : []),
    ...shown.fields.map((field) => field.id),
    ...shown.profile.map((fact) => fact.id),
    ...activities.flatMap((activity) => [
      activity.id,
      ...activity.participants.map((row) => row.id),
      ...activity.statements.map((row) => row.id),
      ...activity.points.map((row) => row.id),
    ]),
  ]
  const lines = await listProvenance(tx, subjects)
  const differing = differencesOf(lines, await listJudgements(tx, subjects))
  const backed = lines.filter((line) => !isDiffering(line))
  const saidCounts = saidCountsOf(lines, id)
  const beside = await listBeside(tx, {
    subjects: [id, ...(relation.process ? [relation.process.id] : [])],
    fields: saidFields,
  })
  return {
    relation,
    ...(relation.partner !== null && { partnerSlug: relation.partner.slug }),
    region: { name, names },
    fields: shown.fields.map((field) => ({ ...field, sector: field.sector ?? null, name: field.name ?? null })),
    activities,
    publicActivities: await listPublic(
      tx,
      activities.map((activity) => activity.id),
    ),
    profile: shown.profile,
    levels: {
      ...levelsBy(backed, ({ subject }) => subject),
      ...levelsBy(backed, keyOf),
    },
    differences: Object.fromEntries(
      differing.map((each) => [keyOf(each), each.judgement === undefined ? ('open' as const) : ('settled' as const)]),
    ),
    ...beside,
    ...(saidCounts !== undefined && { saidCounts }),
    ...(silentDays !== undefined && { silentDays }),
    ...(publication !== undefined && { publication }),
    ...(unpublishedSince !== undefined && { unpublishedSince }),
  }
}

/** What is only known as said: the expected benefit and what the cooperation follows. No value stands behind it. */
const saidFields = ['benefit', 'precedent']

const keyOf = ({ subject, field }: { subject: string; field: string }) => `${subject}.${field}`

function levelsBy(lines: readonly Provenance[], keyOf: (line: Provenance) => string) {
  return Object.fromEntries([...Map.groupBy(lines, keyOf)].map(([key, found]) => [key, levelOf(found)]))
}

function saidCountsOf(lines: readonly Provenance[], relation: string) {
  const ofFields = lines.filter(({ subject, field }) => subject === relation && field === 'fields')
  return ofFields.map(({ value }) => readCounts(value)).find((counts) => counts !== undefined)
}

/**
 * When the public copy began to lag: by acts that can change it. One that was taken back, and the one that took it back,
 * do not count; taking back what was published does.
 */
async function findUnpublishedSince(tx: Tx, relation: string): Promise<string | undefined> {
  const { rows } = await sql<{ at: string }>`
    select a.at from relations.published p
    join ledger.acts a on a.tenant = p.tenant and a.subject = p.id and a.at > p.published_at and a.id <> p.published_by
    where p.id = ${relation}::uuid
      and (a.verb = any(${[...publishableActs]}) or exists (select from ledger.acts d
        where d.tenant = a.tenant and d.id = a.undoes and (d.verb = any(${[...publishableActs]}) or d.undoes is not null)))
      and not exists (select from ledger.acts u where u.tenant = a.tenant and u.undoes = a.id and not exists (
        select from ledger.acts v where v.tenant = u.tenant and v.undoes = u.id))
      and not exists (select from ledger.acts d where d.tenant = a.tenant and d.id = a.undoes and d.at > p.published_at)
    order by a.at limit 1`.execute(tx)
  return rows[0]?.at
}
