import { createHash, randomBytes } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { newId } from '../../src/shared/ids.ts'
import * as contests from '../../src/slices/contests/contract.ts'
import * as judging from '../../src/slices/contests/judging-contract.ts'
import { words } from '../../src/slices/contests/messages/words.gen.ts'
import { words as judgingWords } from '../../src/slices/contests/ui/judging/messages/words.gen.ts'
import { listUnits } from '../../src/slices/reference/contract.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture } from './watch.ts'

const address = '/program/lomba/kampung-berseri-2024'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `lomba/${name}`)
}

for (const language of ['id', 'ja'] as const) {
  for (const width of [360, 1280] as const) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) }, javaScriptEnabled: true })
      const w = words[language]

      test('28 June: open, an RW enters by phone and holds a receipt; 1 July: closed', async ({ page }) => {
        await page.goto(`/${language}${address}?tanggal=2024-06-11`)
        await expect(page.locator('[data-window]')).toHaveAttribute('data-window', 'belum')

        await page.goto(`/${language}${address}?tanggal=2024-06-28`)
        await expect(page.locator('[data-window]')).toHaveAttribute('data-window', 'dibuka')
        await expect(page.getByText(w.state.dibuka, { exact: true })).toBeVisible()
        await judge(page, `${language}-${width}-dibuka`)

        await page.getByRole('link', { name: w.enter }).click()
        const kampung = `Kampung ${newId().slice(-6)}`
        // What the browser would ask for first is asked by the server too: nothing typed is lost.
        await page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
        await page.getByLabel(w.form.name).fill(kampung)
        await page.getByRole('button', { name: w.form.send }).click()
        await expect(page.getByRole('alert')).toContainText(w.form.phone)
        await expect(page.getByLabel(w.form.name)).toHaveValue(kampung)
        await judge(page, `${language}-${width}-kurang`)
        await page.getByLabel(w.form.village).fill('Desa Uji')
        await page.getByLabel(w.form.kecamatan).fill('Kecamatan Uji')
        await page.getByLabel(w.form.entrant).fill('Warga Uji')
        await page.getByLabel(w.form.phone).fill('0800 0000 0000')
        await page.getByRole('button', { name: w.form.send }).click()
        await expect(page).toHaveURL(/\/program\/lomba\/tanda\//)
        await expect(page.locator('[data-signature]')).toHaveAttribute('data-signature', 'cocok')
        await expect(page.getByText(kampung, { exact: true })).toBeVisible()
        await judge(page, `${language}-${width}-tanda`)

        await page.goto(`/${language}${address}?tanggal=2024-07-01`)
        await expect(page.locator('[data-window]')).toHaveAttribute('data-window', 'ditutup')
        await expect(page.getByRole('link', { name: w.enter })).toHaveCount(0)
        await page.goto(`/${language}${address}/daftar`)
        await expect(page.getByRole('button', { name: w.form.send })).toHaveCount(0)
        await judge(page, `${language}-${width}-ditutup`)
      })
    })
  }
}

test.describe('a juror in the field', () => {
  test.use({ viewport: { width: 360, height: heightOf(360) }, javaScriptEnabled: true })

  test('a sheet sent while the line is lost stays on the phone, comes in once it is back, and is one sheet', async ({
    page,
  }) => {
    const { path, entries } = await openJudgedContest(page)
    const w = judgingWords.id.juror
    await page.context().clearCookies()
    await page.goto(path)
    await judge(page, 'juri-nyata')
    await page.getByRole('button', { name: w.declare, exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: w.declared })).toBeVisible()
    await judge(page, 'juri-lembar')

    await page.context().setOffline(true)
    for (const mark of await page.getByLabel(/bobot/).all()) if (await mark.isVisible()) await mark.fill('8')
    await page.getByRole('button', { name: w.send({ n: 1 }) }).click()
    await expect(page.locator('#simpanan')).toHaveText(w.kept)
    await judge(page, 'juri-tanpa-sinyal')
    await page.context().setOffline(false)
    await expect(page.locator('#simpanan')).toHaveText(w.flushed)
    await page.goto(path)
    await expect(page.getByText(w.progress({ sent: 1, all: entries }))).toBeVisible()
    await expect(page.locator('#peserta-1 summary')).toContainText(w.sent({ version: 1 }))
  })
})

/** A contest with two entries in judging, made by the officer; answers the page of its juror. */
async function openJudgedContest(page: Page): Promise<{ path: string; entries: number }> {
  await enterAs(page, { key: 'petugas-kab-contoh', language: 'id' })
  const url = `http://127.0.0.1:${process.env['JOURNEYS_PORT']}`
  const at = async (day: string) =>
    await page.context().addCookies([{ name: 'tanggal', value: day, url, sameSite: 'Lax' }])
  const { rows: units } = await ask(page, listUnits, {})
  const organiserUnit = units[0]?.id ?? ''
  const { id } = await ask(page, contests.addContest, { act: newId(), title: `Lomba ${newId().slice(-6)}`, organiserUnit, opensOn: '2024-06-12', closesOn: '2024-06-30' }) // prettier-ignore
  await ask(page, contests.publishContest, { act: newId(), id })
  await at('2024-06-28')
  for (const n of [1, 2]) {
    const entry = await ask(page, contests.addEntry, { act: newId(), id, name: `Kampung ${n}`, village: `Desa ${n}` })
    await ask(page, contests.checkEntry, { act: newId(), id: entry.id, rev: 1, completeness: 'complete' })
  }
  await at('2024-07-03')
  const criteria = [{ name: 'Kebersihan', weight: 60 }, { name: 'Penghijauan', weight: 40 }] // prettier-ignore
  await ask(page, judging.setCriteria, { act: newId(), id, rev: 0, scale: 10, normalisation: 'none', tieRule: 'shared', criteria }) // prettier-ignore
  const juror = await ask(page, judging.addJuror, { act: newId(), id, name: 'Juri Uji', decree: '5/2024' })
  const token = randomBytes(16).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  await ask(page, judging.inviteJuror, { act: newId(), id: juror.id, hash, party: 'Juri Uji', language: 'id' })
  await ask(page, judging.openJudging, { act: newId(), id, rev: 1 })
  return { path: `${url}/id/t/${token}`, entries: 2 }
}

test('the minutes of a judged contest stand on one page to print, with the jury and the places', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: heightOf(360) })
  await enterAs(page, { key: 'petugas-kab-contoh', language: 'ja' })
  await page.goto('/kerja/program/lomba/lomba-kampung-contoh-2025/berita-acara')
  const w = judgingWords.ja.minutes
  await expect(page.getByRole('heading', { name: w.title({ contest: 'Lomba Kampung Contoh 2025' }) })).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(28)
  await expect(page.getByRole('heading', { name: w.signatures })).toBeVisible()
  await judge(page, 'berita-acara')
  // A phone turns rows into cards; paper never does.
  await page.emulateMedia({ media: 'print' })
  const cell = page.getByRole('cell').first()
  expect(await cell.evaluate((one) => getComputedStyle(one).display)).toBe('table-cell')
  await page.emulateMedia({ media: 'screen' })
})
