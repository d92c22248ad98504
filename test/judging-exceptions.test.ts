import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import * as judging from '../src/slices/contests/judging-contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { aColleague } from './factories.ts'
import { done, inJudging, judged, openJudgingStage, read, refused, stage } from './judging-stage.ts'

beforeAll(openJudgingStage)
afterAll(async () => await stage.world.close())

type Row = Record<'number' | 'place' | 'outside' | 'prize' | 'disqualified', unknown>
const ranking = async (id: string, who = stage.officer) =>
  (await done(judging.listPlaces, { id }, who)).rows.map((row: Row) => [row.number, row.place, row.outside, row.prize])
const undo = async (act: string) => (await stage.officer.ask(undoAct, { id: act })).status
const out = async (entry: string | undefined, rev: number, more: Record<string, unknown> = {}) =>
  await done(judging.disqualifyEntry, { id: entry, rev, reason: 'Foto milik kampung lain', ...more })

describe('an entry that is put out after the sheets were opened', () => {
  test('leaves the ranking, those behind it move up; an undo is refused once places were decided on it', async () => {
    const { id, entries, rev } = await judged()
    const act = newId()
    const put = await out(entries[0], rev, { act })
    expect(await ranking(id)).toEqual([
      [3, 1, null, 'Piala'],
      [2, 2, null, 'Piagam'],
      [1, null, 'disqualified', null],
    ])
    expect(await undo(act)).toBe(200)
    expect((await ranking(id))[0]).toEqual([1, 1, null, 'Piala'])
    const again = newId()
    const { rev: now } = await read(id)
    expect(now).toBeGreaterThan(put.rev)
    const second = await out(entries[0], now, { act: again })
    await done(judging.decidePlaces, { id, rev: second.rev })
    expect(await undo(again)).toBe(409)
    expect((await ranking(id))[0]).toEqual([3, 1, null, 'Piala'])
  })

  test('changes decided places, and an undo gives every one of them back', async () => {
    const { id, entries, rev } = await judged()
    const decided = await done(judging.decidePlaces, { id, rev })
    const before = await ranking(id)
    const act = newId()
    await out(entries[2], decided.rev, { act })
    expect(await ranking(id)).toEqual([
      [1, 1, null, 'Piala'],
      [2, 2, null, 'Piagam'],
      [3, null, 'disqualified', null],
    ])
    const [stored] = await stage.world.owner<{ n: number }[]>`
      select count(*)::int as n from contests.placings where contest = ${id} and outside = 'disqualified' and place is null and prize is null`
    expect(stored?.n).toBe(1)
    expect(await undo(act)).toBe(200)
    expect(await ranking(id)).toEqual(before)
  })

  test('changes what was announced: page and file say day and reason, and the file is computed again the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hasil-'))
    try {
      const { id, slug, entries, rev } = await judged({ tieRule: 'more_jurors', normalisation: 'z' })
      const decided = await done(judging.decidePlaces, { id, rev })
      const { rev: announced } = await done(judging.announceResult, { id, rev: decided.rev })
      const bundle = async () => (await stage.world.page(`/program/lomba/${slug}/hasil.json`)).text
      const before = await bundle()
      const act = newId()
      await out(entries[0], announced, { act })
      const file = join(folder, 'hasil.json')
      writeFileSync(file, await bundle())
      const tool = execFileSync(process.execPath, ['tools/recompute-contest.mjs', file], { encoding: 'utf8' })
      expect(tool).toBe('same: places, points, hash and signature\n')
      const { result } = JSON.parse(await bundle())
      expect(result.entries.map(({ outside }: any) => outside)).toEqual(['disqualified', null, null])
      expect(result.entries[0].disqualified.reason).toBe('Foto milik kampung lain')
      expect(result.revisedOn).toBe(result.entries[0].disqualified.on)
      expect(result.places.map(({ place }: any) => place)).toEqual([null, 1, 1])
      for (const [language, word] of [
        ['id', 'Hasil diubah'],
        ['en', 'Result changed'],
        ['ja', '失格'],
        ['ko', '실격'],
      ]) {
        const { text } = await stage.world.page(`/${language}/program/lomba/${slug}`)
        expect(text).toContain(word)
        expect(text).toContain('Foto milik kampung lain')
      }
      expect(await undo(act)).toBe(200)
      expect(await bundle()).toBe(before)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('a winner who was put out is not last year’s winner; whoever moved up is', async () => {
    const last = await judged()
    const decided = await done(judging.decidePlaces, { id: last.id, rev: last.rev })
    const announced = await done(judging.announceResult, { id: last.id, rev: decided.rev })
    await out(last.entries[0], announced.rev)
    const contest = await judged({}, { previous: last.id, excludesLastWinner: true })
    expect(await ranking(contest.id)).toEqual([
      [1, 1, null, 'Piala'],
      [2, null, 'last_winner', null],
      [3, null, 'last_winner', null],
    ])
  })

  test('is refused before they are opened, without a reason, twice, over something newer, and to others', async () => {
    const sealed = await inJudging()
    const early = { id: sealed.entries[0], rev: sealed.rev, reason: 'Alasan' }
    expect(await refused(judging.disqualifyEntry, early)).toEqual([409, 'not_yet', [{ what: 'unsealed' }]])
    const { id, entries, rev } = await judged()
    const asked = { id: entries[0], rev, reason: 'Alasan' }
    for (const reason of ['', ' ', '3275 0112 3456 7890']) {
      expect((await refused(judging.disqualifyEntry, { ...asked, reason }))[0]).toBe(422)
    }
    expect((await refused(judging.disqualifyEntry, { ...asked, id }))[0]).toBe(404)
    const neighbour = await stage.world.as('petugas-kab-bekasi')
    expect((await refused(judging.disqualifyEntry, asked, neighbour))[0]).toBe(404)
    const { rev: next } = await out(entries[0], rev)
    expect((await refused(judging.disqualifyEntry, asked))[1]).toBe('stale')
    expect((await refused(judging.disqualifyEntry, { ...asked, rev: next }))[1]).toBe('stale')
  })

  test('once announced only whoever may announce: the agency that runs it no more', async () => {
    const { id, entries, rev } = await judged()
    const [unit] = await stage.world.owner<{ id: string }[]>`select organiser_unit as id from contests.contests where id = ${id}` // prettier-ignore
    const agency = await stage.world.as(await aColleague(stage.world, { region: 'kota-bekasi', role: 'opd', unit: unit?.id ?? '' })) // prettier-ignore
    const first = await done(judging.disqualifyEntry, { id: entries[0], rev, reason: 'Alasan' }, agency)
    const decided = await done(judging.decidePlaces, { id, rev: first.rev })
    const announced = await done(judging.announceResult, { id, rev: decided.rev })
    const asked = { id: entries[1], rev: announced.rev, reason: 'Alasan' }
    expect((await refused(judging.disqualifyEntry, asked, agency))[0]).toBe(403)
    await done(judging.disqualifyEntry, asked)
  })
})
