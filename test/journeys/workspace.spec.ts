import { expect, test, type Page } from '@playwright/test'
import { words as briefingWords } from '../../src/pages/briefing/ui/messages/words.gen.ts'
import { words as programmeWords } from '../../src/pages/programmes/messages/words.gen.ts'
import { words as partWords } from '../../src/pages/relation-page/ui/messages/words.gen.ts'
import { words as settingsWords } from '../../src/pages/settings/ui/messages/words.gen.ts'
import { words as taskWords } from '../../src/pages/tasks/ui/messages/words.gen.ts'
import { words as todayWords } from '../../src/pages/today/messages/words.gen.ts'
import { words as planWords } from '../../src/slices/agenda/ui/plan/messages/words.gen.ts'
import { words as roomWords } from '../../src/slices/agenda/ui/room/messages/words.gen.ts'
import { words as calendarWords } from '../../src/slices/calendar/ui/messages/words.gen.ts'
import { words as ledgerWords } from '../../src/slices/ledger/ui/messages/words.gen.ts'
import { verbWord } from '../../src/slices/ledger/ui/verb-words.ts'
import { words as letterWords } from '../../src/slices/letters/ui/messages/words.gen.ts'
import { words as mailWords } from '../../src/slices/letters/ui/mailroom/messages/words.gen.ts'
import { words as sectorWords } from '../../src/slices/reference/messages/words.gen.ts'
import { sectorIds } from '../../src/slices/reference/model.ts'
import { words as sharingWords } from '../../src/slices/sharing/ui/messages/words.gen.ts'
import { words as countWords } from '../../src/slices/relations/messages/words.gen.ts'
import { words as mendWords } from '../../src/slices/relations/ui/messages/words.gen.ts'
import { languages, type Language } from '../../src/shared/languages.ts'
import { words as controlWords } from '../../src/ui/controls/messages/words.gen.ts'
import { words as shellWords } from '../../src/workspace/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { enterAs, izumisano, named, readActs, readIzumisano, restore, tabTo } from './officer.ts'
import { programmeStops, type Stop } from './programme-stops.ts'
import { expectNoOverflow, heightOf, watch, widths } from './watch.ts'

const record = `/kerja/kerja-sama/${izumisano}`

/** Written by hand: a title that falls back to another language must not pass. */
const cities: Record<Language, string> = { id: 'Kota Izumisano', en: 'Izumisano', ja: '泉佐野市', ko: '이즈미사노시' }

test.describe('an officer mends Izumisano', () => {
  // One record for all of them, so one after the other; each gives it back as it was found. The longest row stands
  // first, so that the other worker has the pages to judge meanwhile.
  test.describe.configure({ mode: 'default' })

  for (const language of ['id', 'ja'] as const) {
    for (const width of widths) {
      test.describe(`${language}, ${width} px`, () => {
        test.use({ viewport: { width, height: heightOf(width) } })

        let found: Awaited<ReturnType<typeof readIzumisano>>
        test.beforeEach(async ({ page }) => {
          await enterAs(page, { key: 'petugas-kota-bekasi', language })
          found = await readIzumisano(page)
        })
        test.afterEach(async ({ page, context }) => {
          await context.setOffline(false)
          await restore(page, found)
        })

        test('names a field by keyboard alone, finds it in the history and takes it back', async ({ page }) => {
          await nameField(page, language)
        })
        test('in two tabs: the later one sees both texts and decides', async ({ page }) => {
          await decideBetweenTabs(page, language)
        })
        test('finds again after a reload what was typed', async ({ page }) => {
          await reloadWhileTyping(page, language)
        })
        test('saves without a line: told so, sent again, recorded once', async ({ page }) => {
          await saveWithoutLine(page, language)
        })
      })
    }
  }
})

