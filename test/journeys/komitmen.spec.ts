import { expect, test, type Page } from '@playwright/test'
import { newId } from '../../src/shared/ids.ts'
import { addStatement, publishActivity, readActivity, recordActivity } from '../../src/slices/agenda/contract.ts'
import { words as publicWords } from '../../src/slices/agenda/messages/words.gen.ts'
import { words as agendaWords } from '../../src/slices/agenda/ui/messages/words.gen.ts'
import { words as ledgerWords } from '../../src/slices/ledger/ui/messages/words.gen.ts'
import { addPartner } from '../../src/slices/partners/contract.ts'
import { newRelation, publishRelation } from '../../src/slices/relations/contract.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `komitmen/${name}`)
}

const said = 'Akan membalas setiap surat dari kawasan.'

/** A public meeting of this journey's own, at which an official said something. */
async function meet(page: Page) {
  const name = `PT Janji ${newId().slice(-6)}`
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
  const { officials } = await ask(page, readActivity, { slug: visit.slug })
  await ask(page, addStatement, { act: newId(), id: visit.id, words: said, official: officials[0]?.id })
  await ask(page, publishRelation, { act: newId(), id: relation.id } as never)
  await ask(page, publishActivity, { act: newId(), id: visit.id })
  return { visit: visit.slug, relation: relation.slug }
}

for (const [language, width] of [
  ['id', 1280],
  ['ja', 360],
] as const) {
  test.describe(`${language}, ${width} px`, () => {
    test.use({ viewport: { width, height: heightOf(width) } })
    const w = agendaWords[language].commitments
    const { standing, title } = publicWords[language].commitments

    test('a word becomes a commitment, is published, and a citizen reads how it stands', async ({ page }) => {
      await enterAs(page, { key: 'petugas-kab-bekasi', language })
      const { visit, relation } = await meet(page)
      await page.goto(`/kerja/kegiatan/${visit}`)
      const section = page.getByRole('region', { name: w.title, exact: true })
      await expect(section).toContainText(w.none)

      // One press, and back again.
      await page.getByRole('button', { name: w.fromStatement }).click()
      const line = section.getByRole('listitem').filter({ hasText: said }).first()
      await expect(line).toContainText(standing.silent)
      await page.getByRole('button', { name: ledgerWords[language].undo.undo, exact: true }).click()
      await expect(section).toContainText(w.none)
      // Faster than a person: while the page reads again what the first press did, a second one is a double click.
      await expect(page.getByRole('button', { name: w.fromStatement })).toHaveAttribute('aria-busy', 'false')
      await page.getByRole('button', { name: w.fromStatement }).click()
      await expect(line).toContainText(standing.silent)

      // By keyboard into the publication: what the world would see first.
      await line.getByRole('button', { name: w.publish }).focus()
      await page.keyboard.press('Enter')
      await judge(page, `${language}-${width}-terbitkan`)
      const preview = await line.getByRole('link', { name: '日本語' }).getAttribute('href')
      const seen = await page.request.get(preview?.split('#')[0] ?? '')
      expect(await seen.text()).toContain(said)
      await line.getByRole('button', { name: w.go }).click()
      const publication = line.getByRole('button', { name: w.publication })
      await expect(publication).toBeVisible()

      // News waits inside until it is published again; a draft of it survives a reload.
      await line.getByRole('button', { name: w.say }).click()
      await line.getByLabel(w.note).fill('Dua surat sudah dibalas.')
      await judge(page, `${language}-${width}-kabar`)
      await page.reload()
      await line.getByRole('button', { name: w.say }).click()
      await expect(line.getByLabel(w.note)).toHaveValue('Dua surat sudah dibalas.')
      await line.getByRole('button', { name: w.save, exact: true }).click()
      await expect(line).toContainText(w.behind)
      await publication.click()
      await line.getByRole('button', { name: w.again }).click()
      await expect(line).not.toContainText(w.behind)

      await page.goto(`/kerja/kerja-sama/${relation}`)
      const own = page.getByRole('region', { name: w.title, exact: true })
      await expect(own).toContainText(said)
      await own.scrollIntoViewIfNeeded()
      await judge(page, `${language}-${width}-kerja-sama`)

      await page.context().clearCookies()
      await page.goto(`/${language}/kerja-sama/${relation}#komitmen`)
      const told = page.locator('#komitmen')
      await expect(told.getByRole('heading')).toHaveText(title)
      await expect(told).toContainText(said)
      await expect(told).toContainText(standing.running)
      await expect(told).not.toContainText('Dua surat sudah dibalas.')
      await judge(page, `${language}-${width}-publik`)
    })
  })
}
