import { expect, test, type Page } from '@playwright/test'
import { newId } from '../../src/shared/ids.ts'
import { addCohort } from '../../src/slices/workforce/contract.ts'
import { words as ourWords } from '../../src/slices/workforce/messages/words.gen.ts'
import { words as formWords } from '../../src/slices/workforce/ui/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, widths } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `tenaga-kerja/${name}`)
}

test('what another outlet says is checked, made the region’s own and published; until then it is inside alone', async ({
  page,
}) => {
  const [w, our] = [formWords.id, ourWords.id]
  const programme = our.scheme.jp_ikusei_shuro
  const outside = '/id/daerah/kota-bandung/program/tenaga-kerja'
  await page.goto(outside)
  await expect(page.locator('#luar-negeri')).not.toContainText(programme)
  await enterAs(page, { key: 'petugas-kota-bandung', language: 'id' })
  await page.goto('/kerja/program/tenaga-kerja')
  const line = page.locator('#jp-ikusei-shuro')
  await expect(line).toContainText(our.known.elsewhere)
  await line.getByRole('button', { name: w.abroad.confirm({ name: programme }) }).click()
  await expect(line.getByLabel(w.abroad.source, { exact: true })).toHaveValue(/japanono\.com/)
  await judge(page, 'id-1280-periksa')
  await line.getByLabel(w.abroad.source, { exact: true }).fill('Keputusan yang dibaca petugas')
  await line.getByLabel(w.abroad.checked, { exact: true }).selectOption('1')
  await line.getByRole('button', { name: w.form.save }).click()
  await expect(line).toContainText(w.abroad.ours)
  await expect(line).not.toContainText(our.known.elsewhere)
  await page.getByRole('button', { name: w.publish.go, exact: true }).click()
  await expect(page.getByRole('link', { name: w.publish.see })).toBeVisible()
  await page.goto(outside)
  await expect(page.locator('#jp-ikusei-shuro')).toContainText(
    'mulai 1 April 2027 · menurut Keputusan yang dibaca petugas',
  )
})

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      const [our, w] = [ourWords[language], formWords[language]]

      test('Bandung: a cohort is ready, its number is not stated, and the source says so', async ({ page }) => {
        await page.goto(`/${language}/daerah/kota-bandung/program`)
        await page.getByRole('link', { name: 'Tenaga terampil ke Jepang' }).first().click()
        await expect(page.getByText(our.step.siap).first()).toBeVisible()
        await judge(page, `${language}-${width}-angkatan`)
        await page.getByRole('link', { name: our.unstated }).click()
        await expect(page.locator('main')).toContainText('Yana Mulyana')
        await judge(page, `${language}-${width}-sumber`)
      })

      test('a cohort to suspended seasonal work asks for a legal opinion, and a placement fee is refused', async ({
        page,
      }) => {
        await enterAs(page, { key: 'petugas-kota-bekasi', language })
        await page.goto('/kerja/program/tenaga-kerja')
        await page.getByRole('button', { name: w.cohorts.add }).click()
        await page.getByLabel(w.cohort.name, { exact: true }).fill('Angkatan musiman')
        await page.getByLabel(w.cohort.country, { exact: true }).selectOption('KR')
        await page.getByLabel(w.cohort.scheme, { exact: true }).selectOption('kr_seasonal')
        await page.locator('#beganOn-angkatan-baru').fill('1')
        await page.locator('#beganOn-angkatan-baru-month').fill('3')
        await page.locator('#beganOn-angkatan-baru-year').fill('2026')
        await page.getByRole('button', { name: w.form.save }).click()
        const refusal = page.locator('.refuse[role=alert]')
        await expect(refusal).toContainText('jpnn.com')
        await judge(page, `${language}-${width}-pendapat-hukum`)
        await page.getByRole('button', { name: w.form.cancel }).click()

        const name = `Angkatan ${newId().slice(-6)}`
        const { slug } = await ask(page, addCohort, { act: newId(), name, country: 'JP' })
        await page.goto(`/kerja/program/tenaga-kerja/${slug}`)
        await page.getByRole('button', { name: w.cost.add }).click()
        await page.getByLabel(w.cost.item, { exact: true }).fill('biaya penempatan')
        await expect(page.getByText(our.obstacle.placement_fee).first()).toBeVisible()
        await page.getByRole('button', { name: w.form.save }).click()
        await expect(page.locator('.refuse[role=alert]')).toContainText(our.obstacle.placement_fee)
        await judge(page, `${language}-${width}-biaya`)
      })
    })
  }
}