function stopsOf(language: Language): Record<string, Stop[]> {
  const { list } = mendWords[language]
  const { tab } = partWords[language]
  const { fault, register } = shellWords[language]
  const { section } = settingsWords[language]
  const { agenda, settings: checklists } = planWords[language]
  const city = cities[language]
  const rows = { role: 'table', name: list.title } as const
  return {
    'petugas-kota-bekasi': [
      { address: '/kerja', heading: todayWords[language].title },
      { address: '/kerja/kerja-sama', heading: list.title, shown: rows },
      { address: `/kerja/kerja-sama?q=${encodeURIComponent('泉佐野')}`, heading: list.title, shown: rows },
      { address: '/kerja/kerja-sama?q=zzzz', heading: list.title },
      { address: record, heading: city, tab: tab.summary },
      { address: `${record}/bidang`, heading: city, tab: tab.fields },
      { address: `${record}/kegiatan`, heading: city, tab: tab.activities },
      { address: `${record}/orang`, heading: city, tab: tab.people },
      { address: `${record}/program`, heading: city, tab: programmeWords[language].ofRelation },
      ...programmeStops(language),
      { address: `${record}/mitra`, heading: city, tab: sharingWords[language].tab },
      { address: `${record}/riwayat`, heading: city, tab: tab.history, shown: { role: 'listitem' } },
      { address: '/kerja/pengaturan/hari-libur', heading: section.holidays, shown: { role: 'table' } },
      { address: '/kerja/pengaturan/kalender', heading: section.calendar },
      { address: '/kerja/catat/kalender', heading: calendarWords[language].file.title },
      { address: '/kerja/pengaturan/pemberitahuan', heading: section.notices },
      { address: '/kerja/tidak-ada-kabar', heading: mendWords[language].silence.title, shown: { role: 'listitem' } },
      { address: '/kerja/pengaturan/urusan', heading: section.affairs, shown: { role: 'table' } },
      { address: '/kerja/pengaturan/perangkat', heading: section.units, shown: { role: 'table' } },
      { address: '/kerja/pengaturan/pejabat', heading: section.officials, shown: { role: 'table' } },
      { address: '/kerja/surat', heading: mailWords[language].title },
      { address: '/kerja/surat?bagian=agenda', heading: mailWords[language].title },
      { address: '/kerja/surat/tulis', heading: letterWords[language].partner.title },
      { address: '/kerja/surat/catat', heading: mailWords[language].form.in },
      { address: '/kerja/kegiatan/kunjungan-izumisano-2025-07-24/pintu', heading: roomWords[language].door.open },
      { address: '/kerja/kegiatan/kunjungan-izumisano-2025-07-24/notulen', heading: roomWords[language].sum.title },
      { address: '/kerja/agenda', heading: agenda.title },
      { address: '/kerja/agenda?tampil=lewat', heading: agenda.title, shown: { role: 'listitem' } },
      { address: '/kerja/agenda?tampil=bulan&bulan=2025-07', heading: agenda.title, shown: { role: 'table' } },
      { address: '/kerja/agenda?tampil=cendera-mata', heading: agenda.title },
      { address: '/kerja/pengaturan/persiapan-kunjungan', heading: checklists.title, shown: { role: 'listitem' } },
      { address: '/kerja/tindak-lanjut', heading: taskWords[language].title },
      { address: '/kerja/tindak-lanjut?keadaan=selesai&q=zzzz', heading: taskWords[language].title },
      { address: '/kerja/catat/tindak-lanjut', heading: taskWords[language].add },
      { address: '/kerja/serah-terima', heading: briefingWords[language].handOver },
      {
        address: '/kerja/kegiatan/kunjungan-izumisano-2025-07-24/siaran-pers',
        heading: briefingWords[language].openPress,
      },
      { address: '/kerja/tidak-ada', heading: fault.missing.title },
      { address: '/kerja/kerja-sama/tidak-ada', heading: fault.missing.title, status: 404 },
    ],
    provinsi: [
      { address: '/kerja/register', heading: register.title, shown: { role: 'table' } },
      { address: '/kerja/register?keadaan=exploring', heading: register.title, shown: { role: 'table' } },
    ],
    dinas: [
      { address: '/kerja', heading: todayWords[language].title },
      { address: '/kerja/tindak-lanjut', heading: taskWords[language].title },
      { address: '/kerja/kerja-sama', heading: fault.forbidden.title, status: 403 },
    ],
  }
}

