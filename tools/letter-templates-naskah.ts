// A draft letter of intent: two languages side by side, row by row, and a third one after them where it is wanted.
import { close, documentOf, each, open, paragraph, table, textWidth } from './letter-templates-ooxml.ts'

const half = textWidth / 2
const columns = { widths: [half, half], gap: 200 }

const signing = (text: string, bold = false): string => paragraph(text, { align: 'center', bold, keepNext: true })
const party = (side: 'kami' | 'mitra'): string =>
  [
    signing(each(`jabatan_${side}`, '{baris}')),
    ...Array.from({ length: 4 }, () => signing('')),
    signing(`{nama_${side}}`, true),
  ].join('')

export const naskah = documentOf([
  paragraph(each('rancangan', 'RANCANGAN · DRAFT'), { align: 'right', bold: true, size: 18, after: 240 }),
  table(
    [
      [
        paragraph('{judul}', { align: 'center', bold: true, after: 240 }),
        paragraph('{judul_pasangan}', { align: 'center', bold: true, after: 240 }),
      ],
      [paragraph('{#baris}{kiri}', { after: 140 }), paragraph('{kanan}{/baris}', { after: 140 })],
    ],
    { ...columns, mayBreak: true },
  ),
  paragraph('', { after: 240, keepNext: true }),
  table([[party('kami'), party('mitra')]], columns),
  paragraph(`${open('bahasa_lain')}{judul}`, { align: 'center', bold: true, pageBreak: true, after: 240 }),
  paragraph(`${each('isi', '{baris}')}${close('bahasa_lain')}`, { after: 140 }),
])
