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

interface Measuring {
  sides: Sides
  /** The least ratio to the reference. */
  target: number
  ask(): Promise<Asked>
  again: boolean
  /** Throws when what the product answered is not what it did. */
  proof?(answered: number): Promise<void>
}

async function measure(id: string, { sides, target, ask, again, proof }: Measuring): Promise<Row> {
  const generator = openGenerator()
  const drive = async (side: Running, requests: string[], seconds: number) => {
    const before = cpuOf(side.pid)
    const result = await generator.run({ port: side.port, connections, seconds, requests, again })
    if (result.refused > 0) throw new Error(`${id}: ${result.refused} refused, first: ${result.firstRefusal}`)
    return { ...result, rate: result.answered / result.seconds, cpu: (cpuOf(side.pid) - before) / result.answered }
  }
  const rounds: Round[] = []
  let answered = 0
  try {
    for (let n = 0; n <= roundCount; n++) {
      const seconds = n === 0 ? 2 : roundSeconds // the first is the warm-up
      const asked = await ask()
      const loadBefore = loadavg()[0] ?? 0
      const product = await drive(sides.product, asked.product, seconds)
      const reference = await drive(sides.reference, asked.reference, seconds)
      answered += product.answered
      if (n > 0) rounds.push(roundOf({ product, reference, loadBefore }))
    }
  } finally {
    generator.close()
  }
  await proof?.(answered)
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

/** Acts of people with exactly one change each: what the writes of W4 must leave in the ledger. */
async function countActs(owner: postgres.Sql): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from ledger.acts a where a.kind = 'person' and a.answer is not null
      and (select count(*) from ledger.changes c where c.tenant = a.tenant and c.act = a.id) = 1`
  return row?.n ?? 0
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
    rows.push(
      limited('W7-page', { unit: 'kB', value: await weightOfPage(`http://127.0.0.1:${product.port}/id`), target: 150 }),
      limited('W7-workspace', { unit: 'kB gzip', value: weightOfWorkspace(), target: 250 }),
    )
    reference = await startReference(ownerUrl)
    const sides = { product, reference }
    const officers = await signInOfficers(ownerUrl)
    rows.push(await measure('W1', { sides, target: 0.5, again: true, ask: () => askReads(owner, officers) }))
    const before = await countActs(owner)
    const proof = async (answered: number) => {
      const kept = (await countActs(owner)) - before
      if (kept !== answered) throw new Error(`W4: ${answered} writes were answered, ${kept} are in the ledger`)
    }
    const ask = () => askWrites(owner, officers, 20_000)
    rows.push(await measure('W4', { sides, target: 0.35, again: false, ask, proof }))
    return rows
  } finally {
    await owner.end()
    await reference?.stop()
    await product.stop()
    await stopPostgres(volumeHome)
  }
}

function printRow({ id, unit, value, reference, ratio, target, ok, rounds }: Row): void {
  const beside = reference === null ? `at most ${target}` : `reference ${reference}, ratio ${ratio}, at least ${target}`
  process.stdout.write(`${ok ? 'ok ' : 'NO '} ${id.padEnd(13)} ${value} ${unit} (${beside})\n`)
  for (const round of rounds) {
    process.stdout.write(
      `      ${round.value} / ${round.reference} req/s, p50 ${round.p50} ms, p99 ${round.p99} ms, CPU of the app ${round.cpu} µs ` +
        `a request (reference ${round.referenceCpu}), load ${round.load.toFixed(1)}${round.void ? `: void, ${round.void}` : ''}\n`,
    )
  }
}

const rows = await bench()
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`)
else for (const row of rows) printRow(row)
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1
