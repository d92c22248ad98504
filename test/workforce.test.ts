import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct, verifyLedger } from '../src/slices/ledger/contract.ts'
import { addPartner } from '../src/slices/partners/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import * as workforce from '../src/slices/workforce/contract.ts'
import { keepMade } from '../src/slices/files/commands.ts'
import { aColleague, tenantOf } from './factories.ts'
import { openWorld, type Answer, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let dinas: Asker
let stranger: Asker
let unit: string
let file: string

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  dinas = await world.as('dinas')
  const { body } = await petugas.ask(listUnits)
  unit = body.rows.find(({ shortName }: { shortName: string }) => shortName === 'DLH').id
  const other = body.rows.find(({ id }: { id: string }) => id !== unit).id
  stranger = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'opd', unit: other }))
  const tenant = await tenantOf(world, 'kota-bekasi')
  file = await asSystem(world.database, { tenant, verb: 'test.file' }, async (call) => {
    const content = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')
    const kept = { tenant, kind: 'pdf', name: 'pendapat hukum.pdf', content } as const
    return (await keepMade({ ...call, store: world.store }, kept)).id
  })
})
afterAll(async () => await world.close())

const does = async (who: Asker, endpoint: Parameters<Asker['ask']>[0], input: Record<string, unknown>) =>
  await who.ask(endpoint, { act: newId(), ...input })

