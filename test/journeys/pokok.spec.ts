import { expect, test, type Page } from '@playwright/test'
import { words as pageWords } from '../../src/pages/relation-page/ui/messages/words.gen.ts'
import { readToday } from '../../src/pages/today/contract.ts'
import { words as todayWords } from '../../src/pages/today/messages/words.gen.ts'
import { formatDate } from '../../src/shared/format.ts'
import { newId } from '../../src/shared/ids.ts'
import { addPoint, listPoints, recordActivity } from '../../src/slices/agenda/contract.ts'
import { words as agendaWords } from '../../src/slices/agenda/ui/messages/words.gen.ts'
import { words as ledgerWords } from '../../src/slices/ledger/ui/messages/words.gen.ts'
import { addPartner } from '../../src/slices/partners/contract.ts'
import { newRelation } from '../../src/slices/relations/contract.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, widths } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await expectAccessible(page)
  await takePicture(page, `pokok/${name}`)
}

/** An estate of this journey's own with a meeting and two points: Jababeka stays as the story tells it. */
async function meet(page: Page) {
  const name = `PT Kawasan ${newId().slice(-6)}`
  const partner = await ask(page, addPartner, { act: newId(), name, kind: 'estate', country: 'ID' } as never)
  const relation = await ask(page, newRelation, { act: newId(), partner: partner.id, beganOn: '2025-01-10' })
  const visit = await ask(page, recordActivity, {
    act: newId(),
    relations: [relation.id],
    occurredOn: '2025-01-21',
    place: 'Ruang rapat',
    about: `Rapat dengan ${name}`,
    kind: 'rapat_koordinasi',
  })
  const say = async (words: string, theme: 'lingkungan' | 'infrastruktur_penunjang') =>
    await ask(page, addPoint, { act: newId(), id: visit.id, words, theme })
  await say('Pengelolaan sampah kawasan', 'lingkungan')
  await say('Jalan menuju kawasan', 'infrastruktur_penunjang')
  return { id: relation.id, slug: relation.slug, name }
}

const agency = 'Dinas Lingkungan Hidup'
const dueOn = '2027-01-15'

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      const w = agendaWords[language].points
      const m = pageWords[language].meetings

      test('a point is given to a proposed agency with one tap and a day, and taken back', async ({ page }) => {
        await enterAs(page, { key: 'petugas-kab-bekasi', language })
        const { id, slug } = await meet(page)
        const waits = async () =>
          (await ask(page, readToday, { all: 'true' } as never)).lines.find(
            (line) => line.kind === 'unassigned' && line.relation.id === id,
          )
        expect(await waits()).toMatchObject({ n: 2 })
        await page.goto(`/kerja/kerja-sama/${slug}`)
        await expect(page.locator('.last .st-wait')).toHaveText(m.none)
        const row = page.locator('tr', { hasText: 'Pengelolaan sampah kawasan' }).first()
        await judge(page, `${language}-${width}-relasi`)

        // By keyboard alone: from the next step into the panel of the first point, away, and open again.
        await page.getByRole('link', { name: m.share, exact: true }).focus()
        await page.keyboard.press('Enter')
        const opener = row.getByRole('button', { name: w.chooseUnit })
        const panel = page.getByRole('group', { name: w.ask({ point: 'Pengelolaan sampah kawasan' }) })
        await expect(panel).toBeVisible()
        await expect(panel.locator(':focus')).toHaveCount(1)
        await page.keyboard.press('Escape')
        await expect(panel).toBeHidden()
        await expect(opener).toBeFocused()
        await page.keyboard.press('Enter')
        await expect(panel.getByRole('button', { name: agency })).toBeVisible()
        await judge(page, `${language}-${width}-panel`)

        await panel.getByLabel(w.dueOn).fill(dueOn)
        await panel.getByRole('button', { name: agency }).click()
        await expect(row).toContainText(agency)
        await expect(row).toContainText(formatDate(dueOn, language))
        await expect(row).toContainText(w.underWay)
        expect(await waits()).toMatchObject({ n: 1 })

        await page.getByRole('button', { name: ledgerWords[language].undo.undo }).click()
        await expect(opener).toBeVisible()
        await expect(row).not.toContainText(agency)
        expect(await waits()).toMatchObject({ n: 2 })

        // Given again, and answered.
        await opener.click()
        await panel.getByRole('button', { name: agency }).click()
        await row.getByRole('button', { name: w.end }).click()
        await page.getByLabel(w.answer({ point: 'Pengelolaan sampah kawasan' })).fill('Jadwal angkut disepakati.')
        await judge(page, `${language}-${width}-jawaban`)
        await page.getByRole('button', { name: w.done, exact: true }).click()
        await expect(row).toContainText('Jadwal angkut disepakati.')
        await expect(row).toContainText(w.doneOn({ date: '' }).trim())
      })
    })
  }
}

test.describe('Jababeka at 360 px', () => {
  test.use({ viewport: { width: 360, height: heightOf(360) } })

  test('Hari ini says that four points wait and leads to them', async ({ page }) => {
    await enterAs(page, { key: 'petugas-kab-bekasi', language: 'id' })
    await page.goto('/kerja')
    const line = page.locator('.todo li', { hasText: 'PT Jababeka Infrastruktur' })
    await expect(line).toContainText('Empat pokok bahasan belum ada penanggung jawab.')
    await line.getByRole('link', { name: todayWords.id.act.assign }).click()
    await expect(page).toHaveURL(/kab-bekasi-jababeka#pokok-bahasan$/)
    await expect(page.locator('.last')).toHaveText(
      'Rakor terakhir Selasa, 21 Oktober 2025 (menurut berita) · berikutnya: belum ada',
    )
    // Four points, and the panel of the first, which stands open.
    await expect(page.locator('#pokok-bahasan tbody tr')).toHaveCount(5)
    await judge(page, 'jababeka-360')
  })

  test('who only reads sees the points and no act', async ({ page }) => {
    await enterAs(page, { key: 'petugas-kab-bekasi', language: 'id' })
    await page.goto('/kerja/kerja-sama/kab-bekasi-jababeka?per=2026-01-31')
    await expect(page.locator('#pokok-bahasan tbody tr')).toHaveCount(4)
    await expect(page.locator('#pokok-bahasan button.fillin')).toHaveCount(0)
    await expect(page.locator('#pokok-bahasan')).toContainText('belum ada')
    const { rows } = await ask(page, listPoints, {
      relation: (await ask(page, readToday, { all: 'true' } as never)).lines.flatMap((line) =>
        line.kind === 'unassigned' && line.relation.slug === 'kab-bekasi-jababeka' ? line.relation.id : [],
      )[0],
    } as never)
    expect(rows).toHaveLength(4)
  })
})
