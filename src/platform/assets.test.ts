import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAssets, type Assets } from './assets.ts'

const manifest = {
  'src/ui/styles/portal.css': {
    file: 'assets/portal-1.css',
    assets: ['assets/x-latin-ext-wght-1.woff2', 'assets/x-latin-wght-1.woff2'],
  },
  'src/ui/styles/print.css': { file: 'assets/print-1.css' },
  'src/workspace/index.html': { file: 'assets/workspace-1.js', css: ['assets/workspace-1.css'], imports: ['_a.js'] },
  '_a.js': { file: 'assets/a-1.js', css: ['assets/workspace-1.css'], imports: ['_b.js', '_a.js'] },
  '_b.js': { file: 'assets/b-1.js' },
}

let place = ''
let assets: Assets

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'jembatan-assets-'))
  mkdirSync(join(place, 'assets/sub'), { recursive: true })
  writeFileSync(join(place, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(place, 'workspace.html'), '<!doctype html>')
  writeFileSync(join(place, '.stamp'), 'x')
  for (const name of ['portal-1.css', 'portal-0.css', 'a-1.js', 'notes.txt', 'sub/deep.js', 'x-latin-wght-1.woff2']) {
    writeFileSync(join(place, 'assets', name), name)
  }
  assets = readAssets(place)
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

test('a page learns what to link, each file once and the entry first', () => {
  expect(assets).toMatchObject({
    portalStylesheet: '/assets/portal-1.css',
    printStylesheet: '/assets/print-1.css',
    fontPreload: '/assets/x-latin-wght-1.woff2',
    workspaceScripts: ['/assets/workspace-1.js', '/assets/a-1.js', '/assets/b-1.js'],
    workspaceStylesheets: ['/assets/workspace-1.css'],
    workspacePage: '<!doctype html>',
  })
})

test('built files are found with their type, those of the build before too', () => {
  expect(assets.findAsset('/assets/a-1.js')).toEqual({
    file: join(place, 'assets/a-1.js'),
    type: 'text/javascript; charset=utf-8',
  })
  expect(assets.findAsset('/assets/portal-0.css')?.type).toBe('text/css; charset=utf-8')
  expect(assets.findAsset('/assets/x-latin-wght-1.woff2')?.type).toBe('font/woff2')
})

test.each([
  '/assets/../manifest.json',
  '/assets/..%2fmanifest.json',
  '/assets/',
  '/assets/sub/deep.js',
  '/assets/notes.txt',
  '/.stamp',
  'assets/a-1.js',
  '/assets/a-1.js/',
  '__proto__',
])('refuses %s', (path) => {
  expect(assets.findAsset(path)).toBeUndefined()
})

test('an unbuilt folder says what to run', () => {
  expect(() => readAssets(join(place, 'nothing'))).toThrow('npm run build')
})