for (const language of languages) {
  test(`${language}: every page of work is accessible, fits, names itself and complains about nothing`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const seen = watch(page)
    for (const [key, stops] of Object.entries(stopsOf(language))) {
      await enterAs(page, { key, language })
      for (const stop of stops) {
        seen.faults.length = 0
        await judge(page, { stop, language })
        const known = `status of ${stop.status}`
        const faults = seen.faults.filter((fault) => !fault.includes(known))
        expect.soft(faults, stop.address).toEqual([])
      }
    }
  })
}

async function judge(page: Page, { stop, language }: { stop: Stop; language: Language }): Promise<void> {
  const { address, heading, back, shown, tab } = stop
  await page.goto(address)
  const first = page.getByRole('heading', { level: 1 })
  await expect.soft(first, address).toHaveCount(1)
  await expect.soft(first, address).toContainText(heading)
  if (tab !== undefined) {
    const parts = page.getByRole('navigation', { name: partWords[language].parts, exact: true })
    await expect.soft(parts.locator('[aria-current=page]'), address).toContainText(tab)
  }
  if (shown !== undefined) {
    const { role, ...rest } = shown
    await expect.soft(page.getByRole('main').getByRole(role, rest).first(), address).toBeVisible()
  }
  if (back !== undefined) {
    await expect.soft(page.getByRole('main').locator(`a[href="${back}"]`), address).toBeVisible()
  }
  await expect.soft(page.locator('html'), address).toHaveAttribute('lang', language)
  const title = (await first.textContent()) ?? ''
  await expect.soft
    .poll(async () => (await page.title()).startsWith(title), { message: `title of ${address}` })
    .toBe(true)
  await page.evaluate(() => document.fonts.ready)
  // Begun on the phone and turned into the office screen: what a page draws is the same, how it stands is not.
  for (const width of widths) {
    await page.setViewportSize({ width, height: heightOf(width) })
    await expectNoOverflow(page)
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: widths[0], height: heightOf(widths[0]) })
}

test('who only reads finds no act on any tab, where an officer finds them', async ({ page }) => {
  const { relation, fields: field } = mendWords.id
  const names = [relation.mend, field.mend, field.giveName, field.add, field.save, field.drop]
  const acts = new RegExp(`^(${[...names, ledgerWords.id.undo.undo].join('|')})( ?: |$)`)
  const main = page.getByRole('main')
  // How many acts an officer finds on each tab; on the first one also the act on a commitment of the story. In the
  // history it is her own last act, if nobody was faster.
  const offered = { '': 2, '/bidang': 10, '/kegiatan': 0, '/orang': 1, '/riwayat': undefined }
  for (const key of ['wali-kota', 'petugas-kota-bekasi']) {
    await enterAs(page, { key, language: 'id' })
    for (const [tab, count] of Object.entries(offered)) {
      await page.goto(record + tab, { waitUntil: 'networkidle' })
      const parts = page.getByRole('navigation', { name: partWords.id.parts, exact: true })
      await expect(parts.locator('[aria-current=page]')).toBeVisible()
      if (tab === '/riwayat') await expect(main.getByRole('listitem').first()).toBeVisible()
      // Looking at another day changes nothing.
      await expect(main.locator('form.as-of'), tab).toHaveCount(tab === '/riwayat' ? 1 : 0)
      const buttons = main.getByRole('button', { name: acts })
      if (key === 'wali-kota') {
        const fields = main.locator(':is(form, input, select, textarea):not(.as-of, .as-of *)')
        await expect(fields, tab).toHaveCount(0)
        await expect(buttons, tab).toHaveCount(0)
      } else if (count !== undefined) await expect(buttons, tab).toHaveCount(count)
    }
  }
})

