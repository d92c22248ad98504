import type { ProgrammeLine } from '../../shared/programmes.ts'

/** What is open first: what ends soonest, then what has no end (a contact point); then the rest, each in its order. */
export function openFirst(lines: readonly ProgrammeLine[]): ProgrammeLine[] {
  // Greater than every day, and greater than that.
  const end = ({ open }: ProgrammeLine) => (open === undefined ? '~~' : (open.until ?? '~'))
  return lines.toSorted((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0))
}
