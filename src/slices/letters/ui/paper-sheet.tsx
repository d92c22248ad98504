import type { ReactNode } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { words as letterWords } from '../messages/words.gen.ts'
import { blank, rowsOf, type FormContent } from '../model.ts'
import type { SheetView } from './letter-sheet.tsx'
import { Body, Copies, Lines, Marked, SheetHead, Signature } from './sheet-parts.tsx'

type Paper = Exclude<FormContent, { layout: 'surat' }>
type Of<Layout> = Extract<Paper, { layout: Layout }>

/** A paper of the office as it will be printed; its words are those of the paper, whatever the reader's language. */
export function PaperSheet({ letter, content }: { letter: SheetView; content: Paper }) {
  const number = letter.number ?? blank('nomor surat')
  const day = (lang: 'id' | 'en' | 'ja' | 'ko') =>
    letter.datedOn === null ? blank('tanggal surat') : formatDate(letter.datedOn, lang)
  const place = (lang: 'id' | 'en' | 'ja' | 'ko') => `${letter.head.place}, ${day(lang)}`
  return (
    <>
      <SheetHead head={letter.head} />
      {content.layout === 'mitra' && <Partner content={content} number={number} day={place(content.lang)} />}
      {content.layout === 'nota' && (
        <Internal name="Nota Dinas" content={content} number={number} day={day('id')}>
          <Body text={content.body} />
          <Signature content={content} />
          <Copies text={content.copies} word="Tembusan" />
        </Internal>
      )}
      {content.layout === 'telaahan' && (
        <Internal name="Telaahan Staf" content={content} number={number} day={day('id')}>
          <Sections content={content} />
          <Signature content={content} />
        </Internal>
      )}
      {content.layout === 'pengantar' && <Covering content={content} number={number} day={place('id')} />}
      {content.layout === 'tugas' && <Assignment content={content} number={number} day={place('id')} />}
    </>
  )
}

function Head({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Marked text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Dated<Layout> = { content: Of<Layout>; number: string; day: string }

function Partner({ content, number, day }: Dated<'mitra'>) {
  const { label } = letterWords[content.lang].mitra
  const rows = [
    [label.number, number],
    ...(content.attachment === '' ? [] : [[label.attachment, content.attachment]]),
    [label.subject, content.subject],
  ] as [string, string][]
  return (
    <>
      <p className="day">
        <Marked text={day} />
      </p>
      <Head rows={rows} />
      <Lines text={content.addressee} />
      <Lines text={content.salutation} />
      <Body text={content.body} />
      {content.closing !== '' && (
        <p className="day">
          <Marked text={content.closing} />
        </p>
      )}
      <Signature content={content} end="" />
      <Copies text={content.copies} word={label.copies} />
    </>
  )
}

type InternalProps = {
  name: string
  content: Of<'nota' | 'telaahan'>
  number: string
  day: string
  children: ReactNode
}

function Internal({ name, content, number, day, children }: InternalProps) {
  const { to, from, nature, attachment, subject } = content
  return (
    <>
      <p className="gov">{name}</p>
      <Head
        rows={[
          ['Kepada', `Yth. ${to}`],
          ['Dari', from],
          ['Tanggal', day],
          ['Nomor', number],
          ['Sifat', nature || '-'],
          ['Lampiran', attachment || '-'],
          ['Hal', subject],
        ]}
      />
      {children}
    </>
  )
}

const sections = [
  ['problem', 'A. Persoalan'],
  ['assumptions', 'B. Praanggapan'],
  ['facts', 'C. Fakta yang Memengaruhi'],
  ['analysis', 'D. Analisis'],
  ['conclusion', 'E. Kesimpulan'],
  ['advice', 'F. Saran'],
] as const

function Sections({ content }: { content: Of<'telaahan'> }) {
  return sections.map(([field, name]) => (
    <div key={field}>
      <p>
        <b>{name}</b>
      </p>
      <Body text={content[field]} />
    </div>
  ))
}

function Rows({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table className="t">
      <thead>
        <tr>
          {heads.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, at) => (
          <tr key={at}>
            {cells.map((cell, column) => (
              <td key={column}>
                <Marked text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Covering({ content, number, day }: Dated<'pengantar'>) {
  return (
    <>
      <p className="day">
        <Marked text={day} />
      </p>
      <Lines text={content.addressee} />
      <p className="gov">Surat Pengantar</p>
      <p className="gov">
        <Marked text={`Nomor ${number}`} />
      </p>
      <Rows heads={['Naskah yang dikirim', 'Banyaknya', 'Keterangan']} rows={rowsOf(content.items, 3)} />
      <Signature content={content} />
    </>
  )
}

function Assignment({ content, number, day }: Dated<'tugas'>) {
  return (
    <>
      <p className="gov">Surat Tugas</p>
      <p className="gov">
        <Marked text={`Nomor ${number}`} />
      </p>
      <p>
        <b>Dasar</b>
      </p>
      <Body text={content.basis} />
      <p className="gov">MENUGASKAN</p>
      <Rows heads={['Nama', 'Pangkat, NIP', 'Jabatan']} rows={rowsOf(content.assigned, 3)} />
      <p>
        <b>Untuk</b>
      </p>
      <Body text={content.body} />
      <p className="day">
        <Marked text={day} />
      </p>
      <Signature content={content} />
      <Copies text={content.copies} word="Tembusan" />
    </>
  )
}
