import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import { checkEntry, listEntries, mendContest, readContest, withdrawEntry } from '../src/slices/contests/contract.ts'
import * as judging from '../src/slices/contests/judging-contract.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { aColleague } from './factories.ts'
import {
  aContest,
  aJuror,
  criteria,
  done,
  inJudging,
  openJudgingStage,
  places,
  read,
  refused,
  rules,
  send,
  stage,
} from './judging-stage.ts'
import { post } from './room-world.ts'

beforeAll(openJudgingStage)
afterAll(async () => await stage.world.close())

describe('criteria', () => {
  test('a table of 99 or 101 is refused with its sum; a new one is a new version; once judging begins none is taken', async () => {
    const { id } = await aContest()
    for (const weight of [39, 41]) {
      const table = [{ name: 'Kebersihan', weight: 60 }, { name: 'Penghijauan', weight }] // prettier-ignore
      const answer = await refused(judging.setCriteria, { id, rev: 0, ...rules, criteria: table })
      expect(answer).toEqual([422, 'invalid', [{ what: 'sum', sum: 60 + weight }]])
    }
    expect(await refused(judging.openJudging, { id, rev: 0 })).toEqual([
      409,
      'not_yet',
      [{ what: 'criteria' }, { what: 'jurors' }],
    ])
    expect(await done(judging.setCriteria, { id, rev: 0, ...rules, criteria })).toMatchObject({ version: 1, rev: 1 })
    expect((await refused(judging.setCriteria, { id, rev: 0, ...rules, criteria })).slice(0, 2)).toEqual([409, 'stale'])
    expect(await done(judging.setCriteria, { id, rev: 1, ...rules, scale: 100, criteria })).toMatchObject({
      version: 2,
      rev: 2,
    })
    await aJuror(id)
    const opened = await stage.on('2024-07-02', judging.openJudging, { id, rev: 2 })
    expect(opened.status).toBe(200)
    const late = await refused(judging.setCriteria, { id, rev: 3, ...rules, criteria })
    expect(late).toEqual([409, 'not_yet', [{ what: 'frozen', on: '2024-07-02' }]])
    expect((await read(id)).rules).toMatchObject({ version: 2, scale: 100, frozenOn: '2024-07-02' })
  })

  test('judging does not begin while the window is open', async () => {
    const { id } = await aContest(places, { closesOn: '2099-12-31' })
    await done(judging.setCriteria, { id, rev: 0, ...rules, criteria })
    await aJuror(id)
    expect(await refused(judging.openJudging, { id, rev: 1 })).toEqual([409, 'not_yet', [{ what: 'window' }]])
  })

  test('an agency judges its own contest and no other', async () => {
    const { id } = await aContest()
    const other = await stage.world.as(await aColleague(stage.world, { region: 'kota-bekasi', role: 'opd' }))
    expect((await refused(judging.setCriteria, { id, rev: 0, ...rules, criteria }, other)).slice(0, 2)).toEqual([
      403,
      'forbidden',
    ])
    expect(await read(id, other)).toMatchObject({ stage: 'none', mayKeep: false })
  })
})

