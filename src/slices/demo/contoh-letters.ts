/** Letters in and out of the invented region: offices only, nobody by name; the papers lie in its own cabinet. */
import { dispose, openThread, registerMail } from '../letters/commands.ts'
import type { CorrespondentKind, Way } from '../letters/model.ts'
import { addressOf, day, sampleDay, type Entering } from './contoh-day.ts'
import { cabinet } from './contoh-papers.ts'

interface SampleLetter {
  /** By which another sample names it. */
  key: string
  direction?: 'out'
  kind: CorrespondentKind
  /** The relation by its address, whose partner wrote it or gets it; else `who`. */
  of?: string
  who?: string
  /** Days from the sample day. */
  dated?: number
  passed: number
  by?: Way
  subject: string
  number?: string
  language?: string
  nature?: string
  security?: string
  /** It asks for an answer, by a day where one is said. */
  asks?: number | true
  answers?: string
  disposed?: { office: string; to: string; what: string; due?: number }
}

const secretary = 'Sekretaris Daerah'

const letters: readonly SampleLetter[] = [
  { key: 'data', kind: 'mitra', of: 'utara-jepang', dated: -48, passed: -41, subject: 'Permintaan data kawasan industri dan pelabuhan', number: '国交第118号', language: 'ja', asks: 14, disposed: { office: secretary, to: 'Dinas Contoh Pekerjaan Umum', what: 'Siapkan data kawasan untuk jawaban', due: 7 } },
  { key: 'jawaban-data', direction: 'out', kind: 'mitra', of: 'utara-jepang', dated: -30, passed: -29, subject: 'Data kawasan industri, bagian pertama', number: '000.8.3.3/41/KS', language: 'ja', by: 'mail', asks: 30 },
  { key: 'guru', kind: 'mitra', of: 'timur-korea', dated: -36, passed: -34, by: 'mail', subject: 'Usulan jadwal kunjungan guru', language: 'ko', asks: 21, disposed: { office: 'Kepala Bagian Kerja Sama', to: 'Dinas Contoh Pendidikan', what: 'Tawarkan tiga pilihan tanggal', due: 12 } },
  { key: 'rekomendasi', kind: 'kedutaan', who: 'Kedutaan besar negara contoh', dated: -27, passed: -25, by: 'hand', subject: 'Permintaan rekomendasi bidang industri dan wisata', language: 'en', nature: 'segera', security: 'terbatas', asks: 9, disposed: { office: secretary, to: 'Dinas Contoh Lingkungan Hidup', what: 'Susun bahan rekomendasi', due: 5 } },
  { key: 'pengantar', direction: 'out', kind: 'kedutaan', who: 'Kedutaan besar negara contoh', dated: -20, passed: -20, by: 'hand', subject: 'Tanda terima permintaan rekomendasi', number: '000.8.3.3/44/KS', language: 'en' },
  { key: 'arahan', kind: 'mendagri', who: 'Kementerian Dalam Negeri', dated: -22, passed: -16, by: 'srikandi', subject: 'Arahan atas rencana kerja sama', number: '100.4.3/7712/SJ', language: 'id' },
  { key: 'dprd', direction: 'out', kind: 'dprd', who: 'Ketua DPRD', dated: -15, passed: -14, by: 'hand', subject: 'Permohonan jadwal pembahasan rencana kerja sama', number: '000.8.3.3/46/KS', language: 'id', asks: true },
  { key: 'telepon', kind: 'mitra', of: 'barat-korea', passed: -11, by: 'phone', subject: 'Pemberitahuan lisan: kunjungan balasan digeser', language: 'ko' },
  { key: 'kampus', kind: 'mitra', of: 'universitas-nusantara', dated: -13, passed: -9, by: 'mail', subject: 'Daftar nama penerima beasiswa', number: '221/UN/KS/2026', language: 'id', asks: true },
  { key: 'jawaban-kampus', direction: 'out', kind: 'mitra', of: 'universitas-nusantara', dated: -6, passed: -6, by: 'mail', subject: 'Tanggapan atas daftar penerima beasiswa', number: '000.8.3.3/48/KS', language: 'id', answers: 'kampus' },
  { key: 'hulu', kind: 'mitra', of: 'hulu', dated: -7, passed: -5, subject: 'Undangan rapat koordinasi hulu sungai', number: '005/331/Hulu', language: 'id', nature: 'segera' },
  { key: 'dinas', kind: 'perangkat_daerah', who: 'Dinas Contoh Pendidikan', dated: -3, passed: -2, by: 'srikandi', subject: 'Laporan pelaksanaan pertukaran pelajar', number: '400.3/902/Disdik', language: 'id' },
] // prettier-ignore

/** Enters the letters in their order of time, with two matters: data for a partner, and one with a mission (closed). */
export async function enterLetters(call: Entering): Promise<void> {
  const relations = await relationsOf(call)
  const units = await call.tx.selectFrom('reference.units').select(['id', 'name']).limit(100).execute()
  const ids = new Map<string, string>()
  for (const { key, of, who, dated, passed, asks, answers, disposed, ...letter } of letters) {
    const relation = of === undefined ? undefined : relations.get(addressOf({ slug: of }))
    const asksBy = typeof asks === 'number' ? day(asks) : undefined
    const { by = 'post', direction = 'in', nature = 'biasa', security = 'biasa', ...told } = letter
    const { id, rev } = await registerMail(
      { ...call, on: sampleDay },
      {
        ...told,
        direction,
        nature,
        security,
        channel: by,
        passedOn: day(passed),
        wantsAnswer: asks !== undefined,
        seenAt: cabinet,
        relations: relation === undefined ? [] : [relation.id],
        files: [],
        correspondent: who,
        partner: relation?.partner ?? undefined,
        datedOn: dated === undefined ? undefined : day(dated),
        answerBy: asksBy,
        answers: answers === undefined ? undefined : ids.get(answers),
        spoke: by === 'phone' ? 'Staf kantor hubungan luar negeri' : undefined,
      },
    )
    ids.set(key, id)
    if (disposed === undefined) continue
    const { office, to, what, due } = disposed
    const unit = units.find(({ name }) => name === to)?.id
    await dispose(
      { ...call, on: sampleDay },
      { id, rev, office, instruction: what, dueOn: due === undefined ? undefined : day(due), recipients: [unit === undefined ? { person: to } : { unit }] }, // prettier-ignore
    )
  }
  const known = (...keys: string[]) => keys.flatMap((key) => ids.get(key) ?? [])
  const acting = { ...call, on: sampleDay }
  const partner = relations.get(addressOf({ slug: 'utara-jepang' }))?.partner ?? undefined
  await openThread(acting, { title: 'Data kawasan industri', partner, language: 'ja', dueOn: day(14), letters: known('data', 'jawaban-data') }) // prettier-ignore
  await openThread(acting, { title: 'Rekomendasi bidang industri dan wisata', correspondent: 'Kedutaan besar negara contoh', language: 'en', dueOn: day(9), letters: known('rekomendasi', 'pengantar') }) // prettier-ignore
}

async function relationsOf({ tx }: Entering): Promise<ReadonlyMap<string, { id: string; partner: string | null }>> {
  const rows = await tx.selectFrom('relations.relations').select(['id', 'slug', 'partner']).limit(500).execute()
  return new Map(rows.map(({ id, slug, partner }) => [slug, { id, partner }]))
}
