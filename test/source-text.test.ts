import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { publishRelation } from '../src/slices/relations/contract.ts'
import * as does from '../src/slices/sources/commands.ts'
import * as sources from '../src/slices/sources/contract.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

// A story of our own: the five themselves are not part of the product.
const slug = 'kota-bekasi-izumisano'
let said: string
const also = 'dua kelompok pemuda'
let story: string
let world: World
let officer: Asker
let relation: string
let source: string

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
  relation = (await officer.ask(readRelationPage, { slug })).body.relation.id
})
afterAll(async () => await world.close())

/** A source as the demonstration enters it: by the hash of a text that is not here, with the places of two passages. */
beforeEach(async () => {
  const word = newId().slice(-6)
  said = `akan saling berkirim pelajar ${word} mulai tahun depan`
  story = `BEKASI ${word} — Kedua kota ${said}, kata wali kota.\nYang pertama berangkat ${also} dari SMK 👋 setempat.`
  const tenant = await tenantOf(world, 'kota-bekasi')
  source = await asSystem(world.database, { tenant, verb: 'test.story' }, async (call) => {
    const textSha256 = createHash('sha256').update(story).digest('hex')
    const { id } = await does.addSource(call, { kind: 'news', title: `Cerita ${word}`, textSha256 })
    for (const words of [said, also]) {
      const from = story.indexOf(words)
      const span = { from, to: from + words.length }
      const line = { subject: relation, field: 'benefit', level: 'reported', source: id, span } as const
      await does.addProvenance(call, { ...line, summary: { id: `Ringkasan ${word}` } })
    }
    return id
  })
})

const faults = ({ status, body }: { status: number; body: any }) => [status, body.details?.fields]
const paste = async (text: string, more: object = {}) =>
  await officer.ask(sources.pasteText, { id: source, text, ...more })
const read = async () => (await officer.ask(sources.readSource, { id: source })).body
const lit = async () => (await read()).text?.filter(({ isLit }: { isLit: boolean }) => isLit).map(({ words }: { words: string }) => words) // prettier-ignore

describe('a pasted text', () => {
  test('lights every passage where it is the very one, line ends and blank ends aside', async () => {
    expect(await read()).toMatchObject({ passages: 2, text: null, source: { hasText: false, isExact: false } })
    const { status, body } = await paste(`\n  ${story.replaceAll('\n', '\r\n')}\n\n`)
    expect([status, body]).toEqual([200, { id: source, isExact: true, lit: 2 }])
    expect(await lit()).toEqual([said, also])
    const { lines, source: filed } = await read()
    expect(lines.map(({ excerpt }: any) => excerpt.words)).toEqual([said, also])
    expect(filed).toMatchObject({ hasText: true, isExact: true })
    const sheet = (await officer.ask(sources.readSheet, { subject: relation, field: 'benefit' })).body
    const ours = sheet.lines.filter((line: any) => line.source?.id === source)
    expect(ours.map(({ excerpt }: any) => excerpt.words)).toEqual([said, also])
  })

  test('with one other letter is asked about, kept on a yes, and lights nothing until the very one comes', async () => {
    const other = story.replace('kata wali', 'ujar wali')
    expect(faults(await paste(other))).toEqual([422, [{ path: 'text', fault: 'doubtful' }]])
    expect((await read()).source.hasText).toBe(false)
    expect((await paste(other, { sure: ['text'] })).body).toMatchObject({ isExact: false, lit: 0 })
    const { source: kept, text, lines } = await read()
    expect(kept).toMatchObject({ hasText: true, isExact: false })
    expect([text, lines.map(({ excerpt }: any) => excerpt)]).toEqual([null, [null, null]])
    const words = { subject: relation, field: 'benefit', source, words: said }
    expect(faults(await officer.ask(sources.addProvenance, words))).toEqual([422, [{ path: 'words', fault: 'wrong' }]])
    expect((await paste(story)).body).toMatchObject({ isExact: true, lit: 2 })
    expect((await paste(story)).body).toMatchObject({ isExact: true, lit: 2 })
    expect(faults(await paste(other, { sure: ['text'] }))).toEqual([422, [{ path: 'text', fault: 'taken' }]])
  })

  test('filed as a new source comes to the one that waits for it', async () => {
    const filed = await officer.ask(sources.addSource, { kind: 'news', title: 'Judul lain', text: story })
    expect(filed.body).toEqual({ id: source })
    expect(await lit()).toEqual([said, also])
  })

  test('of another source is not taken for this one’s', async () => {
    const elsewhere = (await officer.ask(sources.addSource, { kind: 'news', title: `Berita ${newId()}` })).body.id
    const answer = await officer.ask(sources.pasteText, { id: elsewhere, text: story })
    expect(faults(answer)).toEqual([422, [{ path: 'text', fault: 'wrong' }]])
  })

  test('can be taken back, and the passages wait again', async () => {
    const act = newId()
    await paste(story, { act })
    expect((await officer.ask(undoAct, { act: newId(), id: act })).status).toBe(200)
    expect(await read()).toMatchObject({ passages: 2, text: null, source: { hasText: false } })
  })

  test('is refused empty, to who only reads, and to another region', async () => {
    expect(faults(await paste(' \n '))).toEqual([422, [{ path: 'text', fault: 'required' }]])
    const mayor = await world.as('wali-kota')
    expect((await mayor.ask(sources.pasteText, { id: source, text: story })).status).toBe(403)
    const other = await world.as('petugas-kab-bekasi')
    expect((await other.ask(sources.pasteText, { id: source, text: story })).status).toBe(404)
    expect((await other.ask(sources.readSource, { id: source })).status).toBe(404)
  })

  test('reaches the world when it is published, not before', async () => {
    await officer.ask(publishRelation, { id: relation })
    await paste(story)
    const shown = async () => (await world.page(`/ja/kerja-sama/${slug}/sumber/manfaat`)).text
    expect(await shown()).not.toContain(said)
    await officer.ask(publishRelation, { id: relation })
    expect(await shown()).toContain(`<mark>${said}</mark>`)
    expect(await shown()).not.toContain('SMK 👋 setempat.\n') // what stands around, never the whole text
  })
})

