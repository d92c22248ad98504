import type { PartialDate } from '../../shared/dates.ts'
import type { Named } from '../../shared/names.ts'

export const profileKinds = ['countries_worked_with', 'countries_targeted', 'visited_in_indonesia', 'note'] as const
export type ProfileKind = (typeof profileKinds)[number]

/** A partner as pages show it: Latin name with its forms per language, and the form in its own script. */
export interface PartnerCard extends Named {
  id: string
  slug: string
  kind: string | undefined
  nativeName: string | undefined
  nativeLang: string | undefined
  country: string | undefined
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
