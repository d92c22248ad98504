import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../src/routes.ts'
import type { Allow } from '../src/shared/permissions.ts'
import { chainAll } from './chain.ts'
import { aCityElsewhere, furnish } from './factories.ts'
import { differences, openStage, type Stage } from './matrix.ts'
import { brokenPromises, tablesOfRegions, type Ground } from './probes.ts'
import { openWorld, type World } from './world.ts'

// Standing controls: every lock is taken off once, and something must notice. A suite that stays green over an open
// door proves nothing.

/** Takes one lock off a copy of the database. */
interface Mutation {
  what: string
  table: string
  statement: string
}

describe('each policy taken off', () => {
  let world: World
  let ground: Ground
  let admin: postgres.Sql
  let template: string

  beforeAll(async () => {
    world = await openWorld()
    await furnish(world, { region: 'kota-bekasi', canary: 'Kota-Kenari', published: true })
    await aCityElsewhere(world)
    const { tenant: here } = await furnish(world, {
      region: 'kota-semarang',
      canary: 'Semarang-Kenari',
      published: true,
    })
    const { tenant: there } = await furnish(world, { region: 'kab-bekasi', canary: 'Kab-Kenari', published: true })
    await chainAll(world)
    ground = {
      ownerUrl: world.ownerUrl,
      here: { tenant: here, province: '33' },
      there: { tenant: there, province: '32' },
    }
    template = new URL(world.ownerUrl).pathname.slice(1)
    admin = postgres(world.ownerUrl.replace(/\/[^/]*$/, '/postgres'), { max: 1, onnotice: () => {} })
  })
  afterAll(async () => {
    await admin.end({ timeout: 5 })
    await world.close()
  })

  /** What the probes say of a copy with the mutations in it: one lock of each table. */
  async function noticed(mutations: readonly Mutation[]): Promise<string[]> {
    const name = `c_${randomBytes(6).toString('hex')}`
    await admin.unsafe(`create database ${name} template ${template} strategy file_copy`)
    const ownerUrl = world.ownerUrl.replace(/\/[^/]*$/, `/${name}`)
    try {
      const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
      await owner.unsafe(mutations.map(({ statement }) => statement).join(';\n'))
      await owner.end({ timeout: 5 })
      return await brokenPromises({ ...ground, ownerUrl })
    } finally {
      await admin.unsafe(`drop database if exists ${name} with (force)`)
    }
  }

  test('is noticed: dropped, opened to all rows, or with row security off', { timeout: 120_000 }, async () => {
    expect(await brokenPromises(ground), 'the untouched ground').toEqual([])
    const policies = await world.owner<{ table: string; name: string; using: string; writes: boolean }[]>`
      select format('%I.%I', schemaname, tablename) as table, policyname as name, qual as using,
        with_check is not null and has_table_privilege('jembatan_app', format('%I.%I', schemaname, tablename), 'insert') as writes
      from pg_policies where policyname <> 'owner' order by 1, 2`
    const tables = await tablesOfRegions(world.owner)
    const mutations: Mutation[] = [
      ...policies.map(({ table, name }) => ({
        what: `${name} dropped`,
        table,
        statement: `drop policy ${name} on ${table}`,
      })),
      ...policies
        .filter(({ using }) => using !== 'true')
        .map(({ table, name }) => ({
          what: `${name} opened`,
          table,
          statement: `alter policy ${name} on ${table} using (true)`,
        })),
      ...policies
        .filter(({ writes }) => writes) // the chain of the ledger has no grant that a policy could open
        .map(({ table, name }) => ({
          what: `${name} open for writing`,
          table,
          statement: `alter policy ${name} on ${table} with check (true)`,
        })),
      ...tables.map((table) => ({
        what: 'row security off',
        table,
        statement: `alter table ${table} disable row level security`,
      })),
    ]

    await Promise.all([world.database.close(), world.owner.end({ timeout: 5 })])
    const missed: string[] = []
    // The same lock of every table at once: a probe asks its own table only, and its line says which one that is.
    for (const [what, all] of Map.groupBy(mutations, (mutation) => mutation.what)) {
      const lines = await noticed(all)
      for (const { table } of all)
        if (!lines.some((line) => line.startsWith(`${table}: `))) missed.push(`${table}: ${what}`)
    }
    expect(missed).toEqual([])
    process.stdout.write(`controls: ${policies.length} policies, ${mutations.length} mutations, all caught\n`)
  })
})

describe('each allow switched off', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(async () => await stage.world.close())

  const withAllow = (name: string, allow: Allow) =>
    stage.world.appWith(
      routes.map((route) =>
        route.endpoint.name === name ? ({ ...route, endpoint: { ...route.endpoint, allow } } as typeof route) : route,
      ),
    )

  // Hundreds of endpoints, one after the other; both cores may be at work on something else.
  test('is noticed by the matrix', { timeout: 300_000 }, async () => {
    const missed: string[] = []
    let opened = 0
    let closed = 0
    for (const { endpoint } of routes) {
      // An endpoint for everybody who is signed in has nothing to open: the session is asked for before any permission
      // is. It is closed instead, and its success must be missed.
      const floor = endpoint.allow === 'signed_in' || endpoint.allow === 'anyone'
      const app = withAllow(endpoint.name, floor ? 'register.read' : 'signed_in')
      if ((await differences(stage, endpoint, { app, first: true })).length === 0) missed.push(endpoint.name)
      if (floor) closed += 1
      else opened += 1
    }
    expect(missed).toEqual([])
    process.stdout.write(`controls: ${opened + closed} allows (${opened} opened, ${closed} closed), all caught\n`)
  })

  test('and `anyone` still opens nothing to somebody without a session', async () => {
    for (const { endpoint } of routes) {
      const answer = await withAllow(endpoint.name, 'anyone').request(
        endpoint.path.replace(/:\w+/g, stage.own.relation),
        {
          method: endpoint.method,
          headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
          ...(endpoint.method === 'POST' && { body: '{}' }),
        },
      )
      expect(answer.status, endpoint.name).toBe(401)
    }
  })
})
