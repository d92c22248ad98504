import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as briefing from '../src/pages/briefing/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { languages } from '../src/shared/languages.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import { readPaperWord } from '../src/slices/letters/contract.ts'
import { listRelations, recordText } from '../src/slices/relations/contract.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { pagesOfPdf } from './pdf-words.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let relation: string
beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  relation = (await petugas.ask(listRelations, { q: 'izumisano' })).body.rows[0].id
})
afterAll(async () => await world.close())

const izumisano = 'kota-bekasi-izumisano'
const visit = 'kunjungan-izumisano-2025-07-24'
const today = '2026-11-21'
type Endpoint = Parameters<Asker['ask']>[0]
const onDay = async (endpoint: Endpoint, input: object, { who = petugas, on = today } = {}) =>
  await who.ask(endpoint, input as never, { headers: { cookie: `${who.cookie}; tanggal=${on}` } })

/** The text of a Word file, every paragraph a line; no placeholder is left and its XML reads. */
function wordText(body: Uint8Array): string {
  const xml = strFromU8(unzipSync(new Uint8Array(body))['word/document.xml'] ?? new Uint8Array())
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i)
  const text = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
  expect(text).not.toMatch(/[{}]/)
  return text
}
const word = async (endpoint: Endpoint, input: object, who = petugas) => {
  const { status, body } = await onDay(endpoint, input, { who })
  expect(status).toBe(200)
  return wordText(body)
}
const pagesOf = (pdf: Uint8Array) =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type \/Page\b(?!s)/g),
  ].length

describe('bahan audiensi as a file', () => {
  test('as Word it holds the letterhead, what the page shows, and every source with its number', async () => {
    const paper = (await onDay(briefing.readBriefing, { slug: izumisano, language: 'id' })).body
    const text = await word(briefing.readBriefingWord, { slug: izumisano, language: 'id' })
    expect(text).toContain('Pemerintah Kota Bekasi')
    // What the letterhead lacks is nobody's to fill in on such a paper.
    expect(text).not.toContain('[alamat kantor]')
    for (const { lines } of paper.sections) for (const line of lines) expect(text).toContain(line.text)
    for (const [at, source] of paper.sources.entries()) expect(text).toContain(`[${at + 1}]${source}`)
    expect(paper.sources.length).toBeGreaterThan(3)
  })

  test('cold and warm it takes far less than ten seconds', async () => {
    const taken: Record<string, number> = {}
    for (const name of ['word 1', 'pdf 1', 'word 2', 'pdf 2', 'word 3', 'pdf 3']) {
      const endpoint = name.startsWith('word') ? briefing.readBriefingWord : briefing.readBriefingPdf
      const began = performance.now()
      expect((await onDay(endpoint, { slug: izumisano, language: 'ja', also: 'id' })).status).toBe(200)
      taken[name] = Math.round(performance.now() - began)
      expect(taken[name], name).toBeLessThan(10_000)
    }
    console.info('bahan audiensi, milliseconds', JSON.stringify(taken))
  })

  test('in two languages each has its page; the guest’s own comes by itself', async () => {
    const { body } = await onDay(briefing.readBriefing, { slug: izumisano, language: 'id', also: 'guest' })
    expect([body.language, body.also.language, body.guest]).toEqual(['id', 'ja', 'ja'])
    const text = await word(briefing.readBriefingWord, { slug: izumisano, language: 'id', also: 'guest' })
    for (const told of ['9 ditawarkan · 6 disebut · 3 belum disebut', 'ブカシ市と泉佐野市', 'Sumber', '出典']) {
      expect(text).toContain(told)
    }
    const back = await onDay(briefing.readBriefing, { slug: izumisano, language: 'ja', also: 'guest' })
    expect(back.body.also.language).toBe('id')
    const pdf = await onDay(briefing.readBriefingPdf, { slug: izumisano, language: 'id', also: 'guest' })
    expect(pagesOf(pdf.body)).toBe(2)
    expect(pdf.body.includes('pdfaid:part>2')).toBe(true)
  })

  test('no relation’s briefing is longer than two pages, in any language', async () => {
    for (const role of ['petugas-kota-bekasi', 'petugas-kab-bekasi']) {
      const who = await world.as(role)
      const { rows } = (await who.ask(listRelations, { limit: 50 })).body
      for (const { slug } of rows.slice(0, 6)) {
        for (const language of languages) {
          for (const also of [undefined, 'ko']) {
            const { status, body } = await onDay(
              briefing.readBriefingPdf,
              { slug, language, ...(also && { also }) },
              { who },
            )
            expect(status).toBe(200)
            expect(pagesOf(body), `${slug} ${language} ${also}`).toBeLessThanOrEqual(2)
          }
        }
      }
    }
  })

  test('the guest’s file holds nothing internal and says whose it is', async () => {
    const asked = { slug: izumisano, language: 'id', also: 'ja' }
    const own = await word(briefing.readBriefingWord, asked)
    const guest = await word(briefing.readBriefingWord, { ...asked, audience: 'guest' })
    const internal = [
      'hanya untuk di dalam',
      'Langkah berikutnya',
      'Tidak ada kabar',
      'masih menunggu',
      '内部限り',
      '次の一歩',
    ]
    for (const words of internal) {
      expect(own).toContain(words)
      expect(guest).not.toContain(words)
    }
    const answer = await onDay(briefing.readBriefingWord, { ...asked, audience: 'guest' })
    const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '')
    expect(name).toContain('bahan audiensi - Kota Izumisano - tamu - id ja - 2026-11-21.docx')
  })
})

