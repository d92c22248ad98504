import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { forms, pages, routes } from '../src/routes.ts'
import { newId } from '../src/shared/ids.ts'
import { recordActivity } from '../src/slices/agenda/commands.ts'
import { addOfficial, addUnit } from '../src/slices/reference/contract.ts'
import { beginRelation, publishRelation } from '../src/slices/relations/commands.ts'
import {
  addField,
  listFields,
  listRelations,
  mendField,
  mendRelation,
  readRelation,
} from '../src/slices/relations/contract.ts'
import { furnish, refresh, type Furniture } from './factories.ts'
import { whoAsks } from './inputs.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let own: Furniture
let petugas: Asker
let admin: Asker
let chief: Asker
let agency: Asker

beforeAll(async () => {
  world = await openWorld()
  own = await furnish(world, { region: 'kota-bekasi', canary: 'Kota-Kenari' })
  petugas = await world.as('petugas-kota-bekasi')
  admin = await world.as('admin')
  chief = await world.as('kepala-bagian')
  agency = await world.as('dinas')
})
afterAll(async () => await world.close())

async function post(path: string, { body, type, cookie }: { body: string; type?: string | undefined; cookie: string }) {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', ...(type !== undefined && { 'content-type': type }) }
  const answer = await world.app.request(path, { method: 'POST', headers, body: new TextEncoder().encode(body) })
  return { status: answer.status, body: await answer.text() }
}

const mendPath = () => `/api/relations/${own.relation}`
const revision = async () => (await petugas.ask(readRelation, { id: own.relation })).body.rev as number

