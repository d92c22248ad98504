import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { addPartner } from '../src/slices/partners/commands.ts'
import { beginRelation } from '../src/slices/relations/commands.ts'
import { addField, findChoices, listRelations, nameFields } from '../src/slices/relations/contract.ts'
import { aCityElsewhere, aColleague, aTownBeside } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let agency: Asker
let ours: string
let theirs: string

const hamamatsu = {
  slug: 'hamamatsu',
  name: 'Kota Hamamatsu',
  names: { ja: '浜松市' },
  nativeName: '浜松市',
  nativeLang: 'ja',
  country: 'JP',
  kind: 'foreign_local_government',
} as const

beforeAll(async () => {
  world = await openWorld({ seed: false })
  const tenant = await aCityElsewhere(world, { demonstration: true })
  const beside = await aTownBeside(world)
  const begin = async (of: string, partner: Parameters<typeof addPartner>[1]) =>
    await asSystem(world.database, { tenant: of, verb: 'test.begin' }, async (call) => {
      const { id } = await addPartner(call, partner)
      return (await beginRelation(call, { slug: `${partner.slug}-kerja`, partner: id, beganOn: '2025-01-01' })).id
    })
  ours = await begin(tenant, hamamatsu)
  theirs = await begin(beside, { ...hamamatsu, slug: 'rahasia', name: 'Kota Rahasia' })
  for (let n = 1; n <= 24; n++) {
    await begin(tenant, { slug: `banyak-${n}`, name: `Banyak ${n}`, names: {}, country: 'ID', kind: 'company' })
  }
  agency = await world.as(await aColleague(world, { region: 'kota-semarang', role: 'opd' }))
})
afterAll(async () => await world.close())

const found = async (input: Record<string, unknown>) => {
  const { status, body } = await agency.ask(findChoices, input)
  expect(status).toBe(200)
  return body.rows as { id: string; name: string }[]
}

describe('agency staff, who open no cooperation, choose one in their forms', () => {
  test.each(['hamamatsu', '浜松', 'ＨＡＭＡＭＡＴＳＵ'])('by %s', async (q) => {
    expect((await agency.ask(listRelations, { q })).status).toBe(403)
    expect(await found({ of: 'relation', q })).toEqual([{ id: ours, name: 'Kota Hamamatsu', names: { ja: '浜松市' } }])
  })

  test('or a partner, by name alone', async () => {
    const [partner, ...more] = await found({ of: 'partner', q: 'hamamatsu' })
    expect(more).toEqual([])
    expect(partner).toEqual({ id: partner?.id, name: 'Kota Hamamatsu', names: { ja: '浜松市' } })
    expect(partner?.id).not.toBe(ours)
  })

  test('of their own region', async () => {
    expect(await found({ of: 'relation', q: 'rahasia' })).toEqual([])
    expect(await found({ of: 'partner', q: 'rahasia' })).toEqual([])
    expect((await agency.ask(nameFields, { id: theirs })).status).toBe(404)
    expect((await agency.ask(nameFields, { id: newId() })).status).toBe(404)
  })

  test('of at most twenty, with words and without', async () => {
    for (const of of ['relation', 'partner']) {
      expect(await found({ of, q: 'banyak' })).toHaveLength(20)
      expect(await found({ of })).toHaveLength(20)
    }
    expect((await agency.ask(findChoices, { of: 'relation', q: 'x'.repeat(201) })).status).toBe(422)
    expect((await agency.ask(findChoices, { of: 'account' })).status).toBe(422)
  })

  test('and a field of it by what it is called', async () => {
    const officer = await world.as(await aColleague(world, { region: 'kota-semarang', role: 'petugas' }))
    const { body } = await officer.ask(addField, { id: ours, name: 'Bidang contoh' })
    const named = await agency.ask(nameFields, { id: ours })
    expect(named.body.rows).toEqual([{ id: body.id, name: 'Bidang contoh' }])
  })
})

test.each(['admin_daerah', 'provinsi'] as const)('%s does not', async (role) => {
  const asker = await world.as(await aColleague(world, { region: 'kota-semarang', role }))
  expect((await asker.ask(findChoices, { of: 'relation' })).status).toBe(403)
  expect((await asker.ask(nameFields, { id: ours })).status).toBe(403)
})

test('nor a guest without account', async () => {
  for (const path of ['/api/relations/list/choices?of=relation', `/api/relations/${ours}/fields/names`]) {
    expect((await world.page(path)).status).toBe(401)
  }
})
