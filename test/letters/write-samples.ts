// Letters and papers of story 002 as files, written from what the record holds of it; the plan is an example of its own.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeConsultation } from '../../src/slices/letters/consultation.ts'
import { composeCouncilLetter } from '../../src/slices/letters/council-letter.ts'
import { composeLetterOfIntent } from '../../src/slices/letters/letter-of-intent.ts'
import { factsOf, officeComposers } from '../../src/slices/letters/office-papers.ts'
import { composePartnerLetter } from '../../src/slices/letters/partner-letter.ts'
import { blank, type LetterContent } from '../../src/slices/letters/model.ts'
import type { LetterRecord } from '../../src/slices/letters/record.ts'
import { openRenderer } from '../../src/slices/letters/renderer.ts'
import { sheetOf } from '../../src/slices/letters/sheet.ts'

const folder = process.argv[2] ?? '.'
const on = '2025-08-01'
const sectors = ['pengelolaan_sampah', 'pendidikan', 'transportasi', 'pariwisata', 'ketenagakerjaan', 'pelayanan_publik'] as const // prettier-ignore

const record: LetterRecord = {
  on,
  region: {
    name: 'Kota Bekasi',
    names: { en: 'Bekasi City', ja: 'ブカシ市', ko: '브카시시' },
    tier: 'kota',
    province: '32',
  },
  head: {
    government: 'Pemerintah Kota Bekasi',
    unit: 'Bagian Kerja Sama',
    address: blank('alamat kantor'),
    contact: blank('telepon dan surel kantor'),
    place: 'Bekasi',
  },
  official: { name: 'Dr. Tri Adhianto', capacity: 'definitif' },
  partner: {
    name: 'Kota Izumisano',
    names: { en: 'Izumisano City', ja: '泉佐野市', ko: '이즈미사노시' },
    nativeName: '泉佐野市',
    country: 'JP',
  },
  label: undefined,
  partnerHead: undefined,
  beganOn: '2025-07-24',
  initiator: 'partner',
  purpose: undefined,
  fields: [...sectors, undefined, undefined, undefined].map((sector) => ({ sector, name: undefined })),
  filed: [],
  plan: {
    subjek: 'Pemerintah Kota Bekasi dan Pemerintah Kota Izumisano.',
    latar_belakang: 'Kunjungan pada 24 Juli 2025.\nPara pihak menjajaki kerja sama.',
    maksud_tujuan: 'Saling belajar dalam pelayanan kepada warga.',
    objek: 'Pertukaran budaya dan peningkatan kemampuan pengelolaan pemerintahan.',
    ruang_lingkup: '1. Pengelolaan sampah\n2. Pendidikan',
    pembiayaan: 'Masing-masing pihak, sesuai dengan ketersediaan anggaran.',
    jangka_waktu: 'Tiga tahun.',
  },
  written: [],
}

const none = { meetings: [], sources: new Map<string, string[]>() }
const source = { region: record, relation: record, meeting: undefined, facts: factsOf(record, none) }

const letters: Record<string, LetterContent> = {
  konsultasi_mendagri: composeConsultation(record, 'mendagri'),
  konsultasi_menlu: composeConsultation(record, 'menlu'),
  surat_dprd: composeCouncilLetter(record),
  rancangan_loi: composeLetterOfIntent(record),
  surat_mitra: composePartnerLetter(record, { purpose: 'rekomendasi', language: 'ja' }),
  nota_dinas: officeComposers.nota_dinas(source),
  telaahan_staf: officeComposers.telaahan_staf(source),
  surat_pengantar: officeComposers.surat_pengantar(source),
}

const renderer = openRenderer()
for (const [name, content] of Object.entries(letters)) {
  const sheet = sheetOf({ content, head: record.head, number: undefined, datedOn: on, on, isDraft: true })
  const template = readFileSync(new URL(`../../src/slices/letters/${content.layout}.docx`, import.meta.url))
  const word = await renderer.render({ kind: 'word', template, sheet, emblem: undefined })
  const pdf = await renderer.render({ kind: 'pdf', sheet, emblem: undefined })
  if (!('made' in word) || !('made' in pdf)) throw new Error(`${name}: ${JSON.stringify([word, pdf])}`)
  writeFileSync(join(folder, `${name}.docx`), word.made)
  writeFileSync(join(folder, `${name}.pdf`), pdf.made)
}
renderer.close()
