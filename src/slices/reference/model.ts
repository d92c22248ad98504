import { firstDayOf, isOnOrBefore, lastDayOf, type PartialDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import type { Named } from '../../shared/names.ts'
import { words } from './messages/words.gen.ts'

export type Tier = 'provinsi' | 'kabupaten' | 'kota'
export type Capacity = 'definitif' | 'pj' | 'plt' | 'plh'
export type SectorId = keyof (typeof words)['id']['sector']
export type OfficeId = keyof (typeof words)['id']['office']

/** The region as its portal shows it. */
export interface RegionCard extends Named {
  slug: string
  code: string
  tier: Tier
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

export const sectorIds = Object.keys(words.id.sector) as SectorId[]
export const officeIds = Object.keys(words.id.office) as OfficeId[]

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

/**
 * An office and whose it is: "Wali Kota Bekasi", "Bupati Bekasi", "Mayor of Bekasi City", "ブカシ市長". Where the office
 * ends with the word the place begins with (or, in Japanese, the place ends with what the office begins with), it is said once.
 */
export function officeAt(language: Language, { office, place }: { office: OfficeId; place: string }): string {
  const title = words[language].office[office]
  if (place === '') return title
  if (language === 'en') return `${title} of ${place}`
  if (language === 'ko') return `${place} ${title}`
  if (language === 'ja') return `${place}${place.endsWith(title.slice(0, 1)) ? title.slice(1) : title}`
  const last = title.split(' ').at(-1) ?? ''
  if (place.startsWith(`${last} `)) return `${title}${place.slice(last.length)}`
  return `${title} ${office === 'bupati' ? place.replace(/^(Kab\.|Kabupaten) /, '') : place}`
}
