import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import {
  addCommitment,
  addStatement,
  beginSeries,
  changeTask,
  dropNews,
  endTask,
  followCommitment,
  linkRelation,
  listCommitments,
  mendCommitment,
  planNext,
  publishActivity,
  publishCommitment,
  readActivity,
  readPlan,
  sayNews,
  voidCommitment,
} from '../src/slices/agenda/contract.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { addSource, readSheet } from '../src/slices/sources/contract.ts'
import { faultOf, openMeetings, type Meetings, type Row } from './commitment-meetings.ts'
import { furnish } from './factories.ts'
import type { Asker, World } from './world.ts'

let world: World
let officer: Asker
let relation: Meetings['relation']
let official: string
let person: string
let other: Asker
let aMeeting: Meetings['aMeeting']
let listOf: Meetings['listOf']
let add: Meetings['add']
let given: Meetings['given']
let page: Meetings['page']

beforeAll(async () => {
  ;({ world, officer, relation, official, person, aMeeting, listOf, add, given, page } = await openMeetings())
  other = await world.as('petugas-kab-bekasi')
})
afterAll(async () => await world.close())

describe('a word that was given', () => {
  test('from a statement by one press: its words, its voice, and the very passage it is known from', async () => {
    const { id } = await aMeeting()
    const text = 'Kata pembuka. Kami akan membalas surat itu. Penutup.'
    const source = (await officer.ask(addSource, { kind: 'news', outlet: 'Koran', title: 'Judul', text })).body.id
    const words = 'Akan membalas surat itu.'
    const statement = (await officer.ask(addStatement, { id, words, official })).body.id
    const from = { statement, source, quote: 'Kami akan membalas surat itu.' }
    expect((await officer.ask(addCommitment, { id, ...from })).status).toBe(200)
    const [row] = await listOf(id)
    expect(row).toMatchObject({ side: 'ours', words, statement, level: 'reported', news: [] })
    expect(row?.['speaker']).toMatchObject({ givenName: 'Dr. Tri Adhianto', office: 'wali_kota' })
    for (const field of ['dueOn', 'task', 'publication']) expect(row).not.toHaveProperty(field)
    const sheet = (await officer.ask(readSheet, { subject: row?.id ?? '', field: 'words' })).body
    expect(sheet.lines[0].excerpt.words).toBe('Kami akan membalas surat itu.')
  })

  test('takes the lines of its statement where no other source is named, and refuses words that are not in the text', async () => {
    const visit = (await officer.ask(readActivity, { slug: 'kunjungan-izumisano-2025-07-24' })).body
    const [first] = visit.statements
    const added = await officer.ask(addCommitment, { id: visit.id, statement: first.id })
    const [before] = await world.owner`
      select p.source, p.span_from, p.span_to, p.speaker from sources.provenance p where p.subject = ${first.id}`
    const [after] = await world.owner`
      select p.source, p.span_from, p.span_to, p.speaker from sources.provenance p where p.subject = ${added.body.id}`
    expect(after).toEqual(before)
    await officer.ask(voidCommitment, { id: added.body.id, rev: 1, reason: 'Percobaan' })
    const source = (await officer.ask(addSource, { kind: 'news', outlet: 'Koran', title: newId(), text: 'Satu dua' }))
      .body
    const meeting = await aMeeting()
    expect(faultOf(await add(meeting.id, { source: source.id, quote: 'tiga' }))).toMatchObject({ fault: 'wrong' })
    expect(await listOf(meeting.id)).toEqual([])
  })

  test.each([
    ['nobody said it', { official: undefined }, 'speaker', 'required'],
    ['two voices', { speaker: 'Ketua' }, 'speaker', 'wrong'],
    ['an official for the partner', { side: 'theirs' }, 'side', 'wrong'],
    ['no words', { words: '  ' }, 'words', 'required'],
    ['a day before the meeting', { dueOn: '2025-07-01' }, 'dueOn', 'doubtful'],
    ['no day at all', { dueOn: '2025-02-30' }, 'dueOn', 'not_a_date'],
  ])('is refused or asked: %s', async (_, input, path, fault) => {
    const { id } = await aMeeting()
    const answer = await add(id, input)
    expect([answer.status, faultOf(answer)]).toEqual([422, { path, fault }])
  })

  test('the same words twice are asked, and kept when they are meant', async () => {
    const { meeting } = await given({ words: 'Menjaga mutu' })
    const again = await add(meeting.id, { words: 'menjaga mutu' })
    expect(faultOf(again)).toEqual({ path: 'words', fault: 'doubtful' })
    expect((await add(meeting.id, { words: 'menjaga mutu', sure: ['words'] })).status).toBe(200)
    expect((await listOf(meeting.id)).map(({ position }) => position)).toEqual([1, 2])
  })

  test('a statement of another meeting, somebody of another region, and another region’s relation are not found', async () => {
    const { id } = await aMeeting()
    const elsewhere = await aMeeting()
    const said = await officer.ask(addStatement, { id: elsewhere.id, words: 'Satu', official })
    expect((await officer.ask(addCommitment, { id, statement: said.body.id })).status).toBe(404)
    const foreign = await furnish(world, { region: 'kab-bekasi', canary: `Kab-${newId().slice(-8)}` })
    expect((await add(id, { official: foreign.official })).status).toBe(404)
    expect((await add(id, { relation: foreign.relation })).status).toBe(404)
    expect((await other.ask(listCommitments, { activity: id })).status).toBe(404)
    expect((await officer.ask(listCommitments, { activity: foreign.openActivity })).status).toBe(404)
    expect((await officer.ask(listCommitments, { activity: id, relation: foreign.relation })).status).toBe(422)
  })

  test('marks that turn the direction of text are refused in a name and shown as text in words', async () => {
    const { id, slug } = await aMeeting()
    expect((await add(id, { official: undefined, speaker: 'Ketua\u202Egnab' })).status).toBe(422)
    await add(id, { words: '<script>alert(1)</script>' })
    await officer.ask(publishActivity, { id })
    const [row] = await listOf(id)
    await officer.ask(publishCommitment, { id: row?.id })
    const text = await page(slug)
    expect(text).toContain('&lt;script&gt;alert(1)')
    expect(text).not.toContain('<script>alert')
  })

  test('corrected by two, the second sees what the first wrote; both ways are undone', async () => {
    const { meeting, id } = await given({ words: 'Satu', dueOn: '2026-03' })
    const act = newId()
    expect((await officer.ask(mendCommitment, { act, id, rev: 1, words: 'Dua', dueOn: null })).body.rev).toBe(2)
    const late = await officer.ask(mendCommitment, { id, rev: 1, words: 'Tiga' })
    expect([late.status, late.body.code]).toEqual([409, 'stale'])
    expect(late.body.details.changes).toContainEqual(
      expect.objectContaining({ field: 'words', was: 'Satu', now: 'Dua' }),
    )
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect((await listOf(meeting.id))[0]).toMatchObject({ words: 'Satu', dueOn: '2026-03' })
  })

  test('belongs to every relation of its meeting, or to the one it is narrowed to', async () => {
    const { meeting, id } = await given()
    const second = await furnish(world, { region: 'kota-bekasi', canary: `Kota-${newId().slice(-8)}` })
    await officer.ask(linkRelation, { id: meeting.id, relation: second.relation })
    const has = async (of: string) =>
      (await officer.ask(listCommitments, { relation: of })).body.rows.some((row: Row) => row.id === id)
    expect([await has(relation.id), await has(second.relation)]).toEqual([true, true])
    await officer.ask(mendCommitment, { id, rev: 1, relation: second.relation })
    expect([await has(relation.id), await has(second.relation)]).toEqual([false, true])
    const early = await officer.ask(listCommitments, { relation: second.relation, per: '2025-08-01' })
    expect(early.body.rows).not.toContainEqual(expect.objectContaining({ id }))
  })
})