describe('jurors', () => {
  test('a juror from the competing village, of a helping company or kin of the entrant cannot score that entry', async () => {
    const contest = await inJudging([{ village: 'desa contoh 1', kin: ['Warga 2'], company: 'PT Contoh Karya' }, {}])
    const [tied, free] = contest.jurors
    const [one, two, three] = contest.entries as [string, string, string]
    await done(judging.setBackers, { id: three, companies: ['Contoh Karya Tbk'] })
    for (const entry of [one, two, three]) {
      const { status, text } = await send(tied, entry, [9, 9])
      expect(status).toBe(422)
      expect(text).toContain('Peserta ini tidak boleh Anda nilai')
    }
    expect((await send(free, one, [9, 9])).status).toBe(303)
    const { rows } = await done(judging.listSheets, { id: contest.id })
    expect(rows.map((row: any) => row.jurors.map(({ state, conflicts }: any) => [state, conflicts]))).toEqual([
      [
        ['conflict', ['village']],
        ['sent', []],
      ],
      [
        ['conflict', ['kin']],
        ['due', []],
      ],
      [
        ['conflict', ['company']],
        ['due', []],
      ],
    ])
    expect(rows.map((row: any) => row.missing)).toEqual([0, 1, 1])
    expect((await stage.world.page(tied.path)).text).toContain('Tidak Anda nilai: desa atau kelurahan yang sama.')
  })

  test('who did not declare does not score; what was declared stays once a sheet is in', async () => {
    const contest = await aContest()
    await done(judging.setCriteria, { id: contest.id, rev: 0, ...rules, criteria })
    const juror = await aJuror(contest.id, {}, false)
    await done(judging.openJudging, { id: contest.id, rev: 1 })
    const [one, two] = contest.entries as [string, string]
    expect((await send(juror, one, [5, 5])).status).toBe(409)
    expect((await post(stage.world, juror.path, { langkah: 'nyatakan', [`kepentingan_${two}`]: 'on' })).status).toBe(
      303,
    )
    expect((await send(juror, two, [5, 5])).status).toBe(422)
    expect((await send(juror, one, [5, 5])).status).toBe(303)
    expect((await post(stage.world, juror.path, { langkah: 'nyatakan' })).status).toBe(409)
  })

  test('a declaration that cannot stand comes back by its field, with everything that was typed', async () => {
    const contest = await aContest()
    const juror = await aJuror(contest.id, {}, false)
    const one = contest.entries[0] ?? ''
    const said = { langkah: 'nyatakan', desa: 'Desa\u202eX', perusahaan: 'PT Contoh', keluarga: 'Warga A\nWarga B', [`kepentingan_${one}`]: 'on' } // prettier-ignore
    const back = await post(stage.world, juror.path, said)
    expect(back.status).toBe(422)
    for (const kept of ['href="#desa"', 'value="PT Contoh"', 'Warga A\nWarga B', `name="kepentingan_${one}" checked`]) {
      expect(back.text).toContain(kept)
    }
  })

  test('one who leaves has no link any more, and her sheets do not count', async () => {
    const contest = await inJudging()
    const [gone, stays] = contest.jurors
    const [one] = contest.entries as [string]
    await send(gone, one, [10, 10])
    await send(stays, one, [5, 5])
    const { jurors } = await read(contest.id)
    await done(judging.leaveJury, { id: gone.id, rev: jurors[0].rev, reason: 'Sakit' })
    expect((await stage.world.page(gone.path)).status).toBe(410)
    expect(await done(judging.unsealSheets, { id: contest.id, rev: contest.rev, reason: 'Juri sakit' })).toMatchObject({
      absent: 2,
    })
    const { rows } = await done(judging.listPlaces, { id: contest.id })
    expect(rows.map(({ points, outside }: any) => points ?? outside)).toEqual(['50.0000', 'no_sheet', 'no_sheet'])
  })
})

