import { expect, test, type Browser, type Page } from '@playwright/test'
import { newId } from '../../src/shared/ids.ts'
import type { Language } from '../../src/shared/languages.ts'
import { words as linkWords } from '../../src/slices/links/ui/messages/words.gen.ts'
import { words as pageWords } from '../../src/slices/sharing/messages/words.gen.ts'
import { words } from '../../src/slices/sharing/ui/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { enterAs, izumisano } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, watch } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `halaman-mitra/${name}`)
}

for (const [language, width] of [
  ['id', 1280],
  ['ja', 360],
] as const) {
  test(`${language}, ${width} px: the officer shares, the partner corrects and proposes, the officer sees`, async ({
    page,
    browser,
  }) => {
    await page.setViewportSize({ width, height: heightOf(width) })
    const seen = watch(page)
    const w = words[language]
    const { part } = pageWords[language]
    const mark = newId().slice(-8)
    await enterAs(page, { key: 'petugas-kota-bekasi', language })
    await page.goto(`/kerja/kerja-sama/${izumisano}/mitra`)
    const share = page.getByRole('region', { name: w.share })
    await share.getByLabel(part.surat, { exact: true }).uncheck()
    await share.getByText(`${w.preview}: ${part.bidang}`).click()
    // In the partner's language, whatever the officer's is.
    await expect(share.getByText('廃棄物管理')).toBeVisible()
    await share.getByLabel(linkWords[language].party).fill(`泉佐野市 ${mark}`)
    await judge(page, `bagikan-${language}-${width}`)
    await share.getByRole('button', { name: linkWords[language].make }).click()
    const address = await share.locator('.link-address').innerText()
    await expect(page.getByRole('region', { name: w.shown })).toContainText(mark)

    await answerAsPartner(browser, { address, mark, width })

    await page.goto(`/kerja/kerja-sama/${izumisano}/mitra`)
    const answers = page.getByRole('region', { name: w.from })
    const proposal = answers.getByRole('listitem').filter({ hasText: `提案 ${mark}` })
    await expect(proposal).toContainText('職員の相互訪問')
    await expect(answers.getByRole('listitem').filter({ hasText: `訂正 ${mark}` })).toContainText(part.bidang)
    await judge(page, `jawaban-${language}-${width}`)
    await proposal.getByRole('button', { name: w.follow }).click()
    await expect(proposal.getByRole('link', { name: w.openTask })).toBeVisible()
    expect(seen.faults).toEqual([])
  })
}

/** Whoever was sent the address: another device, no session, no script, the language of the link. */
async function answerAsPartner(
  browser: Browser,
  { address, mark, width }: { address: string; mark: string; width: number },
): Promise<void> {
  const language: Language = 'ja'
  const { page: w, part } = pageWords[language]
  const device = await browser.newContext({ viewport: { width, height: heightOf(width) } })
  const page = await device.newPage()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^泉佐野市/)
  await expect(page.getByRole('heading', { name: part.surat })).toHaveCount(0)
  await judge(page, `halaman-${width}`)
  await page.getByText(`${w.wrong}: ${part.bidang}`).click()
  const wrong = page.locator('section#bidang')
  await wrong.getByLabel(w.correction).fill(`訂正 ${mark}`)
  await wrong.getByRole('button', { name: w.sendCorrection }).click()
  await expect(page.getByRole('status')).toContainText(w.thanks.perbaikan)
  const proposal = page.locator('section#usulan')
  await proposal.getByLabel(w.title).fill(`提案 ${mark}`)
  await proposal.getByLabel(w.words).fill('職員の相互訪問')
  await proposal.getByLabel(w.name).fill(`${mark}`)
  await proposal.getByRole('button', { name: w.sendProposal }).click()
  await expect(page.getByRole('status')).toContainText(w.thanks.usulan)
  await judge(page, `tanda-terima-${width}`)
  await device.close()
}
