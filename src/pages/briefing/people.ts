import type { Language } from '../../shared/languages.ts'
import type { Participant } from '../../slices/agenda/model.ts'
import { officeTitle } from '../../slices/reference/model.ts'

type Somebody = Pick<Participant, 'givenName' | 'familyName' | 'office' | 'capacity'> & {
  organisation?: string | undefined
}

/** "Dr. Tri Adhianto, Wali Kota": a name with the office as it was held then, or the body somebody came for. */
export function personName(
  { givenName, familyName, office, capacity, organisation }: Somebody,
  language: Language,
): string {
  const name = [givenName, familyName].filter((part) => part !== '').join(' ')
  const title = office === undefined ? organisation : officeTitle(language, { office, capacity })
  return [name, title].filter((part) => part !== undefined && part !== '').join(', ')
}
