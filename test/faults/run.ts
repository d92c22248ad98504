import { setTimeout as sleep } from 'node:timers/promises'
import { openRandom } from '../random.ts'
import type { Product } from './product.ts'
import { reckon, type Reckoning } from './reckoning.ts'
import { startWriters } from './writers.ts'

export type Target = 'app' | 'database'

export interface Run extends Reckoning {
  target: Target
  kills: number
  again: number
  refused: string[]
  broken: number
  /** ms from each kill until the product answered again, ascending. */
  back: number[]
  seconds: number
}

const writers = 8

/** Writes with eight hands while one part of the product is killed again and again, then counts. Bounded in time. */
export async function runFaults(
  product: Product,
  { target, kills, seed, atLeast }: { target: Target; kills: number; seed: number; atLeast: number },
): Promise<Run> {
  const began = performance.now()
  const random = openRandom(seed)
  const crew = await startWriters(product, { writers, seed })
  const back: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    await sleep(150 + random.below(900))
    back.push(await (target === 'app' ? product.killApp() : product.killDatabase()))
  }
  const until = performance.now() + 30_000
  while (crew.tally.acknowledged.length < atLeast && performance.now() < until) await sleep(100)
  await sleep(300)
  await crew.stop()
  const { again, refused, broken } = crew.tally
  return {
    target,
    kills,
    ...(await reckon(await product.findDatabase(), crew.tally)),
    again,
    refused,
    broken,
    back: back.sort((a, b) => a - b),
    seconds: (performance.now() - began) / 1000,
  }
}

/** One line for people. */
export function describeRun({ target, kills, back, seconds, refused, ...run }: Run): string {
  const at = (share: number) => ((back[Math.floor((back.length - 1) * share)] ?? 0) / 1000).toFixed(2)
  return (
    `${target}: ${kills} kills in ${seconds.toFixed(0)} s; ${run.acknowledged} acknowledged, ${run.found} found, ` +
    `${run.lost} lost, ${run.duplicates} duplicates; ${run.again} asked again, ${refused.length} refused, ` +
    `${run.broken} broken, ${run.faults} faults in the ledger; back after ${at(0.5)} s (half), ${at(0.95)} s (95 %)`
  )
}
