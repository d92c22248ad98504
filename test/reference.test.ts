import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { countWorkingDays } from '../src/slices/procedures/model.ts'
import * as reference from '../src/slices/reference/contract.ts'
import { sectorIds } from '../src/slices/reference/model.ts'
import { getCalendar } from '../src/slices/reference/queries.ts'
import { aColleague, tenantOf } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let admin: Asker
let petugas: Asker
let tenant: string

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin')
  petugas = await world.as('petugas-kota-bekasi')
  tenant = await tenantOf(world, 'kota-bekasi')
})
afterAll(async () => await world.close())

const calendar = async (from: string, to: string) =>
  await world.database.inTenant({ tenant }, async (tx) => await getCalendar(tx, { from, to }))
const faults = (answer: { body: { details: { fields?: { path: string; fault: string }[] } } }) =>
  (answer.body.details.fields ?? []).map(({ path, fault }) => `${path} ${fault}`)
const undo = async (act: string) => (await admin.ask(undoAct, { id: act })).status
const read = async (year: number) => (await petugas.ask(reference.listHolidays, { year })).body

describe('days off', () => {
  test('a region begins with the tables of 2024 to 2026 and the fixed days of 2027', async () => {
    const { rows, years } = await read(2026)
    expect(years.map(({ year, complete, days }: never) => [year, complete, days])).toEqual([
      [2024, true, 29],
      [2025, true, 28],
      [2026, true, 25],
      [2027, false, 5],
    ])
    // The days of 2026 as the rules on working days were written against (domain, §12.4).
    const of = (kind: string) => rows.filter((row: any) => row.kind === kind).map(({ day }: any) => day.slice(5))
    expect(of('nasional').join(' ')).toBe(
      '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25',
    )
    expect(of('cuti_bersama').join(' ')).toBe('02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24')
    expect(rows[0]).toMatchObject({ basis: 'SKB 1497/2025, 2/2025, 5/2025', verified: 'M', names: { ja: '元日' } })
  })

  test('a day that is added stands in the calendar that clocks count by, and undone it is gone', async () => {
    const [from, to] = ['2026-11-01', '2026-12-31']
    const before = await calendar(from, to)
    expect(before).toMatchObject({ cutiBersamaCounts: false, completeYears: [2026] })
    expect(before.holidays.map(({ day }) => day)).toEqual(['2026-12-24', '2026-12-25'])
    const act = newId()
    const added = await admin.ask(reference.addHoliday, { act, day: '2026-12-09', kind: 'daerah', name: 'Pilkades' })
    expect(added.status).toBe(200)
    expect((await calendar(from, to)).holidays[0]).toEqual({ day: '2026-12-09', kind: 'daerah', name: 'Pilkades' })
    expect(await undo(act)).toBe(200)
    expect(await calendar(from, to)).toEqual(before)
  })

  test('the calendar of a fresh region counts the council’s 45 days as the domain worked them out', async () => {
    const span = await calendar('2026-01-01', '2027-12-31')
    const due = (after: string, about: object = {}) => countWorkingDays({ after, days: 45 }, { ...span, ...about })
    expect(due('2026-01-05').dueOn).toBe('2026-03-12')
    expect(due('2026-01-05', { cutiBersamaCounts: true }).dueOn).toBe('2026-03-11')
    expect(due('2026-03-02').dueOn).toBe('2026-05-13')
    expect(due('2026-10-19')).toMatchObject({ dueOn: '2026-12-21', isProvisional: false })
    expect(due('2026-11-16')).toMatchObject({ dueOn: '2027-01-21', isProvisional: true })
  })

  test('the same day twice is taken, under another kind it is asked once more', async () => {
    const christmas = { day: '2026-12-25', name: 'Natal' }
    const twice = await admin.ask(reference.addHoliday, { ...christmas, kind: 'nasional' })
    expect([twice.status, faults(twice)]).toEqual([422, ['day taken']])
    const doubted = await admin.ask(reference.addHoliday, { ...christmas, kind: 'daerah' })
    expect([doubted.status, faults(doubted)]).toEqual([422, ['day doubtful']])
    const meant = await admin.ask(reference.addHoliday, { ...christmas, kind: 'daerah', sure: ['day'] })
    expect(meant.status).toBe(200)
    await admin.ask(reference.removeHoliday, { id: meant.body.id, rev: meant.body.rev })
  })

  test('a day that does not exist, and a petugas, are refused', async () => {
    const wrong = await admin.ask(reference.addHoliday, { day: '2026-02-30', kind: 'daerah', name: 'Bukan hari' })
    expect([wrong.status, faults(wrong)]).toEqual([422, ['day not_a_date']])
    const other = await petugas.ask(reference.addHoliday, { day: '2026-02-20', kind: 'daerah', name: 'Hari' })
    expect(other.status).toBe(403)
  })

  test('mending moves a day; who saw an older revision is told what changed', async () => {
    const { body: made } = await admin.ask(reference.addHoliday, { day: '2026-10-02', kind: 'daerah', name: 'Batik' })
    const moved = await admin.ask(reference.mendHoliday, { ...made, day: '2026-10-05' })
    expect([moved.status, moved.body.rev]).toEqual([200, 2])
    expect((await calendar('2026-10-01', '2026-10-31')).holidays.map(({ day }) => day)).toEqual(['2026-10-05'])
    const late = await admin.ask(reference.mendHoliday, { ...made, name: 'Hari batik' })
    expect(late.status).toBe(409)
    expect(late.body.details.changes).toMatchObject([{ field: 'day', was: '2026-10-02', now: '2026-10-05' }])
    expect((await admin.ask(reference.removeHoliday, made)).status).toBe(409)
    expect((await admin.ask(reference.removeHoliday, { id: made.id, rev: 2 })).status).toBe(200)
    expect((await calendar('2026-10-01', '2026-10-31')).holidays).toEqual([])
  })

  test('a year is complete only with its decree', async () => {
    const { years } = await read(2027)
    const { rev } = years.find(({ year }: { year: number }) => year === 2027)
    const bare = await admin.ask(reference.mendHolidayYear, { year: 2027, rev, complete: true })
    expect([bare.status, faults(bare)]).toEqual([422, ['basis required']])
    expect((await calendar('2027-01-01', '2027-12-31')).completeYears).toEqual([])
    const act = newId()
    const full = await admin.ask(reference.mendHolidayYear, { act, year: 2027, rev, basis: 'SKB 2027', complete: true })
    expect(full.status).toBe(200)
    expect((await calendar('2026-11-01', '2027-03-01')).completeYears).toEqual([2026, 2027])
    const stale = await admin.ask(reference.mendHolidayYear, { year: 2027, rev, complete: false })
    expect(stale.status).toBe(409)
    expect(await undo(act)).toBe(200)
  })

  test('a year’s table replaces what the decree gave, keeps what the region added, and is undone as one', async () => {
    const before = await read(2027)
    const own = await admin.ask(reference.addHoliday, { day: '2027-03-10', kind: 'daerah', name: 'Hari jadi kota' })
    const [act, rev] = [newId(), before.years.find(({ year }: { year: number }) => year === 2027).rev]
    const table = {
      year: 2027,
      rev,
      basis: 'SKB uji 1/2026',
      complete: true,
      rows: [
        { day: '2027-01-01', kind: 'nasional', name: 'Tahun Baru Masehi' },
        { day: '2027-03-09', kind: 'nasional', name: 'Idulfitri' },
        { day: '2027-03-11', kind: 'cuti_bersama', name: 'Cuti bersama Idulfitri' },
      ],
    }
    const twice = await admin.ask(reference.importHolidays, { ...table, rows: [...table.rows, ...table.rows] })
    expect([twice.status, faults(twice)]).toEqual([422, ['rows.3.day taken']])
    const other = { day: '2026-01-01', kind: 'nasional', name: 'Tahun lain' }
    const outside = await admin.ask(reference.importHolidays, { ...table, rows: [...table.rows, other] })
    expect([outside.status, faults(outside)]).toEqual([422, ['rows.3.day wrong']])
    const taken = await admin.ask(reference.importHolidays, { act, ...table })
    expect([taken.status, taken.body]).toEqual([200, { added: 2, removed: 4 }])
    const after = await read(2027)
    expect(after.rows.map(({ day, kind }: any) => `${day} ${kind}`)).toEqual([
      '2027-01-01 nasional',
      '2027-03-09 nasional',
      '2027-03-10 daerah',
      '2027-03-11 cuti_bersama',
    ])
    expect(await undo(act)).toBe(200)
    await admin.ask(reference.removeHoliday, own.body)
    expect((await read(2027)).rows).toEqual(before.rows)
  })
})