describe('what is handed to the guest', () => {
  const said = 'Kita jangan memberi insentif'
  const met = async (input: object) => {
    const { status, body } = await onDay(agenda.recordActivity, { relations: [relation], place: 'Balai', ...input })
    expect(status, JSON.stringify(body)).toBe(200)
    return body as { id: string; slug: string; rev: number }
  }
  const guests = (id: string, name: string, present: boolean) =>
    onDay(agenda.addParticipants, { id, rows: [{ side: 'guest', name }], invited: true, present })

  test('names no meeting that the region held by itself, no word of it, and no text that is not signed', async () => {
    const inside = await met({ occurredOn: '2026-11-19', kind: 'rapat_tkksd', about: 'Rapat internal TKKSD: sikap terhadap mitra' }) // prettier-ignore
    await onDay(agenda.addParticipants, { id: inside.id, rows: [{ side: 'host', name: 'Cempaka Dalam' }], invited: true, present: true }) // prettier-ignore
    expect((await onDay(agenda.addStatement, { id: inside.id, words: said, speaker: 'Sekretaris' })).status).toBe(200)
    expect((await onDay(recordText, { id: relation, kind: 'mou', title: 'Rancangan BELUM TERBIT' })).status).toBe(200)
    const missed = await met({ occurredOn: '2026-11-18', about: 'Pertemuan tanpa tamu datang' })
    expect((await guests(missed.id, 'Tamu Berhalangan', false)).status).toBe(200)
    const open = await met({ occurredOn: '2026-11-17', about: 'Pertemuan yang sudah terbit' })
    expect((await onDay(agenda.publishActivity, { id: open.id })).status).toBe(200)
    const common = await met({ occurredOn: '2026-11-16', about: 'Pertemuan bersama tamu' })
    expect((await guests(common.id, 'Tamu Datang', true)).status).toBe(200)

    const internal = ['TKKSD', 'Cempaka Dalam', said, 'BELUM TERBIT', 'tanpa tamu datang', 'Berhalangan', '19 November']
    const known = ['Pertemuan yang sudah terbit', 'Pertemuan bersama tamu', 'Tamu Datang']
    const asked = { slug: izumisano, language: 'id', audience: 'guest' }
    const page = JSON.stringify((await onDay(briefing.readBriefing, asked)).body)
    const file = await word(briefing.readBriefingWord, asked)
    const { body: pdf } = await onDay(briefing.readBriefingPdf, asked)
    // Where a line was broken in the PDF a blank stands or none.
    const bare = (text: string) => text.replaceAll(/\s+/g, '')
    for (const [as, text] of Object.entries({ page, file, pdf: pagesOfPdf(pdf).join('') })) {
      for (const words of internal) expect(bare(text).includes(bare(words)), `${as}: ${words}`).toBe(false)
      for (const words of known) expect(bare(text).includes(bare(words)), `${as}: ${words}`).toBe(true)
    }
    const own = JSON.stringify((await onDay(briefing.readBriefing, { ...asked, audience: 'own' })).body)
    for (const words of ['sikap terhadap mitra', said, 'BELUM TERBIT']) expect(own).toContain(words)
  })
})

