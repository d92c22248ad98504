import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { listUnanswered } from '../src/slices/letters/queries.ts'
import { addPartner } from '../src/slices/partners/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type Answer, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let neighbour: Asker
let tenant: string
let relation: string
let unit: string

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  neighbour = await world.as('petugas-kab-bekasi')
  tenant = await tenantOf(world, 'kota-bekasi')
  relation = (await petugas.ask(listRelations, { q: 'izumisano' })).body.rows[0].id
  unit = (await petugas.ask(listUnits, {})).body.rows[0].id
})
afterAll(async () => await world.close())

const day = '2025-03-10'
const entry = (change: Record<string, unknown> = {}) => ({
  direction: 'in',
  kind: 'lain',
  correspondent: 'Kantor penguji',
  passedOn: day,
  channel: 'post',
  subject: `Perihal ${newId()}`,
  ...change,
})
const register = async (change: Record<string, unknown> = {}) => await petugas.ask(letters.registerMail, entry(change))
const registered = async (change: Record<string, unknown> = {}) => {
  const { status, body } = await register(change)
  expect([status, body]).toEqual([200, expect.objectContaining({ rev: 1 })])
  return body as { id: string; rev: number; register: string; year: number }
}
const read = async (id: string) => (await petugas.ask(letters.readMail, { id })).body
const faultsOf = ({ status, body }: Answer) => [status, ...(body.details?.fields ?? []).map((field: { path: string; fault: string }) => `${field.path} ${field.fault}`)] // prettier-ignore
const list = async (input: Record<string, unknown>) => (await petugas.ask(letters.listMail, input)).body
const numbersOf = async (year: number, book = 'in') =>
  (await world.owner<{ number: number; suffix: string; cancelled: boolean }[]>`
    select number, suffix, cancelled_on is not null as cancelled from letters.register
    where tenant = ${tenant} and book = ${book} and year = ${year} order by number, suffix`).map((row) => ({ ...row })) // prettier-ignore

