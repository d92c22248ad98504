// From the command that sets up a region to its first public cooperation, on a fresh installation of its own.
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { words as publishWords } from '../../src/pages/relation-page/ui/messages/words.gen.ts'
import { words as settingsWords } from '../../src/pages/settings/ui/messages/words.gen.ts'
import { stopPostgres } from '../../src/platform/postmaster.ts'
import type { Language } from '../../src/shared/languages.ts'
import { words as agendaWords } from '../../src/slices/agenda/ui/messages/words.gen.ts'
import { words as identityWords } from '../../src/slices/identity/messages/words.gen.ts'
import { words as letterWords } from '../../src/slices/letters/ui/messages/words.gen.ts'
import { testHome } from '../cluster.ts'
import { aPng } from '../documents.ts'
import { startProduct } from '../load/processes.ts'
import { expectAccessible } from './accessible.ts'
import { expectNoOverflow, heightOf, takePicture, watch } from './watch.ts'

const password = 'jembatan di atas kali'
const admin = 'admin@kotasemarang.example'
const officer = 'kerjasama@kotasemarang.example'

/** A region on an empty database, before the product ever started. Answers the path of the link. */
async function setUp(home: string): Promise<string> {
  const words = ['--import', './tools/jsx.mjs', 'src/command.ts', 'region', 'add', '33.74', '--admin', admin]
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, NODE_COMPILE_CACHE, JEMBATAN_DATA: home }
  const { stdout } = await promisify(execFile)(process.execPath, words, { env })
  expect(stdout).toContain('Kota Semarang (33.74, WIB) is set up')
  return /\/masuk\/tautan\/\S+/.exec(stdout)?.[0] ?? ''
}

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => scrollTo(0, 0))
  await expectNoOverflow(page)
  const size = page.viewportSize()
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (size !== null) await page.setViewportSize({ ...size, height: Math.max(size.height, whole) })
  await expectAccessible(page)
  await takePicture(page, `persiapan-${name}`)
  if (size !== null) await page.setViewportSize(size)
}

/** Chooses a password behind a link, and comes in with it. */
async function comeIn(page: Page, { link, email, language }: { link: string; email: string; language: Language }) {
  const w = identityWords[language]
  await page.goto(link)
  await page.getByLabel(w.choose.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: w.choose.save, exact: true }).click()
  await page.getByLabel(w.page.email, { exact: true }).fill(email)
  await page.getByLabel(w.page.password, { exact: true }).fill(password)
  await page.locator('main').getByRole('button', { name: w.page.signIn, exact: true }).click()
}

interface Walk {
  page: Page
  browser: Browser
  base: string
  language: Language
  path: string
  name: string
}

