import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { addHoliday } from '../src/slices/reference/contract.ts'
import {
  addField,
  answerEligibility,
  dropStep,
  fileDocument,
  listDocuments,
  mendDocument,
  mendStep,
  prepareStep,
  readPlan,
  readRelation,
  readWork,
  recordStep,
  sendStep,
  voidDocument,
  writePlan,
} from '../src/slices/relations/contract.ts'
import { openRelationStage, papersToSignature, recordOf, type RelationStage } from './relation-stage.ts'

let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const kind = 'foreign_local_government' as const
const today = '2026-06-01'
const state = async (id: string, on = today) => {
  const { status, stage: at } = (await stage.on(on, readRelation, { id })).body
  return [status, at]
}
const registered = async (id: string) =>
  (await stage.world.owner`select status, stage, ends_on::text, after_end from oversight.register where id = ${id}`)[0]

describe('preparing a step', () => {
  test('answers what is missing, each with its article and one act, and never refuses', async () => {
    const id = await stage.begin({ kind })
    const { status, body } = await stage.on(today, prepareStep, { id, step: 'pernyataan_kehendak' })
    expect([status, body.mayPrepare]).toEqual([200, false])
    const missing = body.obstacles.map(({ id: of }: { id: string }) => of)
    expect(missing).toEqual([
      'laporan_penjajakan',
      'kelayakan',
      'bidang_ke_urusan',
      'jawaban_mendagri',
      'jawaban_menlu',
    ])
    for (const { article, remedy } of body.obstacles) expect([article.at, remedy]).not.toContain('')
    expect((await stage.on(today, prepareStep, { id, step: 'penjajakan' })).body).toEqual({
      mayPrepare: true,
      obstacles: [],
    })
  })

  test('a signature without surat konfirmasi: not yet, with the list of what is missing', async () => {
    const id = await stage.begin({ kind })
    for (const index of papersToSignature.keys()) {
      if (papersToSignature[index]?.[1] !== 'surat_konfirmasi') await stage.on(today, recordStep, recordOf(id, index))
    }
    const { body } = await stage.on(today, prepareStep, { id, step: 'penandatanganan' })
    const missing = body.obstacles.map(({ id: of }: { id: string }) => of)
    expect(missing).toContain('surat_konfirmasi')
    expect(missing).not.toContain('keputusan_dprd')
  })

  test('the rows of the report, mapped fields and the type clear the way', async () => {
    const id = await stage.begin({ kind })
    const [affair] = await stage.world.owner`select id from reference.affairs where tenant = ${stage.tenant} limit 1`
    for (const index of [0, 1, 2]) await stage.on(today, recordStep, recordOf(id, index))
    for (const item of ['e1', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10']) {
      const answer = item === 'e6' || item === 'e10' ? 'not_applicable' : 'met'
      expect((await stage.on(today, answerEligibility, { id, item, answer })).status).toBe(200)
    }
    expect((await stage.on(today, addField, { id, name: 'Air', affair: affair?.['id'], object: 'c' })).status).toBe(200)
    expect((await stage.on(today, prepareStep, { id, step: 'pernyataan_kehendak' })).body.obstacles).toEqual([])
    const later = (await stage.on(today, prepareStep, { id, step: 'rencana_kerja_sama' })).body.obstacles
    expect(later.map(({ id: of }: { id: string }) => of)).toEqual(['loi', 'jenis'])
  })

  test('is not found in another region, and where no procedure runs nothing may be prepared', async () => {
    const id = await stage.begin({ kind })
    const stranger = await stage.world.as('petugas-kab-bekasi')
    expect((await stage.on(today, prepareStep, { id, step: 'penjajakan' }, stranger)).status).toBe(404)
    const embassy = await stage.begin({ kind: 'embassy' })
    const { body } = await stage.on(today, prepareStep, { id: embassy, step: 'penjajakan' })
    expect(body).toEqual({ mayPrepare: false, obstacles: [] })
  })
})

describe('recording a step', () => {
  test('without a paper is a staff note: it moves nothing and asks for the paper', async () => {
    const id = await stage.begin({ kind })
    const { status, body } = await stage.on(today, recordStep, {
      id,
      step: 'penandatanganan',
      occurredOn: '2026-05-01',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      documented: false,
      asks: 'naskah_asli',
      document: null,
      text: null,
      status: 'exploring',
    })
    expect(await state(id)).toEqual(['exploring', 'penjajakan'])
  })

  test('with a paper seen is documented and moves the stage, from its day on', async () => {
    const id = await stage.begin({ kind })
    const paper = { kind: 'loi', seenAt: 'Lemari arsip', number: '1/LOI', datedOn: '2026-02-10' }
    const { body } = await stage.on(today, recordStep, {
      id,
      step: 'pernyataan_kehendak',
      occurredOn: '2026-02-10',
      paper,
    })
    expect(body).toMatchObject({ documented: true, asks: null, status: 'in_process', stage: 'pernyataan_kehendak' })
    expect(await state(id, '2026-02-09')).toEqual(['exploring', 'penjajakan'])
    expect(await state(id, '2026-02-10')).toEqual(['in_process', 'pernyataan_kehendak'])
    expect(await registered(id)).toMatchObject({ status: 'in_process', stage: 'pernyataan_kehendak' })
  })

  test('a signing before its steps is accepted with its paper and marked; in force once every paper is there', async () => {
    const id = await stage.begin({ kind })
    const paper = { seenAt: 'Lemari arsip', lang: 'id', articles: 10 }
    const text = { title: 'MoU', termMonths: 60, numberOurs: '17/KS', numberTheirs: '88' }
    const signing = { id, step: 'penandatanganan', occurredOn: '2025-12-20', paper, text }
    const { status, body } = await stage.on(today, recordStep, signing)
    expect([status, body.status, body.documented]).toEqual([200, 'signed_incomplete', true])
    for (const index of papersToSignature.keys()) {
      expect((await stage.on(today, recordStep, recordOf(id, index))).status).toBe(200)
    }
    expect(await state(id)).toEqual(['signed_incomplete', 'penandatanganan'])
    const english = { id, kind: 'naskah_asli', seenAt: 'Lemari arsip', lang: 'en', articles: 10, datedOn: '2025-12-20' }
    expect((await stage.on(today, fileDocument, english)).status).toBe(200)
    expect(await state(id)).toEqual(['in_force', 'penandatanganan'])
    expect(await state(id, '2025-12-19')).toEqual(['in_process', 'naskah'])
    expect(await registered(id)).toMatchObject({ status: 'in_force', ends_on: '2030-12-19', after_end: 'ended' })
  })

  test('is undone whole: step, paper, text, status and the register’s line', async () => {
    const id = await stage.begin({ kind })
    const act = newId()
    const signing = { act, id, step: 'penandatanganan', occurredOn: '2026-05-01', paper: { seenAt: 'Lemari' } }
    expect((await stage.on(today, recordStep, signing)).body.status).toBe('signed_incomplete')
    expect((await stage.on(today, undoAct, { id: act })).status).toBe(200)
    expect(await state(id)).toEqual(['exploring', 'penjajakan'])
    expect(await registered(id)).toMatchObject({ status: 'exploring' })
  })

  test('refuses what cannot be meant, and asks about what probably is not', async () => {
    const id = await stage.begin({ kind })
    const fault = async (input: object, endpoint = recordStep) => {
      const { status, body } = await stage.on(today, endpoint, { id, ...input })
      return [status, body.details?.fields?.[0]]
    }
    const step = 'persetujuan_dprd'
    const wrong = { step, occurredOn: '2026-01-01', paper: { kind: 'loi', seenAt: 'Lemari' } }
    expect(await fault(wrong)).toEqual([422, { path: 'paper.kind', fault: 'wrong' }])
    expect(await fault({ step, occurredOn: '2026-01-01', paper: { number: '1' } })).toEqual([
      422,
      { path: 'paper.seenAt', fault: 'required' },
    ])
    const ahead = { step, occurredOn: '2026-06-02' }
    expect(await fault(ahead)).toEqual([422, { path: 'occurredOn', fault: 'doubtful' }])
    expect((await stage.on(today, recordStep, { id, ...ahead, sure: ['occurredOn'] })).status).toBe(200)
    expect((await fault({ step, occurredOn: '2026-01-01', paper: { file: newId() } }))[0]).toBe(404)
    const embassy = await stage.begin({ kind: 'embassy' })
    expect(await fault({ id: embassy, step, occurredOn: '2026-01-01' })).toEqual([
      422,
      { path: 'step', fault: 'wrong' },
    ])
  })
})

describe('answers of outside bodies', () => {
  test('a returned plan opens the next round; an agreed answer of the next round is what counts', async () => {
    const id = await stage.begin({ kind })
    for (const index of [0, 1, 2, 3, 4]) await stage.on(today, recordStep, recordOf(id, index))
    const answer = { id, step: 'persetujuan_dprd', paper: { seenAt: 'Lemari' } }
    await stage.on(today, sendStep, {
      id,
      step: 'persetujuan_dprd',
      holder: 'dprd',
      sentOn: '2026-01-05',
      receivedOn: '2026-01-06',
    })
    const first = await stage.on(today, recordStep, { ...answer, occurredOn: '2026-02-01', outcome: 'returned' })
    expect(first.body).toMatchObject({ round: 1, opened: [{ step: 'rencana_kerja_sama', round: 2 }] })
    const needs = async () => {
      const { body } = await stage.on(today, prepareStep, { id, step: 'verifikasi' })
      return body.obstacles.map(({ id: of, answered }: any) => [of, answered])
    }
    expect(await needs()).toContainEqual(['keputusan_dprd', 'returned'])
    expect(await needs()).toContainEqual(['rencana_kerja_sama', undefined])
    await stage.on(today, recordStep, { ...recordOf(id, 4), occurredOn: '2026-03-01' })
    const second = await stage.on(today, recordStep, { ...answer, occurredOn: '2026-04-01', outcome: 'agreed' })
    expect(second.body.round).toBe(2)
    const open = (await needs()).map(([of]: [string]) => of)
    expect(open).not.toContain('keputusan_dprd')
    expect(open).not.toContain('rencana_kerja_sama')
  })

  test('a plan returned by the minister goes to DPRD again when an element changes, or when the officer says so', async () => {
    const decided = async () => {
      const id = await stage.begin({ kind })
      for (const index of [0, 1, 2, 3, 4, 5]) await stage.on(today, recordStep, recordOf(id, index))
      await stage.on(today, writePlan, { id, rev: 0, elements: { objek: 'Air' } })
      return id
    }
    const returned = { step: 'verifikasi', occurredOn: '2026-04-01', outcome: 'returned', paper: { seenAt: 'Lemari' } }
    const dprd = { step: 'persetujuan_dprd', holder: 'dprd', round: 2 }
    const said = await decided()
    const { body } = await stage.on(today, recordStep, { id: said, ...returned, dprdAgain: true })
    expect(body.opened).toContainEqual(dprd)

    const changed = await decided()
    expect((await stage.on(today, recordStep, { id: changed, ...returned })).body.opened).not.toContainEqual(dprd)
    const plan = { id: changed, rev: 1, elements: { objek: 'Air' } }
    expect((await stage.on(today, writePlan, plan)).body.dprdAgain).toBe(false)
    const other = { ...plan, rev: 2, elements: { objek: 'Air dan sampah' } }
    expect((await stage.on(today, writePlan, other)).body).toMatchObject({ rev: 3, dprdAgain: true })
    const needs = (await stage.on(today, prepareStep, { id: changed, step: 'verifikasi' })).body.obstacles
    expect(needs.map(({ id: of }: { id: string }) => of)).toContain('keputusan_dprd')

    const spared = await decided()
    await stage.on(today, recordStep, { id: spared, ...returned })
    const small = { id: spared, rev: 1, elements: { objek: 'Air bersih' }, dprdAgain: false }
    expect((await stage.on(today, writePlan, small)).body.dprdAgain).toBe(false)
  })
})

describe('DPRD’s clock', () => {
  const clock = async (id: string, on: string) => (await stage.on(on, readWork, { id })).body.clock

  test('starts with the receipt by the secretariat and with nothing else; silence stays silence', async () => {
    const id = await stage.begin({ kind })
    const sent = { id, step: 'persetujuan_dprd', holder: 'dprd', sentOn: '2026-01-02' }
    await stage.on(today, sendStep, sent)
    expect(await clock(id, today)).toMatchObject({ state: 'cannot_count' })
    expect((await stage.on(today, sendStep, { ...sent, receivedOn: '2026-01-05' })).body).toMatchObject({
      rev: 2,
      round: 1,
    })
    expect(await clock(id, '2026-02-01')).toMatchObject({ state: 'running', receivedOn: '2026-01-05' })
    const late = await clock(id, '2026-04-20')
    expect([late.state, late.count.weekendsOnlyOn]).toEqual(['overdue', '2026-03-09'])
    const work = (await stage.on('2026-01-25', readWork, { id })).body
    expect(work.waiting).toEqual([{ holder: 'dprd', days: 20, rounds: 1 }])
    expect(await state(id, '2026-04-20')).toEqual(['exploring', 'penjajakan'])
  })

  test('that ended keeps its arithmetic: a holiday entered later moves the running one only', async () => {
    const [closed, open] = [await stage.begin({ kind }), await stage.begin({ kind })]
    for (const id of [closed, open]) {
      const sent = { step: 'persetujuan_dprd', holder: 'dprd', sentOn: '2026-06-22', receivedOn: '2026-06-22' }
      await stage.on('2026-07-01', sendStep, { id, ...sent })
    }
    const answer = {
      step: 'persetujuan_dprd',
      occurredOn: '2026-07-10',
      outcome: 'agreed',
      paper: { seenAt: 'Lemari' },
    }
    await stage.on('2026-07-10', recordStep, { id: closed, ...answer })
    const due = async () => Promise.all([closed, open].map(async (id) => (await clock(id, '2026-07-20')).dueOn))
    const before = await due()
    const admin = await stage.world.as('admin')
    const off = { day: '2026-07-15', kind: 'daerah', name: 'Hari jadi' }
    expect((await admin.ask(addHoliday, off)).status).toBe(200)
    const after = await due()
    expect(after[0]).toBe(before[0])
    expect(after[1] > before[1]).toBe(true)
    expect((await clock(closed, '2026-07-20')).state).toBe('ended')
  })

  test('a receipt before the sending and an answer before the receipt are refused', async () => {
    const id = await stage.begin({ kind })
    const sent = { id, step: 'persetujuan_dprd', holder: 'dprd', sentOn: '2026-01-05' }
    const { body } = await stage.on(today, sendStep, { ...sent, receivedOn: '2026-01-04' })
    expect(body.details.fields).toEqual([{ path: 'receivedOn', fault: 'wrong_order' }])
    await stage.on(today, sendStep, { ...sent, receivedOn: '2026-01-06' })
    const early = { id, step: 'persetujuan_dprd', occurredOn: '2026-01-05', outcome: 'agreed' }
    expect((await stage.on(today, recordStep, early)).body.details.fields).toEqual([
      { path: 'occurredOn', fault: 'wrong_order' },
    ])
  })
})

test('a step lies with those it can lie with, and rounds are not skipped', async () => {
  const id = await stage.begin({ kind })
  const at = { id, step: 'persetujuan_dprd', occurredOn: '2026-05-02' }
  const faultOf = async (more: object) =>
    (await stage.on(today, recordStep, { ...at, ...more })).body.details?.fields?.[0]
  expect(await faultOf({ holder: 'menlu' })).toEqual({ path: 'holder', fault: 'not_listed' })
  expect(await faultOf({ holder: 'dprd', round: 50 })).toEqual({ path: 'round', fault: 'wrong' })
  expect(await faultOf({ holder: 'bagian_hukum' })).toBeUndefined()
  const sent = await stage.on(today, sendStep, { ...at, holder: 'menlu', sentOn: '2026-05-02' })
  expect(sent.body.details.fields).toEqual([{ path: 'holder', fault: 'not_listed' }])
})

describe('papers', () => {
  test('are corrected and voided by the head of division, with a reason; a voided one counts nowhere', async () => {
    const id = await stage.begin({ kind })
    const paper = { id, kind: 'loi', seenAt: 'Lemari', datedOn: '2026-02-10' }
    const { body: filed } = await stage.on(today, fileDocument, paper)
    expect(filed).toMatchObject({ step: 'pernyataan_kehendak', round: 1 })
    expect(await state(id)).toEqual(['in_process', 'pernyataan_kehendak'])
    const mend = { id: filed.id, rev: 1, reason: 'Salah tanggal', datedOn: '2026-03-10' }
    expect((await stage.on(today, mendDocument, mend)).status).toBe(403)
    expect((await stage.on(today, mendDocument, { ...mend, reason: '' }, stage.head)).status).toBe(422)
    expect((await stage.on(today, mendDocument, mend, stage.head)).body).toEqual({ id: filed.id, rev: 2 })
    expect(await state(id, '2026-03-09')).toEqual(['exploring', 'penjajakan'])
    expect((await stage.on(today, mendDocument, mend, stage.head)).body.code).toBe('stale')
    const gone = { id: filed.id, rev: 2, reason: 'Bukan LoI' }
    expect((await stage.on(today, voidDocument, gone)).status).toBe(403)
    expect((await stage.on(today, voidDocument, gone, stage.head)).status).toBe(200)
    expect(await state(id)).toEqual(['exploring', 'penjajakan'])
    const [row] = (await stage.on(today, listDocuments, { id })).body.rows
    expect(row).toMatchObject({ voidedOn: today, voidedReason: 'Bukan LoI', seenAt: 'Lemari' })
  })

  test('a number its issuer used before is asked; another issuer may have it', async () => {
    const id = await stage.begin({ kind })
    const paper = {
      id,
      kind: 'jawaban_mendagri',
      seenAt: 'Lemari',
      number: '100/1',
      issuer: 'Kemendagri',
      outcome: 'agreed',
    }
    expect((await stage.on(today, fileDocument, paper)).status).toBe(200)
    const again = await stage.on(today, fileDocument, paper)
    expect(again.body.details.fields).toEqual([{ path: 'number', fault: 'doubtful' }])
    expect((await stage.on(today, fileDocument, { ...paper, sure: ['number'] })).status).toBe(200)
    expect((await stage.on(today, fileDocument, { ...paper, issuer: 'Kemlu' })).status).toBe(200)
  })
})

describe('a step', () => {
  test('is mended and removed while it has no paper', async () => {
    const id = await stage.begin({ kind })
    const { body } = await stage.on(today, sendStep, {
      id,
      step: 'verifikasi',
      holder: 'mendagri',
      sentOn: '2026-02-01',
    })
    const mend = { id: body.id, rev: 1, fromOn: '2026-02-03', note: 'Lewat pos' }
    expect((await stage.on(today, mendStep, mend)).body).toMatchObject({ rev: 2 })
    expect((await stage.on(today, mendStep, mend)).body.code).toBe('stale')
    const backwards = await stage.on(today, mendStep, { id: body.id, rev: 2, toOn: '2026-01-01' })
    expect(backwards.body.details.fields).toEqual([{ path: 'toOn', fault: 'wrong_order' }])
    const { steps } = (await stage.on('2026-02-13', readWork, { id })).body
    expect(steps).toMatchObject([{ holder: 'mendagri', state: 'waiting', fromOn: '2026-02-03', days: 10 }])
    await stage.on(today, recordStep, { id, step: 'verifikasi', occurredOn: '2026-03-01', paper: { seenAt: 'Lemari' } })
    const documented = await stage.on(today, dropStep, { id: body.id, rev: 3 })
    expect(documented.body.details.fields).toEqual([{ path: 'id', fault: 'taken' }])
    const other = (await stage.on(today, sendStep, { id, step: 'prakarsa', holder: 'pemda', sentOn: '2026-02-01' }))
      .body
    expect((await stage.on(today, dropStep, { id: other.id, rev: 1 })).status).toBe(200)
    expect((await stage.on(today, dropStep, { id: other.id, rev: 1 })).status).toBe(404)
  })
})

test('the plan is one record: two officers on one page, the slower is told', async () => {
  const id = await stage.begin({ kind })
  expect((await stage.on(today, readPlan, { id })).body).toEqual({ rev: 0, elements: {} })
  const [one, two] = [{ subjek: 'Dua kota' }, { objek: 'Air' }]
  expect((await stage.on(today, writePlan, { id, rev: 0, elements: one })).body.rev).toBe(1)
  expect((await stage.on(today, writePlan, { id, rev: 0, elements: two }, stage.head)).body.code).toBe('stale')
  expect((await stage.on(today, writePlan, { id, rev: 1, elements: two }, stage.head)).status).toBe(200)
  expect((await stage.on(today, readPlan, { id })).body).toEqual({ rev: 2, elements: { ...one, ...two } })
})
