import { formatDate } from '../../../shared/format.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Fact } from '../../../ui/marks/facts.tsx'
import { words as sourceWords } from '../messages/words.gen.ts'
import type { SourceView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What a source is and who made it: rows of a list of facts. What it does not say has no row, but for the medium. */
export function SourceFacts({ source }: { source: SourceView }) {
  const language = useLanguage()
  const w = sourceWords[language]
  const own = words[language]
  return (
    <>
      <Fact term={w.medium}>
        <bdi>{source.outlet ?? w.outletUnknown}</bdi>
      </Fact>
      <Fact term={w.headline}>{source.title !== null && <bdi>{source.title}</bdi>}</Fact>
      <Fact term={own.author}>{source.author !== null && <bdi>{source.author}</bdi>}</Fact>
      <Fact term={own.editor}>{source.editor !== null && <bdi>{source.editor}</bdi>}</Fact>
      <Fact term={own.photo}>{source.photo !== null && <bdi>{source.photo}</bdi>}</Fact>
      <Fact term={own.published}>
        {source.publishedOn !== null && formatDate(source.publishedOn, language, { weekday: true })}
      </Fact>
      <Fact term={own.address}>
        {source.url !== null && (
          <a className="url" href={source.url} rel="noreferrer noopener" target="_blank">
            {source.url}
          </a>
        )}
      </Fact>
    </>
  )
}
