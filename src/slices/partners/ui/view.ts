import type { z } from 'zod'
import type { Language } from '../../../shared/languages.ts'
import { foldForSearch } from '../../../shared/text.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import { countryName } from '../../reference/model.ts'
import { words as partnerWords } from '../messages/words.gen.ts'
import type { listPartners, partner, partnerRecord, person, profileFact } from '../contract.ts'

/** What the endpoints answer, as the screen holds it. */
export type PartnerView = z.output<typeof partner>
export type PartnerRow = z.output<typeof listPartners.output>['rows'][number]
export type RecordView = z.output<typeof partnerRecord>
export type PersonView = z.output<typeof person>
export type FactView = z.output<typeof profileFact>

type Own<Words> = Readonly<Record<string, Words>>

/** The word of a kind or tier; undefined while nobody knows it. */
export function kindWord(language: Language, kind: string | null): string | undefined {
  return kind === null ? undefined : ((partnerWords[language].kind as Own<string>)[kind] ?? kind)
}
export function tierWord(language: Language, tier: string | null): string | undefined {
  return tier === null ? undefined : ((partnerWords[language].tier as Own<string>)[tier] ?? tier)
}

/** The countries of the catalogue in the order of the reader's alphabet. */
export function countryChoices(language: Language): { id: string; label: string }[] {
  return Object.keys(referenceWords.id.country)
    .map((code) => ({ id: code.toUpperCase(), label: countryName(language, code.toUpperCase()) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
}

/** The code of what was typed: a country's name in the reader's language, or its two letters; undefined for nothing known. */
export function readCountry(language: Language, text: string): string | undefined {
  const sought = foldForSearch(text).trim()
  const found = countryChoices(language).find(({ label }) => foldForSearch(label) === sought)
  return found?.id ?? (/^[a-z]{2}$/.test(sought) ? sought.toUpperCase() : undefined)
}

/** A dated statement as a sentence; undefined where its parts are missing. */
export function writeFact(language: Language, fact: Omit<FactView, 'id' | 'rev' | 'occurredOn'>): string | undefined {
  const w = partnerWords[language].fact
  const { kind, number, moreThan, words, year } = fact
  if (kind === 'note') return words ?? undefined
  if (kind === 'visited_in_indonesia') return words === null ? undefined : w[kind]({ place: words })
  if (number === null) return undefined
  const count = moreThan ? w.moreCountries({ n: number }) : w.countries({ n: number })
  if (kind === 'countries_targeted' && year !== null) return w.countries_targeted_in({ count, year: String(year) })
  return w[kind]({ count })
}
