import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subjectText } from '../src/pages/subjects/queries.ts'
import { listTasks } from '../src/pages/tasks/contract.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { recordActivity } from '../src/slices/agenda/contract.ts'
import { addFollowUp, endFollowUp, shareFollowUp } from '../src/slices/followup/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { listExchanged, listUnanswered } from '../src/slices/letters/queries.ts'
import { addPartner, mendPartner } from '../src/slices/partners/contract.ts'
import { listRelations, listSilences } from '../src/slices/relations/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'
import type { Answer, Asker } from './world.ts'

let stage: RelationStage
let petugas: Asker
let dinas: Asker
let relation: string
let unit: string

beforeAll(async () => {
  stage = await openRelationStage()
  petugas = stage.officer
  dinas = await stage.world.as('dinas')
  relation = (await petugas.ask(listRelations, { q: 'izumisano' })).body.rows[0].id
  const [own] = await stage.world.owner<{ unit: string }[]>`
    select m.unit from identity.memberships m where m.tenant = ${stage.tenant} and m.role = 'opd' and m.ended_at is null`
  unit = own?.unit ?? ''
})
afterAll(async () => await stage.world.close())

type Endpoint = Parameters<Asker['ask']>[0]
const done = async (endpoint: Endpoint, input: Record<string, unknown>) => {
  const answer = await petugas.ask(endpoint, input)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const entry = (change: Record<string, unknown> = {}) => ({
  kind: 'lain',
  correspondent: 'Kantor penguji',
  passedOn: '2025-03-10',
  channel: 'post',
  subject: `Perihal ${newId()}`,
  ...change,
})
const registered = async (change: Record<string, unknown> = {}) =>
  (await done(letters.registerMail, { direction: 'in', ...entry(change) })) as { id: string; rev: number }
const read = async (id: string) => await done(letters.readMail, { id })
const faultsOf = ({ status, body }: Answer) => [status, ...(body.details?.fields ?? []).map((field: { path: string; fault: string }) => `${field.path} ${field.fault}`)] // prettier-ignore
const draft = async (of = relation) => (await done(letters.prepareLetter, { relation: of, kind: 'surat_mitra', purpose: 'jawaban', language: 'id', sure: ['kind'] })) as { id: string; rev: number } // prettier-ignore
const send = async ({ id, rev }: { id: string; rev: number }, number = newId()) =>
  await petugas.ask(letters.sendLetter, { id, rev, number, datedOn: '2025-04-01', sentOn: '2025-04-01', sentBy: 'mail', sure: ['content'] }) // prettier-ignore
const embassy = async () => (await done(addPartner, { name: `Kedutaan ${newId()}`, kind: 'embassy', country: 'JP', sure: ['name'] })).id as string // prettier-ignore

describe('a letter is answered while its answer stands', () => {
  test('not after the letter that answered it is cancelled; undone, it is answered again; another one takes its place', async () => {
    const a = await registered({ wantsAnswer: true })
    const b = await registered({ direction: 'out', answers: a.id, passedOn: '2025-03-20' })
    expect(await read(a.id)).toMatchObject({ state: 'answered', answeredOn: '2025-03-20', answeredBy: { id: b.id } })
    const act = newId()
    await done(letters.cancelMail, { act, id: b.id, rev: b.rev, reason: 'Salah alamat' })
    expect(await read(a.id)).toMatchObject({ state: 'unanswered', answeredOn: null, answeredBy: null })
    const told = await stage.world.database.inTenant({ tenant: stage.tenant }, (tx) =>
      listUnanswered(tx, { on: '2025-03-30', limit: 100 }),
    )
    expect(told.rows.map(({ id }) => id)).toContain(a.id)
    await done(undoAct, { id: act })
    expect((await read(a.id)).state).toBe('answered')
    await done(letters.cancelMail, { id: b.id, rev: (await read(b.id)).rev, reason: 'Salah alamat' })
    const c = await registered({ direction: 'out', answers: a.id, passedOn: '2025-03-25' })
    expect(await read(a.id)).toMatchObject({ state: 'answered', answeredOn: '2025-03-25', answeredBy: { id: c.id } })
  })

  test('of two that answer it, until the second is cancelled too; the mailroom and the silences say the same', async () => {
    const of = await stage.begin({ kind: 'foreign_local_government' })
    const a = await registered({ wantsAnswer: true, relations: [of] })
    const answers = { direction: 'out', answers: a.id, relations: [of] }
    const b = await registered({ ...answers, passedOn: '2025-03-20' })
    const c = await registered({ ...answers, passedOn: '2025-03-25' })
    const told = async () => {
      const { rows } = (await stage.on('2025-05-10', listSilences, { kind: 'letter_unanswered', limit: 100 })).body
      const { state, answeredOn, answeredBy } = await read(a.id)
      const silent = rows.some((row: { relation: { id: string } }) => row.relation.id === of)
      return { state, answeredOn, by: answeredBy?.id, silent }
    }
    expect(await told()).toEqual({ state: 'answered', answeredOn: '2025-03-20', by: b.id, silent: false })
    const act = newId()
    await done(letters.cancelMail, { act, id: b.id, rev: b.rev, reason: 'Salah alamat' })
    const byThe = { state: 'answered', answeredOn: '2025-03-25', by: c.id, silent: false }
    expect(await told()).toEqual(byThe)
    await done(undoAct, { id: act })
    expect(await told()).toEqual({ state: 'answered', answeredOn: '2025-03-20', by: b.id, silent: false })
    await done(letters.cancelMail, { id: b.id, rev: (await read(b.id)).rev, reason: 'Salah alamat' })
    expect(await told()).toEqual(byThe)
    const unsaid = newId()
    const none = { state: 'unanswered', answeredOn: null, by: undefined, silent: true }
    await done(letters.answerMail, { act: unsaid, id: a.id, rev: (await read(a.id)).rev, letter: null })
    expect([await told(), (await read(c.id)).answers], 'what was said of it is taken away').toEqual([none, null])
    await done(undoAct, { id: unsaid })
    expect(await told()).toEqual(byThe)
    await done(letters.cancelMail, { id: c.id, rev: (await read(c.id)).rev, reason: 'Salah alamat' })
    expect(await told()).toEqual(none)
  })

  test('by the one that went out, while the one it names is a draft', async () => {
    const a = await registered({ wantsAnswer: true })
    const written = await draft()
    await done(letters.answerMail, { id: a.id, rev: 1, letter: written.id })
    const b = await registered({ direction: 'out', answers: a.id, passedOn: '2025-03-20' })
    expect(await read(a.id)).toMatchObject({ state: 'answered', answeredOn: '2025-03-20', answeredBy: { id: b.id } })
  })

  test('not after the letter written here is cancelled; what was said in words stays', async () => {
    const a = await registered({ wantsAnswer: true })
    const written = await draft()
    await done(letters.answerMail, { id: a.id, rev: 1, letter: written.id })
    expect((await read(a.id)).state).toBe('unanswered')
    const { body: sent } = await send(written)
    expect(await read(a.id)).toMatchObject({ state: 'answered', answeredOn: '2025-04-01' })
    await done(letters.cancelLetter, { id: written.id, rev: sent.rev, reason: 'Salah' })
    expect(await read(a.id)).toMatchObject({ state: 'unanswered', answeredBy: null })
    const linked = await registered({ wantsAnswer: true })
    const second = await draft()
    const { body: gone } = await send(second)
    await done(letters.answerMail, { id: linked.id, rev: 1, letter: second.id })
    await done(letters.cancelLetter, { id: second.id, rev: gone.rev, reason: 'Salah' })
    expect(await read(linked.id)).toMatchObject({ state: 'unanswered', answeredOn: null })
    await done(letters.answerMail, { id: linked.id, rev: 2, how: 'Telepon', on: '2025-04-03' })
    expect(await read(linked.id)).toMatchObject({ state: 'answered', answeredOn: '2025-04-03', answeredHow: 'Telepon' })
  })

  test('not after the registration of its answer is undone', async () => {
    const a = await registered({ wantsAnswer: true })
    const act = newId()
    const b = await registered({ act, direction: 'out', passedOn: '2025-03-20' })
    await done(letters.answerMail, { id: a.id, rev: 1, letter: b.id })
    await done(undoAct, { id: act })
    expect(await read(a.id)).toMatchObject({ state: 'unanswered', answeredOn: null, answeredBy: null })
    const list = await done(letters.listMail, { direction: 'in', filter: 'unanswered', q: (await read(a.id)).subject })
    expect(list.rows).toMatchObject([{ id: a.id, state: 'unanswered' }])
  })

  test('not after that one is said to answer another letter', async () => {
    const [g, h] = [await registered({ wantsAnswer: true }), await registered({ wantsAnswer: true })]
    const b = await registered({ direction: 'out', answers: g.id, passedOn: '2025-03-20' })
    const act = newId()
    await done(letters.mendMail, { act, id: b.id, rev: b.rev, ...entry({ answers: h.id, passedOn: '2025-03-20' }) })
    expect([(await read(g.id)).state, (await read(h.id)).state]).toEqual(['unanswered', 'answered'])
    await done(undoAct, { id: act })
    expect([(await read(g.id)).state, (await read(h.id)).state]).toEqual(['answered', 'unanswered'])
  })

  test('and a matter says the same', async () => {
    const a = await registered({ wantsAnswer: true })
    const { id: thread } = await done(letters.openThread, { title: 'Perkara penguji', letters: [a.id] })
    const b = await registered({ direction: 'out', answers: a.id, passedOn: '2025-03-20' })
    expect((await done(letters.readThread, { id: thread })).status).toBe('dijawab')
    await done(letters.cancelMail, { id: b.id, rev: b.rev, reason: 'Salah' })
    expect((await done(letters.readThread, { id: thread })).status).toBe('masuk')
    const { rows } = await done(letters.listThreads, { q: 'Perkara penguji' })
    expect(rows).toMatchObject([{ id: thread, status: 'masuk' }])
  })
})

describe('a closed letter is named by its number only', () => {
  const toldOf = async (id: string, subject: string) => {
    const { rows } = (await dinas.ask(listTasks)).body
    const row = rows.find((each: { subject: string }) => each.subject === id)
    expect(row, 'the agency has it').toBeDefined()
    const byLink = await stage.world.database.inTenant({ tenant: stage.tenant }, (tx) =>
      subjectText(tx, { subject: id, language: 'id' }),
    )
    return [row.letter.name, byLink].map((name) => (name === subject ? 'subject' : name?.replace(/\d.*/, '…')))
  }
  const disposed = async (change: Record<string, unknown>) => {
    const subject = `Perihal ${newId()}`
    const { id } = await registered({ ...change, subject })
    await done(letters.dispose, { id, rev: 1, office: 'Sekda', instruction: 'Pelajari', recipients: [{ unit }] })
    return { id, subject }
  }

  test('whose partner is an embassy, also since later', async () => {
    const partner = (await done(addPartner, { name: `Kantor ${newId()}`, kind: 'foreign_local_government', country: 'JP', sure: ['name'] })) as { id: string; rev: number } // prettier-ignore
    const { id, subject } = await disposed({ partner: partner.id, correspondent: undefined })
    expect(await toldOf(id, subject)).toEqual(['subject', 'subject'])
    await done(mendPartner, { id: partner.id, rev: partner.rev ?? 1, kind: 'embassy' })
    expect(await toldOf(id, subject)).toEqual(['Surat …', 'Surat …'])
  })

  test('and what follows from it goes out by no link: none is made, and one that was given shows nothing any more', async () => {
    const partner = (await done(addPartner, { name: `Kantor ${newId()}`, kind: 'foreign_local_government', country: 'JP', sure: ['name'] })) as { id: string; rev: number } // prettier-ignore
    const { id } = await disposed({ partner: partner.id, correspondent: undefined })
    const taskOf = async () => (await dinas.ask(listTasks)).body.rows.find((row: { subject: string }) => row.subject === id) // prettier-ignore
    const { id: task, letter } = await taskOf()
    expect(letter.closed).toBe(false)
    const token = randomBytes(16).toString('base64url')
    const hash = createHash('sha256').update(token).digest('hex')
    const link = { id: task, party: 'Dinas', language: 'id', days: 14 }
    await done(shareFollowUp, { ...link, hash })
    const page = async () => await stage.world.page(`/id/t/${token}`)
    expect((await page()).text).toContain('Pelajari')
    await done(mendPartner, { id: partner.id, rev: partner.rev ?? 1, kind: 'embassy' })
    expect((await taskOf()).letter.closed).toBe(true)
    const refused = await petugas.ask(shareFollowUp, { ...link, hash: createHash('sha256').update(newId()).digest('hex') }) // prettier-ignore
    expect([refused.status, refused.body.code]).toEqual([409, 'not_yet'])
    const after = await page()
    expect([after.status, after.text.includes('Pelajari')]).toEqual([404, false])
    const form = new FormData()
    for (const [name, value] of Object.entries({ lembar: newId(), jawaban: 'done' })) form.append(name, value)
    const sent = await stage.world.app.request(`/id/t/${token}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: form,
    })
    expect(sent.status).toBe(404)
  })

  test.each(['terbatas', 'rahasia'])('that is %s', async (security) => {
    const { id, subject } = await disposed({ security })
    expect(await toldOf(id, subject)).toEqual(['Surat …', 'Surat …'])
  })

  test('in the matter of a mission, whoever wrote it; out of the matter it is open again', async () => {
    const office = (await done(addPartner, { name: `Kota ${newId()}`, kind: 'foreign_local_government', country: 'JP', sure: ['name'] })).id // prettier-ignore
    const { id, subject } = await disposed({ partner: office, correspondent: undefined })
    const { id: task } = (await dinas.ask(listTasks)).body.rows.find((row: { subject: string }) => row.subject === id)
    const share = async () =>
      (await petugas.ask(shareFollowUp, { id: task, party: 'Dinas', language: 'id', days: 14, hash: createHash('sha256').update(newId()).digest('hex') })).status // prettier-ignore
    const exchanged = async () => {
      const asked = { relation, partner: office, on: '2025-06-01' as const }
      const rows = await stage.world.database.inTenant({ tenant: stage.tenant }, (tx) => listExchanged(tx, asked))
      return rows.map((row) => row.id)
    }
    expect([await toldOf(id, subject), await exchanged()]).toEqual([['subject', 'subject'], expect.arrayContaining([id])]) // prettier-ignore
    const partner = (await done(addPartner, { name: `Kantor ${newId()}`, kind: 'foreign_local_government', country: 'JP', sure: ['name'] })) as { id: string; rev: number } // prettier-ignore
    for (const of of [await embassy(), partner.id]) {
      const title = `Perkara ${newId()}`
      const { id: matter, rev } = await done(letters.openThread, { title, partner: of })
      await done(letters.placeLetter, { id: matter, rev, letter: id, out: false })
      // Of the second the partner is known to be an embassy only now.
      if (of === partner.id) await done(mendPartner, { id: of, rev: partner.rev ?? 1, kind: 'embassy' })
      const listed = (await done(letters.listMail, { direction: 'in', filter: 'all', q: subject })).rows
      const matters = (await done(letters.listThreads, { q: title })).rows
      expect([listed[0].mission, matters[0].mission, (await read(id)).mission]).toEqual([true, true, true])
      expect([await toldOf(id, subject), await share()]).toEqual([['Surat …', 'Surat …'], 409])
      expect(await exchanged()).not.toContain(id)
      await done(letters.placeLetter, { id: matter, rev, letter: id, out: true })
      expect([(await read(id)).mission, await toldOf(id, subject)]).toEqual([false, ['subject', 'subject']])
    }
  })

  test('and closes its matter: registered into it, mended in it, or written here', async () => {
    const open = async (of: string[] = []) => (await done(letters.openThread, { title: 'Perkara', letters: of })).id
    const isClosed = async (id: string) => (await done(letters.readThread, { id })).mission
    const registeredIn = await open()
    await registered({ kind: 'kedutaan', thread: registeredIn })
    expect(await isClosed(registeredIn)).toBe(true)

    const { id, rev } = await registered()
    const mendedIn = await open([id])
    expect(await isClosed(mendedIn)).toBe(false)
    await done(letters.mendMail, { id, rev: rev + 1, ...entry({ kind: 'kedutaan' }) })
    expect(await isClosed(mendedIn)).toBe(true)

    const ofEmbassy = await stage.begin({ kind: 'embassy' })
    const written = await draft(ofEmbassy)
    const placedIn = await open([written.id])
    expect(await isClosed(placedIn)).toBe(true)
    const ofOther = await open([(await draft()).id])
    expect(await isClosed(ofOther)).toBe(false)

    const partner = await embassy()
    const { id: own } = await done(letters.openThread, { title: 'Perkara', partner })
    expect(await isClosed(own)).toBe(true)
  })
})

describe('Hari ini tells of letters', () => {
  const linesOn = async (day: string, who = petugas) =>
    (await stage.on(day, readToday, { all: true }, who)).body.lines.filter(({ kind }: { kind: string }) => kind === 'letter') // prettier-ignore

  test('the late one first, before sixty that came since; of a later day nothing', async () => {
    const late = await registered({ wantsAnswer: true, passedOn: '2012-03-01', answerBy: '2012-03-20' })
    const undisposed = await registered({ passedOn: '2012-03-02' })
    for (let n = 0; n < 60; n += 1) {
      await registered({ wantsAnswer: true, passedOn: '2012-04-01' })
      await registered({ passedOn: '2012-04-01' })
    }
    const { body: short } = await stage.on('2012-04-02', readToday)
    expect(short.lines.map(({ key }: { key: string }) => key)).toContain(`letter:unanswered:${late.id}`)
    const lines = await linesOn('2012-04-02')
    expect(lines.filter(({ state }: { state: string }) => state === 'unanswered')[0]).toMatchObject({ letter: late.id, answerBy: '2012-03-20' }) // prettier-ignore
    expect(lines.filter(({ state }: { state: string }) => state === 'undisposed')[0].letter).toBe(undisposed.id)
    expect((await linesOn('2012-03-05')).map(({ letter }: { letter: string }) => letter).toSorted()).toEqual([late.id, undisposed.id].toSorted()) // prettier-ignore
    const before = await stage.on('2012-02-01', readToday, { all: true })
    const after = await stage.on('2012-03-05', readToday, { all: true })
    expect(after.body.total - before.body.total, 'what is to come is not counted').toBe(2)
  })

  test('one line a letter; one that was answered and never disposed waits no more, in the list neither', async () => {
    const { id } = await registered({ wantsAnswer: true, passedOn: '2011-03-01' })
    const of = async (who?: Asker) => (await linesOn('2011-03-02', who)).filter(({ letter }: { letter: string }) => letter === id).map(({ state }: { state: string }) => state) // prettier-ignore
    const mayor = await stage.world.as('wali-kota')
    expect(await of()).toEqual(['unanswered'])
    expect(await of(mayor), 'a head is asked to dispose it all the same').toEqual(['undisposed'])
    const listed = async () => {
      const q = (await read(id)).subject
      return (await done(letters.listMail, { direction: 'in', filter: 'undisposed', q })).rows.length
    }
    expect(await listed()).toBe(0)
    await done(letters.answerMail, { id, rev: 1, how: 'Telepon', on: '2011-03-02' })
    expect([await of(), await of(mayor), await listed()]).toEqual([[], [], 0])
  })
})

describe('our own number', () => {
  test('goes out once, written here or elsewhere, in either order', async () => {
    const number = `9/${newId().slice(-6)}`
    const [first, second] = [await draft(), await draft()]
    expect((await send(first, number)).status).toBe(200)
    const elsewhere = { direction: 'out', ...entry({ number, datedOn: '2025-05-01', passedOn: '2025-05-01' }) }
    expect(faultsOf(await petugas.ask(letters.registerMail, elsewhere))).toEqual([422, 'number taken'])
    const other = `9/${newId().slice(-6)}`
    await done(letters.registerMail, { ...elsewhere, number: other })
    expect(faultsOf(await send(second, other))).toEqual([422, 'number taken'])
  })

  test('asked for by both at once goes to one of them', async () => {
    const number = `10/${newId().slice(-6)}`
    const written = await draft()
    const elsewhere = { direction: 'out', ...entry({ number, datedOn: '2025-05-01', passedOn: '2025-05-01' }) }
    const answers = await Promise.all([send(written, number), petugas.ask(letters.registerMail, elsewhere)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  })
})

describe('what is to be done', () => {
  test('keeps the registration of its letter, and its meeting, until it has ended', async () => {
    const [act, meeting] = [newId(), newId()]
    const { id } = await registered({ act })
    const visit = await done(recordActivity, { act: meeting, who: 'Pihak lain', occurredOn: '2025-03-01', place: 'Balai kota', about: 'Rapat' }) // prettier-ignore
    const tasks = []
    for (const subject of [id, visit.id])
      tasks.push(await done(addFollowUp, { subject, what: 'Menyiapkan data', unit }))
    for (const each of [act, meeting]) {
      const { status, body } = await petugas.ask(undoAct, { id: each })
      expect([status, body.code]).toEqual([409, 'stale'])
    }
    expect((await read(id)).id).toBe(id)
    for (const { id: task, rev } of tasks) await done(endFollowUp, { id: task, rev, outcome: 'dropped' })
    for (const each of [act, meeting]) expect((await petugas.ask(undoAct, { id: each })).status).toBe(200)
  })
})
