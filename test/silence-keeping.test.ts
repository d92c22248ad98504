import { sql } from 'kysely'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { linkRelation, recordActivity } from '../src/slices/agenda/contract.ts'
import { listSilences, mendRelation, readRelation } from '../src/slices/relations/contract.ts'
import { keepSettled, refreshSilences, settleSilences } from '../src/slices/relations/jobs.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

let stage: RelationStage
let owner: postgres.Sql
beforeAll(async () => {
  stage = await openRelationStage()
  owner = stage.world.owner
})
afterAll(async () => await stage.world.close())

const day = '2026-03-02'
const foreign = { kind: 'foreign_local_government', country: 'JP', beganOn: '2024-01-05' } as const
const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
/** What is kept of a relation that holds on the day. */
const kept = async (id: string) =>
  (
    await owner<{ kind: string }[]>`
    select kind from relations.silences where relation = ${id} and active_on <= ${day} and until_on > ${day}`
  ).map(({ kind }) => kind)
const left = async () => (await owner<{ relation: string | null }[]>`select relation from relations.unsettled`).map(({ relation }) => relation) // prettier-ignore
async function meet(relation: string): Promise<void> {
  const { id } = await done(day, recordActivity, {
    about: `Rapat ${newId()}`,
    who: 'Tamu',
    place: 'Balai kota',
    occurredOn: day,
    sure: ['about'],
  })
  await done(day, linkRelation, { id, relation })
}
/** A line of the owner that does one thing and stays in it, until it is let go or killed. */
async function held(work: (line: postgres.Sql) => postgres.PendingQuery<postgres.Row[]>) {
  const line = postgres(stage.world.ownerUrl, { max: 1, onnotice: () => {} })
  const [me] = await line`select pg_backend_pid() as pid`
  await line.unsafe('begin')
  await work(line)
  return {
    pid: me?.['pid'] as number,
    end: async (how: 'commit' | 'rollback') => {
      await line.unsafe(how)
      await line.end()
    },
  }
}
/** Waits until somebody waits for a lock, and answers her process. */
async function waiting(name: string): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const [row] = await owner<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database() and application_name = ${name} and wait_event_type = 'Lock'` // prettier-ignore
    if (row !== undefined) return row.pid
    await new Promise((wake) => setTimeout(wake, 10))
  }
  throw new Error(`${name} waits for nothing`)
}

describe('an act', () => {
  test('that tells nothing works nothing out; one that does, does', async () => {
    const id = await stage.begin(foreign)
    expect(await kept(id)).toEqual(['no_news'])
    await owner`delete from relations.silences where relation = ${id}`
    const { rev } = await done(day, readRelation, { id })
    await done(day, mendRelation, { id, rev, purpose: 'Maksud yang lain' })
    expect(await kept(id), 'the words of its purpose are no news').toEqual([])
    await done(day, mendRelation, { id, rev: rev + 1, cooperationType: 'ksdpl' })
    expect(await kept(id)).toEqual(['no_news'])
    expect(await left()).toEqual([])
  })

  test('that meets another at its end does not wait: a job works out what both have said', async () => {
    const id = await stage.begin(foreign)
    const other = await held((line) => line`select relations.refresh_silence(${stage.tenant}, ${id})`)
    await meet(id)
    expect(await left()).toEqual([id])
    expect(await kept(id), 'as it was before').toEqual(['no_news'])
    const job = keepSettled({ ownerUrl: stage.world.ownerUrl })({})
    await waiting('jembatan silence')
    await other.end('commit')
    await job
    expect([await left(), await kept(id)]).toEqual([[], []])
    const [asked] = await owner`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'relations.settleSilences'` // prettier-ignore
    expect(asked?.['n'], 'the job was asked for in the act itself').toBe(1)
  })

  test('that comes while the whole is being made is worked out after it', async () => {
    const id = await stage.begin(foreign)
    const whole = await held((line) => line`select relations.refresh_silences()`)
    await meet(id)
    expect(await left()).toEqual([id])
    await whole.end('commit')
    expect(await settleSilences(stage.world.ownerUrl)).toBe(1)
    expect(await kept(id)).toEqual([])
    expect(await refreshSilences(stage.world.ownerUrl)).toBe(0)
  })

  test('on more than fifty leaves the region to the job', async () => {
    const id = await stage.begin(foreign)
    for (let n = 0; n < 55; n++) await stage.begin(foreign)
    await owner`delete from relations.silences where tenant = ${stage.tenant}`
    await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.many' }, async ({ tx }) => {
      await sql`update relations.relations set began_on = '2024-01-06' where began_on = '2024-01-05'`.execute(tx)
    })
    expect(await left()).toEqual([null])
    expect(await settleSilences(stage.world.ownerUrl)).toBe(1)
    expect([await left(), await kept(id)]).toEqual([[], ['no_news']])
    expect(await refreshSilences(stage.world.ownerUrl)).toBe(0)
  })
})

describe('a job that is killed in the middle', () => {
  test('leaves nothing half: the whole is as it was, and what waited still waits', async () => {
    const id = await stage.begin(foreign)
    const before = await owner`select * from relations.silences order by tenant, relation, kind, subject, since`
    await owner`insert into relations.unsettled (tenant, relation) values (${stage.tenant}, ${id})`
    await owner`delete from relations.silences where relation <> ${id} and kind = 'no_news'`
    const wrong = await owner`select * from relations.silences order by tenant, relation, kind, subject, since`
    // One of the rows that it has to take away is held by somebody else, so it stands in the middle of its work.
    await owner`insert into relations.silences (tenant, relation, kind, subject, since, active_on, until_on)
      select tenant, relation, 'mou_idle', relation, '1990-01-01', '1991-01-01', '1992-01-01' from relations.silences where relation = ${id}` // prettier-ignore
    const hand = await held((line) => line`select from relations.silences where since = '1990-01-01' for update`)
    const job = refreshSilences(stage.world.ownerUrl).catch((error: { code?: string }) => error.code)
    await owner`select pg_terminate_backend(${await waiting('jembatan silence')})`
    expect(await job).toMatch(/57P01|CONNECTION/)
    await hand.end('commit')
    await owner`delete from relations.silences where since = '1990-01-01'`
    expect(await left()).toEqual([id])
    expect(await owner`select * from relations.silences order by tenant, relation, kind, subject, since`).toEqual(wrong)
    expect(await refreshSilences(stage.world.ownerUrl)).toBe(before.length - wrong.length)
    expect(await owner`select * from relations.silences order by tenant, relation, kind, subject, since`).toEqual(
      before,
    )
    expect(await left(), 'the whole has taken it too').toEqual([])
  })

  test('or what it had taken from those that waited is there for the next', async () => {
    const ids = [await stage.begin(foreign), await stage.begin(foreign)].toSorted()
    for (const id of ids) {
      await owner`delete from relations.silences where relation = ${id}`
      await owner`insert into relations.unsettled (tenant, relation) values (${stage.tenant}, ${id})`
    }
    // The first is done when the second is found to be held.
    const other = await held((line) => line`select relations.refresh_silence(${stage.tenant}, ${ids[1] ?? ''})`)
    const job = settleSilences(stage.world.ownerUrl).catch((error: { code?: string }) => error.code)
    await owner`select pg_terminate_backend(${await waiting('jembatan silence')})`
    expect(await job).toMatch(/57P01|CONNECTION/)
    await other.end('rollback')
    expect(new Set(await left())).toEqual(new Set(ids))
    expect([await kept(ids[0] ?? ''), await kept(ids[1] ?? '')]).toEqual([[], []])
    expect(await settleSilences(stage.world.ownerUrl)).toBe(2)
    expect([await kept(ids[0] ?? ''), await kept(ids[1] ?? '')]).toEqual([['no_news'], ['no_news']])
    expect(await settleSilences(stage.world.ownerUrl)).toBe(0)
  })
})

test('what acts at once have kept is what the whole finds', async () => {
  const ids = [await stage.begin(foreign), await stage.begin(foreign), await stage.begin(foreign)]
  await Promise.all([...ids, ...ids, ...ids].map(async (id) => await meet(id)))
  await settleSilences(stage.world.ownerUrl)
  expect(await refreshSilences(stage.world.ownerUrl)).toBe(0)
  const listed = (await done(day, listSilences, { kind: 'no_news', limit: 100 })).rows
  for (const id of ids) expect(listed.map(({ relation }: any) => relation.id)).not.toContain(id)
})
