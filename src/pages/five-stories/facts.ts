import type { StoryId } from './stories.ts'

/** The step of building at whose end the fact is whole: 1 to 5, or after them. */
export const issues = [1, 2, 3, 4, 5, 'later'] as const
export type Issue = (typeof issues)[number]

export const states = ['ada', 'sebagian', 'belum'] as const

interface Row {
  id: `${StoryId}-${string}`
  /** Ids of the product's capabilities; a letter alone is a whole chapter of them, 'principle-2' the two axes. */
  capability: readonly string[]
  issue: Issue
}

type Standing =
  /** `screen`: public path without language; `test`: the file that walks it, with a name after ' > ' where it has many. */
  { state: 'ada' | 'sebagian'; screen: string; test: string } | { state: 'belum'; screen?: never; test?: never }

const izumisano = '/kerja-sama/kota-bekasi-izumisano'
const embassy = '/kerja-sama/kab-bekasi-kedutaan-besar-jepang'
const bandung = '/kerja-sama/kota-bandung-kedutaan-besar-jepang'
const toyota = '/kerja-sama/kota-bandung-toyota'
const korea = '/kerja-sama/kab-bekasi-pihak-korea-selatan'
const jababeka = '/kerja-sama/kab-bekasi-jababeka'
const japanInBekasi = '/daerah/kab-bekasi/negara/JP#diketahui'
const japanInBandung = '/daerah/kota-bandung/negara/JP#diketahui'

/** The sheet of what was said at the meeting of a story, by its place there. */
const said = (relation: string, position: number) => `${relation}/sumber/ucapan-${position}-${meeting[relation]}`
/** The sheet of the meeting itself: its day, who called it, what was discussed. */
const met = (relation: string) => `${relation}/sumber/pertemuan-${meeting[relation]}`
const meeting: Record<string, string> = {
  [izumisano]: 'kunjungan-izumisano-2025-07-24',
  [embassy]: 'audiensi-duta-besar-jepang-2024-06-28',
  [bandung]: 'audiensi-duta-besar-jepang-2022-02-03',
  [korea]: 'diberitakan-nota-kesepahaman-korea-selatan-2023',
  [jababeka]: 'rakor-jababeka-2025-10-21',
}

/** The sheet of a commitment that was published at the meeting of a story, by its place there. */
const given = (relation: string, position: number) => `${relation}/sumber/komitmen-${position}-${meeting[relation]}`
/** What was promised and chosen to be shown. */
const promised = (relation: string) => `${relation}#komitmen`

/** The four points of the estate's meeting, each with its theme. */
const discussed = `/kegiatan/${meeting[jababeka]}#pokok-bahasan`

/** What the issues of the estate support of the region's own programmes. */
/** What villages need of companies, and while nothing is entered the point that was discussed. */
const needs = '/daerah/kab-bekasi/program/tjsl'
const supported = '/program/isu/layanan-dasar-kawasan-industri#program-daerah'

/** The contest of story 000, which the environment agency runs. */
const berseri = '/program/lomba/kampung-berseri-2024'

/** The cohort of story 001, and what is known of the seasonal programme of story 003. */
const ready = '/program/tenaga-kerja/kota-bandung-tenaga-terampil-ke-jepang'
const seasonal = '/daerah/kab-bekasi/program/tenaga-kerja#kr-seasonal'

const contest = 'test/contests.test.ts'
const journey = 'test/journeys/izumisano.spec.ts'
const stories = 'test/stories.test.ts'
const kept = 'test/story-sources.test.ts'
const unnamed = 'test/korea.test.ts'
const countries = 'test/countries.test.ts'
const counted = 'test/workforce.test.ts > beside what was filled stands how many companies reported'
const notStated = 'test/workforce-public.test.ts > ready, the number not stated, with its source'
const asKnown = 'test/workforce-public.test.ts > the seasonal programme stands with its cooperation as the region says'
const exchanged = 'test/exchange-public.test.ts > what the stories tell of exchange is public with its marks'

const issues004 = 'test/forum.test.ts > the four points of story 004 are public issues with their sources'
const formalised =
  'test/forum.test.ts > opens a KSDPK for an estate, keeps the issues, gives the cooperation its type, and can be undone'

const fulfilled = 'test/csr.test.ts > the company reports, the village confirms, and then it is fulfilled'
const yearly = 'test/csr-beside.test.ts > stand the issues of its forum that were answered in it'
const residents = 'test/residents.test.ts'
const topics = 'test/topics.test.ts'
const promises = 'test/story-commitments.test.ts'
const recommendation = 'test/journeys/kedutaan.spec.ts'
const carried = 'test/journeys/agenda.spec.ts'
const press = 'test/briefing.test.ts > of the estate’s forum names its points and who was there'

