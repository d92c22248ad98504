// The first ten minutes as one journey (product.md), on a fresh installation of its own: what it records on Izumisano
// stands in nobody else's way. Steps that need what does not exist yet are not here and stand as "belum ada".
import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { facts } from '../../src/pages/five-stories/facts.ts'
import { words as briefingWords } from '../../src/pages/briefing/messages/words.gen.ts'
import { words as programmeWords } from '../../src/pages/programmes/messages/words.gen.ts'
import { words as pageWords } from '../../src/pages/relation-page/ui/messages/words.gen.ts'
import { words as agendaWords } from '../../src/slices/agenda/ui/messages/words.gen.ts'
import { words as contestWords } from '../../src/slices/contests/messages/words.gen.ts'
import { words as planWords } from '../../src/slices/agenda/ui/plan/messages/words.gen.ts'
import { words as letterWords } from '../../src/slices/letters/ui/messages/words.gen.ts'
import { words as lawWords } from '../../src/slices/procedures/ui/messages/words.gen.ts'
import { words as relationWords } from '../../src/slices/relations/messages/words.gen.ts'
import { words as recordWords } from '../../src/slices/relations/ui/messages/words.gen.ts'
import { words as workWords } from '../../src/slices/workforce/messages/words.gen.ts'
import { stopPostgres } from '../../src/platform/postmaster.ts'
import type { Language } from '../../src/shared/languages.ts'
import { testHome } from '../cluster.ts'
import { startProduct } from '../load/processes.ts'
import { expectAccessible } from './accessible.ts'
import { enterAs, izumisano, putAway } from './officer.ts'
import { expectNoOverflow, heightOf, watch, widths } from './watch.ts'

const forum = 'rakor-jababeka-2025-10-21'
const agency = 'Dinas Lingkungan Hidup'

