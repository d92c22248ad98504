import type { Layout } from './model.ts'

/** What may stand in a template: a value, a part that is there or not, a list that repeats, a picture. */
export type PlaceholderRole = 'value' | 'part' | 'list' | 'image'

export interface Placeholder {
  /** In Indonesian: officers write it into their own template. */
  name: PlaceholderId
  role: PlaceholderRole
  /** Without it a letter says nothing; a template that lacks it is refused. */
  required: boolean
}

export const placeholderIds = [
  'berlambang',
  'lambang',
  'pemerintah',
  'unit',
  'alamat',
  'baris',
  'nomor',
  'tempat_tanggal',
  'tempat',
  'sifat',
  'lampiran',
  'hal',
  'kepada',
  'isi',
  'paragraf',
  'butir',
  'tanda',
  'teks',
  'jabatan',
  'nama',
  'keterangan',
  'bertembusan',
  'tembusan',
  'nomor_urut',
  'berlampiran',
  'judul_lampiran',
  'isi_lampiran',
  'rancangan',
  'judul',
  'judul_pasangan',
  'kiri',
  'kanan',
  'jabatan_kami',
  'nama_kami',
  'jabatan_mitra',
  'nama_mitra',
  'bahasa_lain',
  'rincian',
  'nama_rincian',
  'kata_nomor',
  'ada_lampiran',
  'kata_lampiran',
  'kata_hal',
  'kata_tembusan',
  'bersalam',
  'salam',
  'berpenutup',
  'penutup',
  'yth',
  'dari',
  'tanggal',
  'persoalan',
  'praanggapan',
  'fakta',
  'analisis',
  'kesimpulan',
  'saran',
  'naskah',
  'uraian',
  'banyaknya',
  'catatan',
  'dasar',
  'petugas',
  'nama_petugas',
  'pangkat',
  'jabatan_petugas',
  'untuk',
  'acara',
  'hari_tanggal',
  'waktu',
  'kolom_paraf',
  'peserta',
  'nama_peserta',
  'jabatan_peserta',
  'paraf',
  'berjumlah',
  'jumlah',
  'pimpinan',
  'hadirin',
  'pembahasan',
  'berpernyataan',
  'pernyataan',
  'keputusan',
  'tindak',
  'apa',
  'siapa',
  'kapan',
  'keadaan',
  'jabatan_pimpinan',
  'nama_pimpinan',
  'pendahuluan',
  'bersumber',
  'sumber',
  'berfoto',
  'dokumentasi',
  'gambar',
  'keterangan_gambar',
  'lembar',
  'lanjutan',
  'anak_judul',
  'bagian',
  'judul_bagian',
  'butir_bagian',
  'istilah',
  'rujukan',
  'kata_sumber',
] as const
export type PlaceholderId = (typeof placeholderIds)[number]

type Declared = readonly (readonly [PlaceholderId, PlaceholderRole, 'required'?])[]

const head: Declared = [
  ['berlambang', 'part'],
  ['lambang', 'image'],
  ['pemerintah', 'value'],
  ['unit', 'value'],
  ['alamat', 'list'],
  ['baris', 'value'],
]

/** What the lines of a body are made of. */
const body: Declared = [
  ['paragraf', 'part'],
  ['butir', 'part'],
  ['rincian', 'part'],
  ['tanda', 'value'],
  ['nama_rincian', 'value'],
  ['teks', 'value', 'required'],
]

const signature: Declared = [
  ['jabatan', 'value', 'required'],
  ['nama', 'value', 'required'],
  ['keterangan', 'list'],
]

const copies: Declared = [
  ['bertembusan', 'part'],
  ['tembusan', 'list'],
  ['nomor_urut', 'value'],
]

const surat: Declared = [
  ...head,
  ['nomor', 'value', 'required'],
  ['tempat_tanggal', 'value', 'required'],
  ['sifat', 'value'],
  ['lampiran', 'value'],
  ['hal', 'value', 'required'],
  ['kepada', 'list', 'required'],
  ['isi', 'list', 'required'],
  ...body,
  ...signature,
  ...copies,
  ['berlampiran', 'part'],
  ['judul_lampiran', 'value'],
  ['isi_lampiran', 'list'],
]

const mitra: Declared = [
  ...head,
  ['kata_nomor', 'value'],
  ['nomor', 'value', 'required'],
  ['tempat_tanggal', 'value', 'required'],
  ['ada_lampiran', 'part'],
  ['kata_lampiran', 'value'],
  ['lampiran', 'value'],
  ['kata_hal', 'value'],
  ['hal', 'value', 'required'],
  ['kepada', 'list', 'required'],
  ['bersalam', 'part'],
  ['salam', 'value'],
  ['isi', 'list', 'required'],
  ...body,
  ['berpenutup', 'part'],
  ['penutup', 'value'],
  ...signature,
  ['kata_tembusan', 'value'],
  ...copies,
]

const internal: Declared = [
  ...head,
  ['yth', 'value', 'required'],
  ['dari', 'value', 'required'],
  ['tanggal', 'value', 'required'],
  ['nomor', 'value'],
  ['sifat', 'value'],
  ['lampiran', 'value'],
  ['hal', 'value', 'required'],
]

const nota: Declared = [...internal, ['isi', 'list', 'required'], ...body, ...signature, ...copies]

