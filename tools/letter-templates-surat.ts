// An official letter: head, number and subject, addressee, body, signature, copies, and a page for what is attached.
import { close, documentOf, each, open, paragraph, table, textWidth } from './letter-templates-ooxml.ts'

export const letterhead = [
  paragraph(each('berlambang', '{lambang}'), { align: 'center', after: 60 }),
  paragraph('{pemerintah}', { align: 'center', bold: true, size: 26, caps: true }),
  paragraph('{unit}', { align: 'center', bold: true, size: 30, caps: true }),
  paragraph(each('alamat', '{baris}'), { align: 'center', size: 18 }),
  paragraph('', { line: 'below', after: 160, size: 4 }),
]

const [label, colon, value] = [1150, 240, 4464]
const line = (name: string, of: string, right = ''): string[] => [
  paragraph(name),
  paragraph(':'),
  paragraph(of),
  paragraph(right, { align: 'right' }),
]

const heading = table(
  [
    line('Nomor', '{nomor}', '{tempat_tanggal}'),
    line('Sifat', '{sifat}'),
    line('Lampiran', '{lampiran}'),
    line('Hal', '{hal}'),
  ],
  { widths: [label, colon, value, textWidth - label - colon - value], gap: 60 },
)

const hanging = { indent: 454, hanging: 454 }
/** Paragraphs and numbered lines in the order in which they stand in the letter; `after` ends what is around them. */
const body = (list: string, after = ''): string[] => [
  paragraph(`${open(list)}${each('paragraf', '{teks}')}`, { align: 'both', before: 60, after: 60 }),
  paragraph(`${each('butir', '{tanda}\t{teks}')}${close(list)}${after}`, { ...hanging, align: 'both', after: 30 }),
]

const signing = (text: string, bold = false): string => paragraph(text, { align: 'center', bold, keepNext: true })
const signature = table(
  [
    [
      paragraph(''),
      [
        signing('{jabatan},'),
        ...Array.from({ length: 3 }, () => signing('')),
        signing('{nama}', true),
        signing(each('keterangan', '{baris}')),
        paragraph(''),
      ].join(''),
    ],
  ],
  { widths: [4554, textWidth - 4554] },
)

export const surat = documentOf([
  ...letterhead,
  heading,
  paragraph('', { after: 60 }),
  paragraph(each('kepada', '{baris}')),
  paragraph('', { after: 60 }),
  ...body('isi'),
  paragraph('', { after: 60, keepNext: true }),
  signature,
  paragraph(`${open('bertembusan')}Tembusan:`, { before: 120, after: 40, size: 20, keepNext: true }),
  paragraph(`${each('tembusan', '{nomor_urut}\t{nama}')}${close('bertembusan')}`, {
    size: 20,
    indent: 400,
    hanging: 400,
  }),
  paragraph(`${open('berlampiran')}Lampiran surat nomor {nomor}`, { pageBreak: true, after: 240 }),
  paragraph('{judul_lampiran}', { align: 'center', bold: true, after: 240, caps: true }),
  ...body('isi_lampiran', close('berlampiran')),
])
