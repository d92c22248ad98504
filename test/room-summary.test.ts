import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import { aToken, post } from './room-world.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker
beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

async function aMeeting() {
  const about = `Rapat ${newId()}`
  const asked = {
    who: 'Pihak tamu',
    occurredOn: '2025-09-01',
    place: 'Balai kota',
    about,
    points: ['Air bersih', 'Jalan kawasan'],
    sure: ['who', 'occurredOn'],
  }
  const { id, slug } = (await officer.ask(agenda.recordActivity, asked)).body
  await officer.ask(agenda.addTask, { id, what: 'Menyusun jadwal', owner: 'Kepala bidang' })
  return { id, slug } as { id: string; slug: string }
}

type Blocks = { kind: string; point?: string; text: string }[]
const read = async (id: string) => (await officer.ask(agenda.readSummary, { id })).body
const written = (blocks: Blocks, texts: Record<string, string>) =>
  blocks.map((block, at) => ({ ...block, text: texts[block.kind] ?? texts[at] ?? block.text }))

async function aSummary() {
  const met = await aMeeting()
  const { blocks } = await read(met.id)
  const said = written(blocks, { pembuka: 'Dibuka oleh tuan rumah.', 1: 'Air dibahas.', keputusan: 'Bertemu lagi.' })
  const saved = await officer.ask(agenda.saveSummary, { id: met.id, rev: 0, blocks: said })
  expect(saved.status).toBe(200)
  return { ...met, summary: saved.body.id as string, blocks: said }
}

async function aLink({ summary, language = 'ja' }: { summary: string; language?: string }) {
  const { token, hash } = aToken()
  const shared = await officer.ask(agenda.shareSummary, { id: summary, hash, party: 'Mitra', language })
  expect(shared.status).toBe(200)
  return `/${language}/t/${token}`
}

const versionOn = (text: string) => /name="versi" value="(\d+)"/.exec(text)?.[1] ?? ''

describe('writing', () => {
  test('begins with opening, points and decisions, draws what follows from the record, and keeps every version', async () => {
    const met = await aMeeting()
    const empty = await read(met.id)
    expect(empty.blocks.map(({ kind }: { kind: string }) => kind)).toEqual(['pembuka', 'pokok', 'pokok', 'keputusan'])
    expect([empty.rev, empty.tasks[0].what, empty.state]).toEqual([0, 'Menyusun jadwal', 'draf'])
    const first = await officer.ask(agenda.saveSummary, {
      id: met.id,
      rev: 0,
      blocks: written(empty.blocks, { pembuka: 'Satu' }),
    })
    const act = newId()
    const second = await officer.ask(agenda.saveSummary, {
      act,
      id: met.id,
      rev: 1,
      blocks: written(empty.blocks, { pembuka: 'Dua' }),
    })
    expect([first.body.version, second.body]).toEqual([1, { id: first.body.id, rev: 2, version: 2 }])
    const { versions } = await read(met.id)
    expect(versions.map(({ number }: { number: number }) => number)).toEqual([2, 1])
    const old = (await officer.ask(agenda.readSummaryVersion, { id: versions[1].id })).body
    expect([old.blocks[0].text, old.drawn.tasks]).toEqual([
      'Satu',
      [{ what: 'Menyusun jadwal', owner: 'Kepala bidang' }],
    ])
    expect(versions[0].savedBy).toBeTypeOf('string')
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect((await read(met.id)).blocks[0].text).toBe('Satu')
  })

  test('two people at one summary: the second is told, and both texts stay in the history', async () => {
    const { id, blocks } = await aSummary()
    const theirs = written(blocks, { pembuka: 'Dibuka oleh wali kota.' })
    const mine = written(blocks, { keputusan: 'Bertemu bulan depan.' })
    expect((await officer.ask(agenda.saveSummary, { id, rev: 1, blocks: theirs })).status).toBe(200)
    const late = await officer.ask(agenda.saveSummary, { id, rev: 1, blocks: mine })
    expect([late.status, late.body.code, late.body.details.changes.length > 0]).toEqual([409, 'stale', true])
    const merged = written(theirs, { keputusan: 'Bertemu bulan depan.' })
    expect((await officer.ask(agenda.saveSummary, { id, rev: 2, blocks: merged, aside: mine })).status).toBe(200)
    const { versions, ...now } = await read(id)
    expect(now.blocks.map(({ text }: { text: string }) => text)).toEqual([
      'Dibuka oleh wali kota.',
      'Air dibahas.',
      '',
      'Bertemu bulan depan.',
    ])
    expect(
      versions.map(({ kind, number }: { kind: string; number: number }) => `${kind} ${number}`).toSorted(),
    ).toEqual(['aside 3', 'saved 1', 'saved 2', 'saved 3'])
  })

  test('a block of another meeting, one block twice and a point without its block are refused', async () => {
    const [one, other] = [await aMeeting(), await aMeeting()]
    const { blocks } = await read(other.id)
    expect((await officer.ask(agenda.saveSummary, { id: one.id, rev: 0, blocks })).body.details.fields).toEqual([
      { path: 'blocks', fault: 'not_listed' },
    ])
    const twice = [
      { kind: 'pembuka', text: 'a' },
      { kind: 'pembuka', text: 'b' },
    ]
    expect((await officer.ask(agenda.saveSummary, { id: one.id, rev: 0, blocks: twice })).status).toBe(422)
    expect(
      (await officer.ask(agenda.saveSummary, { id: one.id, rev: 0, blocks: [{ kind: 'pokok', text: 'a' }] })).status,
    ).toBe(422)
    expect((await officer.ask(agenda.readSummary, { id: newId() })).status).toBe(404)
  })
})

