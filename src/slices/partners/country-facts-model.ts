import type { PartialDate } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import type { RegionCard } from '../reference/model.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'

/** What is said about a country, in the order in which a page tells it. */
export const countryFactKinds = [
  'residents',
  'companies',
  'investment',
  'trade',
  'absorption',
  'standing',
  'potential',
  'market',
  'note',
] as const
export type CountryFactKind = (typeof countryFactKinds)[number]

/** What a figure counts; money by the code of its currency in small letters, in whole units. */
export const countryFactUnits = ['people', 'companies', 'projects', 'idr', 'usd', 'jpy', 'krw', 'eur'] as const
export type CountryFactUnit = (typeof countryFactUnits)[number]

const money: readonly CountryFactUnit[] = ['idr', 'usd', 'jpy', 'krw', 'eur']

/** The units that make sense of a kind: nobody counts residents in dollars. */
export const unitsOfKind: Readonly<Record<CountryFactKind, readonly CountryFactUnit[]>> = {
  residents: ['people'],
  companies: ['companies'],
  investment: [...money, 'projects', 'companies'],
  trade: money,
  absorption: ['people', 'companies'],
  standing: ['projects', 'people', 'companies'],
  potential: countryFactUnits,
  market: countryFactUnits,
  note: countryFactUnits,
}

/** A dated statement about a country. Without a number its words say so; nothing is estimated. */
export interface CountryFact {
  id: string
  kind: CountryFactKind
  number: number | undefined
  moreThan: boolean
  unit: CountryFactUnit | undefined
  words: string | undefined
  wordsLang: Language
  occurredOn: PartialDate
  rev: number
}

/** The statements about a country as the world sees them, each with where it comes from. */
export interface PublishedCountry {
  country: string
  region: RegionCard
  facts: CountryFact[]
  ground: PublicationGround
  provenance: PublicLine[]
}

/**
 * Whom an act about a country is about. A country has no row, so its history hangs on an id made of its two letters:
 * JP is …4a50. Each region has its own history under it.
 */
export function subjectOfCountry(code: string): string {
  const letters = [...code].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(2, '0')).join('')
  return `00000000-0000-8000-8000-${letters.padStart(12, '0').slice(-12)}`
}

/** Which value of a statement its source speaks of. */
export const fieldOfCountryFact = ({ number }: { number?: number | null | undefined }): 'number' | 'words' =>
  number === undefined || number === null ? 'words' : 'number'