describe('a letter that comes in', () => {
  test('is registered with what is known of it, and found by number, writer and subject', async () => {
    const number = `005/${newId().slice(-6)}/UJI`
    const { id } = await registered({
      number,
      datedOn: '2025-03-01',
      subject: 'Permohonan data kawasan',
      language: 'ja',
      nature: 'segera',
      security: 'terbatas',
      seenAt: 'Lemari 2',
      wantsAnswer: true,
      answerBy: '2025-03-24',
      relations: [relation],
    })
    const mail = await read(id)
    expect(mail).toMatchObject({ number, language: 'ja', nature: 'segera', security: 'terbatas', seenAt: 'Lemari 2', state: 'unanswered', answerBy: '2025-03-24', relations: [{ id: relation }] }) // prettier-ignore
    for (const q of [number, 'data kawasan', 'kantor penguji permohonan']) {
      expect((await list({ direction: 'in', q })).rows.map((row: { id: string }) => row.id)).toContain(id)
    }
    expect((await list({ direction: 'in', relation })).rows.map((row: { id: string }) => row.id)).toEqual([id])
    expect((await list({ direction: 'in', q: number, filter: 'unanswered' })).total).toBe(1)
    expect((await list({ direction: 'in', q: number, year: 2024 })).total).toBe(0)
    expect((await petugas.ask(readHistory, { subject: id })).body.rows[0].verb).toBe('letters.registerMail')
  })

  test('comes by phone as a state with who spoke; an answer date is asked of nobody and assumed by nobody', async () => {
    expect(faultsOf(await register({ channel: 'phone' }))).toEqual([422, 'spoke required'])
    const { id } = await registered({ channel: 'phone', spoke: 'Staf penguji', wantsAnswer: true })
    expect(await read(id)).toMatchObject({ channel: 'phone', spoke: 'Staf penguji', answerBy: null })
  })

  test('is refused with every fault at once, and asked again where it can be meant', async () => {
    const bad = { correspondent: '', passedOn: '2025-02-30', answerBy: '2025-01-01' }
    expect(faultsOf(await register(bad))).toEqual([422, 'passedOn not_a_date'])
    expect(faultsOf(await register({ correspondent: '', datedOn: '2025-03-11' }))).toEqual([422, 'correspondent required', 'passedOn wrong_order']) // prettier-ignore
    expect(faultsOf(await register({ passedOn: '2099-01-01' }))).toEqual([422, 'passedOn doubtful'])
    expect(faultsOf(await register({ subject: 'a\u202eb' }))).toEqual([422, 'subject direction_override'])
    expect(faultsOf(await register({ subject: '' }))).toEqual([422, 'subject required'])
  })

  test('with a number that was entered before is asked again; ours is taken', async () => {
    const number = `7/${newId().slice(-6)}`
    await registered({ number })
    expect(faultsOf(await register({ number: number.toLowerCase() }))).toEqual([422, 'number doubtful'])
    expect((await register({ number, sure: ['number'] })).status).toBe(200)
    expect((await register({ number, correspondent: 'Kantor lain' })).status).toBe(200)
    await registered({ direction: 'out', number })
    expect(faultsOf(await register({ direction: 'out', number, sure: ['number'] }))).toEqual([422, 'number taken'])
    const other = { direction: 'out', number, issuer: 'Sekretariat lain' }
    expect(faultsOf(await register(other)), 'whose the first one is nobody said').toEqual([422, 'number doubtful'])
    expect((await register({ ...other, sure: ['number'] })).status).toBe(200)
  })

  test('is changed at the revision on screen only; another year would be another register', async () => {
    const { id } = await registered()
    const { direction: _, ...change } = entry({ subject: 'Perihal dibetulkan' })
    expect((await petugas.ask(letters.mendMail, { id, rev: 1, ...change })).body).toEqual({ id, rev: 2 })
    const stale = await petugas.ask(letters.mendMail, { id, rev: 1, ...change })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale'])
    expect(JSON.stringify(stale.body.details.changes)).toContain('Perihal dibetulkan')
    expect(faultsOf(await petugas.ask(letters.mendMail, { id, rev: 2, ...change, passedOn: '2024-12-30' }))).toEqual([422, 'passedOn wrong']) // prettier-ignore
  })

  test('stays with its region', async () => {
    const { id } = await registered()
    const asked = [
      await neighbour.ask(letters.readMail, { id }),
      await neighbour.ask(letters.cancelMail, { id, rev: 1, reason: 'x' }),
      await neighbour.ask(letters.registerMail, entry({ relations: [relation] })),
      await neighbour.ask(letters.listMail, { direction: 'in', relation }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect((await (await world.as('dinas')).ask(letters.listMail, { direction: 'in' })).status).toBe(403)
  })
})

describe('the register', () => {
  test('fifty at once get fifty numbers in a row, in two books of their own', async () => {
    const at = (direction: string) => async () => await register({ direction, passedOn: '2019-05-06' })
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => at(index % 5 === 0 ? 'out' : 'in')()))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200))
    expect((await numbersOf(2019)).map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
    expect((await numbersOf(2019, 'out')).map(({ number }) => number)).toEqual(Array.from({ length: 10 }, (_, at) => at + 1)) // prettier-ignore
  })

  test('a refused entry and one sent twice leave no gap', async () => {
    await registered({ passedOn: '2018-01-02' })
    expect((await register({ passedOn: '2018-01-02', relations: [newId()] })).status).toBe(404)
    const act = newId()
    const same = entry({ passedOn: '2018-01-03', act })
    const [first, second] = [await petugas.ask(letters.registerMail, same), await petugas.ask(letters.registerMail, same)] // prettier-ignore
    expect(first.body).toEqual(second.body)
    expect((await registered({ passedOn: '2018-01-04' })).register).toBe('3')
    expect(await numbersOf(2018)).toHaveLength(3)
  })

  test('what was forgotten is entered behind a number, which nobody else loses', async () => {
    await registered({ passedOn: '2017-01-02' })
    const behind = await Promise.all([register({ passedOn: '2017-01-02', behind: 1 }), register({ passedOn: '2017-01-02', behind: 1 })]) // prettier-ignore
    expect(behind.map(({ body }) => body.register as string).toSorted()).toEqual(['1.a', '1.b'])
    expect((await registered({ passedOn: '2017-02-01' })).register).toBe('2')
    expect(faultsOf(await register({ passedOn: '2017-02-01', behind: 9 }))).toEqual([422, 'behind not_listed'])
    const { body } = await petugas.ask(letters.listRegister, { book: 'in', year: 2017 })
    expect(body.rows.map((row: { register: string }) => row.register)).toEqual(['2', '1.b', '1.a', '1'])
    const page = await petugas.ask(letters.listRegister, { book: 'in', year: 2017, limit: 2 })
    expect(page.body.next).toBe('1b')
    const rest = await petugas.ask(letters.listRegister, { book: 'in', year: 2017, limit: 2, after: page.body.next })
    expect(rest.body.rows.map((row: { register: string }) => row.register)).toEqual(['1.a', '1'])
  })

  test('a cancelled number stays with its reason and is not given again', async () => {
    const { id } = await registered({ passedOn: '2016-01-02' })
    expect((await petugas.ask(letters.cancelMail, { id, rev: 1, reason: 'Salah alamat' })).status).toBe(200)
    expect((await registered({ passedOn: '2016-01-03' })).register).toBe('2')
    const { body } = await petugas.ask(letters.listRegister, { book: 'in', year: 2016 })
    expect(body.rows[1]).toMatchObject({ register: '1', cancelledReason: 'Salah alamat' })
    expect(faultsOf(await petugas.ask(letters.cancelMail, { id, rev: 2, reason: 'x' }))).toEqual([422, 'state wrong'])
    expect((await read(id)).state).toBe('voided')
  })

  test('an entry that is undone leaves its number as cancelled; undoing that brings both back', async () => {
    const act = newId()
    const { body } = await petugas.ask(letters.registerMail, entry({ act, passedOn: '2015-01-02' }))
    const undo = newId()
    expect((await petugas.ask(undoAct, { act: undo, id: act })).status).toBe(200)
    expect((await petugas.ask(letters.readMail, { id: body.id })).status).toBe(404)
    expect(await numbersOf(2015)).toEqual([{ number: 1, suffix: '', cancelled: true }])
    expect((await petugas.ask(undoAct, { id: undo })).status).toBe(200)
    expect((await read(body.id)).register).toBe('1')
    expect(await numbersOf(2015)).toEqual([{ number: 1, suffix: '', cancelled: false }])
  })

  test('holds what was written here from the day it went out, and keeps it when that is cancelled', async () => {
    const { body: draft } = await petugas.ask(letters.prepareLetter, { relation, kind: 'konsultasi_menlu', sure: ['kind'] }) // prettier-ignore
    const sending = { number: `1/${newId().slice(-6)}`, datedOn: '2014-08-01', sentOn: '2014-08-04', sentBy: 'hand', sure: ['content'] } // prettier-ignore
    const { status, body } = await petugas.ask(letters.sendLetter, { id: draft.id, rev: draft.rev, ...sending })
    expect(status).toBe(200)
    expect(await numbersOf(2014, 'out')).toEqual([{ number: 1, suffix: '', cancelled: false }])
    await petugas.ask(letters.cancelLetter, { id: draft.id, rev: body.rev, reason: 'Salah' })
    expect(await numbersOf(2014, 'out')).toEqual([{ number: 1, suffix: '', cancelled: true }])
    expect((await list({ direction: 'out', q: sending.number })).rows[0]).toMatchObject({ drafted: true, register: '1', state: 'voided' }) // prettier-ignore
  })
})

