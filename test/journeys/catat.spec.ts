import { expect, test, type Page } from '@playwright/test'
import { words as pageWords } from '../../src/slices/agenda/ui/messages/words.gen.ts'
import { words as followupWords } from '../../src/slices/followup/messages/words.gen.ts'
import { words as stepWords } from '../../src/slices/followup/ui/messages/words.gen.ts'
import { words as ledgerWords } from '../../src/slices/ledger/ui/messages/words.gen.ts'
import { verbWord } from '../../src/slices/ledger/ui/verb-words.ts'
import { endNextStep, readNextStep } from '../../src/slices/relations/contract.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Language } from '../../src/shared/languages.ts'
import { words as controlWords } from '../../src/ui/controls/messages/words.gen.ts'
import { words as shellWords } from '../../src/workspace/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs, readIzumisano } from './officer.ts'
import { expectNoOverflow, heightOf, watch, widths } from './watch.ts'

// One relation has one next step: one after the other.
test.describe.configure({ mode: 'default' })

for (const language of ['id', 'ja'] as const) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })
      test.beforeEach(async ({ page }) => {
        await enterAs(page, { key: 'petugas-kota-bekasi', language })
      })

      test('a visit in four fields, its draft, what is added later, and its close', async ({ page }) => {
        test.setTimeout(120_000)
        await recordAndClose(page, { language, about: `Rapat ${language} ${width}` })
      })
      test('a partner typed another way and a weekday of another day are asked', async ({ page }) => {
        await answerDoubts(page, { language, about: `Ragu ${language} ${width}` })
      })
    })
  }
}

type Visit = { language: Language; about: string }

const formOf = (page: Page, language: Language) => {
  const w = pageWords[language]
  const main = page.getByRole('main')
  const day = main.getByRole('group', { name: w.when, exact: true })
  const part = controlWords[language].date
  return {
    who: main.getByRole('combobox', { name: w.who, exact: true }),
    day: day.getByRole('textbox', { name: part.day, exact: true }),
    month: day.getByRole('textbox', { name: part.month, exact: true }),
    year: day.getByRole('textbox', { name: part.year, exact: true }),
    place: main.getByRole('textbox', { name: w.place, exact: true }),
    about: main.getByRole('textbox', { name: w.about, exact: true }),
    save: main.getByRole('button', { name: w.save, exact: true }),
  }
}

