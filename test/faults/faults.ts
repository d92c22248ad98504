// npm run faults -- --kills N --seed S [--target app|database|both] [--control]
// npm run faults -- --only bookings [--attempts N] [--places N] [--clients N] [--kills N] [--seed S]
// Kills the product and its database under load and counts what was acknowledged and is not there; with --only bookings
// while many people book the same few places over four processes. Its last line is JSON. Exit code 1 when anything was lost, done twice or refused; with --control when no loss was shown.
import { parseArgs } from 'node:util'
import { buildWhenStale } from '../../tools/build.ts'
import { runBookings } from './bookings.ts'
import { makeFolder, openProduct, removeFolder } from './product.ts'
import { describeRun, runFaults, type Run, type Target } from './run.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', default: 'both' },
    control: { type: 'boolean', default: false },
    only: { type: 'string' },
    attempts: { type: 'string', default: '10000' },
    places: { type: 'string', default: '500' },
    clients: { type: 'string', default: '200' },
  },
})
const isBookings = values.only === 'bookings'
const kills = Number(values.kills ?? (isBookings ? 6 : 20))
const seed = Number(values.seed)
const targets = (values.target === 'both' ? ['app', 'database'] : [values.target]) as Target[]
const sizes = { attempts: Number(values.attempts), places: Number(values.places), clients: Number(values.clients) }
const isMeant = [kills, ...Object.values(sizes)].every((n) => Number.isInteger(n) && n > 0) && Number.isInteger(seed)
if (!isMeant || !targets.every(isTarget) || (values.only !== undefined && !isBookings)) {
  process.stderr.write(
    'Usage: npm run faults -- --kills N --seed S [--target app|database|both] [--control]\n' +
      '       npm run faults -- --only bookings [--attempts N] [--places N] [--clients N] [--kills N] [--seed S]\n',
  )
  process.exit(2)
}
if (isBookings) {
  await buildWhenStale()
  const { figures, ok } = await runBookings({ ...sizes, kills, seed })
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  process.exit(ok ? 0 : 1)
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
