// npm run faults -- --kills N --seed S [--target app|database|both] [--control]
// Kills the product and its database under load and counts what was acknowledged and is not there. Its last line is
// JSON. Exit code 1 when anything was lost, done twice or refused; with --control when no loss was shown.
import { parseArgs } from 'node:util'
import { buildWhenStale } from '../../tools/build.ts'
import { makeFolder, openProduct, removeFolder } from './product.ts'
import { describeRun, runFaults, type Run, type Target } from './run.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', default: 'both' },
    control: { type: 'boolean', default: false },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
const targets = (values.target === 'both' ? ['app', 'database'] : [values.target]) as Target[]
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || !targets.every(isTarget)) {
  process.stderr.write('Usage: npm run faults -- --kills N --seed S [--target app|database|both] [--control]\n')
  process.exit(2)
}

function isTarget(word: string): boolean {
  return word === 'app' || word === 'database'
}

const folder = makeFolder()
const runs: Run[] = []
let product: Awaited<ReturnType<typeof openProduct>> | undefined
try {
  await buildWhenStale()
  product = await openProduct(folder, values.control ? 'test/faults/answers-early.ts' : 'src/main.ts')
  for (const target of targets) {
    const run = await runFaults(product, { target, kills, seed, atLeast: kills * 60 })
    process.stdout.write(`${describeRun(run)}\n`)
    if (!values.control) for (const line of run.refused.slice(0, 5)) process.stdout.write(`  refused: ${line}\n`)
    runs.push(run)
  }
} finally {
  await product?.end()
  await removeFolder(folder)
}
const sum = (of: (run: Run) => number) => runs.reduce((total, run) => total + of(run), 0)
const lost = sum((run) => run.lost)
const wrong = lost + sum((run) => run.duplicates + run.faults + run.refused.length)
const figures = {
  acknowledged: sum((run) => run.acknowledged),
  found: sum((run) => run.found),
  lost,
  duplicates: sum((run) => run.duplicates),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
process.exitCode = (values.control ? lost > 0 : wrong === 0) ? 0 : 1
