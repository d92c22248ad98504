/** Issues of forums: the four that story 004 tells of, and a series of them in the invented region. */
import type { Tx } from '../../platform/database.ts'
import { addDays } from '../../shared/dates.ts'
import { notePoint } from '../agenda/commands.ts'
import type { Theme } from '../agenda/model.ts'
import { getActivity } from '../agenda/queries.ts'
import {
  answerIssue,
  decideIssue,
  noteStrategic,
  promiseIssue,
  publishIssue,
  raiseByHand,
  raiseFromPoint,
} from '../forum/commands.ts'
import { getRelationId } from '../relations/queries.ts'
import { addressOf, sampleDay, type Entering } from './contoh-day.ts'
import type { ProgrammeSeed } from './programmes.ts'
import { reopenStory, tell } from './telling.ts'

const day = '2025-10-21'
const meeting = 'rakor-jababeka-2025-10-21'
const relation = 'kab-bekasi-jababeka'

const hasIssues = async (tx: Tx) =>
  (await tx.selectFrom('forum.issues').select('id').limit(1).executeTakeFirst()) !== undefined

/** The four points become issues in the same words. Nobody was named for any of them, and no day: they stay discussed. */
const jababeka: ProgrammeSeed = {
  region: 'kab-bekasi',
  isThere: hasIssues,
  async enter(call) {
    const story = await reopenStory(call, {
      day,
      textSha256: 'e35eaad36942f9446d682bdd2cb799d08e5c99ce9ae9398f1af7825f5a2c68e0',
    })
    const supports = await noteStrategic(call, {
      relation: await getRelationId(call.tx, relation),
      kind: 'visi',
      words: 'Diharapkan mendukung program strategis daerah, sejalan dengan semboyan Bangkit, Maju, dan Sejahtera.',
    })
    await tell(story, {
      of: supports.id,
      field: 'words',
      told: ({ s004 }) => s004.programmes,
      span: [2888, 3017],
      by: { name: 'Ade Kuswara Kunang', office: 'bupati', occasion: 'at_the_meeting' },
    })
    const { points } = await getActivity(call.tx, meeting)
    for (const { id: point } of points) {
      const { id } = await raiseFromPoint({ ...call, on: day }, { point })
      await publishIssue(call, { id })
    }
  },
}

/** How far an invented issue has come. */
type Fate = 'open' | 'promised' | 'late' | 'answered' | 'closed' | 'left' | 'again'

const invented: readonly { words: string; theme: Theme; fate: Fate }[] = [
  { words: 'Tekanan air baku di blok contoh', theme: 'layanan_dasar', fate: 'closed' },
  { words: 'Jadwal angkutan sampah kawasan contoh', theme: 'layanan_dasar', fate: 'closed' },
  { words: 'Genangan di gerbang barat contoh', theme: 'infrastruktur_penunjang', fate: 'closed' },
  { words: 'Lampu jalan penghubung contoh', theme: 'infrastruktur_penunjang', fate: 'answered' },
  { words: 'Halte pekerja di simpang contoh', theme: 'infrastruktur_penunjang', fate: 'late' },
  { words: 'Lama izin bangunan gudang contoh', theme: 'perizinan_tata_ruang', fate: 'again' },
  { words: 'Peta peruntukan lahan tahap contoh', theme: 'perizinan_tata_ruang', fate: 'promised' },
  { words: 'Baku mutu air buangan contoh', theme: 'lingkungan', fate: 'answered' },
  { words: 'Tempat simpan limbah contoh', theme: 'lingkungan', fate: 'left' },
  { words: 'Kuota magang siswa contoh', theme: 'ketenagakerjaan_vokasi', fate: 'promised' },
  { words: 'Kurikulum mesin untuk sekolah contoh', theme: 'ketenagakerjaan_vokasi', fate: 'open' },
  { words: 'Daftar kebutuhan desa contoh', theme: 'csr_tjsl', fate: 'promised' },
  { words: 'Klinik bersama kawasan contoh', theme: 'csr_tjsl', fate: 'left' },
  { words: 'Pos jaga bersama contoh', theme: 'keamanan_ketertiban', fate: 'closed' },
  { words: 'Parkir truk di bahu jalan contoh', theme: 'keamanan_ketertiban', fate: 'late' },
  { words: 'Tarif retribusi parkir contoh', theme: 'pajak_retribusi', fate: 'answered' },
  { words: 'Laporan semesteran penghuni contoh', theme: 'data_pelaporan', fate: 'open' },
  { words: 'Satu pintu data pekerja contoh', theme: 'data_pelaporan', fate: 'open' },
]

