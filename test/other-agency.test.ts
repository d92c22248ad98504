import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../src/routes.ts'
import { aColleague, refresh, type Furniture } from './factories.ts'
import { inputOf } from './inputs.ts'
import { openStage, readMatrix, type Stage } from './matrix.ts'
import type { Asker } from './world.ts'

/** What the matrix cannot say: the record is of the region of her who asks, and another agency keeps it. */
let stage: Stage
let other: Asker
/** Fresh records of each slice; nothing uses them up here. */
const own = new Map<string, Furniture>()
beforeAll(async () => {
  stage = await openStage()
  const [unit] = await stage.world.owner<{ id: string }[]>`
    select id from reference.units where tenant = ${stage.own.tenant} and id not in
      (select unit from identity.memberships where role = 'opd' and unit is not null) limit 1`
  if (unit === undefined) throw new Error('no agency without staff')
  other = await stage.world.as(await aColleague(stage.world, { region: 'kota-bekasi', role: 'opd', unit: unit.id }))
})
afterAll(async () => await stage.world.close())

const matrix = readMatrix()
/** These make a record of her own. */
const makes = ['addCohort', 'addExchange', 'addNeed', 'addRequest', 'addService']
/** Acts of a program that staff of the keeping agency may do: what the table asks for the agency's own. */
const kept = routes
  .map(({ endpoint }) => endpoint)
  .filter(
    ({ name, allow }) =>
      (allow === 'programmes.keep' || name === 'residents.exportBookings') && matrix[name]?.opd === '200 404 404',
  )
  .filter(({ name }) => !makes.includes(name.split('.')[1] ?? ''))

test('there are such acts in every slice that has an agency', () => {
  const slices = new Set(kept.map(({ name }) => name.split('.')[0]))
  expect(slices).toEqual(new Set(['contests', 'csr', 'exchange', 'forum', 'residents', 'workforce']))
})

test.each(kept.map((endpoint) => [endpoint.name, endpoint] as const))(
  '%s of a record that another agency keeps is refused',
  async (_, endpoint) => {
    const slice = endpoint.name.split('.')[0] ?? ''
    const ids = own.get(slice) ?? (await refresh(stage.world, stage.own, endpoint.name))
    own.set(slice, ids)
    const { status, body } = await other.ask(endpoint, inputOf(endpoint, ids))
    expect([status, body?.code], JSON.stringify(body)).toEqual([403, 'forbidden'])
  },
)
