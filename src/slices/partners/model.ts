import { firstDayOf, isOnOrBefore, lastDayOf, type PartialDate } from '../../shared/dates.ts'
import type { Named } from '../../shared/names.ts'
import type { OfficeId } from '../reference/model.ts'

export { countryFactKinds, countryFactUnits, fieldOfCountryFact, subjectOfCountry } from './country-facts-model.ts'
export { unitsOfKind, type CountryFact, type CountryFactKind, type CountryFactUnit } from './country-facts-model.ts'
export type { PublishedCountry } from './country-facts-model.ts'

export const profileKinds = ['countries_worked_with', 'countries_targeted', 'visited_in_indonesia', 'note'] as const
export type ProfileKind = (typeof profileKinds)[number]

/** How high a partner stands in the order of its own country; a cooperation between governments pairs equals. */
export const partnerTiers = ['national', 'state', 'province', 'prefecture', 'regency', 'city', 'ward', 'town'] as const
export type PartnerTier = (typeof partnerTiers)[number]

/** A partner as pages show it: Latin name with its forms per language, and the form in its own script. */
export interface PartnerCard extends Named {
  id: string
  slug: string
  kind: string | undefined
  nativeName: string | undefined
  nativeLang: string | undefined
  country: string | undefined
}

/** The same as those who mend it need it. */
export interface PartnerEntry extends PartnerCard {
  tier: string | undefined
  rev: number
}

/** Another spelling under which a partner is found. */
export interface Alias {
  id: string
  name: string
  lang: string | undefined
  rev: number
}

/** A partner that was entered twice: its own name still leads to the one that is kept. */
export interface Merged {
  id: string
  name: string
  reason: string | undefined
}

/** Who holds an office at a partner. The term may be unknown; then a day is known on which the person was seen in it. */
export interface Person {
  id: string
  givenName: string
  familyName: string
  nameLang: string | undefined
  office: OfficeId
  fromOn: PartialDate | undefined
  toOn: PartialDate | undefined
  seenOn: PartialDate
  rev: number
}

/** A dated statement about a partner ("more than 11 countries"). */
export interface ProfileFact {
  id: string
  kind: ProfileKind
  number: number | undefined
  moreThan: boolean
  words: string | undefined
  year: number | undefined
  occurredOn: PartialDate
}

/** What the region records about a partner, gathered. */
export interface PartnerRecord extends PartnerEntry {
  aliases: Alias[]
  people: Person[]
  facts: (ProfileFact & { rev: number })[]
  merged: Merged[]
  /** The name under which it was asked for, where that is a merged one. */
  askedAs?: string
}

export type Term = 'holds' | 'held' | 'will_hold'

/** Whether somebody holds the office on a day, held it before, or only begins later. */
export function termOn({ fromOn, toOn, seenOn }: Pick<Person, 'fromOn' | 'toOn' | 'seenOn'>, on: string): Term {
  if (toOn !== undefined && lastDayOf(toOn) < on) return 'held'
  return isOnOrBefore(fromOn ?? seenOn, on) || isOnOrBefore(seenOn, on) ? 'holds' : 'will_hold'
}

/** The newest first: by the first day a person is known in the office. */
export function newestFirst(people: readonly Person[]): Person[] {
  const firstOf = ({ fromOn, seenOn }: Person) => firstDayOf(fromOn ?? seenOn)
  return people.toSorted((a, b) => firstOf(b).localeCompare(firstOf(a)) || b.id.localeCompare(a.id))
}

/** Whether a name holds letters of Chinese, Japanese or Korean writing: those of a person need a source. */
export function isNativeScript(text: string): boolean {
  return /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(text)
}

/** The language of a name in its own script, as far as its letters and its country tell. */
export function languageOfScript(text: string, country: string | undefined): string | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Han}/u.test(text))
    return country === 'JP' || country === undefined ? 'ja' : country === 'KR' ? 'ko' : 'zh'
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  if (/\p{Script=Thai}/u.test(text)) return 'th'
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru'
  return undefined
}

/** The last part of a partner's address, from its Latin name; undefined where nothing of it is Latin. */
export function slugOf(folded: string): string | undefined {
  const slug = folded
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? undefined : slug
}
