import { sql } from 'kysely'
import { fixed, type Entered, type Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { addDays } from '../../shared/dates.ts'
import { silentAfterDays, silentFor } from './model.ts'
import { present, relationById, type RelationRow } from './sheet.ts'

export { listOpenClocks } from './clocks.ts'
export { listFields } from './field-rows.ts'
export { listDocuments, listTexts } from './papers.ts'
export { getCourse } from './sheet.ts'
export { listEnding, listNames, listUnnamed } from './waiting.ts'
export { getCase, getWork, prepareStep, readPlan } from './work.ts'

/** The same for the person behind a session, in one trip: $1 is the hash of her token, $2 the relation. */
export const relationEntered = fixed<Entered<RelationRow>>('select who, answer from relations.read_entered($1, $2)')

/** A relation with partner, process, status and stage on a day. */
export async function getRelation(tx: Tx, { id, on }: { id: string; on: string }) {
  const [row] = await relationById(tx, [id])
  return presentOne(row, on)
}

/** The one relation that was asked for, as it stood on a day. */
export function presentOne(row: RelationRow | null | undefined, on: string) {
  if (row === null || row === undefined) throw new Failure('not_found')
  return present(row, on)
}

/** The id of a relation by its public slug. */
export async function getRelationId(tx: Tx, slug: string): Promise<string> {
  const row = await tx.selectFrom('relations.relations').select('id').where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.id
}

const silentLimit = 100

/** The texts of relation `r` that were signed by a day, as rows `t` with their document `d`. */
const signedBy = (on: string) => sql`relations.texts t
  join relations.documents d on d.tenant = t.tenant and d.id = t.document and d.voided_on is null
  where t.tenant = r.tenant and t.relation = r.id and t.voided_on is null
    and t.kind in ('mou', 'arrangement', 'agreement', 'renewal')
    and rpad(coalesce(t.signed_on, d.dated_on, d.received_on, d.filed_on), 10, '-01-01') <= ${on}`

/** `isOver` of the rule, but for a text that gave way to another: there the other one stands. */
const isOver = (on: string) => sql`(coalesce(rpad(t.terminated_on, 10, '-01-01') <= ${on}, false)
  or coalesce(rpad(t.ends_on, 10, '-12-31') < ${on}, false)
  or coalesce(t.ends_on is null and (rpad(coalesce(t.begins_on, t.signed_on), 10, '-01-01')::date
    + make_interval(months => t.term_months))::date <= ${on}::date, false))`

/**
 * Relations that have been silent on a day, the longest silence first: the first `limit` of them, and how many there
 * are in all (at most 100). The condition in SQL is `silentFor` once more, so that the index finds the few rows.
 */
export async function listSilent(tx: Tx, { on, limit }: { on: string; limit: number }) {
  const { rows } = await sql<RelationRow & { total: number }>`
    with waiting as (
      select r.id, r.last_on from relations.relations r
      where coalesce(r.last_on, '') between '0' and ${addDays(on, -silentAfterDays)}
        and r.cooperation_type is distinct from 'none'
        and (r.not_continued_on is null or rpad(r.not_continued_on, 10, '-01-01') > ${on})
        and exists (select from relations.processes c
          where c.tenant = r.tenant and c.relation = r.id and rpad(c.began_on, 10, '-01-01') <= ${on})
        and not exists (select from ${signedBy(on)} and not ${isOver(on)})
        and (not exists (select from ${signedBy(on)}) or exists (select from relations.processes c
          where c.tenant = r.tenant and c.relation = r.id and rpad(c.began_on, 10, '-01-01') <= ${on}
            and coalesce(rpad(c.closed_on, 10, '-01-01'), '9999') > ${on}
            and not exists (select from ${signedBy(on)} and t.process = c.id)
            and (exists (select from relations.steps s
                where s.tenant = c.tenant and s.process = c.id and rpad(s.occurred_on, 10, '-01-01') <= ${on})
              or exists (select from relations.documents d where d.tenant = c.tenant and d.process = c.id
                and d.voided_on is null and rpad(coalesce(d.dated_on, d.received_on, d.filed_on), 10, '-01-01') <= ${on})
              or exists (select from relations.processes e where e.tenant = c.tenant and e.relation = c.relation
                and (e.began_on, e.id) < (c.began_on, c.id)))))
      order by coalesce(r.last_on, ''), r.id limit ${silentLimit})
    select s.*, (select count(*)::int from waiting) as total
    from waiting w join relations.sheets s on s.id = w.id order by w.last_on, w.id limit ${limit}`.execute(tx)
  const silent = rows.flatMap((row) => {
    const { id, slug, label, partner, lastOn, status } = present(row, on)
    const days = silentFor({ status, lastOn }, on)
    if (days === undefined || lastOn === null) return []
    return [{ id, slug, label, partner: partner && { name: partner.name, names: partner.names ?? {} }, lastOn, days }]
  })
  return { rows: silent, total: rows[0]?.total ?? 0 }
}

/** Whether the region has recorded any cooperation yet. */
export async function hasRelations(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('relations.relations').select('id').limit(1).executeTakeFirst()) !== undefined
}
