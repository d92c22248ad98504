import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'

/** An old phone held upright, and an office screen. */
export const widths = [360, 1280] as const

export const heightOf = (width: number): number => (width === 360 ? 740 : 900)

export interface Watch {
  /** What the browser complained about since the page was opened, and every address beyond the first one's server. */
  faults: string[]
  /** Bytes of each thing loaded besides pages, by address: stylesheet, font, script. */
  loaded: Map<string, number>
}

/** Listens to everything a page loads and complains about. A refused script or style is a complaint too. */
export function watch(page: Page): Watch {
  let own: string | undefined
  const seen: Watch = { faults: [], loaded: new Map() }
  page.on('pageerror', (error) => seen.faults.push(`error: ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error') seen.faults.push(`console: ${line.text()} (${line.location().url})`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (!protocol.startsWith('http')) return
    own ??= origin
    if (origin !== own) seen.faults.push(`another host: ${request.url()}`)
  })
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'document' || seen.loaded.has(response.url())) return
    // Counted when it came over the wire; from the browser's cache it has no size.
    seen.loaded.set(response.url(), 0)
    try {
      const { responseBodySize } = await response.request().sizes()
      seen.loaded.set(response.url(), responseBodySize)
    } catch (error) {
      // A journey may end before the last answer's size is told; while its page is open every answer has one.
      if (!page.isClosed()) throw error
    }
  })
  return seen
}

/** Nothing stands beyond the right edge: the reader never scrolls sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { right } = element.getBoundingClientRect()
      return right > window.innerWidth + 1
    })
    const culprit = wide.at(-1)
    const over = document.documentElement.scrollWidth - window.innerWidth
    return over > 0 ? `${over} px by <${culprit?.tagName.toLowerCase()} class="${culprit?.className}">` : ''
  })
  expect.soft(beyond, `overflow at ${page.url()}`).toBe('')
}

/**
 * A picture of the whole page to look at, in test-results/pictures, where `JOURNEY_PICTURES=1` asks for them: nothing
 * compares them, and taking them is a fifth of the time of the journeys.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env['JOURNEY_PICTURES'] !== '1') return
  const path = join('test-results', 'pictures', `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage: true })
}
