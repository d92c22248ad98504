import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCountryPage } from '../src/pages/country-page/contract.ts'
import { listPublishedCountries } from '../src/pages/country-page/queries.ts'
import { newId } from '../src/shared/ids.ts'
import { languages } from '../src/shared/languages.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import * as partners from '../src/slices/partners/contract.ts'
import { addProvenance, addSource, readSheet } from '../src/slices/sources/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker
let source: string

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
  source = (await officer.ask(addSource, { kind: 'letter', title: `Surat ${newId()}` })).body.id
})
afterAll(async () => await world.close())

/** A country that no other test of this file speaks of. */
const unused = ['SG', 'MY', 'TH', 'VN', 'PH', 'BN', 'KH', 'LA', 'MM', 'TL', 'IN', 'AU', 'NZ', 'US', 'CA', 'GB']
const aCountry = () => unused.shift() ?? 'ID'
const said = { kind: 'residents', number: 3000, moreThan: true, unit: 'people', occurredOn: '2025-08-02' } as const
const faults = ({ status, body }: { status: number; body: any }) => [status, body.details?.fields]

async function add(country: string, more: Record<string, unknown> = {}): Promise<{ id: string; act: string }> {
  const act = newId()
  const { status, body } = await officer.ask(partners.addCountryFact, { act, country, ...said, source, ...more })
  expect(status, JSON.stringify(body)).toBe(200)
  return { id: body.id, act }
}
const read = async (country: string) => (await officer.ask(readCountryPage, { country })).body
const publish = async (country: string, facts?: string[]) =>
  await officer.ask(partners.publishCountry, { country, ...(facts && { facts }) })
const page = async (country: string, { language = 'id', region = 'kota-bekasi', rest = '' } = {}) =>
  await world.page(`/${language}/daerah/${region}/negara/${country}${rest}`)

