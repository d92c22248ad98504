import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { words as homeWords } from '../../src/pages/portal-home/messages/words.gen.ts'
import { words as pageWords } from '../../src/pages/relation-page/messages/words.gen.ts'
import { words as todayWords } from '../../src/pages/today/messages/words.gen.ts'
import { addDays } from '../../src/shared/dates.ts'
import { newId } from '../../src/shared/ids.ts'
import { languages, type Language } from '../../src/shared/languages.ts'
import { addParticipant, addPhoto, recordActivity } from '../../src/slices/agenda/contract.ts'
import { words as agendaWords } from '../../src/slices/agenda/ui/messages/words.gen.ts'
import { words as correctionWords } from '../../src/slices/corrections/messages/words.gen.ts'
import { prepareLetter } from '../../src/slices/letters/contract.ts'
import { addPartner } from '../../src/slices/partners/contract.ts'
import { newRelation, publishRelation, recordStep, sendStep, setNextStep } from '../../src/slices/relations/contract.ts'
import { aPdf, aPng } from '../documents.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, watch, widths } from './watch.ts'

const today = '2026-03-02'

async function keep(page: Page, name: string, body: Buffer): Promise<string> {
  const answer = await page.request.post(`/api/files?act=${newId()}&name=${name}`, {
    data: body,
    headers: { 'content-type': 'application/octet-stream', origin: new URL(page.url()).origin },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return ((await answer.json()) as { id: string }).id
}

/** A cooperation of Kabupaten Bekasi whose MoU is on file, and a visit with a photograph; nothing of it is public. */
async function furnish(page: Page) {
  // Digits become letters of their own: two journeys must not come to one name.
  const name = `Kota ${newId()
    .slice(-12)
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`
  const named = { name, nativeName: '海辺市', country: 'JP', kind: 'foreign_local_government' } as const
  const { id: partner } = await ask(page, addPartner, { act: newId(), ...named, sure: ['name'] })
  const { id, slug } = await ask(page, newRelation, { act: newId(), partner, beganOn: '2025-05-05' })
  const text = { title: 'Nota Kesepahaman Pengelolaan Sampah', numberOurs: `17/${name}`, termMonths: 36 }
  const paper = { file: await keep(page, 'pindai.pdf', aPdf()) }
  const signing = { id, step: 'penandatanganan', occurredOn: '2026-01-12', paper, text } as const
  await ask(page, recordStep, { act: newId(), ...signing })
  const meeting = {
    occurredOn: '2026-02-20',
    place: 'Pendopo',
    about: `Rapat ${name}`,
    kind: 'rapat_koordinasi',
  } as const
  const visit = await ask(page, recordActivity, { act: newId(), relations: [id], ...meeting })
  const body = {
    act: newId(),
    id: visit.id,
    side: 'guest',
    organisation: 'Komite Jepang Kadin',
    headcount: 12,
  } as const
  await ask(page, addParticipant, body)
  const photo = { file: await keep(page, 'foto.png', aPng()), caption: 'Pendopo, 20 Februari 2026' }
  await ask(page, addPhoto, { act: newId(), id: visit.id, ...photo })
  return { id, slug, name, visit }
}

async function judge(page: Page, name: string): Promise<void> {
  await expectNoOverflow(page)
  // Seen whole: on a long page something always lies half under the bar at a phone's foot, wherever one has scrolled to.
  const size = page.viewportSize()
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (size !== null) await page.setViewportSize({ ...size, height: Math.max(size.height, whole) })
  await expectAccessible(page)
  if (size !== null) await page.setViewportSize(size)
  await takePicture(page, `terbit-${name}`)
}

async function walk(page: Page, language: Language, width: number): Promise<void> {
  await page.goto(`/${language}?tanggal=${today}`)
  await enterAs(page, { key: 'petugas-kab-bekasi', language })
  await page.goto(`/kerja?tanggal=${today}`)
  const made = await furnish(page)
  const at = (what: string) => `${language}-${width}-${what}`

  await test.step('a signed text: its facts, and its file to save', async () => {
    await ask(page, publishRelation, { act: newId(), id: made.id })
    await page.goto(`/${language}/kerja-sama/${made.slug}`)
    const text = page.locator('#naskah')
    await expect(text).toContainText('Nota Kesepahaman Pengelolaan Sampah')
    await expect(text).toContainText(`17/${made.name}`)
    await judge(page, at('naskah'))
    const saving = page.waitForEvent('download')
    await text.locator('a.btn').click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe(`${made.slug}-mou-2026-01-12.pdf`)
    expect(readFileSync(await saved.path()).toString('latin1', 0, 5)).toBe('%PDF-')
  })

  await test.step('a visit: its photograph is chosen, looked at, published and shown', async () => {
    const w = agendaWords[language].publish
    await page.goto(`/kerja/kegiatan/${made.visit.slug}`)
    const part = page.getByRole('region', { name: w.title })
    await part.getByLabel('Pendopo, 20 Februari 2026').check()
    await judge(page, at('kegiatan-kerja'))
    const [look] = await Promise.all([page.waitForEvent('popup'), part.getByRole('link').first().click()])
    await expect(look.locator('figure img')).toHaveJSProperty('complete', true)
    await look.close()
    await part.getByRole('button', { name: w.go }).click()
    await expect(part.getByText(w.isPublic)).toBeVisible()
    await page.goto(`/${language}/kegiatan/${made.visit.slug}`)
    await expect(page.locator('#hadir')).toContainText('Komite Jepang Kadin')
    await expect(page.getByRole('heading', { name: homeWords[language].activity.photos })).toBeVisible()
    await expect(page.locator('figure img')).toHaveJSProperty('complete', true)
    await judge(page, at('kegiatan'))
  })

  await test.step('Hari ini: each thing that waits with its act', async () => {
    const sent = {
      id: made.id,
      step: 'persetujuan_dprd',
      holder: 'dprd',
      sentOn: '2026-01-05',
      receivedOn: '2026-01-05',
    }
    await ask(page, sendStep, { act: newId(), ...sent } as never)
    await ask(page, setNextStep, { act: newId(), id: made.id, what: 'Menyurati mitra', dueOn: today })
    await ask(page, prepareLetter, { act: newId(), relation: made.id, kind: 'konsultasi_mendagri', sure: ['kind'] })
    await ask(page, newRelation, { act: newId(), label: `Pihak ${made.name}`, beganOn: '2023' })
    await page.goto(`/${language}/kerja-sama/${made.slug}/keliru`)
    await page.locator('textarea').fill('Bukan tiga tahun.')
    await page.locator('main form button').click()
    await expect(page).toHaveURL(/tanda-terima/)
    await page.goto('/kerja')
    const w = todayWords[language]
    const lines = page.locator('ul.todo > li')
    await expect(lines.first()).toContainText(w.line.readers)
    // Six kinds wait; what the other journeys left fills the seventh line.
    expect([6, 7]).toContain(await lines.count())
    await judge(page, at('hari-ini'))
    await lines.first().getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(correctionWords[language].list.title)
    await expect(page.getByRole('heading', { name: new RegExp(made.name) }).first()).toBeVisible()
    await judge(page, at('kata-pembaca'))
    await page.goto(`/kerja/kerja-sama/${made.slug}`)
    await expect(page.getByText(correctionWords[language].list.waitingHere({ n: 1 }))).toBeVisible()
  })

  await test.step('before its day nothing of it is there', async () => {
    await page.goto(`/${language}/kerja-sama/${made.slug}?per=${addDays('2026-01-12', -1)}`)
    await expect(page.locator('#naskah')).toHaveCount(0)
    await expect(page.locator('main')).toContainText(pageWords[language].noText)
  })
}

for (const language of languages) {
  for (const width of widths) {
    test(`${language} at ${width}: what is signed, what was seen, and what waits`, async ({ page }) => {
      test.setTimeout(180_000)
      await page.setViewportSize({ width, height: heightOf(width) })
      const seen = watch(page)
      await walk(page, language, width)
      expect(seen.faults).toEqual([])
    })
  }
}
