import { expect, test, type Page } from '@playwright/test'
import { words as settingsWords } from '../../src/pages/settings/ui/messages/words.gen.ts'
import { formatDate } from '../../src/shared/format.ts'
import { words as ledgerWords } from '../../src/slices/ledger/ui/messages/words.gen.ts'
import { listHolidays } from '../../src/slices/reference/contract.ts'
import { words as shellWords } from '../../src/workspace/messages/words.gen.ts'
import { words as controlWords } from '../../src/ui/controls/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs, enterAsOneself, named, tabTo } from './officer.ts'
import { expectNoOverflow, heightOf, watch, widths } from './watch.ts'

async function judge(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  // As tall as the page: what lies half under the bottom bar of a phone cannot be pressed there, only scrolled.
  const size = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (size !== null) await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) })
  await expectAccessible(page)
  if (size !== null) await page.setViewportSize(size)
}

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      const w = settingsWords[language]

      test('an administrator goes through every part, forms open, and nothing is amiss', async ({ page }) => {
        test.setTimeout(120_000)
        const seen = watch(page)
        await enterAsOneself(page, { role: 'admin_daerah', language })
        await page.goto('/kerja')
        const entry = page.getByRole('link', { name: shellWords[language].shell.entry.settings, exact: true })
        await entry.filter({ visible: true }).first().click()
        await expect(page).toHaveURL(/\/kerja\/pengaturan\/hari-libur$/)
        const parts = page.getByRole('navigation', { name: w.settings, exact: true })
        for (const key of ['holidays', 'affairs', 'units', 'officials', 'members'] as const) {
          await parts.getByRole('link', { name: w.section[key], exact: true }).click()
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.section[key])
          if (key === 'affairs') {
            await expect(page.getByRole('table')).toBeVisible()
            await judge(page)
            await page.getByRole('button', { name: w.affairs.byAffair, exact: true }).click()
          }
          await page.getByRole('table').getByRole('button').first().click()
          await expect(page.getByRole('table').getByRole('button', { name: w.save, exact: true })).toBeVisible()
          await judge(page)
          await page.getByRole('searchbox').fill('zzzz')
          await expect(page.getByText(w.nothingFound)).toBeVisible()
          await page.getByRole('searchbox').fill('')
          await expect(page.getByRole('table')).toBeVisible()
        }
        expect(seen.faults).toEqual([])
      })

      test('a day off is added by keyboard alone, doubted, meant, and taken back', async ({ page }) => {
        const seen = watch(page)
        await enterAsOneself(page, { role: 'admin_daerah', language })
        await page.goto('/kerja/pengaturan/hari-libur?tahun=2026')
        // Days off of other countries have a form of their own below.
        const form = page.getByRole('main').locator('form', { has: page.locator('#day-new') })
        // Each journey its own day, all of them off already.
        const day = {
          'id 360': '2026-01-16',
          'id 1280': '2026-02-17',
          'ja 360': '2026-03-19',
          'ja 1280': '2026-04-03',
        }[`${language} ${width}` as const]
        const { doubt } = controlWords[language]
        const [name, field] = [`Hari uji ${language} ${width}`, form.getByLabel(w.holidays.day, { exact: true })]
        await tabTo(page, field)
        await field.fill(day)
        await tabTo(page, form.getByLabel(w.holidays.name, { exact: true }))
        await page.keyboard.insertText(name)
        await tabTo(page, form.getByRole('button', { name: w.holidays.add, exact: true }))
        await page.keyboard.press('Enter')
        await expect(form).toContainText(w.holidays.dayTaken)
        await judge(page)
        await tabTo(page, form.getByRole('checkbox', { name: doubt.meant({ what: w.holidays.day }) }), { back: true })
        await page.keyboard.press('Space')
        await tabTo(page, form.getByRole('button', { name: w.holidays.add, exact: true }))
        await page.keyboard.press('Enter')
        const said = `${w.holidays.added} ${w.holidays.moved({ n: 0 })}`
        await expect(page.getByText(said, { exact: true })).toBeVisible()
        const row = page.getByRole('button', { name: named(w.mend, `${formatDate(day, language)}, ${name}`) })
        await expect(row).toBeVisible()
        await judge(page)
        await page.getByRole('button', { name: ledgerWords[language].undo.undo, exact: true }).click()
        await expect(page.getByText(ledgerWords[language].undo.done, { exact: true })).toBeVisible()
        await expect(row).toHaveCount(0)
        const { rows } = await ask(page, listHolidays, { year: 2026 })
        expect(rows.filter((one) => one.day === day)).toHaveLength(1)
        // The browser notes the doubted answer (422) as an error of its own.
        expect(seen.faults.filter((fault) => !fault.includes('status of 422'))).toEqual([])
      })
    })
  }
}