describe('agreeing', () => {
  test('a partner reads it in her language and says that it is right', async () => {
    const { id, summary } = await aSummary()
    const author = { author: 'Penerjemah kota', lang: 'ja' }
    const blocks = [{ kind: 'pembuka', text: '開会。' }]
    expect((await officer.ask(agenda.translateSummary, { id: summary, rev: 0, ...author, blocks })).status).toBe(200)
    expect((await officer.ask(agenda.translateSummary, { id: summary, rev: 0, ...author, blocks })).status).toBe(409)
    expect(
      (await officer.ask(agenda.translateSummary, { id: summary, rev: 0, ...author, lang: 'id', blocks })).status,
    ).toBe(422)
    const path = await aLink({ summary })
    expect((await read(id)).state).toBe('dibagikan')
    const page = (await world.page(path)).text
    for (const said of [
      '会議の議事録',
      '原文はインドネシア語です',
      'Dibuka oleh tuan rumah.',
      '開会。',
      'Penerjemah kota',
    ]) {
      expect(page).toContain(said)
    }
    // What follows shows where it was chosen for this link only.
    expect(page).not.toContain('Menyusun jadwal')
    const lembar = newId()
    const form = { lembar, versi: versionOn(page), nama: 'Mitra Uji', jabatan: 'Sekretaris', jawaban: 'sesuai' }
    const answered = await post(world, path, form)
    expect([answered.status, answered.go]).toEqual([303, `${path}?hasil=sesuai`])
    expect((await post(world, path, form)).go).toBe(answered.go)
    const now = await read(id)
    expect([now.state, now.agreed.by, now.agreed.how, now.agreed.version, now.answers.length]).toEqual([
      'disepakati',
      'Mitra Uji',
      'tautan',
      1,
      1,
    ])
    expect((await world.page(answered.go)).text).toContain('合意しました')
  })

  test('a correction comes per block; nothing typed is lost when something is wrong or changed meanwhile', async () => {
    const { id, summary, blocks } = await aSummary()
    const path = await aLink({ summary, language: 'en' })
    const versi = versionOn((await world.page(path)).text)
    const typed = { 'koreksi-keputusan': 'Bukan bulan ini.', versi, jawaban: 'koreksi' }
    const unnamed = await post(world, path, typed)
    expect([unnamed.status, unnamed.text.includes('Bukan bulan ini.')]).toEqual([422, true])
    expect((await post(world, path, { nama: 'Mitra', versi, jawaban: 'koreksi' })).status).toBe(422)
    const identity = await post(world, path, { ...typed, nama: 'Mitra', 'koreksi-keputusan': '3275-0112-3456-7890' })
    expect([identity.status, identity.text.includes('take them out')]).toEqual([422, true])
    expect((await post(world, path, { ...typed, nama: 'Mitra', jawaban: 'sesuai' })).status).toBe(422)
    await officer.ask(agenda.saveSummary, { id, rev: 2, blocks: written(blocks, { keputusan: 'Lain.' }) })
    const changed = await post(world, path, { ...typed, nama: 'Mitra' })
    expect([changed.status, changed.text.includes('Bukan bulan ini.'), changed.text.includes('has changed')]).toEqual([
      409,
      true,
      true,
    ])
    const sent = await post(world, path, { ...typed, nama: 'Mitra', versi: versionOn(changed.text) })
    expect(sent.go).toBe(`${path}?hasil=koreksi`)
    const now = await read(id)
    expect([now.state, now.answers[0].corrections]).toEqual([
      'dikoreksi',
      [{ block: 'keputusan', text: 'Bukan bulan ini.' }],
    ])
    const settled = { id: now.answers[0].id, rev: 1 }
    expect((await officer.ask(agenda.settleCorrection, settled)).status).toBe(200)
    expect((await officer.ask(agenda.settleCorrection, settled)).status).toBe(409)
    await officer.ask(agenda.saveSummary, {
      id,
      rev: now.rev,
      blocks: written(blocks, { keputusan: 'Bukan bulan ini.' }),
    })
    expect((await read(id)).state).toBe('dibagikan')
  })

  test('agreed by letter; a later change asks for the reason, and the agreed version stays', async () => {
    const { id, summary, blocks } = await aSummary()
    const by = { id: summary, rev: 1, on: '2025-09-03', how: 'surat', reference: '120/7' }
    const tomorrow = await officer.ask(agenda.agreeSummary, { ...by, on: '2150-01-01' })
    expect(tomorrow.body.details.fields).toEqual([{ path: 'on', fault: 'wrong_order' }])
    expect((await officer.ask(agenda.agreeSummary, by)).body.rev).toBe(2)
    expect((await officer.ask(agenda.agreeSummary, by)).status).toBe(409)
    const change = { id, rev: 2, blocks: written(blocks, { keputusan: 'Bertemu tahun depan.' }) }
    const asked = await officer.ask(agenda.saveSummary, change)
    expect(asked.body.details.fields).toEqual([{ path: 'reason', fault: 'required' }])
    expect((await officer.ask(agenda.amendSummary, { ...change, reason: 'Tanggal keliru' })).status).toBe(200)
    const now = await read(id)
    expect([now.state, now.agreed.version, now.agreed.reference, now.version]).toEqual(['dibagikan', 1, '120/7', 2])
    const agreed = now.versions.find(({ number }: { number: number }) => number === now.agreed.version)
    expect((await officer.ask(agenda.readSummaryVersion, { id: agreed.id })).body.blocks[3].text).toBe('Bertemu lagi.')
    expect(now.versions[0]).toMatchObject({ kind: 'amended', reason: 'Tanggal keliru' })
    const again = await officer.ask(agenda.amendSummary, { ...change, rev: 3, reason: 'Lagi' })
    expect(again.body.details.fields).toEqual([{ path: 'reason', fault: 'wrong' }])
  })

  test('another region finds nothing, and a link ends when it is revoked', async () => {
    const { id, summary } = await aSummary()
    const stranger = await world.as('petugas-kab-bekasi')
    expect((await stranger.ask(agenda.readSummary, { id })).status).toBe(404)
    const { hash } = aToken()
    expect((await stranger.ask(agenda.shareSummary, { id: summary, hash, party: 'X', language: 'id' })).status).toBe(
      404,
    )
  })
})

describe('for the world', () => {
  test('a summary is public only when it is chosen, with the points that are public, and may be taken off', async () => {
    const { id, slug, summary, blocks } = await aSummary()
    const [relation] = (await officer.ask(agenda.proposeRelations, { words: 'Izumisano' })).body.rows
    await officer.ask(agenda.linkRelation, { id, relation: relation.id })
    await officer.ask(agenda.publishActivity, { id })
    const shown = async () => (await world.page(`/id/kegiatan/${slug}`)).text
    expect(await shown()).not.toContain('Dibuka oleh tuan rumah.')
    await officer.ask(agenda.publishActivity, { id, summary, points: [] })
    expect([(await shown()).includes('Dibuka oleh tuan rumah.'), (await shown()).includes('Air dibahas.')]).toEqual([
      true,
      false,
    ])
    await officer.ask(agenda.publishActivity, { id, points: [blocks[1]?.point] })
    const text = await shown()
    expect([text.includes('Air dibahas.'), text.includes('Menyusun jadwal')]).toEqual([true, false])
    await officer.ask(agenda.publishActivity, { id, summary: null })
    expect(await shown()).not.toContain('Dibuka oleh tuan rumah.')
  })
})
