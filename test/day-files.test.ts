import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportMembers, exportOfficials } from '../src/pages/settings/contract.ts'
import { exportTasks, listTasks } from '../src/pages/tasks/contract.ts'
import { rowsOf } from '../src/platform/table-file.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import { addFollowUp } from '../src/slices/followup/contract.ts'
import { exportHistory } from '../src/slices/ledger/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { addPartner } from '../src/slices/partners/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import { exportTexts, recordText } from '../src/slices/relations/contract.ts'
import { pagesOfPdf } from './pdf-words.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'
import type { Asker } from './world.ts'

let stage: RelationStage
let relation: string
let other: string
let meeting: string
let elsewhere: string
const on = '2026-03-02'
const mark = newId().slice(-8)

const ask = async (endpoint: Endpoint, input: Record<string, unknown>, who: Asker = stage.officer) => {
  const answer = await stage.on(on, endpoint, input, who)
  expect(answer.status, `${endpoint.name} ${JSON.stringify(answer.body)}`).toBe(200)
  return answer.body
}
const as = (endpoint: Endpoint, format: string): Endpoint => ({
  ...endpoint,
  path: endpoint.path.replace(/\.csv$/, `.${format}`),
})
const csv = async (endpoint: Endpoint, input = {}, who?: Asker): Promise<string[][]> =>
  await Array.fromAsync(rowsOf(new Blob([await ask(endpoint, input, who)]).stream()))
const book = async (endpoint: Endpoint, input = {}) =>
  (await readXlsx(await ask(as(endpoint, 'xlsx'), input))).sheets[0]?.rows ?? []
const dayOf = (cell: unknown) => (cell as { toISOString(): string }).toISOString().slice(0, 10)
const visit = async (to: string, occurredOn: string, about: string): Promise<string> =>
  (await ask(agenda.recordActivity, { relations: [to], occurredOn, place: 'Pendopo', about })).id

beforeAll(async () => {
  stage = await openRelationStage()
  relation = await stage.begin({ kind: 'foreign_local_government', beganOn: '2024-06' })
  other = await stage.begin({ kind: 'foreign_local_government', beganOn: '2024-06' })
  meeting = await visit(relation, '2026-02-10', `=Rapat ${mark}`)
  elsewhere = await visit(other, '2026-02-11', `Audiensi ${mark}`)
})
afterAll(async () => await stage.world.close())

describe('the gifts register', () => {
  test('leaves with value as a number and the day of the report as a day; what lacks a report by itself', async () => {
    const gift = { id: meeting, direction: 'diterima', what: `=Keris ${mark}`, value: 1_250_000, party: '+Kenari' }
    await ask(agenda.addGift, { ...gift, reportedOn: '2026-02-20' })
    await ask(agenda.addGift, { ...gift, what: `Guci ${mark}`, value: undefined })
    const rows = (await book(agenda.exportGifts)).filter((row) => String(row[3]).includes(mark))
    const [reported] = rows.filter((row) => row[3] === `=Keris ${mark}`)
    expect(rows).toHaveLength(2)
    expect(reported?.[4]).toBe(1_250_000)
    expect([dayOf(reported?.[0]), dayOf(reported?.[8])]).toEqual(['2026-02-10', '2026-02-20'])
    const text = (await csv(agenda.exportGifts, { unreported: 'true' })).filter((row) => row.join().includes(mark))
    expect(text.map((row) => [row[1], row[3], row[5]])).toEqual([[`'=Rapat ${mark}`, `Guci ${mark}`, "'+Kenari"]])
    const page = pagesOfPdf(await ask(as(agenda.exportGifts, 'pdf'), {})).join(' ')
    for (const said of ['Cendera mata', 'Disimpan atau dipakai di mana', `Keris ${mark}`, '1.250.000', 'Kota Bekasi'])
      expect(page).toContain(said)
  })

  test('names people: not for who reads and verifies, nor for a neighbour', async () => {
    expect((await stage.on(on, agenda.exportGifts, {}, await stage.world.as('auditor'))).status).toBe(403)
    const neighbour = await stage.world.as('petugas-kab-bekasi')
    expect((await csv(agenda.exportGifts, {}, neighbour)).filter((row) => row.join().includes(mark))).toEqual([])
  })
})

