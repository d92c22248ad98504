import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readToday } from '../src/pages/today/contract.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { addDays } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import { addCommitment, linkRelation, recordActivity, sayNews, voidActivity } from '../src/slices/agenda/contract.ts'
import { addFollowUp, answerFollowUp, changeFollowUp } from '../src/slices/followup/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { addPartner, joinPartners } from '../src/slices/partners/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import {
  discontinueRelation,
  exportSilences,
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

/** The partner of a relation, or nobody. */
async function partnerOf(relation: string): Promise<string> {
  const [row] = await stage.world.owner<{ partner: string }[]>`select partner from relations.relations where id = ${relation}` // prettier-ignore
  return row?.partner ?? ''
}
/** A letter registered on a day, from (in) or to somebody. */
async function register(passedOn: string, more: Record<string, unknown>) {
  const entry = { direction: 'in', kind: 'lain', channel: 'post', subject: `Perihal ${newId()}`, passedOn }
  return (await done(passedOn, letters.registerMail, { ...entry, ...more })) as { id: string; rev: number }
}
const unanswered = async (id: string, on: string) =>
  (await done(on, listSilences, { kind: 'letter_unanswered', limit: 100 })).rows.filter(
    ({ relation }: any) => relation.id === id,
  )

describe('letters', () => {
  test('one that came or went is news, put to the cooperation or only with its partner', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2024-01-05' })
    expect(await silent(id, '2026-03-02')).toEqual(['no_news'])
    const act = newId()
    await register('2026-03-02', { act, partner: await partnerOf(id) })
    expect(await silent(id, '2026-03-02')).toEqual([])
    expect(await silent(id, '2026-03-01'), 'as it stood').toEqual(['no_news'])
    await done('2026-03-02', undoAct, { id: act })
    expect(await silent(id, '2026-03-02'), 'taken back').toEqual(['no_news'])
    const out = await register('2026-03-02', { direction: 'out', correspondent: 'Kantor uji', relations: [id] })
    expect(await silent(id, '2026-03-02')).toEqual([])
    await done('2026-03-03', letters.cancelMail, { id: out.id, rev: 1, reason: 'Salah' })
    expect(await silent(id, '2026-03-03'), 'cancelled').toEqual(['no_news'])
  })

  test('a partner’s letter waits for ours from the day after its date, or after thirty days, until it is answered', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2026-01-05' })
    const from = { partner: await partnerOf(id), wantsAnswer: true }
    const dated = await register('2026-02-02', { ...from, answerBy: '2026-02-10' })
    const undated = await register('2026-02-03', from)
    expect(await unanswered(id, '2026-02-10')).toEqual([])
    expect(await unanswered(id, '2026-02-11')).toMatchObject([{ subject: dated.id, way: 'in', since: '2026-02-02' }])
    expect(await unanswered(id, addDays('2026-02-03', silentAfter.letter_unanswered - 1))).toHaveLength(1)
    const both = addDays('2026-02-03', silentAfter.letter_unanswered)
    expect((await unanswered(id, both)).map(({ subject }: any) => subject)).toEqual([dated.id, undated.id])
    await register('2026-03-10', { direction: 'out', partner: from.partner, answers: dated.id })
    expect((await unanswered(id, '2026-03-10')).map(({ subject }: any) => subject)).toEqual([undated.id])
    await done('2026-03-11', letters.answerMail, { id: undated.id, rev: 1, how: 'Telepon', on: '2026-03-11' })
    expect(await unanswered(id, '2026-03-11')).toEqual([])
  })

  test('ours waits for theirs: with a day until the answer is there, without one until anything comes', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2026-01-05' })
    const partner = await partnerOf(id)
    const out = await register('2026-02-02', { direction: 'out', partner, wantsAnswer: true, answerBy: '2026-02-20' })
    expect(await unanswered(id, '2026-02-21')).toMatchObject([{ subject: out.id, way: 'out' }])
    await register('2026-02-22', { partner, answers: out.id })
    expect(await unanswered(id, '2026-02-22')).toEqual([])
    const asked = { relation: id, kind: 'konsultasi_mendagri', sure: ['kind'] }
    const { id: written, rev } = await done('2026-03-01', letters.prepareLetter, asked)
    const sending = { number: `9/${newId().slice(-6)}`, datedOn: '2026-03-01', sentOn: '2026-03-01', sentBy: 'mail', sure: ['content'] } // prettier-ignore
    await done('2026-03-01', letters.sendLetter, { id: written, rev, ...sending })
    expect(await unanswered(id, '2026-03-30')).toEqual([])
    expect(await unanswered(id, '2026-03-31')).toMatchObject([{ subject: written, way: 'written' }])
    await register('2026-04-02', { partner, correspondent: 'Kantor uji' })
    expect(await unanswered(id, '2026-04-02')).toEqual([])
  })

  test('of a matter that was ended nothing is awaited; of one with a mission nothing but the day is told', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2026-01-05' })
    const secret = `Perihal ${newId()}`
    const letter = { kind: 'kedutaan', correspondent: `Kedutaan ${newId()}`, subject: secret, wantsAnswer: true, answerBy: '2026-02-10', relations: [id] } // prettier-ignore
    const { id: mail } = await register('2026-02-02', letter)
    const [line] = await unanswered(id, '2026-02-11')
    expect(Object.keys(line).sort()).toEqual(['days', 'kind', 'relation', 'since', 'subject', 'way'])
    const { body: file } = await stage.on('2026-02-11', exportSilences, { kind: 'letter_unanswered' })
    expect(String(file)).toContain('2026')
    for (const said of [JSON.stringify(line), String(file)]) expect(said).not.toMatch(/Perihal|Kedutaan/)
    const { id: thread } = await done('2026-02-12', letters.openThread, { title: secret, letters: [mail] })
    expect(await unanswered(id, '2026-02-12')).toHaveLength(1)
    await done('2026-02-13', letters.mendThread, { id: thread, rev: 2, title: secret, ended: true })
    expect(await unanswered(id, '2026-02-13')).toEqual([])
  })

  test('with a partner that was entered twice belong to the cooperation under either name, until they are parted', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2024-01-05' })
    const { id: twin } = await done('2026-03-01', addPartner, { name: `Kembar ${newId()}`, kind: foreign.kind, country: 'JP', sure: ['name'] }) // prettier-ignore
    await register('2026-03-02', { partner: twin })
    expect(await silent(id, '2026-03-02')).toEqual(['no_news'])
    const act = newId()
    await done('2026-03-03', joinPartners, { act, id: twin, sameAs: await partnerOf(id) })
    expect(await silent(id, '2026-03-03')).toEqual([])
    await done('2026-03-03', undoAct, { id: act })
    expect(await silent(id, '2026-03-03')).toEqual(['no_news'])
  })
})