describe('bodies', () => {
  const types = [
    undefined, '', 'text/plain', 'text/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json\t', ' application/json;',
    'application/json ; charset=utf-8', 'application/json;charset=utf-16', 'application/json; charset=utf-8; x=y', 'application/json, text/plain',
    'application/problem+json', 'application/vnd.api+json', 'application/jsonp', 'application/json5', 'application/xml', 'application/octet-stream',
    'application/graphql', 'application/json\u000b', 'x/application/json', '*/*',
  ] // prettier-ignore

  test('of twenty other content types are refused by every acting endpoint', async () => {
    expect(types.length).toBeGreaterThanOrEqual(20)
    for (const { endpoint } of routes.filter((route) => route.endpoint.method === 'POST')) {
      const askers = { petugas, kepala_bagian: chief, admin_daerah: admin, auditor: petugas, opd: agency }
      const { cookie } = askers[whoAsks(endpoint)]
      for (const type of types) {
        const path = endpoint.path.replace(/:\w+/g, own.relation)
        // Header values lose the white space around them before anybody reads them; what is left must be exact.
        if (type?.trim() === 'application/json' || type === endpoint.takes) continue
        const { status } = await post(path, { body: JSON.stringify({ act: newId() }), type, cookie })
        expect(status, `${endpoint.name} ${type}`).toBe(415)
      }
    }
  })

  test.each([
    ['nothing', ''],
    ['half an object', '{"act":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a string', '"x"'],
    ['two objects', '{}{}'],
    ['deep nesting', `{"act":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['a prototype', '{"__proto__":{"role":"admin_daerah"},"constructor":{}}'],
    ['not UTF-8', '{"act":"\u0000\ufffd"}'],
  ])('that hold %s are 422', async (_, body) => {
    expect((await post(mendPath(), { body, type: 'application/json', cookie: petugas.cookie })).status).toBe(422)
  })

  test('of two megabytes are 413, a note that is too long 422, and nothing is written', async () => {
    const rev = await revision()
    const paste = 'Kerja sama. '.repeat(2 ** 21 / 12)
    const input = { act: newId(), rev, purpose: paste }
    expect(
      (await post(mendPath(), { body: JSON.stringify(input), type: 'application/json', cookie: petugas.cookie }))
        .status,
    ).toBe(413)
    for (const { path } of forms) {
      const body = `email=${paste}`
      const type = 'application/x-www-form-urlencoded'
      expect((await post(`/id${path.replace(':token', 'x')}`, { body, type, cookie: '' })).status, path).toBe(413)
    }
    const long = await petugas.ask(mendRelation, { id: own.relation, rev, purpose: '字'.repeat(20_001) })
    expect([long.status, long.body.details.fields]).toEqual([422, [{ path: 'purpose', fault: 'too_long' }]])
    expect(await revision()).toBe(rev)
  })

  test('cannot say who asks: identity comes from the session alone', async () => {
    const other = await furnish(world, { region: 'kab-bekasi', canary: 'Kab-Kenari' })
    const claim = { tenant: other.tenant, account: newId(), userId: newId(), role: 'admin_daerah', membership: other.member, session: newId(), on: '1999-01-01', kind: 'system' } // prettier-ignore
    const act = newId()
    const { status } = await petugas.ask(mendRelation, {
      act,
      id: own.relation,
      rev: await revision(),
      purpose: 'Maksud',
      ...claim,
    })
    expect(status).toBe(200)
    const [stored] = await world.owner`select a.tenant, a.kind, a.role, m.email from ledger.acts a
      join identity.memberships m on m.tenant = a.tenant and m.account = a.account where a.id = ${act}`
    expect(stored).toMatchObject({
      tenant: own.tenant,
      kind: 'person',
      role: 'petugas',
      email: 'petugas-kota-bekasi@contoh.invalid',
    })
    const query = new URLSearchParams(claim)
    const list = await world.page(`/api/relations?${query}`, { cookie: petugas.cookie })
    expect(list.text).not.toContain(other.relation)
    for (const { endpoint } of routes) {
      const path = endpoint.path.replace(/:\w+/g, own.relation)
      const sent =
        endpoint.method === 'GET'
          ? await world.page(`${path}?${query}`)
          : await post(path, { body: JSON.stringify(claim), type: 'application/json', cookie: '' })
      expect(sent.status, endpoint.name).toBe(401)
    }
  })
})

describe('values', () => {
  test.each([
    '2025-02-30',
    '2025-13',
    '2025-00-01',
    '2025-7',
    '20250701',
    '1 Juli 2025',
    '0000-00-00',
    '2025-07-24T00:00',
    '',
    '９９９９',
  ])('an impossible date %s is refused, and named', async (seenOn) => {
    const { status, body } = await admin.ask(addOfficial, {
      name: 'Pejabat',
      office: 'wali_kota',
      capacity: 'pj',
      seenOn,
    })
    expect([status, body.details.fields]).toEqual([422, [{ path: 'seenOn', fault: 'not_a_date' }]])
  })

  test('a term that ends before it begins is refused', async () => {
    const term = {
      name: 'Pejabat',
      office: 'wali_kota',
      capacity: 'pj',
      seenOn: '2025',
      fromOn: '2025-03',
      toOn: '2025-02',
    }
    const { status, body } = await admin.ask(addOfficial, term)
    expect([status, body.details.fields]).toEqual([422, [{ path: 'toOn', fault: 'wrong_order' }]])
  })

  test('text in four scripts stays as it was typed; marks that turn it round are refused in names and kept in notes', async () => {
    const scripts = ['Dinas Pendidikan', '泉佐野市役所', '이즈미사노시청', 'مكتب التعاون', 'がぎぐ', '𠮷野家']
    for (const name of scripts) {
      expect((await admin.ask(addUnit, { name: name.normalize('NFD'), kind: 'opd' })).status, name).toBe(200)
      const [unit] = await world.owner`select name from reference.units where name = ${name.normalize('NFC')}`
      expect(unit?.['name']).toBe(name.normalize('NFC'))
      for (const mark of ['\u202e', '\u202d', '\u2066', '\u2067', '\u2068', '\u200f', '\u061c']) {
        const { status, body } = await admin.ask(addUnit, { name: `${name}${mark}x`, kind: 'opd' })
        expect([status, body.details.fields]).toEqual([422, [{ path: 'name', fault: 'direction_override' }]])
      }
    }
    const purpose = `Maksud ${scripts.join(' ')} \u202eterbalik\u202c \u2067مرحبا\u2069`
    await petugas.ask(mendRelation, { id: own.relation, rev: await revision(), purpose })
    expect((await petugas.ask(readRelation, { id: own.relation })).body.purpose).toBe(purpose)
  })

  test('numbers beyond the column, null characters and broken escapes are refused, never 500', async () => {
    for (const rev of [2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 1e300, 0.5, '1', null]) {
      for (const [endpoint, id] of [
        [mendRelation, own.relation],
        [mendField, own.field],
      ] as const) {
        expect((await petugas.ask(endpoint, { id, rev, name: null })).status, String(rev)).toBe(422)
      }
    }
    const odd = ['%00', '%ff', '%zz', '%ed%a0%80', '%', '%u0000', 'a%00b', '%c0%ae%c0%ae']
    for (const text of odd) {
      const asked = [
        `/api/relations?q=${text}`,
        `/api/pages/relations/${text}`,
        `/api/relations/${text}`,
        `/api/relations?after=${text}`,
      ]
      for (const { path } of pages)
        asked.push(
          `/id${path.replace(/:\w+/g, text)}?sesudah=${text}&sebelum=${text}&per=${text}&ke=${text}&tanggal=${text}`,
        )
      for (const path of asked)
        expect((await world.page(path, { cookie: petugas.cookie })).status, path).toBeLessThan(500)
      for (const { path } of forms) {
        const body = `email=${text}@x.id&password=${text}&peran=${text}&ke=${text}&semua=${text}`
        const { status } = await post(`/id${path.replace(':token', 'x')}`, {
          body,
          type: 'application/x-www-form-urlencoded',
          cookie: '',
        })
        expect(status, `${path} ${text}`).toBeLessThan(500)
      }
    }
    const invite = routes.find(({ endpoint }) => endpoint.name === 'identity.inviteMember')?.endpoint
    const { status } = await admin.ask(invite as never, { email: 'a\u0000b@contoh.invalid', name: 'A', role: 'opd' })
    expect(status).toBeLessThan(500)
  })

  test('a relation without a partner keeps its label', async () => {
    const begun = await asSystem(world.database, { tenant: own.tenant, verb: 'test.begin' }, (call) =>
      beginRelation(call, { slug: 'tanpa-mitra', label: 'Tanpa mitra', beganOn: '2025' }),
    )
    const { rev } = (await petugas.ask(readRelation, { id: begun.id })).body
    const { status, body } = await petugas.ask(mendRelation, { id: begun.id, rev, label: null })
    expect([status, body.details.fields]).toEqual([422, [{ path: 'label', fault: 'required' }]])
  })
})

describe('payloads are text', () => {
  const payloads = [
    `' or '1'='1`, `'; drop table relations.relations; --`, `") or 1=1 --`, `\\`, `%`, `_`, `%%`, `\\%`, `'`, `''`, `"`, `1; select pg_sleep(5)`,
    `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `=HYPERLINK("http://jahat.example")`, `=1+1`, `+1`, `-1`, `@SUM(A1)`, '\tx', '${7*7}', '{{7*7}}', `javascript:alert(1)`,
  ] // prettier-ignore

  test('in the search of the list: they find what holds them, no more', async () => {
    const all = (await petugas.ask(listRelations)).body.total as number
    expect(all).toBeGreaterThan(1)
    for (const q of payloads) {
      const began = performance.now()
      const { status, body } = await petugas.ask(listRelations, { q })
      expect([status, body.total], q).toEqual([200, 0])
      expect(performance.now() - began, q).toBeLessThan(2000)
    }
    expect((await petugas.ask(listRelations, { q: ' '.repeat(200) })).body.total).toBe(all)
    expect((await petugas.ask(listRelations, { q: 'x'.repeat(201) })).status).toBe(422)
    expect((await petugas.ask(listRelations, { q: 'izumisano' })).body.total).toBe(1)
    expect((await petugas.ask(listRelations, { q: 'izumi%sano' })).body.total).toBe(0)
    expect((await petugas.ask(listRelations, { q: 'izumi_ano' })).body.total).toBe(0)
  })

  test('in a field’s name: stored as typed, and on the public page as text', async () => {
    for (const name of payloads) {
      expect((await petugas.ask(addField, { id: own.relation, name })).status, name).toBe(200)
    }
    const { body } = await petugas.ask(listFields, { id: own.relation })
    const names = body.rows.map((row: { name: string }) => row.name)
    expect(names).toEqual(expect.arrayContaining(payloads.map((text) => text.trim())))
    await asSystem(world.database, { tenant: own.tenant, verb: 'test.publish' }, (call) =>
      publishRelation(call, { id: own.relation }),
    )
    const { text } = await world.page(`/id/kerja-sama/${own.slug}?tanggal=2026-12-31`)
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).not.toMatch(/<script|<img|onerror=alert\(1\)>/)
  })
})

test('a field that was never there cannot be mended into being', async () => {
  const { relation, field, fieldRev } = await refresh(world, own)
  const before = (await petugas.ask(listFields, { id: relation })).body.rows.length as number
  expect((await petugas.ask(mendField, { id: newId(), rev: 1, name: 'X' })).status).toBe(404)
  expect((await petugas.ask(mendField, { id: field, rev: fieldRev, standing: 'entah' })).status).toBe(422)
  expect((await petugas.ask(listFields, { id: relation })).body.rows).toHaveLength(before)
})

describe('partial dates', () => {
  const term = (fromOn: string, toOn: string) =>
    admin.ask(addOfficial, { name: 'Pejabat', office: 'bupati', capacity: 'pj', seenOn: '2023', fromOn, toOn })
  const spans = [
    ['2023-05', '2023'],
    ['2023', '2023-05'],
    ['2023', '2023'],
    ['2023-05-10', '2023-05'],
    ['2023-05-10', '2023-05-10'],
  ] as const
  const backwards = [
    ['2023-05-10', '2023-05-09'],
    ['2023-05-01', '2023-04'],
    ['2023-05', '2022'],
    ['2024', '2023-12-31'],
  ] as const

  test('a term may begin and end within what its dates can mean, and never run backwards', async () => {
    for (const [from, to] of spans) expect((await term(from, to)).status, `${from} to ${to}`).toBe(200)
    for (const [from, to] of backwards) {
      const { status, body } = await term(from, to)
      const said = { fields: [{ path: 'toOn', fault: 'wrong_order' }] }
      expect([status, body.details], `${from} to ${to}`).toEqual([422, said])
    }
  })

  test('so may a visit', async () => {
    const visit = ([occurredOn, endedOn]: readonly [string, string]) =>
      asSystem(world.database, { tenant: own.tenant, verb: 'test.visit' }, (call) =>
        recordActivity(call, { slug: `v-${newId()}`, relation: own.relation, about: 'Kunjungan', occurredOn, endedOn }),
      )
    for (const span of spans) await expect(visit(span), span.join(' to ')).resolves.toBeDefined()
    for (const span of backwards) {
      await expect(visit(span), span.join(' to ')).rejects.toMatchObject({ code: 'invalid' })
    }
  })

  test('the tables hold the same rule', async () => {
    const tables = [
      ['reference.officials', 'term_runs_forward'],
      ['agenda.activities', 'ends_after_it_starts'],
    ] as const
    for (const [table, constraint] of tables) {
      const [from, to] = table === 'reference.officials' ? ['from_on', 'to_on'] : ['occurred_on', 'ended_on']
      const change = world.owner.begin(async (sql) => {
        await sql`select set_config('app.act', ${newId()}, true)`
        await sql.unsafe(`update ${table} set ${from} = '2023-05-10', ${to} = '2023-05-09'`)
      })
      await expect(change, table).rejects.toMatchObject({ code: '23514', constraint_name: constraint })
    }
  })
})

test('a short name has at most sixty characters, and one more is said to be too long', async () => {
  const add = (shortName: string) => admin.ask(addUnit, { name: `Badan ${newId()}`, shortName, kind: 'opd' })
  expect((await add('S'.repeat(60))).status).toBe(200)
  for (const length of [61, 200]) {
    const { status, body } = await add('S'.repeat(length))
    expect([status, body.details?.fields], String(length)).toEqual([422, [{ path: 'shortName', fault: 'too_long' }]])
  }
})