async function walk({ page, browser, base, language, path, name }: Walk): Promise<string> {
  const w = settingsWords[language]
  const p = w.preparation
  const seen = watch(page)
  const open = async (part: keyof typeof p.part) => {
    const to = p.part[part]
    await page.goto(`${base}/kerja/pengaturan/persiapan`)
    await page.getByRole('link', { name: 'act' in to ? to.act : '', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const press = async (label: string) => {
    const button = page.getByRole('button', { name: label, exact: true })
    // What was said last may lie over the foot of a phone's screen; it is shut like anybody would.
    for (const toast of await page.locator('.toast').all()) await toast.getByRole('button').last().click()
    await button.click()
  }
  const said = async (text: string) => await expect(page.getByText(text, { exact: true })).toBeVisible()
  /** The form at the foot of a part, which adds a row. */
  const adding = (label: string) =>
    page.locator('form', { has: page.getByRole('button', { name: label, exact: true }) })

  await test.step('the link leads to the list of what is missing', async () => {
    await comeIn(page, { link: `${base}/${language}${path}`, email: admin, language })
    await expect(page).toHaveURL(/\/kerja\/pengaturan\/persiapan$/, { timeout: 30_000 })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(p.title)
    await expect(page.getByText(p.left({ n: 8, all: 8 }), { exact: true })).toBeVisible()
    await judge(page, `${name}-awal`)
  })

  await test.step('letterhead and emblem, also on the portal', async () => {
    const s = letterWords[language].settings
    await open('letterhead')
    await page.getByLabel(s.unit, { exact: true }).fill('Bagian Kerja Sama')
    await page.getByLabel(s.address, { exact: true }).fill('Jalan Pemuda, Semarang')
    await page.getByLabel(s.contact, { exact: true }).fill('kerjasama@kotasemarang.example')
    await press(s.save)
    await said(s.saved)
    await open('emblem')
    const picture = { name: 'lambang.png', mimeType: 'image/png', buffer: aPng() }
    await page.locator('input[type=file][accept=".jpg,.jpeg,.png"]').first().setInputFiles(picture)
    await said(s.emblemThere)
    await press(s.emblemShow)
    await said(s.emblemOnPortal)
    await judge(page, `${name}-lambang`)
  })

  await test.step('bodies, officials, days off and affairs', async () => {
    await open('units')
    const unit = adding(w.units.add)
    await unit.getByLabel(w.units.name, { exact: true }).fill('Bagian Kerja Sama')
    await unit.getByLabel(w.units.kind, { exact: true }).selectOption('bagian_kerja_sama')
    await press(w.units.add)
    await said(w.units.added)
    await open('officials')
    const official = adding(w.officials.add)
    await official.getByLabel(w.officials.name, { exact: true }).fill('Nama kepala daerah')
    await official.getByLabel(w.officials.office, { exact: true }).selectOption('wali_kota')
    await official.getByLabel(w.officials.seenOn, { exact: true }).fill('2026')
    await press(w.officials.add)
    await said(w.officials.added)
    for (const table of ['holidays', 'affairs'] as const) {
      await open(table)
      await press(w.check.act)
      await said(w.check.said)
      await said(w.check.checked)
    }
    // Every part goes with its page: nothing of the days off stands above the list.
    const preparation = page.getByRole('link', { name: w.section.preparation, exact: true })
    await page.goto(`${base}/kerja/pengaturan/hari-libur`)
    await expect(page.getByRole('button', { name: w.holidays.mendYear, exact: true })).toBeVisible()
    await page.getByRole('group', { name: w.holidays.year, exact: true }).getByRole('button').last().click()
    await expect(page).toHaveURL(/tahun=/)
    await expect(page.getByRole('button', { name: w.holidays.mendYear, exact: true })).toHaveCount(1)
    await preparation.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(p.title)
    await expect(page.getByRole('button', { name: w.holidays.mendYear, exact: true })).toHaveCount(0)
  })

  const link = await test.step('an officer is invited, and her link is handed over', async () => {
    await open('members')
    const member = adding(w.members.invite)
    await member.getByLabel(w.members.name, { exact: true }).fill('Petugas kerja sama')
    await member.getByLabel(w.members.email, { exact: true }).fill(officer)
    await press(w.members.invite)
    await said(w.members.handOverUnsent)
    await press(w.members.makeLink)
    const shown = page.locator('code.address')
    await expect(shown).toContainText('/masuk/tautan/')
    await judge(page, `${name}-undang`)
    return new URL(await shown.innerText()).pathname.replace(/^\/\w+/, '')
  })

  const slug = await test.step('she records a cooperation and publishes it', async () => {
    const context = await browser.newContext({ viewport: page.viewportSize(), locale: 'id-ID' })
    const desk = await context.newPage()
    const a = agendaWords[language]
    const pub = publishWords[language].publish
    await comeIn(desk, { link: `${base}/${language}${link}`, email: officer, language })
    await expect(desk).toHaveURL(/\/kerja$/, { timeout: 30_000 })
    await desk.goto(`${base}/kerja/catat/kerja-sama`)
    await desk.getByRole('combobox', { name: a.newer.partner, exact: true }).fill('Kota Toyama')
    await desk.getByRole('button', { name: a.newer.save, exact: true }).click()
    await expect(desk).toHaveURL(/\/kerja\/kerja-sama\/[a-z0-9-]+$/, { timeout: 30_000 })
    const made = desk.url().split('/').at(-1) ?? ''
    await desk.goto(`${base}/kerja/kerja-sama/${made}/terbitkan`)
    await desk.getByRole('button', { name: pub.publish, exact: true }).click()
    await expect(desk.getByText(pub.published, { exact: true })).toBeVisible()
    await context.close()
    return made
  })

  await test.step('the world reads it under the region’s emblem, and may find it', async () => {
    const answer = await page.goto(`${base}/${language}/kerja-sama/${slug}`)
    expect([answer?.status(), answer?.headers()['x-robots-tag']]).toEqual([200, undefined])
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Toyama')
    await expect(page.locator('header img')).toHaveJSProperty('complete', true)
    expect(await page.locator('header img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
    await judge(page, `${name}-publik`)
  })

  await test.step('the list is complete and leaves the settings', async () => {
    await page.goto(`${base}/kerja/pengaturan/persiapan`)
    await expect(page.locator('.todo .st-wait')).toHaveCount(0)
    await expect(page.getByRole('link', { name: p.seePortal, exact: true })).toBeVisible()
    await judge(page, `${name}-siap`)
    await page.goto(`${base}/kerja/pengaturan`)
    await expect(page).toHaveURL(/hari-libur$/)
    const parts = page.getByRole('navigation', { name: w.settings, exact: true })
    await expect(parts.getByRole('link', { name: w.section.holidays, exact: true })).toBeVisible()
    await expect(parts.getByRole('link', { name: w.section.preparation, exact: true })).toHaveCount(0)
  })
  expect(seen.faults).toEqual([])
  return slug
}

for (const { language, width } of [
  { language: 'id', width: 1280 },
  { language: 'ja', width: 360 },
] as const) {
  test.describe(`${language}, ${width} px`, () => {
    const home = testHome(`preparation-${language}`)
    test.use({ viewport: { width, height: heightOf(width) } })
    let product: Awaited<ReturnType<typeof startProduct>>
    let path: string

    test.beforeAll(async () => {
      await stopPostgres(home)
      rmSync(home, { recursive: true, force: true })
      path = await setUp(home)
      product = await startProduct(home)
    })
    test.afterAll(async () => {
      await product?.stop()
      await stopPostgres(home)
      rmSync(home, { recursive: true, force: true })
    })

    test('a new region works in less than ten minutes', async ({ page, browser }) => {
      test.setTimeout(180_000)
      const began = performance.now()
      const base = `http://127.0.0.1:${product.port}`
      await walk({ page, browser, base, language, path, name: `${language}-${width}` })
      const seconds = (performance.now() - began) / 1000
      process.stdout.write(`persiapan ${language} ${width}: ${seconds.toFixed(1)} s by machine\n`)
      expect(seconds).toBeLessThan(600)
    })
  })
}
