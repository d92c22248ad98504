import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { readContent } from '../src/slices/files/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { openWorld, type Answer, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const pdf = () => Buffer.from(`%PDF-1.4\n${newId()}\n%%EOF\n`).toString('base64')
type Body = string | Buffer
const send = async (body: Body, name = 'surel.eml'): Promise<Answer> =>
  await petugas.ask(letters.receiveMail, { name, body })
const proposalOf = async (body: Body) => {
  const { status, body: kept } = await send(body)
  expect([status, kept]).toEqual([200, expect.objectContaining({ name: 'surel.eml' })])
  return (await petugas.ask(letters.readProposal, { id: kept.id })).body
}
const refusal = ({ status, body }: Answer) => [status, body.code, body.details?.file]
const mail = (lines: readonly string[]) => lines.join('\r\n')
const head = ['From: Kantor Uji <kantor@contoh.invalid>', 'Date: Mon, 10 Mar 2025 23:30:00 +0000', 'MIME-Version: 1.0']
const withFiles = (parts: readonly string[][]) =>
  mail([...head, 'Subject: Berkas', 'Content-Type: multipart/mixed; boundary=b', '', ...parts.flatMap((part) => ['--b', ...part]), '--b--', '']) // prettier-ignore
const plain = ['Content-Type: text/plain; charset=utf-8', '', 'Terlampir.']
const file = (name: string, content: string) => [`Content-Type: application/octet-stream; name="${name}"`, `Content-Disposition: attachment; filename="${name}"`, 'Content-Transfer-Encoding: base64', '', content] // prettier-ignore

describe('a mail that was uploaded', () => {
  test('proposes from whom, the day where the region is, subject, text and the files that are kept', async () => {
    const said = await proposalOf(withFiles([plain, file('surat.pdf', pdf()), file('foto.png', png), file('jahat.exe', 'TVqQAAMAAAA='), file('laporan.pdf', png)])) // prettier-ignore
    expect(said).toMatchObject({ from: 'Kantor Uji <kantor@contoh.invalid>', datedOn: '2025-03-11', subject: 'Berkas', body: 'Terlampir.', isCut: false, language: null, known: [] }) // prettier-ignore
    expect(said.files.map((one: { name: string; kind: string | null }) => [one.name, one.kind])).toEqual([['surat.pdf', 'pdf'], ['foto.png', 'png'], ['jahat.exe', null], ['laporan.pdf', null]]) // prettier-ignore
  })

  test('is nothing until it is registered; then its chosen files are there and the same mail is known', async () => {
    const count = async () => (await world.owner<{ n: number }[]>`select (select count(*) from files.files) + (select count(*) from letters.mail) as n`)[0]?.n // prettier-ignore
    const before = await count()
    const { body: kept } = await send(withFiles([plain, file('surat.pdf', pdf()), file('jahat.exe', 'TVqQAAMAAAA=')]))
    const { body: said } = await petugas.ask(letters.readProposal, { id: kept.id })
    expect(await count()).toEqual(before)
    const entry = { direction: 'in', kind: 'lain', correspondent: said.from, datedOn: said.datedOn, passedOn: '2025-03-12', channel: 'mail', subject: said.subject, body: said.body, mail: kept.id } // prettier-ignore
    expect((await petugas.ask(letters.registerMail, { ...entry, attachments: [1] })).body.details.fields).toEqual([{ path: 'attachments', fault: 'wrong' }]) // prettier-ignore
    expect((await petugas.ask(letters.registerMail, { ...entry, attachments: [7] })).body.details.fields).toEqual([{ path: 'attachments', fault: 'not_listed' }]) // prettier-ignore
    const { status, body } = await petugas.ask(letters.registerMail, { ...entry, attachments: [0] })
    expect(status).toBe(200)
    const found = (await petugas.ask(letters.readMail, { id: body.id })).body
    expect(found).toMatchObject({ channel: 'mail', body: 'Terlampir.', files: [{ name: 'surat.pdf', kind: 'pdf' }] })
    expect((await petugas.ask(readContent, { id: found.files[0].id })).status).toBe(200)
    expect((await petugas.ask(letters.readProposal, { id: kept.id })).body.known).toMatchObject([{ id: body.id }])
  })

  test('is found by nobody of another region, nor by a guess', async () => {
    const { body: kept } = await send(mail([...head, `Subject: ${newId()}`, '', 'Isi']))
    const neighbour = await world.as('petugas-kab-bekasi')
    expect((await neighbour.ask(letters.readProposal, { id: kept.id })).status).toBe(404)
    expect((await petugas.ask(letters.readProposal, { id: '0'.repeat(64) })).status).toBe(404)
    expect((await (await world.as('wali-kota')).ask(letters.readProposal, { id: kept.id })).status).toBe(403)
  })
})

