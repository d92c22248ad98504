import { Fact } from '../../ui/marks/facts.tsx'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import { linesOf, Mark, type PartProps } from './portal-parts.tsx'
import { fieldOfTopic } from './topics.ts'

/** What it is for, what is expected of it and what it follows: the first as recorded, the others as somebody said them. */
export function Purpose(part: PartProps) {
  const { relation, language } = part
  return (
    <>
      <Fact term={sourceWords[language].topic.tujuan} id="tujuan">
        {relation.purpose !== undefined && (
          <>
            <Mark {...part} subject={relation.id} field={fieldOfTopic.tujuan} topic="tujuan">
              <span lang="id">{relation.purpose}</span>
            </Mark>
            {language !== 'id' && (
              <>
                {' '}
                <span className="tag">{words[language].onlyIn}</span>
              </>
            )}
          </>
        )}
      </Fact>
      <Told {...part} topic="manfaat" />
      <Told {...part} topic="contoh" />
    </>
  )
}

function Told({ topic, ...part }: PartProps & { topic: 'manfaat' | 'contoh' }) {
  const { relation, language } = part
  const lines = linesOf(relation, { subject: relation.id, field: fieldOfTopic[topic] })
  const told = lines.flatMap(({ id, summary }) => {
    const text = summary?.[language] ?? summary?.id
    return text === undefined ? [] : [{ id, text }]
  })
  return (
    <Fact term={sourceWords[language].topic[topic]} id={topic}>
      {told.map(({ id, text }) => (
        <p key={id}>
          <Mark {...part} subject={relation.id} field={fieldOfTopic[topic]} topic={topic}>
            {text}
          </Mark>
        </p>
      ))}
    </Fact>
  )
}