describe('the agenda', () => {
  test('as it is narrowed: by side, month, words and cooperation', async () => {
    const abouts = async (input: Record<string, unknown>) =>
      (await csv(agenda.exportAgenda, { q: mark, ...input })).map((row) => row[4])
    expect(await abouts({ when: 'past' })).toEqual([`Audiensi ${mark}`, `'=Rapat ${mark}`])
    expect(await abouts({ when: 'past', relation: other })).toEqual([`Audiensi ${mark}`])
    expect(await abouts({ month: '2026-02' })).toHaveLength(2)
    expect(await abouts({ month: '2026-01' })).toEqual([])
    expect(await abouts({ when: 'coming' })).toEqual([])
    expect((await stage.on(on, agenda.exportAgenda, { month: '2026-13' })).status).toBe(422)
  })

  test('in the reader’s language', async () => {
    const [head] = await book(agenda.exportAgenda, { when: 'past', q: mark })
    expect(head).toEqual(['Tanggal', 'Sampai tanggal', 'Jam', 'Jenis', 'Perihal', 'Tempat', 'Kerja sama', 'Rapat berkala', 'Keadaan']) // prettier-ignore
  })

  test('who was there, by organisation and role', async () => {
    await ask(agenda.addParticipant, { id: meeting, side: 'guest', personName: '=Kenari', organisation: 'Kadin', headcount: 3 }) // prettier-ignore
    const rows = await book(agenda.exportAttendance, { id: meeting })
    expect(rows[1]).toEqual(['Tamu', '=Kenari', 'Kadin', '', 3, 'hadir'])
  })
})

describe('commitments', () => {
  test('of the region are found by words, voice and meeting, page by page; a relation’s are its own', async () => {
    for (const [id, words, side] of [
      [meeting, `Mengirim data ${mark}`, 'ours'],
      [meeting, `Menyambut pelajar ${mark}`, 'theirs'],
      [elsewhere, `Membuka loket ${mark}`, 'ours'],
    ] as const)
      await ask(agenda.addCommitment, { id, words, side, speaker: 'Kenari' })
    const found = async (input: Record<string, unknown>): Promise<{ words: string }[]> =>
      (await ask(agenda.listCommitments, input)).rows
    const said = async (input: Record<string, unknown>) =>
      (await found({ q: mark, ...input })).map(({ words }) => words.split(' ')[1])
    expect(await said({})).toEqual(['loket', 'data', 'pelajar'])
    expect(await said({ side: 'ours' })).toEqual(['loket', 'data'])
    expect(await said({ relation })).toEqual(['data', 'pelajar'])
    expect(await said({ q: `${mark} audiensi` })).toEqual(['loket'])
    const first = await ask(agenda.listCommitments, { q: mark, limit: 2 })
    expect(first.rows).toHaveLength(2)
    expect((await ask(agenda.listCommitments, { q: mark, limit: 2, after: first.next })).rows).toHaveLength(1)
    expect((await stage.on(on, agenda.listCommitments, { after: newId() })).status).toBe(404)
    expect((await stage.on(on, agenda.listCommitments, { activity: meeting, relation })).status).toBe(422)
    const neighbour = await stage.world.as('petugas-kab-bekasi')
    expect((await stage.on(on, agenda.listCommitments, { q: mark }, neighbour)).body.rows).toEqual([])
  })

  test('leave as a file; the partner’s are quoted, not graded', async () => {
    const rows = await csv(agenda.exportCommitments, { relation, q: mark })
    expect(rows.map((row) => [row[2], row[3], row[7]])).toEqual([
      ['komitmen kita', `Mengirim data ${mark}`, 'belum ada kabar'],
      ['komitmen mitra', `Menyambut pelajar ${mark}`, 'dikutip, tidak dinilai'],
    ])
    expect(await csv(agenda.exportCommitments, { activity: elsewhere })).toHaveLength(1)
  })
})