describe('a disposition', () => {
  test('gives birth to a follow-up of the letter for each recipient, and the letter stands in follow-up', async () => {
    const { id } = await registered({ wantsAnswer: true })
    const said = { office: 'Sekretaris Daerah', instruction: 'Siapkan jawaban', dueOn: '2099-03-20' }
    const recipients = [{ unit }, { unit, person: 'Kepala bidang penguji' }]
    const { status, body } = await petugas.ask(letters.dispose, { id, rev: 1, ...said, recipients })
    expect([status, body.rev]).toEqual([200, 2])
    const mail = await read(id)
    expect(mail.state).toBe('in_follow_up')
    expect(mail.dispositions).toMatchObject([{ ...said, recipients: [{ person: null }, { person: 'Kepala bidang penguji' }] }]) // prettier-ignore
    expect(mail.followUps).toHaveLength(2)
    expect(mail.followUps[0]).toMatchObject({ subject: id, what: 'Siapkan jawaban', dueOn: '2099-03-20', leads: false })
    expect((await list({ direction: 'in', filter: 'undisposed' })).rows.map((row: { id: string }) => row.id)).not.toContain(id) // prettier-ignore
    expect((await petugas.ask(letters.dispose, { id, rev: 1, ...said, recipients })).status).toBe(409)
  })

  test('is the leadership’s too, and nobody’s who only reads', async () => {
    const { id } = await registered()
    const said = { id, rev: 1, office: 'Wali Kota', instruction: 'Hadiri', recipients: [{ unit }] }
    expect((await (await world.as('auditor')).ask(letters.dispose, said)).status).toBe(403)
    expect((await (await world.as('wali-kota')).ask(letters.dispose, said)).status).toBe(200)
  })

  test('asks who does it, once each, and asks again for a day that has passed', async () => {
    const { id } = await registered()
    const ask = async (change: object) => faultsOf(await petugas.ask(letters.dispose, { id, rev: 1, office: 'Sekda', instruction: 'Pelajari', recipients: [{ unit }], ...change })) // prettier-ignore
    expect(await ask({ recipients: [{}] })).toEqual([422, 'recipients.0 required'])
    expect(await ask({ recipients: [{ unit }, { unit }] })).toEqual([422, 'recipients.1 taken'])
    expect(await ask({ recipients: [{ unit: newId() }] })).toEqual([404])
    expect(await ask({ dueOn: '2020-01-01' })).toEqual([422, 'dueOn doubtful'])
    const { id: out } = await registered({ direction: 'out' })
    expect(faultsOf(await petugas.ask(letters.dispose, { id: out, rev: 1, office: 'Sekda', instruction: 'x', recipients: [{ unit }] }))).toEqual([422, 'state wrong']) // prettier-ignore
  })

  test('is undone with its follow-ups; what was to follow ends when the letter is cancelled', async () => {
    const { id } = await registered()
    const act = newId()
    const said = { id, rev: 1, office: 'Sekda', instruction: 'Pelajari', recipients: [{ unit }] }
    await petugas.ask(letters.dispose, { act, ...said })
    expect((await petugas.ask(undoAct, { id: act })).status).toBe(200)
    expect(await read(id)).toMatchObject({ followUps: [], dispositions: [], state: 'undisposed' })
    const { rev } = await read(id)
    const { body } = await petugas.ask(letters.dispose, { ...said, rev })
    await petugas.ask(letters.cancelMail, { id, rev: body.rev, reason: 'Salah' })
    expect((await read(id)).followUps).toMatchObject([{ outcome: 'dropped' }])
  })
})

