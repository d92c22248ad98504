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
export const line = (name: string, of: string, right = ''): string[] => [
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
/**
 * Paragraphs, numbered lines and named details in the order in which they stand in the letter; `after` ends what is
 * around them.
 */
export const body = (list: string, after = ''): string[] => [
  paragraph(`${open(list)}${each('paragraf', '{teks}')}`, { align: 'both', before: 60, after: 60 }),
  paragraph(each('rincian', '{nama_rincian}\t: {teks}'), { indent: 2268, hanging: 1814, after: 30 }),
  paragraph(`${each('butir', '{tanda}\t{teks}')}${close(list)}${after}`, { ...hanging, align: 'both', after: 30 }),
]

export const signing = (text: string, bold = false): string =>
  paragraph(text, { align: 'center', bold, keepNext: true })
/** Office, room to sign, name, rank: to the right, with what stands above it and what stands to its left. */
export const signatureWith = (above: readonly string[] = [], left = paragraph(''), office = '{jabatan},'): string =>
  table(
    [
      [
        left,
        [
          ...above.map((text) => signing(text)),
          signing(office),
          ...Array.from({ length: 3 }, () => signing('')),
          signing('{nama}', true),
          signing(each('keterangan', '{baris}')),
          paragraph(''),
        ].join(''),
      ],
    ],
    { widths: [4554, textWidth - 4554] },
  )
const signature = signatureWith()

/** Who else gets the letter, in the words of its language. */
export const copies = (word = 'Tembusan'): string[] => [
  paragraph(`${open('bertembusan')}${word}:`, { before: 120, after: 40, size: 20, keepNext: true }),
  paragraph(`${each('tembusan', '{nomor_urut}\t{nama}')}${close('bertembusan')}`, {
    size: 20,
    indent: 400,
    hanging: 400,
  }),
]

export const surat = documentOf([
  ...letterhead,
  heading,
  paragraph('', { after: 60 }),
  paragraph(each('kepada', '{baris}')),
  paragraph('', { after: 60 }),
  ...body('isi'),
  paragraph('', { after: 60, keepNext: true }),
  signature,
  ...copies(),
  paragraph(`${open('berlampiran')}Lampiran surat nomor {nomor}`, { pageBreak: true, after: 240 }),
  paragraph('{judul_lampiran}', { align: 'center', bold: true, after: 240, caps: true }),
  ...body('isi_lampiran', close('berlampiran')),
])
