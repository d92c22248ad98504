import { expect, test, type Page } from '@playwright/test'
import { addProvenance, addSource } from '../../src/slices/sources/contract.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Language } from '../../src/shared/languages.ts'
import { readPartnerPage } from '../../src/pages/partner-page/contract.ts'
import { addPartner as enterPartner } from '../../src/slices/partners/contract.ts'
import { words as pageWords } from '../../src/pages/partner-page/ui/messages/words.gen.ts'
import { words as partnerWords } from '../../src/slices/partners/messages/words.gen.ts'
import { words as mendWords } from '../../src/slices/partners/ui/messages/words.gen.ts'
import { words as referenceWords } from '../../src/slices/reference/messages/words.gen.ts'
import { words as sourceWords } from '../../src/slices/sources/ui/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs, putAway } from './officer.ts'
import { expectNoOverflow, heightOf, watch, widths } from './watch.ts'

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`partners, ${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      test.beforeEach(async ({ page }) => await enterAs(page, { key: 'petugas-kota-bekasi', language }))

      test('a partner typed a third way is found, and asked about before it is entered twice', async ({ page }) => {
        await enterTwice(page, language)
      })
      test('an office holder and a statement are recorded, and two partners become one and two again', async ({
        page,
      }) => {
        await recordAndJoin(page, language)
      })
      test('two sources that differ stand side by side until somebody judges', async ({ page }) => {
        await judgeBetween(page, language)
      })
    })
  }
}

/** A word of letters that no other name of this run has. */
const aWord = () => newId().slice(-10).split('').map((digit) => 'bdfghklmnprstvwz'.at(Number.parseInt(digit, 16))).join('a') // prettier-ignore

/** What was said at the foot of the screen is put away first, where no sheet lies over it: it may lie on a button. */
async function judged(page: Page) {
  if (await page.locator('.sheet').isHidden()) {
    await putAway(page)
    // The phone's bar lies over whatever stands at the foot of the screen; at the end of the page over nothing.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  }
  await expectAccessible(page)
  await expectNoOverflow(page)
}

async function addPartner(page: Page, { language, name }: { language: Language; name: string }): Promise<void> {
  const w = mendWords[language]
  await page.goto('/kerja/mitra')
  await page.getByRole('button', { name: w.list.add }).click()
  await page.getByLabel(w.form.name).fill(name)
  await page.getByRole('button', { name: w.form.save }).click()
}

async function enterTwice(page: Page, language: Language) {
  const w = mendWords[language]
  const seen = watch(page)
  const name = `Kota ${aWord()}`
  await addPartner(page, { language, name })
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await judged(page)

  // One letter is another: found as spelled alike, proposed, and asked about.
  const typed = name.replace(/.$/, 'x')
  await page.goto(`/kerja/mitra?q=${encodeURIComponent(typed)}`)
  await expect(page.getByText(w.list.alike({ q: typed }))).toBeVisible()
  await expect(page.getByRole('link', { name })).toBeVisible()
  await judged(page)
  await page.getByRole('button', { name: w.list.add }).click()
  await expect(page.getByLabel(w.form.name)).toHaveValue(typed)
  await expect(page.getByText(w.form.maybe)).toBeVisible()
  await page.getByRole('button', { name: w.form.save }).click()
  await expect(page.getByText(w.form.doubt)).toBeVisible()
  await judged(page)
  await page.getByLabel(w.form.sure).check()
  await page.getByRole('button', { name: w.form.save }).click()
  await expect(page.getByRole('heading', { level: 1, name: typed })).toBeVisible()
  expect(seen.faults.filter((fault) => !fault.includes('422'))).toEqual([])
}

async function recordAndJoin(page: Page, language: Language) {
  const w = mendWords[language]
  const [one, other] = [`Kedutaan ${aWord()}`, `Konsulat ${aWord()}`]
  await ask(page, enterPartner, { act: newId(), name: other, nativeName: `浜辺領事館${newId().slice(-4)}` })
  await addPartner(page, { language, name: one })
  await expect(page.getByRole('heading', { level: 1, name: one })).toBeVisible()

  await page.getByRole('button', { name: w.people.add }).click()
  await page.getByLabel(w.people.given, { exact: true }).fill('Kenji')
  await page.getByLabel(w.people.family, { exact: true }).fill('Kanasugi')
  await page
    .getByLabel(w.people.office, { exact: true })
    .selectOption({ label: referenceWords[language].office.duta_besar })
  await page.getByLabel(w.people.from, { exact: true }).fill('2021')
  await page.getByRole('button', { name: w.people.save }).click()
  await expect(page.getByText(`${partnerWords[language].term.holds} · `)).toBeVisible()

  await page.getByRole('button', { name: w.facts.add }).click()
  await page.getByLabel(w.facts.kind, { exact: true }).selectOption('countries_worked_with')
  await page.getByLabel(w.facts.number, { exact: true }).fill('11')
  await page.getByLabel(w.facts.moreThan).check()
  await judged(page)
  // The answer is slow, and she goes on elsewhere: the form that closes then leaves the focus where she types.
  let arrive = () => {}
  const late = new Promise<void>((done) => (arrive = done))
  await page.route('**/facts', async (route) => {
    const response = await route.fetch()
    await late
    await route.fulfill({ response })
  })
  await page.getByRole('button', { name: w.facts.save }).click()
  await page.getByRole('button', { name: w.same.join }).click()
  const picker = page.getByRole('combobox', { name: w.same.kept })
  const half = Math.floor(other.length / 2)
  await picker.pressSequentially(other.slice(0, half))
  arrive()
  const { fact } = partnerWords[language]
  await expect(
    page.getByText(fact.countries_worked_with({ count: fact.moreCountries({ n: 11 }) })).first(),
  ).toBeVisible()
  // Found by its words: while choices are open, the page around them has no roles.
  await expect(page.getByText(w.facts.add, { exact: true })).toBeVisible()
  await expect(picker).toBeFocused()

  // By keyboard: the picker takes what is typed, arrows and Enter choose.
  await picker.pressSequentially(other.slice(half, -1))
  await expect(page.getByRole('option', { name: other })).toBeVisible()
  await picker.press('ArrowDown')
  await picker.press('Enter')
  // Chosen from a row with its native name: the name alone is written, the list stays shut, and the choice stands.
  await expect(picker).toHaveValue(other)
  await expect(page.getByText(w.picker.picked({ name: other }))).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.getByRole('button', { name: w.same.join }).click()
  await expect(page.getByRole('heading', { level: 1, name: other })).toBeVisible()
  await expect(page.getByText(w.same.merged({ name: one }))).toBeVisible()
  await judged(page)
  await page.getByRole('button', { name: w.same.part }).click()
  await expect(page.getByText(w.same.merged({ name: one }))).toBeHidden()
}

async function judgeBetween(page: Page, language: Language) {
  const w = sourceWords[language]
  const name = `Kota ${aWord()}`
  await addPartner(page, { language, name })
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { partner } = await ask(page, readPartnerPage, { slug })
  const paper = await ask(page, addSource, {
    act: newId(),
    kind: 'news',
    outlet: 'Harian Contoh',
    title: `Berita ${aWord()}`,
  })
  const said = { subject: partner.id, field: 'country', source: paper.id }
  await ask(page, addProvenance, { act: newId(), ...said, summary: 'Disebut dari Jepang.', value: 'JP' })
  await page.reload()

  await page.getByRole('button', { name: new RegExp(`^${w.differs}`) }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText(w.ours)).toBeVisible()
  await expect(sheet.getByText(w.theirs)).toBeVisible()
  await judged(page)
  await sheet.getByRole('button', { name: w.judge, exact: true }).click()
  await sheet.getByLabel(referenceWords[language].country.jp).check()
  await sheet.getByRole('button', { name: w.saveJudgement }).click()
  await expect(sheet.getByLabel(w.reason)).toHaveAttribute('aria-invalid', 'true')
  await sheet.getByLabel(w.reason).fill('Tertulis di surat.')
  await sheet.getByRole('button', { name: w.saveJudgement }).click()
  await expect(sheet.getByText(w.because({ reason: 'Tertulis di surat.' }))).toBeVisible()
  await expect(sheet.getByText(w.notInUse)).toBeVisible()
  await judged(page)
  await sheet.getByRole('button', { name: w.use({ value: referenceWords[language].country.jp }) }).click()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page.locator('dd').filter({ hasText: referenceWords[language].country.jp })).toBeVisible()
  expect(pageWords[language].country).not.toBe('')
}
