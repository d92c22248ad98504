import { useSearchParams } from 'react-router'
import { isDate, type DateText } from '../../../shared/dates.ts'

/** The day of "keadaan per tanggal" in the address (`?per=`), where the page is shown as of another day. */
export function usePer(): DateText | undefined {
  return readPer(useSearchParams()[0])
}

/** The same out of any address; what is no whole day counts as not given. */
export function readPer(search: URLSearchParams): DateText | undefined {
  const per = search.get('per')
  return per !== null && isDate(per) ? per : undefined
}

/** What an endpoint of this page is asked with. */
export const perInput = (per: DateText | undefined): { per?: DateText } => (per === undefined ? {} : { per })

/** An address of this page on the same day. */
export const onSameDay = (path: string, per: DateText | undefined): string =>
  per === undefined ? path : `${path}?per=${per}`
