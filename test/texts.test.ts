import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../src/shared/dates.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { holderIds, outcomes, stepIds } from '../src/slices/procedures/model.ts'
import { listRegister } from '../src/slices/oversight/contract.ts'
import { addOfficial } from '../src/slices/reference/contract.ts'
import {
  beginProcess,
  discontinueRelation,
  fileDocument,
  listTexts,
  mendText,
  newRelation,
  readRelation,
  readWork,
  recordStep,
  recordText,
  resumeRelation,
  sendStep,
  setPartner,
  voidDocument,
  voidText,
  writePlan,
} from '../src/slices/relations/contract.ts'
import { statuses } from '../src/slices/relations/model.ts'
import { openRelationStage, papersToSignature, recordOf, type RelationStage } from './relation-stage.ts'

let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const kind = 'foreign_local_government' as const
const today = '2026-06-01'
const statusAt = async (id: string, on = today) => (await stage.on(on, readRelation, { id })).body.status
const faults = async (input: object, endpoint: Endpoint = recordText) => {
  const { status, body } = await stage.on(today, endpoint, { ...input })
  return [status, ...(body.details?.fields ?? []).map(({ path, fault }: any) => `${path} ${fault}`)]
}
const paper = { seenAt: 'Lemari arsip' }
const old = { kind: 'mou', title: 'MoU', imported: true, paper, signedOn: '2019-06-26' }

describe('a text', () => {
  test('counts as signed with its paper only', async () => {
    const id = await stage.begin({ kind })
    const { body } = await stage.on(today, recordText, { id, kind: 'mou', title: 'MoU', signedOn: '2026-05-01' })
    expect(body).toMatchObject({ document: null, status: 'exploring' })
    const filed = await stage.on(today, fileDocument, { id, kind: 'naskah_asli', ...paper, datedOn: '2026-05-01' })
    const mended = await stage.on(today, mendText, { id: body.id, rev: 1, document: filed.body.id })
    expect(mended.body.status).toBe('signed_incomplete')
    const [row] = (await stage.on(today, listTexts, { id })).body.rows
    expect(row).toMatchObject({ isSigned: true, lastDay: null, rev: 2 })
  })

  test('that is old and imported is asked nothing again: in force, ending soon a year before its end, ended', async () => {
    const id = await stage.begin({ kind })
    const { body } = await stage.on(today, recordText, { id, ...old, termMonths: 84 })
    expect(body.status).toBe('ending_soon')
    const days = ['2019-06-25', '2019-06-26', '2025-06-24', '2025-06-25', '2026-06-25', '2026-06-26']
    const words = await Promise.all(days.map(async (on) => statusAt(id, on)))
    expect(words).toEqual([null, 'in_force', 'in_force', 'ending_soon', 'ending_soon', 'ended'])
    expect((await stage.on(today, listTexts, { id })).body.rows[0].lastDay).toBe('2026-06-25')
  })

  test('has one term or none that is known; it cannot end before it begins', async () => {
    const id = await stage.begin({ kind })
    const of = { id, kind: 'mou', title: 'MoU', beginsOn: '2026-02' }
    expect(await faults({ ...of, endsOn: '2026-01-31' })).toEqual([422, 'endsOn wrong_order'])
    expect(await faults({ ...of, endsOn: '2027', termMonths: 12 })).toEqual([422, 'endsOn wrong'])
    expect(await faults({ ...of, isOpenEnded: true, termMonths: 12 })).toEqual([422, 'endsOn wrong'])
    expect(await faults({ ...of, signedOn: '2026-06-02' })).toEqual([422, 'signedOn doubtful'])
    expect(await faults({ ...of, numberOurs: '1/KS' })).toEqual([200])
    expect(await faults({ ...of, numberOurs: '1/KS' })).toEqual([422, 'numberOurs doubtful'])
    expect(await faults({ ...of, numberOurs: '1/KS', sure: ['numberOurs'] })).toEqual([200])
    expect((await faults({ ...of, replaces: newId() }))[0]).toBe(404)
    const { body } = await stage.on(today, recordText, { ...of, termMonths: 12 })
    const told = await stage.on(today, mendText, { id: body.id, rev: 1, isOpenEnded: true })
    expect(told.status).toBe(200)
    const rows = (await stage.on(today, listTexts, { id })).body.rows
    expect(rows.find((row: any) => row.id === body.id)).toMatchObject({
      termMonths: null,
      isOpenEnded: true,
      lastDay: null,
    })
  })

  test('once signed is locked: the officer completes it, the head of division corrects and voids it with a reason', async () => {
    const id = await stage.begin({ kind })
    const { body } = await stage.on(today, recordText, { id, ...old })
    const of = { id: body.id, rev: 1 }
    expect((await stage.on(today, mendText, { ...of, originalAt: 'Kementerian Luar Negeri' })).body.rev).toBe(2)
    const mend = { ...of, rev: 2, signedOn: '2019-06-27' }
    expect((await stage.on(today, mendText, mend)).status).toBe(403)
    expect(await faults(mend, mendText).then(([code]) => code)).toBe(403)
    const bare = await stage.on(today, mendText, mend, stage.head)
    expect(bare.body.details.fields).toEqual([{ path: 'reason', fault: 'required' }])
    expect((await stage.on(today, mendText, { ...mend, reason: 'Salah ketik' }, stage.head)).body.rev).toBe(3)
    const gone = { id: body.id, rev: 3, reason: 'Naskah lain' }
    expect((await stage.on(today, voidText, gone)).status).toBe(403)
    expect((await stage.on(today, voidText, gone, stage.head)).body.status).toBe('exploring')
    expect((await stage.on(today, voidText, gone, stage.head)).body.code).toBe('stale')
  })

  test('without its paper again, because the paper was void, is signed no more', async () => {
    const id = await stage.begin({ kind })
    const { body } = await stage.on(today, recordText, { id, ...old })
    expect(await statusAt(id)).toBe('in_force')
    const void_ = { id: body.document, rev: 1, reason: 'Salinan palsu' }
    expect((await stage.on(today, voidDocument, void_, stage.head)).status).toBe(200)
    expect(await statusAt(id)).toBe('exploring')
  })

  test('says who signed in which capacity that day, and tells when it was not in full', async () => {
    const admin = await stage.world.as('admin')
    const terms = [
      { name: 'Pejabat Satu', capacity: 'plt', seenOn: '2022-02-03', fromOn: '2021-12', toOn: '2022-04-17' },
      { name: 'Pejabat Satu', capacity: 'definitif', seenOn: '2022-04-18', fromOn: '2022-04-18', toOn: '2023-09-20' },
    ]
    for (const term of terms)
      expect((await admin.ask(addOfficial, { office: 'wakil_wali_kota', ...term })).body).toHaveProperty('id')
    const id = await stage.begin({ kind })
    const signatories = [
      { side: 'region', office: 'wakil_wali_kota' },
      { side: 'partner', name: 'Wali Kota Mitra', office: 'Mayor' },
    ]
    const on = async (signedOn: string) => {
      const { body } = await stage.on(today, recordText, { id, kind: 'mou', title: 'MoU', signedOn, signatories })
      return body.warnings
    }
    expect(await on('2022-02-03')).toEqual([{ path: 'signatories.0', capacity: 'plt' }])
    expect(await on('2022-05-01')).toEqual([])
    const { rows } = (await stage.on(today, listTexts, { id })).body
    expect(rows[0].signatories).toMatchObject([
      { side: 'region', name: 'Pejabat Satu', office: 'wakil_wali_kota', capacity: 'plt' },
      { side: 'partner', name: 'Wali Kota Mitra', office: 'Mayor', capacity: null },
    ])
    const nobody = { id, kind: 'mou', title: 'MoU', signatories: [{ side: 'partner' }] }
    expect(await faults(nobody)).toEqual([422, 'signatories.0 required'])
    const foreign = { ...nobody, signatories: [{ side: 'region', official: newId() }] }
    expect((await faults(foreign))[0]).toBe(404)
  })
})