const telaahan: Declared = [
  ...internal,
  ['persoalan', 'list', 'required'],
  ['praanggapan', 'list'],
  ['fakta', 'list', 'required'],
  ['analisis', 'list'],
  ['kesimpulan', 'list', 'required'],
  ['saran', 'list', 'required'],
  ...body,
  ...signature,
]

const pengantar: Declared = [
  ...head,
  ['nomor', 'value', 'required'],
  ['tempat_tanggal', 'value', 'required'],
  ['kepada', 'list', 'required'],
  ['naskah', 'list', 'required'],
  ['nomor_urut', 'value'],
  ['uraian', 'value', 'required'],
  ['banyaknya', 'value'],
  ['catatan', 'value'],
  ...signature,
]

const tugas: Declared = [
  ...head,
  ['nomor', 'value', 'required'],
  ['dasar', 'list', 'required'],
  ['petugas', 'list', 'required'],
  ['nama_petugas', 'value', 'required'],
  ['pangkat', 'value'],
  ['jabatan_petugas', 'value'],
  ['untuk', 'list', 'required'],
  ...body,
  ['tempat_tanggal', 'value', 'required'],
  ...signature,
  ...copies,
]

const meeting: Declared = [
  ...head,
  ['judul', 'value'],
  ['acara', 'value', 'required'],
  ['hari_tanggal', 'value', 'required'],
  ['waktu', 'value'],
  ['tempat', 'value', 'required'],
]

const hadir: Declared = [
  ...meeting,
  ['kolom_paraf', 'value'],
  ['peserta', 'list', 'required'],
  ['nomor_urut', 'value'],
  ['nama_peserta', 'value', 'required'],
  ['jabatan_peserta', 'value'],
  ['paraf', 'value'],
  ['berjumlah', 'part'],
  ['jumlah', 'value'],
]

const course: Declared = [
  ['pimpinan', 'value'],
  ['hadirin', 'list'],
  ['nomor_urut', 'value'],
  ['pembahasan', 'list', 'required'],
  ['berpernyataan', 'part'],
  ['pernyataan', 'list'],
  ['keputusan', 'list', 'required'],
  ['tindak', 'list', 'required'],
  ['apa', 'value', 'required'],
  ['siapa', 'value'],
  ['kapan', 'value'],
  ['keadaan', 'value'],
]

const notulen: Declared = [
  ...meeting,
  ...course,
  ...signature,
  ['jabatan_pimpinan', 'value'],
  ['nama_pimpinan', 'value'],
]

const laporan: Declared = [
  ...meeting,
  ['pendahuluan', 'list'],
  ...course,
  ['bersumber', 'part'],
  ['sumber', 'list'],
  ['tempat_tanggal', 'value'],
  ...signature,
  ['berfoto', 'part'],
  ['dokumentasi', 'list'],
  ['gambar', 'image'],
  ['keterangan_gambar', 'value'],
]

const lembar: Declared = [
  ...head,
  ['lembar', 'list', 'required'],
  ['lanjutan', 'part'],
  ['judul', 'value', 'required'],
  ['anak_judul', 'value'],
  ['bagian', 'list', 'required'],
  ['judul_bagian', 'value'],
  ['butir_bagian', 'list', 'required'],
  ['istilah', 'value', 'required'],
  ['teks', 'value', 'required'],
  ['rujukan', 'value'],
  ['bersumber', 'part'],
  ['kata_sumber', 'value'],
  ['sumber', 'list'],
  ['nomor_urut', 'value'],
]

const naskah: Declared = [
  ['rancangan', 'part'],
  ['judul', 'value', 'required'],
  ['judul_pasangan', 'value', 'required'],
  ['baris', 'list', 'required'],
  ['kiri', 'value', 'required'],
  ['kanan', 'value', 'required'],
  ['jabatan_kami', 'list', 'required'],
  ['nama_kami', 'value', 'required'],
  ['jabatan_mitra', 'list', 'required'],
  ['nama_mitra', 'value', 'required'],
  ['bahasa_lain', 'list'],
  ['isi', 'list'],
]

const declared: Record<Layout, Placeholder[]> = {
  surat: surat.map(placeholder),
  naskah: naskah.map(placeholder),
  mitra: mitra.map(placeholder),
  nota: nota.map(placeholder),
  telaahan: telaahan.map(placeholder),
  pengantar: pengantar.map(placeholder),
  tugas: tugas.map(placeholder),
  hadir: hadir.map(placeholder),
  notulen: notulen.map(placeholder),
  laporan: laporan.map(placeholder),
  lembar: lembar.map(placeholder),
}

function placeholder([name, role, required]: Declared[number]): Placeholder {
  return { name, role, required: required !== undefined }
}

/** What may stand in a template of a layout, in the order of the delivered one. */
export function placeholdersOf(layout: Layout): Placeholder[] {
  return declared[layout]
}

/** What is wrong with the placeholders of somebody's template; nothing when it can be used. */
export function faultsOf(layout: Layout, found: readonly string[]): { unknown: string[]; lacking: string[] } {
  const known: string[] = declared[layout].map(({ name }) => name)
  const used = new Set(found)
  return {
    unknown: [...used].filter((name) => !known.includes(name)).slice(0, 20),
    lacking: declared[layout].filter(({ name, required }) => required && !used.has(name)).map(({ name }) => name),
  }
}
