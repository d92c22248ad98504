import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWhenStale } from '../tools/build.ts'
import { makeFolder, openProduct, removeFolder, type Product } from './faults/product.ts'
import { describeRun, runFaults, type Run, type Target } from './faults/run.ts'

// A short cut of `npm run faults`, which kills more often and longer.
const folder = makeFolder()
let product: Product | undefined

beforeAll(async () => void (await buildWhenStale()), 120_000)
afterAll(async () => {
  await product?.end()
  await removeFolder(folder)
})

async function run(target: Target, kills = 2): Promise<Run> {
  if (product === undefined) throw new Error('nothing runs')
  const result = await runFaults(product, { target, kills, seed: 7, atLeast: 40 })
  console.log(describeRun(result))
  return result
}

test(
  'nothing acknowledged is lost or done twice when product and database are killed under load',
  { timeout: 90_000 },
  async () => {
    product = await openProduct(folder)
    for (const target of ['app', 'database'] as const) {
      const { acknowledged, found, lost, duplicates, faults, refused, broken } = await run(target)
      expect(acknowledged).toBeGreaterThanOrEqual(40)
      expect({ found, lost, duplicates, faults, refused, broken }).toEqual({
        found: acknowledged,
        lost: 0,
        duplicates: 0,
        faults: 0,
        refused: [],
        broken: 0,
      })
    }
    await product.end()
  },
)

test(
  'the control, which answers before COMMIT, loses what it acknowledged, and that is seen',
  { timeout: 90_000 },
  async () => {
    product = await openProduct(folder, 'test/faults/answers-early.ts')
    expect((await run('app', 4)).lost).toBeGreaterThan(0)
  },
)