async function openForm(page: Page, language: Language) {
  await page.goto('/kerja')
  await page.getByRole('link', { name: shellWords[language].shell.record }).filter({ visible: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pageWords[language].visit)
  return formOf(page, language)
}

async function recordAndClose(page: Page, { language, about }: Visit): Promise<void> {
  const seen = watch(page)
  const w = pageWords[language]
  const { relation } = await readIzumisano(page)
  const { step } = await ask(page, readNextStep, { id: relation.id })
  if (step !== undefined) {
    await ask(page, endNextStep, { act: newId(), id: relation.id, step: step.id, rev: step.rev, outcome: 'dropped' })
  }

  const form = await openForm(page, language)
  // At the foot of the page the phone's bar lies over nothing.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expectAccessible(page)
  await expectNoOverflow(page)
  await form.save.click()
  await expect(page.getByRole('alert'), 'nothing typed: each of the four is named').toContainText(w.who)
  for (const label of [w.when, w.place, w.about]) await expect(page.getByRole('alert')).toContainText(label)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expectAccessible(page)
  await expectNoOverflow(page)

  const name = { id: 'Kota Izumisano', ja: '泉佐野市', en: '', ko: '' }[language]
  const option = page.getByRole('option', { name, exact: true })
  await page.evaluate(() => scrollTo(0, 0))
  // Scrolling shuts an open list, and its event may come late: whoever types on opens it again.
  await expect(async () => {
    await form.who.fill('')
    await form.who.fill('泉佐野')
    await expect(option).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await option.click()
  await expect(form.who).toHaveValue(name)
  await form.day.pressSequentially('24')
  await form.month.pressSequentially('7')
  await form.year.pressSequentially('2026')
  await form.place.fill('Balai Kota')
  page.on('dialog', (dialog) => void dialog.accept()) // the browser's own question before leaving
  await page.reload()
  await expect(page.getByText(w.restored, { exact: true })).toBeVisible()
  await expect(form.who).toHaveValue(name)
  await expect(form.day).toHaveValue('24')
  await expect(form.place).toHaveValue('Balai Kota')

  await page.getByRole('button', { name: w.dropDraft, exact: true }).click()
  await expect(form.place).toHaveValue('')
  await page.getByRole('button', { name: w.bringBack, exact: true }).click()
  await expect(form.place).toHaveValue('Balai Kota')

  await form.about.fill(about)
  await page.context().setOffline(true)
  await form.save.click()
  await expect(page.getByText(controlWords[language].failure.unsent)).toBeVisible()
  await page.context().setOffline(false)
  seen.faults.length = 0 // the browser notes the lost line itself
  await page.getByRole('button', { name: controlWords[language].failure.again, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: about })).toBeVisible()
  await expect(page).toHaveURL(/\/kerja\/kegiatan\/[a-z0-9-]+$/)
  await expect(page.getByText(w.recorded, { exact: true })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoOverflow(page)

  const attendance = page.locator('section', { has: page.getByRole('heading', { name: w.attendance.title }) })
  await attendance.getByRole('button', { name: w.attendance.add, exact: true }).click()
  await attendance.getByRole('textbox', { name: w.attendance.organisation, exact: true }).fill('PDAM')
  await attendance.getByRole('textbox', { name: w.attendance.headcount, exact: true }).fill('3')
  await expectAccessible(page)
  await expectNoOverflow(page)
  await attendance.getByRole('button', { name: w.attendance.add, exact: true }).click()
  await expect(attendance.getByRole('listitem')).toContainText('PDAM')

  const close = page.locator('section', { has: page.getByRole('heading', { name: w.close.title }) })
  await close.getByRole('button', { name: w.close.title, exact: true }).click()
  await expect(close, 'a visit without next step asks for one').toContainText(w.close.ask)
  await close.getByRole('radio', { name: stepWords[language].something, exact: true }).check()
  await expectAccessible(page)
  await expectNoOverflow(page)
  const reason = followupWords[language].reason.waiting_partner
  await close.getByRole('radio', { name: reason, exact: true }).check()
  await close.getByRole('button', { name: w.close.title, exact: true }).click()
  await expect(page.getByText(w.close.done, { exact: true })).toBeVisible()
  await expect(close).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText(reason)
  const history = page.getByRole('region', { name: w.history, exact: true })
  await expect(history.getByRole('listitem').first()).toContainText(
    verbWord(language, { verb: 'agenda.closeActivity', kind: 'person' }),
  )
  expect((await ask(page, readNextStep, { id: relation.id })).step?.reason).toBe('waiting_partner')

  await page.getByRole('button', { name: w.void.title, exact: true }).click()
  await page.getByRole('textbox', { name: w.void.reason, exact: true }).fill('Hanya percobaan')
  await page.getByRole('button', { name: w.void.go, exact: true }).click()
  await expect(page.getByRole('note')).toContainText('Hanya percobaan')
  await expect(page.getByRole('button', { name: w.mend, exact: true }), 'a voided record is not mended').toHaveCount(0)
  await page.evaluate(() => scrollTo(0, 0)) // a toast may lie half over a button at the foot
  await expectAccessible(page)
  const undo = page
    .getByRole('region', { name: w.history })
    .getByRole('button', { name: ledgerWords[language].undo.undo })
  await undo.first().click()
  await expect(page.getByRole('note')).toHaveCount(0)
  // A refusal is an answer; the browser notes it as an error of its own.
  expect(seen.faults.filter((fault) => !/status of (409|422)/.test(fault))).toEqual([])
}

async function answerDoubts(page: Page, { language, about }: Visit): Promise<void> {
  const w = pageWords[language]
  const form = await openForm(page, language)
  await form.who.fill('Izumisanno')
  await form.day.fill('24')
  await form.month.fill('07')
  await form.year.fill('2025')
  await form.place.fill('Pendopo')
  await form.about.fill(about)
  await page.getByText(w.more, { exact: true }).click()
  await page.getByRole('combobox', { name: w.weekday, exact: true }).selectOption('rabu')
  await form.save.click()
  const doubt = w.doubtWeekday({
    date: language === 'id' ? '24 Juli 2025' : '2025年7月24日',
    right: language === 'id' ? 'Kamis' : '木曜日',
    said: language === 'id' ? 'Rabu' : '水曜日',
  })
  await expect(page.getByText(doubt, { exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoOverflow(page)
  const meant = (what: string) => page.getByRole('checkbox', { name: controlWords[language].doubt.meant({ what }) })
  await meant(w.weekday).check()
  await form.save.click()
  await expect(page.getByText(w.likeThese)).toBeVisible()
  const name = { id: 'Kota Izumisano', ja: '泉佐野市', en: '', ko: '' }[language]
  await page.getByRole('button', { name: w.use({ name }), exact: true }).click()
  await expect(form.who).toHaveValue(name)
  await form.save.click()
  await meant(w.weekday).check()
  await form.save.click()
  await expect(page.getByRole('heading', { level: 1, name: about })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(language === 'id' ? 'sumber menyebut hari Rabu' : '資料では水曜日')
}
