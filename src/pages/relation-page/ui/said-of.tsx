import { SourceButton, Sourced } from '../../../slices/sources/ui/sourced.tsx'
import { words as sourceWords } from '../../../slices/sources/messages/words.gen.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact } from '../../../ui/marks/facts.tsx'
import { fieldOfTopic } from '../topics.ts'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** The expected benefit or an earlier example, as somebody said it: no value stands behind it, the source is all. */
export function SaidOf({ topic }: { topic: 'manfaat' | 'contoh' }) {
  const { relation, said } = useRelationPage()
  const { language, may } = useVisitor()
  const what = sourceWords[language].topic[topic]
  const sheet = { subject: relation.id, field: fieldOfTopic[topic], what }
  const lines = said.filter(({ field }) => field === sheet.field)
  const mayAdd = may('sources.judge')
  if (lines.length === 0 && !mayAdd) return null
  return (
    <Fact term={what}>
      {lines.map((line) => (
        <p key={line.id}>
          <Sourced {...sheet} level={line.level}>
            {line.summary?.[language] ?? line.summary?.id ?? '–'}
          </Sourced>
        </p>
      ))}
      {lines.length === 0 && (
        <>
          <span className="q">{words[language].fact.notSaid}</span>{' '}
          <SourceButton {...sheet} label={words[language].fact.addSaid} />
        </>
      )}
    </Fact>
  )
}
