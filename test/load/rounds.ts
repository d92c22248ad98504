import { loadavg } from 'node:os'
import type { LoadResult } from './http-load.ts'
import type { Asked } from './asks.ts'
import { cpuOf, cpuOfDatabase, openGenerator, type Running } from './processes.ts'
import { volumeHome } from './volume.ts'

/** What one side cost: CPU per request in microseconds, of its process and of PostgreSQL on its behalf. */
interface Cost {
  app: number
  database: number
}

interface Round {
  value: number
  reference: number
  cost: Cost
  referenceCost: Cost
  p50: number
  p99: number
  load: number
  /** Why the round does not count. */
  void?: string
}

export interface Row {
  id: string
  unit: string
  value: number
  reference: number | null
  ratio: number | null
  target: number
  ok: boolean
  rounds: Round[]
}

export interface Sides {
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

const loadLimit = 4
const roundSeconds = 4
const roundCount = 3
const connections = 20

const rounded = (value: number) => Number(value.toPrecision(4))
export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A figure that must not be more than its limit. */
export function limited(id: string, { unit, value, target }: { unit: string; value: number; target: number }): Row {
  return { id, unit, value: rounded(value), reference: null, ratio: null, target, ok: value <= target, rounds: [] }
}

/** Product and reference in turn, three rounds each after a warm-up. Throws when a request is refused. */
export async function measure(id: string, { sides, target, ask, again, proof }: Measuring): Promise<Row> {
  const generator = openGenerator()
  const drive = async (side: Running, requests: string[], seconds: number): Promise<Driven> => {
    const [app, database] = [cpuOf(side.pid), cpuOfDatabase(volumeHome)]
    const result = await generator.run({ port: side.port, connections, seconds, requests, again })
    if (result.refused > 0) throw new Error(`${id}: ${result.refused} refused, first: ${result.firstRefusal}`)
    const each = (after: number, before: number) => rounded((after - before) / result.answered)
    const cost = { app: each(cpuOf(side.pid), app), database: each(cpuOfDatabase(volumeHome), database) }
    return { ...result, rate: result.answered / result.seconds, cost }
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

type Driven = LoadResult & { rate: number; cost: Cost }

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
    cost: product.cost,
    referenceCost: reference.cost,
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
