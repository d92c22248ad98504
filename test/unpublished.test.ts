import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { prepareLetter } from '../src/slices/letters/contract.ts'
import { addField, listRelations, setNextStep } from '../src/slices/relations/contract.ts'
import { openWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => await world.close())

test('what cannot be published makes nothing lag: a drafted letter, the next step', async () => {
  const officer = await world.as('petugas-kota-bekasi')
  const { id, slug } = (await officer.ask(listRelations, {})).body.rows[0]
  const since = async () => (await officer.ask(readRelationPage, { slug })).body.unpublishedSince
  expect(await since()).toBeUndefined()
  const step = await officer.ask(setNextStep, { id, reason: 'waiting_partner' })
  const letter = await officer.ask(prepareLetter, { kind: 'konsultasi_mendagri', relation: id })
  expect([step.status, letter.status]).toEqual([200, 200])
  expect(await since()).toBeUndefined()
})

test('the page says since when the public copy lags; what was taken back does not count', async () => {
  const officer = await world.as('petugas-kota-bekasi')
  const { id, slug } = (await officer.ask(listRelations, {})).body.rows[0]
  const since = async () => (await officer.ask(readRelationPage, { slug })).body.unpublishedSince
  expect(await since()).toBeUndefined()

  const act = newId()
  await officer.ask(addField, { act, id, name: 'Belum terbit' })
  const [recorded] = await world.owner<{ at: string }[]>`select at::text from ledger.acts where id = ${act}`
  expect(await since()).toBe(recorded?.at)

  const undo = newId()
  await officer.ask(undoAct, { act: undo, id: act })
  expect(await since()).toBeUndefined()
  await officer.ask(undoAct, { id: undo })
  expect(await since()).toBeTypeOf('string')
})
