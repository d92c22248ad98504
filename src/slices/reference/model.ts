import { type DateText, firstDayOf, isOnOrBefore, lastDayOf, type PartialDate, weekdayOf } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import type { Named } from '../../shared/names.ts'
import { words } from './messages/words.gen.ts'

export const tiers = ['provinsi', 'kabupaten', 'kota'] as const
export type Tier = (typeof tiers)[number]
export type Capacity = (typeof capacities)[number]
export type SectorId = keyof (typeof words)['id']['sector']
export type OfficeId = keyof (typeof words)['id']['office']

export const zones = ['WIB', 'WITA', 'WIT'] as const
export const capacities = ['definitif', 'pj', 'plt', 'plh'] as const
export const unitKinds = ['bagian_kerja_sama', 'opd', 'pimpinan', 'sekretariat', 'lain'] as const
export type UnitKind = (typeof unitKinds)[number]
export const holidayKinds = ['nasional', 'cuti_bersama', 'daerah'] as const
export type HolidayKind = (typeof holidayKinds)[number]
export const headings = ['wajib_dasar', 'wajib_lain', 'pilihan', 'penunjang'] as const
export type Heading = (typeof headings)[number]

/** Countries whose days off are shown beside ours when a date is chosen. */
export const foreignCountries = ['JP', 'KR'] as const
export type ForeignCountry = (typeof foreignCountries)[number]

/** What a day is in a country: 'unknown' where no table tells of its year. */
export type DayState = 'working' | 'weekend' | 'off' | 'unknown'

export interface DayInCountry {
  country: 'ID' | ForeignCountry
  state: DayState
  /** The table of that year is not complete yet, or the day is counted ahead of what the country announces. */
  provisional: boolean
  /** `certain: false` where the day is counted ahead of what that country announces. */
  holidays: { name: string; names: Record<string, string>; kind?: HolidayKind; certain: boolean }[]
}

/** A day off is said before a weekend, and a weekend also where nothing else is known. */
export function dayStateOf(day: DateText, { isOff, isKnown }: { isOff: boolean; isKnown: boolean }): DayState {
  if (isOff) return 'off'
  const weekday = weekdayOf(day)
  if (weekday === 0 || weekday === 6) return 'weekend'
  return isKnown ? 'working' : 'unknown'
}

/** What clocks count by: the days off of a span, the region's switch, and the years of it whose table is complete. */
export interface Calendar {
  holidays: { day: DateText; kind: HolidayKind; name: string }[]
  /** Whether days of joint leave count as working days. */
  cutiBersamaCounts: boolean
  completeYears: number[]
}

/** The region as its portal shows it. */
export interface RegionCard extends Named {
  slug: string
  code: string
  tier: Tier
  /** Shown in the header of the portal, when the region says so. */
  emblem?: Emblem
}

/** The picture of a region's emblem, by the hash of its content. */
export interface Emblem {
  sha256: string
  bytes: number
  kind: 'png' | 'jpeg'
}

export interface Official {
  id: string
  name: string
  office: OfficeId
  capacity: Capacity
  fromOn: PartialDate | undefined
  toOn: PartialDate | undefined
  seenOn: PartialDate
}

/** The same, as it is listed for mending. */
export interface ListedOfficial extends Official {
  /** The body of the region it is an office of, where that is known. */
  unit: string | undefined
  rev: number
}

export const sectorIds = Object.keys(words.id.sector) as SectorId[]
export const officeIds = Object.keys(words.id.office) as OfficeId[]

/** The offices with those of a region of this tier first: what its administrator looks for most. */
export function officesFor(tier: Tier): OfficeId[] {
  const own = ownOffices[tier]
  return [...own, ...officeIds.filter((office) => !own.includes(office))]
}

const ownOffices: Record<Tier, readonly OfficeId[]> = {
  provinsi: ['gubernur', 'wakil_gubernur', 'sekretaris_daerah', 'kepala_dinas'],
  kabupaten: ['bupati', 'wakil_bupati', 'sekretaris_daerah', 'kepala_dinas'],
  kota: ['wali_kota', 'wakil_wali_kota', 'sekretaris_daerah', 'kepala_dinas'],
}

export function isSector(text: string | null | undefined): text is SectorId {
  return typeof text === 'string' && Object.hasOwn(words.id.sector, text)
}

export function isOffice(text: string | null | undefined): text is OfficeId {
  return typeof text === 'string' && Object.hasOwn(words.id.office, text)
}

