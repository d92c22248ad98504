import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../src/routes.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { readAct, undoAct } from '../src/slices/ledger/contract.ts'
import {
  addField,
  dropField,
  listFields,
  mendField,
  mendRelation,
  readRelation,
} from '../src/slices/relations/contract.ts'
import { readChoice } from '../src/slices/notices/contract.ts'
import { aColleague, furnish, refresh, type Furniture } from './factories.ts'
import { inputOf, whoAsks } from './inputs.ts'
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

const asker = (endpoint: Endpoint) =>
  ({ petugas, kepala_bagian: chief, admin_daerah: admin, auditor: petugas, opd: agency })[whoAsks(endpoint)]
const acting = routes.filter(({ kind }) => kind === 'write').map(({ endpoint }) => endpoint)

/** A valid act with its id; for undoing, one that can be undone. */
async function anInput(endpoint: Endpoint): Promise<Record<string, unknown>> {
  const fresh = await refresh(world, own, endpoint.name)
  const act = newId()
  const { body: choice } = await asker(endpoint).ask(readChoice)
  if (endpoint === undoAct) await petugas.ask(addField, { act, id: fresh.relation })
  return { ...inputOf(endpoint, { ...fresh, act, choiceRev: choice.rev ?? 0 }), act: newId() }
}

const acts = async () => (await world.owner<{ n: number }[]>`select count(*)::int as n from ledger.acts`)[0]?.n ?? 0
const changes = async () =>
  (await world.owner<{ n: number }[]>`select count(*)::int as n from ledger.changes`)[0]?.n ?? 0

