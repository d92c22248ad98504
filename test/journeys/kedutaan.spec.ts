import { expect, test, type Page } from '@playwright/test'
import { words as todayWords } from '../../src/pages/today/messages/words.gen.ts'
import { formatDate } from '../../src/shared/format.ts'
import { newId } from '../../src/shared/ids.ts'
import { words as undoWords } from '../../src/slices/ledger/ui/messages/words.gen.ts'
import { cancelLetter, readLetter } from '../../src/slices/letters/contract.ts'
import { words as letterWords } from '../../src/slices/letters/messages/words.gen.ts'
import { words } from '../../src/slices/letters/ui/messages/words.gen.ts'
import { words as sectorWords } from '../../src/slices/reference/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs, named } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, watch, widths } from './watch.ts'

// One after the other: what was asked for is one thing, answered and taken back by each.
test.describe.configure({ mode: 'default' })

const embassy = { id: 'Kedutaan Besar Jepang', ja: '日本国大使館' }

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `kedutaan/${name}`)
}

/** Both files of the letter on screen, as a reader fetches them. */
async function fetchFiles(page: Page, labels: readonly string[]): Promise<void> {
  for (const label of labels) {
    const href = await page.getByRole('link', { name: label, exact: true }).getAttribute('href')
    const answer = await page.request.get(href ?? '')
    expect([label, answer.status()]).toEqual([label, 200])
    expect((await answer.body()).byteLength).toBeGreaterThan(2000)
  }
}

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test(`${language}, ${width} px: what the ambassador asked for is answered from Hari ini`, async ({ page }) => {
      await page.setViewportSize({ width, height: heightOf(width) })
      const seen = watch(page)
      const w = words[language]
      await enterAs(page, { key: 'petugas-kab-bekasi', language })
      await page.goto('/kerja')
      await page.getByRole('link', { name: named(todayWords[language].act.write, embassy[language]) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.partner.title)
      await page.getByLabel(w.partner.language).selectOption(language)
      await page.getByLabel(w.partner.replyBy).fill('2099-02-01')
      await judge(page, `${language}-${width}-tulis`)
      await page.getByRole('button', { name: w.partner.write }).click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(letterWords[language].kind.surat_mitra)
      const sheet = page.getByRole('article')
      const { industri, pariwisata, kebudayaan } = sectorWords[language].sector
      for (const field of [industri, pariwisata]) await expect(sheet).toContainText(field)
      await expect(sheet).not.toContainText(kebudayaan)
      await expect(sheet).toContainText(formatDate('2099-02-01', language))
      const body = page.getByLabel(w.field.body, { exact: true })
      const typed = (await body.inputValue()).replaceAll(/\[[^\]]*\]/g, 'Isi')
      await body.fill(typed)
      await page.getByRole('button', { name: w.form.save }).click()
      await expect(page.getByText(w.mended)).toBeVisible()
      await judge(page, `${language}-${width}-surat`)
      await fetchFiles(page, [w.page.word, w.page.pdf])

      const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      await page.getByRole('button', { name: w.send.open }).click()
      await page.getByLabel(w.send.number).fill(`${language}/${width}/${newId().slice(-6)}`)
      await page.getByLabel(w.send.datedOn).fill('2024-07-10')
      await page.getByLabel(w.send.sentOn).fill('2024-07-10')
      await page.getByRole('button', { name: w.send.save }).click()
      await page.getByRole('checkbox').check() // the city of the address stays blank, and is meant
      await page.getByRole('button', { name: w.send.save }).click()
      await page.getByRole('button', { name: w.asked.close }).click()
      await expect(page.getByText(w.asked.done)).toBeVisible()
      await judge(page, `${language}-${width}-dijawab`)
      await page.getByRole('button', { name: undoWords[language].undo.undo }).last().click()
      await expect(page.getByRole('button', { name: w.asked.close })).toBeVisible()
      // As it was found: the request is open, and no letter went out.
      const { rev } = await ask(page, readLetter, { id })
      await ask(page, cancelLetter, { act: newId(), id, rev, reason: 'Surat percobaan' })
      expect(seen.faults.filter((fault) => !fault.includes('422'))).toEqual([])
    })
  }
}
