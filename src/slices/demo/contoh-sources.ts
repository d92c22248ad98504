/** Reports about the invented region, by an invented paper: some say another day than the record. */
import { languages } from '../../shared/languages.ts'
import { getRelationId } from '../relations/queries.ts'
import { addProvenance, addSource, judge } from '../sources/commands.ts'
import { addressOf, sampleDay, type Entering } from './contoh-day.ts'
import { words } from './messages/words.gen.ts'

type Told = keyof (typeof words)['id']['contoh']['told']

interface SampleReport {
  of: string
  title: string
  on: string
  agrees?: Told
  /** The day that the report names and the record does not. */
  differs?: { told: Told; value: string }
  judged?: { reason: string; follows: 'record' | 'report' }
}

const reports: readonly SampleReport[] = [
  {
    of: 'utara-jepang',
    title: 'Dua Kota Berkenalan Lewat Sampah',
    on: '2021-02-12',
    agrees: 'began',
    differs: { told: 'beganBefore', value: '2020-11' },
    judged: { reason: 'Surat penawaran yang ada pada kami bertanggal 9 Februari 2021.', follows: 'record' },
  },
  {
    of: 'selatan-jepang',
    title: 'Kota dari Selatan Menawarkan Pelatihan',
    on: '2025-08-20',
    differs: { told: 'beganBefore', value: '2025-06' },
  },
  {
    of: 'danau-malaysia',
    title: 'Sepuluh Tahun Sesudah Surat Niat',
    on: '2025-09-02',
    agrees: 'began',
    differs: { told: 'beganAfter', value: '2015-09' },
  },
  {
    of: 'kawasan-dua',
    title: 'Kawasan Kedua Ingin Ikut Forum',
    on: '2026-06-25',
    agrees: 'began',
    differs: { told: 'beganBefore', value: '2026-05' },
    judged: { reason: 'Notulen rapat pertama ditemukan; tanggal di berita yang benar.', follows: 'report' },
  },
]

/** Files the reports and what each says of the day a relation began. */
export async function enterReports(call: Entering): Promise<void> {
  for (const report of reports) {
    const { of, title, on, agrees, differs, judged } = report
    const subject = await getRelationId(call.tx, addressOf({ slug: of }))
    const outlet = 'Koran Contoh (rekaan)'
    const card = { kind: 'news', outlet, title, publishedOn: on, enteredNote: 'demonstration' } as const
    const { id: source } = await addSource(call, card)
    const line = { subject, field: 'began_on', level: 'reported', source, saidOn: on } as const
    const said = { ...line, occasion: 'in_the_article' } as const
    if (agrees !== undefined) await addProvenance(call, { ...said, summary: summaryOf(agrees) })
    if (differs === undefined) continue
    const { told, value } = differs
    const other = await addProvenance(call, { ...said, summary: summaryOf(told), value })
    if (judged === undefined) continue
    const followed = judged.follows === 'report' ? other.id : null
    await judge(call, { subject, field: 'began_on', line: followed, reason: judged.reason, on: sampleDay })
  }
}

const summaryOf = (told: Told) =>
  Object.fromEntries(languages.map((language) => [language, words[language].contoh.told[told]]))
