import { expect, test } from '@playwright/test'
import { words as shellWords } from '../../src/slices/residents/messages/words.gen.ts'
import { words as workWords } from '../../src/slices/residents/ui/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { newId } from '../../src/shared/ids.ts'
import { enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, widths } from './watch.ts'

const service = 'latihan-tanggap-bencana-bagi-warga-asing-kab-contoh'

const runs = (['id', 'ja'] as const).flatMap((language) => widths.map((width) => ({ language, width })))

for (const { language, width } of runs) {
  test(`a resident books and asks, the officer answers · ${language} · ${width}`, async ({ page }) => {
    const w = shellWords[language]
    await page.setViewportSize({ width, height: heightOf(width) })
    await page.goto(`/${language}/program/layanan/${service}`)
    await expectAccessible(page)
    await page.getByRole('link', { name: w.told.book }).first().click()
    await page.getByLabel(w.form.slot).selectOption({ index: 2 })
    await page.getByLabel(w.form.party, { exact: false }).first().fill('2')
    await page.getByLabel(w.form.name).fill('Kata Penguji')
    await page.getByLabel(w.form.contact).fill(`penguji-${language}-${newId().slice(-8)}@contoh.invalid`)
    await expectAccessible(page)
    await page.getByRole('button', { name: w.form.send }).click()
    await expect(page.getByRole('status').first()).toContainText(w.receipt.booked)
    await expect(page.getByRole('img', { name: w.receipt.qr })).toBeVisible()
    await expectAccessible(page)

    await page.goto(`/${language}/daerah/kota-bekasi/kontak`)
    await page.getByLabel(w.ask.topic, { exact: true }).selectOption('waste')
    const said = `${w.topic.waste} ${newId().slice(-8)}`
    await page.getByLabel(w.ask.words).fill(said)
    await expectAccessible(page)
    await page.getByRole('button', { name: w.ask.send }).click()
    await expect(page.getByRole('status').first()).toBeVisible()
    const receipt = page.url()

    await enterAs(page, { key: 'petugas-kota-bekasi', language })
    await page.goto('/kerja/program/layanan/pertanyaan')
    await page.getByRole('link', { name: said }).click()
    await page.getByRole('textbox', { name: workWords[language].questions.answerWords }).fill('Senin.')
    await expectAccessible(page)
    await page.getByRole('button', { name: workWords[language].questions.send }).click()
    await expect(page.getByRole('button', { name: workWords[language].questions.mend })).toBeVisible()
    await page.goto(receipt)
    await expect(page.getByText('Senin.')).toBeVisible()
    await expectNoOverflow(page)
  })
}