const scan = {
  name: 'naskah.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

async function judge(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
}

async function walk(page: Page, { base, language }: { base: string; language: Language }): Promise<void> {
  await test.step('1. five stories, a way in for each role', async () => {
    await page.goto(`${base}/${language}`)
    await expect(page.locator('ul.rows > li')).toHaveCount(5)
    await expect(page.locator('#masuk').getByRole('button').first()).toBeVisible()
    await judge(page)
  })

  await test.step('2. and 3. Izumisano: stage 1 of 8; nine offered, and whose words that is', async () => {
    await page.locator('ul.rows > li').first().getByRole('link').first().click()
    await expect(page.locator('#tahap [aria-current=step]')).toBeVisible()
    await page.locator('#bidang').getByRole('link').first().click()
    await expect(page.locator('article.source')).toContainText('Tri Adhianto')
  })

  await test.step('4. the officer’s day: at most seven lines, each with its act', async () => {
    await enterAs(page, { key: 'petugas-kota-bekasi', language })
    await page.goto(`${base}/kerja`)
    const lines = page.locator('.todo li')
    await expect(lines.first()).toBeVisible()
    expect(await lines.count()).toBeLessThanOrEqual(7)
    for (const line of await lines.all()) await expect(line.getByRole('link').first()).toBeVisible()
    await judge(page)
  })

  await test.step('5. the LoI: not yet, because …; and the letter to the minister as Word', async () => {
    const w = lawWords[language]
    await page.goto(`${base}/kerja/kerja-sama/${izumisano}`)
    await page.getByRole('button', { name: w.prepare({ what: w.prepared.pernyataan_kehendak }) }).click()
    const missing = page.locator('details.miss')
    await expect(missing).toHaveAttribute('open', '')
    await expect(missing.getByText('PP 28/2018 Ps 28(4)').first()).toBeVisible()
    await missing.getByRole('button', { name: w.letterAct.konsultasi_mendagri }).first().click()
    await expect(page).toHaveURL(/\/kerja\/surat\//)
    await expect(page.getByRole('article')).toContainText('Menteri Dalam Negeri')
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: letterWords[language].page.word }).click()
    const file = await waiting
    expect(file.suggestedFilename()).toMatch(/\.docx$/)
    await judge(page)
  })

  await test.step('6. a signing with its file is accepted, and marked', async () => {
    const w = recordWords[language].record
    await page.goto(`${base}/kerja/kerja-sama/${izumisano}`)
    await page.getByRole('link', { name: pageWords[language].record }).click()
    await page.getByRole('combobox', { name: w.label.step, exact: true }).selectOption('penandatanganan')
    await page.getByLabel(w.label.occurredOn).fill('2026-11-20')
    await page.locator('input[type=file]').first().setInputFiles(scan)
    await expect(page.getByText(scan.name, { exact: true })).toBeVisible()
    await page.getByLabel(w.label.title).fill('Nota Kesepahaman')
    await page.getByLabel(w.label.term, { exact: true }).selectOption('months')
    await page.getByLabel(w.label.termMonths).fill('36')
    await page.getByRole('button', { name: w.save }).click()
    await expect(page.locator('.status')).toHaveText(relationWords[language].status.signed_incomplete)
    await judge(page)
    // Recording is inside: the world still reads what was published.
    await page.goto(`${base}/${language}/kerja-sama/${izumisano}`)
    await expect(page.locator('.status').first()).toHaveText(relationWords[language].status.exploring)
  })

  await test.step('7. the forum: four points get an agency, one with one tap; the next forum already holds them', async () => {
    const w = agendaWords[language].points
    const next = planWords[language].next
    await enterAs(page, { key: 'petugas-kab-bekasi', language })
    await page.goto(`${base}/kerja/kerja-sama/kab-bekasi-jababeka`)
    const rows = page.locator('#pokok-bahasan tbody tr')
    await expect(rows).toHaveCount(4)
    for (const [at, row] of (await rows.all()).entries()) {
      await row.getByRole('button', { name: w.chooseUnit }).click()
      const asked = page.getByRole('group').filter({ has: page.getByLabel(w.owner) })
      // The story names one agency; where none can be proposed the panel says so and the agency is chosen.
      if (at === 0) await asked.getByRole('button', { name: agency }).click()
      else {
        await asked.getByRole('combobox').first().selectOption({ label: agency })
        await asked.getByRole('button', { name: w.save, exact: true }).click()
      }
      await expect(row).toContainText(w.underWay)
      await putAway(page)
    }
    await judge(page)
    await page.goto(`${base}/kerja/kegiatan/${forum}`)
    await page.getByRole('button', { name: next.go, exact: true }).click()
    await page.getByRole('button', { name: next.save, exact: true }).click()
    await expect(page).not.toHaveURL(new RegExp(`${forum}$`))
    const carried = page.locator('#dibawa tbody tr').filter({ has: page.locator('a') })
    await expect(carried).toHaveCount(4)
    for (const row of await carried.all()) await expect(row).toContainText(agency)
    await judge(page)
  })

  await walkProgrammes(page, { base, language })

  await test.step('10. the Korean side: who is it? three answers, three consequences', async () => {
    const w = recordWords[language].who
    await enterAs(page, { key: 'petugas-kab-bekasi', language })
    await page.goto(`${base}/kerja/kerja-sama/kab-bekasi-pihak-korea-selatan`)
    const who = page.locator('#mitra')
    for (const [answer, consequence] of [
      ['foreign_local_government', 'PP 28/2018 Ps 27(3)a'],
      ['company', w.noSister],
      ['institution', w.noSister],
    ] as const) {
      await who.getByLabel(w.answer[answer]).check()
      await expect(who).toContainText(consequence)
    }
    await judge(page)
  })

  await test.step('12. what to know before a guest comes, with its sources', async () => {
    await enterAs(page, { key: 'petugas-kota-bekasi', language })
    await page.goto(`${base}/kerja/kerja-sama/${izumisano}`)
    await page.getByRole('link', { name: briefingWords[language].title, exact: true }).click()
    await expect(page).toHaveURL(/\/bahan$/)
    const paper = page.locator('article.leaf').first()
    await expect(paper).toHaveAttribute('lang', language)
    await expect(paper.getByRole('heading', { name: briefingWords[language].sources })).toBeVisible()
    expect(await paper.locator('ol.leaf-sources > li').count()).toBeGreaterThan(0)
    // A line says by number which source it is from.
    await expect(paper.locator('ul > li', { hasText: '[1]' }).first()).toBeVisible()
    await judge(page)
  })

  await test.step('13. every fact of the five stories, with an honest list of what does not exist', async () => {
    await page.goto(`${base}/${language}/tentang/lima-cerita`)
    await expect(page.locator('[data-fact]')).toHaveCount(facts.length)
    await expect(page.locator('[data-state=ada]').first()).toBeVisible()
    await judge(page)
  })
}