describe('a statement about a country', () => {
  test('is kept as the source gives it: "more than" is not rounded, words stay as they were written', async () => {
    const country = aCountry()
    const { id } = await add(country, { words: 'Sebagian besar tinggal di dekat kawasan industri.' })
    const { facts, levels, publication } = await read(country)
    expect(facts).toMatchObject([{ id, ...said, rev: 1, wordsLang: 'id', shown: 'inside' }])
    expect(levels).toEqual({ [`${id}.number`]: 'documented' })
    expect(publication).toBeUndefined()
  })

  test('with a figure needs its unit and a source or a note; a note is a staff record', async () => {
    const country = aCountry()
    const enter = async (more: Record<string, unknown>) =>
      faults(await officer.ask(partners.addCountryFact, { country, ...said, ...more }))
    expect(await enter({})).toEqual([422, [{ path: 'source', fault: 'required' }]])
    expect(await enter({ source, unit: null })).toEqual([422, [{ path: 'unit', fault: 'required' }]])
    expect(await enter({ source, unit: 'usd' })).toEqual([422, [{ path: 'unit', fault: 'not_listed' }]])
    expect(await enter({ source, number: -1 })).toMatchObject([422, [{ path: 'number' }]])
    expect(await enter({ source, number: '3,5' })).toMatchObject([422, [{ path: 'number' }]])
    expect(await enter({ source: newId() })).toMatchObject([404, undefined])
    const { id } = await add(country, { source: undefined, note: 'Data Dinas Kependudukan' })
    const sheet = (await officer.ask(readSheet, { subject: id, field: 'number' })).body
    expect(sheet).toMatchObject({ level: 'recorded', lines: [{ summary: { id: 'Data Dinas Kependudukan' } }] })
  })

  test('without a figure says something, and needs no source', async () => {
    const country = aCountry()
    const none = { country, kind: 'note', occurredOn: '2025' }
    expect(faults(await officer.ask(partners.addCountryFact, none))).toEqual([
      422,
      [{ path: 'words', fault: 'required' }],
    ])
    expect((await officer.ask(partners.addCountryFact, { ...none, words: 'Baru dijajaki.' })).status).toBe(200)
  })

  test('of a day that does not exist is refused, of one still to come asked about', async () => {
    const country = aCountry()
    const enter = async (more: Record<string, unknown>) =>
      faults(await officer.ask(partners.addCountryFact, { country, ...said, source, ...more }))
    expect(await enter({ occurredOn: '2025-02-30' })).toEqual([422, [{ path: 'occurredOn', fault: 'not_a_date' }]])
    expect(await enter({ occurredOn: '2190' })).toEqual([422, [{ path: 'occurredOn', fault: 'doubtful' }]])
    expect((await enter({ occurredOn: '2190', sure: ['occurredOn'] }))[0]).toBe(200)
    expect((await read(country)).facts, 'not there before its day').toEqual([])
  })

  test('is of a country that the catalogue names, and of none but foreign ones', async () => {
    for (const country of ['ID', 'XX', 'jp', 'JPN']) {
      expect((await officer.ask(partners.addCountryFact, { country, ...said, source })).status, country).toBe(422)
      expect((await officer.ask(readCountryPage, { country })).status, country).toBe(422)
    }
  })

  test('is corrected over what was on screen; who was slower is told what changed, by whom', async () => {
    const country = aCountry()
    const { id } = await add(country)
    const mend = async (rev: number, more: Record<string, unknown>) =>
      await officer.ask(partners.mendCountryFact, { id, rev, ...more })
    expect((await mend(1, { number: 3200 })).body).toEqual({ id, rev: 2 })
    const stale = await mend(1, { number: 3300 })
    expect(stale.status).toBe(409)
    expect(stale.body.details.changes).toMatchObject([{ field: 'number', was: 3000, now: 3200 }])
    expect(faults(await mend(2, { unit: null }))).toEqual([422, [{ path: 'unit', fault: 'required' }]])
    expect((await mend(2, { number: null, words: 'Jumlahnya tidak disebut.' })).status).toBe(200)
    expect((await read(country)).facts).toMatchObject([{ number: null, unit: null, moreThan: false, rev: 3 }])
  })

  test('is voided once, with its reason, and undone', async () => {
    const country = aCountry()
    const { id } = await add(country)
    const act = newId()
    const voiding = { id, rev: 1, reason: 'Angka daerah lain' }
    expect(faults(await officer.ask(partners.voidCountryFact, { ...voiding, reason: ' ' }))).toEqual([
      422,
      [{ path: 'reason', fault: 'required' }],
    ])
    expect((await officer.ask(partners.voidCountryFact, { ...voiding, act })).status).toBe(200)
    expect((await read(country)).facts).toEqual([])
    expect((await officer.ask(partners.voidCountryFact, { ...voiding, rev: 2 })).status).toBe(422)
    expect((await officer.ask(partners.mendCountryFact, { id, rev: 2, words: 'Lain' })).status).toBe(422)
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect((await read(country)).facts).toMatchObject([{ id }])
  })

  test('stands in the history of its country from the first act on, and is taken back', async () => {
    const country = aCountry()
    const before = await read(country)
    expect(before.hasHistory).toBe(false)
    expect((await officer.ask(readHistory, { subject: before.subject })).status).toBe(404)
    const { act } = await add(country)
    const { subject, hasHistory } = await read(country)
    expect(hasHistory).toBe(true)
    const { rows } = (await officer.ask(readHistory, { subject })).body
    expect(rows.map((row: { act: string; verb: string }) => [row.act, row.verb])).toEqual([
      [act, 'partners.addCountryFact'],
    ])
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect((await read(country)).facts).toEqual([])
  })

  test('of one region is not known in another, by nobody and under no address', async () => {
    const country = aCountry()
    const { id } = await add(country, { words: 'Hanya untuk Kota Bekasi.' })
    const other = await world.as('petugas-kab-bekasi')
    expect((await other.ask(readCountryPage, { country })).body).toMatchObject({ facts: [], hasHistory: false })
    expect((await other.ask(partners.mendCountryFact, { id, rev: 1, words: 'Milik kami' })).status).toBe(404)
    expect((await other.ask(partners.voidCountryFact, { id, rev: 1, reason: 'Bukan' })).status).toBe(404)
    expect((await other.ask(partners.publishCountry, { country, facts: [id] })).status).toBe(404)
    expect((await other.ask(partners.withdrawCountry, { country })).status).toBe(404)
    const codes = (await other.ask(partners.listCountries, {})).body.rows.map((row: { code: string }) => row.code)
    expect(codes).not.toContain(country)
  })
})

