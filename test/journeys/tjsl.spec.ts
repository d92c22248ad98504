import { expect, test, type Page } from '@playwright/test'
import { newId } from '../../src/shared/ids.ts'
import { addOffer } from '../../src/slices/csr/contract.ts'
import { words as sliceWords } from '../../src/slices/csr/messages/words.gen.ts'
import { words as csrWords } from '../../src/slices/csr/ui/messages/words.gen.ts'
import { words as formWords } from '../../src/slices/ledger/ui/messages/words.gen.ts'
import { words as linkWords } from '../../src/slices/links/ui/messages/words.gen.ts'
import { addPartner } from '../../src/slices/partners/contract.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, widths } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `tjsl/${name}`)
}

for (const { language, width } of (['id', 'ja'] as const).flatMap((language) =>
  widths.map((width) => ({ language, width })),
)) {
  test.describe(`${language}, ${width} px`, () => {
    test.use({ viewport: { width, height: heightOf(width) } })
    const w = csrWords[language]
    const { room } = sliceWords[language]

    test('a need is entered, matched by the proposal, and confirmed by its village', async ({ page }) => {
      await enterAs(page, { key: 'petugas-kab-bekasi', language })
      const village = `Desa ${newId().slice(-8)}`
      const partner = await ask(page, addPartner, {
        act: newId(),
        name: `PT ${newId().slice(-8)}`,
        kind: 'company',
        country: 'ID',
      } as never)
      await ask(page, addOffer, {
        act: newId(),
        partner: partner.id,
        what: 'Gerobak',
        ceiling: 30_000_000,
        year: 2026,
        places: [village],
      })
      await page.goto('/kerja/program/tjsl')
      const add = page.getByRole('button', { name: w.needs.add })
      await add.click()
      // Left without saving, it gives the focus back to where it was opened.
      await page.getByRole('button', { name: formWords[language].form.cancel, exact: true }).click()
      await expect(add).toBeFocused()
      await add.click()
      await page.getByLabel(w.need.title).fill('Gerobak sampah')
      await page.getByLabel(w.need.village).fill(village)
      await page.getByLabel(w.need.district).fill('Utara')
      await page.getByLabel(w.need.cost).fill('20.000.000')
      await judge(page, `form-${language}-${width}`)
      await page.getByRole('button', { name: w.need.save, exact: true }).click()
      await page.getByRole('button', { name: w.need.open }).click()
      await page.getByRole('button', { name: w.proposals.take }).click()
      await judge(page, `usulan-${language}-${width}`)
      await page.getByRole('button', { name: w.match.go, exact: true }).click()
      await page.getByRole('button', { name: w.realisation.add }).click()
      await page.getByLabel(w.realisation.value).fill('20.000.000')
      await page.getByRole('button', { name: w.realisation.save }).click()
      await expect(page.getByText(sliceWords[language].report.dilaporkan, { exact: true })).toBeVisible()
      await page.getByRole('button', { name: w.links.makeVillage }).click()
      await page.getByRole('button', { name: linkWords[language].make, exact: true }).click()
      const address = (await page.locator('.link-address').textContent()) ?? ''
      await judge(page, `dipasangkan-${language}-${width}`)
      await page.goto(address)
      await judge(page, `desa-${language}-${width}`)
      await page.getByLabel(room.yes).check()
      await page.getByRole('button', { name: room.send }).click()
      await expect(page.getByRole('status')).toHaveText(room.sent)
      await expect(page.getByText(sliceWords[language].report.dikonfirmasi, { exact: true })).toBeVisible()
      await judge(page, `desa-terjawab-${language}`)
    })
  })
}
