import { expect, type Page } from '@playwright/test'
import axe, { type AxeResults, type RunOnly, type RunOptions } from 'axe-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  target: string
}

/**
 * Asks axe inside the page, where it is put once: its own bridge to Playwright sends the whole program for each question
 * and adds up frames that our pages do not have (280 ms a page; this way 70).
 */
async function ask(page: Page, { within, only }: { within?: string; only: RunOnly }): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return await page.evaluate(
    async ({ within: place, only: runOnly }) => {
      const { run } = (
        window as unknown as { axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> } }
      ).axe
      const { violations } = await run(place ?? document, {
        runOnly,
        resultTypes: ['violations'],
        elementRef: false,
        preload: false,
      })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target: target.join(' ') })))
    },
    { within, only },
  )
}

/** No violation of WCAG 2.2 A and AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  const found = await ask(page, { only: { type: 'tag', values: rules } })
  const stands: string[] = []
  for (const violation of found) {
    if (!(await isCoveredOnly(page, violation))) stands.push(`${violation.id}: ${violation.target}`)
  }
  expect.soft(stands, `axe at ${page.url()}`).toEqual([])
}

/** A button that is still sending, or a colour half-way to another, is not what a reader reads. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('.btn[aria-busy=true]')).toHaveCount(0)
  // Brought to their end instead of waited for: in a window that draws nothing more their time stands still.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    for (const each of ending) each.finish()
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
  const still = await ask(page, { within: target, only: { type: 'rule', values: [id] } })
  await page.evaluate((y) => window.scrollTo(0, y), before)
  return still.length === 0
}
