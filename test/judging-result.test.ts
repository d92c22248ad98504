import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { purgeRegion } from '../src/slices/contests/jobs.ts'
import * as judging from '../src/slices/contests/judging-contract.ts'
import { readHistory } from '../src/slices/ledger/contract.ts'
import { aColleague } from './factories.ts'
import { done, inJudging, judged, openJudgingStage, send, stage } from './judging-stage.ts'

beforeAll(openJudgingStage)
afterAll(async () => await stage.world.close())

describe('the result', () => {
  test('is hidden from everybody else until it is announced on its day, then stands on the page with its file', async () => {
    const contest = await judged({}, { announceOn: '2024-07-10' })
    const { id, slug } = contest
    const { rev } = await done(judging.decidePlaces, { id, rev: contest.rev, minutesNumber: 'BA 7/2024' })
    const leader = await stage.world.as(await aColleague(stage.world, { region: 'kota-bekasi', role: 'pimpinan' }))
    const own = await done(judging.listPlaces, { id })
    expect(own.rows.map(({ number, place, settledBy, prize }: any) => [number, place, settledBy, prize])).toEqual([
      [1, 1, null, 'Piala'],
      [3, 2, 'criterion_order', 'Piagam'],
      [2, 3, 'criterion_order', null],
    ])
    expect((await done(judging.listPlaces, { id }, leader)).rows).toEqual([])
    expect(JSON.stringify((await done(readHistory, { subject: id }, leader)).rows)).not.toMatch(
      /"Piala"[^,]*,"entry|90\.0000/,
    )
    expect((await stage.world.page(`/program/lomba/${slug}/hasil.json`)).status).toBe(404)
    const early = await stage.on('2024-07-09', judging.announceResult, { id, rev })
    expect([early.status, early.body.details.missing]).toEqual([409, [{ what: 'announce_on', on: '2024-07-10' }]])
    const told = await stage.on('2024-07-10', judging.announceResult, { id, rev })
    expect(told.body).toMatchObject({ announcedOn: '2024-07-10' })
    expect((await done(judging.listPlaces, { id }, leader)).rows).toHaveLength(3)
    for (const [language, word] of [
      ['id', 'Peringkat 1'],
      ['en', 'Place 1'],
      ['ja', '第1位'],
      ['ko', '1위'],
    ]) {
      // prettier-ignore
      const { text, status } = await stage.world.page(`/${language}/program/lomba/${slug}`)
      expect(status).toBe(200)
      expect(text).toContain(word)
      expect(text).not.toContain('Warga 1')
    }
  })

  test('can be computed again by anybody; a file that was changed is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hasil-'))
    try {
      for (const change of [
        {},
        { normalisation: 'z' },
        { tieRule: 'draw' },
        { tieRule: 'shared' },
        { tieRule: 'more_jurors' },
      ]) {
        const { id, slug, rev } = await judged(change)
        const decided = await done(judging.decidePlaces, { id, rev })
        await done(judging.announceResult, { id, rev: decided.rev })
        const { text, headers } = await stage.world.page(`/program/lomba/${slug}/hasil.json`)
        expect(headers.get('content-type')).toContain('application/json')
        expect(text).not.toMatch(/Warga \d|Juri /)
        const file = join(folder, 'hasil.json')
        const run = (content: string) => {
          writeFileSync(file, content)
          try {
            return {
              code: 0,
              out: execFileSync(process.execPath, ['tools/recompute-contest.mjs', file], { encoding: 'utf8' }),
            }
          } catch (error) {
            const { status, stdout } = error as { status: number; stdout: string }
            return { code: status, out: stdout }
          }
        }
        expect(run(text)).toEqual({ code: 0, out: 'same: places, points, hash and signature\n' })
        const mutate = (work: (bundle: any) => void) => {
          const bundle = JSON.parse(text)
          work(bundle)
          return run(JSON.stringify(bundle))
        }
        const swapped = mutate(
          ({ result }) => ([result.places[0].place, result.places[1].place] = [result.places[1].place, 4]),
        )
        expect(swapped.code).toBe(1)
        expect(swapped.out).toMatch(/entry 1: place is told as \d, computed as 1/)
        expect(mutate(({ result }) => (result.sheets[0].marks[0] = 1)).out).toMatch(/entry 1: points is told as/)
        expect(mutate(({ result }) => (result.rules.winners = 3)).out).toMatch(/the hash is not that of this content/)
        expect(
          mutate(
            (bundle) =>
              (bundle.signature = bundle.signature.replace(/^./, (first: string) => (first === 'A' ? 'B' : 'A'))),
          ).code,
        ).toBe(1)
        expect(mutate(({ result }) => (result.criteria[0].weight = 59)).out).toMatch(/sum to 99/)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  }, 120_000) // a process of its own for each file that was changed

  test('last year’s winner is outside where the contest says so', async () => {
    const last = await judged()
    const decided = await done(judging.decidePlaces, { id: last.id, rev: last.rev })
    await done(judging.announceResult, { id: last.id, rev: decided.rev })
    const contest = await judged({}, { previous: last.id, excludesLastWinner: true })
    const { rows } = await done(judging.listPlaces, { id: contest.id })
    // Two won last time; whoever was third then is first now.
    expect(rows.map(({ number, place, outside }: any) => [number, place, outside])).toEqual([
      [2, 1, null],
      [1, null, 'last_winner'],
      [3, null, 'last_winner'],
    ])
  })
})

test('after the purge day nothing that a juror declared or noted is kept, in the ledger neither; places stay', async () => {
  const secret = `rahasia-${newId()}`
  const contest = await inJudging([{ village: `Desa ${secret}`, company: `PT ${secret}`, kin: [`Keluarga ${secret}`] }])
  const [juror] = contest.jurors
  for (const entry of contest.entries) await send(juror, entry, [7, 3], { catatan: `Catatan ${secret}` })
  await done(judging.unsealSheets, { id: contest.id, rev: contest.rev })
  const kept = async () => {
    const [row] = await stage.world.owner<{ n: number }[]>`
      select (select count(*) from contests.jurors r where r::text like ${`%${secret}%`})
        + (select count(*) from contests.score_sheets s where s.note like ${`%${secret}%`})
        + (select count(*) from ledger.personal p where p.value::text like ${`%${secret}%`}) as n`
    return Number(row?.n)
  }
  const before = await done(judging.listPlaces, { id: contest.id })
  expect(await kept()).toBeGreaterThan(0)
  await purgeRegion(stage.world.database, { tenant: stage.tenant, on: '2026-12-31' })
  expect(await kept()).toBe(0)
  expect(await done(judging.listPlaces, { id: contest.id })).toEqual(before)
  expect((await done(judging.readJudging, { id: contest.id })).jurors[0].name).not.toBe('')
})

describe('the script of a juror’s page', () => {
  test('is a file of its own that says nothing of types, and the page works without it', async () => {
    const { text, headers, status } = await stage.world.page('/lembar-juri.js')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/javascript')
    expect(text).not.toMatch(/: Kept|interface /)
    const { jurors } = await inJudging([{}])
    const page = (await stage.world.page(jurors[0].path)).text
    expect(page).toContain('<script type="module" src="/lembar-juri.js"></script>')
    expect(page).toContain('<button class="btn go" type="submit">Kirim lembar nomor 1</button>')
  })
})
