/** Visits and meetings of the invented region: who came is told by body and head count, nobody by name. */
import { addParticipant, publishActivity, recordActivity, withdrawActivity } from '../agenda/commands.ts'
import type { ActivityKind } from '../agenda/model.ts'
import { addressOf, day, sampleDay, type Entering } from './contoh-day.ts'

interface SampleVisit {
  /** The relation by its address; none of what belongs to no relation yet. */
  of?: string
  kind?: ActivityKind
  on: string
  until?: string
  about: string
  place?: string
  guest?: string
  headcount?: number
  shown?: 'published' | 'withdrawn'
}

const hall = 'Balai Contoh'

/** Meetings that come back: every half year the same partner, the same subject, another day. */
function series({ from, times, ...visit }: Omit<SampleVisit, 'on'> & { from: number; times: number }): SampleVisit[] {
  return Array.from({ length: times }, (_, index) => ({ ...visit, on: day(from - index * 182) }))
}

const visits: readonly SampleVisit[] = [
  ...series({ of: 'utara-jepang', kind: 'kunjungan_resmi', from: -20, times: 5, about: 'Kunjungan delegasi Kota Contoh Utara', place: hall, guest: 'Delegasi Kota Contoh Utara', headcount: 12, shown: 'published' }),
  ...series({ of: 'hulu', kind: 'rapat_koordinasi', from: -48, times: 6, about: 'Rapat koordinasi hulu sungai', place: 'Pendopo Contoh', guest: 'Pemerintah Kabupaten Contoh Hulu', shown: 'published' }),
  ...series({ of: 'kawasan-satu', kind: 'forum', from: -75, times: 6, about: 'Forum kawasan industri', place: 'Gedung Serbaguna Contoh', guest: 'Pengelola kawasan dan perusahaan di dalamnya', headcount: 140, shown: 'published' }),
  ...series({ of: 'universitas-nusantara', kind: 'audiensi', from: -101, times: 4, about: 'Audiensi rektorat tentang beasiswa', place: hall, guest: 'Rektorat', shown: 'published' }),
  ...series({ of: 'timur-korea', kind: 'kunjungan_resmi', from: -130, times: 3, about: 'Kunjungan guru sekolah', place: 'Sekolah Contoh', guest: 'Rombongan guru', headcount: 31, shown: 'published' }),
  { of: 'selatan-jepang', kind: 'audiensi', on: '2025-08-19', about: 'Perkenalan secara daring', guest: 'Kantor hubungan luar negeri mitra', shown: 'published' },
  { of: 'kampung-jepang', kind: 'kunjungan_resmi', on: day(-12), until: day(-9), about: `Kunjungan ${'ke tujuh sungai dan seribu kampung '.repeat(4)}bersama dinas`, place: `Balai Pertemuan ${'Warga dan Petugas Jaga Malam '.repeat(4)}Contoh`, guest: 'Delegasi teknis', headcount: 7, shown: 'published' },
  { of: 'cv-rekreasi', kind: 'audiensi', on: '2026-09', about: 'Gagasan taman bacaan di tempat wisata', shown: 'published' },
  { of: 'pihak-belum-disebut', on: '2026-04', about: 'Surat perkenalan lewat pihak ketiga' },
  { of: 'tebing-jerman', kind: 'kunjungan_resmi', on: '2026-04-28', about: 'Penandatanganan memorandum', place: hall, guest: 'Delegasi mitra', headcount: 5, shown: 'published' },
  { of: 'gurun-saudi', kind: 'audiensi', on: '2026-05-20', about: 'Perkenalan oleh asosiasi perjalanan', guest: 'Asosiasi perjalanan contoh', shown: 'withdrawn' },
  { of: 'kota-raya', kind: 'rapat_koordinasi', on: day(9), about: 'Rapat perpanjangan kesepakatan', place: 'Kantor Kota Contoh Raya' },
  { of: 'barat-korea', kind: 'kunjungan_resmi', on: day(33), until: day(36), about: 'Rencana kunjungan balasan' },
  { on: day(-6), about: 'Tamu dari perguruan tinggi, belum jelas untuk kerja sama yang mana', guest: 'Tamu perguruan tinggi contoh' },
  { on: day(-2), about: 'Telepon dari calon mitra tentang jadwal kunjungan', guest: 'Penelepon' },
] // prettier-ignore

/** Enters the visits; an address is the subject and the day, as everywhere. */
export async function enterVisits(call: Entering): Promise<void> {
  const known = await idsOf(call)
  for (const { of, kind, on, until, about, place, guest, headcount, shown } of visits) {
    const relation = of === undefined ? undefined : known.get(addressOf({ slug: of }))
    const { id } = await recordActivity(call, {
      kind,
      about,
      place,
      occurredOn: on,
      endedOn: until,
      on: sampleDay,
      ...(relation !== undefined && { relation }),
    })
    if (guest !== undefined) {
      await addParticipant(call, { activity: id, side: 'guest', organisation: guest, headcount })
    }
    if (shown !== undefined) await publishActivity(call, { id, ...(relation !== undefined && { relation }) })
    if (shown === 'withdrawn') await withdrawActivity({ ...call, on: sampleDay }, { id })
  }
}

async function idsOf({ tx }: Entering): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('relations.relations').select(['id', 'slug']).execute()
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}
