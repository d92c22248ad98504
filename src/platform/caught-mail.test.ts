import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { Failure } from '../shared/failure.ts'
import { newId } from '../shared/ids.ts'
import { bindCaughtMail, listCaught } from './caught-mail.ts'
import { openMailer } from './mail.ts'

const folder = mkdtempSync(join(tmpdir(), 'jembatan-caught-'))
afterAll(() => rmSync(folder, { recursive: true }))

const attachments = [{ name: 'a.html', type: 'text/html', content: '<script>alert(1)</script>' }]
const mailer = openMailer({ url: undefined, from: 'kantor@contoh.invalid', folder })

test('the newest first, as text, with its links; what is no kept mail is left out', async () => {
  await mailer.send({ to: 'a@contoh.invalid', subject: 'Satu', text: 'Isi' })
  const text = 'Buka https://contoh.invalid/x dan javascript:alert(1)'
  await mailer.send({ to: 'b@contoh.invalid', subject: '<b>泉佐野市</b>', text, attachments })
  writeFileSync(join(folder, 'lain.eml'), 'Subject: x\r\n\r\ny')
  writeFileSync(join(folder, `${newId()}.eml.part`), '')
  const found = await listCaught(folder)
  expect(found.map(({ subject }) => subject)).toEqual(['<b>泉佐野市</b>', 'Satu'])
  expect(found[0]).toMatchObject({ to: '<b@contoh.invalid>', links: ['https://contoh.invalid/x'] })
  expect(found[0]?.attachments).toEqual([{ name: 'a.html', type: 'text/html', bytes: 25 }])
  expect(await listCaught(join(folder, 'nirgends'))).toEqual([])
})

const appWith = (isOpen: boolean) => {
  const app = new Hono()
  app.onError((error, c) => c.text('', error instanceof Failure ? 404 : 500))
  const draw = async () => await Promise.resolve('<p>halaman</p>')
  bindCaughtMail(app, { folder, isOpen: async () => await Promise.resolve(isOpen), draw })
  return async (path: string, { from = '127.0.0.1', host = 'localhost:3000', headers = {} } = {}) =>
    await app.request(path, { headers: { host, ...headers } }, { incoming: { socket: { remoteAddress: from } } })
}

test('is there at this machine, under its own name, in a demonstration; nowhere else', async () => {
  const ask = appWith(true)
  const page = await ask('/id/surel')
  expect([page.status, page.headers.get('x-robots-tag'), page.headers.get('cache-control')]).toEqual([
    200,
    'noindex',
    'private, no-store',
  ])
  expect((await ask('/id/surel', { from: '10.0.0.7' })).status).toBe(404)
  expect((await ask('/id/surel', { host: 'jahat.invalid' })).status).toBe(404)
  expect((await ask('/id/surel', { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(404)
  expect((await appWith(false)('/id/surel')).status).toBe(404)
})

test('an attachment is saved, never shown; a path that leads elsewhere is not there', async () => {
  const ask = appWith(true)
  const id = (await listCaught(folder))[0]?.id ?? ''
  const file = await ask(`/surel/${id}/0`)
  expect(file.headers.get('content-type')).toBe('application/octet-stream')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  expect((await ask(`/surel/${id}/9`)).status).toBe(404)
  expect((await ask('/surel/..%2F..%2Fetc%2Fpasswd/0')).status).toBe(404)
})
