// `npm run release -- 0.1.0`: makes the version that this checkout is. It refuses rather than half-does: everything is
// checked before the first file is written, and what it writes is one commit and one tag, which nobody else has seen yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nowText } from '../src/platform/clock.ts'
import { checkout } from './doors.ts'

const migrations = 'db/migrations'
const releasedFile = 'db/released.json'

/** Which migrations each release brought, by the hash of the file: from then on the file is never changed. */
export type Released = Record<string, Record<string, string>>

/** Whether `next` is a later version than `last`, by the rules of Semantic Versioning without labels. */
export function isLater(next: string, last: string): boolean {
  const [a, b] = [next, last].map((version) => version.split('.').map(Number))
  const at = [0, 1, 2].find((place) => a?.[place] !== b?.[place])
  return at !== undefined && (a?.[at] ?? 0) > (b?.[at] ?? 0)
}

/** The changelog with what is unreleased under the version and its day; undefined when nothing is unreleased. */
export function closeChangelog(text: string, { version, day }: { version: string; day: string }): string | undefined {
  const [head, rest] = text.split(/^## Unreleased\n/m)
  if (head === undefined || rest === undefined) return undefined
  const [body = ''] = rest.split(/^## /m)
  if (body.trim() === '') return undefined
  return `${head}## Unreleased\n\n## ${version} - ${day}\n${rest}`
}

/** What stands about a version in the changelog, for the tag and the release's page. */
export function notesOf(text: string, version: string): string {
  const [, rest = ''] = text.split(new RegExp(`^## ${version.replaceAll('.', String.raw`\.`)} - .*\n`, 'm'))
  return (rest.split(/^## /m)[0] ?? '').trim()
}

/** The migrations of a folder with the hash of each file. */
export function hashMigrations(folder: string): Record<string, string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}

/** Migrations of a release that are gone or were changed since, by name. */
export function changedSince(released: Released, now: Record<string, string>): string[] {
  const all = Object.values(released).flatMap((files) => Object.entries(files))
  return [...new Set(all.filter(([name, hash]) => now[name] !== hash).map(([name]) => name))]
}

const read = (path: string): string => readFileSync(join(checkout, path), 'utf8')
const write = (path: string, text: string): void => writeFileSync(join(checkout, path), text)

function run(command: string, words: string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} failed:\n${stdout}${stderr}`)
  return stdout.trim()
}

/** Why this checkout cannot be released as that version; empty when it can. */
function whyNot(version: string, last: string): string[] {
  const reasons: string[] = []
  if (!/^\d+\.\d+\.\d+$/.test(version)) reasons.push(`"${version}" is no version like 0.1.0.`)
  else if (!isLater(version, last)) reasons.push(`${version} is not later than ${last}.`)
  if (run('git', ['status', '--porcelain']) !== '') reasons.push('The checkout has changes that are not committed.')
  if (run('git', ['tag', '--list', `v${version}`]) !== '') reasons.push(`The tag v${version} exists already.`)
  if (closeChangelog(read('CHANGELOG.md'), { version, day: '' }) === undefined)
    reasons.push('CHANGELOG.md says nothing under "Unreleased".')
  const changed = changedSince(readReleased(), hashMigrations(join(checkout, migrations)))
  if (changed.length > 0) reasons.push(`Migrations of a release were changed: ${changed.join(', ')}.`)
  return reasons
}

const readReleased = (): Released => JSON.parse(read(releasedFile)) as Released

/** A backup of a fresh demonstration as this version makes it: what the next version's tests migrate. */
function keepSample(version: string): string {
  const folder = `test/releases/${version}`
  const home = mkdtempSync(join(tmpdir(), 'jembatan-release-'))
  chmodSync(home, 0o755) // as root the database runs as another user, who must pass
  const env = { JEMBATAN_DATA: join(home, 'data'), LOG_LEVEL: 'warn' }
  try {
    run('bin/jembatan', ['demo', 'seed'], env)
    rmSync(join(checkout, folder), { recursive: true, force: true })
    run('mkdir', ['-p', 'test/releases'])
    run('bin/jembatan', ['backup', folder], env)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  return folder
}

function main([version = '', ...flags]: string[]): number {
  const manifest = JSON.parse(read('package.json')) as { version: string }
  const reasons = whyNot(version, manifest.version)
  if (reasons.length > 0) {
    console.error(`Not released:\n${reasons.map((reason) => `- ${reason}`).join('\n')}`)
    return 1
  }
  console.log('npm run check …')
  run('npm', ['run', '--silent', 'check'])
  if (flags.includes('--dry')) {
    console.log(`${version} could be released from here.`)
    return 0
  }
  const day = nowText().slice(0, 10)
  write('package.json', read('package.json').replace(/"version": ".*"/, `"version": "${version}"`))
  // The lock names the version twice, both before the first package.
  const lock = read('package-lock.json').split('"packages": {')
  const own = (lock[1] ?? '').replace(/"version": ".*"/, `"version": "${version}"`)
  const head = (lock[0] ?? '').replace(/"version": ".*"/, `"version": "${version}"`)
  write('package-lock.json', [head, own, ...lock.slice(2)].join('"packages": {'))
  const publiccode = read('publiccode.yml').replace(/^(softwareVersion|releaseDate): .*\n/gm, '')
  write('publiccode.yml', publiccode.replace(/^(url: .*\n)/m, `$1softwareVersion: ${version}\nreleaseDate: '${day}'\n`))
  const changelog = closeChangelog(read('CHANGELOG.md'), { version, day }) ?? ''
  write('CHANGELOG.md', changelog)
  const released = { ...readReleased(), [version]: hashMigrations(join(checkout, migrations)) }
  write(releasedFile, `${JSON.stringify(released, undefined, 2)}\n`)
  const sample = keepSample(version)
  run('git', ['add', 'package.json', 'package-lock.json', 'publiccode.yml', 'CHANGELOG.md', releasedFile, sample])
  run('git', ['commit', '-m', `release: ${version}`])
  run('git', ['tag', '-a', `v${version}`, '-m', `Jembatan ${version}\n\n${notesOf(changelog, version)}`])
  console.log(`${version} of ${day} is committed and tagged v${version}. Publish with: git push --follow-tags`)
  return 0
}

if (import.meta.filename === process.argv[1]) process.exitCode = main(process.argv.slice(2))