test('the region decides whether joint leave counts; its code cannot be mended', async () => {
  const { body: region } = await petugas.ask(reference.readRegion)
  expect(region).toMatchObject({ code: '32.75', zone: 'WIB', cutiBersamaCounts: false })
  const act = newId()
  const mend = { act, rev: region.rev, cutiBersamaCounts: true, code: '32.16' }
  expect((await admin.ask(reference.mendRegion, mend)).status).toBe(200)
  expect((await calendar('2026-01-01', '2026-01-02')).cutiBersamaCounts).toBe(true)
  expect((await petugas.ask(reference.readRegion)).body.code).toBe('32.75')
  expect((await admin.ask(reference.mendRegion, { rev: region.rev, zone: 'WIT' })).status).toBe(409)
  expect(await undo(act)).toBe(200)
})

describe('affairs', () => {
  test('a region begins with those of the law: 6, 18, 8 and the supporting ones', async () => {
    const { rows } = (await petugas.ask(reference.listAffairs)).body
    const counts = ['wajib_dasar', 'wajib_lain', 'pilihan', 'penunjang'].map(
      (heading) => rows.filter((row: any) => row.heading === heading).length,
    )
    expect(counts).toEqual([6, 18, 8, 4])
    expect(rows[0]).toMatchObject({ code: 'pendidikan', name: 'Pendidikan', verified: 'M' })
    const mapped = new Set(rows.flatMap((row: any) => row.sectors))
    expect(sectorIds.filter((sector) => !mapped.has(sector))).toEqual([
      'pelayanan_publik',
      'reformasi_administrasi',
      'layanan_dasar',
    ])
  })

  test('fields and the body in charge are mended; a body of another region is not found', async () => {
    const { rows } = (await admin.ask(reference.listAffairs)).body
    const { id, rev } = rows.find(({ code }: { code: string }) => code === 'kominfo')
    const { body: unit } = await admin.ask(reference.addUnit, { name: 'Diskominfostandi', kind: 'opd' })
    const sectors = ['teknologi_informasi', 'pelayanan_publik']
    const mended = await admin.ask(reference.mendAffair, { id, rev, unit: unit.id, sectors })
    expect(mended.status).toBe(200)
    const found = (await petugas.ask(reference.listAffairs)).body.rows.find((row: any) => row.id === id)
    expect(found).toMatchObject({ unit: unit.id, sectors })
    const stranger = await admin.ask(reference.mendAffair, { id, rev: 2, unit: newId() })
    expect(stranger.status).toBe(404)
    const unlisted = await admin.ask(reference.mendAffair, { id, rev: 2, sectors: ['sihir'] })
    expect(unlisted.status).toBe(422)
  })

  test('one may be added, its name only once', async () => {
    const affair = { name: 'Kesatuan bangsa dan politik', heading: 'penunjang' }
    expect((await admin.ask(reference.addAffair, affair)).status).toBe(200)
    const again = await admin.ask(reference.addAffair, affair)
    expect([again.status, faults(again)]).toEqual([422, ['name taken']])
    // Names that differ in a figure, or have no Latin letter, are names all the same.
    for (const name of ['Urusan khusus 1', 'Urusan khusus 2', '国際 1', '国際 2']) {
      expect((await admin.ask(reference.addAffair, { name, heading: 'penunjang' })).status, name).toBe(200)
    }
  })
})

