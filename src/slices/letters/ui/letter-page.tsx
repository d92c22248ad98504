import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { addressOf } from '../../../shared/endpoint.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { formatDate } from '../../../shared/format.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { words as letterWords } from '../messages/words.gen.ts'
import { readLetter, readPdf, readWord } from '../contract.ts'
import { isEven, whatMay } from '../model.ts'
import { AlsoWrite } from './also-write.tsx'
import { AskedOfLetter } from './asked-of-letter.tsx'
import { LetterActs } from './letter-acts.tsx'
import { countGaps, gapsOf, type Gap } from './gaps.ts'
import { LetterForm, useLetterDraft } from './letter-form.tsx'
import { LetterSheet } from './letter-sheet.tsx'
import { contentOf, controlOf } from './letter-values.ts'
import { stateLine, type LetterView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One letter: what is missing in it, its parts, how it will look, and what happened to it. */
export function LetterPage() {
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(queryOf(readLetter, { id }))
  return <LetterBody key={id} letter={data} />
}

function LetterBody({ letter }: { letter: LetterView }) {
  const language = useLanguage()
  const w = words[language]
  const title = letterWords[language].kind[letter.kind]
  usePageTitle(title)
  const { may } = useVisitor()
  const draft = useLetterDraft(letter)
  const isMended = may('letters.prepare') && whatMay(letter.state).mend
  const content = isMended ? contentOf(draft.values, letter.content) : letter.content
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p className="sub">
            {letter.relationSlug !== null && (
              <>
                <Link to={`/kerja-sama/${letter.relationSlug}`}>{w.page.of({ partner: letter.relationTitle })}</Link>{' '}
                ·{' '}
              </>
            )}
            {letter.meeting !== null && (
              <>
                <Link to={`/kegiatan/${letter.meeting.slug}`}>{w.ofMeeting({ about: letter.meeting.about })}</Link>{' '}
                ·{' '}
              </>
            )}
            {letter.purpose !== null && `${letterWords[language].purpose[letter.purpose]} · `}
            {letter.purpose !== null && `${letterWords[language].language[letter.language]} · `}
            {letter.number === null ? w.noNumber : w.number({ number: letter.number })} · {stateLine(language, letter)}
            {letter.replyBy !== null && ` · ${w.replyBy({ date: formatDate(letter.replyBy, language) })}`}
          </p>
        </div>
        <div className="acts keep">
          <a className="btn" download href={addressOf(readWord, { id: letter.id }).url}>
            {w.page.word}
          </a>
          <a className="btn" download href={addressOf(readPdf, { id: letter.id }).url}>
            {w.page.pdf}
          </a>
        </div>
      </div>
      <p className="s q">{letter.hasOwnTemplate ? w.page.ownTemplate : w.page.pdfNote}</p>
      {draft.dirty && isMended && <p className="s st-wait">{w.page.savedOnly}</p>}
      <div className="cols gap">
        <div>
          <Missing letter={{ ...letter, content }} />
          {content.layout === 'naskah' && !isEven(content.versions) && <p className="st-wait">{w.page.uneven}</p>}
          <div className="gap3">
            {isMended ? <LetterForm letter={letter} draft={draft} /> : <p className="s">{w.page.sentHint}</p>}
          </div>
          {may('letters.prepare') && <LetterActs letter={letter} />}
          <AskedOfLetter letter={letter} />
          {may('letters.prepare') && letter.state !== 'cancelled' && <AlsoWrite letter={letter} />}
        </div>
        <LetterSheet letter={{ ...letter, content }} />
      </div>
    </>
  )
}

/** Every gap that the sheet marks, and where each is filled. */
function Missing({ letter }: { letter: LetterView }) {
  const language = useLanguage()
  const w = words[language].page
  if (letter.state !== 'draft') return null
  const gaps = gapsOf(letter, language)
  if (gaps.length === 0) return <p>{w.complete}</p>
  return (
    <details className="refuse" open={gaps.length < 10}>
      <summary>{w.missing({ n: countGaps(gaps) })}</summary>
      <p className="s">{w.missingHint}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.what} ${typeof gap.place === 'string' ? gap.place : gap.place.path}`}>
            <bdi>{gap.what}</bdi>
            {gap.times > 1 && ` (${w.times({ n: gap.times })})`}
            <span className="s q">
              {' '}
              · <Place place={gap.place} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Place({ place }: Pick<Gap, 'place'>) {
  const w = words[useLanguage()].page.filledIn
  const { may } = useVisitor()
  if (place === 'sending') return w.sending
  if (place === 'head') return may('letters.administer') ? <Link to="/pengaturan/surat">{w.head}</Link> : w.head
  const said = w.form({ field: place.label })
  return may('letters.prepare') ? <a href={`#${controlOf(place.path)}`}>{said}</a> : said
}
