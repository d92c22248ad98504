import { expect, test, type Page } from '@playwright/test'
import { today } from '../../src/platform/clock.ts'
import { newId } from '../../src/shared/ids.ts'
import { recordActivity } from '../../src/slices/agenda/contract.ts'
import { words as agendaWords } from '../../src/slices/agenda/messages/words.gen.ts'
import { words as roomWords } from '../../src/slices/agenda/ui/room/messages/words.gen.ts'
import { words as linkWords } from '../../src/slices/links/ui/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, widths } from './watch.ts'

async function judge(page: Page): Promise<void> {
  await page.evaluate(async () => await document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
}

/** A meeting of this journey's own, today. */
async function meet(page: Page): Promise<string> {
  const { slug } = await ask(page, recordActivity, {
    act: newId(),
    who: `Pihak ${newId().slice(-6)}`,
    occurredOn: today('WIB'),
    place: 'Ruang rapat',
    about: `Rapat ruang ${newId().slice(-6)}`,
    points: ['Air bersih'],
    sure: ['who', 'occurredOn'],
  })
  return slug
}

for (const [language, width] of (['id', 'ja'] as const).flatMap((one) =>
  widths.map((width) => [one, width] as const),
)) {
  test.describe(`${language}, ${width} px`, () => {
    test.use({ viewport: { width, height: heightOf(width) } })
    const { door, sum } = roomWords[language]
    // Whoever comes reads Japanese, whatever the officer reads.
    const guest = agendaWords.ja.room

    test('who came to the ambassador’s audience: six agencies, PDAM and the chamber’s committee', async ({ page }) => {
      await enterAs(page, { key: 'petugas-kota-bandung', language })
      await page.goto('/kerja/kegiatan/audiensi-duta-besar-jepang-2022-02-03')
      const present = page.getByRole('main').getByRole('listitem')
      await expect(present.filter({ hasText: 'kepala perangkat daerah' })).toHaveCount(6)
      for (const organisation of ['PDAM', 'Komite Jepang Kadin Indonesia']) {
        await expect(present.filter({ hasText: organisation }).first()).toBeVisible()
      }
      await judge(page)
    })

    test('a guest signs at the door, and a partner says that the summary is right', async ({ page, browser }) => {
      await enterAs(page, { key: 'petugas-kota-bekasi', language })
      const slug = await meet(page)
      await page.goto(`/kerja/kegiatan/${slug}/pintu`)
      await page.getByLabel(door.language).selectOption('ja')
      await page.getByRole('button', { name: door.make }).click()
      await expect(page.getByRole('img', { name: door.scan })).toBeVisible()
      const address = (await page.locator('.poster .address').textContent()) ?? ''
      await judge(page)

      const phone = await (
        await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: true })
      ).newPage()
      await phone.goto(address)
      await judge(phone)
      await phone.getByLabel(guest.door.name).fill('海辺花子')
      await phone.getByLabel(guest.door.organisation).fill('海辺市')
      await phone.getByLabel(guest.door.role).fill('課長')
      await phone.getByRole('button', { name: guest.door.send }).click()
      await expect(phone.getByRole('status')).toHaveText(guest.door.signed)
      await judge(phone)
      // The officer's list fills by itself.
      await expect(page.getByRole('listitem').filter({ hasText: '海辺花子' })).toBeVisible({ timeout: 8000 })
      await page.reload()
      await expect(page.getByRole('img', { name: door.scan })).toBeVisible()

      await page.goto(`/kerja/kegiatan/${slug}/notulen`)
      await page.getByLabel(agendaWords[language].room.block.keputusan).fill('Bertemu lagi.')
      await page.getByRole('button', { name: sum.save }).click()
      await page.getByRole('button', { name: sum.share }).click()
      await judge(page)
      await page.getByLabel(linkWords[language].party, { exact: true }).fill('Mitra dari laut')
      await page.getByLabel(linkWords[language].language).selectOption('ja')
      await page.getByRole('button', { name: linkWords[language].make }).click()
      await phone.goto((await page.locator('.link-address').textContent()) ?? '')
      await judge(phone)
      await phone.getByLabel(guest.confirm.name).fill('海辺太郎')
      await phone.getByRole('button', { name: guest.confirm.agree }).click()
      await expect(phone.getByRole('status')).toHaveText(guest.confirm.thanksAgree)
      await judge(phone)
      await page.reload()
      await expect(page.getByText(agendaWords[language].room.state.disepakati).first()).toBeVisible()
      await judge(page)
      await phone.context().close()
    })
  })
}