describe('hostile mail', () => {
  test('HTML becomes its words: no script, picture, form, style or address is left, and nothing is fetched', async () => {
    let fetched = 0
    const { createServer } = await import('node:http')
    const server = createServer((_, answer) => {
      fetched += 1
      answer.end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const at = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    const html = `<html><head><style>@import "${at}/s.css"; body{background:url(${at}/b.png)}</style><script src="${at}/x.js">alert(1)</script><link rel=stylesheet href="${at}/l.css"></head><body onload="alert(2)"><h1>Undangan Rapat</h1><p>Yth. <b>Bagian</b>&nbsp;Kerja&shy;sama,</p><img src="${at}/p.png" alt="gambar"><iframe src="${at}/f"></iframe><form action="${at}/kirim"><input value="sandi"><button>Kirim</button></form><a href="${at}/tautan">buka di sini</a><svg onload=alert(3)></svg></body></html>` // prettier-ignore
    const said = await proposalOf(mail([...head, 'Subject: <script>alert(1)</script> Undangan', 'Content-Type: text/html; charset=utf-8', '', html])) // prettier-ignore
    expect(said.body).toContain('Undangan Rapat')
    expect(said.body).toContain('buka di sini')
    expect(said.body).not.toMatch(/alert|http|<|sandi|gambar|Kirim/)
    expect(said.subject).toBe('<script>alert(1)</script> Undangan')
    server.close()
    expect(fetched).toBe(0)
  })

  test('marks that turn text and control characters are taken out of every part', async () => {
    const said = await proposalOf(mail(['From: "Kantor \u202eiju" <a@contoh.invalid>', 'Subject: Hal\u202e lain', 'Content-Type: text/plain; charset=utf-8', '', 'a\u2066b\u0007c'])) // prettier-ignore
    expect([said.from, said.subject, said.body]).toEqual(['Kantor iju <a@contoh.invalid>', 'Hal lain', 'abc'])
  })

  test.each([
    [
      'a thousand files',
      () => withFiles([plain, ...Array.from({ length: 1000 }, (_, at) => file(`${at}.pdf`, 'JVBERg=='))]),
    ],
    ['a head of a megabyte', () => mail([...head, ...Array.from({ length: 12_000 }, (_, at) => `X-${at}: ${'a'.repeat(80)}`), '', 'Isi'])], // prettier-ignore
    ['parts in parts in parts', () => mail([...head, ...Array.from({ length: 200 }, (_, at) => [`Content-Type: multipart/mixed; boundary=b${at}`, '', `--b${at}`]).flat(), 'Content-Type: text/plain', '', 'Isi'])], // prettier-ignore
  ])('%s: refused with a word, nothing kept', async (_, body) => {
    expect(refusal(await send(body()))).toEqual([415, 'wrong_type', 'overloaded'])
  })

  test.each([
    ['nothing', '', 'empty'],
    ['a PDF', `%PDF-1.4\n${'x'.repeat(200)}\n`, 'no_mail'],
    ['words', 'Selamat pagi, ini bukan surel.', 'no_mail'],
    ['a picture', Buffer.from(png, 'base64'), 'no_mail'],
  ])('%s is no mail', async (_, body, fault) => expect(refusal(await send(body))).toEqual([415, 'wrong_type', fault]))

  test('more than 25 MB is refused before it is read', async () => {
    expect((await send(Buffer.alloc(26_214_401, 97))).status).toBe(413)
  })

  test('a mail in a mail is a file that is not taken; a broken border still gives the text', async () => {
    const inner = ['Content-Type: message/rfc822', '', 'From: lain@contoh.invalid', 'Subject: Surat dalam surat', '', 'Rahasia dalam'] // prettier-ignore
    const nested = await proposalOf(withFiles([plain, inner]))
    expect(nested).toMatchObject({ subject: 'Berkas', body: 'Terlampir.', files: [{ kind: null }] })
    const broken = await proposalOf(mail([...head, 'Subject: Putus', 'Content-Type: multipart/mixed; boundary=b', '', '--b', ...plain, '--b', 'Content-Type: application/pdf', 'Content-Transfer-Encoding: base64', '', '%%%bukan base64'])) // prettier-ignore
    expect(broken).toMatchObject({ subject: 'Putus', body: 'Terlampir.' })
  })

  test('a wrong or unknown charset gives what can be read; Japanese and Korean as they were written', async () => {
    const wrong = await proposalOf(mail([...head, 'Subject: =?tidak-ada?Q?Hal?=', 'Content-Type: text/plain; charset=tidak-ada', '', 'Isi surat'])) // prettier-ignore
    expect(wrong.body).toBe('Isi surat')
    const latin = Buffer.concat([Buffer.from(mail([...head, 'Subject: Hal', 'Content-Type: text/plain; charset=utf-8', '', 'Isi '])), Buffer.from([0xe9, 0x20, 0x6f])]) // prettier-ignore
    expect((await proposalOf(latin)).body).toMatch(/^Isi .+ o$/)
    const sjis = Buffer.concat([Buffer.from(mail([...head, 'Subject: =?ISO-2022-JP?B?GyRCO0kbKEI=?=', 'Content-Type: text/plain; charset=shift_jis', '', ''])), Buffer.from([0x82, 0xb3, 0x82, 0xad, 0x82, 0xe7])]) // prettier-ignore
    expect(await proposalOf(sjis)).toMatchObject({ body: 'さくら', language: 'ja' })
    const korean = Buffer.concat([Buffer.from(mail([...head, 'Subject: Hal', 'Content-Type: text/plain; charset=euc-kr', '', ''])), Buffer.from([0xbc, 0xad, 0xbf, 0xef])]) // prettier-ignore
    expect(await proposalOf(korean)).toMatchObject({ body: '서울', language: 'ko' })
  })

  test('a text longer than a letter holds is cut and says so; no date is no date', async () => {
    const said = await proposalOf(mail(['From: a@contoh.invalid', 'Date: kemarin', 'Subject: Panjang', '', 'kata '.repeat(9000)])) // prettier-ignore
    expect([said.isCut, [...said.body].length, said.datedOn]).toEqual([true, 20_000, null])
  })
})
