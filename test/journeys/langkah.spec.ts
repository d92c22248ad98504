import { expect, test, type Page } from '@playwright/test'
import { words as pageWords } from '../../src/pages/relation-page/ui/messages/words.gen.ts'
import { words as todayWords } from '../../src/pages/today/messages/words.gen.ts'
import { prepareLetter } from '../../src/slices/letters/contract.ts'
import { words as letterWords } from '../../src/slices/letters/ui/messages/words.gen.ts'
import { addPartner } from '../../src/slices/partners/contract.ts'
import { words as lawWords } from '../../src/slices/procedures/ui/messages/words.gen.ts'
import { words as procedureWords } from '../../src/slices/procedures/messages/words.gen.ts'
import { newRelation, recordStep } from '../../src/slices/relations/contract.ts'
import { words as relationWords } from '../../src/slices/relations/messages/words.gen.ts'
import { words as recordWords } from '../../src/slices/relations/ui/messages/words.gen.ts'
import { formatDate } from '../../src/shared/format.ts'
import { newId } from '../../src/shared/ids.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs, enterAsOneself, izumisano, putAway } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, watch, widths } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  // Seen whole: on a phone something always lies half under the bar, wherever one has scrolled to.
  const size = page.viewportSize()
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (size !== null) await page.setViewportSize({ ...size, height: Math.max(size.height, whole) })
  await expectAccessible(page)
  if (size !== null) await page.setViewportSize(size)
  await takePicture(page, `langkah/${name}`)
}

/** A partner and a cooperation of this journey's own: Izumisano stays as the story tells it. */
async function begin(page: Page, name: string): Promise<{ id: string; slug: string }> {
  const kind = 'foreign_local_government' as const
  const partner = await ask(page, addPartner, { act: newId(), name, kind, country: 'JP', sure: ['name'] } as never)
  return await ask(page, newRelation, { act: newId(), partner: partner.id, beganOn: '2025-08-01' })
}

