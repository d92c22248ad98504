import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { words as agendaWords } from '../../src/slices/agenda/ui/messages/words.gen.ts'
import { words } from '../../src/slices/relations/ui/messages/words.gen.ts'
import { words as controlWords } from '../../src/ui/controls/messages/words.gen.ts'
import { aJpeg, aPdf, aPng } from '../documents.ts'
import { expectAccessible } from './accessible.ts'
import { enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, widths } from './watch.ts'

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test(`${language} at ${width}: the list is narrowed, found again, proposed, copied and saved`, async ({ page }) => {
      const w = words[language]
      await page.setViewportSize({ width, height: heightOf(width) })
      await enterAs(page, { key: 'petugas-kota-bekasi', language })
      await page.goto('/kerja/kerja-sama')
      const rows = page.locator('tbody tr')
      await expect(rows.filter({ hasText: '泉佐野市' })).toBeVisible()

      await page.getByText(w.chips.more).click()
      const japan = page.getByRole('group', { name: w.chips.by.country }).getByRole('button', { name: /Jepang|日本/ })
      await japan.press('Enter')
      await expect(page).toHaveURL(/negara=JP/)
      await page.reload()
      await expect(japan).toHaveAttribute('aria-pressed', 'true')
      await expect(rows.filter({ hasText: '泉佐野市' })).toBeVisible()
      await expectAccessible(page)
      await expectNoOverflow(page)

      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name: controlWords[language].copy.label }).click()
      await expect(page.getByText(controlWords[language].copy.done)).toBeVisible()
      const copied = await page.evaluate(async () => await navigator.clipboard.readText())
      expect(copied.split('\n')[0]).toMatch(/^\*.+\*$/)
      expect(copied).toContain('• ')

      const saving = page.waitForEvent('download')
      await page.getByText(controlWords[language].download.label, { exact: true }).click()
      await page.getByRole('link', { name: controlWords[language].download.xlsx }).click()
      const saved = await saving
      expect(saved.suggestedFilename()).toMatch(/\.xlsx$/)
      expect(readFileSync(await saved.path()).toString('latin1', 0, 2)).toBe('PK')

      await page.goto('/kerja/kerja-sama?q=Izumisanno')
      const similar = page.getByRole('region', { name: w.chips.similar }).or(page.getByText(w.chips.similar).first())
      await expect(similar.first()).toBeVisible()
      await expect(rows.filter({ hasText: '泉佐野市' })).toBeVisible()
      await expectAccessible(page)
      await expectNoOverflow(page)
    })
  }
}

test('a photograph is dropped onto its field, refused with a reason, replaced, and shown', async ({ page }) => {
  const w = controlWords.id.file
  await enterAs(page, { key: 'petugas-kota-bekasi', language: 'id' })
  await page.goto('/kerja/kegiatan/kunjungan-izumisano-2025-07-24')
  await page.getByRole('button', { name: agendaWords.id.photos.add }).click()
  const chooser = page.locator('input[type=file]').first()
  await chooser.setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: aPdf() })
  await expect(page.getByText(w.fault.notItsName)).toBeVisible()
  await expectAccessible(page)
  await chooser.setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: aPng() })
  await expect(page.getByText(w.kept({ name: 'foto.png' }))).toBeVisible()
  await expect(page.getByText(w.fault.notItsName)).toBeHidden()
  const dropped = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], 'lain.jpg', { type: 'image/jpeg' }))
      return data
    },
    [...aJpeg()],
  )
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByText(w.kept({ name: 'lain.jpg' }))).toBeVisible()
  await page.getByRole('button', { name: w.remove({ name: 'lain.jpg' }) }).click()
  await expect(page.getByText('lain.jpg')).toBeHidden()
  await expectAccessible(page)
  await expectNoOverflow(page)
})