describe('two texts in a row', () => {
  test('the renewal takes the place of the first, and the relation goes on', async () => {
    const id = await stage.begin({ kind, beganOn: '2014-12-19' })
    const first = await stage.on(today, recordText, { id, ...old, endsOn: '2024-06-25' })
    expect(await statusAt(id, '2024-06-26')).not.toBe('in_force')
    const renewal = { kind: 'renewal', signedOn: '2025-08-11', termMonths: 60, replaces: first.body.id }
    await stage.on(today, recordText, { id, ...old, ...renewal })
    const words = await Promise.all(
      ['2020-01-01', '2023-06-26', '2025-08-11', '2029-08-10'].map((on) => statusAt(id, on)),
    )
    expect(words).toEqual(['in_force', 'ending_soon', 'in_force', 'ending_soon'])
    const [line] = await stage.world
      .owner`select status, soon_on::text, ends_on::text from oversight.register where id = ${id}`
    expect(line).toEqual({ status: 'in_force', soon_on: '2029-08-10', ends_on: '2030-08-10' })
  })

  test('a text ended early ends the relation; a process for a renewal opens it again', async () => {
    const id = await stage.begin({ kind, beganOn: '2019-01-01' })
    for (const index of papersToSignature.keys()) await stage.on(today, recordStep, recordOf(id, index))
    const text = { title: 'MoU', isOpenEnded: true }
    const signing = {
      id,
      step: 'penandatanganan',
      occurredOn: '2026-01-10',
      text,
      paper: { ...paper, datedOn: '2026-01-10' },
    }
    const { body } = await stage.on(today, recordStep, signing)
    expect(await statusAt(id)).toBe('signed_incomplete')
    expect((await stage.on(today, beginProcess, { id, beganOn: '2026-05-20' })).status).toBe(200)
    expect((await stage.on(today, beginProcess, { id, beganOn: '2026-05-20' })).body.details.fields).toEqual([
      { path: 'beganOn', fault: 'taken' },
    ])
    const end = { id: body.text, rev: 1, terminatedOn: '2026-05-01' }
    expect((await stage.on(today, mendText, end)).status).toBe(200)
    const words = await Promise.all(['2026-04-30', '2026-05-01', '2026-05-20'].map((on) => statusAt(id, on)))
    expect(words).toEqual(['signed_incomplete', 'ended', 'exploring'])
  })
})

