import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { addYears, isDate, type DateText } from '../../shared/dates.ts'
import type { Named } from '../../shared/names.ts'
import { dprdClock } from '../procedures/model.ts'
import { getCalendar } from '../reference/queries.ts'

/** A relation as other lists name it; the name is the partner's, else its label. */
export interface RelationName extends Named {
  id: string
  slug: string
}

/** What DPRD has on its table on a day: until when by the calendar as it is now, and how many working days are left. */
export interface OpenClock {
  /** The id of its step. */
  id: string
  relation: RelationName
  state: 'running' | 'overdue'
  receivedOn: DateText
  dueOn: DateText
  /** Working days; below zero, so many have passed since. */
  daysLeft: number
  isProvisional: boolean
}

const mostClocks = 500

/** The name of relation `r` with its partner `p`, as JSON. */
export const relationName = sql`json_build_object('id', r.id, 'slug', r.slug, 'name', coalesce(p.name, r.label),
  'names', coalesce(p.names, '{}'))`

/** Every clock of DPRD that runs on a day, the nearest limit first (of at most 500). What has ended is not counted anew. */
export async function listOpenClocks(tx: Tx, on: DateText): Promise<OpenClock[]> {
  const { rows } = await sql<{ id: string; relation: RelationName; receivedOn: string }>`
    select s.id, ${relationName} as relation, s.from_on as "receivedOn"
    from relations.steps s
    join relations.processes c on c.tenant = s.tenant and c.id = s.process
    join relations.relations r on r.tenant = c.tenant and r.id = c.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where s.step = 'persetujuan_dprd' and s.holder = 'dprd' and s.from_on <= ${on}
      and (s.to_on is null or rpad(s.to_on, 10, '-01-01') > ${on}) and s.state <> 'running'
      and (c.closed_on is null or rpad(c.closed_on, 10, '-01-01') > ${on})
      and (r.not_continued_on is null or rpad(r.not_continued_on, 10, '-01-01') > ${on})
      and r.cooperation_type is distinct from 'none'
    order by s.from_on, s.id limit ${mostClocks}`.execute(tx)
  const known = rows.filter(({ receivedOn }) => isDate(receivedOn))
  const [first] = known
  if (first === undefined) return []
  const calendar = await getCalendar(tx, { from: first.receivedOn, to: addYears(on, 1) })
  // Counting days one by one takes a millisecond: letters of the same day share their count.
  const counted = new Map(
    [...new Set(known.map(({ receivedOn }) => receivedOn))].map((receivedOn) => [
      receivedOn,
      dprdClock({ receivedOn, decidedOn: undefined, on, calendar }),
    ]),
  )
  const open = known.flatMap(({ id, relation, receivedOn }) => {
    const { state, dueOn, daysLeft, count } = counted.get(receivedOn) ?? { state: 'cannot_count' as const }
    if (state !== 'running' && state !== 'overdue') return []
    if (dueOn === undefined || daysLeft === undefined) return []
    return [{ id, relation, state, receivedOn, dueOn, daysLeft, isProvisional: count?.isProvisional === true }]
  })
  return open.toSorted((a, b) => (`${a.dueOn} ${a.id}` < `${b.dueOn} ${b.id}` ? -1 : 1))
}