describe('the public page of a country', () => {
  test('shows what was chosen, each with figure, day and source, in four languages; the rest stays inside', async () => {
    const country = aCountry()
    const { id } = await add(country, { words: 'Dihitung Dinas Kependudukan.' })
    await add(country, { kind: 'note', number: null, unit: null, moreThan: false, words: 'Rahasia kantor' })
    expect((await page(country)).status).toBe(404)
    expect((await publish(country, [id])).status).toBe(200)
    const figures = { id: 'lebih dari 3.000 orang', en: 'more than 3,000 people', ja: '3,000人超', ko: '3,000명 초과' }
    for (const language of languages) {
      const { status, text } = await page(country, { language })
      expect(status).toBe(200)
      expect(text).toContain(figures[language])
      expect(text).toContain('<bdi lang="id">Dihitung Dinas Kependudukan.</bdi>')
      expect(text.includes('class="tag"'), 'says that the words are Indonesian').toBe(language !== 'id')
      expect(text).not.toContain('Rahasia kantor')
      expect(text).toContain(`/${language}/daerah/kota-bekasi/negara/${country}/sumber/warga#${id}`)
      expect((await page(country, { language, rest: '/sumber/warga' })).text).toContain(` id="${id}"`)
    }
    for (const topic of ['catatan', 'residents', newId()]) {
      expect((await page(country, { rest: `/sumber/${topic}` })).status, topic).toBe(404)
    }
    expect((await page(country, { rest: '?tanggal=2025-08-01' })).status, 'before its day').toBe(404)
    expect((await page(country, { region: 'kab-bekasi' })).status, 'another region').toBe(404)
  })

  test('stays as it was published until it is published again', async () => {
    const country = aCountry()
    const { id } = await add(country)
    await publish(country)
    await officer.ask(partners.mendCountryFact, { id, rev: 1, number: 4000 })
    const second = await add(country, { kind: 'companies', unit: 'companies', number: 12 })
    expect((await page(country)).text).toContain('3.000 orang')
    expect((await page(country)).text).not.toContain('12 perusahaan')
    const shown = (await read(country)).facts.map((fact: { id: string; shown: string }) => [fact.id, fact.shown])
    expect(Object.fromEntries(shown)).toEqual({ [id]: 'changed', [second.id]: 'inside' })
    await publish(country)
    expect((await page(country)).text, 'the last choice holds').toContain('4.000 orang')
    expect((await page(country)).text).not.toContain('12 perusahaan')
    await officer.ask(addProvenance, { subject: id, field: 'number', source, saidOn: '2025', summary: 'Surat kedua' })
    expect((await read(country)).facts.find((fact: { id: string }) => fact.id === id).shown).toBe('changed')
  })

  test('loses at once what is voided, and has it back when that is undone', async () => {
    const country = aCountry()
    const [first, second] = [await add(country), await add(country, { number: 5000 })]
    await publish(country)
    const act = newId()
    await officer.ask(partners.voidCountryFact, { act, id: first.id, rev: 1, reason: 'Salah hitung' })
    const { text } = await page(country)
    expect([text.includes('3.000'), text.includes('5.000')]).toEqual([false, true])
    expect((await page(country, { rest: '/sumber/warga' })).text).not.toContain(first.id)
    await officer.ask(undoAct, { id: act })
    expect((await page(country)).text).toContain('3.000')
    expect((await page(country, { rest: '/sumber/warga' })).text).toContain(second.id)
  })

  test('never has back by an undo what was voided since, nor loses what it shows by one', async () => {
    const country = aCountry()
    const { id, act: recorded } = await add(country)
    await publish(country, [id])
    expect((await officer.ask(undoAct, { id: recorded })).status, 'it is public').toBe(409)
    const act = newId()
    await officer.ask(partners.publishCountry, { act, country, facts: [] })
    await officer.ask(partners.voidCountryFact, { id, rev: 1, reason: 'Salah hitung' })
    expect((await officer.ask(undoAct, { id: act })).status).toBe(409)
    expect((await page(country)).text).not.toContain('3.000')
  })

  test('rests on no other outlet: such a source backs no figure', async () => {
    const other = (await officer.ask(addSource, { kind: 'news', title: `Lain ${newId()}`, otherOutlet: true })).body.id
    const fact = { country: 'DE', ...said, source: other }
    const wrong = [422, [{ path: 'source', fault: 'wrong' }]]
    expect(faults(await officer.ask(partners.addCountryFact, fact))).toEqual(wrong)
  })

  test('taken back says so under both addresses; undone or published again it is there', async () => {
    const country = aCountry()
    const { id } = await add(country)
    await publish(country)
    const act = newId()
    expect((await officer.ask(partners.withdrawCountry, { act, country })).status).toBe(200)
    for (const rest of ['', '/sumber/warga']) expect((await page(country, { rest })).status).toBe(410)
    expect((await officer.ask(partners.withdrawCountry, { country })).status, 'twice is once').toBe(200)
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect((await page(country)).status).toBe(200)
    await officer.ask(partners.withdrawCountry, { country })
    expect((await publish(country, [id])).status).toBe(200)
    expect((await page(country)).status).toBe(200)
  })

  test('never shows a source that gives another value, nor a statement of another country', async () => {
    const [country, elsewhere] = [aCountry(), aCountry()]
    const { id } = await add(country)
    const foreign = await add(elsewhere)
    const line = { subject: id, field: 'number', source, value: 9999, summary: 'Angka lain' }
    expect((await officer.ask(addProvenance, line)).status).toBe(200)
    expect((await publish(country, [id, foreign.id])).status).toBe(404)
    await publish(country)
    expect((await page(country)).text).not.toMatch(/9\.?999/)
    expect((await page(country, { rest: '/sumber/warga' })).text).not.toContain('Angka lain')
  })

  test('is looked at before it is published, by who may publish, in the own region only', async () => {
    const country = 'EG'
    const { id } = await add(country)
    const look = async (key: string | undefined, rest = '', region = 'kota-bekasi') =>
      await world.app.request(`/kerja/pratinjau/id/daerah/${region}/negara/${country}${rest}`, {
        headers: { cookie: (await world.as(key)).cookie },
      })
    const seen = await look('petugas-kota-bekasi', `?bagian=${id}`)
    expect([seen.status, (await seen.text()).includes('3.000 orang')]).toEqual([200, true])
    expect((await page(country)).status, 'nothing is kept of it').toBe(404)
    expect((await look('petugas-kota-bekasi', '?bagian=bukan-apa-apa')).status).toBe(404)
    expect((await look('petugas-kota-bekasi', '', 'kab-bekasi')).status).toBe(404)
    expect((await look('wali-kota')).status).toBe(403)
    expect((await look(undefined)).status).toBe(401)
  })
})

