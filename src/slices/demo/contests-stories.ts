import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import {
  addCategory,
  addContest,
  addLookBack,
  addSponsor,
  addStatement,
  enter,
  publishContest,
  relateContest,
} from '../contests/commands.ts'
import { listOfficials, listUnits } from '../reference/queries.ts'
import { getRelationId } from '../relations/queries.ts'
import { inventedRegion } from './model.ts'
import type { ProgrammeSeed } from './programmes.ts'
import { reopenStory, tell, type Speaker } from './telling.ts'

/** The contest that stands in story 000: its address is a fixed point for scripts. */
const berseri = 'kampung-berseri-2024'
/** The invented region's contests: one that is over, one that is open all year. */
export const finishedContest = 'lomba-kampung-contoh-2025'
const openContest = 'lomba-kampung-contoh-2026'

const has = async (tx: Tx, slug: string): Promise<boolean> =>
  (await tx.selectFrom('contests.contests').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined

const unitOf = async (tx: Tx, kind: string, name?: string): Promise<string> => {
  const unit = (await listUnits(tx)).find((one) => (name === undefined ? one.kind === kind : one.name === name))
  if (unit === undefined) throw new Error(`no unit ${name ?? kind}`)
  return unit.id
}

const secretary: Speaker = { name: 'Sukmawaty Karnahadijat', office: 'sekretaris_dinas', occasion: 'in_the_article' }

/** Story 000: the environment agency's contest, in our own words; what the article does not say stays open. */
const kampungBerseri: ProgrammeSeed = {
  region: 'kab-bekasi',
  isThere: async (tx) => await has(tx, berseri),
  async enter(call) {
    const { tx } = call
    const story = await reopenStory(call, {
      day: '2024-06-28',
      textSha256: '49888e598abd41b75b34c64ff96127edbfae03fb3cb6a2fb61653396ecc59c7f',
    })
    const { id } = await addContest(call, {
      slug: berseri,
      title: 'Lomba Kampung Berseri',
      organiserUnit: await unitOf(tx, 'opd', 'Dinas Lingkungan Hidup'),
      organiserWords: 'bersama swasta, terutama melalui CSR',
      about: 'kampung bersih, sehat, asri',
      occasion: 'Hari Lingkungan Hidup Sedunia',
      opensOn: '2024-06-12',
      closesOn: '2024-06-30',
      contestOn: '2024-07-02',
    })
    await tell(story, { of: id, field: 'about', told: ({ s000 }) => s000.contestFor, span: [2669, 2755] })
    await tell(story, { of: id, field: 'about', told: ({ s000 }) => s000.contestClimate, span: [2607, 2668] })
    await tell(story, { of: id, field: 'occasion', told: ({ s000 }) => s000.contestOccasion, span: [2756, 2852] })
    await tell(story, { of: id, field: 'organiser_unit', told: ({ s000 }) => s000.contestOrganiser, span: [2916, 2997] }) // prettier-ignore
    await tell(story, { of: id, field: 'opens_on', by: secretary, told: ({ s000 }) => s000.contestEntries, span: [3360, 3430] }) // prettier-ignore
    await tell(story, { of: id, field: 'contest_on', by: secretary, told: ({ s000 }) => s000.contestDay, span: [3431, 3492] }) // prettier-ignore
    await tell(story, { of: id, field: 'goals', by: secretary, told: ({ s000 }) => s000.contestGoals, span: [3233, 3297] }) // prettier-ignore
    const sponsor = await addSponsor(call, { id, words: 'swasta melalui CSR; perusahaan belum disebut' })
    await tell(story, { of: sponsor.id, field: 'words', told: ({ s000 }) => s000.contestSponsor, span: [2998, 3077] })
    const official = (await listOfficials(tx)).find(({ name }) => name === secretary.name)
    const statement = await addStatement(call, {
      id,
      ...(official === undefined ? { speaker: secretary.name } : { official: official.id }),
      words: 'Menyebut lomba ini bentuk tanggung jawab sosial, selaras dengan tujuan pembangunan berkelanjutan.',
    })
    await tell(story, { of: statement.id, field: 'words', by: secretary, told: ({ s000 }) => s000.contestStatement, span: [3188, 3359] }) // prettier-ignore
    const relation = await getRelationId(tx, 'kab-bekasi-kedutaan-besar-jepang')
    await relateContest(call, { id, relation, kind: 'same_story' })
    await publishContest(call, { id })
  },
}

const flowers =
  'Melati Mawar Kenanga Cempaka Dahlia Anggrek Teratai Seruni Flamboyan Kamboja Tanjung Bakung Soka Asoka Wijayakusuma'
const trees = 'Jati Mahoni Trembesi Ketapang Beringin Waru Sengon Akasia Cemara Damar Meranti Pinus Bambu Aren Nipah'
const kampungNames = `${flowers} ${trees}`.split(' ')

/** The invented region: a contest that is over, with thirty invented entries, and one that is open all of 2026. */
const contoh: ProgrammeSeed = {
  region: inventedRegion,
  isThere: async (tx) => (await has(tx, openContest)) || !(await hasUnits(tx)),
  async enter(call) {
    const { tx } = call
    const organiserUnit = await unitOf(tx, 'opd')
    const of = { organiserUnit, about: 'kampung bersih dan hijau (rekaan)', occasion: 'Hari jadi daerah rekaan' }
    const finished = await addContest(call, {
      ...of,
      slug: finishedContest,
      title: 'Lomba Kampung Contoh 2025',
      opensOn: '2025-06-02',
      closesOn: '2025-06-30',
      contestOn: '2025-07-12',
      announceOn: '2025-08-17',
      lookBackOn: '2026-08-17',
      tiers: ['RT', 'desa', 'kecamatan', 'kabupaten'],
    })
    const categories = []
    for (const name of ['Kampung', 'Perumahan']) categories.push(await addCategory(call, { id: finished.id, name }))
    await addSponsor(call, { id: finished.id, words: 'beberapa perusahaan rekaan melalui CSR' })
    await publishContest(call, { id: finished.id })
    // Each on a day inside the window, so that the statement that decides takes it.
    for (const [at, name] of kampungNames.entries()) {
      const instant = `2025-06-${String(3 + Math.floor((at * 26) / 30)).padStart(2, '0')}T${String(1 + (at % 9)).padStart(2, '0')}:15:00Z`
      await sql`select set_config('app.at', ${instant}, true)`.execute(tx)
      await enter(call, {
        contest: finished.id,
        category: categories[at % 3 === 2 ? 1 : 0]?.id,
        name: `${at % 3 === 2 ? 'Perumahan' : 'Kampung'} ${name}`,
        rtRw: `${String(1 + (at % 9)).padStart(2, '0')}/${String(1 + (at % 5)).padStart(2, '0')}`,
        kecamatan: `Kecamatan Contoh ${1 + (at % 4)}`,
        village: `Desa Contoh ${1 + (at % 10)}`,
        entrant: `Warga Contoh ${at + 1}`,
        phone: `0800000${String(at + 1).padStart(4, '0')}`,
        wordsLang: 'id',
      })
    }
    await sql`select set_config('app.at', '', true)`.execute(tx)
    await addLookBack(call, {
      id: finished.id,
      lookedOn: '2026-08-17',
      kept: 'partly',
      words: 'Sebagian taman dan tempat sampah terpilah masih dirawat warga (rekaan).',
    })
    await publishContest(call, { id: finished.id })
    const open = await addContest(call, {
      ...of,
      slug: openContest,
      title: 'Lomba Kampung Contoh 2026',
      opensOn: '2026-01-01',
      closesOn: '2026-12-31',
      contestOn: '2027-01',
      announceOn: '2027-02-01',
      lookBackOn: '2028-02-01',
      excludesLastWinner: true,
      previous: finished.id,
      wantsPhotos: true,
    })
    for (const name of ['Kampung', 'Perumahan', 'Sekolah']) await addCategory(call, { id: open.id, name })
    await publishContest(call, { id: open.id })
  },
}

/** Without the invented region's bodies there is nothing to enter yet. */
const hasUnits = async (tx: Tx): Promise<boolean> => (await listUnits(tx)).some(({ kind }) => kind === 'opd')

export const contestSeeds: readonly ProgrammeSeed[] = [kampungBerseri, contoh]
