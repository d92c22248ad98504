import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { words as pageWords } from '../../src/pages/briefing/messages/words.gen.ts'
import { words } from '../../src/pages/briefing/ui/messages/words.gen.ts'
import { words as letterWords } from '../../src/slices/letters/ui/messages/words.gen.ts'
import { words as controlWords } from '../../src/ui/controls/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { enterAs, izumisano } from './officer.ts'
import { expectNoOverflow, heightOf, widths } from './watch.ts'

/** A sentence of the record and a source, as each language says them; written by hand. */
const told = {
  id: { said: '9 ditawarkan · 6 disebut · 3 belum disebut', source: 'menurut berita', second: '泉佐野市' },
  ja: { said: '9分野を提案 · 6分野に言及 · 3分野は言及なし', source: '報道による', second: 'Kota Izumisano' },
} as const

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test(`${language} at ${width}: the guest is briefed for, with sources, as Word and for a chat`, async ({
      page,
    }) => {
      const w = words[language]
      const { said, source, second } = told[language]
      await page.setViewportSize({ width, height: heightOf(width) })
      await enterAs(page, { key: 'petugas-kota-bekasi', language })
      await page.goto(`/kerja/kerja-sama/${izumisano}`)
      await page.getByRole('link', { name: pageWords[language].title, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: pageWords[language].title })).toBeVisible()
      const [paper, also] = [page.getByRole('article').first(), page.getByRole('article').last()]
      await expect(paper).toContainText(said)
      await expect(paper).toContainText(`[2]${source}`)
      await expect(also).toContainText(second)
      await expectAccessible(page)
      await expectNoOverflow(page)

      const saving = page.waitForEvent('download')
      await page.getByRole('link', { name: letterWords[language].page.word }).click()
      const saved = await saving
      expect(saved.suggestedFilename()).toMatch(/^bahan audiensi - Kota Izumisano .*\.docx$/)
      const xml = strFromU8(unzipSync(readFileSync(await saved.path()))['word/document.xml'] ?? new Uint8Array())
      const text = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
      for (const part of [said, source, second]) expect(text).toContain(part)

      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.getByRole('button', { name: controlWords[language].copy.label }).click()
      await expect(page.getByText(controlWords[language].copy.done)).toBeVisible()
      expect(await page.evaluate(async () => await navigator.clipboard.readText())).toContain(said)

      // For the guest nothing internal is left, and the choice survives a reload.
      await page.getByLabel(w.audience, { exact: true }).selectOption('guest')
      await expect(page.getByText(w.inside)).toBeHidden()
      await page.reload()
      await expect(page.getByLabel(w.audience, { exact: true })).toHaveValue('guest')
      await expect(paper).not.toContainText(pageWords[language].part.open)
    })
  }
}
