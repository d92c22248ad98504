import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No violation of WCAG 2.2 A and AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  // A phone is held as tall as its page: a control half under the fixed bar would count as too small, though it scrolls.
  const size = page.viewportSize()
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  const isPhone = size !== null && size.width < 760 && tall > size.height
  if (isPhone) await page.setViewportSize({ ...size, height: Math.min(tall + 100, 8000) })
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  if (isPhone) await page.setViewportSize(size)
  expect.soft(found, `axe at ${page.url()}`).toEqual([])
}
