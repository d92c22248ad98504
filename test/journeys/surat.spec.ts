import { expect, test, type Page } from '@playwright/test'
import { languages } from '../../src/shared/languages.ts'
import { newId } from '../../src/shared/ids.ts'
import { mendLetter, prepareLetter, readLetter } from '../../src/slices/letters/contract.ts'
import { words as letterWords } from '../../src/slices/letters/messages/words.gen.ts'
import { words } from '../../src/slices/letters/ui/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs, enterAsOneself, readIzumisano } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, watch, widths } from './watch.ts'

async function write(page: Page): Promise<string> {
  const { relation } = await readIzumisano(page)
  const kind = 'konsultasi_mendagri'
  return (await ask(page, prepareLetter, { act: newId(), relation: relation.id, kind, sure: ['kind'] })).id
}

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `surat/${name}`)
}

for (const language of languages) {
  for (const width of widths) {
    test(`${language}, ${width} px: a letter is read, mended and sent`, async ({ page }) => {
      await page.setViewportSize({ width, height: heightOf(width) })
      const seen = watch(page)
      const w = words[language]
      await enterAs(page, { key: 'petugas-kota-bekasi', language })
      const id = await write(page)
      await page.goto(`/kerja/surat/${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(letterWords[language].kind.konsultasi_mendagri)
      await expect(page.getByRole('article')).toContainText('Yth. Menteri Dalam Negeri')
      const n = await page.getByRole('article').locator('mark').count()
      await expect(page.getByText(w.page.missing({ n }), { exact: true })).toBeVisible()
      await judge(page, `${language}-${width}`)

      await page.getByLabel(w.field.subject, { exact: true }).fill('Hal yang diubah')
      await expect(page.getByRole('article')).toContainText('Hal yang diubah')
      await page.getByRole('button', { name: w.form.save }).click()
      await expect(page.getByText(w.mended)).toBeVisible()

      await page.getByRole('button', { name: w.send.open }).click()
      await page.getByLabel(w.send.number).fill(`${language}/${width}/${newId().slice(-6)}`)
      await page.getByLabel(w.send.datedOn).fill('2025-08-01')
      await page.getByLabel(w.send.sentOn).fill('2025-08-04')
      await page.getByRole('button', { name: w.send.save }).click()
      await page.getByRole('checkbox').check() // blanks are left, and meant
      await judge(page, `${language}-${width}-sending`)
      await page.getByRole('button', { name: w.send.save }).click()
      await expect(page.getByText(w.page.sentHint)).toBeVisible()
      await page.getByRole('button', { name: w.receive.open }).click()
      await judge(page, `${language}-${width}-sent`)
      // The doubt was a refusal on purpose.
      expect(seen.faults.filter((fault) => !fault.includes('422'))).toEqual([])
    })
  }
}

test('somebody else saved meanwhile: both texts stand side by side', async ({ page }) => {
  const w = words.id
  await enterAs(page, { key: 'petugas-kota-bekasi', language: 'id' })
  const id = await write(page)
  await page.goto(`/kerja/surat/${id}`)
  await page.getByLabel(w.field.subject, { exact: true }).fill('Hal saya')
  const { content, rev } = await ask(page, readLetter, { id })
  if (content.layout !== 'surat') throw new Error('not a letter')
  await ask(page, mendLetter, {
    act: newId(),
    id,
    rev,
    content: { ...content, subject: 'Hal mereka', nature: 'Segera' },
  })
  await page.getByRole('button', { name: w.form.save }).click()
  const conflict = page.getByRole('region').filter({ hasText: 'Hal mereka' })
  await expect(conflict).toContainText('Hal saya')
  await judge(page, 'conflict')
})

test('the letterhead and the templates', async ({ page }) => {
  for (const language of languages) {
    await enterAsOneself(page, { role: 'admin_daerah', language })
    const s = words[language].settings
    for (const width of widths) {
      await page.setViewportSize({ width, height: heightOf(width) })
      await page.goto('/kerja/pengaturan/surat')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(s.title)
      await page.getByText(s.placeholders).first().click()
      await judge(page, `templat-${language}-${width}`)
    }
  }
  const s = words.ko.settings
  await page.getByLabel(s.government).fill('Pemerintah Kota Bekasi')
  await page.getByRole('button', { name: s.save }).click()
  await expect(page.getByText(s.saved)).toBeVisible()
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const broken = { name: 'templat.docx', mimeType: docx, buffer: Buffer.from('bukan docx') }
  const templates = page.getByRole('region', { name: s.templates })
  await templates.locator('input[type=file]').first().setInputFiles(broken)
  await expect(templates.getByRole('alert').first()).not.toBeEmpty()
})
