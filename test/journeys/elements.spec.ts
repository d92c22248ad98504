import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { readAssets } from '../../src/platform/assets.ts'
import { languages } from '../../src/shared/languages.ts'
import { expectAccessible } from './accessible.ts'
import { expectNoOverflow, heightOf, takePicture, widths } from './watch.ts'

interface Sheet {
  language: string
  length: 'short' | 'empty' | 'long'
  html: string
}

const root = join(import.meta.dirname, '..', '..')
/** The marks are drawn in a process of its own: Playwright would turn their JSX into its own. */
const program = ['--import', './tools/jsx.mjs', 'test/journeys/element-sheet.tsx']
const drawn = execFileSync(process.execPath, program, { cwd: root, encoding: 'utf8', maxBuffer: 50_000_000 })
const sheets = JSON.parse(drawn) as Sheet[]

/** The real stylesheets over the marks, served beside them so that their fonts are found. */
async function show(page: Page, { language, html }: Sheet, stylesheets: readonly string[]) {
  const links = stylesheets.map((sheet) => `<link rel="stylesheet" href="${sheet}">`).join('')
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>elements</title>${links}`
  const body = `<!doctype html><html lang="${language}"><head>${head}</head><body><main class="wrap">${html}</main></body></html>`
  await page.route('**/elements', async (route) => await route.fulfill({ body, contentType: 'text/html' }))
  await page.goto('/elements', { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready)
}

/** Pieces of text of which the reader sees only a part, or that lie over one another in the rail. */
async function cutIn(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('main *')].filter((one) => one.closest('.vh, svg') === null)
    const cut = seen.filter((one) => {
      const { overflowX } = getComputedStyle(one)
      const isField = one.matches('input, select, textarea')
      return !isField && overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1
    })
    const overlaps: Element[] = []
    for (const rail of document.querySelectorAll('.draw ol')) {
      const words = [...rail.querySelectorAll('li > span')].map((one) => ({ one, at: one.getBoundingClientRect() }))
      for (const [index, { one, at }] of words.entries()) {
        const next = words[index + 1]?.at
        if (next === undefined) continue
        const across = at.right > next.left + 1 && at.left < next.right - 1
        const down = at.bottom > next.top + 1 && at.top < next.bottom - 1
        if (across && down) overlaps.push(one)
      }
    }
    return [...cut, ...overlaps].map((one) => `${one.tagName}.${one.className}: ${one.textContent?.slice(0, 40)}`)
  })
}

const assets = readAssets(join(root, 'dist'))
const faces = { portal: [assets.portalStylesheet], workspace: assets.workspaceStylesheets }

for (const language of languages) {
  test(`${language}: every mark holds short, empty and very long words at every width`, async ({ page }) => {
    test.setTimeout(240_000)
    for (const sheet of sheets.filter((one) => one.language === language)) {
      for (const [name, stylesheets] of Object.entries(faces)) {
        await show(page, sheet, stylesheets)
        // A sheet is the same at every width: drawn once, and looked at in two.
        for (const width of widths) {
          await page.setViewportSize({ width, height: heightOf(width) })
          const picture = `${language}-${width}-${name}-${sheet.length}`
          await takePicture(page, `elements/${picture}`)
          await expectNoOverflow(page)
          expect.soft(await cutIn(page), picture).toEqual([])
          if (sheet.length === 'short' && name === 'portal') await expectAccessible(page)
        }
      }
    }
  })
}
