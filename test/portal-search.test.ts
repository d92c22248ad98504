import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { languages } from '../src/shared/languages.ts'
import { searchTextOf as searchTextOfActivity } from '../src/slices/agenda/public-search.ts'
import { addParticipant, publishActivity, withdrawActivity } from '../src/slices/agenda/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { addAlias, mendPartner } from '../src/slices/partners/contract.ts'
import { addField, publishRelation, withdrawRelation } from '../src/slices/relations/contract.ts'
import { searchTextOf } from '../src/slices/relations/public-search.ts'
import { linksTo, mainOf, plain, publishActivities, publishRelations, type PublicRelation } from './portal-furniture.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

const address = (q: string, { region = 'kota-bekasi', language = 'id', rest = '' } = {}) =>
  `/${language}/daerah/${region}/cari?${new URLSearchParams({ q })}${rest}`
const search = async (q: string, options: { region?: string; language?: string; rest?: string } = {}) => {
  const { status, text } = await world.page(address(q, options))
  expect(status, q).toBe(200)
  return { text, says: plain(mainOf(text)), found: linksTo(text, /\/(kerja-sama|kegiatan)\//) }
}
const finds = async (q: string, slug: string) => (await search(q)).found.some((to) => to.endsWith(`/${slug}`))

describe('words in any script', () => {
  test.each([
    ['izumisano'],
    ['IZUMISANO'],
    ['ＩＺＵＭＩＳＡＮＯ'],
    ['泉佐野'],
    ['泉佐野市 ブカシ'],
    ['이즈미사노'],
    ['izumi jepang'],
    ['Japan izumisano'],
    ['日本 泉佐野'],
    ['일본'],
    ['waste izumisano'],
    ['Pengelolaan sampah'],
    ['廃棄物'],
    ['kota izumisano bekasi'],
  ])('%s finds the cooperation with Izumisano', async (q) => {
    expect((await search(q)).found).toContain('/id/kerja-sama/kota-bekasi-izumisano')
  })

  test('finds an activity by who spoke, what was said and where', async () => {
    for (const q of ['Nishinou', 'pendopo', 'kunjungan resmi', '訪問', 'Tri Adhianto']) {
      expect((await search(q)).found, q).toContain('/id/kegiatan/kunjungan-izumisano-2025-07-24')
    }
  })

  test('all words must match, and what stands between tags or in the address is no word', async () => {
    for (const q of ['izumisano kuningan', 'foreign-2018', 'UU 14/2008', 'reported']) {
      expect((await search(q)).found, q).not.toContain('/id/kerja-sama/kota-bekasi-izumisano')
    }
  })

  test('each region finds its own only', async () => {
    expect((await search('izumisano', { region: 'kab-bekasi' })).found).toEqual([])
    expect((await search('jababeka', { region: 'kab-bekasi' })).found).toContain('/id/kerja-sama/kab-bekasi-jababeka')
    expect((await world.page('/id/daerah/tidak-ada/cari?q=izumisano')).status).toBe(404)
  })

  test('what begins later is not found on an earlier day', async () => {
    expect((await search('izumisano', { rest: '&tanggal=2024-06-28' })).found).toEqual([])
  })

  test('what is only spelled alike is offered as such, in four languages', async () => {
    const said = {
      id: 'Yang ejaannya mirip',
      en: 'Spelled alike',
      ja: 'つづりの近いもの',
      ko: '철자가 비슷한 항목',
    }
    for (const language of languages) {
      const { found, says } = await search('Hanamatsu', { region: 'kota-bandung', language })
      expect(found[0], language).toBe(`/${language}/kerja-sama/kota-bandung-hamamatsu`)
      expect(says, language).toContain(said[language])
    }
    expect((await search('泉佐町')).found).toContain('/id/kerja-sama/kota-bekasi-izumisano')
    const { found, says } = await search('xylofon')
    expect([found, says.includes('Tidak ada yang cocok dengan “ xylofon ”')]).toEqual([[], true])
  })
})

describe('what is typed', () => {
  test('nothing: the form with a hint', async () => {
    for (const path of ['/id/daerah/kota-bekasi/cari', address(''), address(' \t '), address('\u202e\u200f')]) {
      const { status, text } = await world.page(path)
      expect(status).toBe(200)
      expect(text).toContain('role="search"')
      expect(plain(text)).toContain('Tulis satu kata atau lebih. Yang dicari hanya yang sudah diterbitkan Kota Bekasi.')
      expect(linksTo(text, /\/kerja-sama\/./)).toEqual([])
    }
  })

  test.each([
    ["' or 1=1 --"],
    ["'; drop table relations.published; --"],
    ['%'],
    ['___'],
    ['\\'],
    ['<script>alert(1)</script>'],
    ['"><img src=x onerror=alert(1)>'],
    ['\u0007\u001f'],
    ['{n}'],
    ['𠮷'.repeat(60)],
    ['\ud800x'],
    ['(((('],
    ['*:*'],
  ])('%s does nothing', async (q) => {
    const { text, found } = await search(q)
    expect(found).toEqual([])
    expect(text).not.toContain('<script')
    expect(text).not.toContain('<img')
  })

  test('direction marks are left out of what is looked for and of what is shown', async () => {
    const { text, found } = await search('izumi\u202esano')
    expect(found).toContain('/id/kerja-sama/kota-bekasi-izumisano')
    expect(text).not.toMatch(/\p{Bidi_Control}/u)
    expect(text).toContain('<bdi>izumisano</bdi>')
  })

  test('a thousand characters are cut to a hundred, and the page says so', async () => {
    const { says, text } = await search('izumisano '.repeat(100))
    expect(says).toContain('Hanya 100 karakter pertama yang dicari.')
    expect(/value="([^"]*)"/.exec(text.split('name="q"')[1] ?? text)?.[1]?.length ?? 0).toBeLessThanOrEqual(100)
    expect((await search('izumisano')).says).not.toContain('100 karakter')
    expect((await search('𠮷'.repeat(100))).says).not.toContain('100 karakter')
    expect((await search('𠮷'.repeat(101))).says).toContain('100 karakter')
  })

  test('two letters, one sign and a hundred words are no burden', async () => {
    const began = performance.now()
    for (const q of ['市', 'ko', 'a b c d e f g h i j k l m n o p q r s t u v w x y z', 'q '.repeat(50)])
      await search(q)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('more than twenty', () => {
  let made: PublicRelation[]
  beforeAll(async () => {
    const named = (n: number) => ({ name: `Kota Kelimun ${String(n).padStart(2, '0')}`, region: 'kab-bekasi' })
    made = await publishRelations(
      world,
      Array.from({ length: 23 }, (_, n) => named(n)),
    )
    const held = Array.from({ length: 22 }, (_, n) => ({
      about: `Rapat kelimun ${n}`,
      occurredOn: `2025-01-${String(n + 1).padStart(2, '0')}`,
    }))
    await publishActivities(world, { relation: made[0]?.id ?? '', held, region: 'kab-bekasi' })
  })

  test('pages go on from relations to activities, without gap or double', async () => {
    const seen: string[] = []
    let path = address('kelimun', { region: 'kab-bekasi' })
    const sizes: number[] = []
    for (let n = 0; n < 5 && path !== ''; n += 1) {
      const { text } = await world.page(path)
      const found = linksTo(text, /\/(kerja-sama|kegiatan)\//)
      sizes.push(found.length)
      seen.push(...found)
      if (n === 0) expect(plain(text)).toContain('20 pertama yang cocok dengan “ kelimun ”, dan masih ada.')
      const next = /rel="next" href="([^"]+)"/.exec(text)?.[1]
      path = next === undefined ? '' : `/id/daerah/kab-bekasi/cari${next.replaceAll('&amp;', '&')}`
    }
    expect(sizes).toEqual([20, 20, 5])
    expect(new Set(seen).size).toBe(45)
    expect(seen.findLastIndex((to) => to.includes('/kerja-sama/'))).toBe(22)
    const days = seen.slice(23)
    expect(days).toHaveLength(22)
  })

  test('a page that begins after the end says so and leads back', async () => {
    for (const rest of ['&sesudah=kegiatan.tidak-ada', '&sesudah=kerja-sama.tidak-ada']) {
      const { text, says } = await search('izumisano', { rest })
      if (rest.includes('kegiatan')) {
        expect(says).toContain('Tidak ada lagi sesudah ini.')
        expect(text).toContain('href="/id/daerah/kota-bekasi/cari?q=izumisano"')
      }
    }
    expect((await search('izumisano', { rest: "&sesudah=kerja-sama.x'--" })).found.length).toBeGreaterThan(0)
  })

  test('the search can look words up in its index, under the policy too', async () => {
    const reserved = await world.owner.reserve()
    try {
      await reserved`begin`
      // Of a handful of rows PostgreSQL would rather read all; what is asked is whether the words can be a condition.
      await reserved`drop index relations.published_relations_of_region, relations.published_relations_of_partner`
      await reserved`set local enable_seqscan = off`
      await reserved`set local role jembatan_portal`
      const plan = await reserved`explain select id from relations.published
        where region_slug = 'kab-bekasi' and search like '%kelimun%'`
      const lines = plan.map((row) => String(row['QUERY PLAN']))
      expect(lines.find((line) => line.includes('Index Cond'))).toContain("search ~~ '%kelimun%'")
    } finally {
      await reserved`rollback`
      reserved.release()
    }
  })
})

describe('only what is published is found', () => {
  let one: PublicRelation
  beforeAll(async () => {
    const wanted = { name: 'Kota Terbitan', names: { ja: '発行市' }, field: 'Bidang tampak' }
    one = (await publishRelations(world, [wanted]))[0] as PublicRelation
  })

  test('the column holds the words of the published document and of nothing else', async () => {
    const relations = await world.owner`select document, search from relations.published`
    expect(relations.length).toBeGreaterThan(7)
    for (const { document, search: kept } of relations) expect(kept).toBe(searchTextOf(document))
    const activities = await world.owner`select document, search from agenda.published`
    expect(activities.length).toBeGreaterThan(4)
    for (const { document, search: kept } of activities) expect(kept).toBe(searchTextOfActivity(document))
    const [folded] = await world.owner`
      select count(*)::int as n from relations.published where search <> partners.fold(search)`
    expect(folded?.['n']).toBe(0)
  })

  test('a later name, another spelling and a new field are not, until it is published again', async () => {
    expect(await finds('発行市', one.slug)).toBe(true)
    expect(await finds('bidang tampak', one.slug)).toBe(true)
    expect((await officer.ask(addAlias, { id: one.partner, name: 'Ejaan rahasia' })).status).toBe(200)
    expect((await officer.ask(mendPartner, { id: one.partner, rev: 1, name: 'Nama dalam' })).status).toBe(200)
    expect((await officer.ask(addField, { id: one.id, name: 'Bidang tersembunyi' })).status).toBe(200)
    for (const q of ['rahasia', 'nama dalam', 'tersembunyi']) expect(await finds(q, one.slug), q).toBe(false)
    expect(await finds('terbitan', one.slug)).toBe(true)
    await officer.ask(publishRelation, { id: one.id })
    expect([await finds('nama dalam', one.slug), await finds('tersembunyi', one.slug)]).toEqual([true, true])
    expect([await finds('terbitan', one.slug), await finds('rahasia', one.slug)]).toEqual([false, false])
  })

  test('nor is what was not chosen', async () => {
    await officer.ask(publishRelation, { id: one.id, parts: ['tahap'] })
    expect(await finds('tersembunyi', one.slug)).toBe(false)
    expect(await finds('nama dalam', one.slug)).toBe(true)
  })

  test('nor the name of somebody who was only typed', async () => {
    const [held] = await publishActivities(world, {
      relation: one.id,
      held: [{ about: 'Rapat terbuka', occurredOn: '2025-03-03' }],
    })
    const { id = '', slug = '' } = held ?? {}
    await officer.ask(addParticipant, { id, side: 'guest', personName: 'Budi Pribadi' })
    expect((await officer.ask(publishActivity, { id })).status).toBe(200)
    expect(await finds('rapat terbuka', slug)).toBe(true)
    expect(await finds('pribadi', slug)).toBe(false)
  })

  test('what is withdrawn is gone at once; undone it is found again', async () => {
    const [held] = await publishActivities(world, {
      relation: one.id,
      held: [{ about: 'Rapat tarikan', occurredOn: '2025-03-04' }],
    })
    const { id = '', slug = '' } = held ?? {}
    const [act, other] = [newId(), newId()]
    await officer.ask(withdrawActivity, { id, act: other })
    expect(await finds('tarikan', slug)).toBe(false)
    await officer.ask(undoAct, { id: other })
    expect(await finds('tarikan', slug)).toBe(true)
    await officer.ask(withdrawRelation, { id: one.id, act })
    expect(await finds('nama dalam', one.slug)).toBe(false)
    await officer.ask(undoAct, { id: act })
    expect(await finds('nama dalam', one.slug)).toBe(true)
  })
})

test('every page of a region leads to its search', async () => {
  const paths = ['', '/kerja-sama', '/kegiatan', '/dokumen', '/cari', '/mitra/izumisano', '/keliru']
  for (const path of [...paths.map((rest) => `/daerah/kota-bekasi${rest}`), '/kerja-sama/kota-bekasi-izumisano']) {
    const { status, text } = await world.page(`/ko${path}`)
    expect([status, text.includes('href="/ko/daerah/kota-bekasi/cari"')], path).toEqual([200, true])
  }
})
