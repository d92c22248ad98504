import { afterAll, describe, expect, test } from 'vitest'
import { listProgrammesOf, readProgrammes } from '../src/pages/programmes/contract.ts'
import { newId } from '../src/shared/ids.ts'
import * as exchange from '../src/slices/exchange/contract.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { publishRelation } from '../src/slices/relations/contract.ts'
import { openExchangeStage } from './exchange-stage.ts'

const { stage, relation, day, done, refused, add, readOn, aFile } = await openExchangeStage()
afterAll(async () => await stage.world.close())

describe('the public page', () => {
  test('says what was published and nothing else, is gone once taken back, and names public cooperations only', async () => {
    const title = `<script>alert(1)</script> ${newId()}`
    const file = await aFile()
    const { id, slug } = await add({ title, fromOn: '2026-03-01', toOn: '2026-03-05', bodies: [{ side: 'theirs', name: 'Balai kota' }] }) // prettier-ignore
    const page = async (language = 'id', path = '') =>
      await stage.world.page(`/${language}/program/pertukaran/${slug}${path}`, { cookie: `tanggal=${day}` })
    expect((await page()).status).toBe(404)
    await done(day, exchange.reportExchange, { id, rev: 1, words: 'Ringkasan laporan', file })
    await done(day, exchange.addApplied, { id, appliedOn: '2026-03-09', what: 'Mulai dipakai', evidence: file })
    await done(day, exchange.publishExchange, { id })
    const shown = await page()
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('&lt;script&gt;')
    expect(shown.text).not.toContain('<script>alert')
    expect(shown.text).toContain('Mulai dipakai')
    expect(shown.text).not.toContain('Ringkasan laporan')
    expect(shown.text).not.toContain('/kerja-sama/relasi-')
    expect((await page('id', '/laporan')).status).toBe(404)
    await done(day, publishRelation, { id: relation })
    await done(day, exchange.publishExchange, { id, report: true })
    const whole = await page('ja')
    expect(whole.text).toContain('Ringkasan laporan')
    expect(whole.text).toContain('/kerja-sama/relasi-')
    expect((await page('id', '/laporan')).status).toBe(200)
    // The last choice holds.
    await done(day, exchange.publishExchange, { id })
    expect((await page()).text).toContain('Ringkasan laporan')
    await done(day, exchange.withdrawExchange, { id })
    for (const language of ['id', 'ko']) expect((await page(language)).status).toBe(410)
    expect((await page('id', '/laporan')).status).toBe(410)
  })

  test('has its title in the reader’s language where somebody wrote it, else the original with its own', async () => {
    const [title, titleJa] = [`Pelatihan ${newId()}`, `研修 ${newId()}`]
    const { id, slug } = await add({ title, titleJa, titleEn: 'Training' })
    await done(day, exchange.publishExchange, { id })
    const headings = async () =>
      await Promise.all(
        ['id', 'en', 'ja', 'ko'].map(async (language) => {
          const { text } = await stage.world.page(`/${language}/program/pertukaran/${slug}`, { cookie: `tanggal=${day}` }) // prettier-ignore
          return /<h1>.*?<bdi lang="(\w+)">(.*?)<\/bdi>/.exec(text)?.slice(1)
        }),
      )
    expect(await headings()).toEqual([
      ['id', title],
      ['en', 'Training'],
      ['ja', titleJa],
      ['id', title],
    ])
    expect((await done(day, exchange.listExchanges, { q: titleJa })).rows).toMatchObject([
      { id, titles: { ja: titleJa } },
    ])
    const { rows } = await done(day, listProgrammesOf, { relation })
    expect(rows.find((row: { id: string }) => row.id === id).titles).toEqual({ en: 'Training', ja: titleJa })
    await done(day, exchange.mendExchange, { id, rev: 1, titleEn: null, place: 'Aula' })
    expect((await readOn(slug)).titles).toEqual({ ja: titleJa })
    expect((await done(day, exchange.listExchanges, { q: titleJa })).total).toBe(1)
    expect((await refused(day, exchange.mendExchange, { id, rev: 2, titleKo: 'a\u202eb' }))[0]).toBe(422)
  })

  test('says that something changed since', async () => {
    const { id, slug } = await add()
    await done(day, exchange.publishExchange, { id })
    expect((await readOn(slug)).published).toMatchObject({ changed: false, report: false })
    await done(day, exchange.mendExchange, { id, rev: 1, place: 'Aula' })
    expect((await readOn(slug)).published).toMatchObject({ changed: true })
  })

  test('cannot be left without its record: recording it is not undone while it is public', async () => {
    const act = newId()
    const { id } = await add({ act })
    await done(day, exchange.publishExchange, { id })
    expect((await refused(day, undoAct, { id: act }))[0]).toBe(409)
    await done(day, exchange.withdrawExchange, { id })
  })
})

