import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import {
  mendCommitment,
  publishActivity,
  publishCommitment,
  sayNews,
  voidActivity,
  voidCommitment,
  withdrawActivity,
  withdrawCommitment,
} from '../src/slices/agenda/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { publishRelation } from '../src/slices/relations/contract.ts'
import { openMeetings, type Meetings } from './commitment-meetings.ts'
import type { Asker, World } from './world.ts'

let world: World
let officer: Asker
let relation: Meetings['relation']
let listOf: Meetings['listOf']
let add: Meetings['add']
let given: Meetings['given']
let page: Meetings['page']

beforeAll(async () => {
  ;({ world, officer, relation, listOf, add, given, page } = await openMeetings())
})
afterAll(async () => await world.close())

describe('what the world sees', () => {
  test('is chosen one by one: words, who gave them in which office, where and when, standing, source', async () => {
    const { meeting, id } = await given({ words: 'Yang terbit', dueOn: '2031-01', told: 'Seorang warga' })
    await add(meeting.id, { words: 'Yang tetap di dalam' })
    const early = await officer.ask(publishCommitment, { id })
    expect([early.status, early.body.details.missing]).toEqual([409, ['activity']])
    await officer.ask(publishActivity, { id: meeting.id })
    expect(await page(meeting.slug)).not.toContain('id="komitmen"')
    await officer.ask(sayNews, { id, rev: 1, state: 'running', note: 'Bukti rahasia', saidOn: '2025-08-05' })
    expect((await officer.ask(publishCommitment, { id })).status).toBe(200)
    const said = { id: 'berjalan', en: 'under way', ja: '進行中', ko: '진행 중' }
    for (const [language, standing] of Object.entries(said)) {
      const text = await page(meeting.slug, language)
      const shown = text.slice(text.indexOf('id="komitmen"'))
      for (const part of ['Yang terbit', standing, 'Tri Adhianto']) expect(shown, language).toContain(part)
      expect(text).not.toMatch(/Yang tetap di dalam|Bukti rahasia|Seorang warga|2031/)
    }
    const record = (await world.page(`/id/kerja-sama/${relation.slug}`)).text
    expect(record).toContain('Yang terbit')
    const before = (await world.page(`/id/kegiatan/${meeting.slug}?tanggal=2025-08-03`)).text
    expect(before).toContain('belum ada kabar')
  })

  test('the page seen before is the page seen after', async () => {
    const { meeting, id } = await given({ words: 'Dilihat dulu' })
    const look = async (key: string, of: string) =>
      await world.app.request(`/kerja/pratinjau/ja/kegiatan/${meeting.slug}/komitmen/${of}`, {
        headers: { cookie: (await world.as(key)).cookie },
      })
    expect((await look('petugas-kota-bekasi', id)).status).toBe(409)
    await officer.ask(publishActivity, { id: meeting.id })
    const seen = await look('petugas-kota-bekasi', id)
    expect([seen.status, (await seen.text()).includes('Dilihat dulu')]).toEqual([200, true])
    expect(await page(meeting.slug, 'ja')).not.toContain('Dilihat dulu')
    expect((await look('petugas-kota-bekasi', 'bukan-id')).status).toBe(404)
    expect((await look('petugas-kab-bekasi', id)).status).toBe(404)
    expect((await look('dinas', id)).status).toBe(403)
  })

  test('a name that was only typed is nobody’s office: it stays inside', async () => {
    const { meeting, id } = await given({ official: undefined, speaker: 'Seseorang' })
    await officer.ask(publishActivity, { id: meeting.id })
    expect((await officer.ask(publishCommitment, { id })).body.details.missing).toEqual(['office'])
  })

  test('what changes later waits for the next publication, and that is said inside', async () => {
    const { meeting, id } = await given({ words: 'Kata lama' })
    await officer.ask(publishActivity, { id: meeting.id })
    await officer.ask(publishCommitment, { id })
    const behind = async () => (await listOf(meeting.id))[0]?.['publication'].isBehind
    expect(await behind()).toBe(false)
    await officer.ask(mendCommitment, { id, rev: 1, words: 'Kata baru' })
    expect([await behind(), (await page(meeting.slug)).includes('Kata lama')]).toEqual([true, true])
    await officer.ask(publishCommitment, { id })
    expect([await behind(), (await page(meeting.slug)).includes('Kata baru')]).toEqual([false, true])
  })

  test('taken back, the day it was stays; undone it is back; an undo that would show what was voided is refused', async () => {
    const { meeting, id } = await given({ words: 'Ditarik lagi' })
    await officer.ask(publishActivity, { id: meeting.id })
    await officer.ask(publishCommitment, { id })
    const act = newId()
    expect((await officer.ask(withdrawCommitment, { act, id })).status).toBe(200)
    expect((await officer.ask(withdrawCommitment, { id })).status).toBe(200)
    const text = await page(meeting.slug)
    expect(text).toContain('Satu komitmen yang pernah tampil di sini ditarik')
    expect(text).not.toContain('Ditarik lagi')
    expect((await listOf(meeting.id))[0]?.['publication']).toMatchObject({ withdrawnOn: expect.stringMatching(/^20/) })
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect(await page(meeting.slug)).toContain('Ditarik lagi')
    const again = newId()
    await officer.ask(withdrawCommitment, { act: again, id })
    await officer.ask(voidCommitment, { id, rev: 1, reason: 'Salah dengar' })
    expect((await officer.ask(undoAct, { id: again })).status).toBe(409)
  })

  test.each([
    ['withdrawn', withdrawActivity, {}],
    ['voided', voidActivity, { rev: 1, reason: 'Tercatat dua kali' }],
  ] as const)('leaves with its meeting when that is %s, and comes back with its undo', async (_, endpoint, input) => {
    const words = `Ikut pergi ${newId()}`
    const { meeting, id } = await given({ words })
    await officer.ask(publishActivity, { id: meeting.id })
    await officer.ask(publishCommitment, { id })
    const own = newId()
    expect((await officer.ask(endpoint, { act: own, id: meeting.id, ...input })).status).toBe(200)
    expect((await world.page(`/id/kegiatan/${meeting.slug}`)).status).toBe(410)
    expect((await world.page(`/id/kerja-sama/${relation.slug}`)).text).not.toContain(words)
    expect((await officer.ask(undoAct, { id: own })).status).toBe(200)
    expect(await page(meeting.slug)).toContain(words)
  })

  test('a meeting’s publication is not undone under a commitment that is public', async () => {
    const { meeting, id } = await given()
    const act = newId()
    await officer.ask(publishActivity, { act, id: meeting.id })
    await officer.ask(publishCommitment, { id })
    expect((await officer.ask(undoAct, { id: act })).status).toBe(409)
    await officer.ask(withdrawCommitment, { id })
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
  })

  test('its sheet opens from the relation’s page, and the relation’s own copy does not lag for it', async () => {
    await officer.ask(publishRelation, { id: relation.id })
    const record = (await world.page(`/ja/kerja-sama/${relation.slug}`)).text
    const sheet = /href="([^"]*\/sumber\/komitmen-1-kunjungan-izumisano-2025-07-24)"/.exec(record)?.[1] ?? ''
    expect(sheet).not.toBe('')
    const { status, text } = await world.page(sheet)
    expect(status).toBe(200)
    expect(text).toContain('約束事項')
    expect(text).toContain('#komitmen')
  })
})