/** The country's name by its ISO 3166 code; the code itself where the catalogue has no name yet. */
export function countryName(language: Language, code: string): string {
  const { country } = words[language]
  const key = code.toLowerCase()
  return Object.hasOwn(country, key) ? country[key as keyof typeof country] : code
}

/** Who held an office on a day: the term that contains it, else the source that shows somebody in office nearest to it. */
export function holderOn(officials: readonly Official[], office: OfficeId, on: string): Official | undefined {
  const ofOffice = officials.filter((official) => official.office === office)
  const inTerm = ofOffice.find(
    ({ fromOn, toOn }) =>
      fromOn !== undefined && isOnOrBefore(fromOn, on) && (toOn === undefined || lastDayOf(toOn) >= on),
  )
  if (inTerm !== undefined) return inTerm
  return ofOffice
    .filter(({ seenOn }) => isOnOrBefore(seenOn, on))
    .toSorted((a, b) => firstDayOf(b.seenOn).localeCompare(firstDayOf(a.seenOn)))[0]
}

/** Offices that one person holds at a time; of the others (heads of agencies, ambassadors) there are many at once. */
const singleOffices: readonly OfficeId[] = [
  'wali_kota',
  'wakil_wali_kota',
  'bupati',
  'wakil_bupati',
  'gubernur',
  'wakil_gubernur',
  'sekretaris_daerah',
]

export interface Term {
  office: OfficeId
  fromOn: PartialDate | undefined
  toOn: PartialDate | undefined
}

/**
 * A term of the same single office that shares a day with this one. It can be meant (a Plh. beside the absent holder),
 * but usually somebody forgot to end a term. A month or year in which one follows the other is no overlap.
 */
export function findOverlap<Known extends Term>(known: readonly Known[], term: Term): Known | undefined {
  if (!singleOffices.includes(term.office) || term.fromOn === undefined) return undefined
  const begins = lastDayOf(term.fromOn)
  const ends = term.toOn === undefined ? undefined : firstDayOf(term.toOn)
  return known.find(({ office, fromOn, toOn }) => {
    if (office !== term.office || fromOn === undefined) return false
    return (toOn === undefined || firstDayOf(toOn) > begins) && (ends === undefined || lastDayOf(fromOn) < ends)
  })
}

/** An affair's name for a reader; a name that the region has changed stands as it typed it. */
export function affairName(language: Language, { code, name }: { code: string; name: string }): string {
  const known: Record<string, string> = words.id.affair
  const own: Record<string, string> = words[language].affair
  return Object.hasOwn(known, code) && known[code] === name ? (own[code] ?? name) : name
}

/**
 * An office and whose it is: "Wali Kota Bekasi", "Bupati Bekasi", "Mayor of Bekasi City", "ブカシ市長". Where the office
 * ends with the word the place begins with (or, in Japanese, the place ends with what the office begins with), it is said once.
 */
export function officeAt(
  language: Language,
  { office, place, capacity }: { office: OfficeId; place: string; capacity?: Capacity | undefined },
): string {
  const of = office === 'duta_besar' ? place.replace(embassyWord, '') : place
  return inCapacity(language, { title: titleAt(language, { office, place: of }), capacity })
}

/** An office in the capacity in which it was held then: "Pj. Bupati", "職務代理"; the definitive one needs no word. */
export function officeTitle(
  language: Language,
  { office, capacity }: { office: OfficeId; capacity?: Capacity | undefined },
): string {
  return inCapacity(language, { title: words[language].office[office], capacity })
}

function inCapacity(
  language: Language,
  { title, capacity }: { title: string; capacity: Capacity | undefined },
): string {
  if (capacity === undefined || capacity === 'definitif') return title
  return words[language].inCapacity[capacity]({ office: title })
}

/** An ambassador is named by the country, not by the embassy. */
const embassyWord = /^(Kedutaan Besar |Embassy of )|国?大使館$|대사관$/

function titleAt(language: Language, { office, place }: { office: OfficeId; place: string }): string {
  const title = words[language].office[office]
  if (place === '') return title
  if (language === 'en') return `${title} of ${place}`
  if (language === 'ko') return `${place} ${title}`
  if (language === 'ja') return `${place}${place.endsWith(title.slice(0, 1)) ? title.slice(1) : title}`
  const last = title.split(' ').at(-1) ?? ''
  if (place.startsWith(`${last} `)) return `${title}${place.slice(last.length)}`
  return `${title} ${last === 'Bupati' ? place.replace(/^(Kab\.|Kabupaten) /, '') : place}`
}
