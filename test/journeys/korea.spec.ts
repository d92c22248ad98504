import { expect, test, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { newId } from '../../src/shared/ids.ts'
import type { Language } from '../../src/shared/languages.ts'
import { readRelationPage } from '../../src/pages/relation-page/contract.ts'
import { words as pageWords } from '../../src/pages/relation-page/ui/messages/words.gen.ts'
import { words as ledgerWords } from '../../src/slices/ledger/ui/messages/words.gen.ts'
import { words as relationWords } from '../../src/slices/relations/ui/messages/words.gen.ts'
import { listSources } from '../../src/slices/sources/contract.ts'
import { words as sourceWords } from '../../src/slices/sources/ui/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, watch, widths } from './watch.ts'

const slug = 'kab-bekasi-pihak-korea-selatan'

// One relation is answered and taken back each time: one after the other.
test.describe.configure({ mode: 'serial' })

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`the unnamed Korean side, ${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      test.beforeEach(async ({ page }) => await enterAs(page, { key: 'petugas-kab-bekasi', language }))

      test('who is it? three answers, what follows before it is saved, and back', async ({ page }) => {
        const seen = watch(page)
        await whoIsIt(page, language)
        expect(seen.faults).toEqual([])
      })
      test('a source has its page: who made it, what it links to, and a text that is another one', async ({ page }) => {
        await pasteAnother(page, language)
      })
    })
  }
}

async function whoIsIt(page: Page, language: Language) {
  const w = relationWords[language].who
  await page.goto(`/kerja/kerja-sama/${slug}`)
  await expect(page.getByText(pageWords[language].unnamed.noText)).toBeVisible()
  await expect(page.getByText(pageWords[language].unnamed.noPartner)).toBeVisible()

  // What other outlets say is closed until somebody asks.
  const other = page.getByText('satuarah.co')
  await expect(other.first()).toBeHidden()
  await page.getByText(sourceWords[language].othersCount({ n: 2 })).click()
  await expect(other.first()).toBeVisible()
  await expectNoOverflow(page)

  const who = page.locator('#mitra')
  await who.getByRole('button', { name: w.save }).click()
  await expect(who.getByText(w.chooseKind)).toBeVisible()
  await who.getByLabel(w.answer.foreign_local_government).check()
  await expect(who).toContainText('PP 28/2018 Ps 27(3)a')
  await expect(who).toContainText(w.equalKr)
  await who.getByLabel(w.answer.institution).check()
  await expect(who).toContainText(w.noSister)
  await who.getByLabel(w.answer.company).check()
  await expect(who).toContainText(w.noSister)
  await expect(who).toContainText('PP 28/2018 Ps 24')
  await expect(who).toContainText(w.noText)
  await expectAccessible(page)
  await expectNoOverflow(page)

  const name = `DICS US Co Ltd ${newId().slice(-6)}`
  await who.locator('#set-partner').fill(name)
  await who.locator('#set-partner').press('Tab')
  await who.getByRole('button', { name: w.save }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page.locator('#mitra')).toHaveCount(0)
  await page.getByRole('button', { name: ledgerWords[language].undo.undo }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(name)
  await expect(page.locator('#mitra')).toBeVisible()
  const { relation } = await ask(page, readRelationPage, { slug })
  expect(relation).toMatchObject({ partner: null, process: null })
}

async function pasteAnother(page: Page, language: Language) {
  const w = sourceWords[language]
  const { rows } = await ask(page, listSources, { q: 'Naryo' })
  const [source] = rows
  if (source === undefined) throw new Error('The article of story 003 is not filed.')
  await page.goto(`/kerja/sumber/${source.id}`)
  await expect(page.getByText('Gubernur Setif').first()).toBeVisible()
  await expect(page.getByText('Naryo', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: w.paste }).click()
  await expect(page.getByLabel(w.pasteLabel)).toBeFocused()
  const text = createHash('sha256').update(newId()).digest('hex')
  await page.getByLabel(w.pasteLabel).fill(`Bukan naskahnya ${text}`)
  await page.getByRole('button', { name: w.pasteSave }).click()
  await expect(page.getByText(w.pasteDiffers)).toBeVisible()
  await expectAccessible(page)
  await expectNoOverflow(page)
  await page.getByRole('button', { name: w.cancel }).click()
  await expect(page.getByRole('button', { name: w.paste })).toBeVisible()
  await expect(page.locator('mark')).toHaveCount(0)
}
