import { daysBetween, firstDayOf, isOnOrBefore, lastDayOf } from '../../shared/dates.ts'
import { formatBytes, formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { relationTitle } from '../../slices/relations/embed.tsx'
import type { PublishedText } from '../../slices/relations/model.ts'
import type { ListedText } from '../../slices/relations/published.ts'
import { words as textWords } from '../../slices/relations/ui/messages/words.gen.ts'
import { words as fileWords } from '../relation-page/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

interface RowsProps {
  texts: readonly ListedText[]
  language: Language
  on: string
  /** The address of a file by its path without language. */
  fileAt: (path: string) => string
}

/** Signed texts as rows: day, title, whose it is, what its term means on the day, and its file. */
export function DocumentRows({ texts, language, on, fileAt }: RowsProps) {
  return (
    <ul className="rows">
      {texts.map(({ text, relation }) => (
        <li key={text.id}>
          <span className="day">{formatDate(text.on, language)}</span>
          <h3 className="name">
            <a href={`/${language}/kerja-sama/${relation.slug}#naskah`}>
              <bdi>{text.title}</bdi>
            </a>
          </h3>
          <div>
            <p>{relationTitle(language, relation)}</p>
            <p className="key">
              {textWords[language].texts.kind[text.kind]}
              {numbersOf(text, language).map((number) => (
                <span key={number}>
                  {' · '}
                  <bdi>{number}</bdi>
                </span>
              ))}
            </p>
            <p>{termSentence(text, { language, on })}</p>
          </div>
          <p className="links">
            {text.file === null ? (
              <span className="key">{fileWords[language].texts.paperOnly}</span>
            ) : (
              <a href={fileAt(`/kerja-sama/${relation.slug}/naskah/${text.id}`)}>
                {fileWords[language].texts.file({
                  kind: text.file.kind.toUpperCase(),
                  size: formatBytes(text.file.bytes, language),
                })}
                <span className="vh">, {text.title}</span>
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function numbersOf({ numberOurs, numberTheirs, signedOn, signedAt }: PublishedText, language: Language): string[] {
  const w = words[language].documents
  const date = signedOn === null ? undefined : formatDate(signedOn, language)
  return [
    ...(numberOurs === null ? [] : [w.numbers({ ours: numberOurs })]),
    ...(numberTheirs === null ? [] : [w.numberTheirs({ theirs: numberTheirs })]),
    ...(date === undefined ? [] : [signedAt === null ? w.signed({ date }) : w.signedAt({ date, place: signedAt })]),
  ]
}

/** The kinds that have a term of their own; a letter of intent and a plan only precede. */
const withTerm: readonly string[] = ['mou', 'arrangement', 'agreement', 'renewal'] satisfies PublishedText['kind'][]

/** What the term of a text means on a day. It tells of the text alone: whether the cooperation stands is its status. */
export function termSentence(
  text: Pick<PublishedText, 'kind' | 'beginsOn' | 'isOpenEnded' | 'lastDay' | 'terminatedOn'>,
  { language, on }: { language: Language; on: string },
): string | undefined {
  const w = words[language].documents
  const { beginsOn, terminatedOn } = text
  const write = (date: string) => formatDate(date, language)
  if (terminatedOn !== null && isOnOrBefore(terminatedOn, on)) return w.terminated({ date: write(terminatedOn) })
  if (beginsOn !== null && firstDayOf(beginsOn) > on) return w.begins({ date: write(beginsOn) })
  if (text.isOpenEnded) return w.openEnded
  if (text.lastDay === null) return withTerm.includes(text.kind) ? w.unknown : undefined
  const date = write(text.lastDay)
  const left = daysBetween(on, lastDayOf(text.lastDay))
  if (left < 0) return w.over({ date })
  if (left === 0) return w.lastDay
  return left > 365 ? w.until({ date }) : w.untilLeft({ date, n: left })
}
