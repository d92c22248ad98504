import { numberWord } from '../../../shared/format.ts'
import { fieldText } from '../../../slices/relations/ui/field-text.ts'
import { countShown } from '../../../slices/relations/ui/view.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { CountLine } from '../count-line.tsx'
import { Known, useLevel } from './known.tsx'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** What was offered and how much of it is named. */
export function FieldsSummary() {
  const { relation, fields, saidCounts } = useRelationPage()
  const language = useLanguage()
  const counts = countShown(fields)
  const { unnamed } = counts
  const level = useLevel(relation.id, 'fields')
  const texts = fields
    .filter(({ standing }) => standing !== 'tidak_dilanjutkan')
    .map((field) => ({ id: field.id, text: fieldText(language, field) }))
    .filter(({ text }) => text !== '')
  return (
    <section className="sec strong">
      <h2>{words[language].tab.fields}</h2>
      {counts.offered === 0 ? (
        <p className="empty">{words[language].noFields}</p>
      ) : (
        <CountLine
          language={language}
          counts={counts}
          said={saidCounts}
          level={level}
          mark={(figure) => (
            <Known subject={relation.id} field="fields" what={words[language].tab.fields} offers>
              {figure}
            </Known>
          )}
        />
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