describe('told elsewhere', () => {
  test('it stands in Program, with its cooperation, and its acts in the cooperation’s history', async () => {
    const title = `Riwayat ${newId()}`
    const { id, slug } = await add({ title, fromOn: '2025', toOn: '2025' })
    const { rows } = await done(day, listProgrammesOf, { relation })
    const line = rows.find((row: { id: string }) => row.id === id)
    expect(line).toMatchObject({ kind: 'exchange', title, path: `/program/pertukaran/${slug}`, on: '2025' })
    expect(line.told.id).toBe('Pelatihan aparatur, selesai: 2025; belum ada kabar penerapan di daerah')
    const { parts } = await done(day, readProgrammes)
    expect(parts.find((part: { kind: string }) => part.kind === 'exchange').told.id).toMatch(/^\d+ pertukaran: /)
    const history = await done(day, readHistory, { subject: relation })
    expect(history.rows.map(({ verb }: { verb: string }) => verb)).toContain('exchange.addExchange')
  })
})

describe('what the stories tell', () => {
  test.each([
    ['pelatihan-penyediaan-air-hamamatsu', 'isi', 'kota-bandung-hamamatsu', '001'],
    ['kolaborasi-akademik-budaya-penelitian-hamamatsu', 'keadaan', 'kota-bandung-hamamatsu', '001'],
    ['pertukaran-pengalaman-izumisano', 'isi', 'kota-bekasi-izumisano', '002'],
    ['budaya-dan-kontak-sosial-korea-selatan', 'isi', 'kab-bekasi-pihak-korea-selatan', '003'],
  ])('of exchange is public with its marks: %s', async (slug, topic, of) => {
    const { world } = stage
    const shown = await world.page(`/id/program/pertukaran/${slug}`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Disebut dalam berita')
    expect(shown.text).toContain('Tanggal belum disebut')
    expect(shown.text).toContain('Jumlah peserta tidak disebut')
    expect(shown.text).toContain(`/id/kerja-sama/${of}`)
    expect(shown.text).toContain(`/id/program/pertukaran/${slug}/sumber/isi`)
    for (const language of ['id', 'en', 'ja', 'ko']) {
      const sheet = await world.page(`/${language}/program/pertukaran/${slug}/sumber/${topic}`)
      expect([sheet.status, language]).toEqual([200, language])
    }
    expect((await world.page(`/id/program/pertukaran/${slug}/sumber/badan`)).status).toBe(404)
    expect((await world.page(`/ja/kerja-sama/${of}`)).text).toContain(`/ja/program/pertukaran/${slug}`)
  })

  test('their titles stand in four languages', async () => {
    const titles = ['Pelatihan personel penyediaan air', 'Training of water-supply staff', '給水に携わる人員の研修', '물 공급 담당 인력 연수'] // prettier-ignore
    for (const [at, language] of ['id', 'en', 'ja', 'ko'].entries()) {
      for (const path of ['program/pertukaran/pelatihan-penyediaan-air-hamamatsu', 'daerah/kota-bandung/program']) {
        const { text } = await stage.world.page(`/${language}/${path}`)
        expect(text, path).toContain(`<bdi lang="${language}">${titles[at]}</bdi>`)
      }
    }
  })

  test('the country’s page and the region’s Program have them too', async () => {
    const address = '/ko/program/pertukaran/pelatihan-penyediaan-air-hamamatsu'
    for (const path of ['/ko/daerah/kota-bandung/negara/JP', '/ko/daerah/kota-bandung/program']) {
      expect((await stage.world.page(path)).text, path).toContain(address)
    }
    // Before the day of the news it is not known.
    const before = await stage.world.page(address, { cookie: 'tanggal=2022-02-02' })
    expect(before.status).toBe(404)
  })
})
