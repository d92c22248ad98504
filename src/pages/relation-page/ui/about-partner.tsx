import { numberWord } from '../../../shared/format.ts'
import { words as relationWords } from '../../../slices/relations/messages/words.gen.ts'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import type { Named } from '../../../shared/names.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Known } from './known.tsx'
import { placeName } from '../place-name.ts'
import { type ProfileView, useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** Dated statements about the partner, each with its source. */
export function AboutPartner() {
  const { relation, region, profile } = useRelationPage()
  const language = useLanguage()
  const said = profile.flatMap((fact) => {
    const text = writeProfile(fact, { language, region })
    return text === undefined ? [] : [{ ...fact, text }]
  })
  if (said.length === 0) return null
  return (
    <section className="sec">
      <h2>{words[language].about({ partner: partnerName(relation, language) })}</h2>
      <ul>
        {said.map(({ id, kind, text }) => (
          <li key={id}>
            <Known
              subject={id}
              field={kind === 'note' || kind === 'visited_in_indonesia' ? 'words' : 'number'}
              what={text}
            >
              {text.charAt(0).toUpperCase() + text.slice(1)}
            </Known>
          </li>
        ))}
      </ul>
    </section>
  )
}

function writeProfile(
  fact: ProfileView,
  { language, region }: { language: keyof typeof relationWords; region: Named },
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
