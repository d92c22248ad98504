import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { readHistory } from '../src/slices/ledger/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { addPartner } from '../src/slices/partners/contract.ts'
import { listRelations, mendRelation, newRelation } from '../src/slices/relations/contract.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let admin: Asker
let tenant: string
let relation: string
let process: string

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  admin = await world.as('admin')
  tenant = await tenantOf(world, 'kota-bekasi')
  const found = await petugas.ask(listRelations, { q: 'izumisano' })
  relation = found.body.rows[0].id
  const [row] = await world.owner<{ id: string }[]>`select id from relations.processes where relation = ${relation}`
  process = row?.id ?? ''
})
afterAll(async () => await world.close())

const prepare = async (kind: string, sure = ['kind']) =>
  await petugas.ask(letters.prepareLetter, { relation, kind, sure })
const draft = async (kind = 'konsultasi_mendagri') => (await prepare(kind)).body as { id: string; rev: number }
const read = async (id: string) => (await petugas.ask(letters.readLetter, { id })).body
const sending = { datedOn: '2025-08-01', sentOn: '2025-08-04', sentBy: 'hand', sure: ['content'] }
const wordOf = async (id: string) => {
  const { status, body } = await petugas.ask(letters.readWord, { id })
  expect(status).toBe(200)
  return strFromU8(unzipSync(new Uint8Array(body))['word/document.xml'] ?? new Uint8Array())
}
const textOf = (xml: string) => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')

describe('a letter from a record that holds more than a letter may', () => {
  test('is written, read, listed and printed; marks that turn text are not in it, too much is said when it is mended', async () => {
    const { body: begun } = await petugas.ask(newRelation, { partner: await aPartner() })
    const purpose = `Maksud \u202e${'m'.repeat(19_900)}`
    await petugas.ask(mendRelation, { id: begun.id, rev: 1, purpose })
    const { status, body } = await petugas.ask(letters.prepareLetter, { relation: begun.id, kind: 'konsultasi_menlu' })
    expect(status).toBe(200)
    const { content } = await read(body.id)
    expect(content.body.length).toBeGreaterThan(20_000)
    expect(content.body).not.toMatch(/\p{Bidi_Control}/u)
    expect((await petugas.ask(letters.listLetters, { relation: begun.id })).body.rows).toHaveLength(1)
    expect(await wordOf(body.id)).toContain('Maksud')
    const mended = await petugas.ask(letters.mendLetter, { id: body.id, rev: 1, content })
    expect([mended.status, mended.body.details.fields]).toEqual([422, [{ path: 'content.body', fault: 'too_long' }]])
  })
})

const aPartner = async () => {
  const about = { name: `Kota ${newId()}`, country: 'JP', kind: 'foreign_local_government', sure: ['name'] }
  return (await petugas.ask(addPartner, about)).body.id as string
}