describe('an answer', () => {
  test('is a letter of the other direction, from the day it went out', async () => {
    const { id } = await registered({ wantsAnswer: true })
    const { id: out } = await registered({ direction: 'out', answers: id, passedOn: '2025-03-20' })
    expect(await read(id)).toMatchObject({ state: 'answered', answeredOn: '2025-03-20', answeredBy: { id: out, drafted: false } }) // prettier-ignore
    expect(await read(out)).toMatchObject({ answers: { id } })
  })

  test('that is still a draft is prepared, not given', async () => {
    const { id } = await registered({ wantsAnswer: true })
    const { body: draft } = await petugas.ask(letters.prepareLetter, { relation, kind: 'konsultasi_mendagri', sure: ['kind'] }) // prettier-ignore
    expect((await petugas.ask(letters.answerMail, { id, rev: 1, letter: draft.id })).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'unanswered', answeredBy: { id: draft.id, drafted: true } })
    const sending = { number: `2/${newId().slice(-6)}`, datedOn: '2025-04-01', sentOn: '2025-04-01', sentBy: 'mail', sure: ['content'] } // prettier-ignore
    await petugas.ask(letters.sendLetter, { id: draft.id, rev: draft.rev, ...sending })
    expect((await read(id)).state).toBe('answered')
  })

  test('without a letter says how and when; it is taken away again', async () => {
    const { id } = await registered({ wantsAnswer: true, datedOn: '2025-03-05' })
    const ask = async (input: object) => faultsOf(await petugas.ask(letters.answerMail, { id, rev: 1, ...input }))
    expect(await ask({})).toEqual([422, 'how required'])
    expect(await ask({ how: 'Dijawab lewat telepon' })).toEqual([422, 'on required'])
    expect(await ask({ how: 'Telepon', on: '2025-03-01' })).toEqual([422, 'on wrong_order'])
    expect(await ask({ letter: newId() })).toEqual([404])
    expect(await ask({ how: 'Telepon', on: '2025-03-12' })).toEqual([200])
    expect((await read(id)).state).toBe('answered')
    await petugas.ask(letters.answerMail, { id, rev: 2, letter: null })
    expect((await read(id)).state).toBe('unanswered')
  })

  test('that does not come is a silence of either side, the one with the nearest date first', async () => {
    const { id: late } = await registered({ wantsAnswer: true, passedOn: '2001-01-05', answerBy: '2001-02-01' })
    const { id: waiting } = await registered({ direction: 'out', wantsAnswer: true, passedOn: '2001-01-06', answerBy: '2001-01-20' }) // prettier-ignore
    const told = await world.database.inTenant({ tenant }, (tx) => listUnanswered(tx, { on: '2001-03-01', limit: 5 }))
    expect(told).toMatchObject({
      total: 2,
      rows: [
        { id: waiting, direction: 'out' },
        { id: late, direction: 'in' },
      ],
    })
    expect((await list({ direction: 'out', filter: 'waiting' })).rows.map((row: { id: string }) => row.id)).toContain(waiting) // prettier-ignore
    await registered({ answers: waiting, passedOn: '2001-02-10' })
    expect((await list({ direction: 'out', filter: 'waiting' })).rows.map((row: { id: string }) => row.id)).not.toContain(waiting) // prettier-ignore
  })
})