describe('sheets', () => {
  test('sent twice, late and in another order are one sheet; two phones of one version are told', async () => {
    const contest = await inJudging([{}])
    const [juror] = contest.jurors
    const [one] = contest.entries as [string]
    const lembar = newId()
    const first = await send(juror, one, [7, 7], { lembar })
    expect(first.go).toContain('hasil=kept')
    expect((await send(juror, one, [7, 7], { lembar })).go).toBe(first.go)
    expect((await send(juror, one, [1, 1], { lembar })).status).toBe(409)
    expect((await send(juror, one, [8, 8], { versi: '3' })).go).toContain('hasil=kept')
    expect((await send(juror, one, [2, 2], { versi: '2' })).go).toContain('hasil=older')
    expect((await send(juror, one, [8, 8], { versi: '3' })).go).toContain('hasil=same')
    const two = await send(juror, one, [9, 8], { versi: '3' })
    expect(two.status).toBe(409)
    expect(two.text).toContain('Yang sudah masuk: 8 · 8')
    expect(two.text).toMatch(/name="versi" value="4"/)
    expect(two.text).toMatch(/name="nilai_1"[^>]*value="9"|value="9"[^>]*name="nilai_1"/)
    const sheets = await stage.world
      .owner`select version, marks from contests.score_sheets where contest = ${contest.id}`
    expect([...sheets]).toEqual([{ version: 3, marks: { 1: 8, 2: 8 } }])
    for (const marks of [
      ['', 5],
      [11, 5],
      ['7,5', 5],
    ])
      expect((await send(juror, one, marks)).status).toBe(422)
  })

  test('nobody reads a mark before all are in: no endpoint, no history, no undo, no role', async () => {
    const contest = await inJudging()
    const [one, two] = contest.jurors
    for (const entry of contest.entries) await send(one, entry, [7, 3], { catatan: 'rahasia-tersegel' })
    await send(two, contest.entries[0] ?? '', [6, 4])
    const { id } = contest
    for (const role of ['petugas', 'kepala_bagian', 'pimpinan', 'auditor', 'opd'] as const) {
      const who = await stage.world.as(await aColleague(stage.world, { region: 'kota-bekasi', role }))
      for (const [endpoint, input] of [
        [judging.readJudging, { id }],
        [judging.listSheets, { id }],
        [judging.listPlaces, { id }],
        [readContest, { slug: contest.slug }],
        [listEntries, { id }],
        [readHistory, { subject: id }],
      ] as [Endpoint, object][]) {
        // prettier-ignore
        const { status, body } = await who.ask(endpoint, { ...input })
        if (endpoint === readHistory && role === 'opd') continue
        expect(status, `${role} ${endpoint.name}`).toBe(200)
        expect(JSON.stringify(body), `${role} ${endpoint.name}`).not.toMatch(
          /rahasia-tersegel|"marks"|"points":"|"leniency":\{|"seed":"/,
        )
      }
    }
    // Not from what the ledger stores of the row itself either, as far as anything of it is told.
    const told = await stage.world
      .owner`select after from ledger.changes where table_name = 'contests.score_sheets' and after ->> 'contest' = ${id}`
    expect(told.length).toBe(4)
    for (const { after } of told) expect(Object.keys(after.marks)).toEqual(['sha256'])
    expect(await refused(judging.unsealSheets, { id, rev: contest.rev })).toEqual([
      409,
      'not_yet',
      [{ what: 'sheets', missing: 2 }],
    ])
    const acts = await stage.world
      .owner`select id from ledger.acts where verb = 'contests.scoreByLink' and subject = ${id}`
    expect((await stage.officer.ask(undoAct, { id: acts[0]?.['id'] })).status).toBe(404)
  })

  test('once judging began the window stands, and the criteria are public', async () => {
    const { id, slug } = await inJudging()
    const { rev } = await done(readContest, { slug })
    const change = async (values: object) => await refused(mendContest, { id, rev, ...values, sure: ['closesOn'] })
    expect(await change({ closesOn: '2099-12-31' })).toEqual([422, 'invalid', [{ path: 'closesOn', fault: 'wrong' }]])
    expect((await change({ excludesLastWinner: true }))[1]).toBe('invalid')
    const page = (await stage.world.page(`/id/program/lomba/${slug}`)).text
    expect(page).toContain('data-window="ditutup"')
    expect(page).toContain('Kebersihan')
    expect(page).toContain('60%')
  })

  test('once opened no entry is taken out, called incomplete or brought back by an undo', async () => {
    const contest = await inJudging()
    const [one, two] = contest.jurors
    const [first, second, third] = contest.entries as [string, string, string]
    const out = newId()
    await done(withdrawEntry, { act: out, id: third, rev: 1, reason: 'Mundur' })
    for (const entry of [first, second]) for (const juror of [one, two]) await send(juror, entry, [7, 3])
    await done(judging.unsealSheets, { id: contest.id, rev: contest.rev })
    expect((await refused(withdrawEntry, { id: first, rev: 1, reason: 'Alasan' }))[1]).toBe('not_yet')
    expect((await refused(checkEntry, { id: first, rev: 1, completeness: 'unchecked' }))[1]).toBe('not_yet')
    expect((await stage.officer.ask(undoAct, { id: out })).status).toBe(409)
    expect((await done(judging.listPlaces, { id: contest.id })).rows).toHaveLength(2)
  })

  test('are opened once; what was seen is not sealed again, and nothing is taken afterwards', async () => {
    const contest = await inJudging()
    const [one, two] = contest.jurors
    for (const entry of contest.entries) for (const juror of [one, two]) await send(juror, entry, [7, 3])
    const act = newId()
    expect(await done(judging.unsealSheets, { act, id: contest.id, rev: contest.rev })).toMatchObject({ absent: 0 })
    expect((await stage.officer.ask(undoAct, { id: act })).status).toBe(409)
    expect((await send(one, contest.entries[0] ?? '', [1, 1], { versi: '2' })).status).toBe(410)
    expect((await stage.world.page(one.path)).status).toBe(410)
    const { rows } = await done(judging.listSheets, { id: contest.id })
    expect(rows[0].jurors[0]).toMatchObject({ state: 'sent', marks: [7, 3], version: 1 })
    const { jurors } = await read(contest.id)
    expect((await refused(judging.mendJuror, { id: one.id, rev: jurors[0].rev, village: 'Desa Contoh 1' }))[1]).toBe(
      'not_yet',
    )
  })
})