/** Steps 8 and 9: what a citizen may enter on its days, and what is known of those who are ready to go. */
async function walkProgrammes(page: Page, { base, language }: { base: string; language: Language }): Promise<void> {
  await test.step('8. 28 June 2024: the contest is open, an RW enters by phone; 1 July: closed', async () => {
    const w = contestWords[language]
    const contest = `${base}/${language}/program/lomba/kampung-berseri-2024`
    await page.goto(`${base}/${language}/daerah/kab-bekasi?tanggal=2024-06-28`)
    await page.locator('#sedang-dibuka').getByRole('link', { name: w.enter }).click()
    await page.getByLabel(w.form.name).fill('Kampung Coba')
    await page.getByLabel(w.form.village).fill('Desa Coba')
    await page.getByLabel(w.form.kecamatan).fill('Kecamatan Coba')
    await page.getByLabel(w.form.entrant).fill('Warga Coba')
    await page.getByLabel(w.form.phone).fill('0800 0000 0000')
    await page.getByRole('button', { name: w.form.send }).click()
    await expect(page.locator('[data-signature]')).toHaveAttribute('data-signature', 'cocok')
    await judge(page)
    await page.goto(`${contest}?tanggal=2024-07-01`)
    await expect(page.locator('[data-window]')).toHaveAttribute('data-window', 'ditutup')
    await expect(page.getByRole('link', { name: w.enter })).toHaveCount(0)
    await judge(page)
    await page.goto(`${contest}?tanggal=`)
  })

  await test.step('9. work (Bandung): a cohort is ready, its number is not stated', async () => {
    const w = workWords[language]
    await enterAs(page, { key: 'petugas-kota-bandung', language })
    await page.goto(`${base}/kerja/program`)
    await page.getByRole('link', { name: programmeWords[language].kind.workforce }).click()
    await expect(page).toHaveURL(/\/program\/tenaga-kerja$/)
    // Whoever signs in anew while something is still read is told that she is not signed in.
    await page.waitForLoadState('networkidle')
    const cohort = page.getByRole('listitem').filter({ hasText: w.unstated }).first()
    await expect(cohort).toContainText(w.step.siap)
    await judge(page)
  })
}

for (const { language, width } of (['id', 'ja'] as const).flatMap((language) =>
  widths.map((width) => ({ language, width })),
)) {
  test.describe(`${language}, ${width} px`, () => {
    const home = testHome(`ten-minutes-${language}-${width}`)
    test.use({ viewport: { width, height: heightOf(width) } })
    let product: Awaited<ReturnType<typeof startProduct>>

    test.beforeAll(async () => {
      await stopPostgres(home)
      rmSync(home, { recursive: true, force: true })
      product = await startProduct(home)
    })
    test.afterAll(async () => {
      await product.stop()
      rmSync(home, { recursive: true, force: true })
    })

    test('the first ten minutes, as far as they exist', async ({ browser }) => {
      test.setTimeout(180_000)
      const base = `http://127.0.0.1:${product.port}`
      const context = await browser.newContext({ baseURL: base, viewport: { width, height: heightOf(width) } })
      const page = await context.newPage()
      const seen = watch(page)
      await walk(page, { base, language })
      expect(seen.faults).toEqual([])
      await context.close()
    })
  })
}
