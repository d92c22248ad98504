import { expect, test, type Page } from '@playwright/test'
import { newId } from '../../src/shared/ids.ts'
import { addTask, readActivity, recordActivity } from '../../src/slices/agenda/contract.ts'
import { words as agendaWords } from '../../src/slices/agenda/ui/messages/words.gen.ts'
import { words as planWords } from '../../src/slices/agenda/ui/plan/messages/words.gen.ts'
import { addPartner } from '../../src/slices/partners/contract.ts'
import { newRelation } from '../../src/slices/relations/contract.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, widths } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `agenda/${name}`)
}

const topics = ['Layanan dasar kawasan', 'Infrastruktur kawasan', 'Perizinan kawasan', 'CSR kawasan']

/** A forum of this journey's own with four topics that have owners: Jababeka stays as the story tells it. */
async function meet(page: Page) {
  const word = newId().slice(-6)
  const partner = await ask(page, addPartner, { act: newId(), name: `PT Kawasan ${word}`, kind: 'estate', country: 'ID' } as never) // prettier-ignore
  const relation = await ask(page, newRelation, { act: newId(), partner: partner.id, beganOn: '2025-01-10' })
  const about = `Forum kawasan ${word}`
  const met = { relations: [relation.id], occurredOn: '2026-10-21', place: 'Ruang rapat', about, points: topics }
  const { id, slug } = await ask(page, recordActivity, { act: newId(), ...met, kind: 'rapat_koordinasi' })
  const { points } = await ask(page, readActivity, { slug })
  for (const point of points) {
    await ask(page, addTask, { act: newId(), id, point: point.id, owner: 'Kepala bidang contoh' })
  }
  return { slug, about }
}

test('a meeting is copied with other words, and nobody is asked whether to leave what was saved', async ({ page }) => {
  const { next: w } = planWords.id
  await enterAs(page, { key: 'petugas-kab-bekasi', language: 'id' })
  const { slug, about } = await meet(page)
  await page.goto(`/kerja/kegiatan/${slug}`)
  await page.getByRole('button', { name: w.copy, exact: true }).click()
  const form = page.locator('#berikutnya form')
  await form.getByLabel(w.day, { exact: true }).fill('2026-12-15')
  await form.getByLabel(w.about, { exact: true }).fill(`Salinan ${about}`)
  await form.getByRole('button', { name: w.copy, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Salinan ${about}` })).toBeVisible()
  await expect(page).not.toHaveURL(new RegExp(`${slug}$`))
  await expect(page.locator('.modal')).toHaveCount(0)
})

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      const w = planWords[language]
      const points = agendaWords[language].points

      test('the next meeting holds what is open; one is answered there, the others go on', async ({ page }) => {
        await enterAs(page, { key: 'petugas-kab-bekasi', language })
        const { slug, about } = await meet(page)
        await page.goto(`/kerja/kegiatan/${slug}`)
        const carried = page.locator('#dibawa')
        const rows = carried.locator('tbody tr').filter({ has: page.locator('a') })

        // By keyboard alone: the next meeting is proposed, and saved as it is.
        await page.getByRole('button', { name: w.next.go, exact: true }).focus()
        await page.keyboard.press('Enter')
        await expect(page.getByText(w.next.open({ n: 4 }))).toBeVisible()
        await judge(page, `${language}-${width}-usulan`)
        await page.getByRole('button', { name: w.next.save, exact: true }).focus()
        await page.keyboard.press('Enter')
        await expect(page).not.toHaveURL(new RegExp(`${slug}$`))
        await expect(rows).toHaveCount(4)
        await expect(rows.first()).toContainText(about)
        const second = page.url()

        // One is answered there.
        const [answered = ''] = topics
        await rows.first().getByRole('button', { name: points.end }).click()
        await page.getByLabel(points.answer({ point: answered })).fill('Sudah disepakati.')
        await page.getByRole('button', { name: points.done, exact: true }).click()
        await expect(rows.first()).toContainText('Sudah disepakati.')
        await judge(page, `${language}-${width}-dibawa`)

        // The meeting after it takes up the other three, and the agenda shows both.
        await page.getByRole('button', { name: w.next.go, exact: true }).click()
        await expect(page.getByText(w.next.open({ n: 3 }))).toBeVisible()
        await page.getByRole('button', { name: w.next.save, exact: true }).click()
        await expect(page).not.toHaveURL(second)
        await expect(rows).toHaveCount(3)
        await expect(carried).not.toContainText(answered)

        await page.getByRole('link', { name: w.agenda.title, exact: true }).filter({ visible: true }).click()
        await page.getByRole('searchbox').fill(about)
        await expect(page.getByRole('main').getByRole('link', { name: about })).toHaveCount(2)
        await judge(page, `${language}-${width}-agenda`)
      })
    })
  }
}
