// `npm run check`: everything that can be known without a browser and without the slow tests, in well under a minute.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { checkout } from './doors.ts'

interface Step {
  name: string
  /** A script of the checkout or of a package below node_modules, and its arguments. */
  run: readonly [string, ...string[]]
  /** What to do when it fails, where the output does not say. */
  mend?: string
}

// Longest first: two run at a time.
const steps: readonly Step[] = [
  { name: 'pure tests', run: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'pure', '--reporter', 'dot'] },
  { name: 'lint', run: ['node_modules/oxlint/bin/oxlint'] },
  { name: 'types', run: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  {
    name: 'unused',
    run: ['node_modules/knip/bin/knip.js', '--no-progress'],
    mend: 'remove what nobody uses, or stop exporting it',
  },
  { name: 'table types', run: ['tools/tables.ts', '--check'] },
  { name: 'messages', run: ['tools/messages.ts', '--check'] },
  { name: 'format', run: ['node_modules/oxfmt/bin/oxfmt', '--check'], mend: 'npm run format' },
  { name: 'structure', run: ['tools/check-structure.ts'] },
]

const since = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s`

/** Runs one step to its end and prints its line; what it said follows when it failed. */
async function take({ name, run: [script, ...words], mend }: Step): Promise<boolean> {
  const start = performance.now()
  const child = spawn(process.execPath, [join(checkout, script), ...words], {
    cwd: checkout,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  const [code] = await once(child, 'close')
  const ok = code === 0
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${since(start)}  ${name}`)
  if (!ok) console.log(`\n${said.trim()}\n${mend === undefined ? '' : `→ ${mend}\n`}`)
  return ok
}

const start = performance.now()
const queue = [...steps]
const failed: string[] = []
async function work(): Promise<void> {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    if (!(await take(step))) failed.push(step.name)
  }
}
await Promise.all([work(), work()])
const outcome = failed.length === 0 ? `${steps.length} of ${steps.length} passed` : `FAILED: ${failed.join(', ')}`
console.log(`check: ${outcome} in ${since(start).trim()}`)
process.exitCode = failed.length === 0 ? 0 : 1