describe('how it stands with ours', () => {
  test('belum ada kabar until somebody says something; done wants a note or a file', async () => {
    const { meeting, id } = await given()
    expect(faultOf(await officer.ask(sayNews, { id, rev: 1, state: 'done' }))).toEqual({
      path: 'note',
      fault: 'required',
    })
    expect((await officer.ask(sayNews, { id, rev: 1, state: 'running', saidOn: '2025-08-10' })).status).toBe(200)
    const pdf = Buffer.from(`%PDF-1.4\n${newId()}\n%%EOF\n`)
    const file = (await officer.ask(keepFile, { name: 'bukti.pdf', body: pdf })).body.id
    expect((await officer.ask(sayNews, { id, rev: 2, state: 'done', file, saidOn: '2025-09-01' })).status).toBe(200)
    const [row] = await listOf(meeting.id)
    expect(row?.['news'].map(({ state, saidOn }: Row) => [state, saidOn])).toEqual([
      ['running', '2025-08-10'],
      ['done', '2025-09-01'],
    ])
    const then = await officer.ask(listCommitments, { activity: meeting.id, per: '2025-08-20' })
    expect(then.body.rows[0].news).toHaveLength(1)
  })

  test('nothing is heard tomorrow or before the meeting; a file of nobody is not found', async () => {
    const { id } = await given()
    const say = async (input: object) => await officer.ask(sayNews, { id, rev: 1, state: 'running', ...input })
    expect(faultOf(await say({ saidOn: '2025-08-01' }))).toEqual({ path: 'saidOn', fault: 'wrong_order' })
    expect(faultOf(await say({ saidOn: '2199-01-01' }))).toMatchObject({ path: 'saidOn' })
    expect((await say({ file: newId() })).status).toBe(404)
  })

  test('of two officers the second is told what the first one said', async () => {
    const { id } = await given()
    await officer.ask(sayNews, { id, rev: 1, state: 'running' })
    const late = await officer.ask(sayNews, { id, rev: 1, state: 'done', note: 'Sudah' })
    expect([late.status, late.body.details.changes]).toMatchObject([409, [{ field: 'state', now: 'running' }]])
  })

  test('said by mistake it is taken back, and taken back by mistake it is back', async () => {
    const { meeting, id } = await given()
    await officer.ask(sayNews, { id, rev: 1, state: 'done', note: 'Keliru' })
    const [said] = (await listOf(meeting.id))[0]?.['news'] ?? []
    const act = newId()
    expect((await officer.ask(dropNews, { act, id: said.id, rev: 1 })).status).toBe(200)
    expect((await listOf(meeting.id))[0]?.['news']).toEqual([])
    await officer.ask(undoAct, { id: act })
    expect((await listOf(meeting.id))[0]?.['news']).toHaveLength(1)
    expect((await officer.ask(dropNews, { id: newId(), rev: 1 })).status).toBe(404)
  })

  test('the partner’s is quoted, never graded: no state, no follow-up, no publication, no day that passes', async () => {
    const { meeting, id } = await given({ side: 'theirs', official: undefined, person, dueOn: '2025-09' })
    expect(faultOf(await officer.ask(sayNews, { id, rev: 1, state: 'running' }))).toEqual({
      path: 'state',
      fault: 'wrong',
    })
    expect(faultOf(await officer.ask(followCommitment, { id }))).toEqual({ path: 'side', fault: 'wrong' })
    await officer.ask(publishActivity, { id: meeting.id })
    const refused = await officer.ask(publishCommitment, { id })
    expect([refused.status, refused.body.details.missing]).toEqual([409, ['ours']])
    expect((await listOf(meeting.id))[0]).toMatchObject({ side: 'theirs', news: [], dueOn: '2025-09' })
  })
})

