// Papers of an office besides the letter: to a partner, internal ones, covering letter, assignment, those of a meeting, and those that gather the record.
import { close, documentOf, each, mixed, open, paragraph, table, textWidth } from './letter-templates-ooxml.ts'
import { body, copies, letterhead, line, signatureWith, signing } from './letter-templates-surat.ts'

const gap = (after = 60): string => paragraph('', { after })
const title = (text: string): string =>
  paragraph(text, { align: 'center', bold: true, size: 26, caps: true, after: 60 })
const heading = (text: string): string => paragraph(text, { bold: true, before: 160, after: 60, keepNext: true })

const [label, colon] = [1700, 240]
const rows = (lines: readonly (readonly [string, string])[]): string =>
  table(
    lines.map(([name, of]) => line(name, of).slice(0, 3)),
    { widths: [label, colon, textWidth - label - colon], gap: 60 },
  )

const cell = (text: string, bold = false, room = 0): string =>
  paragraph(text, bold ? { bold, align: 'center' } : { before: room, after: room })
/** A table with one row for each entry of a list, its head again on every page. */
const listTable = (list: string, columns: readonly (readonly [string, string, number])[], room = 0): string =>
  table(
    [
      columns.map(([name]) => cell(name, true)),
      columns.map(([, of], at) =>
        cell(`${at === 0 ? `{#${list}}` : ''}${of}${at === columns.length - 1 ? `{/${list}}` : ''}`, false, room),
      ),
    ],
    { widths: columns.map(([, , width]) => width), ruled: true },
  )

const numberedLines = (list: string, after = ''): string =>
  paragraph(`${each(list, '{nomor_urut}\t{baris}')}${after}`, { indent: 454, hanging: 454, align: 'both', after: 30 })

const mitra = documentOf([
  ...letterhead,
  table(
    [
      [
        paragraph('{kata_nomor}'),
        paragraph(':'),
        paragraph('{nomor}'),
        paragraph('{tempat_tanggal}', { align: 'right' }),
      ],
      [
        paragraph('{#ada_lampiran}{kata_lampiran}'),
        paragraph(':'),
        paragraph('{lampiran}'),
        paragraph('{/ada_lampiran}'),
      ],
      [paragraph('{kata_hal}'), paragraph(':'), paragraph('{hal}'), paragraph('')],
    ],
    { widths: [1300, 240, 4714, textWidth - 1300 - 240 - 4714], gap: 60 },
  ),
  gap(),
  paragraph(each('kepada', '{baris}')),
  gap(),
  paragraph(each('bersalam', '{salam}'), { after: 60 }),
  ...body('isi'),
  paragraph('', { after: 60, keepNext: true }),
  signatureWith([each('berpenutup', '{penutup}')], paragraph(''), '{jabatan}'),
  ...copies('{kata_tembusan}'),
])

const internalHead = (name: string): string[] => [
  ...letterhead,
  title(name),
  gap(),
  rows([
    ['Kepada', 'Yth. {yth}'],
    ['Dari', '{dari}'],
    ['Tanggal', '{tanggal}'],
    ['Nomor', '{nomor}'],
    ['Sifat', '{sifat}'],
    ['Lampiran', '{lampiran}'],
    ['Hal', '{hal}'],
  ]),
  paragraph('', { line: 'below', after: 120, size: 4 }),
]

const nota = documentOf([
  ...internalHead('Nota Dinas'),
  ...body('isi'),
  paragraph('', { after: 60, keepNext: true }),
  signatureWith(),
  ...copies(),
])

const sections = { persoalan: 'Persoalan', praanggapan: 'Praanggapan', fakta: 'Fakta yang Memengaruhi', analisis: 'Analisis', kesimpulan: 'Kesimpulan', saran: 'Saran' } // prettier-ignore
const telaahan = documentOf([
  ...internalHead('Telaahan Staf'),
  ...Object.entries(sections).flatMap(([list, name], at) => [heading(`${'ABCDEF'[at]}. ${name}`), ...body(list)]),
  paragraph('', { after: 60, keepNext: true }),
  signatureWith(),
])

const receiver = ['Diterima tanggal ……………………', 'Penerima,', '', '', '', '(……………………………)'].map((text) => signing(text)).join('') // prettier-ignore
const pengantar = documentOf([
  ...letterhead,
  paragraph('{tempat_tanggal}', { align: 'right', after: 120 }),
  paragraph(each('kepada', '{baris}')),
  gap(120),
  title('Surat Pengantar'),
  paragraph('Nomor {nomor}', { align: 'center', after: 160 }),
  listTable('naskah', [
    ['No.', '{nomor_urut}', 600],
    ['Naskah yang dikirim', '{uraian}', 4254],
    ['Banyaknya', '{banyaknya}', 1700],
    ['Keterangan', '{catatan}', 2800],
  ]),
  paragraph('', { after: 160, keepNext: true }),
  signatureWith([], receiver),
])

const tugas = documentOf([
  ...letterhead,
  title('Surat Tugas'),
  paragraph('Nomor {nomor}', { align: 'center', after: 160 }),
  heading('Dasar'),
  ...body('dasar'),
  paragraph('MENUGASKAN', { align: 'center', bold: true, before: 160, after: 120, keepNext: true }),
  heading('Kepada'),
  listTable('petugas', [
    ['No.', '{nomor_urut}', 600],
    ['Nama', '{nama_petugas}', 3154],
    ['Pangkat, NIP', '{pangkat}', 2700],
    ['Jabatan', '{jabatan_petugas}', 2900],
  ]),
  heading('Untuk'),
  ...body('untuk'),
  paragraph('', { after: 120, keepNext: true }),
  signatureWith(['{tempat_tanggal}']),
  ...copies(),
])

const meetingHead = [
  ...letterhead,
  title('{judul}'),
  gap(),
  rows([
    ['Acara', '{acara}'],
    ['Hari, tanggal', '{hari_tanggal}'],
    ['Waktu', '{waktu}'],
    ['Tempat', '{tempat}'],
  ]),
]

/** Room above and below a line so that somebody can sign on it. */
const signRoom = 110

const hadir = documentOf([
  ...meetingHead,
  gap(120),
  listTable(
    'peserta',
    [
      ['No.', '{nomor_urut}', 650],
      ['Nama', '{nama_peserta}', 3004],
      ['Jabatan, instansi', '{jabatan_peserta}', 3300],
      ['{kolom_paraf}', '{paraf}', 2400],
    ],
    signRoom,
  ),
  paragraph(each('berjumlah', '{jumlah}'), { before: 120 }),
])

const course = [
  heading('Pimpinan rapat'),
  paragraph('{pimpinan}', { after: 30 }),
  heading('Peserta'),
  numberedLines('hadirin'),
  heading('Pembahasan'),
  numberedLines('pembahasan'),
  paragraph(`${open('berpernyataan')}Yang disampaikan`, { bold: true, before: 160, after: 60, keepNext: true }),
  numberedLines('pernyataan', close('berpernyataan')),
  heading('Keputusan'),
  numberedLines('keputusan'),
  heading('Tindak lanjut'),
  listTable('tindak', [
    ['No.', '{nomor_urut}', 600],
    ['Yang dilakukan', '{apa}', 3454],
    ['Penanggung jawab', '{siapa}', 2300],
    ['Batas waktu', '{kapan}', 1500],
    ['Keadaan', '{keadaan}', 1500],
  ]),
]

const chair = [
  signing('Mengetahui,'),
  signing('{jabatan_pimpinan},'),
  ...Array.from({ length: 2 }, () => signing('')),
  signing('{nama_pimpinan}', true),
].join('')

const notulen = documentOf([
  ...meetingHead,
  ...course,
  paragraph('', { after: 160, keepNext: true }),
  signatureWith([], chair),
])

const laporan = documentOf([
  ...meetingHead,
  heading('Pendahuluan'),
  paragraph(each('pendahuluan', '{baris}'), { align: 'both', after: 60 }),
  ...course,
  paragraph(`${open('bersumber')}Sumber`, { bold: true, before: 160, after: 60, keepNext: true }),
  numberedLines('sumber', close('bersumber')),
  paragraph('', { after: 160, keepNext: true }),
  signatureWith(['{tempat_tanggal}']),
  paragraph(`${open('berfoto')}Dokumentasi`, { bold: true, pageBreak: true, after: 120 }),
  paragraph(`${open('dokumentasi')}{gambar}`, { align: 'center', before: 120, keepNext: true }),
  paragraph(`{keterangan_gambar}${close('dokumentasi')}${close('berfoto')}`, { align: 'center', size: 18, after: 120 }),
])

// Nine and a half points in lines of a known height: a briefing is at most two pages (briefing/fitting.ts reckons).
const small = { size: 19, exact: 240 }
const item = { ...small, indent: 227, hanging: 227, after: 20 }
const lembar = documentOf([
  ...letterhead,
  paragraph(`${open('lembar')}${each('lanjutan', '')}`, { pageBreak: true, size: 4 }),
  paragraph('{judul}', { bold: true, size: 26, exact: 340, keepNext: true }),
  paragraph('{anak_judul}', { size: 18, exact: 240, after: 40 }),
  paragraph(`${open('bagian')}{judul_bagian}`, {
    bold: true,
    size: 21,
    exact: 280,
    before: 100,
    after: 20,
    keepNext: true,
  }),
  mixed(
    [
      [`${open('butir_bagian')}•\t`],
      ['{istilah}', { bold: true }],
      ['{teks}'],
      [`{rujukan}`, { raised: true }],
      [`${close('butir_bagian')}${close('bagian')}`],
    ],
    item,
  ),
  paragraph(`${open('bersumber')}{kata_sumber}`, {
    bold: true,
    size: 18,
    exact: 240,
    before: 120,
    after: 20,
    keepNext: true,
  }),
  paragraph(`${each('sumber', '{nomor_urut}\t{baris}')}${close('bersumber')}${close('lembar')}`, {
    size: 16,
    exact: 200,
    indent: 397,
    hanging: 397,
  }),
])

/** Each layout's document, beside the letter and the text of cooperation. */
export const papers = { mitra, nota, telaahan, pengantar, tugas, hadir, notulen, laporan, lembar }