async function nameField(page: Page, language: Language): Promise<void> {
  const seen = watch(page)
  const w = mendWords[language].fields
  const { tab, parts } = partWords[language]
  const tabs = page.getByRole('navigation', { name: parts, exact: true })
  const editor = page.getByRole('region', { name: w.title, exact: true })
  const counted = (offered: number, named: number, unnamed: number) => {
    const { fields } = countWords[language]
    return `${fields.offered({ n: offered })} · ${fields.named({ n: named })} · ${fields.unnamed({ n: unnamed })}`
  }
  const taken = (await readIzumisano(page)).fields.map(({ sector }) => sector)
  const sector = sectorIds.find((id) => !taken.includes(id))
  if (sector === undefined) throw new Error('Every sector is taken')
  const name = sectorWords[language].sector[sector]

  await page.goto('/kerja/kerja-sama')
  await tabTo(page, page.getByRole('main').getByRole('link', { name: cities[language] }))
  await page.keyboard.press('Enter')
  await tabTo(page, tabs.getByRole('link', { name: new RegExp(`^${tab.fields}`) }))
  await page.keyboard.press('Enter')
  await expect(editor).toContainText(counted(9, 6, 3))

  await tabTo(page, editor.getByRole('button', { name: named(w.giveName, w.numbered({ number: 7 })) }))
  await page.keyboard.press('Enter')
  const line = editor.getByRole('listitem').filter({ has: page.getByRole('combobox', { name: w.name, exact: true }) })
  const box = line.getByRole('combobox', { name: w.name, exact: true }).first()
  await expect(box, 'the form takes the focus').toBeFocused()
  // Letter by letter, as people type: each one narrows the list, and opens it again if something closed it. The last one
  // is left away; before it the name may also be a part of another's.
  for (const letter of [...name].slice(0, -1)) await page.keyboard.insertText(letter)
  const option = page.getByRole('option', { name, exact: true })
  await expect(option).toBeVisible()
  // No axe here: an open list hides the page from screen readers but not from Tab, which closes the list first.
  await expectNoOverflow(page)
  await page.keyboard.press('ArrowDown')
  // A list that reached below the bar at the foot of a phone was scrolled by the arrow and shut itself a moment later.
  await page.waitForTimeout(300)
  await expect(option, 'the list stays open under the arrow').toHaveAttribute('data-focused', 'true')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue(name)
  await tabTo(page, line.getByRole('button', { name: w.save, exact: true }))
  await page.keyboard.press('Enter')

  await expect(page.getByText(w.mended, { exact: true })).toBeVisible()
  await expect(editor).toContainText(counted(9, 7, 2))
  await expect(tabs).toContainText('7/9')
  await expect(editor.getByRole('button', { name: named(w.mend, name) }), 'keeps the place').toBeFocused()
  await expectAccessible(page)
  await expectNoOverflow(page)

  const told = ledgerWords[language]
  const history = page.getByRole('region', { name: tab.history, exact: true })
  await tabTo(page, tabs.getByRole('link', { name: tab.history }), { back: true })
  await page.keyboard.press('Enter')
  const newest = history.getByRole('listitem').first()
  await expect(newest).toContainText(verbWord(language, { verb: 'relations.mendField', kind: 'person' }))
  await expect(newest).toContainText(name)
  await tabTo(page, newest.getByRole('button', { name: new RegExp(`^${told.undo.undo}`) }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(told.undo.done, { exact: true })).toBeVisible()
  await expect(history).toContainText(told.undone)
  await expectAccessible(page)
  await expectNoOverflow(page)

  await tabTo(page, tabs.getByRole('link', { name: new RegExp(`^${tab.fields}`) }), { back: true })
  await page.keyboard.press('Enter')
  await expect(editor).toContainText(counted(9, 6, 3))
  expect(seen.faults).toEqual([])
}

/** The form for purpose and type, and what stands in it. */
function purposeForm(page: Page, language: Language) {
  const w = mendWords[language]
  const main = page.getByRole('main')
  return {
    opener: main.getByRole('button', { name: w.relation.mend, exact: true }),
    purpose: main.getByRole('textbox', { name: w.value.purpose, exact: true }),
    save: main.getByRole('button', { name: w.relation.save, exact: true }),
    saved: page.getByText(w.relation.saved, { exact: true }),
  }
}

async function decideBetweenTabs(page: Page, language: Language): Promise<void> {
  const w = controlWords[language].conflict
  const label = mendWords[language].value.purpose
  const other = await page.context().newPage()
  const [first, second] = [purposeForm(page, language), purposeForm(other, language)]
  await page.goto(record)
  await other.goto(record)
  await first.opener.click()
  await second.opener.click()
  await first.purpose.fill('Belajar memilah sampah 一')
  await second.purpose.fill('Belajar memilah sampah 二')
  await first.save.click()
  await expect(first.saved).toBeVisible()
  await second.save.click()
  const conflict = other.getByRole('region', { name: w.title, exact: true })
  await expect(conflict).toContainText(w.mine({ label }))
  await expect(conflict).toContainText('Belajar memilah sampah 二')
  await expect(conflict).toContainText(w.theirs({ label }))
  await expect(conflict).toContainText('Belajar memilah sampah 一')
  await judgeWhole(other)
  expect((await readIzumisano(page)).relation.purpose, 'nothing is overwritten').toBe('Belajar memilah sampah 一')
  await conflict.getByRole('button', { name: w.useMine, exact: true }).click()
  await expect(second.saved).toBeVisible()
  await expect(other.getByRole('main')).toContainText('Belajar memilah sampah 二')
  expect((await readIzumisano(page)).relation.purpose).toBe('Belajar memilah sampah 二')
  await other.close()
}

async function reloadWhileTyping(page: Page, language: Language): Promise<void> {
  const form = purposeForm(page, language)
  const typed = `Sebelum muat ulang 泉佐野\n${'panjang '.repeat(40)}`
  await page.goto(record)
  await form.opener.click()
  await form.purpose.fill(typed)
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.reload()
  expect(asked, 'asks before it leaves').toEqual(['beforeunload'])
  await expect(form.purpose).toHaveValue(typed)
  await expect(page.getByText(mendWords[language].restored)).toBeVisible()
  await judgeWhole(page)
  await page.getByRole('main').getByRole('button', { name: mendWords[language].cancel, exact: true }).click()
  await expect(form.opener, 'where the form was').toBeFocused()
  await page.reload()
  await expect(form.opener, 'given up, it is gone').toBeVisible()
  expect((await readIzumisano(page)).relation.purpose, 'nothing was sent').not.toBe(typed)
}

async function saveWithoutLine(page: Page, language: Language): Promise<void> {
  const form = purposeForm(page, language)
  const w = controlWords[language].failure
  const told = page.getByRole('main').getByRole('alert')
  const again = told.getByRole('button', { name: w.again, exact: true })
  const before = await readActs(page)
  await page.goto(record)
  await form.opener.click()
  await form.purpose.fill('Tanpa sambungan')
  // The worst of it: the act is recorded, and the line breaks before its answer comes.
  await page.route(
    '**/api/relations/*',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await form.save.click()
  await expect(told).toContainText(w.unsent)
  await expect(form.purpose).toHaveValue('Tanpa sambungan')
  await judgeWhole(page)
  await page.context().setOffline(true)
  await again.click()
  await expect(told).toContainText(w.unsent)
  await page.context().setOffline(false)
  await again.click()
  await expect(form.saved).toBeVisible()
  expect((await readIzumisano(page)).relation.purpose).toBe('Tanpa sambungan')
  const acts = (await readActs(page)).filter(({ act }) => !before.some((known) => known.act === act))
  expect(
    acts.map(({ verb }) => verb),
    'one act',
  ).toEqual(['relations.mendRelation'])
}

/** A form on a window as high as itself: what the bar at the foot covers until one scrolls on is no fault. */
async function judgeWhole(page: Page): Promise<void> {
  const size = page.viewportSize()
  if (size === null) throw new Error('This browser has no window')
  await page.setViewportSize({ ...size, height: 2400 })
  await expectNoOverflow(page)
  await expectAccessible(page)
  await page.setViewportSize(size)
}
