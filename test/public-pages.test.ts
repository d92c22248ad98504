import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem, type Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { languages } from '../src/shared/languages.ts'
import { publishActivity, recordActivity } from '../src/slices/agenda/commands.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { addProfileFact } from '../src/slices/partners/commands.ts'
import { beginRelation, publishRelation } from '../src/slices/relations/commands.ts'
import { addProvenance, addSource } from '../src/slices/sources/commands.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type World } from './world.ts'

const slug = 'kota-bekasi-izumisano'
const first = 'kunjungan-izumisano-2025-07-24'
const sheets = (text: string) => [
  ...new Set([...text.matchAll(/href="([^"]*\/sumber\/[^"]+)"/g)].map(([, to]) => to ?? '')),
]
const plain = (text: string) => text.replace(/<[^>]+>/g, '').replaceAll('&#x27;', "'")

let world: World
let relation: string
let tenant: string
const inOffice = async <Out>(work: (call: { tx: Tx; act: Act }) => Promise<Out>) =>
  await asSystem(world.database, { tenant, verb: 'test.public' }, work)
const republish = async () => await inOffice(async (call) => await publishRelation(call, { id: relation }))
const show = async (path: string) => await world.page(`/id/kerja-sama/${slug}${path}`)

beforeAll(async () => {
  world = await openWorld()
  tenant = await tenantOf(world, 'kota-bekasi')
  const [row] = await world.owner<{ id: string }[]>`select id from relations.published where slug = ${slug}`
  relation = row?.id ?? ''
})
afterAll(async () => await world.close())

describe('the mayor’s sentence', () => {
  test('is written from the line: office, number, and whether the stages were listed', async () => {
    const expected = {
      id: 'Wali Kota menyebut enam tahapan lagi tanpa merincinya.',
      en: 'The Mayor spoke of six more stages without listing them.',
      ja: '市長はあと6段階あると述べましたが、内訳は示していません。',
      ko: '시장에 따르면 아직 6단계가 남았다고 하나 각 단계는 밝히지 않았습니다.',
    }
    for (const language of languages) {
      const { text } = await world.page(`/${language}/kerja-sama/${slug}`)
      expect(plain(text.replace(/<span class="vh">.*?<\/span>/g, '')), language).toContain(expected[language])
    }
  })

  test('changes with the line', async () => {
    const say = async (speaker_office: string, value: object) => {
      const set = { speaker_office, value: value as never }
      const of = async ({ tx, act }: { tx: Tx; act: Act }) => {
        act.about(relation)
        await tx.updateTable('sources.provenance').set(set).where('field', '=', 'stages_left').execute()
      }
      await inOffice(of)
      await republish()
    }
    await say('gubernur', { left: 3, listed: true })
    const { text } = await show('')
    expect(plain(text.replace(/<span class="vh">.*?<\/span>/g, ''))).toContain('Gubernur menyebut tiga tahapan lagi.')
    expect(text).not.toContain('tanpa merincinya')
    expect((await show('/sumber/tahap')).text).toContain('Tiga tahap lagi')
    await say('wali_kota', { left: 6, listed: false })
  })
})

describe('before its day', () => {
  test('a relation is in no list, and its source sheets are not there', async () => {
    for (const list of ['', '/kerja-sama']) {
      const then = await world.page(`/id/daerah/kota-bekasi${list}?tanggal=2024-06-28`)
      expect([then.status, then.text.includes('Izumisano')], list).toEqual([200, false])
      const now = await world.page(`/id/daerah/kota-bekasi${list}`)
      expect(now.text, list).toContain('24 Juli 2025')
    }
    for (const sheet of ['bidang', 'prakarsa', 'tahap', 'negara-mitra', `pertemuan-${first}`, `ucapan-1-${first}`]) {
      expect((await show(`/sumber/${sheet}?tanggal=2024-06-28`)).status, sheet).toBe(404)
      expect((await show(`/sumber/${sheet}`)).status, sheet).toBe(200)
    }
  })
})

describe('the languages of a page', () => {
  test('keep its query, but for the visitor’s day', async () => {
    const { text } = await show('?per=2025-12-31&tanggal=2026-01-05')
    const links = [...(text.split('class="langs"')[1]?.split('</nav>')[0] ?? '').matchAll(/href="([^"]+)"/g)]
    expect(links.map(([, to]) => to)).toEqual(languages.map((of) => `/${of}/kerja-sama/${slug}?per=2025-12-31`))
  })
})

