import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { addPartner } from '../src/slices/partners/commands.ts'
import { beginRelation } from '../src/slices/relations/commands.ts'
import { countRelations, exportCsv, listRelations } from '../src/slices/relations/contract.ts'
import { aCityElsewhere, aColleague, aTownBeside } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker

const partners = [
  { slug: 'hamamatsu', name: 'Kota Hamamatsu', names: { ja: '浜松市', ko: '하마마쓰시', en: 'Hamamatsu City' }, nativeName: '浜松市', nativeLang: 'ja', country: 'JP', kind: 'foreign_local_government' },
  { slug: 'izumisano', name: 'Kota Izumisano', names: { ja: '泉佐野市', ko: '이즈미사노시' }, nativeName: '泉佐野市', nativeLang: 'ja', country: 'JP', kind: 'foreign_local_government' },
  { slug: 'gwangju', name: 'Kota Gwangju', names: { ko: '광주광역시' }, nativeName: '광주광역시', nativeLang: 'ko', country: 'KR', kind: 'foreign_local_government' },
  { slug: 'contoh', name: `=HYPERLINK("http://contoh.invalid")`, names: {}, country: 'ID', kind: 'company' },
] as const // prettier-ignore

beforeAll(async () => {
  world = await openWorld({ seed: false })
  const tenant = await aCityElsewhere(world, { demonstration: true })
  const beside = await aTownBeside(world)
  for (const [n, partner] of partners.entries()) {
    await asSystem(world.database, { tenant, verb: 'test.begin' }, async (call) => {
      const { id } = await addPartner(call, partner)
      await beginRelation(call, { slug: `semarang-${partner.slug}`, partner: id, beganOn: `2025-0${n + 1}-01` })
    })
  }
  await asSystem(world.database, { tenant: beside, verb: 'test.begin' }, async (call) => {
    const { id } = await addPartner(call, { ...partners[0], name: 'Kota Rahasia' })
    await beginRelation(call, { slug: 'beside-rahasia', partner: id, beganOn: '2026-01-01' })
  })
  petugas = await world.as(await aColleague(world, { region: 'kota-semarang', role: 'petugas' }))
})
afterAll(async () => await world.close())

const slugs = (rows: { slug: string }[] = []) => rows.map(({ slug }) => slug.replace('semarang-', ''))
const list = async (input: Record<string, unknown>) => {
  const { status, body } = await petugas.ask(listRelations, input)
  expect(status).toBe(200)
  return { rows: slugs(body.rows), total: body.total, similar: slugs(body.similar) }
}

describe('words', () => {
  test.each([
    ['hamamatsu', 'hamamatsu'],
    ['浜松', 'hamamatsu'],
    ['하마마쓰', 'hamamatsu'],
    ['ＩＺＵＭＩＳＡＮＯ', 'izumisano'],
    ['광주', 'gwangju'],
    ['City Hamamatsu', 'hamamatsu'],
  ])('%s finds %s exactly, and proposes nothing', async (q, slug) => {
    expect(await list({ q })).toEqual({ rows: [slug], total: 1, similar: [] })
  })

  test.each([
    ['Hanamatsu', 'hamamatsu'],
    ['hamamastu', 'hamamatsu'],
    ['Izumisanno', 'izumisano'],
    ['Izumizano', 'izumisano'],
    ['Kota Gwanju', 'gwangju'],
    ['浜枩市', 'hamamatsu'],
    ['이주미사노시', 'izumisano'],
  ])('%s finds nothing, and proposes %s first', async (q, slug) => {
    const { rows, total, similar } = await list({ q })
    expect([rows, total, similar[0]]).toEqual([[], 0, slug])
  })

  test.each(['xyzzy', '%%%', '🙂', 'rahasia', 'q'])('%s proposes nothing', async (q) => {
    expect(await list({ q })).toEqual({ rows: [], total: 0, similar: [] })
  })
})

describe('filters', () => {
  test('narrow the list, together too', async () => {
    expect((await list({ country: 'JP' })).rows).toEqual(['izumisano', 'hamamatsu'])
    expect((await list({ kind: 'company' })).rows).toEqual(['contoh'])
    expect((await list({ country: 'JP', q: 'izumi' })).rows).toEqual(['izumisano'])
    expect((await list({ country: 'KR', q: 'izumi' })).total).toBe(0)
    expect((await list({ status: 'exploring' })).rows).toEqual(['gwangju', 'izumisano', 'hamamatsu'])
    expect((await list({ status: 'none' })).rows).toEqual(['contoh'])
    expect((await list({ published: 'yes' })).total).toBe(0)
    expect((await list({ published: 'no' })).total).toBe(4)
    expect((await list({ process: 'with' })).rows).toEqual(['gwangju', 'izumisano', 'hamamatsu'])
    expect((await list({ process: 'without' })).rows).toEqual(['contoh'])
    expect((await list({ silent: 'yes' })).rows).toEqual(['gwangju', 'izumisano', 'hamamatsu'])
  })

  test('go on from page to page', async () => {
    const first = (await petugas.ask(listRelations, { country: 'JP', limit: 1 })).body
    expect([slugs(first.rows), first.total]).toEqual([['izumisano'], 2])
    const second = (await petugas.ask(listRelations, { country: 'JP', limit: 1, after: first.next })).body
    expect([slugs(second.rows), second.next]).toEqual([['hamamatsu'], undefined])
  })

  test('are counted each as the others leave it', async () => {
    const { body } = await petugas.ask(countRelations, {})
    expect(body).toEqual({
      status: { exploring: 3, none: 1 },
      country: { JP: 2, KR: 1, ID: 1 },
      kind: { foreign_local_government: 3, company: 1 },
      published: { no: 4 },
      silent: { yes: 3 },
      process: { with: 3, without: 1 },
    })
    const japan = (await petugas.ask(countRelations, { country: 'JP' })).body
    expect([japan.country, japan.status]).toEqual([{ JP: 2, KR: 1, ID: 1 }, { exploring: 2 }])
    expect((await petugas.ask(countRelations, { q: '浜松' })).body.country).toEqual({ JP: 1 })
  })

  test.each([{ status: 'berlaku' }, { country: 'Jepang' }, { kind: 'x' }, { silent: 'no' }, { published: '1' }])(
    '%j is 422',
    async (input) => {
      for (const endpoint of [listRelations, countRelations, exportCsv]) {
        expect((await petugas.ask(endpoint, input)).status).toBe(422)
      }
    },
  )
})

describe('the list to take along', () => {
  test('is refused to who may not read relations', async () => {
    const opd = await world.as(await aColleague(world, { region: 'kota-semarang', role: 'opd' }))
    for (const endpoint of [listRelations, countRelations, exportCsv]) {
      expect((await opd.ask(endpoint, {})).status).toBe(403)
    }
  })
})
