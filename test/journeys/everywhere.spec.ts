import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { pages } from '../../src/routes.ts'
import { languages } from '../../src/shared/languages.ts'
import { samples, statuses } from '../portal-samples.ts'
import { expectAccessible } from './accessible.ts'
import { expectNoOverflow, heightOf, watch, widths, type Watch } from './watch.ts'

/** Bytes a page may weigh with its stylesheet and font. */
const limit = 150_000

test('every public page has its sample', () => {
  expect(Object.keys(samples).toSorted()).toEqual(pages.map(({ path }) => path).toSorted())
})

for (const language of languages) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })

      test('every public page is accessible, fits, weighs little and complains about nothing', async ({ page }) => {
        test.setTimeout(180_000)
        const seen = watch(page)
        const pictures = join('test-results', 'pictures', `${language}-${width}`)
        mkdirSync(pictures, { recursive: true })
        for (const path of [...Object.values(samples).flat(), '/tidak-ada']) {
          const address = `/${language}${path === '/' ? '' : path}`
          await visit(page, { address, status: statuses[path] ?? 200, seen })
          const name = path === '/' ? 'home' : path.slice(1).replaceAll(/[^\w-]/g, '-')
          await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
        }
      })
    })
  }
}

async function visit(page: Page, { address, status, seen }: { address: string; status: number; seen: Watch }) {
  seen.faults.length = 0
  // Stylesheet and font are shared by all pages; a picture is its own page's.
  for (const address of seen.loaded.keys()) if (address.endsWith('.png')) seen.loaded.delete(address)
  // Stylesheet and font come once and weigh on every page; a picture weighs on the page that shows it.
  for (const of of seen.loaded.keys()) if (!/\.(css|woff2)$/.test(of)) seen.loaded.delete(of)
  const response = await page.goto(address, { waitUntil: 'load' })
  const html = (await response?.body())?.length ?? 0
  await page.evaluate(() => document.fonts.ready)
  expect.soft(response?.status(), address).toBe(status)
  const weight = [...seen.loaded.values()].reduce((sum, bytes) => sum + bytes, html)
  expect.soft(weight, `bytes of ${address}`).toBeLessThanOrEqual(limit)
  await expect.soft(page.getByRole('heading', { level: 1 }), address).toHaveCount(1)
  await expectNoOverflow(page)
  await expectAccessible(page)
  const faults = seen.faults.filter((fault) => status === 200 || !fault.includes(`status of ${status}`))
  expect.soft(faults, address).toEqual([])
}
