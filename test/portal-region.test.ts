import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { languages } from '../src/shared/languages.ts'
import { listCorrections } from '../src/slices/corrections/contract.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { addAlias, addPerson, mendPartner } from '../src/slices/partners/contract.ts'
import { statusByDays, type PublishedRelation } from '../src/slices/relations/model.ts'
import { discontinueRelation, publishRelation, recordText, withdrawRelation } from '../src/slices/relations/contract.ts'
import { linksTo, mainOf, plain, publishActivities, publishRelations, type PublicRelation } from './portal-furniture.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

const today = '2026-06-01'
const region = '/daerah/kota-bekasi'
let stage: RelationStage

beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const show = async (path: string, { language = 'id', day = today } = {}) => {
  const joint = path.includes('?') ? '&' : '?'
  return await stage.world.page(`/${language}${path}${joint}tanggal=${day}`)
}
const relations = (text: string) => linksTo(text, /\/kerja-sama\/[^/]+$/)
const publish = async (id: string, parts?: string[]) =>
  expect((await stage.on(today, publishRelation, { id, ...(parts && { parts }) })).status).toBe(200)

/** A signed text on file, of a relation; an old one, of which nothing else is asked. */
async function sign(id: string, text: object = {}, paper: object = { seenAt: 'Lemari arsip' }): Promise<string> {
  const { status, body } = await stage.on(today, recordText, {
    id,
    kind: 'mou',
    title: 'Nota Kesepahaman Air Bersih',
    numberOurs: '17/KS/2024',
    numberTheirs: '泉 88',
    signedOn: '2024-05-12',
    termMonths: 36,
    imported: true,
    sure: ['numberOurs', 'title'],
    paper: { kind: 'naskah_asli', ...paper },
    ...text,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.id
}

describe('Dokumen', () => {
  test('says so where nothing is signed, with drafts and letters in mind', async () => {
    const said = {
      id: 'Belum ada naskah bertanda tangan yang diterbitkan Kota Bekasi.',
      en: 'Bekasi City has not published a signed text yet.',
      ja: 'ブカシ市が公開した署名済みの文書はまだありません。',
      ko: '브카시시에서 공개한 서명 문서가 아직 없습니다.',
    }
    for (const language of languages) {
      const { status, text } = await show(`${region}/dokumen`, { language })
      expect([status, text.includes(said[language])], language).toEqual([200, true])
      expect(text).toContain(`href="/${language}${region}/dokumen" aria-current="page"`)
    }
    expect((await show('/daerah/tidak-ada/dokumen')).status).toBe(404)
  })

  test('tells kind, title, numbers, parties, day, term and file in four languages; not before the day', async () => {
    const [one] = await publishRelations(stage.world, [{ name: 'Kota Tirta' }])
    const { id = '', slug = '' } = one ?? {}
    const body = '%PDF-1.4\nisi naskah\n%%EOF\n'
    const { body: file } = await stage.on(today, keepFile, { name: 'pindai punya Budi.pdf', body })
    const text = await sign(id, {}, { file: file.id })
    expect(mainOf((await show(`${region}/dokumen`)).text)).not.toContain('Air Bersih')
    await publish(id)
    const terms = {
      id: ['nota kesepahaman', '12 Mei 2024', 'Jangka waktunya sampai 11 Mei 2027, 344 hari lagi.'],
      en: ['12 May 2024', '344 more days'],
      ja: ['2024年5月12日', 'あと344日'],
      ko: ['2024년 5월 12일', '344일 남았습니다'],
    }
    for (const language of languages) {
      const shown = await show(`${region}/dokumen`, { language })
      const said = plain(mainOf(shown.text))
      for (const word of ['Nota Kesepahaman Air Bersih', '17/KS/2024', '泉 88', 'Kota Tirta', ...terms[language]]) {
        expect(said, language).toContain(word)
      }
      expect(shown.text).not.toMatch(/Budi|Lemari/)
      const to = `/${language}/kerja-sama/${slug}/naskah/${text}`
      expect(linksTo(shown.text, /\/naskah\//)).toEqual([to])
      expect((await stage.world.app.request(`${to}?tanggal=${today}`)).status).toBe(200)
      expect(linksTo(shown.text, /#naskah$/)).toEqual([`/${language}/kerja-sama/${slug}#naskah`])
    }
    expect(mainOf((await show(`${region}/dokumen`, { day: '2024-05-11' })).text)).not.toContain('Air Bersih')
    expect(plain((await show(`${region}/dokumen`, { day: '2028-01-01' })).text)).toContain(
      'Jangka waktunya habis pada 11 Mei 2027.',
    )
    expect(mainOf((await show(region)).text)).toContain('Air Bersih')
    expect(mainOf((await show('/daerah/kab-bekasi/dokumen')).text)).not.toContain('Air Bersih')
  })

  test('a text that was not chosen, or whose page was withdrawn, is not there at once; undone it is', async () => {
    const [one] = await publishRelations(stage.world, [{ name: 'Kota Samar' }])
    const { id = '' } = one ?? {}
    await sign(id, { title: 'Perjanjian Samar', kind: 'agreement' })
    const stands = async () => (await show(`${region}/dokumen`)).text.includes('Perjanjian Samar')
    await publish(id)
    expect(await stands()).toBe(true)
    await publish(id, ['tahap'])
    expect(await stands()).toBe(false)
    await publish(id, ['naskah'])
    expect(await stands()).toBe(true)
    const act = newId()
    await stage.on(today, withdrawRelation, { id, act })
    expect(await stands()).toBe(false)
    await stage.on(today, undoAct, { id: act })
    expect(await stands()).toBe(true)
  })

  test('pages of twenty-five, newest first, without gap or double; a link past the end leads back', async () => {
    const [one] = await publishRelations(stage.world, [{ name: 'Kota Banyak', region: 'kota-bekasi' }])
    const { id = '' } = one ?? {}
    for (let n = 0; n < 30; n += 1) {
      // Two of each day, so that the day alone does not decide where a page ends.
      const signedOn = `2023-04-${String(Math.floor(n / 2) + 1).padStart(2, '0')}`
      await sign(id, { title: `Naskah ke-${n}`, signedOn, numberOurs: `N-${n}`, numberTheirs: `T-${n}` })
    }
    await publish(id)
    const seen: string[] = []
    const days: string[] = []
    let path = `${region}/dokumen`
    for (let page = 0; page < 4 && path !== ''; page += 1) {
      const { text } = await show(path)
      seen.push(...[...text.matchAll(/Naskah ke-(\d+)<\/bdi>/g)].map(([, n]) => n ?? ''))
      days.push(...[...text.matchAll(/class="day">([^<]+)</g)].map(([, day]) => day ?? ''))
      const next = /rel="next" href="([^"]+)"/.exec(text)?.[1]
      path = next === undefined ? '' : `${region}/dokumen${next.replaceAll('&amp;', '&')}`
    }
    expect(seen).toHaveLength(30)
    expect(new Set(seen).size).toBe(30)
    const ours = days.filter((day) => day.endsWith('April 2023')).map((day) => Number.parseInt(day, 10))
    expect(ours).toEqual(ours.toSorted((a, b) => b - a))
    const past = await show(`${region}/dokumen?sebelum=1900-01-01.${newId()}`)
    expect([past.status, past.text.includes('Tidak ada lagi sesudah ini.')]).toEqual([200, true])
    for (const odd of ['x', "2024-01-01.' or 1=1", '%F0%9F.%00'.replace('%00', ''), '2024-13-01.abc']) {
      expect((await show(`${region}/dokumen?sebelum=${odd}`)).status, odd).toBe(200)
    }
  })
})

describe('the page of a partner', () => {
  const page = `${region}/mitra/izumisano`

  test('gathers what published relations tell: names, country, dated facts with their marks, activities', async () => {
    for (const language of languages) {
      const { status, text } = await show(page, { language })
      expect(status).toBe(200)
      expect(text).toContain('<bdi lang="ja">泉佐野市</bdi>')
      expect(linksTo(text, /\/sumber\/negara-mitra$/)).toHaveLength(1)
      for (const to of linksTo(text, /\/sumber\//)) expect((await show(to.slice(3), { language })).status).toBe(200)
      expect(linksTo(text, /\/kegiatan\/./)).toEqual([`/${language}/kegiatan/kunjungan-izumisano-2025-07-24`])
      expect(relations(text)).toEqual([`/${language}/kerja-sama/kota-bekasi-izumisano`])
    }
    expect((await show(page, { language: 'ja' })).text).toContain('<h1><bdi lang="ja">泉佐野市</bdi></h1>')
  })

  test('the relation’s page, lists and search lead to it', async () => {
    const to = `/id${page}`
    const leading = ['/kerja-sama/kota-bekasi-izumisano', region, `${region}/kerja-sama`, `${region}/cari?q=izumisano`]
    for (const from of leading) expect(linksTo((await show(from)).text, /\/mitra\//), from).toContain(to)
  })

  test('what was recorded after publication stays inside until it is published again', async () => {
    const [one] = await publishRelations(stage.world, [{ name: 'Kota Terang' }])
    const { id = '', partner = '', partnerSlug = '' } = one ?? {}
    const seen = async () => (await show(`${region}/mitra/${partnerSlug}`)).text
    await stage.on(today, addAlias, { id: partner, name: 'Ejaan Lain' })
    const person = { givenName: 'Tamu', familyName: 'Rahasia', office: 'wali_kota', seenOn: '2025-01-01' }
    await stage.on(today, addPerson, { id: partner, ...person })
    const mended = { id: partner, rev: 1, name: 'Kota Benderang', tier: 'prefecture' }
    expect((await stage.on(today, mendPartner, mended)).status).toBe(200)
    expect(await seen()).toContain('Kota Terang')
    expect(await seen()).toContain('<dd>kota</dd>')
    expect(await seen()).not.toMatch(/Benderang|prefektur|Ejaan Lain|Rahasia/)
    await publish(id)
    expect(await seen()).toMatch(/Kota Benderang.*prefektur/s)
    expect(await seen()).not.toMatch(/Terang<|Ejaan Lain|Rahasia/)
  })

  test('is not there for a partner of whom nothing is public, of another region, or before its day', async () => {
    const [one] = await publishRelations(stage.world, [{ name: 'Kota Senyap', beganOn: '2025-03-01' }])
    const { id = '', partnerSlug = '' } = one ?? {}
    const at = async (day = today) => (await show(`${region}/mitra/${partnerSlug}`, { day })).status
    expect([await at(), await at('2025-02-28')]).toEqual([200, 404])
    expect((await show(`/daerah/kab-bekasi/mitra/${partnerSlug}`)).status).toBe(404)
    const act = newId()
    await stage.on(today, withdrawRelation, { id, act })
    expect(await at()).toBe(404)
    await stage.on(today, undoAct, { id: act })
    expect(await at()).toBe(200)
    for (const odd of ['tidak-ada', "x'--", '..%2f', 'null']) {
      expect((await show(`${region}/mitra/${odd}`)).status, odd).toBe(404)
    }
  })
})

describe('the list of cooperations', () => {
  let many: PublicRelation[]
  const other = '/daerah/kab-bekasi/kerja-sama'

  test('has no filter while it is short', async () => {
    expect((await show(other)).text).not.toContain('name="keadaan"')
  })

  test('is narrowed by country and status as the rule of the status says', async () => {
    const countries = ['JP', 'KR', 'KR', 'VN', 'VN', 'VN', 'MY']
    many = await publishRelations(
      stage.world,
      countries.map((country, n) => ({ name: `Kota Saring ${n}`, country, region: 'kab-bekasi' })),
    )
    const { text } = await show(other)
    expect(text).toContain('name="keadaan"')
    expect(text).toContain('<option value="VN">Vietnam (3)</option>')
    const rows = await stage.world.owner<{ document: PublishedRelation }[]>`
      select document from relations.published where region_slug = 'kab-bekasi'`
    const tally = Map.groupBy(rows, ({ document }) => statusByDays(document.statuses, today) ?? 'none')
    expect(tally.size).toBeGreaterThan(1)
    for (const status of ['exploring', 'in_process', 'in_force', 'ended'] as const) {
      const narrowed = await show(`${other}?keadaan=${status}`)
      const expected = (tally.get(status) ?? []).map(({ document }) => `/id/kerja-sama/${document.slug}`)
      expect(relations(narrowed.text).toSorted(), status).toEqual(expected.toSorted())
      expect(plain(narrowed.text), status).toContain(`${expected.length} dari ${rows.length} kerja sama.`)
    }
    const both = await show(`${other}?keadaan=exploring&negara=VN`)
    const inVietnam = rows.filter(
      ({ document }) => document.partner?.country === 'VN' && statusByDays(document.statuses, today) === 'exploring',
    )
    expect(relations(both.text)).toHaveLength(inVietnam.length)
    expect((await show(`${other}?negara=FR`)).text).toContain('Tidak ada kerja sama yang cocok dengan saringan ini.')
    expect(relations((await show(`${other}?negara=<b>&keadaan=x`)).text)).toHaveLength(rows.length)
  })

  test('a filter stays on the next page, and is kept by the languages', async () => {
    const more = Array.from({ length: 27 }, (_, n) => ({
      name: `Kota Panjang ${String(n).padStart(2, '0')}`,
      country: 'TH',
      region: 'kab-bekasi',
    }))
    await publishRelations(stage.world, more)
    const first = await show(`${other}?negara=TH`)
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('negara=TH')
    const second = await show(`${other}${next}`)
    expect([relations(first.text).length, relations(second.text).length]).toEqual([25, 2])
    expect(first.text).toContain('href="/ja/daerah/kab-bekasi/kerja-sama?negara=TH"')
    expect(many).toHaveLength(7)
  })
})

describe('the list of activities', () => {
  test('stands year by year, and one year can be asked for', async () => {
    const [one] = await publishRelations(stage.world, [{ name: 'Kota Tahunan', region: 'kota-bandung' }])
    const days = ['2023', '2024-02', '2024-05-06', '2025-01-01']
    const held = days.map((occurredOn) => ({ about: `Rapat ${occurredOn}`, occurredOn }))
    await publishActivities(stage.world, { relation: one?.id ?? '', held, region: 'kota-bandung' })
    const list = '/daerah/kota-bandung/kegiatan'
    const { text } = await show(list)
    const years = [...text.matchAll(/<h2>(\d{4})<\/h2>/g)].map(([, year]) => year)
    expect(years).toEqual(['2025', '2024', '2023', '2022'])
    expect(linksTo(text, /tahun=/)).toEqual(years.map((year) => `?tahun=${year}`))
    const narrowed = await show(`${list}?tahun=2024`)
    expect(linksTo(narrowed.text, /\/kegiatan\/kegiatan-/)).toHaveLength(2)
    expect(narrowed.text).toContain('href="?tahun=2024" aria-current="true"')
    const none = await show(`${list}?tahun=1999`)
    expect([none.status, plain(none.text).includes('untuk tahun 1999.')]).toEqual([200, true])
    expect((await show(`${list}?tahun=20%2524`)).status).toBe(200)
    const past = await show(`${list}?sebelum=tidak-ada`)
    expect([past.status, past.text.includes('Ke awal daftar')]).toEqual([200, true])
  })
})

describe('the home of a region', () => {
  test('shows cooperations in the order of last activity, each with its status word or its last activity', async () => {
    const wanted = ['Kota Lama', 'Kota Baru'].map((name) => ({ name, region: 'kota-bandung', beganOn: '2021-01-01' }))
    const [old, fresh] = await publishRelations(stage.world, wanted)
    const at = (occurredOn: string) => [{ about: `Temu ${occurredOn}`, occurredOn }]
    const of = { region: 'kota-bandung' }
    await publishActivities(stage.world, { relation: old?.id ?? '', held: at('2026-03-01'), ...of })
    await publishActivities(stage.world, { relation: fresh?.id ?? '', held: at('2026-04-01'), ...of })
    const home = '/daerah/kota-bandung'
    const slugs = [fresh, old].map((one) => `/id/kerja-sama/${one?.slug}`)
    expect(relations((await show(home)).text).slice(0, 2)).toEqual(slugs)
    const before = relations((await show(home, { day: '2026-03-15' })).text)
    expect(before.indexOf(slugs[1] ?? '')).toBe(0)
    await stage.world.page(home)
    expect((await show(home)).text).toContain('<b class="status">Penjajakan</b>')
    expect(plain((await show('/daerah/kab-bekasi', { day: '2025-12-01' })).text)).toContain(
      'Kegiatan terakhir 21 Oktober 2025.',
    )
  })

  test('leads to the countries that have a page, and to nothing that has none', async () => {
    const { text } = await show(region)
    const countries = linksTo(text, /\/negara\//)
    expect(countries).toContain(`/id${region}/negara/JP`)
    for (const to of linksTo(text, /^\/id\//)) expect((await show(to.slice(3))).status, to).toBe(200)
  })

  test('“Ada yang keliru?” of the region reaches its office', async () => {
    expect(linksTo((await show(region)).text, /keliru/)).toEqual([`/id${region}/keliru`])
    const form = await stage.world.page(`/id${region}/keliru`)
    expect(form.status).toBe(200)
    const sheet = /name="lembar" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
    const sent = await stage.world.app.request(`/id${region}/keliru`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ lembar: sheet, kata: 'Nama negara pada beranda keliru.' }),
    })
    expect([302, 303]).toContain(sent.status)
    const { body } = await stage.officer.ask(listCorrections, {})
    const kept = body.rows.find((row: { words: string }) => row.words === 'Nama negara pada beranda keliru.')
    expect(kept).toMatchObject({ page: region, state: 'new', wordsLang: 'id' })
    const elsewhere = await (await stage.world.as('petugas-kab-bekasi')).ask(listCorrections, {})
    expect(JSON.stringify(elsewhere.body)).not.toContain('beranda keliru')
    const foreign = await stage.world.app.request(`/id${region}/keliru`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ lembar: sheet, kata: 'dari tempat lain' }),
    })
    expect(foreign.status).toBe(403)
    expect((await stage.world.page('/id/daerah/tidak-ada/keliru')).status).toBe(404)
  })

  test('what is not continued says so at once once published', async () => {
    const [one] = await publishRelations(stage.world, [{ name: 'Kota Usai', beganOn: '2026-05-30' }])
    const { id = '' } = one ?? {}
    const ended = { id, rev: 1, notContinuedOn: '2026-05-31', reason: 'Mitra mundur' }
    const { status, body } = await stage.on(today, discontinueRelation, ended)
    expect(status, JSON.stringify(body)).toBe(200)
    await publish(id)
    const { text } = await show(region)
    expect(text).toContain('<b class="status st-loss">Tidak dilanjutkan</b>')
    expect(text).not.toContain('Mitra mundur')
  })
})