const scan = {
  name: 'mou.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      test.beforeEach(async ({ page }) => {
        await enterAs(page, { key: 'petugas-kota-bekasi', language })
      })

      test('Hari ini has at most seven lines, each with its act', async ({ page }) => {
        // Other journeys may have broken every silence meanwhile: nobody knows who this partner is.
        await ask(page, newRelation, { act: newId(), label: `Pihak ${newId().slice(-6)}`, beganOn: '2025-08-01' })
        await page.goto('/kerja')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.getByRole('heading', { name: todayWords[language].needsYou })).toBeVisible()
        const lines = page.locator('.todo li')
        const count = await lines.count()
        expect(count).toBeGreaterThan(0)
        expect(count).toBeLessThanOrEqual(7)
        for (const line of await lines.all()) await expect(line.getByRole('link').first()).toBeVisible()
        await judge(page, `${language}-${width}-hari-ini`)
      })

      test('Izumisano: preparing the LoI says what is missing, with articles and one act each', async ({ page }) => {
        const seen = watch(page)
        const w = lawWords[language]
        await page.goto(`/kerja/kerja-sama/${izumisano}`)
        const press = page.getByRole('button', { name: w.prepare({ what: w.prepared.pernyataan_kehendak }) })
        await press.click()
        const missing = page.locator('details.miss')
        await expect(missing).toHaveAttribute('open', '')
        await expect(missing.locator('summary')).toBeFocused()
        for (const article of ['Ps 28(3)', 'Ps 27(1)b', 'Ps 28(4)']) {
          await expect(missing.getByText(`PP 28/2018 ${article}`).first()).toBeVisible()
        }
        const items = missing.getByRole('listitem')
        for (const item of await items.all()) {
          await expect(item.locator('a, button').filter({ visible: true }).first()).toBeVisible()
        }
        await judge(page, `${language}-${width}-belum-bisa`)
        expect(seen.faults).toEqual([])
      })

      test('a signing with its file is recorded and marked, whatever is missing', async ({ page }) => {
        const w = recordWords[language].record
        const { slug } = await begin(page, `Kota Uji ${language}${width}${newId().slice(-4)}`)
        await page.goto(`/kerja/kerja-sama/${slug}`)
        await page.getByRole('link', { name: pageWords[language].record }).click()
        await page.getByRole('combobox', { name: w.label.step, exact: true }).selectOption('penandatanganan')
        await page.getByLabel(w.label.occurredOn).fill('2026-11-20')
        await page.locator('input[type=file]').first().setInputFiles(scan)
        await expect(page.getByText(scan.name, { exact: true })).toBeVisible()
        await page.getByLabel(w.label.title).fill('Nota Kesepahaman')
        await page.getByLabel(w.label.term, { exact: true }).selectOption('months')
        await page.getByLabel(w.label.termMonths).fill('36')
        await judge(page, `${language}-${width}-catat`)
        await page.getByRole('button', { name: w.save }).click()
        await expect(page.locator('.status')).toHaveText(relationWords[language].status.signed_incomplete)
        await page.locator('.tabs').getByRole('link', { name: pageWords[language].tab.texts }).click()
        await expect(page.getByRole('heading', { name: 'Nota Kesepahaman' })).toBeVisible()
        await judge(page, `${language}-${width}-naskah`)
      })

      test('without a paper it is kept as a note, moves nothing and asks for the document', async ({ page }) => {
        const w = recordWords[language].record
        const { slug } = await begin(page, `Kota Catatan ${language}${width}${newId().slice(-4)}`)
        await page.goto(`/kerja/kerja-sama/${slug}/catat?langkah=penandatanganan`)
        await page.getByRole('radio', { name: w.proofs.none }).check()
        await expect(page.getByText(w.withoutPaper)).toBeVisible()
        await page.getByLabel(w.label.note).fill('Diceritakan di rapat.')
        await page.reload()
        await expect(page.getByLabel(w.label.note)).toHaveValue('Diceritakan di rapat.')
        await page.getByRole('button', { name: w.save }).click()
        await expect(page.getByText(w.savedNote)).toBeVisible()
        await expect(page.locator('.status')).toHaveText(relationWords[language].status.exploring)
      })

      test('a paper that is said to be there is asked for, in view; a day may be typed the Indonesian way', async ({
        page,
      }) => {
        const w = recordWords[language].record
        const { slug } = await begin(page, `Kota Berkas ${language}${width}${newId().slice(-4)}`)
        await page.goto(`/kerja/kerja-sama/${slug}/catat?langkah=penandatanganan`)
        await page.getByLabel(w.label.occurredOn).fill('20/11/2026')
        await expect(page.getByText(formatDate('2026-11-20', language), { exact: true })).toBeVisible()
        for (const _ of ['first', 'again']) {
          await page.getByRole('button', { name: w.save }).click()
          await expect(page.getByRole('alert').filter({ hasText: w.fileMissing })).toBeFocused()
          await expect(page.getByRole('alert').filter({ hasText: w.fileMissing })).toBeInViewport()
        }
        await judge(page, `${language}-${width}-berkas`)
        await page.getByRole('radio', { name: w.proofs.none }).check()
        await page.getByRole('button', { name: w.save }).click()
        await expect(page.getByText(w.savedNote)).toBeVisible()
      })

      test('a letter that was begun meanwhile is offered in its row', async ({ page }) => {
        const w = letterWords[language]
        const { id, slug } = await begin(page, `Kota Surat ${language}${width}${newId().slice(-4)}`)
        await page.goto(`/kerja/kerja-sama/${slug}`)
        const missing = page.locator('details.miss')
        await missing.evaluate((list: HTMLDetailsElement) => (list.open = true))
        const press = missing.getByRole('button', { name: lawWords[language].letterAct.konsultasi_mendagri })
        await expect(press).toBeVisible()
        const begun = await ask(page, prepareLetter, { act: newId(), relation: id, kind: 'konsultasi_mendagri' })
        await press.click()
        const row = missing.getByRole('listitem').filter({ hasText: w.exists })
        await expect(row.getByRole('link', { name: w.openDraft.surat })).toBeVisible()
        const text = await row.locator('span:not(.box)').first().boundingBox()
        expect(text?.width).toBeGreaterThan(200)
        await judge(page, `${language}-${width}-sudah-ada`)
        await row.getByRole('link', { name: w.openThat }).click()
        await expect(page).toHaveURL(new RegExp(`/surat/${begun.id}$`))
      })

      test('sent to DPRD it waits on its desk, and the receipt starts the clock', async ({ page }) => {
        const [w, p] = [recordWords[language].send, pageWords[language]]
        const { slug } = await begin(page, `Kota Jam ${language}${width}${newId().slice(-4)}`)
        const law = lawWords[language]
        await page.goto(`/kerja/kerja-sama/${slug}`)
        await page.getByRole('link', { name: p.send }).click()
        await page.getByRole('combobox', { name: w.label.step, exact: true }).selectOption('persetujuan_dprd')
        await page.getByLabel(w.label.sentOn).fill('2026-10-01')
        await page.getByRole('button', { name: w.save }).click()
        await expect(page.locator('.say')).toContainText(law.held.now({ desk: law.desk.dprd }))
        await expect(page.getByText(law.clock.cannotCount)).toBeVisible()
        await page.getByRole('link', { name: p.clock.receipt }).click()
        await expect(page.getByLabel(w.label.sentOn)).toHaveValue('2026-10-01')
        await page.getByLabel(w.receivedAtDprd).fill('2026-10-05')
        await page.getByRole('button', { name: w.save }).click()
        await page.locator('.toast').waitFor()
        await putAway(page)
        await page.getByText(law.clock.how).click()
        await expect(page.locator('.clock .sum')).toBeVisible()
        await page.getByText(procedureWords[language].steps.summary).click()
        await expect(page.getByRole('heading', { name: law.waiting.title })).toBeVisible()
        await judge(page, `${language}-${width}-jam`)
      })

      test('a filed paper: an officer reads why not, the head of division corrects it with a reason', async ({
        page,
      }) => {
        const [w, p] = [recordWords[language], pageWords[language]]
        const { id, slug } = await begin(page, `Kota Koreksi ${language}${width}${newId().slice(-4)}`)
        const right = `400/${id.slice(-6)}`
        const paper = { kind: 'laporan_penjajakan' as const, seenAt: 'Lemari', number: `SALAH-${id.slice(-6)}` }
        await ask(page, recordStep, { act: newId(), id, step: 'penjajakan', occurredOn: '2025-09-01', paper })
        await page.goto(`/kerja/kerja-sama/${slug}/naskah`)
        const documents = page.getByRole('region', { name: w.documents.title })
        await documents.getByRole('button', { name: w.documents.mend }).click()
        await expect(documents.getByText(w.documents.locked)).toBeVisible()
        await enterAsOneself(page, { role: 'kepala_bagian', language })
        await page.goto(`/kerja/kerja-sama/${slug}/naskah`)
        await documents.getByRole('button', { name: w.documents.mend }).click()
        await documents.getByLabel(w.record.label.number, { exact: true }).fill(right)
        await documents.getByRole('button', { name: w.documents.save }).click()
        await expect(documents.getByLabel(w.documents.reason)).toHaveAttribute('aria-invalid', 'true')
        await documents.getByLabel(w.documents.reason).fill('Salah salin.')
        await judge(page, `${language}-${width}-koreksi`)
        await documents.getByRole('button', { name: w.documents.save }).click()
        await expect(documents.getByText(right)).toBeVisible()
        await page.locator('.tabs').getByRole('link', { name: p.tab.history }).click()
        await expect(page.getByText(`SALAH-${id.slice(-6)} → ${right}`)).toBeVisible()
        await putAway(page)
        await page.getByLabel(p.asOf.label).fill('2025-08-15')
        await page.getByRole('button', { name: p.asOf.look, exact: true }).click()
        await expect(page.getByText(p.asOf.onlyRead)).toBeVisible()
        await expect(page.getByRole('link', { name: p.record })).toHaveCount(0)
        await page.locator('.tabs').getByRole('link', { name: p.tab.texts }).click()
        await expect(page.getByText(w.documents.none)).toBeVisible()
        await judge(page, `${language}-${width}-per-tanggal`)
        await page.getByRole('link', { name: p.asOf.back }).click()
        await expect(documents.getByText(right)).toBeVisible()
      })

      test('who the partner is says which procedure runs, before it is saved', async ({ page }) => {
        const w = recordWords[language]
        const name = `Kota Mitra ${newId().slice(-6)}`
        const kind = 'foreign_local_government' as const
        await ask(page, addPartner, { act: newId(), name, kind, country: 'KR', sure: ['name'] } as never)
        const { slug } = await ask(page, newRelation, { act: newId(), label: 'Pihak Korea', beganOn: '2025-08-01' })
        await page.goto(`/kerja/kerja-sama/${slug}`)
        await page.getByRole('button', { name: w.who.save }).click()
        await expect(page.getByText(w.who.choose)).toBeVisible()
        await page.getByRole('combobox', { name: w.who.name }).fill(name)
        await expect(page.getByRole('option', { name, exact: true })).toBeVisible()
        await page.getByRole('option', { name, exact: true }).evaluate((option: HTMLElement) => option.click())
        await expect(page.getByText(w.who.estimated)).toBeVisible()
        await expect(page.getByText('PP 28/2018 Ps 24')).toBeVisible()
        await judge(page, `${language}-${width}-siapa`)
        await page.getByRole('button', { name: w.who.save }).click()
        await expect(page.locator('.status')).toHaveText(relationWords[language].status.exploring)
        await page.getByRole('button', { name: w.end.open }).click()
        await page.getByLabel(w.end.label.reason).fill('Tidak ada anggaran.')
        await page.getByRole('button', { name: w.end.save }).click()
        await expect(page.locator('.status')).toHaveText(relationWords[language].status.not_continued)
        await page.getByRole('button', { name: w.end.resume }).click()
        await expect(page.locator('.status')).toHaveText(relationWords[language].status.exploring)
      })

      test('Izumisano: a mark opens its sheet, people over time, the visit has its page', async ({ page }) => {
        const p = pageWords[language]
        await page.goto(`/kerja/kerja-sama/${izumisano}`)
        await page.locator('dl, .facts').first().locator('button.opens').first().click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await judge(page, `${language}-${width}-sumber`)
        await page.keyboard.press('Escape')
        await page.locator('.tabs').getByRole('link', { name: p.tab.people }).click()
        await expect(
          page.getByRole('link', { name: /\S+/ }).and(page.locator('a[href*="/mitra/"]')).last(),
        ).toBeVisible()
        await judge(page, `${language}-${width}-orang`)
        await page.locator('.tabs').getByRole('link', { name: p.tab.activities }).click()
        await page.locator('.log a[href*="/kegiatan/"]').first().click()
        await expect(page).toHaveURL(/\/kerja\/kegiatan\//)
      })
    })
  }
}
