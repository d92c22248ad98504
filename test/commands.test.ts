import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runScript } from './databases.ts'

const folder = mkdtempSync(join(tmpdir(), 'jembatan-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sentence = (home: string) =>
  `There is no installation in ${home}: set JEMBATAN_DATA to the data folder of yours, or begin one with npm start.\n`

test.each([
  ['region list', ['region', 'list']],
  ['region mend', ['region', 'mend', '32.75', '--zone', 'WIB']],
  ['user link', ['user', 'link', 'petugas@daerah.example']],
  ['doctor', ['doctor']],
  ['verify', ['verify']],
  ['backup', ['backup', join(folder, 'cadangan')]],
  ['demo remove', ['demo', 'remove', '--yes']],
])('%s makes no installation where there is none', { timeout: 60_000 }, async (name, words) => {
  const home = join(folder, name.replace(' ', '-'))
  const run = async () => await runScript(['src/command.ts', ...words], { JEMBATAN_DATA: home })
  expect(await run()).toEqual({ code: 1, out: '', error: sentence(home) })
  expect([existsSync(home), existsSync(join(folder, 'cadangan'))]).toEqual([false, false])
  mkdirSync(home)
  expect((await run()).error).toBe(sentence(home))
  expect(readdirSync(home)).toEqual([])
})

test('what is wrong with a new region is said before an installation is begun', { timeout: 60_000 }, async () => {
  const home = join(folder, 'region-add')
  for (const words of [['32.99'], ['32.75'], ['32.75', '--admin', 'bapak']]) {
    const { code } = await runScript(['src/command.ts', 'region', 'add', ...words], { JEMBATAN_DATA: home })
    expect([code, existsSync(home)]).toEqual([1, false])
  }
})
