import { expect, test, type Browser, type Page } from '@playwright/test'
import { words } from '../../src/pages/tasks/ui/messages/words.gen.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Language } from '../../src/shared/languages.ts'
import { words as followWords } from '../../src/slices/followup/messages/words.gen.ts'
import { words as linkWords } from '../../src/slices/links/ui/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { enterAs, named, readIzumisano } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, watch, widths } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `tindak-lanjut/${name}`)
}

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test(`${language}, ${width} px: a task is shared, answered on a phone without account, and closed`, async ({
      page,
      browser,
    }) => {
      await page.setViewportSize({ width, height: heightOf(width) })
      const seen = watch(page)
      const w = words[language]
      await enterAs(page, { key: 'petugas-kota-bekasi', language })
      const { relation } = await readIzumisano(page)
      const what = `Menyusun usulan pertukaran siswa ${newId().slice(-6)}`
      await page.goto(`/kerja/catat/tindak-lanjut?kerja-sama=${relation.id}`)
      await page.getByLabel(w.field.what).fill(what)
      await page.getByLabel(w.field.dueOn).fill('2099-02-01')
      await judge(page, `catat-${language}-${width}`)
      await page.getByRole('button', { name: w.save, exact: true }).click()
      await expect(page).toHaveURL(/\/kerja\/tindak-lanjut\/[0-9a-f-]{36}$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(what)
      await page.getByRole('button', { name: w.share, exact: true }).click()
      await page.getByLabel(linkWords[language].party).fill('Dinas Pendidikan')
      await page.getByRole('button', { name: linkWords[language].make }).click()
      const address = await page.locator('.link-address').innerText()
      await judge(page, `dibagikan-${language}-${width}`)

      await answerOnPhone(browser, { address, language, what })

      await page.goto('/kerja/tindak-lanjut?keadaan=dijawab')
      const line = page.getByRole('listitem').filter({ hasText: what })
      await expect(line).toContainText('Dinas Pendidikan')
      await judge(page, `daftar-${language}-${width}`)
      await line.getByRole('button', { name: named(w.close, what) }).click()
      await expect(page.getByText(w.closed, { exact: true })).toBeVisible()
      await expect(line).toHaveCount(0)
      expect(seen.faults).toEqual([])
    })
  }
}

/** Whoever was sent the address: another device, an old phone, no session, no script. */
async function answerOnPhone(
  browser: Browser,
  { address, language, what }: { address: string; language: Language; what: string },
): Promise<void> {
  const { page: w } = followWords[language]
  const phone = await browser.newContext({ viewport: { width: 360, height: heightOf(360) } })
  const page = await phone.newPage()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(what)
  await judge(page, `jawab-${language}`)
  await page.getByLabel(w.done).check()
  await page.getByLabel(w.note, { exact: true }).fill('Usulan sudah dikirim ke bagian kerja sama')
  const bukti = { name: 'bukti.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${what}\n%%EOF\n`) }
  await page.getByLabel(w.file).setInputFiles(bukti)
  await page.getByRole('button', { name: w.send }).click()
  await expect(page.getByRole('status')).toHaveText(w.sentDone)
  await judge(page, `terjawab-${language}`)
  await phone.close()
}
