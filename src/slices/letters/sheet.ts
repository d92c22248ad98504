import { formatDate } from '../../shared/format.ts'
import { blank, blocksOf, linesOf, pairRows, type LetterContent, type Letterhead, type LetterKind } from './model.ts'

/** A letter as both renderers get it: every value is text that is printed as it stands. */
export interface Sheet {
  layout: LetterContent['layout']
  /** For the properties of the file. */
  title: string
  /** The languages of the versions, the main one first. */
  languages: string[]
  /** YYYY-MM-DD: an archival PDF carries a day. */
  datedOn: string
  /** Under the names of placeholders.ts. */
  values: Record<string, unknown>
}

export interface Printed {
  content: LetterContent
  head: Letterhead
  number: string | undefined
  datedOn: string | undefined
  /** The day of the visitor, for the properties of a letter that has no date yet. */
  on: string
  isDraft: boolean
}

/** What is printed of a letter, under the names that stand in the templates. */
export function sheetOf(printed: Printed): Sheet {
  const { content, datedOn, on } = printed
  const isSurat = content.layout === 'surat'
  return {
    layout: content.layout,
    title: content.layout === 'surat' ? content.subject : (content.versions[0]?.title ?? ''),
    languages: content.layout === 'surat' ? ['id'] : content.versions.map(({ lang }) => lang),
    datedOn: datedOn ?? on,
    values: isSurat ? suratValues({ ...printed, content }) : naskahValues({ ...printed, content }),
  }
}

type Of<Layout> = Printed & { content: Extract<LetterContent, { layout: Layout }> }

const listed = (text: string) => linesOf(text).map((baris) => ({ baris }))

function suratValues({ content, head, number, datedOn }: Of<'surat'>) {
  const day = datedOn === undefined ? blank('tanggal surat') : formatDate(datedOn, 'id')
  const copies = linesOf(content.copies)
  const annex = bodyOf(content.annex)
  return {
    pemerintah: head.government,
    unit: head.unit,
    alamat: listed(`${head.address}\n${head.contact}`),
    nomor: number ?? blank('nomor surat'),
    tempat_tanggal: `${head.place}, ${day}`,
    sifat: content.nature === '' ? '-' : content.nature,
    lampiran: content.attachment === '' ? '-' : content.attachment,
    hal: content.subject,
    kepada: listed(content.addressee),
    isi: bodyOf(content.body),
    jabatan: content.office,
    nama: content.signatory,
    keterangan: listed(content.rank),
    bertembusan: copies.length > 0,
    tembusan: copies.map((nama, index) => ({ nomor_urut: `${index + 1}.`, nama })),
    berlampiran: annex.length > 0,
    judul_lampiran: content.annexTitle,
    isi_lampiran: annex,
  }
}

function naskahValues({ content, isDraft }: Of<'naskah'>) {
  const { versions } = content
  return {
    rancangan: isDraft,
    judul: versions[0]?.title ?? '',
    judul_pasangan: versions[1]?.title ?? '',
    baris: pairRows(versions).map(({ left, right }) => ({ kiri: left, kanan: right })),
    jabatan_kami: listed(content.officeOurs),
    nama_kami: content.nameOurs,
    jabatan_mitra: listed(content.officeTheirs),
    nama_mitra: content.nameTheirs,
    bahasa_lain: versions.slice(2).map(({ title, body }) => ({ judul: title, isi: listed(body) })),
  }
}

function bodyOf(text: string) {
  return blocksOf(text).map(({ marker, text: teks }) => ({
    paragraf: marker === undefined,
    butir: marker !== undefined,
    tanda: marker ?? '',
    teks,
  }))
}

/** The name of the file that a reader saves: kind, partner and, once it has one, the number. */
export function letterName({
  kind,
  partner,
  number,
  as,
}: {
  kind: LetterKind
  partner: string
  number: string | null
  as: 'docx' | 'pdf'
}): string {
  const words = [kind.replaceAll('_', ' '), partner, number ?? 'rancangan']
  return `${words
    .join(' - ')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .slice(0, 180)}.${as}`
}
