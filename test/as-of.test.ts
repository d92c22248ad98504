import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPartnerPage } from '../src/pages/partner-page/contract.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { addAlias, addPartner, joinPartners } from '../src/slices/partners/contract.ts'
import * as relations from '../src/slices/relations/contract.ts'
import { addProvenance, addSource, judge } from '../src/slices/sources/contract.ts'
import { openRelationStage, recordOf, type RelationStage } from './relation-stage.ts'

let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const kind = 'foreign_local_government' as const
const today = '2026-06-01'
const slugOf = async (id: string) => (await stage.on(today, relations.readRelation, { id })).body.slug as string

describe('keadaan per tanggal', () => {
  test('page, process and next step are read for the day asked for, whatever day the visitor looks at', async () => {
    const id = await stage.begin({ kind, beganOn: '2025-01-02' })
    const slug = await slugOf(id)
    for (const index of [0, 1, 2]) await stage.on(today, relations.recordStep, recordOf(id, index))
    await stage.on(today, relations.setNextStep, { id, reason: 'waiting_partner' })
    const pageOn = async (per?: string) => (await stage.on(today, readRelationPage, { slug, per })).body
    const workOn = async (per?: string) => (await stage.on(today, relations.readWork, { id, per })).body
    const stepOn = async (per?: string) => (await stage.on(today, relations.readNextStep, { id, per })).body
    expect((await workOn()).documents).toHaveLength(3)
    expect((await workOn('2025-02-28')).documents).toHaveLength(2)
    expect((await workOn('2025-01-05')).steps).toEqual([])
    expect((await pageOn()).relation.process.steps.length).toBeGreaterThan(0)
    expect((await pageOn('2025-01-05')).relation.process.steps).toEqual([])
    expect((await stepOn()).step.reason).toBe('waiting_partner')
    expect((await stepOn('2026-05-31')).step).toBeUndefined()
  })

  test('what is no whole day is refused', async () => {
    const id = await stage.begin({ kind })
    const slug = await slugOf(id)
    for (const per of ['2025', '2025-02-30', 'kemarin']) {
      expect((await stage.officer.ask(readRelationPage, { slug, per })).status, per).toBe(422)
      expect((await stage.officer.ask(relations.readWork, { id, per })).status, per).toBe(422)
      expect((await stage.officer.ask(relations.readNextStep, { id, per })).status, per).toBe(422)
    }
  })

  test('the partner’s page too', async () => {
    const slug = 'izumisano'
    const factsOn = async (per?: string) => {
      const { status, body } = await stage.officer.ask(readPartnerPage, { slug, per })
      return [status, body.partner?.facts?.length]
    }
    const [status, all] = await factsOn()
    expect(status).toBe(200)
    expect(all).toBeGreaterThan(0)
    expect(await factsOn('2020-01-01')).toEqual([200, 0])
    expect((await factsOn('2020'))[0]).toBe(422)
  })
})

describe('a relation’s page', () => {
  test('a source that differs does not make the value better known, and is judged', async () => {
    const id = await stage.begin({ kind })
    const slug = await slugOf(id)
    const { body: source } = await stage.officer.ask(addSource, { kind: 'news', title: `Berita ${newId()}` })
    const line = { subject: id, field: 'purpose', source: source.id, value: 'Wisata' }
    const { status, body: added } = await stage.officer.ask(addProvenance, line)
    expect(status).toBe(200)
    const seen = async () => {
      const { levels, differences } = (await stage.on(today, readRelationPage, { slug })).body
      return [levels[`${id}.purpose`], differences[`${id}.purpose`]]
    }
    expect(await seen()).toEqual([undefined, 'open'])
    const judged = { subject: id, field: 'purpose', line: added.id, reason: 'Berita itu mengutip wali kota.' }
    expect((await stage.officer.ask(judge, judged)).status).toBe(200)
    expect(await seen()).toEqual([undefined, 'settled'])
  })

  test('a partner that was entered twice is read as the one that is kept, and found by the spellings of both', async () => {
    const enter = async (name: string) =>
      (await stage.officer.ask(addPartner, { name, kind, country: 'JP', sure: ['name'] })).body as { id: string }
    const [twin, kept] = [await enter(`Kembar ${newId()}`), await enter(`Asli ${newId()}`)]
    const alias = `Ejaan${newId().replaceAll('-', '')}`
    await stage.officer.ask(addAlias, { id: twin.id, name: alias, sure: ['name'] })
    const { body: begun } = await stage.officer.ask(relations.newRelation, { partner: twin.id, beganOn: '2025-01-02' })
    const found = async (q: string) =>
      (await stage.on(today, relations.listRelations, { q })).body.rows.map(({ id }: { id: string }) => id)
    expect(await found(alias)).toEqual([begun.id])
    expect((await stage.officer.ask(joinPartners, { id: twin.id, sameAs: kept.id, sure: ['name'] })).status).toBe(200)
    const { partner } = (await stage.on(today, relations.readRelation, { id: begun.id })).body
    expect(partner.id).toBe(kept.id)
    expect(await found(alias)).toEqual([begun.id])
  })

  test('another region’s relation is not found on any day', async () => {
    const id = await stage.begin({ kind })
    const other = await stage.world.as('petugas-kab-bekasi')
    const slug = await slugOf(id)
    expect((await other.ask(readRelationPage, { slug, per: '2025-06-01' })).status).toBe(404)
    expect((await other.ask(relations.readWork, { id, per: '2025-06-01' })).status).toBe(404)
  })
})
