import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCountryPage } from '../src/pages/country-page/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { listRelations, publishRelation, withdrawRelation } from '../src/slices/relations/contract.ts'
import * as workforce from '../src/slices/workforce/contract.ts'
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

  test('story 003: the seasonal programme stands with its cooperation as it is known on the day', async () => {
    const { text } = await world.page('/id/kerja-sama/kab-bekasi-pihak-korea-selatan')
    expect(text).toContain('Pekerja musiman')
    expect(text).toContain('Dihentikan sementara')
    const abroad = await world.page('/id/daerah/kab-bekasi/program/tenaga-kerja', { cookie: 'tanggal=2024-01-01' })
    expect(abroad.text).toMatch(/id="kr-seasonal"[\s\S]{0,200}Belum diketahui/)
  })

  test('a country’s page has the programmes there with their standing, source and the day to look again', async () => {
    const { text } = await world.page('/id/daerah/kab-bekasi/negara/KR', { cookie: 'tanggal=2026-11-21' })
    expect(text).toMatch(
      /id="kr-seasonal"[\s\S]*Dihentikan sementara[\s\S]*jpnn\.com[\s\S]*perlu diperiksa[\s\S]*31 Desember 2026/,
    )
    expect(text).toContain('출입국관리법')
    expect(text).toContain('id="kr-eps"')
    expect(text).not.toContain('id="jp-ssw"')
    const japan = await world.page('/ja/daerah/kota-bandung/negara/JP', { cookie: 'tanggal=2026-11-21' })
    expect(japan.text).toMatch(/id="jp-ikusei-shuro"[\s\S]*発表済み・未開始[\s\S]*要確認/)
    // What came later is not told of an earlier day.
    const before = await world.page('/id/daerah/kab-bekasi/negara/KR', { cookie: 'tanggal=2024-01-01' })
    expect(before.text).toMatch(/id="kr-seasonal"[\s\S]{0,300}Belum diketahui/)
    expect(before.text).not.toContain('selama tiga tahun')
    expect(before.text).not.toContain('출입국관리법')
    const inside = await (await world.as('petugas-kab-bekasi')).ask(readCountryPage, { country: 'KR' })
    expect(inside.body.abroad).toContainEqual(expect.objectContaining({ scheme: 'kr_seasonal' }))
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
