import { Fragment } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { blank, pairRows } from '../model.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { Body, Copies, Lines, Marked, SheetHead, Signature } from './sheet-parts.tsx'
import type { LetterView } from './view.ts'
import './letter.css'

export type SheetView = Pick<LetterView, 'content' | 'head' | 'number' | 'datedOn' | 'state'>

/** A letter as it will be printed, in its own languages whatever the reader's is; blanks are marked. */
export function LetterSheet({ letter }: { letter: SheetView }) {
  const { content } = letter
  return (
    <article className="letter" lang={content.layout === 'mitra' ? content.lang : 'id'}>
      {content.layout === 'naskah' ? (
        <Naskah content={content} isDraft={letter.state !== 'sent'} />
      ) : content.layout === 'surat' ? (
        <Surat letter={letter} content={content} />
      ) : (
        <PaperSheet letter={letter} content={content} />
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
      <SheetHead head={head} />
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
      <Signature content={content} />
      <Copies text={content.copies} word="Tembusan" />
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
