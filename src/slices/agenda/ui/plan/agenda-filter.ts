import { addDays, isPartialDate, weekdayOf, type DateText } from '../../../../shared/dates.ts'
import { isId } from '../../../../shared/ids.ts'
import { activityKinds, type ActivityKind, type CommitmentSide } from '../../model.ts'

/** What of the agenda is looked at; it stands in the address, so that it can be kept and sent. */
export interface Looked {
  view: 'coming' | 'month' | 'past' | 'commitments' | 'gifts'
  kind?: ActivityKind
  relation?: string
  series?: string
  mine?: true
  q?: string
  /** Of the month view. */
  month?: string
  /** Of the past. */
  year?: number
  /** Of the gifts register. */
  unreported?: true
  /** Whose commitments. */
  side?: CommitmentSide
}

const views = { bulan: 'month', lewat: 'past', komitmen: 'commitments', 'cendera-mata': 'gifts' } as const

const sides = { kita: 'ours', mitra: 'theirs' } as const

/** Reads an address. What nobody here knows is left out: an old bookmark shows more rather than an error. */
export function lookedIn(search: URLSearchParams): Looked {
  const said = (name: string) => search.get(name) ?? ''
  const view = Object.hasOwn(views, said('tampil')) ? views[said('tampil') as keyof typeof views] : 'coming'
  const kind = activityKinds.find((one) => one === said('jenis'))
  const year = /^(19|20|21)\d\d$/.test(said('tahun')) ? Number(said('tahun')) : undefined
  return {
    view,
    ...(kind !== undefined && { kind }),
    ...(isId(said('kerja-sama')) && { relation: said('kerja-sama') }),
    ...(isId(said('berkala')) && { series: said('berkala') }),
    ...(said('milik') === 'saya' && { mine: true }),
    ...(said('q') !== '' && { q: said('q').slice(0, 200) }),
    ...(said('bulan').length === 7 && isPartialDate(said('bulan')) && { month: said('bulan') }),
    ...(year !== undefined && { year }),
    ...(said('lapor') === 'belum' && { unreported: true }),
    ...(Object.hasOwn(sides, said('pihak')) && { side: sides[said('pihak') as keyof typeof sides] }),
  }
}

/** The same as an address. */
export function addressFor(looked: Looked): string {
  const { view, kind, relation, series, mine, q, month, year, unreported, side } = looked
  const tab = Object.entries(views).find(([, one]) => one === view)?.[0]
  const said = {
    tampil: tab,
    bulan: view === 'month' ? month : undefined,
    tahun: view === 'past' && year !== undefined ? String(year) : undefined,
    lapor: view === 'gifts' && unreported === true ? 'belum' : undefined,
    pihak: view === 'commitments' ? Object.entries(sides).find(([, one]) => one === side)?.[0] : undefined,
    jenis: kind,
    'kerja-sama': relation,
    berkala: series,
    milik: mine === true ? 'saya' : undefined,
    q,
  }
  const entries = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const query = new URLSearchParams(entries).toString()
  return `/agenda${query === '' ? '' : `?${query}`}`
}

/** Whether anything but words narrows the list. */
export const isNarrowed = ({ kind, relation, series, mine }: Looked): boolean =>
  kind !== undefined || relation !== undefined || series !== undefined || mine === true

/** The last day of the week of a day; weeks begin on Monday. */
export function endOfWeek(day: DateText): DateText {
  return addDays(day, (7 - weekdayOf(day)) % 7)
}

/** Where a coming day belongs: this week, the next, or its month. Days of a visit under way count as this week. */
export function groupOf(day: DateText, on: DateText): string {
  const sunday = endOfWeek(on)
  if (day <= sunday) return 'this'
  if (day <= addDays(sunday, 7)) return 'next'
  return day.slice(0, 7)
}
