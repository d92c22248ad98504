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
] as const
export type PlaceholderId = (typeof placeholderIds)[number]

type Declared = readonly (readonly [PlaceholderId, PlaceholderRole, 'required'?])[]

const surat: Declared = [
  ['berlambang', 'part'],
  ['lambang', 'image'],
  ['pemerintah', 'value'],
  ['unit', 'value'],
  ['alamat', 'list'],
  ['baris', 'value'],
  ['nomor', 'value', 'required'],
  ['tempat_tanggal', 'value', 'required'],
  ['sifat', 'value'],
  ['lampiran', 'value'],
  ['hal', 'value', 'required'],
  ['kepada', 'list', 'required'],
  ['isi', 'list', 'required'],
  ['paragraf', 'part'],
  ['butir', 'part'],
  ['tanda', 'value'],
  ['teks', 'value', 'required'],
  ['jabatan', 'value', 'required'],
  ['nama', 'value', 'required'],
  ['keterangan', 'list'],
  ['bertembusan', 'part'],
  ['tembusan', 'list'],
  ['nomor_urut', 'value'],
  ['berlampiran', 'part'],
  ['judul_lampiran', 'value'],
  ['isi_lampiran', 'list'],
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
