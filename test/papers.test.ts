import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../src/shared/languages.ts'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { tenantOf } from './factories.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import { addPhoto, listActivities } from '../src/slices/agenda/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { drawnKinds, officeKinds, purposes } from '../src/slices/letters/model.ts'
import { listRelations, readNextStep } from '../src/slices/relations/contract.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let relation: string
let activity: string

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kab-bekasi')
  relation = (await petugas.ask(listRelations, { q: 'kedutaan' })).body.rows[0].id
  activity = (await petugas.ask(listActivities, { relation })).body.rows[0].id
})
afterAll(async () => await world.close())

/** Every part of a Word file as text. */
const partsOf = (body: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(new Uint8Array(body))).map(([name, bytes]) => [name, strFromU8(bytes)]))
const textOf = (xml: string) => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')

/** Tags that open and close in their order, and no `&` that begins no entity. */
function expectWellFormed(xml: string) {
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i)
  const open: string[] = []
  for (const [tag, name = ''] of xml.matchAll(/<\/?([\w:]+)(?:"[^"]*"|[^>"])*>/g)) {
    if (tag.startsWith('</')) expect(open.pop()).toBe(name)
    else if (!tag.endsWith('/>')) open.push(name)
  }
  expect(open).toEqual([])
}

/** What is asked of every Word file: its XML reads, no placeholder is left, it says how many pages it has. */
function readWord(body: Uint8Array) {
  const parts = partsOf(body)
  const xml = parts['word/document.xml'] ?? ''
  expectWellFormed(xml)
  expect(textOf(xml)).not.toMatch(/[{}]/)
  expect(parts['word/footer1.xml']).toContain('NUMPAGES')
  return { xml, text: textOf(xml) }
}

/** Every letter that a PDF tells its readers to copy: the tables from glyphs to letters, packed or not. */
function mapped(pdf: Uint8Array): string {
  const whole = Buffer.from(pdf).toString('latin1')
  const packed = [...whole.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) =>
    unpack(pdf.subarray(index + length)),
  )
  const tables = [whole, ...packed].flatMap((text) => text.match(/beginbf(char|range)[\s\S]*?endbf/g) ?? [])
  const units = tables.flatMap((table) => [...table.matchAll(/<([\da-f]{4,})>\s*$/gim)].map(([, hex = '']) => hex))
  return units.flatMap((hex) => hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('') // prettier-ignore
}

function unpack(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return '' // not packed
  }
}

const prepare = async (wanted: Record<string, unknown>) =>
  await petugas.ask(letters.prepareLetter, { sure: ['kind'], ...wanted } as never)
