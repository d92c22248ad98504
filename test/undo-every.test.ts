import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../src/routes.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { refresh } from './factories.ts'
import { inputOf, whoAsks, type EndpointName } from './inputs.ts'
import { openStage, people, type Stage } from './matrix.ts'

/** What is done for good, each with the reason; everything else that changes something can be taken back. */
const forGood: Partial<Record<EndpointName, string>> = {
  'contests.unsealSheets': 'what was seen cannot be sealed again',
  'workforce.dropName': 'a person was erased, with what the ledger held of her',
}

/** Acts that write no row of the ledger: sessions and links of accounts, and the undo of nothing. */
const withoutRows: readonly EndpointName[] = ['identity.endEverySession', 'identity.makeMemberLink', 'ledger.undoAct']

/** Tables that go on counting whatever is taken back: a number that was drawn stays drawn. */
const counting = ['calendar.stamps', 'ledger.heads', 'letters.register']

let stage: Stage
let tables: string[]
beforeAll(async () => {
  stage = await openStage()
  const rows = await stage.world.owner<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c where c.relkind = 'r'
      and obj_description(c.oid, 'pg_class') ~ '^(fact|published|derived)\.' order by 1`
  tables = rows.map(({ name }) => name).filter((name) => !counting.includes(name))
})
afterAll(async () => await stage.world.close())

/** A digest of what each table holds of the region, without revisions (they go on counting) and when a line was made. */
async function holdings(): Promise<Record<string, string | null>> {
  const digestOf = (name: string) => `select '${name}' as name, (select md5(string_agg(line, ',' order by line)) from (
    select md5((to_jsonb(t) - 'rev' - 'kept_at')::text) as line from ${name} t where t.tenant = '${stage.own.tenant}') x) as held`
  const rows = await stage.world.owner.unsafe<{ name: string; held: string | null }[]>(
    tables.map(digestOf).join(' union all '),
  )
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]))
}

const isReal = ({ name }: { name: string }) => !withoutRows.includes(name as EndpointName)
const acts = routes.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint.method === 'POST' && isReal(endpoint))

async function takeBack(endpoint: Endpoint): Promise<void> {
  const asker = await stage.world.as(people[whoAsks(endpoint)])
  const before = await holdings()
  const act = newId()
  const done = await asker.ask(endpoint, { ...inputOf(endpoint, stage.own), act })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  const undone = await asker.ask(undoAct, { id: act })
  if (forGood[endpoint.name as EndpointName] !== undefined) {
    expect([undone.status, undone.body.code]).toEqual([409, 'stale'])
    return
  }
  expect(undone.status, JSON.stringify(undone.body)).toBe(200)
  expect(await holdings()).toEqual(before)
}

describe('taken back, an act leaves the region as it was', () => {
  test.each(acts.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (name, endpoint) => {
    try {
      await takeBack(endpoint)
    } finally {
      stage.own = await refresh(stage.world, stage.own, name)
    }
  })
})