describe('a consultation letter', () => {
  test('is written from the record, with what it does not hold as blanks', async () => {
    const { status, body } = await prepare('konsultasi_mendagri', [])
    expect(status).toBe(200)
    expect(body.blanks).toEqual(
      expect.arrayContaining(['nama tiga bidang', 'laporan hasil penjajakan: belum ada', 'alamat kantor']),
    )
    const { content, subject, state, missing } = await read(body.id)
    expect({ state, missing }).toEqual({ state: 'draft', missing: body.blanks })
    expect(subject).toBe('Konsultasi rencana kerja sama Pemerintah Kota Bekasi dengan Kota Izumisano')
    expect(content.addressee).toMatch(/^Yth\. Menteri Dalam Negeri\nc\.q\. Sekretaris Jenderal .*\ndi Jakarta$/)
    expect(content.body).toContain('Pasal 28 ayat (4) Peraturan Pemerintah Nomor 28 Tahun 2018')
    expect(content.body).toContain('Kota Izumisano (泉佐野市), Jepang')
    expect(content.body).toContain('Penjajakan dimulai pada 24 Juli 2025 atas prakarsa pihak mitra.')
    expect(content.body.match(/^\d\. /gm)).toHaveLength(7 + 2)
    expect(content.signatory).toBe('Dr. Tri Adhianto')
    expect(content.office).toBe('Wali Kota Bekasi')
    expect(content.copies).toBe('Menteri Luar Negeri\nGubernur Jawa Barat')
  })

  test('a second draft of the kind is doubtful, and accepted when it is meant', async () => {
    const { status, body } = await prepare('konsultasi_mendagri', [])
    expect([status, body.details.fields]).toEqual([422, [{ path: 'kind', fault: 'doubtful' }]])
    expect((await prepare('konsultasi_mendagri')).status).toBe(200)
  })

  test('comes as Word with letterhead, number table and copies, and as an archival PDF', async () => {
    const { id } = await draft()
    const text = textOf(await wordOf(id))
    for (const said of ['Pemerintah Kota Bekasi', '[nomor surat]', 'Yth. Menteri Dalam Negeri', 'Tembusan:', 'Gubernur Jawa Barat']) expect(text).toContain(said) // prettier-ignore
    expect(text).not.toMatch(/[{}]/)
    const { status, body, headers } = await petugas.ask(letters.readPdf, { id })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toContain(
      "filename*=UTF-8''konsultasi%20mendagri%20-%20Kota%20Izumisano",
    )
    expect(body.subarray(0, 5).toString()).toBe('%PDF-')
    expect(body.includes('pdfaid:part>2')).toBe(true)
  })

  test('shows no emblem in a demonstration', async () => {
    const { id } = await draft()
    expect(await wordOf(id)).not.toContain('<w:drawing>')
    expect((await read(id)).hasEmblem).toBe(false)
  })

  test('is not written for a cooperation of another region, nor read there', async () => {
    const { id } = await draft()
    const neighbour = await world.as('petugas-kab-bekasi')
    const asked = [
      await neighbour.ask(letters.prepareLetter, { relation, kind: 'konsultasi_mendagri' }),
      await neighbour.ask(letters.listLetters, { relation }),
      await neighbour.ask(letters.readLetter, { id }),
      await neighbour.ask(letters.readWord, { id }),
      await neighbour.ask(letters.readPdf, { id }),
      await neighbour.ask(letters.cancelLetter, { id, rev: 1, reason: 'x' }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  })

  test('stands in the history of its cooperation', async () => {
    const { body } = await petugas.ask(readHistory, { subject: relation })
    expect(JSON.stringify(body)).toContain('letters.prepareLetter')
  })
})

describe('what the law wants first', () => {
  test('the letter to DPRD waits for the seven elements and names what lacks', async () => {
    const { status, body } = await prepare('surat_dprd')
    expect([status, body.code]).toEqual([409, 'not_yet'])
    expect(body.details.missing).toHaveLength(1)
    expect(body.details.missing[0]).toMatchObject({ id: 'tujuh_unsur', article: { at: 'Ps 30(3)' }, met: 0, of: 7 })
    await asSystem(world.database, { tenant, verb: 'test.plan' }, async ({ tx }) => {
      const words = { subjek: 'Subjek', latar_belakang: 'Latar', maksud_tujuan: 'Maksud', objek: 'Objek' }
      const more = { ruang_lingkup: 'Lingkup', pembiayaan: 'APBD', jangka_waktu: 'Tiga tahun' }
      await tx
        .insertInto('relations.plans')
        .values({ id: newId(), process, ...words, ...more })
        .execute()
    })
    const written = await prepare('surat_dprd')
    expect(written.status).toBe(200)
    const { content } = await read(written.body.id)
    expect(content.annex).toContain('g. Jangka waktu pelaksanaan\nTiga tahun')
    expect(content.addressee).toBe('Yth. Ketua Dewan Perwakilan Rakyat Daerah Kota Bekasi\ndi Bekasi')
    expect(textOf(await wordOf(written.body.id))).toContain('Tiga tahun')
  })

  test('the draft letter of intent waits for the exploration, not for the ministers', async () => {
    const { status, body } = await prepare('rancangan_loi')
    expect([status, body.code]).toEqual([409, 'not_yet'])
    const missing = body.details.missing.map(({ id }: { id: string }) => id)
    expect(missing).toEqual(['laporan_penjajakan', 'kelayakan', 'bidang_ke_urusan'])
  })

  test('with the exploration done it is written in three languages, and goes out only after both answers', async () => {
    await explore()
    const { status, body } = await prepare('rancangan_loi')
    expect(status).toBe(200)
    const { content, rev } = await read(body.id)
    expect(content.versions.map(({ lang }: { lang: string }) => lang)).toEqual(['id', 'en', 'ja'])
    const counts = content.versions.map((version: { body: string }) => version.body.split('\n').length)
    expect(new Set(counts).size).toBe(1)
    expect(content.versions[1].body).toContain('Izumisano City, Japan')
    expect(content.officeOurs).toBe('Wali Kota Bekasi\nMayor of Bekasi City')
    expect(content.nameTheirs).toBe('[nama kepala daerah mitra]')
    const text = textOf(await wordOf(body.id))
    for (const said of ['RANCANGAN', 'LETTER OF INTENT', '協力意向表明書']) expect(text).toContain(said)
    const sent = await petugas.ask(letters.sendLetter, { id: body.id, rev, number: '1/LoI', ...sending })
    expect([sent.status, sent.body.code]).toEqual([409, 'not_yet'])
    expect(sent.body.details.missing.map(({ id }: { id: string }) => id)).toEqual(['jawaban_mendagri', 'jawaban_menlu'])
  })

  /** Meets the requirements of the exploration. */
  async function explore() {
    await asSystem(world.database, { tenant, verb: 'test.explore' }, async ({ tx }) => {
      const paper = { kind: 'laporan_penjajakan', step: 'penjajakan', seen_at: 'lemari', filed_on: '2025-08-01' }
      await tx
        .insertInto('relations.documents')
        .values({ id: newId(), relation, process, ...paper })
        .execute()
      for (const item of ['e1', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10']) {
        const answer = { item, answer: 'met', answered_on: '2025-08-01' }
        await tx
          .insertInto('relations.eligibility')
          .values({ id: newId(), process, ...answer })
          .execute()
      }
      await tx
        .updateTable('relations.fields')
        .set((set) => ({
          name: set.fn.coalesce('name', set.val('Bidang yang disebut kemudian')),
          affair: set.selectFrom('reference.affairs').select('id').limit(1),
          rev: set('rev', '+', 1),
        }))
        .where('relation', '=', relation)
        .execute()
    })
  }
})

describe('sending', () => {
  test('keeps number, days and the head under which it went out; afterwards nothing in it changes', async () => {
    const { id, rev } = await draft()
    const sent = await petugas.ask(letters.sendLetter, { id, rev, number: '000.8/1/KS', ...sending })
    expect(sent.status).toBe(200)
    const { content, state, number } = await read(id)
    expect([state, number]).toEqual(['sent', '000.8/1/KS'])
    const text = textOf(await wordOf(id))
    expect(text).toContain('000.8/1/KS')
    expect(text).toContain('Bekasi, 1 Agustus 2025')
    const mended = await petugas.ask(letters.mendLetter, { id, rev: sent.body.rev, content })
    expect([mended.status, mended.body.details.fields]).toEqual([422, [{ path: 'state', fault: 'wrong' }]])
    const head = (await admin.ask(letters.readLetterhead)).body
    const { emblem: _, demonstration: __, ...values } = head
    const renewed = await admin.ask(letters.mendLetterhead, { ...values, government: 'Pemerintah Baru' })
    expect(renewed.status).toBe(200)
    expect(textOf(await wordOf(id))).not.toContain('Pemerintah Baru')
    expect(textOf(await wordOf((await draft()).id))).toContain('Pemerintah Baru')
  })

  test('a number twice in a year is taken, in another year or after cancelling it is free', async () => {
    const [first, second, third] = [await draft(), await draft(), await draft()]
    const number = '000.8/77/KS'
    const send = async ({ id, rev }: { id: string; rev: number }, more = {}) =>
      await petugas.ask(letters.sendLetter, { id, rev, number, ...sending, ...more })
    const one = await send(first)
    expect(one.status).toBe(200)
    const two = await send(second, { number: number.toLowerCase() })
    expect([two.status, two.body.details.fields]).toEqual([422, [{ path: 'number', fault: 'taken' }]])
    expect((await send(second, { datedOn: '2024-08-01', sentOn: '2024-08-01' })).status).toBe(200)
    const gone = await petugas.ask(letters.cancelLetter, { id: first.id, rev: one.body.rev, reason: 'Salah alamat' })
    expect(gone.status).toBe(200)
    expect((await send(third)).status).toBe(200)
    const { rows } = (await petugas.ask(letters.listLetters, { relation })).body
    expect(rows.find((row: { id: string }) => row.id === first.id)).toMatchObject({ state: 'cancelled', number, cancelledReason: 'Salah alamat' }) // prettier-ignore
  })

  test('one number asked for twice at once goes to one of them', async () => {
    const drafts = [await draft(), await draft(), await draft()]
    const answers = await Promise.all(
      drafts.map(({ id, rev }) => petugas.ask(letters.sendLetter, { id, rev, number: 'serentak', ...sending })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422])
  })

  test.each([
    [{ sentOn: '2025-07-31' }, { path: 'sentOn', fault: 'wrong_order' }],
    [
      { datedOn: '2060-01-01', sentOn: '2060-01-01' },
      { path: 'datedOn', fault: 'doubtful' },
    ],
    [{ sure: [] }, { path: 'content', fault: 'doubtful' }],
    [{ datedOn: '2025-02-30' }, { path: 'datedOn', fault: 'not_a_date' }],
    [{ number: 'x'.repeat(101) }, { path: 'number', fault: 'too_long' }],
    [{ number: '1\u202e/KS' }, { path: 'number', fault: 'direction_override' }],
  ])('%o is refused', async (change, fault) => {
    const { id, rev } = await draft()
    const { status, body } = await petugas.ask(letters.sendLetter, { id, rev, number: newId(), ...sending, ...change })
    expect(status).toBe(422)
    expect(body.details.fields).toContainEqual(fault)
  })

  test('a receipt comes after the sending, once', async () => {
    const { id, rev } = await draft()
    const early = await petugas.ask(letters.recordReceipt, { id, rev, receivedOn: '2025-08-05' })
    expect(early.body.details.fields).toEqual([{ path: 'state', fault: 'wrong' }])
    const sent = await petugas.ask(letters.sendLetter, { id, rev, number: newId(), ...sending })
    const receive = async (receivedOn: string, at = sent.body.rev) =>
      await petugas.ask(letters.recordReceipt, { id, rev: at, receivedOn })
    expect((await receive('2025-08-03')).body.details.fields).toEqual([{ path: 'receivedOn', fault: 'wrong_order' }])
    expect((await receive('2060-01-01')).body.details.fields).toEqual([{ path: 'receivedOn', fault: 'doubtful' }])
    const received = await receive('2025-08-05')
    expect(received.status).toBe(200)
    expect((await receive('2025-08-06', received.body.rev)).status).toBe(422)
  })
})

describe('the process', () => {
  const waiting = async (holder: string) =>
    await world.owner`select step, state, from_on from relations.steps
      where process = ${process} and holder = ${holder}`

  test('waits for a minister from the day on which the letter went out', async () => {
    const { id, rev } = await draft('konsultasi_menlu')
    expect(await waiting('menlu')).toHaveLength(0)
    expect((await petugas.ask(letters.sendLetter, { id, rev, number: newId(), ...sending })).status).toBe(200)
    const rows = await waiting('menlu')
    expect(rows).toMatchObject([{ step: 'pernyataan_kehendak', state: 'waiting', from_on: '2025-08-04' }]) // prettier-ignore
  })

  test('waits for DPRD from the receipt by its secretariat, not from the sending', async () => {
    const { id, rev } = await draft('surat_dprd')
    const sent = await petugas.ask(letters.sendLetter, { id, rev, number: newId(), ...sending })
    expect(sent.status).toBe(200)
    expect(await waiting('dprd')).toMatchObject([{ from_on: null }])
    const received = { id, rev: sent.body.rev, receivedOn: '2025-08-06' }
    expect((await petugas.ask(letters.recordReceipt, received)).status).toBe(200)
    expect(await waiting('dprd')).toMatchObject([{ step: 'persetujuan_dprd', from_on: '2025-08-06' }])
  })
})

describe('mending', () => {
  test('a stale edit says what changed', async () => {
    const { id, rev } = await draft()
    const { content } = await read(id)
    const first = await petugas.ask(letters.mendLetter, { id, rev, content: { ...content, subject: 'Hal yang baru' } })
    expect(first.status).toBe(200)
    const late = await petugas.ask(letters.mendLetter, { id, rev, content: { ...content, subject: 'Hal lain' } })
    expect([late.status, late.body.code]).toEqual([409, 'stale'])
    expect(JSON.stringify(late.body.details.changes)).toContain('Hal yang baru')
    expect((await read(id)).subject).toBe('Hal yang baru')
  })

  test('values that look like a template, like XML or like a formula are printed as they are', async () => {
    const { id, rev } = await draft()
    const { content } = await read(id)
    const hostile = '{{nama}} {#isi} </w:t><w:br/> &amp; <script> =HYPERLINK("x") #panic("x") $x$ *y* \\ @a'
    const body = `${hostile}\n1. ${hostile}`
    const mended = await petugas.ask(letters.mendLetter, { id, rev, content: { ...content, body, signatory: hostile } })
    expect(mended.status).toBe(200)
    const xml = await wordOf(id)
    const plain = textOf(xml).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&') // prettier-ignore
    expect(plain.split(hostile)).toHaveLength(4)
    expect(xml).not.toContain('<script>')
    expect((await petugas.ask(letters.readPdf, { id })).status).toBe(200)
  })

  test.each([
    [{ subject: 'a\u202eb' }, 'content.subject', 'direction_override'],
    [{ body: '\u2066x' }, 'content.body', 'direction_override'],
    [{ body: ' ' }, 'content.body', 'required'],
    [{ body: 'x'.repeat(20_001) }, 'content.body', 'too_long'],
    [{ signatory: '' }, 'content.signatory', 'required'],
  ])('%o is refused', async (change, path, fault) => {
    const { id, rev } = await draft()
    const { content } = await read(id)
    const { status, body } = await petugas.ask(letters.mendLetter, { id, rev, content: { ...content, ...change } })
    expect(status).toBe(422)
    expect(body.details.fields).toContainEqual({ path, fault })
  })

  test('a letter does not become a text of another layout', async () => {
    const { id, rev } = await draft()
    const version = { title: 'x', body: 'x' }
    const versions = [{ lang: 'id', ...version }, { lang: 'en', ...version }] // prettier-ignore
    const names = { officeOurs: 'x', nameOurs: 'x', officeTheirs: 'x', nameTheirs: 'x' }
    const content = { layout: 'naskah', versions, ...names }
    expect((await petugas.ask(letters.mendLetter, { id, rev, content })).status).toBe(422)
  })
})
