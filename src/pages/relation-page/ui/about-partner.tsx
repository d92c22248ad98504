import { partnerName } from '../../../slices/relations/ui/view.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Known } from './known.tsx'
import { writeProfile } from '../profile.ts'
import { useRelationPage } from './use-page.ts'
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