describe('siaran pers as a file', () => {
  test.each(languages)('%s: the title and what was said, in its own type', async (language) => {
    const paper = (await onDay(briefing.readPress, { slug: visit, language })).body
    const text = await word(briefing.readPressWord, { slug: visit, language })
    expect(text).toContain(paper.title)
    for (const { lines } of paper.sections) for (const line of lines) expect(text).toContain(line.text)
    const pdf = await onDay(briefing.readPressPdf, { slug: visit, language })
    expect([pdf.status, pdf.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  test('there is none of a meeting that has not been yet, was voided, or belongs to no cooperation', async () => {
    const about = `Rapat ${newId().slice(-8)}`
    const planned = await onDay(agenda.recordActivity, {
      relations: [relation],
      occurredOn: '2026-12-01',
      place: 'Balai',
      about,
    })
    expect(planned.status).toBe(200)
    const { slug, id, rev } = planned.body
    for (const endpoint of [briefing.readPress, briefing.readPressWord, briefing.readPressPdf]) {
      const early = await onDay(endpoint, { slug })
      expect([early.status, early.body.code]).toEqual([409, 'not_yet'])
      expect((await onDay(endpoint, { slug }, { on: '2026-12-02' })).status).toBe(200)
    }
    const gone = await onDay(agenda.voidActivity, { id, rev, reason: 'Salah catat.' }, { on: '2026-12-02' })
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    expect((await onDay(briefing.readPress, { slug }, { on: '2026-12-02' })).status).toBe(404)
    const alone = await onDay(agenda.recordActivity, { who: 'Rombongan', occurredOn: '2026-03-05', place: 'Balai', about: `${about} lain` }) // prettier-ignore
    expect((await onDay(briefing.readPressWord, { slug: alone.body.slug })).status).toBe(404)
  })
})

describe('serah terima as a file', () => {
  test.each(languages)('%s: every part, each line', async (language) => {
    const paper = (await onDay(briefing.readHandOver, { language })).body
    const text = await word(briefing.readHandOverWord, { language })
    for (const { title, lines } of paper.sections) for (const said of [title, ...lines.map((line: any) => line.text)]) expect(text).toContain(said) // prettier-ignore
    expect((await onDay(briefing.readHandOverPdf, { language })).status).toBe(200)
  })
})

test('no file for another region, an agency, or nobody', async () => {
  const kab = await world.as('petugas-kab-bekasi')
  const dinas = await world.as('dinas')
  for (const [endpoint, input] of [
    [briefing.readBriefingWord, { slug: izumisano }],
    [briefing.readBriefingPdf, { slug: izumisano }],
    [briefing.readPressWord, { slug: visit }],
    [briefing.readPressPdf, { slug: visit }],
    [briefing.readHandOverWord, undefined],
    [briefing.readHandOverPdf, undefined],
  ] as const) {
    if (input !== undefined) expect((await onDay(endpoint, input, { who: kab })).status, endpoint.name).toBe(404)
    expect((await onDay(endpoint, input ?? {}, { who: dinas })).status, endpoint.name).toBe(403)
  }
  expect((await onDay(briefing.readBriefingWord, { slug: izumisano, language: 'xx' })).status).toBe(422)
})

describe('who was expected and did not come', () => {
  const [came, missed, head] = ['Kenanga Hadir', 'Melati Tidak', 'Dinas Tidak Datang']
  async function aMeeting() {
    const about = `Forum ${newId().slice(-8)}`
    const { body } = await onDay(agenda.recordActivity, { relations: [relation], occurredOn: '2026-11-20', place: 'Balai', about }) // prettier-ignore
    const host = { id: body.id, side: 'host' as const }
    await onDay(agenda.addParticipants, { id: body.id, rows: [{ ...host, name: missed, organisation: head }], invited: true, present: false } as never) // prettier-ignore
    const there = await onDay(agenda.addParticipants, { id: body.id, rows: [{ side: 'host', name: came, organisation: 'Dinas Datang' }], invited: true, present: true }) // prettier-ignore
    expect(there.status, JSON.stringify(there.body)).toBe(200)
    return body as { id: string; slug: string }
  }

  test('stands in no paper of what happened, and on no public page, but on the list to sign', async () => {
    const { id, slug } = await aMeeting()
    for (const kind of ['rekap_hadir', 'notulen', 'laporan_kegiatan'] as const) {
      const text = await word(readPaperWord, { activity: id, kind })
      expect([text.includes(came), text.includes(missed)], kind).toEqual([true, false])
    }
    const list = await word(readPaperWord, { activity: id, kind: 'daftar_hadir' })
    expect([list.includes(came), list.includes(missed)]).toEqual([true, true])
    const press = await word(briefing.readPressWord, { slug, language: 'id' })
    expect([press.includes(came), press.includes(missed)], 'press').toEqual([true, false])
    const paper = await word(briefing.readBriefingWord, { slug: izumisano, language: 'id' })
    expect([paper.includes(came), paper.includes(missed)], 'briefing').toEqual([true, false])
    // The page of the relation is told of her and leaves her out (counts.test.ts).
    const { body } = await onDay(readRelationPage, { slug: izumisano })
    const rows = body.activities.find((one: { id: string }) => one.id === id).participants
    expect(rows.find(({ givenName }: { givenName: string }) => givenName === missed).absent).toBe(true)
    expect((await onDay(agenda.publishActivity, { id })).status).toBe(200)
    const { text: html } = await world.page(`/id/kegiatan/${slug}`)
    expect([html.includes('Dinas Datang'), html.includes(head), html.includes(missed)]).toEqual([true, false, false])
  })

  test('the next meeting expects everybody of this one and says of nobody that she came', async () => {
    const { id } = await aMeeting()
    for (const endpoint of [agenda.planNext, agenda.copyActivity]) {
      const { status, body } = await onDay(endpoint, {
        id,
        occurredOn: '2026-12-02',
        about: `Lanjutan ${newId().slice(-8)}`,
      })
      expect(status, JSON.stringify(body)).toBe(200)
      const { participants } = (await onDay(agenda.readActivity, { slug: body.slug })).body
      expect(participants.map(({ givenName }: { givenName: string }) => givenName).toSorted()).toEqual([came, missed])
      for (const row of participants) expect(row).toMatchObject({ invited: true, absent: true })
    }
  })
})
