import { expect, test } from '@playwright/test'
import { listRelations } from '../../src/slices/relations/contract.ts'
import { words as calendarWords } from '../../src/slices/calendar/ui/messages/words.gen.ts'
import { words as dayWords } from '../../src/slices/reference/ui/messages/words.gen.ts'
import { words as referenceWords } from '../../src/slices/reference/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf } from './watch.ts'

for (const [language, width] of [
  ['id', 1280],
  ['ja', 360],
] as const) {
  test.describe(`${language}, ${width} px`, () => {
    test.use({ viewport: { width, height: heightOf(width) } })
    const w = calendarWords[language].feeds

    test('a calendar is made, read over the line, ended; a date shows the holiday over there', async ({ page }) => {
      await enterAs(page, { key: 'petugas-kota-bekasi', language })
      await page.goto('/kerja/pengaturan/kalender')
      await expect(page.getByRole('heading', { level: 1, name: w.title })).toBeVisible()
      const party = `Ponsel ${width}`
      await page.getByLabel(w.party).fill(party)
      await page.getByLabel(w.scope).selectOption('region')
      await expectAccessible(page)
      await page.getByRole('button', { name: w.make }).click()
      const address = await page.locator('.link-address').innerText()
      await expectNoOverflow(page)
      await expectAccessible(page)
      const read = await page.request.get(address.trim())
      expect(read.headers()['content-type']).toContain('text/calendar')
      expect(await read.text()).toContain('BEGIN:VEVENT')
      await page.getByRole('listitem').filter({ hasText: party }).getByRole('button', { name: w.revoke }).click()
      await expect(page.getByRole('listitem').filter({ hasText: party })).toContainText(w.revoked)
      expect((await page.request.get(address.trim())).status()).toBe(410)

      const { rows } = await ask(page, listRelations, { q: 'Izumisano', limit: 5 })
      await page.goto(`/kerja/catat?kerja-sama=${rows[0]?.id}`)
      await page.locator('#occurredOn').fill('3')
      await page.locator('#occurredOn-month').fill('5')
      await page.locator('#occurredOn-year').fill('2027')
      const told = page.getByRole('status', { name: dayWords[language].label })
      await expect(told).toContainText(dayWords[language].state.working)
      await expect(told).toContainText(referenceWords[language].foreignHoliday.jp_kenpo)
      await expectNoOverflow(page)
      await expectAccessible(page)
    })
  })
}