describe('bodies of the region', () => {
  test('an unused one is removed, a used one stays and says why', async () => {
    const { body: free } = await admin.ask(reference.addUnit, { name: 'Dinas Kosong', kind: 'opd' })
    expect((await admin.ask(reference.removeUnit, { id: free.id, rev: 1 })).status).toBe(200)
    const { body: used } = await admin.ask(reference.addUnit, { name: 'Dinas Terpakai', kind: 'opd' })
    const office = { name: 'Kepala Dinas Terpakai', office: 'kepala_dinas', capacity: 'definitif', seenOn: '2025' }
    await admin.ask(reference.addOfficial, { ...office, unit: used.id })
    const stays = await admin.ask(reference.removeUnit, { id: used.id, rev: 1 })
    expect([stays.status, stays.body.code]).toEqual([409, 'not_yet'])
    expect(stays.body.details.missing).toEqual([{ usedBy: 'reference.officials' }])
  })

  test('a name is mended, and stays unique', async () => {
    const { body: one } = await admin.ask(reference.addUnit, { name: 'Dinas Satu', kind: 'opd' })
    await admin.ask(reference.addUnit, { name: 'Dinas Dua', kind: 'opd' })
    const taken = await admin.ask(reference.mendUnit, { id: one.id, rev: 1, name: 'Dinas Dua' })
    expect([taken.status, faults(taken)]).toEqual([422, ['name taken']])
    expect((await admin.ask(reference.mendUnit, { id: one.id, rev: 1, name: 'Dinas Tiga' })).status).toBe(200)
    expect((await admin.ask(reference.mendUnit, { id: one.id, rev: 1, name: 'Dinas Empat' })).status).toBe(409)
  })
})

