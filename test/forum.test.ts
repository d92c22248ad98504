import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import {
  addPoint,
  listPoints,
  planNext,
  publishActivity,
  readPlan,
  recordActivity,
  withdrawActivity,
} from '../src/slices/agenda/contract.ts'
import * as forum from '../src/slices/forum/contract.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import * as relations from '../src/slices/relations/contract.ts'
import { listTasks } from '../src/pages/tasks/contract.ts'
import { aColleague } from './factories.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

const today = '2026-11-21'
let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const unitOf = async (at = 0) => (await done(today, listUnits, {})).rows[at].id as string

/** A forum of an estate with two points. */
async function meet(points: readonly string[] = ['Air baku', 'Jalan kawasan'], about = `Forum ${newId()}`) {
  const relation = await stage.begin({ kind: 'estate', country: 'ID' })
  const met = { relations: [relation], occurredOn: '2026-10-01', place: 'Balai kota', about, kind: 'forum', points }
  const { id } = await done(today, recordActivity, met)
  const rows = (await done(today, listPoints, { relation })).rows as { id: string }[]
  return { relation, meeting: id as string, points: rows.map((row) => row.id) }
}
const raise = async (point: string, act = newId()) => await done(today, forum.raiseIssue, { act, point })
const read = async (slug: string, on = today) => await done(on, forum.readIssue, { slug })