describe('follow-up', () => {
  test('of a cooperation: its own, its meetings’, its commitments’ and its letters’, and nobody else’s', async () => {
    const what = (n: number) => `=Tugas ${n} ${mark}`
    const [unit] = (await ask(listUnits, {})).rows
    await ask(addFollowUp, { subject: relation, what: what(1), dueOn: '2026-04-01' })
    await ask(addFollowUp, { subject: meeting, what: what(2), unit: unit.id })
    const [promise] = (await ask(agenda.listCommitments, { relation, side: 'ours' })).rows
    await ask(agenda.followCommitment, { id: promise.id, what: what(3) })
    await ask(addFollowUp, { subject: elsewhere, what: what(4) })
    const rows: { what: string }[] = (await ask(listTasks, { relation, q: mark })).rows
    expect(rows.map((row) => row.what).sort()).toEqual([what(1), what(2), what(3)])
    const file = (await csv(exportTasks, { relation, q: mark })).map((row) => row[0])
    expect(file.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))).toEqual(
      [what(1), what(2), what(3)].map((text) => `'${text}`),
    )
    expect((await stage.on(on, exportTasks, { relation: newId() })).status).toBe(404)
  })

  test('an agency takes its own only', async () => {
    const dinas = await stage.world.as('dinas')
    const { rows } = await ask(listTasks, { limit: 100 }, dinas)
    const file = await csv(exportTasks, {}, dinas)
    expect(file.map((row) => row[0]?.replace(/^'/, ''))).toEqual(rows.map((row: { what: string }) => row.what))
    expect(file.filter((row) => row[0]?.includes('Tugas 4'))).toEqual([])
  })
})

describe('letters', () => {
  test('in, the register and matters; a mission’s is marked closed, and no agency may take any of them', async () => {
    const { id: embassy } = await ask(addPartner, { kind: 'embassy', name: `Kedutaan ${mark}`, country: 'JP' })
    const entry = { direction: 'in', passedOn: '2026-02-12', channel: 'post', relations: [relation] }
    await ask(letters.registerMail, { ...entry, kind: 'lain', correspondent: '=Kantor', subject: `=Data ${mark}` })
    const closed = { ...entry, kind: 'kedutaan', partner: embassy, subject: `Nota ${mark}` }
    const { id: note } = await ask(letters.registerMail, closed)
    const { id: thread } = await ask(letters.openThread, { title: `Utas ${mark}`, partner: embassy, letters: [note] })
    const mail = await csv(letters.exportMail, { direction: 'in', relation })
    expect(mail.map((row) => [row[2], row[3], row[8]]).toSorted(([a = ''], [b = '']) => a.localeCompare(b))).toEqual([
      [`'=Data ${mark}`, "'=Kantor", 'Biasa'],
      [`Nota ${mark}`, `Kedutaan ${mark}`, 'Perwakilan diplomatik: tertutup'],
    ])
    expect(await csv(letters.exportMail, { direction: 'in', relation: other })).toEqual([])
    const register = await csv(letters.exportRegisterBook, { book: 'in', year: 2026 })
    const numbers = register.map((row) => Number.parseInt(row[0] ?? '', 10))
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    const [matter] = (await csv(letters.exportThreads, { q: mark })).filter((row) => row[0] === `Utas ${mark}`)
    expect(matter?.at(-1)).toBe('Perwakilan diplomatik: tertutup')
    expect((await csv(letters.exportThread, { id: thread }))[0]?.[3]).toBe(`Nota ${mark}`)
    const takers = [await stage.world.as('dinas'), await stage.world.as('petugas-kab-bekasi')] as const
    expect((await stage.on(on, letters.exportThread, { id: thread }, takers[0])).status).toBe(403)
    expect((await stage.on(on, letters.exportThread, { id: thread }, takers[1])).status).toBe(404)
    expect((await stage.on(on, letters.exportThreads, { q: mark }, takers[0])).status).toBe(403)
    // Follow-ups of such a letter name it by its number in the register only, also in a file.
    await ask(addFollowUp, { subject: note, what: `Jawab ${mark}` })
    const [task] = (await csv(exportTasks, { q: `Jawab ${mark}` })).map((row) => row[1])
    expect(task).toMatch(/^Surat \d+\/2026$/)
  })
})

describe('a list that is longer than its page', () => {
  // What has to differ between two rows beside the id.
  const unlike: Record<string, string> = { 'letters.mail': 'note', 'agenda.series': 'name' }
  /** Copies a record so often, with another id each, as an import would. */
  const copied = async (table: string, id: string, over: Record<string, unknown> = {}) => {
    const { owner } = stage.world
    await owner`alter table ${owner(table)} disable trigger user`
    await owner`insert into ${owner(table)} select (jsonb_populate_record(m, ${owner.json(over as never)}::jsonb
      || jsonb_build_object('id', gen_random_uuid(), ${unlike[table] ?? 'slug'}::text, 'salinan-' || left(${id}, 8) || right(${id}, 8) || n))).*
      from ${owner(table)} m, generate_series(1, 310) n where m.id = ${id}`
    await owner`alter table ${owner(table)} enable trigger user`
  }

  test('leaves whole: a matter of 311 letters, whose page shows the newest 200 and says so', async () => {
    const entry = { direction: 'in', kind: 'lain', channel: 'post', correspondent: 'Kantor', relations: [relation] }
    const { id: mail } = await ask(letters.registerMail, { ...entry, passedOn: '2026-02-13', subject: `Awal ${mark}` })
    const { id } = await ask(letters.openThread, { title: `Panjang ${mark}`, correspondent: 'Kantor', letters: [mail] })
    expect((await ask(letters.readThread, { id })).more).toBe(false)
    await copied('letters.mail', mail, { passed_on: '2026-02-14', subject: 'Lanjutan' })
    expect(await csv(letters.exportThread, { id })).toHaveLength(311)
    const { rows, more, letters: all } = await ask(letters.readThread, { id })
    expect([rows.length, more, all]).toEqual([200, true, 311])
    expect(rows.map((row: { subject: string }) => row.subject)).not.toContain(`Awal ${mark}`)
  })

  test('leaves whole: a month of 311 meetings', async () => {
    const { id } = await ask(agenda.recordActivity, { relations: [relation], occurredOn: '2024-05-06', place: 'Aula', about: `Banyak ${mark}` }) // prettier-ignore
    await copied('agenda.activities', id)
    expect(await csv(agenda.exportAgenda, { month: '2024-05', q: `Banyak ${mark}` })).toHaveLength(311)
    // On screen it says how many it does not show; of another month none.
    const { rows, more } = await ask(agenda.listMonth, { month: '2024-05', q: `Banyak ${mark}` })
    expect([rows.length, more]).toEqual([300, 11])
    expect((await ask(agenda.listMonth, { month: '2024-04', q: `Banyak ${mark}` })).more).toBe(0)
  })

  test('says on screen how many of 311 series it does not show', async () => {
    const { rev } = await ask(agenda.readPlan, { id: meeting })
    const { series } = await ask(agenda.beginSeries, { id: meeting, rev, name: `Rangkaian ${mark}` })
    const before = await ask(agenda.listSeries, {})
    expect(before.more).toBe(0)
    await copied('agenda.series', series)
    const { rows, more } = await ask(agenda.listSeries, {})
    expect([rows.length, more]).toEqual([200, before.rows.length + 110])
  })
})

test('letters and officials leave by officers and the head of region; who verifies and an agency read them here only', async () => {
  const [auditor, dinas, head, admin] = await Promise.all(
    ['auditor', 'dinas', 'wali-kota', 'admin'].map((key) => stage.world.as(key)),
  )
  const { id: mail } = await ask(letters.registerMail, { direction: 'in', kind: 'lain', channel: 'post', correspondent: 'Kantor', relations: [relation], passedOn: '2026-02-13', subject: mark }) // prettier-ignore
  const { id } = await ask(letters.openThread, { title: `Berkas ${mark}`, correspondent: 'Kantor', letters: [mail] })
  for (const [endpoint, input] of [
    [letters.exportMail, { direction: 'in' }],
    [letters.exportRegisterBook, { book: 'in', year: 2026 }],
    [letters.exportThreads, { status: 'all' }],
    [letters.exportThread, { id }],
    [exportOfficials, {}],
  ] as const) {
    const answers = [auditor, dinas, head].map(async (who) => (await stage.on(on, endpoint, input, who)).status)
    expect(await Promise.all(answers), endpoint.name).toEqual([403, 403, 200])
  }
  expect((await stage.on(on, letters.listMail, { direction: 'in' }, auditor)).status).toBe(200)
  expect((await stage.on(on, exportOfficials, {}, admin)).status).toBe(200)
  expect((await stage.on(on, exportMembers, {}, auditor)).status).toBe(403)
})

test('the texts of a cooperation leave without who signed them', async () => {
  const signatories = [{ side: 'partner', name: `Rajawali ${mark}` }]
  await ask(recordText, { id: relation, kind: 'mou', title: `Nota ${mark}`, signatories })
  const file = (await csv(exportTexts, { id: relation })).join()
  expect(file).toContain(`Nota ${mark}`)
  expect(file).not.toContain('Rajawali')
})

test('a history leaves with who did what when; whoever verifies reads it here only', async () => {
  const rows = await csv(exportHistory, { subject: meeting })
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.every((row) => /^\d{4}-\d{2}-\d{2}$/.test(row[0] ?? '') && row[4] !== '')).toBe(true)
  expect((await stage.on(on, exportHistory, { subject: meeting }, await stage.world.as('auditor'))).status).toBe(403)
  expect((await stage.on(on, exportHistory, { subject: newId() })).status).toBe(404)
})
