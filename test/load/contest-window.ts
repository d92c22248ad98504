// node --import ./tools/jsx.mjs test/load/contest-window.ts [--entries N]
// Entries around a deadline from four processes whose own clocks are 90 s fast or slow: counts what was taken late and
// what was refused in time, by the database's clock. The last line is JSON; exit code 1 when either is not 0.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { asForm, asSystem } from '../../src/platform/act.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { roleUrls } from '../../src/platform/migrate.ts'
import { instantOf } from '../../src/shared/dates.ts'
import { Failure } from '../../src/shared/failure.ts'
import { newId } from '../../src/shared/ids.ts'
import { addContest, enter, publishContest } from '../../src/slices/contests/commands.ts'
import { listUnits } from '../../src/slices/reference/queries.ts'

const skews = [-90_000, -45_000, 45_000, 90_000]

interface Job {
  url: string
  tenant: string
  contest: string
  entries: number
  skew: number
}

interface Tally {
  taken: number
  refused: number
  refusedInTime: number
}

/** One process: its clock is wrong, and it sends one entry after the other on eight lines. */
async function work({ url, tenant, contest, entries, skew }: Job): Promise<Tally> {
  // oxlint-disable-next-line no-restricted-globals -- the wrong clock itself
  const real = Date.now.bind(Date)
  // oxlint-disable-next-line no-restricted-globals
  Date.now = () => real() + skew
  const database = openDatabase(roleUrls(url), { max: 8, prepare: true })
  const tally: Tally = { taken: 0, refused: 0, refusedInTime: 0 }
  const closes = await database.inTenant({ tenant }, async (tx) =>
    tx.selectFrom('contests.contests').select('closes_before').where('id', '=', contest).executeTakeFirstOrThrow(),
  )
  const deadline = instantOf(closes.closes_before ?? '')
  await Promise.all(
    Array.from({ length: 8 }, async (_, line) => {
      for (let n = line; n < entries; n += 8) {
        const act = newId()
        const name = `Kampung ${act}`
        try {
          await asForm(database, { tenant, act, verb: 'contests.enterByForm', body: { name } }, async (call) =>
            enter(call, { contest, name, village: 'Desa', wordsLang: 'id' }),
          )
          tally.taken += 1
        } catch (error) {
          if (!(error instanceof Failure) || error.code !== 'stale') throw error
          tally.refused += 1
          if (instantOf((error.details.by as { at: string }).at) < deadline) tally.refusedInTime += 1
        }
      }
    }),
  )
  await database.close()
  return tally
}

async function run(entries: number): Promise<number> {
  const { openWorld } = await import('../world.ts')
  const world = await openWorld()
  const [region] = await world.owner<
    { tenant: string }[]
  >`select tenant from reference.regions where slug = 'kab-bekasi'`
  const tenant = region?.tenant ?? ''
  const contest = await asSystem(world.database, { tenant, verb: 'test.begin' }, async (call) => {
    const [unit] = await listUnits(call.tx)
    const of = {
      title: `Lomba ${newId()}`,
      organiserUnit: unit?.id ?? '',
      opensOn: '2020-01-01',
      closesOn: '2099-12-31',
    }
    const made = await addContest(call, of)
    await publishContest(call, { id: made.id })
    return made.id
  })
  // About in the middle of the run: every process sends on both sides of it.
  const ahead = 10 + Math.round(entries / 600)
  await world.owner.unsafe('alter table contests.contests disable trigger track')
  await world.owner`update contests.contests set closes_before = date_trunc('second', clock_timestamp()) + ${ahead}::int * interval '1 second' where id = ${contest}`
  const began = performance.now()
  const tallies = await Promise.all(
    skews.map(async (skew) => {
      const job: Job = { url: world.ownerUrl, tenant, contest, entries: Math.ceil(entries / skews.length), skew }
      const child = fork(fileURLToPath(import.meta.url), [], {
        env: { ...process.env, CONTEST_JOB: JSON.stringify(job) },
      })
      const [told] = (await once(child, 'message')) as [Tally]
      return told
    }),
  )
  const [row] = await world.owner<{ n: number; last: number; late: number }[]>`
    select count(*)::int as n, max(e.number) as last, count(*) filter (where e.entered_at >= c.closes_before)::int as late
    from contests.entries e join contests.contests c on c.tenant = e.tenant and c.id = e.contest where c.id = ${contest}`
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  const figures = {
    entries: sum((each) => each.taken + each.refused),
    taken: row?.n ?? 0,
    refused: sum((each) => each.refused),
    lateTaken: row?.late ?? -1,
    timelyRefused: sum((each) => each.refusedInTime),
    lastNumber: row?.last ?? 0,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  }
  await world.close()
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  const fits = figures.taken === sum((each) => each.taken) && figures.lastNumber === figures.taken
  return figures.lateTaken === 0 && figures.timelyRefused === 0 && fits ? 0 : 1
}

const { CONTEST_JOB: job } = process.env
if (job === undefined) {
  const { values } = parseArgs({ options: { entries: { type: 'string', default: '20000' } } })
  process.exitCode = await run(Number(values.entries))
} else {
  process.send?.(await work(JSON.parse(job) as Job))
  process.disconnect()
}
