import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isBuilt, publish, reachesBrowser, stampOf } from './build.ts'

let place = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'jembatan-build-'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

function write(path: string, text = path): void {
  mkdirSync(dirname(join(place, path)), { recursive: true })
  writeFileSync(join(place, path), text)
}

/** A folder as Vite leaves it, whose files carry this generation's name. */
function stage(generation: string): string {
  write(`${generation}/assets/portal-${generation}.css`)
  write(`${generation}/src/workspace/index.html`)
  write(`${generation}/manifest.json`, JSON.stringify({ portal: { file: `assets/portal-${generation}.css` } }))
  return join(place, generation)
}

function publishGeneration(generation: string): void {
  publish({ staging: stage(generation), dist: join(place, 'dist'), stamp: generation })
}

const assets = () => readdirSync(join(place, 'dist/assets')).sort()

describe('publishing', () => {
  test('a published build is complete, and another stamp is not it', () => {
    publishGeneration('one')
    expect(isBuilt(join(place, 'dist'), 'one')).toBe(true)
    expect(isBuilt(join(place, 'dist'), 'two')).toBe(false)
  })
  test('the build before stays for open pages, the one before that goes', () => {
    for (const generation of ['one', 'two', 'three']) publishGeneration(generation)
    expect(assets()).toEqual(['portal-three.css', 'portal-two.css'])
  })
  test('the second of two equal starts changes nothing', () => {
    publishGeneration('one')
    publishGeneration('two')
    publishGeneration('two')
    expect(assets()).toEqual(['portal-one.css', 'portal-two.css'])
  })
  test('killed before the manifest: the build before is whole, and the next start builds', () => {
    publishGeneration('one')
    const staging = stage('two')
    rmSync(join(staging, 'manifest.json'))
    expect(() => publish({ staging, dist: join(place, 'dist'), stamp: 'two' })).toThrow('manifest.json')
    expect(assets()).toContain('portal-one.css')
    expect(isBuilt(join(place, 'dist'), 'one')).toBe(false)
    publishGeneration('two')
    expect(isBuilt(join(place, 'dist'), 'two')).toBe(true)
  })
  test('a file lost from dist makes it stale', () => {
    publishGeneration('one')
    rmSync(join(place, 'dist/assets/portal-one.css'))
    expect(isBuilt(join(place, 'dist'), 'one')).toBe(false)
  })
})

describe('stamp', () => {
  beforeEach(() => {
    for (const path of ['package-lock.json', 'vite.config.ts', 'tools/lock.mjs', 'src/ui/band.tsx']) write(path)
    write('src/slices/agenda/commands.ts')
  })
  test.each([
    ['package-lock.json', true],
    ['vite.config.ts', true],
    ['src/ui/band.tsx', true],
    ['src/slices/agenda/commands.ts', false],
    ['tools/lock.mjs', false],
  ])('a change of %s is noticed: %s', (path, isNoticed) => {
    const before = stampOf(place)
    expect(stampOf(place)).toBe(before)
    appendFileSync(join(place, path), 'x')
    expect(stampOf(place) !== before).toBe(isNoticed)
  })
  test('a new name with the same content is noticed', () => {
    const before = stampOf(place)
    cpSync(join(place, 'src/ui/band.tsx'), join(place, 'src/ui/strip.tsx'))
    expect(stampOf(place)).not.toBe(before)
    expect(existsSync(join(place, 'dist'))).toBe(false)
  })
  test('only what a browser may load counts', () => {
    const paths = [
      'src/shared/dates.ts',
      'src/slices/agenda/contract.ts',
      'src/slices/agenda/messages/id.json',
      'src/slices/agenda/ui/page.tsx',
      'src/slices/agenda/portal.tsx',
      'src/slices/agenda/queries.ts',
      'src/ui/marks/marks.test.ts',
      'src/platform/config.ts',
      'src/main.ts',
    ]
    expect(paths.filter(reachesBrowser)).toEqual(paths.slice(0, 4))
  })
})