describe('what we do about it', () => {
  test('one follow-up is born by one press; done, it asks and does not answer by itself', async () => {
    const { meeting, id } = await given({ words: 'Menata trotoar' })
    const born = await officer.ask(followCommitment, { id })
    expect(born.status).toBe(200)
    const [row] = await listOf(meeting.id)
    expect(row?.['task']).toMatchObject({ subject: id, what: 'Menata trotoar', origin: 'promised' })
    const taken = await officer.ask(followCommitment, { id, owner: 'Camat' })
    expect([taken.status, taken.body.details.changes[0].field]).toEqual([409, 'task'])
    const { id: handed } = (await officer.ask(changeTask, { id: born.body.id, rev: 1, owner: 'Camat' })).body
    await officer.ask(endTask, { id: handed, rev: 1, outcome: 'done', note: 'Selesai ditata' })
    const [after] = await listOf(meeting.id)
    expect(after?.['task']).toMatchObject({ outcome: 'done', note: 'Selesai ditata', owner: 'Camat' })
    expect(after?.['news']).toEqual([])
  })

  test('its noting is not undone under what follows from it; that first, then the noting', async () => {
    const { id } = await aMeeting()
    const [noted, followed] = [newId(), newId()]
    const commitment = (await add(id, { act: noted })).body.id
    await officer.ask(followCommitment, { act: followed, id: commitment })
    expect((await officer.ask(undoAct, { id: noted })).status).toBe(409)
    expect((await officer.ask(undoAct, { id: followed })).status).toBe(200)
    expect((await officer.ask(undoAct, { id: noted })).status).toBe(200)
    expect(await listOf(id)).toEqual([])
  })

  test('what is open of it is carried to the next meeting of the series, and is ended there', async () => {
    const { meeting, id } = await given({ words: 'Dibawa terus' })
    await officer.ask(followCommitment, { id })
    const series = { id: meeting.id, rev: 1, name: `Rapat berkala ${newId()}`, cadence: 'triwulanan' }
    expect((await officer.ask(beginSeries, series)).status).toBe(200)
    const next = await officer.ask(planNext, { id: meeting.id, occurredOn: '2027-01-20', about: `Lanjutan ${newId()}` })
    expect(next.status, JSON.stringify(next.body)).toBe(200)
    const { carried } = (await officer.ask(readPlan, { id: next.body.id })).body
    expect(carried).toMatchObject([{ from: { id: meeting.id }, task: { subject: id, what: 'Dibawa terus' } }])
    const { task } = carried[0]
    await officer.ask(endTask, { id: task.id, rev: task.rev, outcome: 'done', note: 'Sudah' })
    expect((await listOf(meeting.id))[0]).toMatchObject({ task: { outcome: 'done' }, news: [] })
  })

  test('voided with a reason: what is open is dropped, the world sees it no more, and undo brings all back', async () => {
    const { meeting, id } = await given({ words: 'Janji keliru' })
    await officer.ask(followCommitment, { id })
    await officer.ask(publishActivity, { id: meeting.id })
    await officer.ask(publishCommitment, { id })
    expect((await officer.ask(voidCommitment, { id, rev: 1, reason: ' ' })).status).toBe(422)
    const act = newId()
    expect((await officer.ask(voidCommitment, { act, id, rev: 1, reason: 'Salah dengar' })).status).toBe(200)
    const [row] = await listOf(meeting.id)
    expect(row).toMatchObject({ voided: { reason: 'Salah dengar' }, task: { outcome: 'dropped' } })
    expect(await page(meeting.slug)).not.toContain('Janji keliru')
    expect((await officer.ask(sayNews, { id, rev: 2, state: 'running' })).status).toBe(409)
    expect((await officer.ask(publishCommitment, { id })).body.details.missing).toEqual(['stands'])
    await officer.ask(undoAct, { id: act })
    expect(await page(meeting.slug)).toContain('Janji keliru')
    expect((await listOf(meeting.id))[0]?.['task']).not.toHaveProperty('endedOn')
  })

  test('its acts stand in the history of its meeting and of its relation', async () => {
    const { meeting, id } = await given()
    await officer.ask(sayNews, { id, rev: 1, state: 'running' })
    for (const subject of [meeting.id, relation.id]) {
      const { rows } = (await officer.ask(readHistory, { subject })).body
      expect(rows.map(({ verb }: { verb: string }) => verb)).toContain('agenda.sayCommitmentNews')
    }
  })
})