test('a used body says by what it is used; a new person gets a link that is shown once', async ({ page }) => {
  await enterAsOneself(page, { role: 'admin_daerah', language: 'id' })
  const w = settingsWords.id
  const main = page.getByRole('main')
  await page.goto('/kerja/pengaturan/pengguna')
  const form = main.locator('form', { has: page.getByRole('button', { name: w.members.invite, exact: true }) })
  await form.getByLabel(w.members.name, { exact: true }).fill('Orang uji')
  await form.getByLabel(w.members.email, { exact: true }).fill('orang-uji@contoh.invalid')
  await form.getByLabel(w.members.unit, { exact: true }).selectOption({ label: 'Bagian Kerja Sama' })
  await form.getByRole('button', { name: w.members.invite, exact: true }).click()
  await expect(page.getByText(w.members.invitedUnsent, { exact: true })).toBeVisible()
  await main.getByRole('button', { name: named(w.mend, 'Orang uji') }).click()
  // Two ways to the same: beside the person's name, and where an invitation was just sent.
  await main.getByRole('table').getByRole('button', { name: w.members.makeLink, exact: true }).click()
  const link = main.locator('code')
  await expect(link).toContainText('/id/masuk/tautan/')
  await judge(page)
  const address = (await link.textContent()) ?? ''
  await page.reload()
  await expect(main.getByRole('table')).toBeVisible()
  await expect(link).toHaveCount(0)

  await page.goto('/kerja/pengaturan/perangkat')
  await main.getByRole('button', { name: named(w.mend, 'Bagian Kerja Sama') }).click()
  await main.getByRole('button', { name: w.units.remove, exact: true }).click()
  const asked = page.getByRole('alertdialog')
  await expect(asked).toContainText(w.units.removeText)
  await asked.getByRole('button', { name: w.units.remove, exact: true }).click()
  await expect(main.getByRole('alert')).toContainText(w.units.usedBy({ what: w.units.users.members }))
  await judge(page)

  await page.goto(address)
  await expect(page.getByLabel('Kata sandi baru')).toBeVisible()
})

test('an officer reads days off and bodies, and finds no form; users are not hers', async ({ page }) => {
  await enterAs(page, { key: 'petugas-kota-bekasi', language: 'id' })
  const w = settingsWords.id
  const main = page.getByRole('main')
  for (const [path, key] of [
    ['hari-libur', 'holidays'],
    ['perangkat', 'units'],
    ['urusan', 'affairs'],
  ] as const) {
    await page.goto(`/kerja/pengaturan/${path}`)
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(w.section[key])
    await expect(main.getByRole('table')).toBeVisible()
    await expect(main.locator('form')).toHaveCount(0)
    await expect(main.getByRole('button', { name: new RegExp(`^${w.mend}`) })).toHaveCount(0)
  }
  const parts = page.getByRole('navigation', { name: w.settings, exact: true })
  await expect(parts.getByRole('link', { name: w.section.members, exact: true })).toHaveCount(0)
  await page.goto('/kerja/pengaturan/pengguna')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(shellWords.id.fault.forbidden.title)
})
