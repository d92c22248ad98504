import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAll } from '../src/commands/verify.ts'
import { listen, type Listening } from '../src/platform/serve.ts'
import { placeOf } from '../src/platform/store.ts'
import { addressOf } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import type { Role } from '../src/shared/permissions.ts'
import { keepFile, readContent, readFile } from '../src/slices/files/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { aJpeg, anOffice, aPdf, aPng, aZip } from './documents.ts'
import { aCityElsewhere, aColleague, aTownBeside } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let server: Listening
beforeAll(async () => {
  world = await openWorld({ seed: false })
  await aCityElsewhere(world, { demonstration: true })
  await aTownBeside(world)
  petugas = await someone('petugas')
  server = await listen(world.app, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  await world.close()
})

const someone = async (role: Role, region = 'kota-semarang') =>
  await world.as(await aColleague(world, { region, role }))
const keep = async (name: string, body: Buffer | string, more: object = {}) =>
  await petugas.ask(keepFile, { name, body, ...more })
const stored = (): string[] =>
  readdirSync(world.store.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
const rows = async (): Promise<number> => (await world.owner`select count(*)::int as n from files.files`)[0]?.['n']
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('a file that is kept', () => {
  test.each([
    ['Nota kesepahaman.pdf', aPdf(), 'pdf'],
    ['foto.JPG', aJpeg(), 'jpeg'],
    ['gambar.png', aPng(), 'png'],
    ['surat.docx', anOffice('docx'), 'docx'],
    ['daftar.xlsx', anOffice('xlsx'), 'xlsx'],
  ])('%s is what its content says, and comes back as it was', async (name, bytes, kind) => {
    const kept = await keep(name, bytes)
    expect([kept.status, kept.body]).toEqual([
      200,
      { id: expect.any(String), kind, name, bytes: bytes.length, sha256: hashOf(bytes) },
    ])
    expect((await petugas.ask(readFile, { id: kept.body.id })).body).toEqual(kept.body)
    const content = await petugas.ask(readContent, { id: kept.body.id })
    expect(content.body.equals(bytes)).toBe(true)
  })

  test('is one file on disk however often it comes, and has a row each time', async () => {
    const bytes = aPdf('sama')
    const before = await rows()
    await keep('satu.pdf', bytes)
    await keep('dua.pdf', bytes)
    expect(await rows()).toBe(before + 2)
    expect(stored().filter((name) => name === hashOf(bytes))).toEqual([hashOf(bytes)])
  })

  test('is one act: the same id with the same content answers the same, with another it is refused', async () => {
    const act = newId()
    const first = await keep('surat.pdf', aPdf('satu'), { act })
    const again = await keep('surat.pdf', aPdf('satu'), { act })
    expect(again.body).toEqual(first.body)
    const other = await keep('surat.pdf', aPdf('dua'), { act })
    expect([other.status, other.body.code]).toEqual([422, 'reused'])
    const renamed = await keep('lain.pdf', aPdf('satu'), { act })
    expect([renamed.status, renamed.body.code]).toEqual([422, 'reused'])
  })

  test('can be taken back; its row goes', async () => {
    const act = newId()
    const { body } = await keep('surat.pdf', aPdf('urung'), { act })
    expect((await petugas.ask(undoAct, { id: act })).status).toBe(200)
    expect((await petugas.ask(readFile, { id: body.id })).status).toBe(404)
  })

  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\petugas\\surat.pdf', 'surat.pdf'],
    ['..pdf/../../x/.pdf.pdf', 'pdf.pdf'],
    ['泉佐野市の手紙.pdf', '泉佐野市の手紙.pdf'],
    ['이즈미사노시.pdf', '이즈미사노시.pdf'],
    ['خطاب.pdf', 'خطاب.pdf'],
    ['Nota kesepahaman no. 12', 'Nota kesepahaman no. 12.pdf'],
  ])('named %s is named %s', async (typed, name) => {
    const { status, body } = await keep(typed, aPdf())
    expect([status, body.name]).toEqual([200, name])
    const { headers } = await petugas.ask(readContent, { id: body.id })
    const said = headers.get('content-disposition') ?? ''
    expect(said).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%~!#$&+^`|-]+$/)
    expect(decodeURIComponent(said.replace(/^.*''/, ''))).toBe(name)
  })
})