describe('the countries of the stories', () => {
  test('partners alone make a page; our own country, unknown codes and countries without anything have none', async () => {
    const { status, text } = await page('JP')
    expect([status, text.includes('/id/kerja-sama/kota-bekasi-izumisano')]).toEqual([200, true])
    expect(text).toContain('/id/kegiatan/kunjungan-izumisano-2025-07-24')
    for (const country of ['KR', 'ID', 'XX', 'jp', 'J%00', '__proto__']) {
      expect((await page(country)).status, country).toBe(404)
    }
    expect((await page('JP', { region: 'kota-entah' })).status).toBe(404)
    expect((await page('JP', { rest: '?tanggal=2025-07-23' })).status, 'before the visit').toBe(404)
  })

  test('are listed for the home of a region with how many partners are public', async () => {
    const list = async (region: string, on?: string) =>
      await listPublishedCountries(world.database.portal, { region, ...(on !== undefined && { on }) })
    expect(await list('kab-bekasi')).toEqual([
      { code: 'JP', partners: 1 },
      { code: 'KR', partners: 0 },
    ])
    expect(await list('kab-bekasi', '2024-01-01')).toEqual([{ code: 'KR', partners: 0 }])
    expect(await list('kota-bandung')).toEqual([{ code: 'JP', partners: 4 }])
    expect(await list('kota-entah')).toEqual([])
  })

  test('a page that was taken back is not listed', async () => {
    const country = 'TR'
    await add(country)
    await publish(country)
    const codes = async () =>
      (await listPublishedCountries(world.database.portal, { region: 'kota-bekasi' })).map(({ code }) => code)
    expect(await codes()).toContain(country)
    await officer.ask(partners.withdrawCountry, { country })
    expect(await codes()).not.toContain(country)
  })

  test('Kab. Bekasi and Kota Bandung tell of Japan what their story tells, in the reader’s language', async () => {
    const bekasi = (await page('JP', { region: 'kab-bekasi' })).text
    for (const told of ['jumlahnya tidak disebut', 'jumlah dan nilainya tidak disebut', 'Kerja sama budaya']) {
      expect(bekasi).toContain(told)
    }
    expect((await page('JP', { region: 'kab-bekasi', language: 'ja' })).text).toContain('件数や金額は示していない')
    const bandung = (await page('JP', { region: 'kota-bandung' })).text
    for (const told of ['ketenagakerjaan dan lingkungan hidup', 'pasar dan investasi']) expect(bandung).toContain(told)
    const korea = (await page('KR', { region: 'kab-bekasi' })).text
    for (const told of ['pekerja musiman', 'Naskah belum ada, mitra belum disebut']) expect(korea).toContain(told)
  })
})
