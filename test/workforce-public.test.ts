import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCountryPage } from '../src/pages/country-page/contract.ts'
import { listProgrammesOf } from '../src/pages/programmes/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { listRelations, publishRelation, withdrawRelation } from '../src/slices/relations/contract.ts'
import * as workforce from '../src/slices/workforce/contract.ts'
import { words } from '../src/slices/workforce/messages/words.gen.ts'
import { brokerBans, shippedStandings } from '../src/slices/workforce/schemes.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

const does = async (who: Asker, endpoint: Parameters<Asker['ask']>[0], input: Record<string, unknown>) =>
  await who.ask(endpoint, { act: newId(), ...input })

async function aCohort(over: Record<string, unknown> = {}): Promise<{ id: string; slug: string }> {
  const cohort = { name: `Angkatan ${newId().slice(-6)}`, country: 'JP', ...over }
  const { status, body } = await does(petugas, workforce.addCohort, cohort)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

describe('what is public', () => {
  const cohort = '/program/tenaga-kerja/kota-bandung-tenaga-terampil-ke-jepang'

  test.each(['id', 'en', 'ja', 'ko'])(
    'story 001 in %s: ready, the number not stated, with its source',
    async (lang) => {
      const { status, text } = await world.page(`/${lang}${cohort}`)
      expect(status).toBe(200)
      const unstated = {
        id: 'jumlah tidak disebut',
        en: 'number not stated',
        ja: '人数は示されていません',
        ko: '인원 언급되지 않음',
      }
      expect(text).toContain(unstated[lang as 'id'])
      const sheet = await world.page(`/${lang}${cohort}/sumber/siap`)
      expect(sheet.status).toBe(200)
      expect(sheet.text).toContain('Yana Mulyana')
    },
  )

  test('it names its cooperation in the reader’s language', async () => {
    const japanese = (await world.page(`/ja${cohort}`)).text
    expect(japanese).toContain('日本国大使館')
    expect(japanese).not.toContain('Kedutaan Besar Jepang')
    expect((await world.page(`/id${cohort}`)).text).toContain('Kedutaan Besar Jepang')
  })

  test('it stands with its cooperation, its country and its region', async () => {
    for (const path of [
      '/kerja-sama/kota-bandung-kedutaan-besar-jepang',
      '/daerah/kota-bandung/negara/JP',
      '/daerah/kota-bandung/program',
    ]) {
      expect((await world.page(`/id${path}`)).text, path).toContain('Tenaga terampil ke Jepang')
    }
  })

  test('story 003: the seasonal programme stands with its cooperation as the region says; other outlets are inside alone', async () => {
    const page = '/id/kerja-sama/kab-bekasi-pihak-korea-selatan'
    const { text } = await world.page(page, { cookie: 'tanggal=2026-11-21' })
    expect(text).toMatch(/Pekerja musiman[\s\S]{0,200}Belum diketahui · sejak 2023 · menurut ANTARA/)
    expect(text).not.toContain('Dihentikan sementara')
    const abroad = await world.page('/id/daerah/kab-bekasi/program/tenaga-kerja', { cookie: 'tanggal=2024-01-01' })
    expect(abroad.text).toMatch(/id="kr-seasonal"[\s\S]{0,200}Belum diketahui/)
    const officer = await world.as('petugas-kab-bekasi')
    const { body } = await officer.ask(listRelations, { q: 'korea' })
    const told = await officer.ask(listProgrammesOf, { relation: body.rows[0].id })
    expect(JSON.stringify(told.body)).toContain('Dihentikan sementara')
  })

  test('a country’s page has the programmes there whose standing may be public, with source and the day to look again', async () => {
    const on = { cookie: 'tanggal=2026-11-21' }
    const korea = await world.page('/id/daerah/kab-bekasi/negara/KR', on)
    expect(korea.text).toMatch(/id="kr-seasonal"[\s\S]*Belum diketahui[\s\S]*ANTARA News Megapolitan/)
    expect(korea.text).not.toContain('id="jp-ssw"')
    const japan = await world.page('/ja/daerah/kota-bandung/negara/JP', on)
    expect(japan.text).toMatch(
      /id="jp-ssw"[\s\S]*2026年11月21日に確認[\s\S]*bantuan\.kemnaker\.go\.id[\s\S]*要確認[\s\S]*2027年1月31日/,
    )
    const inside = await (await world.as('petugas-kab-bekasi')).ask(readCountryPage, { country: 'KR' })
    expect(inside.body.abroad).toContainEqual(
      expect.objectContaining({ now: expect.objectContaining({ standing: 'dihentikan_sementara' }) }),
    )
    expect(inside.body.abroad).toContainEqual(expect.objectContaining({ scheme: 'kr_eps' }))
  })

  test.each(['id', 'en', 'ja', 'ko'])(
    'nothing that another outlet alone says is public by itself, in %s',
    async (language) => {
      const paths = [
        ...['kab-bekasi', 'kota-bandung', 'kota-bekasi'].map((region) => `/daerah/${region}/program/tenaga-kerja`),
        '/daerah/kab-bekasi/negara/KR',
        '/daerah/kota-bandung/negara/JP',
        '/kerja-sama/kab-bekasi-pihak-korea-selatan',
      ]
      const others = shippedStandings
        .flatMap(({ sources }) => sources)
        .filter(({ officialOn }) => officialOn === undefined)
      const { schemeNote } = words[language as 'id']
      for (const path of paths) {
        const { status, text } = await world.page(`/${language}${path}`, { cookie: 'tanggal=2026-11-21' })
        expect(status, path).toBe(200)
        for (const { name, url } of [...others, ...brokerBans.flatMap(({ sources }) => sources)]) {
          expect(text, path).not.toContain(name)
          expect(text, path).not.toContain(url)
        }
        for (const said of ['출입국관리법', 'kr-eps', 'jp-ikusei', 'jp-titp', ...Object.values(schemeNote)]) {
          expect(text, path).not.toContain(said)
        }
      }
    },
  )

  test('what an officer compared and made the region’s own is public once it is published, until it is taken back', async () => {
    const page = async () => (await world.page('/id/daerah/kota-bekasi/program/tenaga-kerja', { cookie: 'tanggal=2026-11-21' })).text // prettier-ignore
    const said = {
      scheme: 'jp_ikusei_shuro',
      standing: 'diumumkan',
      since: '2024-06',
      startsOn: '2027-04-01',
      source: 'Keputusan yang dibaca petugas',
      isChecked: true,
    }
    const early = await does(petugas, workforce.addStanding, { ...said, standing: 'dibuka' })
    expect(early.body.details.fields).toEqual([{ path: 'startsOn', fault: 'wrong' }])
    expect((await does(petugas, workforce.addStanding, said)).status).toBe(200)
    expect(await page()).not.toContain('jp-ikusei-shuro')
    await does(petugas, workforce.publishOverview, {})
    expect(await page()).toMatch(
      /id="jp-ikusei-shuro"[\s\S]*Diumumkan, belum berjalan[\s\S]*mulai 1 April 2027[\s\S]*Keputusan yang dibaca petugas/,
    )
    expect(await page()).not.toContain('japanono')
    await does(petugas, workforce.withdrawOverview, {})
    expect(await page()).not.toContain('jp-ikusei-shuro')
  })

  test('a public cohort says how its programme stands, and names no cooperation that was taken back', async () => {
    const { body: relation } = await petugas.ask(listRelations, { q: 'izumisano' })
    const [{ id: izumisano }] = relation.rows
    const { id, slug } = await aCohort({ scheme: 'jp_ssw', relations: [izumisano] })
    await does(petugas, workforce.publishCohort, { id })
    const page = async () => (await world.page(`/id/program/tenaga-kerja/${slug}`)).text
    expect(await page()).toMatch(/program\/tenaga-kerja#jp-ssw[\s\S]{0,300}perlu diperiksa/)
    expect(await page()).toContain('/id/kerja-sama/kota-bekasi-izumisano')
    await does(petugas, withdrawRelation, { id: izumisano })
    expect(await page()).not.toContain('/id/kerja-sama/kota-bekasi-izumisano')
    await does(petugas, publishRelation, { id: izumisano })
  })

  test('what was taken back answers 410, what never was 404', async () => {
    const { id, slug } = await aCohort()
    const path = `/id/program/tenaga-kerja/${slug}`
    expect((await world.page(path)).status).toBe(404)
    await does(petugas, workforce.publishCohort, { id })
    expect((await world.page(path)).status).toBe(200)
    await does(petugas, workforce.withdrawCohort, { id })
    expect((await world.page(path)).status).toBe(410)
  })

  test('script in a name is shown as it was typed', async () => {
    const { id, slug } = await aCohort({ name: '<script>alert(1)</script>' })
    await does(petugas, workforce.publishCohort, { id })
    const { text } = await world.page(`/id/program/tenaga-kerja/${slug}`)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert')
  })
})
