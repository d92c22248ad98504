import { expect, test, type Page } from '@playwright/test'
import { newId } from '../../src/shared/ids.ts'
import { words } from '../../src/slices/letters/ui/mailroom/messages/words.gen.ts'
import { words as controlWords } from '../../src/ui/controls/messages/words.gen.ts'
import { expectAccessible } from './accessible.ts'
import { enterAs } from './officer.ts'
import { expectNoOverflow, heightOf, takePicture, watch } from './watch.ts'

async function judge(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expectNoOverflow(page)
  await expectAccessible(page)
  await takePicture(page, `surat-masuk/${name}`)
}

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const mailOf = (subject: string) =>
  [
    'From: Kantor Penguji <kantor@contoh.invalid>',
    `Subject: ${subject}`,
    'Date: Mon, 10 Nov 2025 08:00:00 +0700',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<script>alert(1)</script><p>Mohon <b>data</b> kawasan.</p>',
    '--b',
    'Content-Type: image/png; name="denah.png"',
    'Content-Disposition: attachment; filename="denah.png"',
    'Content-Transfer-Encoding: base64',
    '',
    png,
    '--b--',
    '',
  ].join('\r\n')

for (const [language, width] of [
  ['id', 1280],
  ['ja', 360],
] as const) {
  test(`${language}, ${width} px: a mail is registered, disposed, followed up and answered`, async ({ page }) => {
    await page.setViewportSize({ width, height: heightOf(width) })
    const seen = watch(page)
    const w = words[language]
    const mark = newId().slice(-6)
    const subject = `Permintaan data ${mark}`
    await enterAs(page, { key: 'petugas-kab-contoh', language })
    await page.goto('/kerja/surat')
    await expect(page.getByRole('table', { name: w.view.in })).toBeVisible()
    await judge(page, `${language}-${width}-list`)

    await page.getByRole('link', { name: w.add.in }).click()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: w.eml.choose }).click(),
    ])
    await chooser.setFiles({ name: `${mark}.eml`, mimeType: 'message/rfc822', buffer: Buffer.from(mailOf(subject)) })
    await expect(page.getByLabel(w.form.subject, { exact: true })).toHaveValue(subject)
    await expect(page.getByRole('checkbox', { name: /denah\.png/ })).toBeChecked()
    await page.getByLabel(w.form.wantsAnswer.in).check()
    await judge(page, `${language}-${width}-form`)
    await page.reload() // what was typed is there again, the mail with it
    await expect(page.getByLabel(w.form.subject, { exact: true })).toHaveValue(subject)
    await page.getByRole('button', { name: w.form.save }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
    const address = page.url()
    await expect(page.getByRole('link', { name: /denah\.png/ })).toBeVisible()
    await page.getByText(w.page.body, { exact: true }).click()
    await expect(page.getByText('Mohon data kawasan.')).toBeVisible()

    await page.getByRole('button', { name: w.disposition.open }).click()
    await page.getByLabel(w.disposition.office, { exact: true }).fill('Sekretaris Daerah')
    await page.getByLabel(w.disposition.instruction, { exact: true }).fill(`Siapkan jawaban ${mark}`)
    await page.getByLabel(w.disposition.unit({ n: '1' })).selectOption({ index: 1 })
    await judge(page, `${language}-${width}-disposing`)
    await page.getByRole('button', { name: w.disposition.save }).click()
    const followUps = page.getByRole('list', { name: w.disposition.followUps })
    await expect(followUps).toContainText(`Siapkan jawaban ${mark}`)
    await judge(page, `${language}-${width}-disposed`)
    await page.getByRole('link', { name: w.disposition.print }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.disposition.sheet)
    await judge(page, `${language}-${width}-sheet`)

    await page.goto(address)
    await page.getByRole('link', { name: w.answer.write }).click()
    await page.getByLabel(w.form.subject, { exact: true }).fill(`Jawaban ${mark}`)
    await page.getByLabel(w.form.correspondent).fill('Kantor Penguji')
    await page.getByRole('button', { name: w.form.save }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Jawaban ${mark}`)
    await page.getByRole('link', { name: subject }).click()
    await expect(page.getByText(w.answer.by({ subject: `Jawaban ${mark}` }))).toBeVisible()
    await expect(page.getByRole('button', { name: controlWords[language].copy.label })).toBeVisible()
    expect(seen.faults).toEqual([])
  })
}
