import { expect, test, type Page } from '@playwright/test'
import { pages } from '../../src/routes.ts'
import { languages } from '../../src/shared/languages.ts'
import { samples, statuses } from '../portal-samples.ts'
import { expectAccessible } from './accessible.ts'
import { expectNoOverflow, heightOf, takePicture, watch, widths, type Watch } from './watch.ts'

/** Bytes a page may weigh with its stylesheet and font. */
const limit = 150_000

test('every public page has its sample', () => {
  expect(Object.keys(samples).toSorted()).toEqual(pages.map(({ path }) => path).toSorted())
})

for (const language of languages) {
  test(`${language}: every public page is accessible, fits, weighs little and complains about nothing`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const seen = watch(page)
    for (const path of [...Object.values(samples).flat(), '/tidak-ada']) {
      const address = `/${language}${path === '/' ? '' : path}`
      const status = statuses[path] ?? 200
      await visit(page, { address, status, seen })
      const name = path === '/' ? 'home' : path.slice(1).replaceAll(/[^\w-]/g, '-')
      // A page without script is the same at every width: read once, and looked at in two.
      for (const width of widths) {
        await page.setViewportSize({ width, height: heightOf(width) })
        await expectNoOverflow(page)
        await expectAccessible(page)
        await takePicture(page, `${language}-${width}/${name}`)
      }
      const faults = seen.faults.filter((fault) => status === 200 || !fault.includes(`status of ${status}`))
      expect.soft(faults, address).toEqual([])
    }
  })
}

async function visit(page: Page, { address, status, seen }: { address: string; status: number; seen: Watch }) {
  seen.faults.length = 0
  // Stylesheet and font come once and weigh on every page; a picture weighs on the page that shows it.
  for (const of of seen.loaded.keys()) if (!/\.(css|woff2)$/.test(of)) seen.loaded.delete(of)
  const response = await page.goto(address, { waitUntil: 'load' })
  const html = (await response?.body())?.length ?? 0
  await page.evaluate(() => document.fonts.ready)
  expect.soft(response?.status(), address).toBe(status)
  const weight = [...seen.loaded.values()].reduce((sum, bytes) => sum + bytes, html)
  expect.soft(weight, `bytes of ${address}`).toBeLessThanOrEqual(limit)
  await expect.soft(page.getByRole('heading', { level: 1 }), address).toHaveCount(1)
}
