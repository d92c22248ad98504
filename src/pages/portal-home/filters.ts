import { statuses, type Status } from '../../slices/relations/model.ts'

/** From how many relations on a list can be narrowed. */
export const filteredFrom = 9

export interface Filters {
  status: Status | undefined
  country: string | undefined
}

/** What an address asks for; what is no status or country is not asked. */
export function readFilters(query: Record<string, string>): Filters {
  const { keadaan = '', negara = '' } = query
  return {
    status: statuses.find((status) => status === keadaan),
    country: /^[A-Z]{2}$/.test(negara) ? negara : undefined,
  }
}

export interface Count {
  status: Status | null
  country: string | null
  n: number
}

/** How many there are in all, how many the filters leave, and the choices of each with their number, the largest first. */
export function sumUp(counts: readonly Count[], { status, country }: Filters) {
  const sum = (rows: readonly Count[]) => rows.reduce((total, { n }) => total + n, 0)
  const byKey = <Key extends string>(of: (count: Count) => Key | null) =>
    [...Map.groupBy(counts, of)]
      .flatMap(([key, rows]) => (key === null ? [] : [{ key, n: sum(rows) }]))
      .toSorted((a, b) => b.n - a.n || a.key.localeCompare(b.key))
  const left = counts.filter(
    (count) =>
      (status === undefined || count.status === status) && (country === undefined || count.country === country),
  )
  return {
    all: sum(counts),
    left: sum(left),
    statuses: byKey((count) => count.status),
    countries: byKey((count) => count.country),
  }
}
