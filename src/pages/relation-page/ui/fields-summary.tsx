import { numberWord } from '../../../shared/format.ts'
import { words as relationWords } from '../../../slices/relations/messages/words.gen.ts'
import { fieldText } from '../../../slices/relations/ui/field-text.ts'
import { countShown } from '../../../slices/relations/ui/view.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Known } from './known.tsx'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** What was offered and how much of it is named. */
export function FieldsSummary() {
  const { relation, fields } = useRelationPage()
  const language = useLanguage()
  const w = relationWords[language].fields
  const { offered, named, unnamed } = countShown(fields)
  const texts = fields
    .filter(({ standing }) => standing !== 'tidak_dilanjutkan')
    .map((field) => ({ id: field.id, text: fieldText(language, field) }))
    .filter(({ text }) => text !== '')
  return (
    <section className="sec strong">
      <h2>{words[language].tab.fields}</h2>
      {offered === 0 ? (
        <p className="empty">{words[language].noFields}</p>
      ) : (
        <p>
          <span className="count">
            <Known subject={relation.id} topic="bidang">
              {w.offered({ n: offered })}
            </Known>
          </span>
          {' · '}
          {w.named({ n: named })}
          {unnamed > 0 && ` · ${w.unnamed({ n: unnamed })}`}
        </p>
      )}
      <ul className="fields">
        {texts.map(({ id, text }) => (
          <li key={id}>
            <bdi>{text}</bdi>
          </li>
        ))}
        {unnamed > 0 && texts.length > 0 && (
          <li className="none">{words[language].rest({ word: numberWord(unnamed, language) })}</li>
        )}
      </ul>
    </section>
  )
}