describe('a relation', () => {
  test('begins with a partner or a label, under an address that is free everywhere', async () => {
    const named = { label: 'Calon Mitra Baru' }
    const one = (await stage.on(today, newRelation, named)).body
    const two = (await stage.on(today, newRelation, named)).body
    expect([one.slug, two.slug]).toEqual(['calon-mitra-baru', 'calon-mitra-baru-kota-bekasi'])
    const other = await (await stage.world.as('petugas-kab-bekasi')).ask(newRelation, named)
    expect(other.body.slug).toBe('calon-mitra-baru-kab-bekasi')
    expect((await stage.on(today, newRelation, { label: '泉佐野市' })).body.slug).toBe('kerja-sama')
    expect(await faults({}, newRelation)).toEqual([422, 'partner required'])
    expect((await faults({ partner: newId() }, newRelation))[0]).toBe(404)
  })

  test('learns who its partner is: its kind decides what runs', async () => {
    const partnerOf = async (id: string) => (await stage.on(today, readRelation, { id })).body.partner
    const taken = await partnerOf(await stage.begin({ kind }))
    const { id } = (await stage.on(today, newRelation, { label: 'Kota di Jepang' })).body
    expect(await statusAt(id)).toBeNull()
    expect(await faults({ id, rev: 1, partner: taken.id }, setPartner)).toEqual([422, 'partner taken'])
    const partner = await stage.partner(kind)
    const { status, body } = await stage.on(today, setPartner, { id, rev: 1, partner })
    expect([status, body.procedure]).toEqual([200, 'foreign-2018'])
    expect(await statusAt(id)).toBe('exploring')
    expect(await faults({ id, rev: 2, partner }, setPartner)).toEqual([422, 'partner wrong'])
  })

  test('a company is never a sister city, also when it is named later', async () => {
    const { id } = (await stage.on(today, newRelation, { label: 'Pihak Korea', cooperationType: 'ksdpl' })).body
    const company = await stage.partner('company')
    const { rev } = (await stage.on(today, readRelation, { id })).body
    const { status, body } = await stage.on(today, setPartner, { id, rev, partner: company })
    expect([status, body.details.missing[0].article.law]).toEqual([422, 'PP 28/2018'])
    expect(await faults({ partner: company, cooperationType: 'ksdpl' }, newRelation)).toEqual([
      422,
      'cooperationType wrong',
    ])
  })

  test('is not continued from a day on, and taken up again', async () => {
    const id = await stage.begin({ kind })
    const end = { id, rev: 1, notContinuedOn: '2026-03-01', reason: 'Mitra menarik diri' }
    expect(await faults({ ...end, notContinuedOn: '2023' }, discontinueRelation)).toEqual([
      422,
      'notContinuedOn wrong_order',
    ])
    expect((await stage.on(today, discontinueRelation, end)).body.rev).toBe(2)
    expect([await statusAt(id, '2026-02-28'), await statusAt(id)]).toEqual(['exploring', 'not_continued'])
    expect((await stage.on(today, resumeRelation, { id, rev: 1 })).body.code).toBe('stale')
    expect((await stage.on(today, resumeRelation, { id, rev: 2 })).status).toBe(200)
    expect(await statusAt(id)).toBe('exploring')
  })
})

