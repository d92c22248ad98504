import { expect } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { addContest, publishContest } from '../src/slices/contests/commands.ts'
import * as judging from '../src/slices/contests/judging-contract.ts'
import { addUnit } from '../src/slices/reference/commands.ts'
import { anEntry } from './judging-furniture.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'
import { aToken, post } from './room-world.ts'
import type { Asker } from './world.ts'

/** The stage of one file of tests about judging; opened before the first of them. */
export let stage: RelationStage
let unit: string

export async function openJudgingStage(): Promise<void> {
  stage = await openRelationStage()
  unit = await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.unit' }, async (call) => {
    return (await addUnit(call, { name: `Dinas ${newId()}`, kind: 'opd' })).id
  })
}

export const done = async (endpoint: Endpoint, input: Record<string, unknown> = {}, who: Asker = stage.officer) => {
  const answer = await who.ask(endpoint, input)
  expect(answer.status, `${endpoint.name} ${JSON.stringify(answer.body)}`).toBe(200)
  return answer.body
}
export const refused = async (endpoint: Endpoint, input: Record<string, unknown>, who: Asker = stage.officer) => {
  const { status, body } = await who.ask(endpoint, input)
  return [status, body.code, body.details?.missing ?? body.details?.fields] as const
}

export const rules = {
  scale: 10,
  normalisation: 'none',
  tieRule: 'criterion_order',
  winners: 2,
  prizes: ['Piala', 'Piagam'],
}
export const criteria = [
  { name: 'Kebersihan', weight: 60 },
  { name: 'Penghijauan', weight: 40 },
]
export interface Place {
  name: string
  village: string
  entrant?: string
}
export const places: readonly Place[] = [1, 2, 3].map((n) => ({
  name: `Kampung ${n}`,
  village: `Desa Contoh ${n}`,
  entrant: `Warga ${n}`,
}))

/** A contest whose window is over, with its entries; published, so that its result has a page. */
export async function aContest(
  entered: readonly Place[] = places,
  edition: Partial<Parameters<typeof addContest>[1]> = {},
): Promise<{ id: string; slug: string; entries: string[] }> {
  return await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.contest' }, async (call) => {
    const window = { opensOn: '2024-06-12', closesOn: '2024-06-30' }
    const made = await addContest(call, {
      title: `Lomba ${newId()}`,
      slug: `lomba-${newId()}`,
      organiserUnit: unit,
      ...window,
      ...edition,
    })
    const entries: string[] = []
    for (const [at, entry] of entered.entries())
      entries.push(await anEntry(call, { contest: made.id, number: at + 1, ...entry }))
    await publishContest(call, { id: made.id })
    return { ...made, entries }
  })
}

export interface Invited {
  id: string
  path: string
}

export async function aJuror(contest: string, about: Record<string, unknown> = {}, declares = true): Promise<Invited> {
  const { id } = await done(judging.addJuror, { id: contest, name: `Juri ${newId()}`, decree: 'SK 5/2024', ...about })
  const { token, hash } = aToken()
  await done(judging.inviteJuror, { id, hash, party: 'Juri Contoh', language: 'id' })
  const path = `/id/t/${token}`
  if (declares) {
    const { village = '', company = '', kin = [] } = about as { village?: string; company?: string; kin?: string[] }
    const said = { langkah: 'nyatakan', desa: village, perusahaan: company, keluarga: kin.join('\n') }
    expect((await post(stage.world, path, said)).status).toBe(303)
  }
  return { id, path }
}

export const send = async (
  { path }: Invited,
  entry: string,
  marks: readonly (number | string)[],
  more: Record<string, string> = {},
) => {
  const given = Object.fromEntries(marks.map((mark, at) => [`nilai_${at + 1}`, String(mark)]))
  return await post(stage.world, path, { langkah: 'nilai', peserta: entry, versi: '1', catatan: '', ...given, ...more })
}

/** A contest in judging, with its jurors. */
export async function inJudging(
  jurors: readonly Record<string, unknown>[] = [{}, {}],
  entered = places,
  change = {},
  edition = {},
) {
  const contest = await aContest(entered, edition)
  const { rev } = await done(judging.setCriteria, { id: contest.id, rev: 0, ...rules, criteria, ...change })
  const invited: Invited[] = []
  for (const about of jurors) invited.push(await aJuror(contest.id, about))
  await done(judging.openJudging, { id: contest.id, rev })
  return { ...contest, jurors: invited as [Invited, Invited], rev: rev + 1 }
}
export const read = async (id: string, who?: Asker) => await done(judging.readJudging, { id }, who)

/** A contest with all its sheets in: the first entry leads, the others share points and are parted by the first criterion. */
export async function judged(change = {}, edition = {}) {
  const contest = await inJudging([{}, {}], places, change, edition)
  const [one, two] = contest.jurors
  const [first, second, third] = contest.entries as [string, string, string]
  for (const juror of [one, two]) {
    await send(juror, first, [9, 9])
    await send(juror, second, [6, 6])
  }
  // 8 × 60 + 3 × 40 = 600 = 6 × 100
  await send(one, third, [8, 3])
  await send(two, third, [8, 3])
  const { rev } = await done(judging.unsealSheets, { id: contest.id, rev: contest.rev })
  return { ...contest, rev: rev as number }
}