describe('officials', () => {
  const mayor = { office: 'bupati', capacity: 'definitif', seenOn: '2020' }
  test('terms of one office that overlap are asked once more; following ones are not', async () => {
    const first = await admin.ask(reference.addOfficial, {
      ...mayor,
      name: 'Pejabat A',
      fromOn: '2018-09',
      toOn: '2023-09',
    })
    expect(first.status).toBe(200)
    const next = { ...mayor, name: 'Pejabat B', capacity: 'pj', fromOn: '2023-09', toOn: '2025-02-20' }
    expect((await admin.ask(reference.addOfficial, next)).status).toBe(200)
    const third = { ...mayor, name: 'Pejabat C', fromOn: '2024-12' }
    const doubted = await admin.ask(reference.addOfficial, third)
    expect([doubted.status, faults(doubted)]).toEqual([422, ['fromOn doubtful']])
    expect((await admin.ask(reference.addOfficial, { ...third, sure: ['fromOn'] })).status).toBe(200)
    const backwards = await admin.ask(reference.addOfficial, { ...third, toOn: '2020' })
    expect([backwards.status, faults(backwards)]).toEqual([422, ['toOn wrong_order']])
  })

  test('a term ends, not before it began; a capacity is corrected', async () => {
    const secretary = { name: 'Sekda', office: 'sekretaris_daerah', capacity: 'plt', seenOn: '2025', fromOn: '2025-03' }
    const { body: made } = await admin.ask(reference.addOfficial, secretary)
    const early = await admin.ask(reference.endTerm, { id: made.id, rev: 1, toOn: '2024' })
    expect([early.status, faults(early)]).toEqual([422, ['toOn wrong_order']])
    expect((await admin.ask(reference.endTerm, { id: made.id, rev: 1, toOn: '2026-01-31' })).status).toBe(200)
    expect((await admin.ask(reference.mendOfficial, { id: made.id, rev: 2, capacity: 'pj' })).status).toBe(200)
    const { rows } = (await petugas.ask(reference.listOfficials)).body
    expect(rows.find(({ id }: { id: string }) => id === made.id)).toMatchObject({ capacity: 'pj', toOn: '2026-01-31' })
    const stale = await admin.ask(reference.mendOfficial, { id: made.id, rev: 1, capacity: 'plh' })
    expect(stale.body.details.changes.map(({ field }: { field: string }) => field)).toEqual(['capacity', 'to_on'])
  })
})

test('what an administrator did, only she takes back', async () => {
  const colleague = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'admin_daerah' }))
  const act = newId()
  await admin.ask(reference.addUnit, { act, name: 'Dinas Milik', kind: 'opd' })
  expect((await colleague.ask(undoAct, { id: act })).status).toBe(404)
  expect((await petugas.ask(undoAct, { id: act })).status).toBe(404)
  expect(await undo(act)).toBe(200)
})
