import type { DateText } from '../../shared/dates.ts'

/** Lines of one kind: the first of them, and how many there are. */
export interface Group<Line> {
  lines: readonly Line[]
  total: number
}

/**
 * The lines that have room, in the order of their kinds. Every kind that waits is there with its first line, so that
 * many of one do not hide a deadline of another; what room is left is filled from the front.
 */
export function chooseLines<Line>(
  groups: readonly Group<Line>[],
  most: number,
): { lines: Line[]; more: number; total: number } {
  const taken = groups.map(({ lines }) => Math.min(lines.length, 1))
  let room = most - taken.reduce((sum, n) => sum + n, 0)
  for (const [at, { lines }] of groups.entries()) {
    const further = Math.max(0, Math.min(room, lines.length - (taken[at] ?? 0)))
    taken[at] = (taken[at] ?? 0) + further
    room -= further
  }
  const chosen = groups.flatMap(({ lines }, at) => lines.slice(0, taken[at])).slice(0, most)
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  return { lines: chosen, more: total - chosen.length, total }
}

/** Who looks at her day. */
export interface Me {
  membership: string
  unit: string | undefined
  name: string
  /** Of a head of region only what waits for a decision is asked. */
  isHead?: boolean
}

/** Who has a follow-up, and until when. */
export interface Owned {
  member?: { id: string; left: boolean } | undefined
  unit?: { id: string } | undefined
  owner?: string | undefined
  dueOn?: DateText | undefined
}

/**
 * Whose turn a follow-up is whose day has come: mine to do when I have it, my office has it, or nobody does (also when
 * who had it left). What another agency or person has is mine only once it is overdue, and then mine to ask about.
 */
export function turnOf(
  { member, unit, owner, dueOn }: Owned,
  { me, on }: { me: Me; on: DateText },
): 'do' | 'ask' | undefined {
  if (dueOn === undefined || dueOn > on) return undefined
  const held = member !== undefined && !member.left ? member.id === me.membership : undefined
  const isMine = held ?? (owner === undefined ? unit === undefined || unit.id === me.unit : owner === me.name)
  if (isMine) return 'do'
  return dueOn < on ? 'ask' : undefined
}
