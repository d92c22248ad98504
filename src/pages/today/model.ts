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
