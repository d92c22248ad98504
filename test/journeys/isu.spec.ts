import { expect, test, type Page } from '@playwright/test'
import { formatDate } from '../../src/shared/format.ts'
import { newId } from '../../src/shared/ids.ts'
import { planNext, recordActivity } from '../../src/slices/agenda/contract.ts'
import { listIssues, listRaisable, raiseIssue } from '../../src/slices/forum/contract.ts'
import { words as forumWords } from '../../src/slices/forum/messages/words.gen.ts'
import { words as issueWords } from '../../src/slices/forum/ui/messages/words.gen.ts'
import { addPartner } from '../../src/slices/partners/contract.ts'
import { newRelation } from '../../src/slices/relations/contract.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, widths } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `isu/${name}`)
}

const topics = ['Air baku', 'Jalan penghubung', 'Izin gudang', 'Kebutuhan warga sekitar'] as const

/** An estate of this journey's own with a forum of four topics: Jababeka stays as the story tells it. */
async function meet(page: Page) {
  const name = `PT Kawasan ${newId().slice(-6)}`
  const partner = await ask(page, addPartner, { act: newId(), name, kind: 'estate', country: 'ID' } as never)
  const relation = await ask(page, newRelation, { act: newId(), partner: partner.id, beganOn: '2025-01-10' })
  const forum = await ask(page, recordActivity, {
    act: newId(),
    relations: [relation.id],
    occurredOn: '2025-01-21',
    place: 'Ruang rapat',
    about: `Rapat dengan ${name}`,
    kind: 'rapat_koordinasi',
    points: [...topics],
  })
  return { relation, name, forum }
}

const dueOn = '2027-01-15'

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      const [w, f] = [issueWords[language], forumWords[language]]

      test('the story’s issue is found in the list, read inside and by the world', async ({ page }) => {
        await enterAs(page, { key: 'petugas-kab-bekasi', language })
        await page.goto('/kerja/program/isu')
        await page.getByRole('link', { name: 'Infrastruktur penunjang' }).first().click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Infrastruktur penunjang')
        await judge(page, `${language}-${width}-cerita`)
        await page.goto(`/${language}/program/isu/infrastruktur-penunjang`)
        await expect(page.locator('#keadaan')).toContainText(f.standing.dibahas)
        await judge(page, `${language}-${width}-publik`)
      })

      test('a topic becomes an issue with owner, day, answer and evidence, is carried on, and becomes a KSDPK', async ({
        page,
      }) => {
        await enterAs(page, { key: 'petugas-kab-bekasi', language })
        const { relation, forum } = await meet(page)
        // One is made an issue by its button, the others by the same act.
        const { rows } = await ask(page, listRaisable, { relation: relation.id })
        const others = rows.filter(({ words }) => words !== topics[0])
        await Promise.all(others.map(async ({ point }) => await ask(page, raiseIssue, { act: newId(), point })))
        await page.goto(`/kerja/program/isu?kerja-sama=${relation.id}`)
        const raise = page.getByRole('button', { name: new RegExp(`^${w.makeIssue} ?: ${topics[0]}`) })
        await raise.click()
        await expect(raise).toHaveCount(0)
        await expect(page.locator('main tbody tr')).toHaveCount(topics.length)
        await judge(page, `${language}-${width}-daftar`)

        await page.getByRole('link', { name: topics[0] }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(topics[0])
        await page.getByRole('button', { name: w.chooseWho }).click()
        await page.getByLabel(w.owner).fill('Balai contoh')
        await page.getByLabel(w.dueOn).fill(dueOn)
        await page.getByRole('button', { name: w.save }).click()
        await expect(page.locator('main')).toContainText(f.promisedFor({ day: formatDate(dueOn, language) }))
        await page.getByRole('button', { name: w.addEvidence }).click()
        await page.getByLabel(w.evidenceWords).fill('Foto rumah pompa')
        await page.getByRole('button', { name: w.save }).click()
        await expect(page.getByText('Foto rumah pompa', { exact: true })).toBeVisible()

        // The next forum is planned: what is open goes along by itself.
        const about = 'Rapat lanjutan'
        await ask(page, planNext, { act: newId(), id: forum.id, occurredOn: '2027-01-29', about } as never)
        await page.reload()
        await expect(page.getByText(`${w.next}:`)).toBeVisible()
        const issue = page.url()
        await page.getByRole('link', { name: about }).click()
        await expect(page).toHaveURL(/\/kegiatan\//)
        await expect(page.locator('main')).toContainText(topics[0])
        await page.goto(issue)

        await page.getByRole('button', { name: w.makeAgreement }).click()
        await page.getByRole('button', { name: w.makeAgreement }).click()
        await expect(page.getByText(w.later)).toBeVisible()
        await judge(page, `${language}-${width}-isu`)
        await page.goto(`/kerja/kerja-sama/${relation.slug}`)
        await expect(page.locator('#isu')).toContainText(w.later)
        await page.goto(`/kerja/program/isu/kawasan/${relation.slug}`)
        await expect(page.getByRole('table', { name: f.themeLabel })).toBeVisible()
        await judge(page, `${language}-${width}-tahun`)
        expect((await ask(page, listIssues, { relation: relation.id } as never)).total).toBe(4)
      })
    })
  }
}
