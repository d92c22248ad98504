// What is printed of each paper, under the names that stand in its template.
import { formatDate } from '../../shared/format.ts'
import { words } from './messages/words.gen.ts'
import { blank, blocksOf, linesOf, rowsOf } from './model.ts'
import type { FormContent, Letterhead, MitraContent, NotaContent, PengantarContent } from './model.ts'
import type { SuratContent, TelaahanContent, TugasContent } from './model.ts'

export interface PrintedForm<Content = FormContent> {
  content: Content
  head: Letterhead
  number: string | undefined
  datedOn: string | undefined
}

export const listed = (text: string) => linesOf(text).map((baris) => ({ baris }))

/** The letterhead and what a letter carries of its own day and number, in the language of the letter. */
export function headValues({ head, number, datedOn }: Omit<PrintedForm, 'content'>, lang: MitraContent['lang'] = 'id') {
  const day = datedOn === undefined ? blank('tanggal surat') : formatDate(datedOn, lang)
  return {
    pemerintah: head.government,
    unit: head.unit,
    alamat: listed(`${head.address}\n${head.contact}`),
    nomor: number ?? blank('nomor surat'),
    tanggal: day,
    tempat_tanggal: `${head.place}, ${day}`,
  }
}

/** Paragraphs, numbered lines and named details in their order. */
export function bodyOf(text: string) {
  return blocksOf(text).map(({ marker, label, text: teks }) => ({
    paragraf: marker === undefined && label === undefined,
    butir: marker !== undefined,
    rincian: label !== undefined,
    tanda: marker ?? '',
    nama_rincian: label ?? '',
    teks,
  }))
}

const dash = (text: string) => (text === '' ? '-' : text)

const signature = ({ office, signatory, rank }: { office: string; signatory: string; rank: string }) => ({
  jabatan: office,
  nama: signatory,
  keterangan: listed(rank),
})

function copyValues(text: string) {
  const copies = linesOf(text)
  return {
    bertembusan: copies.length > 0,
    tembusan: copies.map((nama, index) => ({ nomor_urut: `${index + 1}.`, nama })),
  }
}

const forms = {
  surat: ({ content, ...of }: PrintedForm<SuratContent>) => {
    const annex = bodyOf(content.annex)
    return {
      ...headValues(of),
      sifat: dash(content.nature),
      lampiran: dash(content.attachment),
      hal: content.subject,
      kepada: listed(content.addressee),
      isi: bodyOf(content.body),
      ...signature(content),
      ...copyValues(content.copies),
      berlampiran: annex.length > 0,
      judul_lampiran: content.annexTitle,
      isi_lampiran: annex,
    }
  },
  mitra: ({ content, ...of }: PrintedForm<MitraContent>) => {
    const { label } = words[content.lang].mitra
    return {
      ...headValues(of, content.lang),
      kata_nomor: label.number,
      kata_hal: label.subject,
      kata_tembusan: label.copies,
      ada_lampiran: content.attachment !== '',
      kata_lampiran: label.attachment,
      lampiran: content.attachment,
      hal: content.subject,
      kepada: listed(content.addressee),
      bersalam: content.salutation !== '',
      salam: content.salutation,
      isi: bodyOf(content.body),
      berpenutup: content.closing !== '',
      penutup: content.closing,
      ...signature(content),
      ...copyValues(content.copies),
    }
  },
  nota: ({ content, ...of }: PrintedForm<NotaContent>) => ({
    ...headValues(of),
    ...internalHead(content),
    isi: bodyOf(content.body),
    ...signature(content),
    ...copyValues(content.copies),
  }),
  telaahan: ({ content, ...of }: PrintedForm<TelaahanContent>) => ({
    ...headValues(of),
    ...internalHead(content),
    persoalan: bodyOf(content.problem),
    praanggapan: bodyOf(content.assumptions),
    fakta: bodyOf(content.facts),
    analisis: bodyOf(content.analysis),
    kesimpulan: bodyOf(content.conclusion),
    saran: bodyOf(content.advice),
    ...signature(content),
  }),
  pengantar: ({ content, ...of }: PrintedForm<PengantarContent>) => ({
    ...headValues(of),
    kepada: listed(content.addressee),
    naskah: rowsOf(content.items, 3).map(([uraian = '', banyaknya = '', catatan = ''], index) => ({
      nomor_urut: `${index + 1}.`,
      uraian,
      banyaknya,
      catatan,
    })),
    ...signature(content),
  }),
  tugas: ({ content, ...of }: PrintedForm<TugasContent>) => ({
    ...headValues(of),
    dasar: bodyOf(content.basis),
    petugas: rowsOf(content.assigned, 3).map(([nama_petugas = '', pangkat = '', jabatan_petugas = ''], index) => ({
      nomor_urut: `${index + 1}.`,
      nama_petugas,
      pangkat,
      jabatan_petugas,
    })),
    untuk: bodyOf(content.body),
    ...signature(content),
    ...copyValues(content.copies),
  }),
}

function internalHead(content: Pick<NotaContent, 'to' | 'from' | 'nature' | 'attachment' | 'subject'>) {
  return {
    yth: content.to,
    dari: content.from,
    sifat: dash(content.nature),
    lampiran: dash(content.attachment),
    hal: content.subject,
  }
}

/** The values of a paper under the letterhead, for its template and its page. */
export function formValues(printed: PrintedForm): Record<string, unknown> {
  return (forms[printed.content.layout] as (of: PrintedForm) => Record<string, unknown>)(printed)
}
