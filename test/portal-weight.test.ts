import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAssets, type Assets } from '../src/platform/assets.ts'
import { checkout } from '../src/platform/installation.ts'
import { languages } from '../src/shared/languages.ts'
import { buildWhenStale } from '../tools/build.ts'
import { samples, statuses } from './portal-samples.ts'
import { openWorld, type World } from './world.ts'

/** What a first view may weigh: the page, its stylesheet and the font it preloads (looks, Behaviour). */
const limit = 150_000

let world: World
let assets: Assets

beforeAll(async () => {
  await buildWhenStale()
  assets = readAssets(join(checkout, 'dist'))
  world = await openWorld({ invented: true, assets })
}, 120_000)
afterAll(async () => await world.close())

const sizeOf = (path: string): number => {
  const found = assets.findAsset(path)
  if (found === undefined) throw new Error(`no ${path}`)
  return readFileSync(found.file).length
}

test('the first view of every public page is at most 150 kB as sent, without any packing', async () => {
  const heavy: string[] = []
  let heaviest = 0
  for (const path of Object.values(samples).flat()) {
    for (const language of languages) {
      const address = `/${language}${path === '/' ? '' : path}`
      const { status, text } = await world.page(address, { 'accept-encoding': 'identity' })
      expect(status, address).toBe(statuses[path] ?? 200)
      const links = [...text.matchAll(/<link rel="(?:stylesheet|preload)" href="([^"]+\.(?:css|woff2))"/g)]
      const loads = [...new Set(links.map(([, to]) => to ?? ''))]
      expect(loads, address).toContain(assets.portalStylesheet)
      expect(loads, address).toContain(assets.fontPreload)
      const weight = Buffer.byteLength(text) + loads.reduce((sum, to) => sum + sizeOf(to), 0)
      heaviest = Math.max(heaviest, weight)
      if (weight > limit) heavy.push(`${address}: ${weight}`)
    }
  }
  expect(heavy).toEqual([])
  // A page of nothing would pass too.
  expect(heaviest).toBeGreaterThan(30_000)
})

test('the measure counts what a page asks for: the stylesheet and one font', () => {
  expect(sizeOf(assets.portalStylesheet)).toBeLessThan(13_000)
  expect(sizeOf(assets.fontPreload)).toBeGreaterThan(10_000)
  expect(assets.fontPreload).toMatch(/\.woff2$/)
})
