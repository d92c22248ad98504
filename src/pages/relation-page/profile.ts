import { numberWord } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import type { Named } from '../../shared/names.ts'
import type { ProfileFact } from '../../slices/partners/model.ts'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { placeName } from './place-name.ts'

type Said = { [Key in 'kind' | 'number' | 'moreThan' | 'words' | 'year']?: ProfileFact[Key] | undefined } & Pick<
  ProfileFact,
  'kind'
>

/** A statement about a partner as a sentence of the relation's page; undefined where its parts are missing. */
export function writeProfile(
  fact: Said,
  { language, region }: { language: Language; region: Named },
): string | undefined {
  const { profile: w } = relationWords[language]
  const { kind, number, moreThan, words: text, year } = fact
  if (kind === 'note') return text
  if (kind === 'visited_in_indonesia') {
    return text === undefined ? undefined : w[kind]({ place: placeName(language, { words: text, region }) })
  }
  if (number === undefined) return undefined
  const count = moreThan ? w.moreCountries({ n: number }) : w.countries({ word: numberWord(number, language) })
  if (kind === 'countries_worked_with') return w[kind]({ count })
  return year === undefined ? undefined : w[kind]({ count, year })
}
