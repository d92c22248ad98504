import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let admin: Asker
let relation: string

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  admin = await world.as('admin')
  relation = (await petugas.ask(listRelations, { q: 'izumisano' })).body.rows[0].id
})
afterAll(async () => await world.close())

const draft = async (kind: string) =>
  (await petugas.ask(letters.prepareLetter, { relation, kind, sure: ['kind'] })).body as { id: string; rev: number }
const read = async (id: string) => (await petugas.ask(letters.readLetter, { id })).body
const wordOf = async (id: string) => {
  const { status, body } = await petugas.ask(letters.readWord, { id })
  expect(status).toBe(200)
  return strFromU8(unzipSync(new Uint8Array(body))['word/document.xml'] ?? new Uint8Array())
}
const textOf = (xml: string) => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
const keep = async (name: string, body: Uint8Array) => (await admin.ask(keepFile, { name, body })).body
const delivered = () => new Uint8Array(readFileSync(new URL('../src/slices/letters/surat.docx', import.meta.url)))
/** The delivered template with its text changed. */
function changed(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(delivered())
  const document = strToU8(change(strFromU8(parts['word/document.xml'] ?? new Uint8Array())))
  return zipSync({ ...parts, 'word/document.xml': document })
}
const templateRev = async (kind: string) =>
  (await admin.ask(letters.listTemplates)).body.rows.find((row: { kind: string }) => row.kind === kind).rev as number

describe('templates', () => {
  const kind = 'konsultasi_menlu'
  const replace = async (file: string) =>
    await admin.ask(letters.replaceTemplate, { kind, rev: await templateRev(kind), file })

  test('a placeholder that no letter fills is refused by its name', async () => {
    const file = await keep(
      'templat.docx',
      changed((xml) => xml.replace('{hal}', '{hal}{rahasia}')),
    )
    const { status, body } = await replace(file.id)
    expect(status).toBe(422)
    expect(body.details.missing).toEqual([{ unknown: ['rahasia'], lacking: [] }])
  })

  const reachingOut = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const related = (type: string) =>
    strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${reachingOut}/${type}" Target="http://contoh.invalid/a>b" TargetMode="External"/></Relationships>`,
    )
  test.each([
    ['would fetch another template', { 'word/_rels/settings.xml.rels': related('attachedTemplate') }],
    ['would fetch a picture', { 'word/_rels/footer1.xml.rels': related('image') }],
    ['brings a program along', { 'word/embeddings/oleObject1.bin': strToU8('x') }],
  ])('one that %s is refused', async (_, parts) => {
    const file = await keep('templat.docx', zipSync({ ...unzipSync(delivered()), ...parts }))
    const { status, body } = await replace(file.id)
    expect([status, body.details.fields]).toEqual([422, [{ path: 'file', fault: 'wrong' }]])
  })

  test('one that repeats a list inside itself is refused: no letter could be made of it', async () => {
    const inside = '{#isi}'.repeat(12) + '{teks}' + '{/isi}'.repeat(12)
    const file = await keep('templat.docx', changed((xml) => xml.replace('{hal}', `{hal}${inside}`))) // prettier-ignore
    const { status, body } = await replace(file.id)
    expect([status, body.details.fields]).toEqual([422, [{ path: 'file', fault: 'wrong' }]])
  })

  test('what every letter needs is named when it lacks', async () => {
    const file = await keep('templat.docx', changed((xml) => xml.replace('{nomor}', '').replace('{nomor}', '').replace('{hal}', ''))) // prettier-ignore
    const { body } = await replace(file.id)
    expect(body.details.missing).toEqual([{ unknown: [], lacking: ['nomor', 'hal'] }])
  })

  test('what is no Word file, what is broken, and another region’s file are refused', async () => {
    const pdf = await keep('x.pdf', strToU8('%PDF-1.4\n%%EOF\n'))
    expect((await replace(pdf.id)).status).toBe(415)
    const open = await keep(
      'templat.docx',
      changed((xml) => xml.replace('{/isi}', '')),
    )
    expect((await replace(open.id)).status).toBe(422)
    expect((await replace(newId())).status).toBe(404)
  })

  test('the region’s own is used for Word and not for PDF, until one goes back', async () => {
    const file = await keep(
      'templat.docx',
      changed((xml) => xml.replace('Tembusan:', 'Tembusan disampaikan kepada:')),
    )
    expect((await replace(file.id)).status).toBe(200)
    const { id } = await draft(kind)
    expect(textOf(await wordOf(id))).toContain('Tembusan disampaikan kepada:')
    expect((await read(id)).hasOwnTemplate).toBe(true)
    const rev = await templateRev(kind)
    expect((await admin.ask(letters.restoreTemplate, { kind, rev })).status).toBe(200)
    expect(textOf(await wordOf(id))).not.toContain('disampaikan')
    expect((await admin.ask(letters.restoreTemplate, { kind, rev })).status).toBe(404)
  })

  test('the delivered one can be fetched and is accepted as it is', async () => {
    const { status, body } = await admin.ask(letters.readDelivered, { kind })
    expect(status).toBe(200)
    const file = await keep('bawaan.docx', new Uint8Array(body))
    expect((await replace(file.id)).status).toBe(200)
    await admin.ask(letters.restoreTemplate, { kind, rev: await templateRev(kind) })
  })

  test('an officer neither replaces one nor changes the letterhead', async () => {
    expect((await petugas.ask(letters.listTemplates)).status).toBe(403)
    expect((await petugas.ask(letters.readLetterhead)).status).toBe(403)
  })
})

describe('the letterhead', () => {
  test('a stale edit is refused, and an emblem that is no picture', async () => {
    const { emblem: _, demonstration: __, rev, ...head } = (await admin.ask(letters.readLetterhead)).body
    const stale = await admin.ask(letters.mendLetterhead, { ...head, rev: rev + 1 })
    expect(stale.body.code).toBe('stale')
    const pdf = await keep('x.pdf', strToU8('%PDF-1.4\n%%EOF\n'))
    expect((await admin.ask(letters.mendLetterhead, { ...head, rev, emblem: pdf.id })).status).toBe(415)
    const none = await admin.ask(letters.mendLetterhead, { ...head, rev, emblem: newId() })
    expect(none.body.details.fields).toEqual([{ path: 'emblem', fault: 'wrong' }])
  })
})
