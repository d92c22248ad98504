import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  target: string
}

/** No violation of WCAG 2.2 A and AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target: target.join(' ') })))
  const stands: string[] = []
  for (const violation of found) {
    if (!(await isCoveredOnly(page, violation))) stands.push(`${violation.id}: ${violation.target}`)
  }
  expect.soft(stands, `axe at ${page.url()}`).toEqual([])
}

/** A button that is still sending, or a colour half-way to another, is not what a reader reads. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('.btn[aria-busy=true]')).toHaveCount(0)
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(async ({ finished }) => await finished.catch(() => {})))
  })
}

/**
 * A control that lies half under the phone's fixed bar seems too small where the page happens to be scrolled to. It is
 * judged again in the middle of the screen, where a thumb finds it.
 */
async function isCoveredOnly(page: Page, { id, target }: Violation): Promise<boolean> {
  if (id !== 'target-size') return false
  const control = page.locator(target)
  const isCovered = await control.evaluate((element) => {
    const [box, bar] = [element.getBoundingClientRect(), document.querySelector('.thumb')?.getBoundingClientRect()]
    return bar !== undefined && bar.height > 0 && box.bottom > bar.top
  })
  if (!isCovered) return false
  const before = await page.evaluate(() => window.scrollY)
  await control.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(target).withRules([id]).analyze()
  await page.evaluate((y) => window.scrollTo(0, y), before)
  return violations.length === 0
}
