import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readToday } from '../src/pages/today/contract.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { addDays } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import { linkRelation, recordActivity, voidActivity } from '../src/slices/agenda/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import {
  discontinueRelation,
  fileDocument,
  listRelations,
  listSilences,
  mendRelation,
  recordText,
  setNextStep,
} from '../src/slices/relations/contract.ts'
import { refreshSilences } from '../src/slices/relations/jobs.ts'
import { silentAfter, type SilenceKind } from '../src/slices/relations/silence-model.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const foreign = { kind: 'foreign_local_government', country: 'JP' } as const
const paper = { kind: 'naskah_asli', seenAt: 'Lemari' }
const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
/** What of a relation is silent on a day, as the page lists it. */
async function silent(id: string, on: string): Promise<SilenceKind[]> {
  const kinds: SilenceKind[] = []
  for (let after: string | undefined; ;) {
    const { rows, next } = await done(on, listSilences, { limit: 100, ...(after !== undefined && { after }) })
    for (const row of rows) if (row.relation.id === id) kinds.push(row.kind)
    if (next === undefined) return kinds
    after = next
  }
}
/** A meeting with the partner of a relation. */
async function meet(relation: string, occurredOn: string): Promise<string> {
  const visit = { about: 'Rapat', who: 'Tamu', place: 'Balai kota', occurredOn }
  const { id } = await done(occurredOn, recordActivity, visit)
  await done(occurredOn, linkRelation, { id, relation })
  return id
}
const text = (id: string, more: Record<string, unknown>) => ({ id, kind: 'mou', title: 'Nota', paper, ...more })

describe('what is silent', () => {
  test('story 002: nothing recorded after 24 July 2025 is told from 20 January 2026', async () => {
    const { relation } = await done('2026-01-20', readRelationPage, { slug: 'kota-bekasi-izumisano' })
    expect(await silent(relation.id, '2026-01-19')).not.toContain('no_news')
    expect(await silent(relation.id, '2026-01-20')).toContain('no_news')
    const { lines } = await done('2026-01-20', readToday)
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'silent', why: 'no_news', lastOn: '2025-07-24', days: silentAfter.no_news }),
    )
  })

  test('a letter of intent of 19 December 2014 without text a year later, until the MoU of 26 June 2019', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2014-01-10' })
    await done('2014-12-20', fileDocument, { id, kind: 'loi', seenAt: 'Lemari', datedOn: '2014-12-19' })
    expect(await silent(id, '2015-12-18')).not.toContain('loi_no_mou')
    expect(await silent(id, addDays('2014-12-19', silentAfter.loi_no_mou))).toContain('loi_no_mou')
    expect(await silent(id, '2016-12-20')).toContain('loi_no_mou')
    await done('2019-06-27', recordText, text(id, { signedOn: '2019-06-26', endsOn: '2024-06-26' }))
    expect(await silent(id, '2019-06-25'), 'as it stood').toContain('loi_no_mou')
    expect(await silent(id, '2019-06-26')).toEqual([])
    expect(await silent(id, '2020-06-24')).not.toContain('mou_idle')
    expect(await silent(id, '2020-06-25')).toContain('mou_idle')
    expect(await silent(id, '2024-06-27'), 'over: nothing is awaited of it').not.toContain('mou_idle')
  })

  test('a text without activity a year after the last news, its end told a year ahead abroad, half a year at home', async () => {
    const signed = async (kind: 'foreign_local_government' | 'domestic_region', country: string) => {
      const id = await stage.begin({ kind, country, beganOn: '2024-01-02' })
      await done('2024-02-02', recordText, text(id, { signedOn: '2024-02-01', endsOn: '2029-06-30' }))
      return id
    }
    const [abroad, atHome] = [await signed('foreign_local_government', 'JP'), await signed('domestic_region', 'ID')]
    expect(await silent(abroad, '2025-01-30')).toEqual([])
    expect(await silent(abroad, addDays('2024-02-01', silentAfter.mou_idle))).toEqual(['mou_idle'])
    const activity = await meet(abroad, '2025-03-01')
    expect(await silent(abroad, '2025-03-01')).toEqual([])
    await done('2025-03-02', voidActivity, { id: activity, rev: 1, reason: 'Keliru' })
    expect(await silent(abroad, '2025-03-01'), 'what was taken back is no news').toEqual(['mou_idle'])
    expect(await silent(abroad, '2028-06-29')).not.toContain('text_ends')
    expect(await silent(abroad, '2028-06-30')).toContain('text_ends')
    expect(await silent(atHome, '2028-12-31')).not.toContain('text_ends')
    expect(await silent(atHome, '2029-01-01')).toContain('text_ends')
    expect(await silent(atHome, '2029-07-01')).not.toContain('text_ends')
  })

  test('an old cooperation entered from its texts is quiet until something else is recorded of it', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2010-01-01' })
    await done('2026-01-05', recordText, text(id, { signedOn: '2010-05-01', isOpenEnded: true, imported: true }))
    expect(await silent(id, '2026-03-01')).toEqual([])
    await meet(id, '2026-03-02')
    expect(await silent(id, '2027-03-01')).toEqual([])
    expect(await silent(id, '2027-03-02')).toEqual(['mou_idle'])
  })

  test('a step without owner after a week; setting one is news by itself', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2024-01-05' })
    expect(await silent(id, '2026-03-02')).toEqual(['no_news'])
    const act = newId()
    await done('2026-03-02', setNextStep, { act, id, what: 'Menyurati mitra', dueOn: '2026-03-20' })
    expect(await silent(id, '2026-03-02')).toEqual([])
    expect(await silent(id, '2026-03-08')).toEqual([])
    expect(await silent(id, '2026-03-09')).toEqual(['no_owner'])
    await done('2026-03-02', undoAct, { id: act })
    expect(await silent(id, '2026-03-02'), 'taken back').toEqual(['no_news'])
  })

  test('nothing of a cooperation that is not continued, or of which no procedure is awaited', async () => {
    const [ended, none] = [await stage.begin({ ...foreign }), await stage.begin({ ...foreign })]
    expect(await silent(ended, '2026-03-02')).toEqual(['no_news'])
    await done('2026-03-02', discontinueRelation, {
      id: ended,
      rev: 1,
      notContinuedOn: '2026-03-02',
      reason: 'Selesai',
    })
    await done('2026-03-02', mendRelation, { id: none, rev: 1, cooperationType: 'none' })
    expect(await silent(ended, '2026-03-02')).toEqual([])
    expect(await silent(ended, '2026-03-01'), 'as it stood').toEqual(['no_news'])
    expect(await silent(none, '2026-03-02')).toEqual([])
  })
})

