import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expectNoOverflow, heightOf, watch, widths } from './watch.ts'

async function enterAs(page: Page, role: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: role }).click()
  await expect(page).toHaveURL(/\/kerja(\/.*)?$/)
}

/** Navigation stands beside the page or below it; what is not shown is not asked. */
const entry = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).filter({ visible: true }).first()

for (const width of widths) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: heightOf(width) } })

    test('a role button leads to work, and from there to Izumisano', async ({ page }) => {
      const seen = watch(page)
      await enterAs(page, 'Petugas Kota Bekasi')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      await expectNoOverflow(page)

      await entry(page, 'Kerja sama').click()
      await expect(page).toHaveURL(/\/kerja\/kerja-sama$/)
      // Other journeys may have begun so many that it is not among the first ones.
      await page.getByRole('searchbox').fill('izumisano')
      const izumisano = page.getByRole('link', { name: /Izumisano/ })
      await expect(izumisano).toBeVisible()
      await expectAccessible(page)
      await expectNoOverflow(page)

      await izumisano.click()
      await expect(page).toHaveURL(/\/kerja\/kerja-sama\/kota-bekasi-izumisano$/)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Izumisano')
      await expectAccessible(page)
      await expectNoOverflow(page)
      expect(seen.faults).toEqual([])
    })

    test('a forgotten password: one link by mail, used once, and the new password opens the door', async ({ page }) => {
      // Each width its own account: they run side by side.
      const email = width === 360 ? 'admin@contoh.invalid' : 'auditor@contoh.invalid'
      const password = `empat kata tanpa arti ${width}`
      await page.goto('/id/masuk')
      await page.getByRole('link', { name: 'Lupa kata sandi?' }).click()
      await page.getByLabel('Alamat surel').fill(email)
      await page.getByRole('button', { name: 'Kirim tautan' }).click()
      await expect(page.locator('main')).toContainText('Bila ada akun dengan alamat itu')
      await expectNoOverflow(page)

      let link = ''
      await expect.poll(() => (link = linkFor(email)), { timeout: 15_000 }).not.toBe('')
      await page.goto(link)
      await page.getByLabel('Kata sandi baru').fill('pendek')
      await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
      await expect(page.getByRole('alert')).toContainText('Kurang dari 12 huruf atau tanda.')
      await page.getByLabel('Kata sandi baru').fill(password)
      await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
      await expect(page.locator('main')).toContainText('Kata sandi sudah disimpan.')

      await page.getByLabel('Alamat surel').fill(email)
      await page.getByLabel('Kata sandi', { exact: true }).fill(password)
      await page.getByRole('button', { name: 'Masuk' }).click()
      await expect(page).toHaveURL(/\/kerja(\/.*)?$/)

      await page.goto(link)
      await expect(page.locator('main')).toContainText('Tautan ini sudah dipakai atau sudah lewat waktunya.')
    })
  })
}

test('a wrong password is told in a sentence, and the address stays', async ({ page }) => {
  await page.goto('/id/masuk')
  await page.getByLabel('Alamat surel').fill('wali-kota@contoh.invalid')
  await page.getByLabel('Kata sandi', { exact: true }).fill('bukan kata sandinya')
  await page.getByRole('button', { name: 'Masuk' }).click()
  await expect(page.getByRole('alert')).toContainText('Alamat surel atau kata sandi tidak cocok.')
  await expect(page.getByLabel('Alamat surel')).toHaveValue('wali-kota@contoh.invalid')
  await expect(page.getByLabel('Kata sandi', { exact: true })).toHaveValue('')
  await expectAccessible(page)
  await page.goto('/kerja')
  await expect(page, 'nobody came in').toHaveURL(/\/id\/masuk\?ke=%2Fkerja$/)
})

test('signing out ends the session; going back to work asks to sign in', async ({ page }) => {
  await enterAs(page, 'Wali Kota')
  await page.locator('details.me summary').click()
  await page.getByRole('button', { name: 'Keluar', exact: true }).click()
  await expect(page).toHaveURL(/\/id\/masuk\?keluar=1$/)
  await expect(page.locator('main')).toContainText('Anda sudah keluar.')
  await page.goto('/kerja/kerja-sama')
  await expect(page).toHaveURL(/\/id\/masuk\?ke=%2Fkerja%2Fkerja-sama$/)
})

test('a page of work asks to sign in and then shows that page', async ({ page }) => {
  await page.goto('/kerja/kerja-sama/kota-bekasi-izumisano')
  await expect(page).toHaveURL(/\/id\/masuk\?ke=/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk')
})

/** The address in the newest caught mail to somebody; empty until it is there. */
function linkFor(email: string): string {
  const folder = join(process.env['JOURNEYS_HOME'] ?? '', 'mail')
  const mails = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const mail = mails.findLast((text) => text.includes(email)) ?? ''
  // Long lines are broken by a soft "=".
  return /\/id\/masuk\/tautan\/[\w-]+/.exec(mail.replaceAll(/=\r?\n/g, ''))?.[0] ?? ''
}
