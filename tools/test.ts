// `npm test`: Vitest (pure and house), then the journeys in the system's Chromium; the last line sums them up.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, installBrowser } from './browser.ts'
import { checkout } from './doors.ts'

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** What Vitest's JSON report counts. A run that ended badly without a failed test has failed once all the same. */
export function vitestTally(report: VitestReport | undefined, code: number): Tally {
  const passed = report?.numPassedTests ?? 0
  const failed = report?.numFailedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return { passed, failed: code !== 0 ? Math.max(1, failed) : failed, skipped }
}

/** What Playwright's JSON report counts. A journey that needed a second try has failed. */
export function journeyTally(report: PlaywrightReport | undefined, code: number): Tally {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  const failed = unexpected + flaky
  return { passed: expected, failed: code !== 0 ? Math.max(1, failed) : failed, skipped }
}

/** Without a browser every journey of `--list` counts as skipped. */
export function skippedTally(report: PlaywrightReport | undefined): Tally {
  return { passed: 0, failed: report === undefined ? 1 : 0, skipped: countSpecs(report) }
}

function countSpecs(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const { suites = [], specs = [] } = value as { suites?: unknown[]; specs?: unknown[] }
  return specs.length + suites.reduce<number>((sum, suite) => sum + countSpecs(suite), 0)
}

async function run(script: string, words: string[], more: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [join(checkout, script), ...words], {
    cwd: checkout,
    env: { ...process.env, ...more },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
}

async function testHouse(folder: string): Promise<Tally> {
  const file = join(folder, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run('node_modules/vitest/vitest.mjs', ['run', ...reporters])
  return vitestTally(read(file), code)
}

async function testJourneys(folder: string, browser: string | undefined): Promise<Tally> {
  const file = join(folder, 'journeys.json')
  const script = 'node_modules/@playwright/test/cli.js'
  if (browser === undefined) {
    await run(script, ['test', '--list', '--reporter=json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
    return skippedTally(read(file))
  }
  const more = { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const code = await run(script, ['test', '--reporter=list,json'], more)
  return journeyTally(read(file), code)
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jembatan-tests-'))
  try {
    const house = await testHouse(folder)
    const trouble = findBrowser() === undefined ? installBrowser() : undefined
    if (trouble !== undefined) console.log(`${trouble}\nThe journeys are skipped.`)
    const browser = findBrowser()
    const journeys = await testJourneys(folder, browser)
    const failed = house.failed + journeys.failed
    const lacking = browser === undefined && process.env['JEMBATAN_NO_BROWSER'] !== '1'
    process.exitCode = failed > 0 || lacking ? 1 : 0
    console.log(
      `${house.passed + journeys.passed} passed, ${failed} failed, ${house.skipped + journeys.skipped} skipped`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await main()
