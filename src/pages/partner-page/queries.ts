import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { getPartner, getPartnerId } from '../../slices/partners/queries.ts'
import { getRelation } from '../../slices/relations/queries.ts'
import { differencesOf, isDiffering, levelOf } from '../../slices/sources/model.ts'
import { listJudgements, listProvenance } from '../../slices/sources/queries.ts'

/** Gathers everything one partner's page shows on a day. A merged partner's address leads to the one that is kept. */
export async function getPartnerPage(tx: Tx, { slug, on }: { slug: string; on: string }) {
  const partner = await getPartner(tx, { id: await getPartnerId(tx, slug), on })
  const ids = [partner.id, ...partner.merged.map(({ id }) => id)]
  const subjects = [...ids, ...partner.people.map(({ id }) => id), ...partner.facts.map(({ id }) => id)]
  const lines = await listProvenance(tx, subjects)
  const differing = differencesOf(lines, await listJudgements(tx, subjects))
  const keyOf = ({ subject, field }: { subject: string; field: string }) => `${subject}.${field}`
  const backed = lines.filter((line) => !isDiffering(line))
  return {
    partner,
    relations: await listRelationsWith(tx, { partners: ids, on }),
    levels: Object.fromEntries([...Map.groupBy(backed, keyOf)].map(([key, found]) => [key, levelOf(found)])),
    differences: Object.fromEntries(
      differing.map((each) => [keyOf(each), each.judgement === undefined ? ('open' as const) : ('settled' as const)]),
    ),
  }
}

/** The region's cooperations with a partner under any of its ids, newest activity first (at most 20). */
async function listRelationsWith(tx: Tx, { partners, on }: { partners: string[]; on: string }) {
  const { rows } = await sql<{ id: string }>`
    select id from relations.relations where partner = any(${partners}::uuid[])
    order by coalesce(last_on, '') desc, id desc limit 20`.execute(tx)
  const found = []
  for (const row of rows) found.push(await getRelation(tx, { id: row.id, on }))
  return found.map(({ id, slug, label, status, lastOn }) => ({ id, slug, label, status, lastOn }))
}
