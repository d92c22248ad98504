// npm run bench [-- --json]: the product beside the reference (reference.ts) in one run, on 110,000 relations.
// Absolute figures move with the machine; the ratio within one run is what holds. A row is void above load average 4.
// --json prints [{ id, unit, value, reference, ratio, target, ok, rounds }] and nothing else. Where there is a
// reference, target is the least ratio; otherwise it is the most that value may be.
import { loadavg } from 'node:os'
import postgres from 'postgres'
import { buildWhenStale } from '../../tools/build.ts'
import { startPostgres, stopPostgres } from '../../src/platform/postmaster.ts'
import { diskOfModules, weightOfPage, weightOfWorkspace } from './footprint.ts'
import type { LoadResult } from './http-load.ts'
import { askReads, askWrites, signInOfficers, type Asked } from './officers.ts'
import { cpuOf, memoryOf, openGenerator, startProduct, startReference, type Running } from './processes.ts'
import { openVolume, volumeHome } from './volume.ts'

interface Round {
  value: number
  reference: number
  /** CPU of the process per request, in microseconds. */
  cpu: number
  referenceCpu: number
  p50: number
  p99: number
  load: number
  /** Why the round does not count. */
  void?: string
}

interface Row {
  id: string
  unit: string
  value: number
  reference: number | null
  ratio: number | null
  target: number
  ok: boolean
  rounds: Round[]
}

const loadLimit = 4
const roundSeconds = 4
const roundCount = 3
const connections = 20

const say = (line: string) => void process.stderr.write(`${line}\n`)
const rounded = (value: number) => Number(value.toPrecision(4))
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A figure that must not be more than its limit. */
function limited(id: string, { unit, value, target }: { unit: string; value: number; target: number }): Row {
  return { id, unit, value: rounded(value), reference: null, ratio: null, target, ok: value <= target, rounds: [] }
}

interface Sides {
  product: Running
  reference: Running
}

async function measure(
  id: string,
  { sides, target, ask, again }: { sides: Sides; target: number; ask(): Promise<Asked>; again: boolean },
): Promise<Row> {
  const generator = openGenerator()
  const drive = async (side: Running, requests: string[], seconds: number) => {
    const before = cpuOf(side.pid)
    const result = await generator.run({ port: side.port, connections, seconds, requests, again })
    if (result.refused > 0) throw new Error(`${id}: ${result.refused} refused, first: ${result.firstRefusal}`)
    return { ...result, rate: result.answered / result.seconds, cpu: (cpuOf(side.pid) - before) / result.answered }
  }
  const rounds: Round[] = []
  try {
    for (let n = 0; n <= roundCount; n++) {
      const seconds = n === 0 ? 2 : roundSeconds // the first is the warm-up
      const asked = await ask()
      const loadBefore = loadavg()[0] ?? 0
      const product = await drive(sides.product, asked.product, seconds)
      const reference = await drive(sides.reference, asked.reference, seconds)
      if (n > 0) rounds.push(roundOf({ product, reference, loadBefore }))
    }
  } finally {
    generator.close()
  }
  return rowOf(id, { rounds, target })
}

type Driven = LoadResult & { rate: number; cpu: number }

function roundOf({
  product,
  reference,
  loadBefore,
}: {
  product: Driven
  reference: Driven
  loadBefore: number
}): Round {
  const load = Math.max(loadBefore, loadavg()[0] ?? 0)
  return {
    value: rounded(product.rate),
    reference: rounded(reference.rate),
    cpu: rounded(product.cpu),
    referenceCpu: rounded(reference.cpu),
    p50: rounded(product.p50),
    p99: rounded(product.p99),
    load,
    ...(load > loadLimit && { void: `load average ${load.toFixed(1)} is above ${loadLimit}` }),
  }
}

function rowOf(id: string, { rounds, target }: { rounds: Round[]; target: number }): Row {
  const value = median(rounds.map((round) => round.value))
  const reference = median(rounds.map((round) => round.reference))
  const ratio = rounded(median(rounds.map((round) => round.value / round.reference)))
  const ok = ratio >= target && rounds.every((round) => round.void === undefined)
  return { id, unit: 'req/s', value, reference, ratio, target, ok, rounds }
}

/** Every acknowledged write is in the ledger: as many acts of officers as answers, each with its change. */
async function actsOf(owner: postgres.Sql): Promise<{ acts: number; changes: number }> {
  const rows = await owner<{ acts: number; changes: number }[]>`
    select count(distinct a.id)::int as acts, count(c.id)::int as changes
    from ledger.acts a left join ledger.changes c on c.tenant = a.tenant and c.act = a.id where a.kind = 'person'`
  return rows[0] ?? { acts: 0, changes: 0 }
}

async function bench(): Promise<Row[]> {
  await buildWhenStale()
  await openVolume({ say })
  await stopPostgres(volumeHome) // so that the start that is measured starts the database too
  const product = await startProduct(volumeHome)
  const { url: ownerUrl } = await startPostgres({ home: volumeHome })
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} })
  let reference: Running | undefined
  try {
    await new Promise((done) => setTimeout(done, 3000))
    const rows = [
      limited('W9-disk', { unit: 'MB', value: diskOfModules(), target: 731 }),
      limited('W9-start', { unit: 's', value: product.seconds, target: 5 }),
      limited('W9-rss', { unit: 'MB', value: memoryOf(product.pid), target: 200 }),
    ]
    reference = await startReference(ownerUrl)
    const sides = { product, reference }
    const officers = await signInOfficers(ownerUrl)
    rows.push(await measure('W1', { sides, target: 0.5, again: true, ask: () => askReads(owner, officers) }))
    rows.push(await measure('W4', { sides, target: 0.35, again: false, ask: () => askWrites(owner, officers, 20_000) }))
    say(JSON.stringify(await actsOf(owner)))
    return rows
  } finally {
    await owner.end()
    await reference?.stop()
    await product.stop()
    await stopPostgres(volumeHome)
  }
}

process.stdout.write(`${JSON.stringify(await bench(), null, 1)}\n`)