describe('who made a source', () => {
  const mend = async (more: object) => await officer.ask(sources.mendSource, { id: source, rev: 1, ...more })

  test('is recorded and corrected; a second hand is told', async () => {
    const made = { outlet: 'Harian', author: 'Antara', editor: 'Redaktur Satu', photo: 'ANTARA/Dua' }
    expect((await mend(made)).body).toEqual({ id: source, rev: 2 })
    expect((await read()).source).toMatchObject(made)
    expect((await mend({ editor: null })).status).toBe(409)
    expect((await mend({ rev: 2, editor: null })).status).toBe(200)
    expect((await read()).source.editor).toBeNull()
  })

  test('is refused where nothing would be left, with a wrong day, and to others', async () => {
    const bare = (await officer.ask(sources.addSource, { kind: 'news', title: `Berita ${newId()}` })).body.id
    const emptied = await officer.ask(sources.mendSource, { id: bare, rev: 1, title: null })
    expect(faults(emptied)).toEqual([422, [{ path: 'title', fault: 'required' }]])
    expect((await mend({ publishedOn: 'kemarin' })).status).toBe(422)
    const other = await world.as('petugas-kab-bekasi')
    expect((await other.ask(sources.mendSource, { id: source, rev: 1, editor: 'X' })).status).toBe(404)
  })

  test('and what it links to are sources of nothing', async () => {
    const related = { kind: 'news', title: `Berita terkait ${newId()}`, relatedTo: source }
    const { id } = (await officer.ask(sources.addSource, related)).body
    expect((await read()).related).toMatchObject([{ id, title: related.title }])
    expect((await officer.ask(sources.readSource, { id })).body).toMatchObject({ relatedTo: { id: source }, lines: [] })
    const foreign = await officer.ask(sources.addSource, { kind: 'news', title: 'X', relatedTo: newId() })
    expect(foreign.status).toBe(404)
  })
})

test('what another outlet says backs nothing, is no difference and is never published', async () => {
  const other = (await officer.ask(sources.addSource, { kind: 'letter', title: `Lain ${newId()}`, otherOutlet: true })).body.id // prettier-ignore
  const word = `kata media lain ${newId()}`
  const line = { subject: relation, field: 'purpose', source: other, summary: word, value: 'Wisata' }
  expect((await officer.ask(sources.addProvenance, line)).status).toBe(200)
  const page = (await officer.ask(readRelationPage, { slug })).body
  expect([page.levels[`${relation}.purpose`], page.differences[`${relation}.purpose`]]).toEqual([undefined, undefined])
  expect(page.others.map(({ summary }: any) => summary.id)).toContain(word)
  const sheet = (await officer.ask(sources.readSheet, { subject: relation, field: 'purpose' })).body
  expect(sheet).toMatchObject({ level: 'recorded', differs: false, lines: [], others: [{ value: 'Wisata' }] })
  const judged = { subject: relation, field: 'purpose', line: null, reason: 'x' }
  expect(faults(await officer.ask(sources.judge, judged))).toEqual([422, [{ path: 'field', fault: 'wrong' }]])
  // Nor its headline, where a source that is public links to it.
  const linked = { kind: 'news', title: `Tautan ${word}`, relatedTo: source, otherOutlet: true }
  expect((await officer.ask(sources.addSource, linked)).status).toBe(200)
  await officer.ask(publishRelation, { id: relation })
  const [document] = await world.owner<{ text: string }[]>`
    select document::text as text from relations.published where id = ${relation}`
  expect(document?.text).not.toContain(word)
  // Followed after all: the flag goes, and so does the wall.
  expect((await officer.ask(sources.mendSource, { id: other, rev: 1, otherOutlet: false })).status).toBe(200)
  expect((await officer.ask(readRelationPage, { slug })).body.differences[`${relation}.purpose`]).toBe('open')
})
