import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { FileLink } from '../../files/ui/file-link.tsx'
import { words as procedureWords } from '../../procedures/messages/words.gen.ts'
import type { document } from '../recording-contract.ts'
import { DocumentActs } from './correct-document.tsx'
import { words } from './messages/words.gen.ts'

export type DocumentView = z.output<typeof document>

/** The papers on file: what each is, its number and days, what it answers, and the file or where the paper lies. */
export function DocumentsList({ documents }: { documents: readonly DocumentView[] }) {
  const { language, may } = useVisitor()
  const w = words[language].documents
  return (
    <ul className="lines">
      {documents.map((one) => (
        <li key={one.id}>
          <b>{one.voidedOn === null ? nameOf(one, language) : <s>{nameOf(one, language)}</s>}</b>{' '}
          <span className="s q">{particularsOf(one, language)}</span>
          <br />
          {one.file !== null ? (
            <FileLink {...one.file} />
          ) : (
            <span className="s">{w.seenAt({ place: one.seenAt ?? '' })}</span>
          )}
          {one.voidedOn !== null && (
            <span className="s q">
              {' '}
              {w.voided({ date: formatDate(one.voidedOn, language), reason: one.voidedReason ?? '' })}
            </span>
          )}
          {one.voidedOn === null && may('relations.mend') && (
            <DocumentActs document={one} name={nameOf(one, language)} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** A paper in one line, for a choice: what it is, its number and days. */
export function documentLabel(document: DocumentView, language: Language): string {
  const particulars = particularsOf(document, language)
  return particulars === '' ? nameOf(document, language) : `${nameOf(document, language)} · ${particulars}`
}

function nameOf({ kind, round }: DocumentView, language: Language): string {
  const name = procedureWords[language].document[kind]
  return round > 1 ? words[language].documents.inRound({ name, round }) : name
}

function particularsOf(
  { number, issuer, datedOn, receivedOn, outcome, lang, articles }: DocumentView,
  language: Language,
) {
  const w = words[language]
  return [
    outcome === null ? undefined : w.record.outcomes[outcome],
    number ?? undefined,
    issuer ?? undefined,
    datedOn === null ? undefined : formatDate(datedOn, language),
    receivedOn === null ? undefined : w.documents.receivedOn({ date: formatDate(receivedOn, language) }),
    lang === null ? undefined : lang,
    articles === null ? undefined : w.documents.articles({ n: articles }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}
