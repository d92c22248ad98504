import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../src/shared/messages/words.gen.ts'
import { languages } from '../src/shared/languages.ts'
import { newId } from '../src/shared/ids.ts'
import { addPoint, recordActivity } from '../src/slices/agenda/contract.ts'
import * as exchange from '../src/slices/exchange/contract.ts'
import * as forum from '../src/slices/forum/contract.ts'
import { endFollowUp } from '../src/slices/followup/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

/** What several slices hold alike; the rule itself is tested beside src/shared/text.ts. */
const typed = 'NIK ３２７５\u200b0112-3456 7890'
const today = '2026-11-21'
let stage: RelationStage
let relation: string
beforeAll(async () => {
  stage = await openRelationStage()
  relation = await stage.begin({ kind: 'estate', country: 'ID' })
})
afterAll(async () => await stage.world.close())

const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
/** Which fields were refused as an identity number. */
const refused = async (...asked: Parameters<RelationStage['on']>) => {
  const { status, body } = await stage.on(...asked)
  expect(status, JSON.stringify(body)).toBe(422)
  const faults = body.details.fields as { path: string; fault: string }[]
  return faults.filter(({ fault }) => fault === 'identity_number').map(({ path }) => path)
}

test('no text of an issue takes an identity number: words, promise, answer, decision, evidence, what it supports', async () => {
  const { id } = await done(today, forum.raiseIssue, { words: 'Air baku', relations: [relation] })
  expect(await refused(today, forum.raiseIssue, { words: typed, relations: [relation] })).toEqual(['words'])
  expect(await refused(today, forum.mendIssue, { id, rev: 1, words: typed })).toEqual(['words'])
  expect(await refused(today, forum.promiseIssue, { id, owner: typed })).toEqual(['owner'])
  expect(await refused(today, forum.answerIssue, { id, words: typed })).toEqual(['words'])
  expect(await refused(today, forum.decideIssue, { id, outcome: 'dilanjutkan', reason: typed })).toEqual(['reason'])
  expect(await refused(today, forum.addEvidence, { id, words: typed })).toEqual(['words'])
  const line = { issue: id, kind: 'program', code: typed, words: typed, sourceWords: typed }
  expect(await refused(today, forum.linkStrategic, line)).toEqual(['code', 'words', 'sourceWords'])
  expect(await refused(today, forum.closeAgreement, { id: newId(), rev: 1, reason: typed })).toEqual(['reason'])
})

test('nor comes one in by the point of a meeting that the issue is made of', async () => {
  const about = `Forum ${newId()}`
  const met = { relations: [relation], occurredOn: '2026-10-01', place: 'Balai', about, kind: 'forum', points: [] }
  const { id: activity } = await done(today, recordActivity, met)
  const { id: point } = await done(today, addPoint, { id: activity, words: typed })
  expect(await refused(today, forum.raiseIssue, { point })).toEqual(['words'])
  expect((await done(today, forum.raiseIssue, { point, words: 'Sertifikat' })).existed).toBe(false)
})

test('nor goes one out by an answer that came in as a follow-up', async () => {
  const { id } = await done(today, forum.raiseIssue, { words: 'Drainase', relations: [relation] })
  const task = await done(today, forum.promiseIssue, { id, owner: 'Dinas' })
  const end = { id: task.id, rev: task.rev, outcome: 'done', note: typed }
  expect((await stage.on(today, endFollowUp, end)).status).toBe(200)
  expect(await refused(today, forum.publishIssue, { id, show: ['answer'] })).toEqual(['answer'])
  expect((await stage.on(today, forum.publishIssue, { id, show: [] })).status).toBe(200)
})

test('no text of an exchange takes one: title, bodies, place, reason, report, what was applied', async () => {
  const value = { kind: 'budaya', title: 'Pentas', relations: [relation], fromOn: '2026-03-02' }
  const { id, rev } = await done(today, exchange.addExchange, value)
  const bodies = [{ side: 'ours', name: typed, role: typed }]
  expect(await refused(today, exchange.addExchange, { ...value, title: typed, place: typed, bodies })).toEqual([
    'title',
    'place',
    'bodies.0.name',
    'bodies.0.role',
  ])
  expect(await refused(today, exchange.mendExchange, { id, rev, title: typed })).toEqual(['title'])
  expect(await refused(today, exchange.cancelExchange, { id, rev, reason: typed })).toEqual(['reason'])
  expect(await refused(today, exchange.reportExchange, { id, rev, words: typed })).toEqual(['words'])
  const applied = { id, appliedOn: '2026-04-01', what: typed, place: typed }
  expect(await refused(today, exchange.addApplied, applied)).toEqual(['what', 'place'])
  expect(await refused(today, exchange.mendApplied, { ...applied, id: newId(), rev: 1 })).toEqual(['what', 'place'])
})

test('the words for it say what it looks like and what to do, in each language', () => {
  for (const language of languages) expect(words[language].fault.identityNumber).toMatch(/NIK/)
})