/** A cohort of the agency. */
async function aCohort(over: Record<string, unknown> = {}): Promise<{ id: string; slug: string }> {
  const { status, body } = await does(petugas, workforce.addCohort, {
    name: `Angkatan ${newId().slice(-6)}`,
    country: 'JP',
    unit,
    ...over,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

const aCompany = async (): Promise<string> =>
  (await does(petugas, addPartner, { name: `PT ${newId().slice(-8)}`, kind: 'company', sure: ['name'] })).body.id

const faultsOf = ({ body }: Answer): string[] =>
  (body.details?.fields ?? []).map(({ path, fault }: { path: string; fault: string }) => `${path} ${fault}`)

describe('a suspended programme', () => {
  const seasonal = { name: 'Angkatan musiman', country: 'KR', scheme: 'kr_seasonal', beganOn: '2026-03-01' }

  test('takes no cohort until a legal opinion is attached, and says since when and according to whom', async () => {
    const refused = await does(petugas, workforce.addCohort, seasonal)
    expect(refused.status).toBe(409)
    expect(refused.body.code).toBe('not_yet')
    expect(refused.body.details.missing).toMatchObject([
      { what: 'opinion', standing: 'dihentikan_sementara', since: '2024-12', scheme: 'kr_seasonal' },
    ])
    const { body, status } = await does(petugas, workforce.addCohort, { ...seasonal, opinionFile: file })
    expect(status).toBe(200)
    const read = await petugas.ask(workforce.readCohort, { slug: body.slug })
    expect(read.body.opinion.name).toBe('pendapat hukum.pdf')
    const bare = await does(petugas, workforce.mendCohort, { id: body.id, rev: 1, opinionFile: null })
    expect(bare.body.code).toBe('not_yet')
  })

  test('refuses a chamber or a company in between, with the source', async () => {
    const { body } = await does(petugas, addPartner, { name: `Kamar dagang ${newId().slice(-6)}`, kind: 'chamber' })
    const refused = await does(petugas, workforce.addCohort, { ...seasonal, opinionFile: file, via: body.id })
    expect(faultsOf(refused)).toEqual(['via wrong'])
    expect(refused.body.details.by).toMatchObject({ what: 'intermediary', since: '2026-01-23', law: '출입국관리법' })
    const { id } = (await does(petugas, workforce.addCohort, { ...seasonal, opinionFile: file })).body
    const handed = { id, step: 'diserahkan', number: 5, countedOn: '2026-04-01', bodyName: 'Badan' }
    const p3mi = await does(petugas, workforce.addCount, {
      ...handed,
      bodyKind: 'p3mi',
      licenceNo: 'X',
      licenceUntil: '2030-01-01',
    })
    expect(p3mi.body.details.by.what).toBe('intermediary')
    expect((await does(petugas, workforce.addCount, { ...handed, bodyKind: 'badan_nasional' })).status).toBe(200)
  })
})

describe('counts', () => {
  test('a number that is not stated is a value; fewer than before asks for a reason and keeps the history', async () => {
    const { id, slug } = await aCohort()
    const siap = { id, step: 'siap', countedOn: '2024-01-02' }
    expect((await does(petugas, workforce.addCount, { ...siap, number: null })).status).toBe(200)
    expect((await does(petugas, workforce.addCount, { ...siap, number: 30, countedOn: '2024-03' })).status).toBe(200)
    const fewer = { ...siap, number: 25, countedOn: '2024-05-06' }
    const refused = await does(petugas, workforce.addCount, fewer)
    expect(faultsOf(refused)).toEqual(['reason required'])
    expect(refused.body.details.by).toEqual({ what: 'fewer', number: 30, countedOn: '2024-03' })
    expect((await does(petugas, workforce.addCount, { ...fewer, reason: 'Lima orang mundur.' })).status).toBe(200)
    const { body } = await petugas.ask(workforce.readCohort, { slug })
    expect(body.counts).toMatchObject([{ step: 'siap', number: 25 }])
    expect(body.history).toHaveLength(3)
    const then = await petugas.ask(workforce.readCohort, { slug, per: '2024-02-01' })
    expect(then.body.counts).toEqual([{ id: body.history[2].id, step: 'siap', countedOn: '2024-01-02' }])
  })

  test('one entered late is held against the one after it too', async () => {
    const { id, slug } = await aCohort()
    const late = { id, step: 'siap', number: 30, countedOn: '2024-03' }
    await does(petugas, workforce.addCount, { ...late, number: 10, countedOn: '2024-06-01' })
    const refused = await does(petugas, workforce.addCount, late)
    expect(refused.body.details.by).toEqual({ what: 'fewer_later', number: 10, countedOn: '2024-06-01' })
    await does(petugas, workforce.addCount, { ...late, reason: 'Dua puluh orang mundur.' })
    expect((await petugas.ask(workforce.readCohort, { slug })).body.history).toHaveLength(2)
  })

  test('an undo that would leave a fall without its reason is refused', async () => {
    const { id } = await aCohort()
    const add = async (number: number, countedOn: string) =>
      (await does(petugas, workforce.addCount, { id, step: 'siap', number, countedOn })).body.id
    const [act, wrong] = [newId(), { rev: 1, reason: 'Salah ketik' }]
    await does(petugas, workforce.voidCount, { act, id: await add(30, '2024-03'), ...wrong })
    const few = await add(10, '2024-06-01')
    expect((await does(petugas, undoAct, { id: act })).body.code).toBe('stale')
    await does(petugas, workforce.voidCount, { id: few, ...wrong })
    expect((await does(petugas, undoAct, { id: act })).status).toBe(200)
  })

  test('of two smaller counts at once both are held against what stands', async () => {
    const { id } = await aCohort()
    const siap = { id, step: 'siap', countedOn: '2024-01-02' }
    await does(petugas, workforce.addCount, { ...siap, number: 30 })
    const both = [20, 10].map(async (number) => await does(petugas, workforce.addCount, { ...siap, number }))
    for (const answer of await Promise.all(both)) expect(faultsOf(answer)).toEqual(['reason required'])
  })

  test('handing over names a licensed body, whose licence still holds', async () => {
    const { id } = await aCohort()
    const handed = { id, step: 'diserahkan', number: 5, countedOn: '2026-03-01' }
    expect(faultsOf(await does(petugas, workforce.addCount, handed))).toEqual(['bodyKind required'])
    const p3mi = { ...handed, bodyKind: 'p3mi', bodyName: 'Badan contoh' }
    expect(faultsOf(await does(petugas, workforce.addCount, p3mi))).toEqual(['licenceNo required'])
    const ended = await does(petugas, workforce.addCount, { ...p3mi, licenceNo: '1', licenceUntil: '2026-02-28' })
    expect(ended.body.details.by).toEqual({
      what: 'licence',
      law: 'UU 18/2017',
      at: 'Ps 49, 51–57',
      until: '2026-02-28',
    })
    const good = await does(petugas, workforce.addCount, { ...p3mi, licenceNo: '1', licenceUntil: '2026-03-01' })
    expect(good.status).toBe(200)
  })

  test('a wrong one is voided with its reason, leaves the public page at once, and an undo brings it back', async () => {
    const { id, slug } = await aCohort()
    const { body: count } = await does(petugas, workforce.addCount, {
      id,
      step: 'siap',
      number: 4217,
      countedOn: '2024',
    })
    await does(petugas, workforce.publishCohort, { id })
    expect((await world.page(`/id/program/tenaga-kerja/${slug}`)).text).toContain('4.217 orang')
    const act = newId()
    const gone = await does(petugas, workforce.voidCount, { act, id: count.id, rev: 1, reason: 'Salah ketik' })
    expect(gone.status).toBe(200)
    expect((await world.page(`/id/program/tenaga-kerja/${slug}`)).text).not.toContain('4.217')
    expect((await does(petugas, undoAct, { id: act })).status).toBe(200)
    expect((await petugas.ask(workforce.readCohort, { slug })).body.counts).toHaveLength(1)
  })

  test('an undo that no act would do is refused: it would bring back what was voided, or leave what is not there', async () => {
    const { id, slug } = await aCohort()
    const recorded = newId()
    const siap = { id, step: 'siap', number: 4321, countedOn: '2024' }
    const { body: count } = await does(petugas, workforce.addCount, { act: recorded, ...siap })
    await does(petugas, workforce.publishCohort, { id })
    // The world reads it: it is voided with a reason, not undone.
    expect((await does(petugas, undoAct, { id: recorded })).body.code).toBe('stale')
    const withdrawn = newId()
    await does(petugas, workforce.withdrawCohort, { act: withdrawn, id })
    await does(petugas, workforce.voidCount, { id: count.id, rev: 1, reason: 'Salah ketik' })
    expect((await does(petugas, undoAct, { id: withdrawn })).body.code).toBe('stale')
    expect((await world.page(`/id/program/tenaga-kerja/${slug}`)).status).toBe(410)
  })

  test('an undo does not make more lines of costs than there may be', async () => {
    const { id } = await aCohort()
    const cost = { id, item: 'Buku', kind: 'lain', payer: 'daerah' }
    const [first] = await Promise.all(
      Array.from({ length: 100 }, async () => await does(petugas, workforce.addCost, cost)),
    )
    expect((await does(petugas, workforce.addCost, cost)).body.code).toBe('too_large')
    const dropped = newId()
    await does(petugas, workforce.dropCost, { act: dropped, id: first?.body.id, rev: 1 })
    expect((await does(petugas, workforce.addCost, cost)).status).toBe(200)
    expect((await does(petugas, undoAct, { id: dropped })).body.code).toBe('too_large')
  })

  test('a stale edit says what changed', async () => {
    const { id } = await aCohort()
    await does(petugas, workforce.mendCohort, { id, rev: 1, note: 'Satu' })
    const late = await does(petugas, workforce.mendCohort, { id, rev: 1, note: 'Dua' })
    expect(late.status).toBe(409)
    expect(late.body.details.changes).toMatchObject([{ field: 'note', now: 'Satu' }])
  })
})

describe('no fees, no identity numbers', () => {
  test('a placement fee of the worker is refused with the article, a cost of her own is not', async () => {
    const { id } = await aCohort()
    const fee = { id, item: 'Biaya penempatan', kind: 'lain', payer: 'pekerja', amount: 5_000_000 }
    const refused = await does(petugas, workforce.addCost, fee)
    expect(refused.status).toBe(422)
    expect(refused.body.details.by).toEqual({ what: 'placement_fee', law: 'UU 18/2017', at: 'Ps 30' })
    const passport = { id, item: 'Paspor', kind: 'paspor', payer: 'pekerja' }
    expect((await does(petugas, workforce.addCost, passport)).status).toBe(200)
  })

  test('sixteen figures are refused in every text', async () => {
    const { id } = await aCohort()
    const nik = 'NIK 3216 0123 4567 8901'
    const tries: [Parameters<Asker['ask']>[0], Record<string, unknown>, string, Asker?][] = [
      [workforce.addCohort, { name: nik, country: 'JP' }, 'name'],
      [workforce.mendCohort, { id, rev: 1, note: nik }, 'note'],
      [workforce.addCount, { id, step: 'siap', number: 1, countedOn: '2024', note: nik }, 'note'],
      [workforce.addCost, { id, item: nik, kind: 'lain', payer: 'daerah' }, 'item'],
      [workforce.addRequest, { skill: 'Las', gap: nik }, 'gap'],
      [workforce.addStanding, { scheme: 'kr_eps', standing: 'dibuka', since: '2026', source: nik }, 'source'],
      [workforce.addFigure, { kind: 'penempatan', year: 2024, value: 1, unit: 'orang', source: nik }, 'source'],
      [workforce.addName, { id, name: nik, step: 'siap', consentOn: '2024-01-01', mayShare: [] }, 'name', dinas],
    ]
    for (const [endpoint, input, path, who = petugas] of tries) {
      expect(faultsOf(await does(who, endpoint, input)), endpoint.name).toEqual([`${path} identity_number`])
    }
  })
})

describe('names', () => {
  const person = { name: 'Peserta Kenari', step: 'siap', consentOn: '2024-01-01', mayShare: ['nama'] }

  test('are for the source agency alone: officers see how many', async () => {
    const { id, slug } = await aCohort()
    const { body } = await does(dinas, workforce.addName, { id, ...person })
    expect((await dinas.ask(workforce.listNames, { id })).body.rows).toMatchObject([{ name: 'Peserta Kenari' }])
    for (const who of [petugas, stranger]) {
      expect((await who.ask(workforce.listNames, { id })).status).toBe(403)
      expect((await does(who, workforce.dropName, { id: body.id, rev: 1 })).status).toBe(403)
      const read = await who.ask(workforce.readCohort, { slug })
      expect(read.body.named).toBe(1)
      expect(JSON.stringify(read.body)).not.toContain('Kenari')
    }
  })

  test('one is erased with what the ledger held of it, and the chain still verifies', async () => {
    const { id } = await aCohort()
    const { body } = await does(dinas, workforce.addName, { id, ...person, name: 'Peserta Terhapus' })
    const held = async () =>
      (
        await world.owner<
          { n: number }[]
        >`select count(*)::int as n from ledger.personal where value::text like '%Terhapus%'`
      )[0]?.n
    expect(await held()).toBe(1)
    const act = newId()
    expect((await does(dinas, workforce.dropName, { act, id: body.id, rev: 1 })).status).toBe(200)
    expect(await held()).toBe(0)
    expect((await does(dinas, undoAct, { id: act })).status).not.toBe(200)
    const auditor = await world.as('auditor')
    expect((await auditor.ask(verifyLedger)).body.faults).toEqual([])
  })

  test('consent is not given ahead', async () => {
    const { id } = await aCohort()
    const ahead = await does(dinas, workforce.addName, { id, ...person, consentOn: '2190-01-01' })
    expect(faultsOf(ahead)).toEqual(['consentOn wrong_order'])
  })
})

describe('agency staff', () => {
  test('keep what is of their own agency and nothing else', async () => {
    const own = await does(dinas, workforce.addCohort, { name: 'Angkatan dinas', country: 'JP' })
    expect(own.status).toBe(200)
    expect((await dinas.ask(workforce.readCohort, { slug: own.body.slug })).body).toMatchObject({
      unitId: unit,
      mayKeep: true,
    })
    expect((await does(stranger, workforce.mendCohort, { id: own.body.id, rev: 1, note: 'x' })).status).toBe(403)
    expect((await does(stranger, workforce.addCohort, { name: 'Angkatan', country: 'JP', unit })).status).toBe(403)
    const { body } = await does(dinas, workforce.addRequest, { skill: 'Pengelasan' })
    expect((await does(stranger, workforce.dropRequest, { id: body.id, rev: 1 })).status).toBe(403)
    expect((await does(dinas, workforce.dropRequest, { id: body.id, rev: 1 })).status).toBe(200)
  })

  test('whose undo is refused once the cohort is another agency’s', async () => {
    const own = await does(dinas, workforce.addCohort, { name: 'Angkatan berpindah', country: 'JP' })
    const act = newId()
    await does(dinas, workforce.addCount, { act, id: own.body.id, step: 'siap', number: 3, countedOn: '2024' })
    await does(petugas, workforce.mendCohort, { id: own.body.id, rev: 1, unit: null })
    expect((await does(dinas, undoAct, { id: act })).status).toBe(403)
  })
})

describe('requests, figures, programmes abroad', () => {
  test('beside what was filled stands how many companies reported, of how many once somebody entered it', async () => {
    const told = { skill: 'Kendali mutu', number: 10, filled: 8, filledLocal: 6, reportedOn: '2023-05-05' }
    for (const partner of [await aCompany(), await aCompany()]) {
      expect((await does(petugas, workforce.addRequest, { ...told, partner })).status).toBe(200)
    }
    const coverage = async () =>
      (await petugas.ask(workforce.readOverview)).body.coverage.find(({ year }: { year: number }) => year === 2023)
    expect(await coverage()).toEqual({ year: 2023, reported: 2, filled: 16, filledLocal: 12 })
    const figure = { kind: 'perusahaan_terdaftar', year: 2023, value: 120, unit: 'perusahaan' }
    expect((await does(petugas, workforce.addFigure, { ...figure, source: '' })).status).toBe(422)
    await does(petugas, workforce.addFigure, { ...figure, source: 'Daftar perusahaan' })
    expect(await coverage()).toMatchObject({ reported: 2, known: 120 })
    const found = await petugas.ask(workforce.listRequests, { q: 'kendali', limit: 1 })
    expect(found.body).toMatchObject({ total: 2, rows: [{ skill: 'Kendali mutu' }] })
    expect(
      (await petugas.ask(workforce.listRequests, { q: 'kendali', limit: 1, after: found.body.next })).body.rows,
    ).toHaveLength(1)
  })

  test.each([
    [{ filled: 8 }, 'reportedOn required'],
    [{ filledLocal: 8 }, 'filled required'],
    [{ filled: 5, filledLocal: 8, reportedOn: '2023-01-01' }, 'filledLocal wrong'],
    [{ filled: 5, reportedOn: '2190-01-01' }, 'reportedOn wrong_order'],
    [{ filled: 5, reportedOn: '2023-01-01', partner: null }, 'partner required'],
  ])('a report of %j is refused', async (report, fault) => {
    const asked = { skill: 'Las', partner: await aCompany(), ...report }
    expect(faultsOf(await does(petugas, workforce.addRequest, asked))).toEqual([fault])
  })

  test('a region’s own statement takes the place of what is shipped, and voiding it brings that back', async () => {
    const standingOf = async (scheme: string) =>
      (await petugas.ask(workforce.readOverview, { per: '2026-11-21' })).body.schemes.find(
        (one: { scheme: string }) => one.scheme === scheme,
      )?.now?.standing
    expect(await standingOf('kr_seasonal')).toBe('dihentikan_sementara')
    const said = { scheme: 'kr_seasonal', standing: 'ditutup', since: '2026-11', source: 'Surat kementerian' }
    const { body } = await does(petugas, workforce.addStanding, said)
    expect(await standingOf('kr_seasonal')).toBe('ditutup')
    await does(petugas, workforce.voidStanding, { id: body.id, rev: 1, reason: 'Keliru' })
    expect(await standingOf('kr_seasonal')).toBe('dihentikan_sementara')
    const own = {
      standing: 'diumumkan',
      since: '2026',
      source: 'Surat',
      country: 'DE',
      names: { id: 'Program perawat' },
    }
    expect((await does(petugas, workforce.addStanding, own)).status).toBe(200)
    expect((await does(petugas, workforce.addStanding, { ...own, names: {} })).status).toBe(422)
  })

  test('what was voided leaves the public page at once; a void that comes late says what changed', async () => {
    const page = async () => (await world.page('/id/daerah/kota-bekasi/program/tenaga-kerja')).text
    const figure = { kind: 'penempatan', year: 2019, value: 76543, unit: 'orang', source: 'Laporan' }
    const { body: counted } = await does(petugas, workforce.addFigure, figure)
    const said = { scheme: 'jp_ssw', standing: 'ditutup', since: '2026-11', source: 'Surat sumber keliru' }
    const { body: standing } = await does(petugas, workforce.addStanding, said)
    await does(petugas, workforce.publishOverview, {})
    expect((await petugas.ask(workforce.readOverview)).body.isLagging).toBe(false)
    expect(await page()).toContain('76.543 orang')
    expect(await page()).toContain('Surat sumber keliru')
    for (const [endpoint, { id }] of [
      [workforce.voidFigure, counted],
      [workforce.voidStanding, standing],
    ] as const) {
      expect((await does(petugas, endpoint, { id, rev: 1, reason: 'Keliru' })).status).toBe(200)
      const late = await does(petugas, endpoint, { id, rev: 1, reason: 'Lagi' })
      expect(late.status).toBe(409)
      expect(late.body.details.changes).toContainEqual(
        expect.objectContaining({ field: 'voided_reason', now: 'Keliru' }),
      )
    }
    expect(await page()).not.toContain('76.543 orang')
    expect(await page()).not.toContain('Surat sumber keliru')
  })

  test('of skills the world reads what was said: nothing said is not nobody', async () => {
    const skill = `Keterampilan ${newId().slice(-6)}`
    await does(petugas, workforce.addRequest, { skill })
    await does(petugas, workforce.publishOverview, {})
    const { text } = await world.page('/id/daerah/kota-bekasi/program/tenaga-kerja')
    expect(text).toMatch(new RegExp(`${skill}[\\s\\S]{0,80}jumlah tidak disebut`))
    const { body } = await petugas.ask(workforce.exportRequests, { q: skill })
    expect(body.toString()).toContain(skill)
  })

  test('the list as a file names steps and days, and nobody', async () => {
    const { body } = await petugas.ask(workforce.exportCohorts, { q: 'musiman' })
    expect(body.toString()).toContain('Pekerja musiman')
  })
})
