import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { getRelation, getRelationId, hasRelations } from '../relations/queries.ts'
import {
  addCohort,
  addCost,
  addCount,
  addFigure,
  addRequest,
  addStanding,
  publishCohort,
  publishOverview,
  system as who,
} from '../workforce/commands.ts'
import { hasWorkforce } from '../workforce/queries.ts'
import { addressOf } from './contoh-day.ts'
import type { ProgrammeSeed } from './programmes.ts'
import { reopenStory, tell, type Speaker } from './telling.ts'

type Call = { tx: Tx; act: Act }

/** After every day of the seeds: nothing of them lies ahead of it. */
const on = '2026-11-21'

const yana: Speaker = { name: 'Yana Mulyana', office: 'wali_kota', capacity: 'plt', occasion: 'to_reporters' }
const dani: Speaker = { name: 'Dani Ramdan', office: 'bupati', capacity: 'pj', occasion: 'to_reporters' }

/** Story 001: skilled people who learned the language are ready for Japan. How many, from where, by which way: not told. */
async function enterBandung(call: Call): Promise<void> {
  const textSha256 = '4bb3fd37bea8048dc1992f38cdefdd465a72ab891d7ca70c18ef46c69affd146'
  const story = await reopenStory(call, { day: '2022-02-03', textSha256 })
  const relation = await getRelationId(call.tx, 'kota-bandung-kedutaan-besar-jepang')
  const cohort = await addCohort(
    { ...call, on, who },
    {
      slug: 'kota-bandung-tenaga-terampil-ke-jepang',
      name: 'Tenaga terampil ke Jepang',
      country: 'JP',
      relations: [relation],
    },
  )
  const count = await addCount(
    { ...call, on, who },
    { id: cohort.id, step: 'siap', number: null, countedOn: story.day },
  )
  const said = { told: ({ s001 }: { s001: { ready: string } }) => s001.ready, span: [553, 653], by: yana } as const
  await tell(story, { of: count.id, field: 'number', ...said })
  await tell(story, { of: cohort.id, field: 'country', ...said })
  await publishCohort(call, { id: cohort.id })
  call.act.about(cohort.id)
}

/** Story 003: seasonal workers were spoken of. Where the programme stood then, the story does not say. */
async function enterKorea(call: Call): Promise<void> {
  const textSha256 = 'f9685dfb800cb16ddb24f52109c6d33917995f1b62d6d06ca6c9066d16d4df28'
  const story = await reopenStory(call, { day: '2023', textSha256 })
  const relation = await getRelationId(call.tx, 'kab-bekasi-pihak-korea-selatan')
  const standing = await addStanding(
    { ...call, on },
    {
      scheme: 'kr_seasonal',
      standing: 'belum_diketahui',
      since: story.day,
      source: 'ANTARA News Megapolitan, 2023',
      isChecked: true,
      relation,
    },
  )
  await tell(story, {
    of: standing.id,
    field: 'scheme',
    told: ({ s003 }) => s003.seasonal,
    span: [1020, 1065],
    by: dani,
  })
  await publishOverview(call)
  call.act.about(standing.id)
}

/** The invented region: cohorts at several steps, requests, figures; no company and no person of it exists. */
async function enterSamples(call: Call): Promise<void> {
  const acting = { ...call, on, who }
  const relationTo = async (slug: string) => await getRelationId(call.tx, addressOf({ slug }))
  const japan = await relationTo('utara-jepang')
  const korea = await relationTo('timur-korea')
  const care = await addCohort(acting, {
    name: 'Angkatan perawat lansia 2025 (contoh)',
    country: 'JP',
    scheme: 'jp_ssw',
    beganOn: '2025-02',
    relations: [japan],
  })
  const counts = [
    { step: 'pelatihan', number: 40, countedOn: '2025-02-17' },
    { step: 'lulus_bahasa', number: 31, countedOn: '2025-09-30' },
    { step: 'siap', number: 28, countedOn: '2025-12-15' },
    { step: 'siap', number: 26, countedOn: '2026-03-02', reason: 'Dua orang bekerja di dalam negeri.' },
    {
      step: 'diserahkan',
      number: 26,
      countedOn: '2026-04-20',
      bodyKind: 'p3mi',
      bodyName: 'P3MI Contoh',
      licenceNo: 'IZIN-CONTOH-01',
      licenceUntil: '2028-12-31',
    },
    { step: 'berangkat', number: null, countedOn: '2026-08-03' },
  ] as const
  for (const count of counts) await addCount(acting, { id: care.id, ...count })
  await addCost(acting, { id: care.id, item: 'Paspor', kind: 'paspor', payer: 'pekerja', amount: 350_000 })
  await addCost(acting, { id: care.id, item: 'Pelatihan bahasa', kind: 'lain', payer: 'daerah' })
  const weld = await addCohort(acting, {
    name: 'Angkatan pengelasan (contoh)',
    country: 'KR',
    scheme: 'kr_eps',
    beganOn: '2026-06',
    relations: [korea],
  })
  await addCount(acting, { id: weld.id, step: 'pelatihan', number: 24, countedOn: '2026-06-08' })
  const later = await addCohort(acting, { name: 'Angkatan perhotelan (contoh)', country: 'JP', relations: [japan] })
  await publishCohort(call, { id: care.id })
  await publishCohort(call, { id: weld.id })
  const company = await getRelation(call.tx, { id: await relationTo('pt-logistik'), on })
  const partner = company.partner?.id
  const requests = [
    { partner, skill: 'Pengelasan', school: 'SMK Contoh 1', number: 30, neededOn: '2026-01', filled: 22, filledLocal: 15, reportedOn: '2026-03-31' },
    { skill: 'Perawatan mesin', school: 'SMK Contoh 2', number: 12, neededOn: '2026-07', gap: 'Belum ada praktik dengan mesin yang dipakai di pabrik.' },
    { skill: 'Kendali mutu', school: 'LPK Contoh', neededOn: '2027' },
  ] // prettier-ignore
  for (const request of requests) await addRequest(acting, { ...request, relation: japan })
  const source = 'Laporan contoh'
  await addFigure(acting, { kind: 'pengangguran', year: 2025, value: 6.4, unit: 'persen', source })
  await addFigure(acting, { kind: 'perusahaan_terdaftar', year: 2026, value: 48, unit: 'perusahaan', source })
  await publishOverview(call)
  call.act.about(later.id)
}

const isThere = hasWorkforce

/** What the stories tell of work and skills, then the invented region's. */
export const workforceSeeds: readonly ProgrammeSeed[] = [
  { region: 'kota-bandung', isThere, enter: enterBandung },
  { region: 'kab-bekasi', isThere, enter: enterKorea },
  // The invented region may stand empty: then it stays so.
  {
    region: 'kab-contoh',
    isThere: async (tx) => (await isThere(tx)) || !(await hasRelations(tx)),
    enter: enterSamples,
  },
]
