import { Fragment } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { blank, blocksOf, linesOf, pairRows } from '../model.ts'
import type { LetterView } from './view.ts'
import './letter.css'

type SheetView = Pick<LetterView, 'content' | 'head' | 'number' | 'datedOn' | 'state'>

/** A letter as it will be printed, in its own languages whatever the reader's is; blanks are marked. */
export function LetterSheet({ letter }: { letter: SheetView }) {
  const { content } = letter
  return (
    <article className="letter" lang="id">
      {content.layout === 'surat' ? (
        <Surat letter={letter} content={content} />
      ) : (
        <Naskah content={content} isDraft={letter.state !== 'sent'} />
      )}
    </article>
  )
}

type Content<Layout> = Extract<LetterView['content'], { layout: Layout }>

function Surat({ letter: { head, number, datedOn }, content }: { letter: SheetView; content: Content<'surat'> }) {
  const heading = [
    ['Nomor', number ?? blank('nomor surat')],
    ['Sifat', content.nature || '-'],
    ['Lampiran', content.attachment || '-'],
    ['Hal', content.subject],
  ]
  const day = datedOn === null ? blank('tanggal surat') : formatDate(datedOn, 'id')
  return (
    <>
      <header>
        <p className="gov">
          <Marked text={head.government} />
        </p>
        <p className="unit">
          <Marked text={head.unit} />
        </p>
        <Lines text={`${head.address}\n${head.contact}`} small />
      </header>
      <p className="day">
        <Marked text={`${head.place}, ${day}`} />
      </p>
      <dl>
        {heading.map(([name, value = '']) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Marked text={value} />
            </dd>
          </div>
        ))}
      </dl>
      <Lines text={content.addressee} />
      <Body text={content.body} />
      <div className="sign">
        <p>
          <Marked text={`${content.office},`} />
        </p>
        <p className="name">
          <Marked text={content.signatory} />
        </p>
        <Lines text={content.rank} />
      </div>
      {content.copies !== '' && (
        <>
          <p>Tembusan:</p>
          <ol>
            {linesOf(content.copies).map((line, index) => (
              <li key={index}>
                <Marked text={line} />
              </li>
            ))}
          </ol>
        </>
      )}
      {content.annex !== '' && (
        <section>
          <p className="gov">
            <Marked text={content.annexTitle} />
          </p>
          <Body text={content.annex} />
        </section>
      )}
    </>
  )
}

function Naskah({ content, isDraft }: { content: Content<'naskah'>; isDraft: boolean }) {
  const [first, second, ...others] = content.versions
  const parties = [
    { office: content.officeOurs, name: content.nameOurs },
    { office: content.officeTheirs, name: content.nameTheirs },
  ]
  return (
    <>
      {isDraft && (
        <p className="day">
          <b>RANCANGAN · DRAFT</b>
        </p>
      )}
      <div className="pair">
        <p className="gov">
          <Marked text={first?.title ?? ''} />
        </p>
        <p className="gov" lang={second?.lang}>
          <Marked text={second?.title ?? ''} />
        </p>
        {pairRows(content.versions).map(({ left, right }, index) => (
          <Fragment key={index}>
            <p>
              <Marked text={left} />
            </p>
            <p lang={second?.lang}>
              <Marked text={right} />
            </p>
          </Fragment>
        ))}
        {parties.map(({ office, name }, index) => (
          <div className="sign" key={index}>
            <Lines text={office} />
            <p className="name">
              <Marked text={name} />
            </p>
          </div>
        ))}
      </div>
      {others.map(({ lang, title, body }) => (
        <section key={lang} lang={lang}>
          <p className="gov">
            <Marked text={title} />
          </p>
          <Body text={body} />
        </section>
      ))}
    </>
  )
}

function Body({ text }: { text: string }) {
  return blocksOf(text).map(({ marker, text: said }, index) =>
    marker === undefined ? (
      <p key={index}>
        <Marked text={said} />
      </p>
    ) : (
      <p className="item" key={index}>
        <span>{marker}</span>
        <span>
          <Marked text={said} />
        </span>
      </p>
    ),
  )
}

function Lines({ text, small = false }: { text: string; small?: boolean }) {
  const lines = linesOf(text)
  if (lines.length === 0) return null
  return (
    <p className={small ? 's' : undefined}>
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          <Marked text={line} />
        </Fragment>
      ))}
    </p>
  )
}

/** Text with its blanks marked, isolated from the direction of its surroundings. */
function Marked({ text }: { text: string }) {
  return (
    <bdi>
      {text
        .split(/(\[[^[\]\n]{1,120}\])/)
        .map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}
    </bdi>
  )
}