const wordOf = async (id: string) => readWord((await petugas.ask(letters.readWord, { id })).body)
const pdfOf = async (id: string) => {
  const { status, body } = await petugas.ask(letters.readPdf, { id })
  expect([status, body.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  return mapped(body)
}
const faults = ({ status, body }: Awaited<ReturnType<Asker['ask']>>) => [
  status,
  (body.details?.fields ?? []).map(({ path, fault }: { path: string; fault: string }) => `${path} ${fault}`),
]

describe('a letter to a partner', () => {
  test('to the embassy: what the ambassador asked about, each a blank, and only that', async () => {
    const { step } = (await petugas.ask(readNextStep, { id: relation })).body
    expect(step.origin).toBe('asked')
    const wanted = { relation, kind: 'surat_mitra', purpose: 'rekomendasi', followUp: step.id, replyBy: '2099-02-01' }
    const { status, body } = await prepare(wanted)
    expect(status).toBe(200)
    const { content, asked, replyBy } = (await petugas.ask(letters.readLetter, { id: body.id })).body
    expect(content.addressee).toBe('Yth. Duta Besar Jepang\ndi [kota tujuan]')
    expect(content.body).toContain('1. Industri: [rekomendasi untuk bidang Industri]\n2. Pariwisata: [')
    expect(content.body).not.toContain('Kebudayaan')
    expect(content.body).toContain('paling lambat 1 Februari 2099')
    expect(content.copies).toBe('Kementerian Luar Negeri') // the delivered route of missions
    expect([asked.open, replyBy]).toEqual([true, '2099-02-01'])
  })

  test.each(languages.flatMap((language) => purposes.map((purpose) => ({ language, purpose }))))(
    '$purpose in $language: Word and PDF say the same, in its own face',
    async ({ language, purpose }) => {
      const { body } = await prepare({ relation, kind: 'surat_mitra', purpose, language })
      const { content } = (await petugas.ask(letters.readLetter, { id: body.id })).body
      const { xml, text } = await wordOf(body.id)
      for (const line of [content.subject, content.salutation, ...content.addressee.split('\n')]) {
        expect(text).toContain(line)
      }
      // What closes a letter stands in the middle above its office, as the name does.
      const rows = xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? []
      for (const said of [content.closing, content.office]) {
        expect(rows.filter((row) => textOf(row).trim() === said).at(-1)).toContain('<w:jc w:val="center"/>')
      }
      const runs = xml.match(/<w:r[ >](?:(?!<\/w:r>).)*<\/w:r>/gs) ?? []
      const native = runs.filter((run) => /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(run))
      const faceOf = (run: string) => (/\p{Script=Hangul}/u.test(run) ? 'Malgun Gothic' : 'Yu Gothic')
      for (const run of native) expect(run).toContain(`w:eastAsia="${faceOf(run)}"`)
      expect(native.length > 0).toBe(language === 'ja' || language === 'ko')
      const glyphs = await pdfOf(body.id)
      if (language === 'ja') for (const letter of '拝啓大使館') expect(glyphs).toContain(letter)
      if (language === 'ko') for (const letter of '대사관각하') expect(glyphs).toContain(letter)
    },
  )

  test('without its purpose, about nothing, with a request of somebody else or a day gone by it is refused', async () => {
    const kind = 'surat_mitra'
    expect(faults(await prepare({ relation, kind }))).toEqual([422, ['purpose required']])
    expect(faults(await prepare({ kind }))).toEqual([422, ['relation required']])
    const asks = { relation, kind, purpose: 'pertanyaan' }
    expect((await prepare({ ...asks, followUp: relation })).status).toBe(404)
    expect(faults(await prepare({ ...asks, replyBy: '2001-01-01' }))).toEqual([422, ['replyBy doubtful']])
    expect(faults(await prepare({ relation, kind: 'nota_dinas', language: 'ja' }))).toEqual([422, ['language wrong']])
    const other = await world.as('petugas-kota-bekasi')
    expect((await other.ask(letters.prepareLetter, asks as never)).status).toBe(404)
  })
})

describe('what was asked for', () => {
  test('is offered by Hari ini, ends with the letter that answers it, once, and not before it went out', async () => {
    const { lines } = (await petugas.ask(readToday, { all: 'true' })).body
    const line = lines.find(({ kind }: { kind: string }) => kind === 'asked')
    const { step } = (await petugas.ask(readNextStep, { id: relation })).body
    expect(line?.followUp).toBe(step.id)
    const wanted = { relation, kind: 'surat_mitra', purpose: 'rekomendasi', language: 'en', followUp: step.id }
    const { id, rev } = (await prepare(wanted)).body
    const close = async (input: object = {}) =>
      await petugas.ask(letters.closeAsked, { id, followUp: step.id, rev: step.rev, ...input })
    const early = await close()
    expect([early.status, early.body.code]).toEqual([409, 'not_yet'])
    const sending = { number: '1/KS/2026', datedOn: '2024-07-10', sentOn: '2024-07-10', sentBy: 'mail', sure: ['content'] } // prettier-ignore
    expect((await petugas.ask(letters.sendLetter, { id, rev, ...sending } as never)).status).toBe(200)
    expect((await close({ rev: 99 })).body.code).toBe('stale')
    expect((await close()).status).toBe(200)
    expect((await petugas.ask(letters.readLetter, { id })).body.asked.open).toBe(false)
    expect((await petugas.ask(readNextStep, { id: relation })).body.step).toBeUndefined()
    expect((await close()).body.code).toBe('stale')
    const plain = (await prepare({ relation, kind: 'nota_dinas' })).body.id
    expect(faults(await close({ id: plain }))).toEqual([422, ['followUp wrong']])
  })
})

describe('papers of a meeting', () => {
  test('what can be made is said with its blanks; a cooperation has no attendance sheet', async () => {
    const ofMeeting = (await petugas.ask(letters.listPapers, { activity })).body.rows
    expect(ofMeeting.map(({ kind }: { kind: string }) => kind)).toEqual([...drawnKinds, ...officeKinds])
    const minutes = ofMeeting.find(({ kind }: { kind: string }) => kind === 'notulen')
    expect(minutes.blanks).toEqual(expect.arrayContaining(['waktu kegiatan', 'keputusan rapat', 'nama notulis']))
    const ofRelation = (await petugas.ask(letters.listPapers, { relation })).body.rows
    const kinds = ofRelation.map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(['surat_mitra', 'nota_dinas', 'telaahan_staf', 'surat_pengantar'])
    expect((await petugas.ask(letters.listPapers, {})).status).toBe(422)
    expect((await petugas.ask(letters.listPapers, { relation, activity })).status).toBe(422)
  })

  test.each(drawnKinds)('%s is drawn from the record as Word and PDF', async (kind) => {
    const word = await petugas.ask(letters.readPaperWord, { activity, kind })
    expect(word.status).toBe(200)
    const { text, xml } = readWord(word.body)
    for (const said of ['Audiensi Duta Besar Jepang', 'Jumat, 28 Juni 2024', 'Dani Ramdan, Pj. Bupati']) {
      expect(text.replace(/\n/g, ', ')).toContain(said)
    }
    expect(xml).toContain('<w:tblHeader/>')
    const pdf = await petugas.ask(letters.readPaperPdf, { activity, kind })
    expect([pdf.status, pdf.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(pdf.body.includes('pdfaid:part>2')).toBe(true)
  })

  test.each(officeKinds.filter((kind) => kind !== 'surat_mitra'))('%s is a draft with its own layout', async (kind) => {
    const { status, body } = await prepare({ activity, kind })
    expect(status).toBe(200)
    const letter = (await petugas.ask(letters.readLetter, { id: body.id })).body
    expect([letter.meeting.id, letter.missing]).toEqual([activity, body.blanks])
    const { text } = await wordOf(body.id)
    expect(text).toContain('Audiensi Duta Besar Jepang')
    await pdfOf(body.id)
    const mended = await petugas.ask(letters.mendLetter, { id: body.id, rev: letter.rev, content: letter.content })
    expect(mended.status).toBe(200)
    const { body: again } = await petugas.ask(letters.prepareLetter, { activity, kind } as never)
    expect(again.details.fields).toEqual([{ path: 'kind', fault: 'doubtful' }])
  })

  test('a staff analysis names the source of each fact in words; what is to be thought stays blank', async () => {
    const { body } = await prepare({ relation, kind: 'telaahan_staf' })
    const { content } = (await petugas.ask(letters.readLetter, { id: body.id })).body
    expect(content.facts).toMatch(/Pada Jumat, 28 Juni 2024 dilaksanakan audiensi.*\(sumber: Antara, “Jepang: /)
    const own = ['problem', 'assumptions', 'analysis', 'conclusion', 'advice'].map((part) => content[part])
    expect(own).toEqual(['[persoalan]', '[praanggapan]', '[analisis]', '[kesimpulan]', '[saran]'])
  })

  test('of another region it is not there', async () => {
    const other = await world.as('petugas-kota-bekasi')
    const asked = [
      await other.ask(letters.readPaperWord, { activity, kind: 'notulen' }),
      await other.ask(letters.readPaperPdf, { activity, kind: 'notulen' }),
      await other.ask(letters.listPapers, { activity }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})

test('a letter takes at most 300 ms as Word and as PDF once the renderer is warm', async () => {
  const { id } = (await prepare({ relation, kind: 'surat_mitra', purpose: 'rekomendasi', language: 'ja' })).body
  const middleOf = async (endpoint: typeof letters.readWord | typeof letters.readPdf) => {
    const taken: number[] = []
    for (let round = 0; round < 20; round += 1) {
      const began = performance.now()
      await petugas.ask(endpoint, { id })
      taken.push(performance.now() - began)
    }
    return Math.round(taken.toSorted((a, b) => a - b)[10] ?? Number.NaN)
  }
  const [docx, pdf] = [await middleOf(letters.readWord), await middleOf(letters.readPdf)]
  process.stdout.write(`a letter over HTTP, p50 of 20: .docx ${docx} ms, PDF ${pdf} ms\n`)
  expect(docx).toBeLessThanOrEqual(300)
  expect(pdf).toBeLessThanOrEqual(300)
})

test('what a meeting’s summary decided stands in its minutes and its report', async () => {
  await asSystem(
    world.database,
    { tenant: await tenantOf(world, 'kab-bekasi'), verb: 'test.summary' },
    async ({ tx }) => {
      const blocks = [{ kind: 'keputusan', text: 'Sepakat bertemu lagi.\nNotulen dibagikan.' }]
      await tx.insertInto('agenda.summaries').values({ id: newId(), activity, blocks: blocks as never }).execute() // prettier-ignore
    },
  )
  for (const kind of ['notulen', 'laporan_kegiatan'] as const) {
    const { text } = readWord((await petugas.ask(letters.readPaperWord, { activity, kind })).body)
    expect(text).toContain('Sepakat bertemu lagi.')
    expect(text).not.toContain('[keputusan rapat]')
  }
})

test('photographs stand in the report with their captions; without any there is no page for them', async () => {
  const report = async () => {
    const { body } = await petugas.ask(letters.readPaperWord, { activity, kind: 'laporan_kegiatan' })
    return { files: Object.keys(unzipSync(new Uint8Array(body))), ...readWord(body) }
  }
  expect((await report()).text).not.toContain('Dokumentasi')
  const picture = drawPicture()
  const file = (await petugas.ask(keepFile, { name: 'foto.png', body: picture })).body.id
  const added = await petugas.ask(addPhoto, { id: activity, file, caption: 'Ruang rapat {hal}' })
  expect(added.status).toBe(200)
  const parts = partsOf((await petugas.ask(letters.readPaperWord, { activity, kind: 'laporan_kegiatan' })).body)
  const xml = parts['word/document.xml'] ?? ''
  expectWellFormed(xml)
  expect(textOf(xml)).toContain('Ruang rapat {hal}')
  expect(Object.keys(parts).filter((name) => /^word\/media\/./.test(name))).toHaveLength(1)
  const pdf = await petugas.ask(letters.readPaperPdf, { activity, kind: 'laporan_kegiatan' })
  expect([pdf.status, Buffer.from(pdf.body).includes('/Subtype /Image')]).toEqual([200, true])
})

/** A small picture of our own: half dark, half light. */
function drawPicture(): Uint8Array {
  const rows = Buffer.concat(Array.from({ length: 60 }, (_, y) => Buffer.from([0, ...Array.from({ length: 80 }, () => (y < 30 ? 40 : 210))]))) // prettier-ignore
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const size = Buffer.from([0, 0, 0, 80, 0, 0, 0, 60, 8, 0, 0, 0, 0])
  const parts = [chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]))
}

/** The other region, whose administrator the tests have. */
async function kota() {
  const officer = await world.as('petugas-kota-bekasi')
  const izumisano = (await officer.ask(listRelations, { q: 'izumisano' })).body.rows[0].id
  const meeting = (await officer.ask(listActivities, { relation: izumisano })).body.rows[0].id
  return { admin: await world.as('admin'), officer, meeting }
}

test('a region’s own template of a paper is checked like one of a letter, used, and given back', async () => {
  const { admin, officer, meeting } = await kota()
  const { body: of } = await admin.ask(letters.listTemplates)
  const row = of.rows.find(({ kind }: { kind: string }) => kind === 'notulen')
  expect(row.placeholders.map(({ name }: { name: string }) => name)).toContain('keputusan')
  const delivered = await admin.ask(letters.readDelivered, { kind: 'notulen' })
  const parts = unzipSync(new Uint8Array(delivered.body))
  const changed = (change: (xml: string) => string) =>
    zipSync({ ...parts, 'word/document.xml': strToU8(change(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))) }) // prettier-ignore
  const keep = async (body: Uint8Array) => (await admin.ask(keepFile, { name: 'notulen.docx', body })).body.id as string
  const unknown = await keep(changed((xml) => xml.replace('{pimpinan}', '{pimpinan}{rahasia}')))
  const refused = await admin.ask(letters.replaceTemplate, { kind: 'notulen', rev: 0, file: unknown })
  expect([refused.status, refused.body.details.missing]).toEqual([422, [{ unknown: ['rahasia'], lacking: [] }]])
  const own = await keep(changed((xml) => xml.replace('{pimpinan}', 'Dipimpin {pimpinan}')))
  const replaced = await admin.ask(letters.replaceTemplate, { kind: 'notulen', rev: 0, file: own })
  expect(replaced.status).toBe(200)
  const text = async () =>
    readWord((await officer.ask(letters.readPaperWord, { activity: meeting, kind: 'notulen' })).body).text
  expect(await text()).toContain('Dipimpin Dr. Tri Adhianto')
  await admin.ask(letters.restoreTemplate, { kind: 'notulen', rev: replaced.body.rev })
  expect(await text()).not.toContain('Dipimpin')
})

test('a letter template from before named details prints them as paragraphs', async () => {
  const { admin, officer, meeting } = await kota()
  const parts = unzipSync(new Uint8Array((await admin.ask(letters.readDelivered, { kind: 'undangan' })).body))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const without = xml.replace(/<w:p>(?:(?!<w:p>).)*?rincian(?:(?!<\/w:p>).)*?<\/w:p>/gs, '')
  expect(without).not.toContain('rincian')
  const body = zipSync({ ...parts, 'word/document.xml': strToU8(without) })
  const file = (await admin.ask(keepFile, { name: 'undangan.docx', body })).body.id
  const replaced = await admin.ask(letters.replaceTemplate, { kind: 'undangan', rev: 0, file })
  expect(replaced.status).toBe(200)
  const { id } = (await officer.ask(letters.prepareLetter, { activity: meeting, kind: 'undangan' })).body
  const text = async () => readWord((await officer.ask(letters.readWord, { id })).body).text
  expect(await text()).toContain('hari, tanggal: Kamis, 24 Juli 2025')
  await admin.ask(letters.restoreTemplate, { kind: 'undangan', rev: replaced.body.rev })
  expect(await text()).toContain('hari, tanggal: Kamis, 24 Juli 2025')
})

test('names that look like placeholders, XML, Typst or formulas are printed as they stand', async () => {
  const odd = ['{hal}', '</w:t><w:br/>', '#panic("x")', '=1+1', '<script>', '$x$ & *y*']
  const { id } = (await prepare({ relation, kind: 'surat_pengantar' })).body
  const { content, rev } = (await petugas.ask(letters.readLetter, { id })).body
  const items = odd.map((name) => `${name} | 1 | -`).join('\n')
  const mended = await petugas.ask(letters.mendLetter, { id, rev, content: { ...content, items, signatory: odd[0] } })
  expect(mended.status).toBe(200)
  const xml = partsOf((await petugas.ask(letters.readWord, { id })).body)['word/document.xml'] ?? ''
  expectWellFormed(xml)
  const read = textOf(xml).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&') // prettier-ignore
  for (const name of odd) expect(read).toContain(name)
  expect(xml).not.toContain('<w:br/>')
  await pdfOf(id)
})
