import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { joinPartners } from '../src/slices/partners/contract.ts'
import {
  fileDocument,
  listTexts,
  mendText,
  newRelation,
  readRelation,
  recordStep,
  recordText,
  voidText,
} from '../src/slices/relations/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const kind = 'foreign_local_government' as const
const today = '2026-06-01'
const paper = { seenAt: 'Lemari arsip' }
const statusAt = async (id: string) => (await stage.on(today, readRelation, { id })).body.status
const faults = async (input: object, endpoint: Endpoint = recordText) => {
  const { status, body } = await stage.on(today, endpoint, { ...input })
  return [status, ...(body.details?.fields ?? []).map(({ path, fault }: any) => `${path} ${fault}`)]
}

describe('a text', () => {
  test('rests on the text itself: minutes, a minister’s answer or another paper sign nothing', async () => {
    const id = await stage.begin({ kind })
    const text = { id, kind: 'mou', title: 'MoU', signedOn: '2026-01-01', isOpenEnded: true }
    const minutes = { ...paper, kind: 'notulen_pembahasan' }
    expect(await faults({ ...text, paper: minutes })).toEqual([422, 'paper.kind wrong'])
    const { body: filed } = await stage.on(today, fileDocument, { id, ...minutes })
    expect(await faults({ ...text, document: filed.id })).toEqual([422, 'document wrong'])
    const { body: open } = await stage.on(today, recordText, text)
    expect(await faults({ id: open.id, rev: 1, document: filed.id }, mendText)).toEqual([422, 'document wrong'])
    const answer = { ...paper, kind: 'jawaban_mendagri' }
    const step = { id, step: 'pernyataan_kehendak', occurredOn: '2026-01-02', paper: answer, text: { kind: 'renewal' } }
    expect((await stage.on(today, recordStep, step)).status).toBe(200)
    expect((await stage.on(today, listTexts, { id })).body.rows.map((row: any) => row.isSigned)).toEqual([false, false])
    expect(await statusAt(id)).not.toMatch(/signed|force/)
  })

  test('has its reason in at most 2,000 characters, and does not take the place of itself', async () => {
    const id = await stage.begin({ kind })
    const { body } = await stage.on(today, recordText, { id, kind: 'mou', title: 'MoU' })
    expect(await faults({ id: body.id, rev: 1, reason: '字'.repeat(2001) }, voidText)).toEqual([422, 'reason too_long'])
    expect(await faults({ id: body.id, rev: 1, replaces: body.id.toUpperCase() }, mendText)).toEqual([
      422,
      'replaces wrong',
    ])
    expect((await stage.on(today, voidText, { id: body.id, rev: 1, reason: '字'.repeat(2000) })).status).toBe(200)
  })
})

describe('a relation', () => {
  test('has one partner, also when two begin with it at once and when it was entered twice', async () => {
    const partner = await stage.partner(kind)
    const both = await Promise.all([1, 2, 3].map(async () => await stage.on(today, newRelation, { partner })))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422])
    const twin = await stage.partner(kind)
    expect((await stage.on(today, joinPartners, { id: twin, sameAs: partner })).status).toBe(200)
    expect(await faults({ partner: twin }, newRelation)).toEqual([422, 'partner taken'])
  })
})
