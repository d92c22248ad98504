import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../src/routes.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { inputOf } from './inputs.ts'
import { openStage, people, type Stage } from './matrix.ts'
import { refresh } from './factories.ts'
import type { Asker } from './world.ts'

/** Whoever did something by mistake takes it back at once: an act that wrote one row twice could not be. */
let stage: Stage
let officer: Asker
beforeAll(async () => {
  stage = await openStage()
  officer = await stage.world.as(people.petugas)
})
afterAll(async () => await stage.world.close())

const acts = routes
  .map(({ endpoint }) => endpoint)
  .filter(({ name, method }) => method === 'POST' && /^(csr|forum)\./.test(name))

test.each(acts.map((endpoint) => [endpoint.name, endpoint] as const))('%s is undone', async (name, endpoint) => {
  const act = newId()
  const own = await refresh(stage.world, stage.own, name)
  const done = await officer.ask(endpoint, { ...inputOf(endpoint, own), act })
  expect([done.status, JSON.stringify(done.body)]).toEqual([200, expect.anything()])
  const undone = await officer.ask(undoAct, { id: act })
  expect(undone.status, JSON.stringify(undone.body)).toBe(200)
  expect((await officer.ask(undoAct, { id: act })).status).toBe(409)
})
