import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPartnerPage } from '../src/pages/partner-page/contract.ts'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import * as partners from '../src/slices/partners/contract.ts'
import { beginRelation } from '../src/slices/relations/commands.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { addSource } from '../src/slices/sources/contract.ts'
import { furnish, tenantOf } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

async function add(name: string, more: Record<string, unknown> = {}): Promise<{ id: string; slug: string }> {
  const { status, body } = await officer.ask(partners.addPartner, { name, sure: ['name'], ...more })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const read = async (id: string) => (await officer.ask(partners.readPartner, { id })).body
const find = async (q: string) => (await officer.ask(partners.listPartners, { q })).body
const foundNames = async (q: string) => (await find(q)).rows.map((row: { name: string }) => row.name)
const relationWith = async (partner: string) =>
  await asSystem(world.database, { tenant: await tenantOf(world, 'kota-bekasi'), verb: 'test.begin' }, (call) =>
    beginRelation(call, { slug: `r-${newId()}`, partner, beganOn: '2025' }),
  )
const relationsFound = async (q: string) =>
  (await officer.ask(listRelations, { q })).body.rows.map(({ id }: { id: string }) => id)
const faults = ({ status, body }: { status: number; body: any }) => [status, body.details?.fields]

describe('a partner', () => {
  test('is added by its name alone; the address comes from it, and a second one gets a number', async () => {
    const first = await add('Kota Nagasaki')
    const second = await add('Kota Nagasaki')
    expect([first.slug, second.slug]).toEqual(['kota-nagasaki', 'kota-nagasaki-2'])
    expect(await read(first.id)).toMatchObject({
      name: 'Kota Nagasaki',
      kind: null,
      country: null,
      rev: 1,
      people: [],
      facts: [],
    })
    expect((await add('長崎市')).slug).toMatch(/^mitra-[0-9a-f]{8}$/)
  })

  test('of the same name as another at the same moment has an address of its own', async () => {
    const input = { name: 'Kota Serentak', sure: ['name'] }
    const added = await Promise.all([1, 2, 3].map(async () => await officer.ask(partners.addPartner, input)))
    expect(new Set(added.map(({ body }) => body.slug))).toEqual(
      new Set(['kota-serentak', 'kota-serentak-2', 'kota-serentak-3']),
    )
  })

  test('that looks like a known one is asked about, and taken once somebody is sure', async () => {
    await add('Kota Hamamatsu', { country: 'JP' })
    for (const name of ['Hanamatsu', 'hamamatsu', 'Kota Hamamatsu']) {
      expect(faults(await officer.ask(partners.addPartner, { name })), name).toEqual([
        422,
        [{ path: 'name', fault: 'doubtful' }],
      ])
    }
    expect((await officer.ask(partners.addPartner, { name: 'Kabupaten Hamamatsu', country: 'ID' })).status).toBe(200)
    expect((await officer.ask(partners.addPartner, { name: 'Hamamatsu', country: 'KR' })).status).toBe(200)
    expect((await officer.ask(partners.addPartner, { name: 'Hanamatsu', sure: ['name'] })).status).toBe(200)
  })

  test('is proposed before it is entered again, the likeliest first', async () => {
    await add('PT Jababeka Infrastruktur')
    await add('PT Jababeka Tbk')
    const { body } = await officer.ask(partners.proposeSame, { name: 'Jababeka' })
    expect(body.rows.map(({ name }: { name: string }) => name)).toEqual([
      'PT Jababeka Tbk',
      'PT Jababeka Infrastruktur',
    ])
    expect((await officer.ask(partners.proposeSame, { name: 'Kabupaten Izumisano' })).body.rows).toEqual([])
    expect((await officer.ask(partners.proposeSame, { name: '泉佐野市' })).body.rows[0].slug).toBe('izumisano')
    expect((await officer.ask(partners.proposeSame, { name: '  ' })).status).toBe(422)
  })

  test('is mended by what is sent; null empties, and a late revision is told what changed', async () => {
    const { id } = await add('Kota Kobe', { names: { en: 'Kobe', ja: '神戸市' } })
    const mended = await officer.ask(partners.mendPartner, {
      id,
      rev: 1,
      tier: 'city',
      names: { ja: null, ko: '고베시' },
    })
    expect(mended.body).toEqual({ id, rev: 2 })
    expect(await read(id)).toMatchObject({ tier: 'city', names: { en: 'Kobe', ko: '고베시' } })
    const late = await officer.ask(partners.mendPartner, { id, rev: 1, kind: 'embassy' })
    expect(late.status).toBe(409)
    expect(late.body.details.changes).toContainEqual(expect.objectContaining({ field: 'tier', now: 'city' }))
    expect((await officer.ask(partners.mendPartner, { id, rev: 2, country: 'Jepang' })).status).toBe(422)
  })

  test('keeps its own script with the language its letters tell, and says whether a source writes it', async () => {
    const { body: source } = await officer.ask(addSource, { kind: 'news', title: `Kobe ${newId()}` })
    const { id, slug } = await add('Kota Suwon', { nativeName: '수원시' })
    expect((await read(id)).nativeLang).toBe('ko')
    const levels = async () => (await officer.ask(readPartnerPage, { slug })).body.levels
    expect(await levels()).toEqual({})
    await officer.ask(partners.mendPartner, { id, rev: 1, nativeName: '수원특례시', nativeSource: source.id })
    expect(await levels()).toEqual({ [`${id}.native_name`]: 'reported' })
    expect((await officer.ask(partners.mendPartner, { id, rev: 2, nativeSource: newId() })).status).toBe(404)
  })
})

describe('search', () => {
  test('finds words in four scripts, with other widths and marks, and folds what was typed', async () => {
    await add('Prefektur Ōita', { names: { en: 'Oita', ja: '大分県', ko: '오이타현' }, nativeName: '大分県' })
    for (const q of ['oita', 'ŌITA', 'ＯＩＴＡ', '大分', '오이타', 'prefektur oita']) {
      expect(await foundNames(q), q).toEqual(['Prefektur Ōita'])
    }
  })

  test('finds a name typed a third way, and says that it is only alike', async () => {
    await add('Kota Kumamoto')
    const exact = await find('kumamoto')
    expect([exact.alike, exact.rows.length]).toEqual([false, 1])
    for (const q of ['kumamotto', 'kumanoto', 'kota kumomoto']) {
      const found = await find(q)
      expect([found.alike, found.rows[0]?.name], q).toEqual([true, 'Kota Kumamoto'])
    }
    expect(await find('zzzqqq')).toMatchObject({ alike: false, rows: [], total: 0 })
  })

  test('finds by another spelling at once, in partners and in relations, until it is dropped', async () => {
    const { id } = await add('Kota Matsumoto')
    const { id: relation } = await relationWith(id)
    expect(await relationsFound('matumoto')).toEqual([])
    const alias = await officer.ask(partners.addAlias, { id, name: 'Matumoto-shi' })
    expect((await find('matumoto')).rows[0]).toMatchObject({ name: 'Kota Matsumoto', foundAs: 'Matumoto-shi' })
    expect(await relationsFound('matumoto')).toEqual([relation])
    expect(faults(await officer.ask(partners.addAlias, { id, name: 'Matumoto-shi' }))).toEqual([
      422,
      [{ path: 'name', fault: 'taken' }],
    ])
    expect((await officer.ask(partners.dropAlias, { id: alias.body.id, rev: 2 })).status).toBe(409)
    await officer.ask(partners.dropAlias, { id: alias.body.id, rev: 1 })
    expect(await relationsFound('matumoto')).toEqual([])
  })

  test('of relations follows a new name, its register line too, and the old one again after undo', async () => {
    const { id } = await add('Kota Lama')
    const { id: relation } = await relationWith(id)
    const act = newId()
    await officer.ask(partners.mendPartner, { act, id, rev: 1, name: 'Kota Baru Sekali' })
    const line = async () =>
      (await world.owner`select partner_name from oversight.register where id = ${relation}`)[0]?.['partner_name']
    expect([await relationsFound('sekali'), await line()]).toEqual([[relation], 'Kota Baru Sekali'])
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect([await relationsFound('sekali'), await relationsFound('kota lama'), await line()]).toEqual([
      [],
      [relation],
      'Kota Lama',
    ])
  })

  test('pages without overlap in the order of names, and takes wildcards as letters', async () => {
    for (let n = 0; n < 7; n += 1) await add(`Universitas Contoh ${n}`)
    const seen: string[] = []
    let after: string | undefined
    do {
      const { body } = await officer.ask(partners.listPartners, {
        q: 'universitas contoh',
        limit: 3,
        ...(after && { after }),
      })
      expect(body.total).toBe(7)
      seen.push(...body.rows.map(({ name }: { name: string }) => name))
      after = body.next
    } while (after !== undefined)
    expect(seen).toEqual(Array.from({ length: 7 }, (_, n) => `Universitas Contoh ${n}`))
    for (const q of ['%', '_', '\\', `' or 1=1 --`]) expect((await find(q)).total, q).toBe(0)
    expect((await officer.ask(partners.listPartners, { after: newId() })).status).toBe(404)
  })
})

describe('people', () => {
  test('two ambassadors: the office over time, newest first, each with its term', async () => {
    const { id } = await add('Kedutaan Besar Contoh', { kind: 'embassy' })
    const one = await officer.ask(partners.addPerson, {
      id,
      givenName: 'Kenji',
      familyName: 'Kanasugi',
      nameLang: 'ja-Latn',
      office: 'duta_besar',
      fromOn: '2021',
      seenOn: '2022-02-03',
    })
    await officer.ask(partners.addPerson, {
      id,
      givenName: 'Yasushi',
      familyName: 'Masaki',
      nameLang: 'ja-Latn',
      office: 'duta_besar',
      fromOn: '2024-01',
      seenOn: '2024-06-28',
    })
    expect((await officer.ask(partners.endPerson, { id: one.body.id, rev: 1, toOn: '2023-12' })).body).toEqual({
      id: one.body.id,
      rev: 2,
    })
    const { people } = await read(id)
    expect(people.map((person: any) => [person.familyName, person.fromOn, person.toOn])).toEqual([['Masaki', '2024-01', null], ['Kanasugi', '2021', '2023-12']]) // prettier-ignore
    expect(faults(await officer.ask(partners.endPerson, { id: one.body.id, rev: 2, toOn: '2020' }))).toEqual([
      422,
      [{ path: 'toOn', fault: 'wrong_order' }],
    ])
    expect((await officer.ask(partners.endPerson, { id: one.body.id, rev: 1, toOn: '2023' })).status).toBe(409)
  })

  test('no kanji and no hangul for a person without a source', async () => {
    const { id } = await add('Kota Sumber')
    const { body: source } = await officer.ask(addSource, { kind: 'document', title: `Daftar ${newId()}` })
    for (const familyName of ['西納', '김', 'ニシノウ']) {
      const person = { id, familyName, office: 'wali_kota', seenOn: '2025' }
      expect(faults(await officer.ask(partners.addPerson, person))).toEqual([
        422,
        [{ path: 'source', fault: 'required' }],
      ])
      expect((await officer.ask(partners.addPerson, { ...person, source: newId() })).status).toBe(404)
      expect((await officer.ask(partners.addPerson, { ...person, source: source.id })).status).toBe(200)
    }
    const [person] = (await read(id)).people
    const mend = { id: person.id, rev: 1, givenName: '邦明' }
    expect(faults(await officer.ask(partners.mendPerson, mend))).toEqual([422, [{ path: 'source', fault: 'required' }]])
    expect((await officer.ask(partners.mendPerson, { ...mend, source: source.id })).status).toBe(200)
    expect(faults(await officer.ask(partners.addPerson, { id, office: 'wali_kota', seenOn: '2025' }))).toEqual([
      422,
      [{ path: 'givenName', fault: 'required' }],
    ])
  })
})

test('a dated statement is known from its day on, is mended and dropped, and never says nothing', async () => {
  const { id } = await add('Kota Pernyataan')
  const fact = { id, kind: 'countries_worked_with', number: 11, moreThan: true, occurredOn: '2025-07-24' }
  const { body } = await officer.ask(partners.addFact, fact)
  expect((await read(id)).facts).toMatchObject([
    { kind: 'countries_worked_with', number: 11, moreThan: true, year: null },
  ])
  const before = { headers: { cookie: `${officer.cookie}; tanggal=2025-07-23` } }
  expect((await officer.ask(partners.readPartner, { id }, before)).body.facts).toEqual([])
  expect(faults(await officer.ask(partners.mendFact, { id: body.id, rev: 1, number: null }))).toEqual([
    422,
    [{ path: 'number', fault: 'required' }],
  ])
  expect((await officer.ask(partners.mendFact, { id: body.id, rev: 1, number: 12 })).body.rev).toBe(2)
  expect((await officer.ask(partners.dropFact, { id: body.id, rev: 1 })).status).toBe(409)
  expect((await officer.ask(partners.dropFact, { id: body.id, rev: 2 })).status).toBe(200)
  expect((await read(id)).facts).toEqual([])
})

describe('two that are one', () => {
  test('reading follows: the merged name, its address and its relation lead to the kept one, until they are parted', async () => {
    const kept = await add('Kota Hirakata')
    const twice = await add('Hirakata-shi Osaka')
    const { id: relation } = await relationWith(twice.id)
    const act = newId()
    const joined = await officer.ask(partners.joinPartners, {
      act,
      id: twice.id,
      sameAs: kept.id,
      reason: 'Dua kali dicatat',
    })
    expect(joined.body).toEqual({ id: twice.id, kept: kept.id, slug: kept.slug })
    expect((await find('hirakata')).rows.map(({ id }: { id: string }) => id)).toEqual([kept.id])
    expect((await find('hirakata-shi osaka')).rows[0]).toMatchObject({ id: kept.id, foundAs: 'Hirakata-shi Osaka' })
    expect(await read(twice.id)).toMatchObject({
      id: kept.id,
      askedAs: 'Hirakata-shi Osaka',
      merged: [{ id: twice.id, reason: 'Dua kali dicatat' }],
    })
    const page = (await officer.ask(readPartnerPage, { slug: twice.slug })).body
    expect([page.partner.id, page.relations.map(({ id }: { id: string }) => id)]).toEqual([kept.id, [relation]])
    expect(await relationsFound('kota hirakata')).toEqual([relation])

    const parted = await officer.ask(partners.separatePartners, { id: twice.id })
    expect(parted.body).toEqual({ id: twice.id, slug: twice.slug })
    expect((await find('hirakata')).total).toBe(2)
    expect((await read(twice.id)).id).toBe(twice.id)
    expect(await relationsFound('kota hirakata')).toEqual([])
    expect(faults(await officer.ask(partners.separatePartners, { id: twice.id }))).toEqual([
      422,
      [{ path: 'id', fault: 'wrong' }],
    ])
  })

  test('no chain, no circle, not oneself', async () => {
    const [a, b, c] = [await add('Rantai Satu'), await add('Rantai Dua'), await add('Rantai Tiga')]
    const join = (one: { id: string }, other: { id: string }) =>
      officer.ask(partners.joinPartners, { id: one.id, sameAs: other.id })
    expect(faults(await join(a, a))).toEqual([422, [{ path: 'sameAs', fault: 'wrong' }]])
    expect((await join(a, b)).status).toBe(200)
    expect(faults(await join(a, c))).toEqual([422, [{ path: 'id', fault: 'taken' }]])
    expect(faults(await join(b, c))).toEqual([422, [{ path: 'id', fault: 'taken' }]])
    expect(faults(await join(b, a))).toEqual([422, [{ path: 'id', fault: 'taken' }]])
    expect(faults(await join(c, a))).toEqual([422, [{ path: 'sameAs', fault: 'taken' }]])
    expect((await join(c, b)).status).toBe(200)
    expect((await read(b.id)).merged).toHaveLength(2)
  })

  test('joined crosswise at once, one of two wins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b, c] = [await add(`Silang A${round}`), await add(`Silang B${round}`), await add(`Silang C${round}`)]
      const answers = await Promise.all([
        officer.ask(partners.joinPartners, { id: a.id, sameAs: b.id }),
        officer.ask(partners.joinPartners, { id: b.id, sameAs: a.id }),
        officer.ask(partners.joinPartners, { id: b.id, sameAs: c.id }),
      ])
      expect(answers.map(({ status }) => String(status)).toSorted((a, b) => a.localeCompare(b))).toEqual([
        '200',
        '422',
        '422',
      ])
      const chains =
        await world.owner`select from partners.same_as x join partners.same_as y on y.tenant = x.tenant and y.partner = x.same_as`
      expect(chains).toHaveLength(0)
    }
  })

  test('a city and a regency are asked about before they are called one', async () => {
    const [kota, kab] = [await add('Kota Madiun'), await add('Kabupaten Madiun')]
    const ask = (sure?: string[]) =>
      officer.ask(partners.joinPartners, { id: kab.id, sameAs: kota.id, ...(sure && { sure }) })
    expect(faults(await ask())).toEqual([422, [{ path: 'sameAs', fault: 'doubtful' }]])
    expect((await ask(['sameAs'])).status).toBe(200)
  })

  test('is undone by undo too', async () => {
    const [a, b] = [await add('Urung Satu'), await add('Urung Dua')]
    const act = newId()
    await officer.ask(partners.joinPartners, { act, id: a.id, sameAs: b.id })
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect((await read(a.id)).id).toBe(a.id)
  })
})

test('another region’s partner is not there: not to read, mend, join or propose', async () => {
  const foreign = await furnish(world, { region: 'kab-bekasi', canary: 'KENARI-ASING' })
  const own = await add('Kota Sendiri')
  const { partner: id } = foreign
  for (const [endpoint, input] of [
    [partners.readPartner, { id }],
    [partners.mendPartner, { id, rev: 1, name: 'Rebut' }],
    [partners.addAlias, { id, name: 'Rebut' }],
    [partners.joinPartners, { id, sameAs: own.id }],
    [partners.joinPartners, { id: own.id, sameAs: id }],
    [readPartnerPage, { slug: foreign.partnerSlug }],
  ] as const) {
    expect((await officer.ask(endpoint, input)).status, endpoint.name).toBe(404)
  }
  expect((await officer.ask(partners.proposeSame, { name: foreign.partnerName })).body.rows).toEqual([])
})
