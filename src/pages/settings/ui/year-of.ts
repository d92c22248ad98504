import type { DateText } from '../../../shared/dates.ts'

/** The year that an address asks for (`tahun`), else the one of the day that is looked at. */
export function yearOf(search: URLSearchParams, on: DateText): number {
  const year = Number(search.get('tahun'))
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : Number(on.slice(0, 4))
}