describe.each(acting.map((endpoint) => [endpoint.name, endpoint] as const))('%s', (_, endpoint) => {
  test('asked eight times at once and once more later, it happens once, and all get the same answer', async () => {
    const input = await anInput(endpoint)
    const before = await acts()
    const answers = await Promise.all(Array.from({ length: 8 }, () => asker(endpoint).ask(endpoint, input)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await acts()).toBe(before + 1)
    const then = [await acts(), await changes()]
    const again = await asker(endpoint).ask(endpoint, input)
    expect([again.status, again.body]).toEqual([200, answers[0]?.body])
    expect([await acts(), await changes()]).toEqual(then)
  })

  test('with another body, another endpoint or by another person is refused as reused, and nothing happens', async () => {
    const input = await anInput(endpoint)
    expect((await asker(endpoint).ask(endpoint, input)).status).toBe(200)
    const colleague = await world.as(await aColleague(world, { region: 'kota-bekasi', role: whoAsks(endpoint) }))
    let other: Record<string, unknown> | undefined
    // What is fresh after a success may say the same once more, which is no other body; one of an act's id alone never is.
    if (Object.keys(input).length > 1)
      do other = { ...(await anInput(endpoint)), act: input['act'] }
      while (isDeepStrictEqual(other, input))
    const later = [await acts(), await changes()]
    for (const answer of [
      ...(other === undefined ? [] : [await asker(endpoint).ask(endpoint, other)]),
      await colleague.ask(endpoint, input),
      await petugas.ask(addField, { act: input['act'], id: own.relation, name: 'Lain' }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([422, 'reused'])
    }
    expect([await acts(), await changes()]).toEqual(later)
  })

  test('without an act id, or with one that is no UUIDv7, does not happen', async () => {
    const input = inputOf(endpoint, own) // nothing of it is used up
    const before = await acts()
    for (const act of [undefined, '', 'x', crypto.randomUUID(), newId().slice(1), null, 7]) {
      expect((await asker(endpoint).ask(endpoint, { ...input, act })).status).toBe(422)
    }
    expect(await acts()).toBe(before)
  })
})

describe('an act id of another region', () => {
  test('is another act: neither its answer nor its being there shows', async () => {
    const other = await furnish(world, { region: 'kab-bekasi', canary: 'Kab-Kenari' })
    const theirs = await world.as('petugas-kab-bekasi')
    const act = newId()
    expect((await theirs.ask(addField, { act, id: other.relation })).status).toBe(200)
    const mine = await petugas.ask(addField, { act, id: own.relation, name: 'Sendiri' })
    expect(mine.status).toBe(200)
    const rows = await world.owner`select tenant from ledger.acts where id = ${act}`
    expect(rows).toHaveLength(2)
  })
})

test('“did it happen?” is answered to the person who acted, and to nobody else', async () => {
  const act = newId()
  const { body } = await petugas.ask(addField, { act, id: own.relation, name: 'Ditanyakan' })
  const asked = await petugas.ask(readAct, { id: act })
  expect([asked.status, asked.body]).toEqual([200, { verb: 'relations.addField', answer: body }])
  for (const key of ['kepala-bagian', 'wali-kota', 'auditor', 'admin']) {
    expect((await (await world.as(key)).ask(readAct, { id: act })).status, key).toBe(404)
  }
})

describe('a stale edit', () => {
  test('is 409 and says what changed, to what, by whom and when; neither text is lost', async () => {
    const { relation, field, fieldRev: rev } = await refresh(world, own)
    expect((await chief.ask(mendField, { id: field, rev, name: 'Kesehatan ibu', standing: 'diterima' })).status).toBe(
      200,
    )
    const late = await petugas.ask(mendField, { id: field, rev, name: 'Kesehatan' })
    expect([late.status, late.body.code]).toEqual([409, 'stale'])
    const at = expect.stringMatching(/^\d{4}-\d{2}-\d{2}/)
    const by = 'Kepala bagian kerja sama'
    expect(late.body.details.changes).toEqual([
      { field: 'name', was: null, now: 'Kesehatan ibu', by, at },
      { field: 'standing', was: 'ditawarkan', now: 'diterima', by, at },
    ])
    const row = (await petugas.ask(listFields, { id: relation })).body.rows.find(
      (each: { id: string }) => each.id === field,
    )
    expect(row).toMatchObject({ name: 'Kesehatan ibu', standing: 'diterima', rev: rev + 1 })
    expect((await petugas.ask(dropField, { id: field, rev })).status).toBe(409)
    expect((await petugas.ask(mendField, { id: field, rev: rev + 1, name: 'Kesehatan' })).status).toBe(200)
  })

  test('of two at once one wins', async () => {
    const rev = (await petugas.ask(readRelation, { id: own.relation })).body.rev as number
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => petugas.ask(mendRelation, { id: own.relation, rev, purpose: `Maksud ${n}` })),
    )
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409])
  })
})

describe('undo', () => {
  const added = async (who: Asker) => {
    const act = newId()
    const { body } = await who.ask(addField, { act, id: own.relation, name: 'Keliru' })
    return { act, field: body.id as string }
  }
  const has = async (field: string) =>
    (await petugas.ask(listFields, { id: own.relation })).body.rows.some((row: { id: string }) => row.id === field)

  test('takes an own act back once, and can itself be taken back', async () => {
    const { act, field } = await added(petugas)
    const undo = newId()
    expect((await petugas.ask(undoAct, { act: undo, id: act })).body).toMatchObject({ id: act, changes: 2 })
    expect(await has(field)).toBe(false)
    expect((await petugas.ask(undoAct, { id: act })).status).toBe(409)
    expect((await petugas.ask(undoAct, { id: undo })).status).toBe(200)
    expect(await has(field)).toBe(true)
  })

  test('of somebody else’s act is 404; of an act that a later one touched 409', async () => {
    const { act, field } = await added(petugas)
    expect((await chief.ask(undoAct, { id: act })).status).toBe(404)
    expect((await chief.ask(mendField, { id: field, rev: 1, name: 'Benar' })).status).toBe(200)
    expect((await petugas.ask(undoAct, { id: act })).status).toBe(409)
    expect(await has(field)).toBe(true)
  })
})
