import { isOnOrBefore } from '../../shared/dates.ts'
import { formatBytes, formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { StatusWord } from '../../slices/relations/embed.tsx'
import { isShown, statusByDays, type PublishedRelation, type PublishedText } from '../../slices/relations/model.ts'
import { words as textWords } from '../../slices/relations/ui/messages/words.gen.ts'
import { textFacts } from '../../slices/relations/ui/text-facts.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { words } from './messages/words.gen.ts'

interface TextsProps {
  relation: PublishedRelation
  language: Language
}

/** The row "Naskah" of the summary: which are signed, or that there is none. Not there where texts were not chosen. */
export function TextsFact({ relation, language }: TextsProps) {
  const w = words[language]
  if (!isShown(relation, 'naskah')) return null
  const { texts } = relation
  return (
    <Fact term={w.text}>
      {texts.length === 0
        ? w.noText
        : texts.map((text) => (
            <p key={text.id}>
              <SourceMark level="documented" href="#naskah" label={sourceWords[language].level.documented}>
                {nameOf(text, language)}
              </SourceMark>
            </p>
          ))}
    </Fact>
  )
}

const nameOf = ({ kind, on }: PublishedText, language: Language): string =>
  `${textWords[language].texts.kind[kind]}, ${formatDate(on, language)}`

/** Every signed text with its numbers, term, signatories and file (UU 14/2008 Ps 11(1)e). Only what is on file is here. */
export function Texts({
  relation,
  language,
  on,
  fileAt,
}: TextsProps & { on: string; fileAt: (path: string) => string }) {
  const { texts, slug, statuses } = relation
  if (!isShown(relation, 'naskah') || texts.length === 0) return null
  const w = words[language]
  return (
    <section className="sec" id="naskah">
      <h2>{w.text}</h2>
      {!isShown(relation, 'tahap') && <StatusWord status={statusByDays(statuses, on)} language={language} />}
      {texts.map((text) => (
        <div key={text.id} className="gap3">
          <h3 className="name">
            <SourceMark level="documented" label={sourceWords[language].level.documented}>
              <bdi>{text.title}</bdi>
            </SourceMark>
          </h3>
          <p className="key">
            {nameOf(text, language)}
            {text.terminatedOn !== null &&
              isOnOrBefore(text.terminatedOn, on) &&
              ` · ${w.texts.endedOn({ date: formatDate(text.terminatedOn, language) })}`}
          </p>
          <div className="gap">
            <Facts>
              {textFacts(text, language).map(([term, value]) => (
                <Fact key={term} term={term}>
                  <bdi>{value}</bdi>
                </Fact>
              ))}
            </Facts>
          </div>
          <p className="gap">
            {text.file === null ? (
              w.texts.paperOnly
            ) : (
              <a className="btn" href={fileAt(`/kerja-sama/${slug}/naskah/${text.id}`)}>
                {w.texts.file({ kind: text.file.kind.toUpperCase(), size: formatBytes(text.file.bytes, language) })}
              </a>
            )}
          </p>
        </div>
      ))}
    </section>
  )
}
