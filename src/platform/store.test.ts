import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { now } from './clock.ts'
import { sweepIncoming } from './store.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'jembatan-store-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what a dead program was receiving goes after a day; what is newer, and what was kept, stays', async () => {
  mkdirSync(join(folder, 'incoming'))
  const age = (name: string, hours: number) => {
    const path = join(folder, name)
    writeFileSync(path, 'x')
    utimesSync(path, now() / 1000 - hours * 3600, now() / 1000 - hours * 3600)
    return path
  }
  const [old, young, kept] = [age('incoming/a', 25), age('incoming/b', 23), age('kept', 1000)]
  expect(await sweepIncoming(folder)).toBe(1)
  expect([old, young, kept].map((path) => existsSync(path))).toEqual([false, true, true])
  expect(await sweepIncoming(folder)).toBe(0)
})

test('a folder that has received nothing yet has nothing to sweep', async () => {
  expect(await sweepIncoming(join(folder, 'none'))).toBe(0)
})