describe('a matter', () => {
  test('shows letters of both directions in one line of time, and where it stands', async () => {
    const first = await registered({ wantsAnswer: true, passedOn: '2025-01-05' })
    const second = await registered({ direction: 'out', passedOn: '2025-01-15', wantsAnswer: true, answers: first.id })
    const { body: opened } = await petugas.ask(letters.openThread, { title: 'Data kawasan', correspondent: 'Kantor penguji', letters: [second.id, first.id] }) // prettier-ignore
    const thread = async () => (await petugas.ask(letters.readThread, { id: opened.id })).body
    expect(await thread()).toMatchObject({ status: 'menunggu', mission: false, rows: [{ id: first.id }, { id: second.id }] }) // prettier-ignore
    const third = await registered({ passedOn: '2025-01-25', answers: second.id, thread: opened.id })
    expect(await thread()).toMatchObject({ status: 'masuk', letters: 3, lastOn: '2025-01-25' })
    expect((await read(third.id)).thread).toEqual({ id: opened.id, title: 'Data kawasan' })
    const { body: listed } = await petugas.ask(letters.listThreads, { q: 'data kawasan' })
    expect(listed.rows[0]).toMatchObject({ id: opened.id, status: 'masuk', letters: 3 })
    const { rev } = await thread()
    expect((await petugas.ask(letters.mendThread, { id: opened.id, rev: rev - 1, title: 'x' })).status).toBe(409)
    expect((await petugas.ask(letters.mendThread, { id: opened.id, rev, title: 'Data kawasan', ended: true })).status).toBe(200) // prettier-ignore
    expect((await thread()).status).toBe('selesai')
    expect((await petugas.ask(letters.listThreads, { q: 'data kawasan' })).body.rows).toEqual([])
  })

  test('a letter belongs to one at most', async () => {
    const { id: letter } = await registered()
    const { body: one } = await petugas.ask(letters.openThread, { title: 'Satu', letters: [letter] })
    const { body: two } = await petugas.ask(letters.openThread, { title: 'Dua' })
    expect(faultsOf(await petugas.ask(letters.placeLetter, { id: two.id, letter }))).toEqual([422, 'letter wrong'])
    await petugas.ask(letters.placeLetter, { id: one.id, letter, out: true })
    expect((await petugas.ask(letters.placeLetter, { id: two.id, letter })).status).toBe(200)
  })

  test('with a diplomatic mission is closed: by the kind of writer or partner, and for good', async () => {
    const { body: embassy } = await petugas.ask(addPartner, { name: `Kedutaan ${newId()}`, kind: 'embassy', country: 'JP', sure: ['name'] }) // prettier-ignore
    const { id } = await registered({ partner: embassy.id, correspondent: undefined })
    expect((await read(id)).mission).toBe(true)
    const { body: thread } = await petugas.ask(letters.openThread, { title: 'Rekomendasi', letters: [id] })
    const found = (await petugas.ask(letters.readThread, { id: thread.id })).body
    expect([found.mission, found.rev]).toEqual([true, 2])
    await petugas.ask(letters.mendThread, { id: thread.id, rev: 2, title: 'Rekomendasi' })
    expect((await petugas.ask(letters.readThread, { id: thread.id })).body.mission).toBe(true)
    expect((await read((await registered({ kind: 'kedutaan' })).id)).mission).toBe(true)
  })
})