describe('a file that is refused', () => {
  const script = '<script>alert(1)</script>'
  const macro = { name: 'word/vbaProject.bin', content: 'x' }
  test.each([
    ['kosong.pdf', Buffer.alloc(0), 'empty'],
    ['foto.pdf', aPng(), 'not_its_name'],
    ['surat.exe', aPdf(), 'not_its_name'],
    ['surat.pdf.exe', aPdf(), 'not_its_name'],
    ['surat.docx', anOffice('xlsx'), 'not_its_name'],
    ['surat.pdf', Buffer.from('MZ\u0090\0this program'), 'unknown'],
    ['gambar.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'script'],
    ['gambar.png', Buffer.from('<?xml version="1.0"?><svg/>'), 'script'],
    ['surat.pdf', Buffer.from(`<!DOCTYPE html>${script}`), 'script'],
    ['surat.pdf', Buffer.from(`<!DOCTYPE html>${script}`, 'utf16le'), 'script'],
    ['surat.pdf', Buffer.from(`%PDF-1.4\n${script}\n%%EOF`), 'script'],
    ['surat.pdf', Buffer.from(`GIF89a\n%PDF-1.4\n%%EOF`), 'two_in_one'],
    ['surat.pdf', Buffer.concat([aPdf(), aZip([{ name: 'a.class', content: 'x' }])]), 'two_in_one'],
    ['surat.docx', anOffice('docx', [macro]), 'macros'],
    ['surat.docx', aZip([{ name: 'a.txt', content: 'x' }]), 'unknown'],
    ['surat.docx', Buffer.from('PK\u0003\u0004 and no end'), 'damaged'],
    ['surat.docx', anOffice('docx', [{ name: 'b.xml', content: 'x', declared: 500_000_000 }]), 'swells'],
    ['surat.docx', aZip([{ name: '[Content_Types].xml', content: ' '.repeat(3_000_000) }]), 'swells'],
    ['surat.docx', aZip([{ name: '[Content_Types].xml', content: ' '.repeat(3_000_000), declared: 9 }]), 'damaged'],
    ['surat.doc', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'old_office'],
  ])('%s (%#) is 415 with its reason, and leaves nothing', async (name, bytes, fault) => {
    const [files, before] = [stored(), await rows()]
    const { status, body } = await keep(name, bytes)
    expect([status, body.code, body.details]).toEqual([415, 'wrong_type', { file: fault }])
    expect(stored()).toEqual(files)
    expect(await rows()).toBe(before)
  })

  test.each([
    ['', 'required'],
    ['a/', 'required'],
    [`${'x'.repeat(201)}.pdf`, 'too_long'],
    ['fdp.\u202epdf', 'direction_override'],
  ])('without a usable name (%s) is 422 before it is read', async (name, fault) => {
    const { status, body } = await keep(name, aPdf())
    expect([status, body.details]).toEqual([422, { fields: [{ path: 'name', fault }] }])
  })

  test('of another media type is 415', async () => {
    for (const type of ['application/pdf', 'multipart/form-data; boundary=x', 'application/json', 'text/plain', '']) {
      const refused = await petugas.ask(
        keepFile,
        { name: 'a.pdf', body: aPdf() },
        { headers: { 'content-type': type } },
      )
      expect([refused.status, refused.body.details], type).toEqual([415, {}])
    }
  })
})

describe('over the line', () => {
  /** Posts like a browser; `send` writes the body. Answers the status, or what went wrong with the line. */
  async function post(
    { cookie = petugas.cookie, name = 'besar.pdf', headers = {} }: { cookie?: string; name?: string; headers?: object },
    send: (out: ReturnType<typeof request>) => void,
  ): Promise<number | string> {
    const { url } = addressOf(keepFile, { act: newId(), name })
    return await new Promise((answered) => {
      const out = request(
        `http://127.0.0.1:${server.port}${url}`,
        {
          method: 'POST',
          headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream', ...headers },
        },
        (answer) => {
          answer.resume()
          answered(answer.statusCode ?? 0)
        },
      )
      out.on('error', (error: NodeJS.ErrnoException) => answered(error.code ?? error.message))
      send(out)
    })
  }
  const noneIncoming = async () => {
    await expect.poll(() => readdirSync(join(world.store.folder, 'incoming')), { timeout: 5000 }).toEqual([])
  }

  test('25 MB go through, one byte more does not, said beforehand or not', async () => {
    const most = Buffer.concat([aPdf(), Buffer.alloc(26_214_400 - aPdf().length, 32)])
    expect(await post({}, (out) => out.end(most))).toBe(200)
    expect(readFileSync(join(world.store.folder, await folderOf(hashOf(most)))).equals(most)).toBe(true)
    const more = Buffer.concat([most, Buffer.from(' ')])
    expect(await post({ headers: { 'content-length': String(more.length) } }, (out) => out.end(more))).toBe(413)
    expect(await post({ headers: { 'transfer-encoding': 'chunked' } }, (out) => out.end(more))).toBe(413)
    await noneIncoming()
  })

  test('a line that breaks off leaves nothing', async () => {
    const before = await rows()
    const broken = post({ headers: { 'content-length': '1000000' } }, (out) => {
      out.write(aPdf())
      setTimeout(() => out.destroy(), 150)
    })
    expect(await broken).toMatch(/hang up|ECONNRESET/)
    await noneIncoming()
    expect(await rows()).toBe(before)
  })

  test('who may not is told before a byte is read', async () => {
    const auditor = await someone('auditor')
    const waits = (out: ReturnType<typeof request>) => out.flushHeaders()
    const headers = { 'content-length': '1000000' }
    expect(await post({ cookie: '', headers }, waits)).toBe(401)
    expect(await post({ cookie: auditor.cookie, headers }, waits)).toBe(403)
    expect(await post({ headers: { ...headers, 'sec-fetch-site': 'cross-site' } }, waits)).toBe(403)
    expect(await post({ name: '', headers }, waits)).toBe(422)
    await noneIncoming()
  })

  async function folderOf(sha256: string): Promise<string> {
    const [row] = await world.owner`select tenant from files.files where sha256 = ${sha256}`
    return join(row?.['tenant'], sha256.slice(0, 2), sha256)
  }
})

describe('what is sent out', () => {
  test('is saved, never run: only pictures may stand in a page', async () => {
    const pdf = (await keep('surat.pdf', aPdf())).body.id
    const png = (await keep('foto.png', aPng())).body.id
    const disposition = async (id: string, inline?: '1') => {
      const { headers } = await petugas.ask(readContent, { id, ...(inline !== undefined && { inline }) })
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      return [headers.get('content-type'), (headers.get('content-disposition') ?? '').split(';')[0]]
    }
    expect(await disposition(pdf, '1')).toEqual(['application/pdf', 'attachment'])
    expect(await disposition(png)).toEqual(['image/png', 'attachment'])
    expect(await disposition(png, '1')).toEqual(['image/png', 'inline'])
  })

  test('is named by the verifier when its bytes are gone or differ', async () => {
    const [gone, changed] = [aPdf('hilang'), aPdf('berubah')]
    const ids = [(await keep('a.pdf', gone)).body.id, (await keep('b.pdf', changed)).body.id]
    const [row] = await world.owner`select tenant from files.files where id = ${ids[0]}`
    const placed = (bytes: Buffer) =>
      join(world.store.folder, placeOf({ tenant: row?.['tenant'], sha256: hashOf(bytes) }))
    expect((await verifyAll(world.ownerUrl, world.store.folder)).flatMap(({ faults }) => faults)).toEqual([])
    rmSync(placed(gone))
    writeFileSync(placed(changed), aPdf('palsu!!'))
    const faults = (await verifyAll(world.ownerUrl, world.store.folder)).flatMap((region) => region.faults)
    expect(faults).toEqual(ids.map((id) => ({ table: 'files.files', id, what: 'file' })))
    expect((await petugas.ask(readContent, { id: ids[0] })).status).toBe(500)
  })

  test('stays in its region, in the row and on the disk', async () => {
    const bytes = aPdf('hanya kota')
    const { body } = await keep('surat.pdf', bytes)
    const neighbour = await someone('petugas', 'kab-semarang')
    expect((await neighbour.ask(readFile, { id: body.id })).status).toBe(404)
    expect((await neighbour.ask(readContent, { id: body.id })).status).toBe(404)
    const theirs = await neighbour.ask(keepFile, { name: 'surat.pdf', body: bytes })
    expect(theirs.status).toBe(200)
    expect(stored().filter((name) => name === hashOf(bytes))).toHaveLength(2)
  })
})