/** What was raised between the meetings of the second estate. */
const byHand = ['Sambungan listrik cadangan contoh', 'Papan arah dalam kawasan contoh', 'Jalur sepeda pekerja contoh']

const estates = ['kawasan-satu', 'kawasan-dua'].map((slug) => addressOf({ slug }))

const contoh: ProgrammeSeed = {
  region: 'kab-contoh',
  // A start without the invented region's records has nothing to stand on.
  async isThere(tx) {
    const found = await tx.selectFrom('relations.relations').select('id').where('slug', 'in', estates).execute()
    return found.length < estates.length || (await hasIssues(tx))
  },
  async enter(call) {
    const { tx } = call
    const first = await getRelationId(tx, addressOf({ slug: 'kawasan-satu' }))
    const met = await tx
      .selectFrom('agenda.activities as a')
      .innerJoin('agenda.activity_relations as l', 'l.activity', 'a.id')
      .select(['a.id', 'a.occurred_on', 'a.kind'])
      .where('l.relation', '=', first)
      .where('a.voided_on', 'is', null)
      .where('a.occurred_on', '<=', sampleDay)
      .orderBy('a.occurred_on')
      .orderBy('a.id')
      .execute()
    const forums = met.filter(({ kind }) => kind === 'forum')
    const units = await tx
      .selectFrom('reference.units')
      .select('id')
      .where('kind', '=', 'opd')
      .orderBy('name')
      .execute()
    for (const [at, sample] of invented.entries()) {
      const of = forums[at % Math.max(forums.length, 1)]
      if (of === undefined) break
      const { words, theme } = sample
      const point = await notePoint(call, { activity: of.id, position: 20 + at, words, theme })
      const { id } = await raiseFromPoint({ ...call, on: of.occurred_on }, { point: point.id })
      await pass(call, { id, from: of.occurred_on, fate: sample.fate, unit: units[at % Math.max(units.length, 1)]?.id })
      if (sample.fate === 'closed' || sample.fate === 'answered') {
        await publishIssue(call, { id, show: at % 2 === 0 ? ['owner', 'answer'] : [] })
      }
    }
    const topics = await tx
      .selectFrom('agenda.topics as t')
      .innerJoin('agenda.activities as a', 'a.id', 't.activity')
      .select('t.id')
      .where('a.kind', '=', 'pokja_bersama')
      .where('a.voided_on', 'is', null)
      .orderBy('t.id')
      .limit(4)
      .execute()
    for (const { id: point } of topics) await raiseFromPoint({ ...call, on: sampleDay }, { point })
    const second = await getRelationId(tx, addressOf({ slug: 'kawasan-dua' }))
    for (const words of byHand) {
      const raisedOn = addDays(sampleDay, -40)
      await raiseByHand({ ...call, on: sampleDay }, { relations: [second], words, raisedOn })
    }
  },
}

interface Passing {
  id: string
  from: string
  fate: Fate
  unit: string | undefined
}

/** What became of it, day after day. */
async function pass(call: Entering, { id, from, fate, unit }: Passing): Promise<void> {
  if (fate === 'open') return
  const on = (days: number) => ({ ...call, on: addDays(from, days) })
  const dueOn = fate === 'promised' ? addDays(sampleDay, 45) : addDays(from, 30)
  const task = await promiseIssue(on(3), { id, unit, dueOn, sure: ['dueOn'] })
  if (fate === 'promised' || fate === 'late') return
  if (fate === 'left') {
    await decideIssue(on(20), { id, outcome: 'tidak_dilanjutkan', reason: 'Di luar kewenangan daerah contoh.' })
    return
  }
  await answerIssue(on(28), { id, task, words: 'Sudah ditangani perangkat daerah contoh.' })
  if (fate === 'closed') await decideIssue(on(30), { id, outcome: 'selesai' })
  if (fate === 'again') {
    await decideIssue(on(30), { id, outcome: 'dilanjutkan', reason: 'Jawaban belum mencakup semua penghuni contoh' })
  }
}

export const forumSeeds: readonly ProgrammeSeed[] = [jababeka, contoh]