describe('a second activity', () => {
  const second = 'rapat-kedua'
  beforeAll(async () => {
    await inOffice(async (call) => {
      const other = await beginRelation(call, { slug: 'lain', label: 'Mitra lain', beganOn: '2025-09-01' })
      const of = { about: 'Rapat kedua', occurredOn: '2025-09-02' }
      const { id } = await recordActivity(call, { slug: second, relation, ...of })
      await call.tx
        .insertInto('agenda.activity_relations')
        .values({ id: crypto.randomUUID(), activity: id, relation: other.id })
        .execute()
      const source = await addSource(call, { kind: 'minutes' })
      const line = { subject: id, field: 'occurred_on', level: 'reported', source: source.id } as const
      await addProvenance(call, { ...line, summary: { id: 'Ringkasan rapat kedua.' } })
      await publishActivity(call, { id, relation })
    })
  })

  test('has sheets of its own, and every sheet a page names is there in four languages', async () => {
    for (const language of languages) {
      const named = sheets((await world.page(`/${language}/kerja-sama/${slug}`)).text)
      expect(named.length).toBeGreaterThan(7)
      for (const to of named) expect((await world.page(to)).status, to).toBe(200)
    }
    expect((await show(`/sumber/pertemuan-${second}`)).text).toContain('Ringkasan rapat kedua.')
    expect((await show(`/sumber/pertemuan-${first}`)).text).toContain('pendopo')
    const named = sheets((await world.page(`/id/kegiatan/${second}`)).text)
    expect(named).toEqual([`/id/kerja-sama/${slug}/sumber/pertemuan-${second}`])
  })

  test('is published with every relation it belongs to', async () => {
    const [row] = await world.owner<{ relations: string[] }[]>`
      select relations from agenda.published where slug = ${second}`
    const slugs = await world.owner<{ slug: string }[]>`
      select slug from relations.relations where id = any(${row?.relations ?? []}::uuid[]) order by slug`
    expect(slugs.map((of) => of.slug)).toEqual([slug, 'lain'])
  })
})

test('a step’s day leads to a sheet about that step', async () => {
  const steps = (await show('')).text.split('<details')[1]?.split('</details>')[0] ?? ''
  const led = sheets(steps).map((to) => to.split('/').at(-1))
  expect(led).toEqual(['prakarsa', 'tahap'])
})

describe('what is published', () => {
  test('says under which article, and holds nothing that is only for the office', async () => {
    await inOffice(async (call) => {
      const more = { subject: relation, level: 'reported' } as const
      await addProvenance(call, { ...more, field: 'purpose', value: 'nilai lain yang berselisih' })
    })
    await republish()
    const documents = await world.owner<{ document: object }[]>`
      select document from relations.published where id = ${relation}
      union all select document from agenda.published where slug = ${first}`
    expect(documents).toHaveLength(2)
    for (const { document } of documents) {
      expect(document).toMatchObject({ ground: { law: 'UU 14/2008', at: 'Ps 9', verified: 'V' } })
      const text = JSON.stringify(document)
      expect(text).not.toMatch(/"(rev|speakerPerson|value|search|span)":/)
      expect(text).not.toContain('nilai lain yang berselisih')
    }
    expect(JSON.stringify(documents[0])).toContain('"counts":{"named":6,"offered":9}')
  })

  test('names the place the partner visited as the source does', async () => {
    for (const [language, place] of [
      ['id', 'Kota Bekasi'],
      ['ja', 'ブカシ市'],
    ] as const) {
      const { text } = await world.page(`/${language}/kerja-sama/${slug}`)
      expect(text.split('id="tentang-mitra"')[1], language).toMatch(new RegExp(`/sumber/di-indonesia"[^>]*>${place}<`))
    }
    await inOffice(async (call) => {
      const [row] = await call.tx
        .selectFrom('relations.relations')
        .select('partner')
        .where('id', '=', relation)
        .execute()
      const of = { partner: row?.partner ?? '', occurredOn: '2025-08-01' }
      await addProfileFact(call, { ...of, kind: 'visited_in_indonesia', words: 'Kota Surabaya' })
    })
    await republish()
    expect(plain((await world.page(`/ja/kerja-sama/${slug}`)).text)).toContain('Kota Surabaya')
  })
})

test('a count that moved on stands unmarked, the source’s beside it; what is given up is not listed', async () => {
  const marked = /<a class="src" href="[^"]*\/sumber\/bidang"[^>]*>9 ditawarkan</
  expect((await show('')).text).toMatch(marked)
  await inOffice(async ({ tx, act }) => {
    act.about(relation)
    await tx
      .updateTable('relations.fields')
      .set({ standing: 'tidak_dilanjutkan' })
      .where('relation', '=', relation)
      .where('sector', '=', 'pariwisata')
      .execute()
    await tx.updateTable('relations.standings' as never).set({ standing: 'tidak_dilanjutkan' } as never)
      .where('field' as never, 'in', tx.selectFrom('relations.fields').select('id').where('sector', '=', 'pariwisata') as never)
      .execute() // prettier-ignore
  })
  await republish()
  const { text } = await show('')
  const part = text.split('id="bidang"')[1]?.split('</section>')[0] ?? ''
  expect(part).toContain('<span class="count">8 ditawarkan</span>')
  expect(part).toMatch(/menurut berita: <a class="src" href="[^"]*\/sumber\/bidang"[^>]*>9 ditawarkan · 6 disebut</)
  expect(part).toContain('Pendidikan')
  expect(part).not.toContain('Pariwisata')
  const officer = await world.as('petugas-kota-bekasi')
  const { body } = await officer.ask(readRelationPage, { slug })
  expect(body.region).toMatchObject({ name: 'Kota Bekasi', names: { ko: '브카시시' } })
  expect(body.saidCounts).toEqual({ offered: 9, named: 6 })
  expect(body.levels[`${relation}.fields`]).toBe('reported')
  const sheet = plain((await show('/sumber/bidang')).text)
  expect(sheet).toContain('9 bidang ditawarkan')
  expect(sheet).toContain('9ditawarkan, kata Wali Kota6disebut namanya; tiga lainnya tidak')
})