test('what acts have kept is what the job works out, and it mends what is wrong', async () => {
  expect(await refreshSilences(stage.world.ownerUrl)).toBe(0)
  await stage.world.owner`delete from relations.silences where kind = 'no_news'`
  expect(await refreshSilences(stage.world.ownerUrl)).toBeGreaterThan(0)
  expect(await refreshSilences(stage.world.ownerUrl)).toBe(0)
})

test('the list of cooperation narrowed by silence has the same, and the kinds are counted', async () => {
  const on = '2026-09-01'
  const { rows, counts, total } = await done(on, listSilences, { limit: 100 })
  expect(total).toBe(Object.values<number>(counts).reduce((sum, n) => sum + n, 0))
  const quiet = new Set(
    rows
      .filter(({ kind }: any) => ['no_news', 'loi_no_mou', 'mou_idle'].includes(kind))
      .map(({ relation }: any) => relation.id),
  )
  const listed = (await done(on, listRelations, { silent: 'yes', limit: 100 })).rows.map(({ id }: any) => id)
  expect(new Set(listed)).toEqual(quiet)
  const one = await done(on, listSilences, { kind: 'no_news', limit: 1 })
  expect(one.rows).toHaveLength(1)
  expect(one.next).toBeDefined()
  expect((await stage.on(on, listSilences, { kind: 'lain' })).status).toBe(422)
})

test('is nobody’s but the region’s: not the province’s, not the portal’s, not an agency’s', async () => {
  for (const key of ['provinsi', 'dinas']) {
    expect((await stage.on('2026-03-02', listSilences, {}, await stage.world.as(key))).status, key).toBe(403)
  }
  const granted = await stage.world.owner<{ role: string }[]>`
    select distinct grantee as role from information_schema.role_table_grants
    where table_schema = 'relations' and table_name in ('silences', 'silence_spans', 'news', 'signed_spans') and grantee like 'jembatan%'`
  expect(granted.map(({ role }) => role)).toEqual(['jembatan_app'])
})