describe('without a document', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2024-01-05', days))
  const step = fc.constantFrom(...stepIds)
  const act = fc.oneof(
    fc.record({
      does: fc.constant(recordStep),
      step,
      occurredOn: day,
      outcome: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
    }),
    fc.record({ does: fc.constant(sendStep), step, holder: fc.constantFrom(...holderIds), sentOn: day }),
    fc.record({
      does: fc.constant(recordText),
      kind: fc.constantFrom('mou', 'loi', 'renewal'),
      signedOn: day,
      imported: fc.boolean(),
    }),
    fc.record({ does: fc.constant(writePlan), rev: fc.constant(0) }),
    fc.record({ does: fc.constant(discontinueRelation), notContinuedOn: day }),
  )

  test('no sequence of acts leaves exploring and not continued; one filed signed text does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        const id = await stage.begin({ kind })
        for (const { does, ...input } of acts) {
          const { rev } = (await stage.on(today, readRelation, { id })).body
          const more = { title: 'MoU', reason: 'Alasan', elements: { objek: 'Air' } }
          const sure = ['occurredOn', 'signedOn', 'sentOn', 'numberOurs', 'notContinuedOn']
          await stage.on(today, does, { rev, sure, ...more, ...input, id })
          expect(['exploring', 'not_continued']).toContain(await statusAt(id))
        }
        const { body } = await stage.on(today, recordText, {
          id,
          kind: 'mou',
          title: 'MoU',
          signedOn: '2026-05-01',
          paper,
        })
        const isStopped = acts.some(({ does }) => does === discontinueRelation)
        expect(body.status).toBe(
          isStopped && (await statusAt(id)) === 'not_continued' ? 'not_continued' : 'signed_incomplete',
        )
      }),
      { numRuns: 12 },
    )
  })
})

test('“keadaan per tanggal” equals a ten-line oracle on 200 days', async () => {
  const id = await stage.begin({ kind, beganOn: '2024-01-05' })
  for (const index of papersToSignature.keys()) await stage.on(today, recordStep, recordOf(id, index))
  const signed = { ...paper, datedOn: '2025-12-20' }
  const text = { title: 'MoU', endsOn: '2028-12-19' }
  await stage.on(today, recordStep, {
    id,
    step: 'penandatanganan',
    occurredOn: '2025-12-20',
    paper: { ...signed, lang: 'id', articles: 9 },
    text,
  })
  await stage.on(today, fileDocument, {
    id,
    kind: 'naskah_asli',
    ...signed,
    datedOn: '2026-01-15',
    lang: 'en',
    articles: 9,
  })
  const { rev } = (await stage.on(today, readRelation, { id })).body
  await stage.on(today, discontinueRelation, {
    id,
    rev,
    notContinuedOn: '2029-06',
    reason: 'Selesai',
    sure: ['notContinuedOn'],
  })
  const oracle = (on: string) => {
    if (on >= '2029-06-01') return 'not_continued'
    if (on > '2028-12-19') return 'ended'
    if (on >= '2027-12-20') return 'ending_soon'
    if (on >= '2026-01-15') return 'in_force'
    if (on >= '2025-12-20') return 'signed_incomplete'
    if (on >= '2025-02-10') return 'in_process'
    return on >= '2024-01-05' ? 'exploring' : null
  }
  const seen = new Set<string | null>()
  const day = fc.integer({ min: 0, max: 2300 }).map((days) => addDays('2023-10-01', days))
  await fc.assert(
    fc.asyncProperty(day, async (on) => {
      const status = await statusAt(id, on)
      seen.add(status)
      expect(status).toBe(oracle(on))
    }),
    { numRuns: 200 },
  )
  expect(seen.size).toBeGreaterThan(5)
  expect(statuses).toHaveLength(7)
})

test('what a relation’s page needs comes in a few statements, also with 400 acts', async () => {
  const id = await stage.begin({ kind })
  for (let n = 0; n < 100; n += 1) {
    const step = stepIds[n % stepIds.length]
    await stage.on(today, sendStep, {
      id,
      step,
      holder: holderIds[n % holderIds.length],
      round: (n % 40) + 1,
      sentOn: '2026-01-05',
    })
  }
  const started = performance.now()
  for (let n = 0; n < 10; n += 1) expect((await stage.on(today, readWork, { id })).status).toBe(200)
  expect((performance.now() - started) / 10).toBeLessThan(60)
})

test('the province reads a line as it stands on its day: running, ending soon, over', async () => {
  const id = await stage.begin({ kind: 'embassy' })
  await stage.on(today, recordText, { id, ...old, endsOn: '2027-12-31' })
  const province = await stage.world.as('provinsi')
  const lineOn = async (on: string) => {
    const { body } = await stage.on(on, listRegister, { limit: 100 }, province)
    const line = body.rows.find((row: { id: string }) => row.id === id)
    const { rows } = (await stage.on(on, listRegister, { limit: 100, status: line.status }, province)).body
    expect(rows.map((row: { id: string }) => row.id)).toContain(id)
    return [line.status, line.endsOn, await statusAt(id, on)]
  }
  const ends = '2027-12-31'
  expect(await lineOn('2026-06-01')).toEqual(['in_force', ends, 'in_force'])
  expect(await lineOn('2026-12-31')).toEqual(['ending_soon', ends, 'ending_soon'])
  expect(await lineOn('2028-01-01')).toEqual(['ended', ends, 'ended'])
})