const rows = [
  {
    id: '000-01',
    capability: ['C1'],
    issue: 4,
    state: 'ada',
    screen: `${embassy}#pertemuan`,
    test: 'test/agenda.test.ts',
  },
  { id: '000-02', capability: ['C4'], issue: 4, state: 'ada', screen: said(embassy, 2), test: recommendation },
  { id: '000-03', capability: ['A7'], issue: 4, state: 'ada', screen: japanInBekasi, test: countries },
  { id: '000-04', capability: ['A7'], issue: 4, state: 'ada', screen: japanInBekasi, test: countries },
  { id: '000-05', capability: ['A5'], issue: 4, state: 'ada', screen: said(embassy, 3), test: kept },
  { id: '000-06', capability: ['A7'], issue: 4, state: 'ada', screen: japanInBekasi, test: countries },
  { id: '000-07', capability: ['F2', 'F4'], issue: 5, state: 'ada', screen: said(embassy, 6), test: counted },
  { id: '000-08', capability: ['F2'], issue: 5, state: 'ada', screen: given(embassy, 2), test: counted },
  { id: '000-09', capability: ['G3'], issue: 5, state: 'sebagian', screen: `${berseri}/sumber/untuk`, test: contest },
  { id: '000-10', capability: ['G3'], issue: 5, state: 'ada', screen: berseri, test: contest },
  {
    id: '000-11',
    capability: ['G3', 'G2'],
    issue: 5,
    state: 'ada',
    screen: `${berseri}/sumber/penyelenggara`,
    test: contest,
  },
  { id: '000-12', capability: ['A4'], issue: 5, state: 'sebagian', screen: `${berseri}/sumber/tujuan`, test: contest },
  { id: '000-13', capability: ['A5'], issue: 4, state: 'ada', screen: met(embassy), test: kept },
  { id: '000-14', capability: ['A4'], issue: 3, state: 'ada', screen: `${embassy}#bidang`, test: stories },
  { id: '001-01', capability: ['A2', 'C1'], issue: 3, state: 'ada', screen: `${bandung}#pertemuan`, test: stories },
  {
    id: '001-02',
    capability: ['A3'],
    issue: 3,
    state: 'ada',
    screen: '/daerah/kota-bandung/kerja-sama',
    test: stories,
  },
  { id: '001-03', capability: ['A5'], issue: 4, state: 'ada', screen: `${toyota}/sumber/permulaan`, test: kept },
  { id: '001-04', capability: ['A4', 'A2'], issue: 4, state: 'ada', screen: `${toyota}/sumber/bidang`, test: stories },
  { id: '001-05', capability: ['A7'], issue: 4, state: 'ada', screen: japanInBandung, test: countries },
  { id: '001-06', capability: ['F1'], issue: 5, state: 'ada', screen: ready, test: notStated },
  {
    id: '001-07',
    capability: ['G4'],
    issue: 5,
    state: 'ada',
    screen: '/daerah/kota-bandung/kontak',
    test: `${residents} > the contact point > a question gets a receipt with a clock, waits in Hari ini, is forwarded and answered in its language`, // prettier-ignore
  },
  {
    id: '001-08',
    capability: ['G4'],
    issue: 5,
    state: 'ada',
    screen: '/program/layanan/vaksinasi-booster-bagi-warga-jepang-kota-bandung',
    test: 'test/residents-story.test.ts > story 001 tells of a service without day, place or places: published as told, closed for booking',
  },
  { id: '001-09', capability: ['A7'], issue: 4, state: 'ada', screen: japanInBandung, test: countries },
  {
    id: '001-10',
    capability: ['G5'],
    issue: 5,
    state: 'ada',
    screen: '/program/pertukaran/pelatihan-penyediaan-air-hamamatsu',
    test: exchanged,
  },
  {
    id: '001-11',
    capability: ['G5', 'A4'],
    issue: 5,
    state: 'ada',
    screen: '/program/pertukaran/kolaborasi-akademik-budaya-penelitian-hamamatsu',
    test: exchanged,
  },
  { id: '001-12', capability: ['C1'], issue: 3, state: 'ada', screen: `${bandung}#pertemuan`, test: stories },
  { id: '001-13', capability: ['B5', 'A3'], issue: 4, state: 'ada', screen: said(bandung, 2), test: stories },
  { id: '002-01', capability: ['C1'], issue: 2, state: 'ada', screen: `${izumisano}#pertemuan`, test: journey },
  { id: '002-02', capability: ['A4'], issue: 1, state: 'ada', screen: `${izumisano}#bidang`, test: journey },
  { id: '002-03', capability: ['B2'], issue: 2, state: 'ada', screen: `${izumisano}#tahap`, test: journey },
  { id: '002-04', capability: ['B3'], issue: 4, state: 'ada', screen: `${izumisano}#prakarsa`, test: kept },
  { id: '002-05', capability: ['A2'], issue: 4, state: 'ada', screen: `${izumisano}#prakarsa`, test: kept },
  { id: '002-06', capability: ['A2'], issue: 3, state: 'ada', screen: `${izumisano}#tentang-mitra`, test: journey },
  { id: '002-07', capability: ['A2'], issue: 3, state: 'ada', screen: `${izumisano}#tentang-mitra`, test: journey },
  { id: '002-08', capability: ['H1', 'C3'], issue: 4, state: 'ada', screen: promised(izumisano), test: promises },
  {
    id: '002-09',
    capability: ['G5'],
    issue: 5,
    state: 'ada',
    screen: '/program/pertukaran/pertukaran-pengalaman-izumisano',
    test: exchanged,
  },
  { id: '002-10', capability: ['A5'], issue: 4, state: 'ada', screen: `${izumisano}/sumber/bidang`, test: journey },
  { id: '002-11', capability: ['A4'], issue: 3, state: 'ada', screen: said(izumisano, 3), test: stories },
  { id: '003-01', capability: ['principle-2'], issue: 3, state: 'ada', screen: met(korea), test: stories },
  { id: '003-02', capability: ['A2'], issue: 3, state: 'ada', screen: korea, test: stories },
  { id: '003-03', capability: ['F4'], issue: 5, state: 'ada', screen: met(korea), test: counted },
  // The initiator comes with 5; proposals from anyone (A8) follow after it.
  { id: '003-04', capability: ['A8'], issue: 5, state: 'sebagian', screen: met(korea), test: stories },
  { id: '003-05', capability: ['F3'], issue: 5, state: 'ada', screen: seasonal, test: asKnown },
  { id: '003-06', capability: ['B3'], issue: 4, state: 'ada', screen: `${korea}#contoh`, test: unnamed },
  { id: '003-07', capability: ['B2'], issue: 4, state: 'ada', screen: `${korea}#aturan`, test: unnamed },
  { id: '003-08', capability: ['A3'], issue: 4, state: 'ada', screen: `${korea}#manfaat`, test: unnamed },
  {
    id: '003-09',
    capability: ['G5'],
    issue: 5,
    state: 'ada',
    screen: '/program/pertukaran/budaya-dan-kontak-sosial-korea-selatan',
    test: exchanged,
  },
  { id: '003-10', capability: ['A5'], issue: 3, state: 'ada', screen: said(korea, 5), test: stories },
  { id: '003-11', capability: ['A5'], issue: 4, state: 'ada', screen: met(korea), test: unnamed },
  { id: '003-12', capability: ['A2'], issue: 3, state: 'ada', screen: `${jababeka}#pertemuan`, test: stories },
  { id: '004-01', capability: ['C1'], issue: 3, state: 'ada', screen: `/kegiatan/${meeting[jababeka]}`, test: stories },
  { id: '004-02', capability: ['C1'], issue: 3, state: 'ada', screen: `${jababeka}#pertemuan`, test: stories },
  { id: '004-03', capability: ['G1'], issue: 4, state: 'ada', screen: discussed, test: topics },
  { id: '004-04', capability: ['G1'], issue: 4, state: 'ada', screen: discussed, test: topics },
  { id: '004-05', capability: ['G1'], issue: 4, state: 'ada', screen: discussed, test: topics },
  { id: '004-06', capability: ['G2'], issue: 5, state: 'ada', screen: needs, test: fulfilled },
  { id: '004-07', capability: ['G1', 'G2'], issue: 5, state: 'ada', screen: met(jababeka), test: yearly },
  { id: '004-08', capability: ['F2'], issue: 5, state: 'ada', screen: said(jababeka, 3), test: counted },
  { id: '004-09', capability: ['A4'], issue: 5, state: 'ada', screen: supported, test: issues004 },
  { id: '004-10', capability: ['G1', 'B'], issue: 5, state: 'ada', screen: given(jababeka, 2), test: formalised },
  { id: '004-11', capability: ['C1', 'C2'], issue: 4, state: 'ada', screen: given(jababeka, 1), test: carried },
  { id: '004-12', capability: ['C8'], issue: 4, state: 'ada', screen: met(jababeka), test: press },
  {
    id: '004-13',
    capability: ['A5', 'I'],
    issue: 'later',
    state: 'sebagian',
    screen: said(jababeka, 6),
    test: stories,
  },
] as const satisfies readonly (Row & Standing)[]

export type FactId = (typeof rows)[number]['id']

export type Fact = { id: FactId; story: StoryId; capability: readonly string[]; issue: Issue } & Standing

/** Every fact and function of the five stories, in the order of the stories' numbers. The words are in `messages`. */
export const facts: readonly Fact[] = rows.map((row) => ({ ...row, story: row.id.slice(0, 3) as StoryId }))

type KeyOf<Id extends string> = Id extends `${infer Story}-${infer Number}` ? `f${Story}_${Number}` : never

/** The key of a fact in `words.fact`: '002-02' is `f002_02`. */
export function factKey(id: FactId): KeyOf<FactId> {
  return `f${id.replace('-', '_')}` as KeyOf<FactId>
}
