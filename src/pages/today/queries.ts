import type { Tx } from '../../platform/database.ts'
import { addDays, weekdayOf, type DateText } from '../../shared/dates.ts'
import { may, type Role } from '../../shared/permissions.ts'
import { listBetween } from '../../slices/agenda/queries.ts'
import { putOffLimit } from '../../slices/notices/model.ts'
import { listPutOff } from '../../slices/notices/queries.ts'
import { listEnding } from '../../slices/relations/queries.ts'
import { chooseLines, type Me } from './model.ts'
import { waiting } from './sources.ts'
import { named } from './subjects.ts'

/** "At most seven lines, then 'dan 12 lagi'"; so many of a kind when all are asked for. */
const most = { lines: 7, ofKind: 50, ending: 7 }

export interface Looking {
  who: { membership: string; unit: string | undefined; name: string; role: Role }
  on: DateText
  all?: boolean
  /** What was put off, instead of what was not. */
  later?: boolean
}

/** What waits for somebody on a day, computed from what is recorded up to it; what she put off waits until its day. */
export async function getToday(tx: Tx, { who, on, all = false, later = false }: Looking) {
  const from = addDays(on, -((weekdayOf(on) + 6) % 7))
  const week = { from, to: addDays(from, 6) }
  const isReader = may(who.role, 'relations.read')
  const putOff = await listPutOff(tx, { membership: who.membership, on })
  const { groups, hidden } = await gather(tx, { who, on, limit: all ? most.ofKind : most.lines, putOff, later })
  const ending = isReader ? await listEnding(tx, { on, limit: most.ending }) : { rows: [], total: 0 }
  return {
    on,
    week,
    ...chooseLines(groups, all || later ? most.ofKind * groups.length : most.lines),
    putOff: putOff.filter(({ line }) => hidden.has(line)),
    activities: isReader ? await listBetween(tx, week) : [],
    ending: ending.rows.map(({ relation, endsOn }) => ({ relation: named(relation), endsOn })),
    endingMore: ending.total - ending.rows.length,
  }
}

type Gathering = Pick<Looking, 'who' | 'on' | 'later'> & {
  limit: number
  putOff: readonly { line: string }[]
}

/** The groups of lines in their order without what was put off, and which of that still waits. */
async function gather(tx: Tx, { who, on, limit, putOff, later = false }: Gathering) {
  const me: Me = { ...who, isHead: who.role === 'pimpinan' }
  const off = new Set(putOff.map(({ line }) => line))
  const hidden = new Set<string>()
  const groups = []
  for (const { roles, may: permission, find } of waiting) {
    if (!roles.includes(who.role) || (permission !== undefined && !may(who.role, permission))) continue
    // So many more are asked for as may fall away: all that she put off can be of one kind.
    const { lines, total } = await find(tx, { me, on, limit: limit + Math.min(off.size, putOffLimit) })
    const gone = lines.filter(({ key }) => off.has(key))
    for (const { key } of gone) hidden.add(key)
    const left = lines.filter(({ key }) => !off.has(key)).slice(0, limit)
    groups.push(
      later ? { lines: gone, total: gone.length } : { lines: left, total: Math.max(left.length, total - gone.length) },
    )
  }
  return { groups, hidden }
}
