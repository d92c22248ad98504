import { expect, test } from '@playwright/test'
import { readToday } from '../../src/pages/today/contract.ts'
import { words as todayWords } from '../../src/pages/today/messages/words.gen.ts'
import { endNextStep, setNextStep } from '../../src/slices/relations/contract.ts'
import { readChoice, choose } from '../../src/slices/notices/contract.ts'
import { words as noticeWords } from '../../src/slices/notices/ui/messages/words.gen.ts'
import { words as relationWords } from '../../src/slices/relations/ui/messages/words.gen.ts'
import { newId } from '../../src/shared/ids.ts'
import { expectAccessible } from './accessible.ts'
import { ask, enterAs, readIzumisano } from './officer.ts'
import { expectNoOverflow, heightOf } from './watch.ts'

// One record for both, so one after the other.
test.describe.configure({ mode: 'default' })

for (const { language, width } of [
  { language: 'id', width: 1280 },
  { language: 'ja', width: 360 },
] as const) {
  test.describe(`${language}, ${width} px`, () => {
    test.use({ viewport: { width, height: heightOf(width) } })

    test('the morning: a line is put off and comes back, its act is done and it is gone; the summary is chosen', async ({
      page,
    }) => {
      const w = todayWords[language]
      await enterAs(page, { key: 'petugas-kota-bekasi', language })
      const { relation } = await readIzumisano(page)
      const { on } = await ask(page, readToday, {})
      const what = `Menanyakan kabar ${newId().slice(-6)}`
      const set = await ask(page, setNextStep, { act: newId(), id: relation.id, what, dueOn: on })
      await page.goto('/kerja')
      const line = page.getByRole('listitem').filter({ hasText: what })
      await expect(line).toBeVisible()
      await expectAccessible(page)
      await expectNoOverflow(page)

      await line.locator('summary').click()
      await expectAccessible(page)
      await expectNoOverflow(page)
      await line.getByRole('button', { name: w.later.tomorrow }).click()
      await expect(line).toHaveCount(0)
      await page.getByRole('button', { name: w.later.undo }).click()
      await expect(line).toBeVisible()

      await line.getByRole('link').click()
      await expect(page.getByText(what).first()).toBeVisible()
      await ask(page, endNextStep, { act: newId(), id: relation.id, step: set.id, rev: 1, outcome: 'done' })
      await page.goto('/kerja')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(line).toHaveCount(0)

      await page.getByRole('link', { name: w.silence }).click()
      await expect(page.getByRole('heading', { level: 1, name: relationWords[language].silence.title })).toBeVisible()
      await expectAccessible(page)
      await expectNoOverflow(page)

      await page.goto('/kerja')
      await page.getByRole('link', { name: w.askMail }).click()
      const n = noticeWords[language]
      await page.getByRole('checkbox', { name: n.daily }).check()
      await expectAccessible(page)
      await page.getByRole('button', { name: n.save }).click()
      await expect(page.getByText(n.saved)).toBeVisible()
      await page.reload()
      await expect(page.getByRole('checkbox', { name: n.daily })).toBeChecked()
      const { rev } = await ask(page, readChoice, {})
      await ask(page, choose, { act: newId(), rev, daily: false, atOnce: false })
    })
  })
}