describe('an issue of a forum', () => {
  test('is made of a point by one act, keeps where it came from, and is not made twice', async () => {
    const { relation, meeting, points } = await meet()
    const first = await raise(points[0] ?? '')
    const again = await raise(points[0] ?? '')
    expect(again).toEqual({ id: first.id, slug: first.slug, existed: true })
    const { issue } = await read(first.slug)
    expect(issue).toMatchObject({ words: 'Air baku', standing: 'dibahas', raisedOn: '2026-10-01' })
    expect(issue.raised).toMatchObject([{ id: meeting, point: points[0] }])
    const { rows } = await done(today, forum.listRaisable, { relation })
    expect(rows.map((row: { point: string }) => row.point)).toEqual([points[1]])
    expect((await stage.on(today, forum.raiseIssue, { point: newId() })).status).toBe(404)
  })

  test('of two who press at once one makes it', async () => {
    const { relation, points } = await meet()
    const both = await Promise.all([raise(points[0] ?? ''), raise(points[0] ?? '')])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect((await done(today, forum.listIssues, { relation })).total).toBe(1)
  })

  test('by hand wants words and a cooperation, and asks before it stands twice', async () => {
    const { relation } = await meet()
    const words = `Listrik ${newId()}`
    expect((await stage.on(today, forum.raiseIssue, { words })).body.details.fields).toEqual([
      { path: 'relations', fault: 'required' },
    ])
    await done(today, forum.raiseIssue, { words, relations: [relation] })
    const twice = await stage.on(today, forum.raiseIssue, { words: words.toUpperCase(), relations: [relation] })
    expect(twice.body.details.fields).toEqual([{ path: 'words', fault: 'doubtful' }])
    await done(today, forum.raiseIssue, { words, relations: [relation], sure: ['words'] })
    const ahead = { words: 'Besok', relations: [relation], raisedOn: '2027-01-01' }
    expect((await stage.on(today, forum.raiseIssue, ahead)).status).toBe(422)
  })

  test('is promised by the follow-up of its point, and every move of the day stays', async () => {
    const { relation, points } = await meet()
    const { id, slug } = await raise(points[0] ?? '')
    const unit = await unitOf()
    const task = await done(today, forum.promiseIssue, { id, unit, dueOn: '2026-12-01' })
    const listed = (await done(today, listPoints, { relation })).rows.find(
      (row: { id: string }) => row.id === points[0],
    )
    expect(listed.task).toMatchObject({ id: task.id, dueOn: '2026-12-01', unit: { id: unit } })
    // Somebody who saw nobody in charge is told.
    expect((await stage.on(today, forum.promiseIssue, { id, dueOn: '2026-12-24' })).status).toBe(409)
    const moved = await done(today, forum.promiseIssue, { id, task, dueOn: '2026-12-15' })
    expect((await stage.on(today, forum.promiseIssue, { id, task, dueOn: '2026-12-24' })).status).toBe(409)
    const seen = await read(slug)
    expect(seen.issue.standing).toBe('dijanjikan')
    expect(seen.moved).toBe(1)
    expect(seen.promises.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual(['2026-12-01', '2026-12-15'])
    const late = { id, task: { id: moved.id, rev: moved.rev }, dueOn: '2026-01-01' }
    expect((await stage.on(today, forum.promiseIssue, late)).body.details.fields).toEqual([
      { path: 'dueOn', fault: 'doubtful' },
    ])
    expect((await done(today, forum.listIssues, { relation, unit })).rows).toHaveLength(1)
    expect((await done('2026-12-20', forum.listIssues, { relation, standing: 'overdue' })).rows).toHaveLength(1)
  })

  test('closes only with an answer, and closing it ends what its meeting would carry on', async () => {
    const { relation, meeting, points } = await meet()
    const { id, slug } = await raise(points[0] ?? '')
    const early = await stage.on(today, forum.decideIssue, { id, outcome: 'selesai' })
    expect(early.body).toMatchObject({ code: 'not_yet', details: { missing: [{ id: 'answer' }] } })
    await done(today, forum.answerIssue, { id, words: 'Pompa kedua dipasang' })
    await done(today, forum.addEvidence, { id, words: 'Foto rumah pompa', seenOn: '2026-11' })
    expect((await read(slug)).issue).toMatchObject({ standing: 'dijawab', task: { note: 'Pompa kedua dipasang' } })
    const act = newId()
    await done(today, forum.decideIssue, { act, id, outcome: 'selesai' })
    expect((await read(slug)).issue.standing).toBe('selesai')
    expect((await stage.on(today, forum.answerIssue, { id, words: 'Lagi' })).status).toBe(409)
    const joined = await stage.on(today, forum.joinPoint, { id, point: points[1] })
    expect(joined.body).toMatchObject({ code: 'not_yet', details: { missing: [{ id: 'closed' }] } })
    const about = `Forum ${newId()}`
    const next = await done(today, planNext, { id: meeting, occurredOn: '2027-01-04', about })
    const plan = await done('2027-01-05', readPlan, { id: next.id })
    const carried = plan.carried.filter(({ task }: { task?: { endedOn?: string } }) => task?.endedOn === undefined)
    expect(carried.map(({ point }: { point: { id: string } }) => point.id)).toEqual([points[1]])
    await done(today, undoAct, { id: act })
    expect((await read(slug)).issue.standing).toBe('dijawab')
    expect((await done(today, forum.listIssues, { relation })).total).toBe(1)
  })

  test('closed, keeps the answer it was closed with: an undo that would open it underneath is refused', async () => {
    const { points } = await meet()
    const { id, slug } = await raise(points[0] ?? '')
    await done(today, forum.promiseIssue, { id, unit: await unitOf() })
    const { task } = (await read(slug)).issue
    const answered = newId()
    await done(today, forum.answerIssue, { act: answered, id, words: 'Sudah', task: { id: task.id, rev: task.rev } })
    const closed = newId()
    await done(today, forum.decideIssue, { act: closed, id, outcome: 'selesai' })
    expect((await stage.on(today, undoAct, { id: answered })).status).toBe(409)
    await done(today, undoAct, { id: closed })
    await done(today, undoAct, { id: answered })
    expect((await read(slug)).issue.task.endedOn).toBeUndefined()
  })

  test('what is open is carried to the next forum, where it is not made twice; what is continued goes along', async () => {
    const { relation, meeting, points } = await meet()
    const { id, slug } = await raise(points[0] ?? '')
    await done(today, forum.answerIssue, { id, words: 'Baru sebagian' })
    await done(today, forum.decideIssue, { id, outcome: 'dilanjutkan', reason: 'Blok timur belum' })
    expect((await read(slug)).issue.standing).toBe('dilanjutkan')
    const next = await done(today, planNext, { id: meeting, occurredOn: '2027-01-04', about: `Forum ${newId()}` })
    expect((await read(slug)).next).toMatchObject({ id: next.id })
    const plan = await done('2027-01-05', readPlan, { id: next.id })
    const open = plan.carried.map(({ point }: { point?: { id: string } }) => point?.id)
    expect(open).toContain(points[0])
    // Typed again at the next forum, the point joins the issue it is.
    const typed = await done('2027-01-05', addPoint, { id: next.id, words: 'Air baku, lagi' })
    await done('2027-01-05', forum.joinPoint, { id, point: typed.id })
    expect((await raise(typed.id)).id).toBe(id)
    expect((await read(slug, '2027-01-05')).issue.raised).toHaveLength(2)
    const stranger = await meet()
    expect((await stage.on(today, forum.joinPoint, { id, point: stranger.points[0] })).status).toBe(422)
    expect((await done(today, forum.listIssues, { relation })).total).toBe(1)
  })

  test('left without a reason is refused; opened again it stands open', async () => {
    const { points } = await meet()
    const { id, slug } = await raise(points[0] ?? '')
    const bare = await stage.on(today, forum.decideIssue, { id, outcome: 'tidak_dilanjutkan' })
    expect(bare.body.details.fields).toEqual([{ path: 'reason', fault: 'required' }])
    const left = await done(today, forum.decideIssue, { id, outcome: 'tidak_dilanjutkan', reason: 'Bukan wewenang' })
    expect((await read(slug)).issue.standing).toBe('tidak_dilanjutkan')
    const unseen = await stage.on(today, forum.decideIssue, { id, outcome: 'dibuka_kembali' })
    expect(unseen.status).toBe(409)
    await done(today, forum.decideIssue, { id, outcome: 'dibuka_kembali', decided: left.id })
    expect((await read(slug)).issue.standing).toBe('dibahas')
  })

  test('without a meeting has a follow-up of its own, named by its cooperation', async () => {
    const { relation } = await meet()
    const words = `Lampu ${newId()}`
    const { id } = await done(today, forum.raiseIssue, { words, relations: [relation] })
    await done(today, forum.promiseIssue, { id, unit: await unitOf() })
    const { rows } = await done(today, listTasks, { q: words })
    expect(rows).toMatchObject([{ what: words, relation: { id: relation } }])
    const { rows: history } = await done(today, readHistory, { subject: relation })
    expect(history.map(({ verb }: { verb: string }) => verb)).toContain('forum.promiseIssue')
  })

  test('corrected at once by two tells the second what changed', async () => {
    const { points } = await meet()
    const { id } = await raise(points[0] ?? '')
    await done(today, forum.mendIssue, { id, rev: 1, words: 'Air bersih' })
    const second = await stage.on(today, forum.mendIssue, { id, rev: 1, words: 'Air minum' })
    expect(second.status).toBe(409)
    expect(second.body.details.changes).toMatchObject([{ field: 'words', now: 'Air bersih' }])
  })
})

describe('what the world sees of an issue', () => {
  const page = async (slug: string, day = today) =>
    await stage.world.page(`/id/program/isu/${slug}`, { cookie: `tanggal=${day}` })

  test('is nothing until it is published, and who answers until when only where chosen', async () => {
    const { points } = await meet([`Air ${newId()}`])
    const { id, slug } = await raise(points[0] ?? '')
    const units = (await done(today, listUnits, {})).rows as { id: string; name: string }[]
    const task = await done(today, forum.promiseIssue, { id, unit: units[0]?.id, dueOn: '2026-12-24' })
    expect((await page(slug)).status).toBe(404)
    await done(today, forum.publishIssue, { id })
    const bare = await page(slug)
    expect(bare.status).toBe(200)
    expect(bare.text).not.toContain(units[0]?.name)
    expect(bare.text).not.toContain('24 Desember 2026')
    await done(today, forum.publishIssue, { id, show: ['owner', 'due'] })
    const told = await page(slug)
    expect(told.text).toContain(units[0]?.name)
    expect(told.text).toContain('24 Desember 2026')
    // A day that has passed is not told.
    expect((await page(slug, '2027-02-01')).text).not.toContain('24 Desember 2026')
    await done(today, forum.answerIssue, { id, task, words: 'Jawaban yang belum dipilih' })
    expect((await read(slug)).publication.isBehind).toBe(true)
    await done(today, forum.publishIssue, { id })
    expect((await page(slug)).text).not.toContain('Jawaban yang belum dipilih')
    await done(today, forum.withdrawIssue, { id })
    expect((await page(slug)).status).toBe(410)
    expect((await read(slug)).publication.withdrawnOn).toBe(today)
  })

  test('names a cooperation and a meeting only while they are public themselves', async () => {
    const about = `Forum ${newId()}`
    const { relation, meeting, points } = await meet([`Air ${newId()}`], about)
    const address = `/kerja-sama/${(await done(today, relations.readRelation, { id: relation })).slug}`
    await done(today, relations.publishRelation, { id: relation })
    await done(today, publishActivity, { id: meeting })
    const { id, slug } = await raise(points[0] ?? '')
    await done(today, forum.publishIssue, { id })
    const both = await page(slug)
    expect([both.text.includes(about), both.text.includes(address)]).toEqual([true, true])
    await done(today, withdrawActivity, { id: meeting })
    await done(today, relations.withdrawRelation, { id: relation })
    const neither = await page(slug)
    expect([neither.status, neither.text.includes(about), neither.text.includes(address)]).toEqual([200, false, false])
    // The page has followed: nothing is left to publish anew.
    expect((await read(slug)).publication.isBehind).toBe(false)
    await done(today, relations.publishRelation, { id: relation })
    expect((await page(slug)).text).toContain(address)
  })

  test('escapes what was typed', async () => {
    const { relation } = await meet()
    const words = `<script>alert(1)</script> ${newId()}`
    const { id, slug } = await done(today, forum.raiseIssue, { words, relations: [relation] })
    await done(today, forum.publishIssue, { id })
    const { text: body } = await page(slug)
    expect(body).not.toContain('<script>alert')
    expect(body).toContain('&lt;script&gt;alert')
  })
})

describe('the demonstration', () => {
  test('the four points of story 004 are public issues with their sources', async () => {
    const list = await stage.world.page('/id/daerah/kab-bekasi/program')
    for (const words of [
      'Layanan dasar kawasan industri',
      'Infrastruktur penunjang',
      'Penyelarasan kebijakan perizinan',
      'Program CSR sesuai kebutuhan riil masyarakat sekitar',
    ])
      // prettier-ignore
      expect(list.text).toContain(words)
    const address = '/program/isu/layanan-dasar-kawasan-industri'
    const issue = await stage.world.page(`/id${address}`)
    expect(issue.text).toContain('dibahas')
    expect(issue.text).toContain('menurut berita')
    expect(issue.text).toContain('Bangkit, Maju, dan Sejahtera')
    for (const language of ['id', 'en', 'ja', 'ko']) {
      for (const topic of ['isu', 'program-1']) {
        expect((await stage.world.page(`/${language}${address}/sumber/${topic}`)).status, `${language} ${topic}`).toBe(
          200,
        )
      }
    }
    expect((await stage.world.page(`/id${address}/sumber/program-9`)).status).toBe(404)
    expect((await stage.world.page(`/id${address}`, { cookie: 'tanggal=2025-01-01' })).status).toBe(404)
  })
})

describe('jadikan kesepakatan', () => {
  test('opens a KSDPK for an estate, keeps the issues, gives the cooperation its type, and can be undone', async () => {
    const { relation, points } = await meet()
    const { id, slug } = await raise(points[0] ?? '')
    const act = newId()
    await done(today, forum.openAgreement, { act, relation, issues: [id] })
    expect((await done(today, relations.readRelation, { id: relation })).cooperationType).toBe('ksdpk')
    expect((await read(slug)).issue.agreement).toMatchObject({ openedOn: today })
    expect((await done(today, forum.readForumOf, { relation })).agreement.issues).toMatchObject([{ id }])
    const twice = await stage.on(today, forum.openAgreement, { relation, issues: [id] })
    expect(twice.body).toMatchObject({ code: 'not_yet', details: { missing: [{ id: 'sudah_dibuka' }] } })
    await done(today, undoAct, { id: act })
    expect((await done(today, relations.readRelation, { id: relation })).cooperationType).toBeNull()
    expect((await done(today, forum.readForumOf, { relation })).agreement).toBeUndefined()
  })

  test.each([
    { kind: 'foreign_local_government', country: 'JP' },
    { kind: 'embassy', country: 'JP' },
    { kind: 'company', country: 'JP' },
  ] as const)('is refused, with the article, for $kind abroad', async (about) => {
    const relation = await stage.begin(about)
    const { id } = await done(today, forum.raiseIssue, { words: `Isu ${newId()}`, relations: [relation] })
    const refused = await stage.on(today, forum.openAgreement, { relation, issues: [id] })
    expect(refused.status).toBe(409)
    expect(refused.body.details.missing).toMatchObject([{ id: 'jenis', article: { law: 'PP 28/2018' } }])
    expect((await done(today, relations.readRelation, { id: relation })).cooperationType).toBeNull()
  })

  test('is refused without a partner, and with an issue of another cooperation', async () => {
    const relation = await stage.begin()
    const { id } = await done(today, forum.raiseIssue, { words: `Isu ${newId()}`, relations: [relation] })
    const refused = await stage.on(today, forum.openAgreement, { relation, issues: [id] })
    expect(refused.body.details.missing).toMatchObject([{ id: 'mitra' }])
    const { relation: other } = await meet()
    expect((await stage.on(today, forum.openAgreement, { relation: other, issues: [id] })).status).toBe(422)
  })

  test('closed with its reason another may be opened', async () => {
    const { relation, points } = await meet()
    const { id } = await raise(points[0] ?? '')
    const opened = await done(today, forum.openAgreement, { relation, issues: [id] })
    expect((await stage.on(today, forum.closeAgreement, { id: opened.id, rev: 9, reason: 'Salah' })).status).toBe(409)
    await done(today, forum.closeAgreement, { id: opened.id, rev: 1, reason: 'Salah' })
    await done(today, forum.openAgreement, { relation, issues: [id] })
  })
})

describe('what it supports, and a year of it', () => {
  test('a line of the region’s programmes stands with the issue, one of the cooperation with all of them', async () => {
    const { relation, points } = await meet()
    const { id, slug } = await raise(points[0] ?? '')
    await done(today, forum.linkStrategic, { issue: id, kind: 'rpjmd', code: '1.03', words: 'Air bersih perkotaan' })
    const line = await done(today, forum.linkStrategic, { relation, kind: 'visi', words: 'Maju bersama' })
    expect((await read(slug)).strategic).toMatchObject([
      { kind: 'rpjmd', code: '1.03' },
      { kind: 'visi', relation },
    ])
    expect((await stage.on(today, forum.linkStrategic, { kind: 'visi', words: 'Tanpa asal' })).status).toBe(422)
    await done(today, forum.dropStrategic, { id: line.id, rev: 1 })
    expect((await read(slug)).strategic).toHaveLength(1)
  })

  test('a year lists what was raised in it, by the cooperation’s address', async () => {
    const { relation, points } = await meet()
    const { id } = await raise(points[0] ?? '')
    await raise(points[1] ?? '')
    await done(today, forum.answerIssue, { id, words: 'Sudah' })
    const { slug } = await done(today, relations.readRelation, { id: relation })
    const year = await done(today, forum.readYear, { slug })
    expect(year).toMatchObject({ year: '2026', years: ['2026'] })
    expect(year.rows).toHaveLength(2)
    expect((await done(today, forum.readYear, { slug, year: '2024' })).rows).toHaveLength(0)
    expect((await stage.on(today, forum.readYear, { slug: 'tidak-ada' })).status).toBe(404)
  })
})

describe('an agency', () => {
  test('keeps evidence of what is hers, and of nothing else', async () => {
    const unit = await unitOf()
    const email = await aColleague(stage.world, { region: 'kota-bekasi', role: 'opd', unit })
    const agency = await stage.world.as(email)
    const { points } = await meet()
    const { id, slug } = await raise(points[0] ?? '')
    const evidence = async () => await stage.on(today, forum.addEvidence, { id, words: 'Foto' }, agency)
    expect((await evidence()).status).toBe(403)
    await done(today, forum.promiseIssue, { id, unit })
    expect((await evidence()).status).toBe(200)
    expect((await read(slug)).evidence).toHaveLength(1)
    const other = await raise(points[1] ?? '')
    await done(today, forum.promiseIssue, { id: other.id, unit: await unitOf(1) })
    expect((await stage.on(today, forum.addEvidence, { id: other.id, words: 'Foto' }, agency)).status).toBe(403)
  })
})