describe('routing', () => {
  test('is delivered with how far it was checked, the region’s own after a change, and delivered again', async () => {
    const admin = await world.as('admin')
    const rows = async () => (await admin.ask(letters.listRouting, {})).body.rows
    expect((await rows())[0]).toMatchObject({ kind: 'mendagri', through: 'Gubernur', verified: 'M', rev: 0 })
    const own = {
      kind: 'mendagri',
      attention: 'Direktur Jenderal',
      through: '',
      copies: 'Gubernur\nMenteri Luar Negeri',
    }
    expect((await admin.ask(letters.mendRoute, { rev: 0, ...own })).status).toBe(200)
    expect((await rows())[0]).toMatchObject({ ...own, rev: 1 })
    expect((await admin.ask(letters.mendRoute, { rev: 0, ...own })).body.code).toBe('stale')
    expect((await admin.ask(letters.restoreRoute, { kind: 'mendagri', rev: 2 })).body.code).toBe('stale')
    expect((await admin.ask(letters.restoreRoute, { kind: 'mendagri', rev: 1 })).status).toBe(200)
    expect((await admin.ask(letters.restoreRoute, { kind: 'mendagri', rev: 1 })).status).toBe(404)
    expect((await petugas.ask(letters.listRouting, {})).status).toBe(403)
  })
})