describe('what follows', () => {
  test('an answer is news, handing it to somebody else is not', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2024-01-05' })
    const unit = (await done('2025-01-02', listUnits)).rows[0].id
    const task = await done('2025-01-02', addFollowUp, { subject: id, what: 'Menyurati mitra', unit })
    expect(await silent(id, '2025-06-30')).toEqual([])
    const other = await done('2025-06-30', changeFollowUp, { id: task.id, rev: 1, dueOn: '2025-12-01' })
    expect(await silent(id, '2025-07-01')).toEqual(['no_news'])
    await done('2025-07-02', answerFollowUp, { id: other.id, said: 'running' })
    expect(await silent(id, '2025-07-02')).toEqual([])
  })

  test('a word of ours that was kept is news', async () => {
    const id = await stage.begin({ ...foreign, beganOn: '2024-01-05' })
    const activity = await meet(id, '2025-01-02')
    await done('2025-01-02', addCommitment, { id: activity, side: 'ours', speaker: 'Pembicara', words: 'Kami akan membalas.', sure: ['source'] }) // prettier-ignore
    const [{ id: word }] = await stage.world.owner<[{ id: string }]>`
      select id from agenda.commitments where activity = ${activity}`
    expect(await silent(id, '2025-07-01')).toEqual(['no_news'])
    await done('2025-07-02', sayNews, { id: word, rev: 1, state: 'done', saidOn: '2025-07-02', note: 'Dibalas' })
    expect(await silent(id, '2025-07-02')).toEqual([])
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
