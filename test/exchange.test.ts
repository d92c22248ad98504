import { afterAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import * as exchange from '../src/slices/exchange/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { addUnit } from '../src/slices/reference/commands.ts'
import { addField, nameFields } from '../src/slices/relations/contract.ts'
import { aColleague } from './factories.ts'
import { openExchangeStage } from './exchange-stage.ts'

const { stage, relation, day, done, refused, add, readOn, aFile } = await openExchangeStage()
afterAll(async () => await stage.world.close())

const aUnit = async () =>
  await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.unit' }, async (call) => {
    return (await addUnit(call, { name: `Badan ${newId()}`, kind: 'opd' })).id
  })

describe('an exchange', () => {
  test('is recorded with bodies of both sides, people by number and fields; what nobody said stays unsaid', async () => {
    const unit = await aUnit()
    const field = (await done(day, addField, { id: relation, name: `Bidang ${newId()}` })).id
    const made = await add({
      direction: 'keluar',
      fromOn: '2026-03-02',
      toOn: '2026-03-13',
      ours: 12,
      place: 'Balai pelatihan',
      fields: [field],
      bodies: [
        { side: 'ours', unit, role: 'Peserta' },
        { side: 'theirs', name: '上下水道部', role: 'Tuan rumah' },
      ],
    })
    const read = await readOn(made.slug)
    expect(read).toMatchObject({
      standing: 'berlangsung',
      direction: 'keluar',
      ours: 12,
      fields: [{ id: field, relation }],
      bodies: [
        { side: 'ours', unit, role: 'Peserta' },
        { side: 'theirs', name: '上下水道部', role: 'Tuan rumah' },
      ],
      relations: [{ id: relation }],
      applied: [],
    })
    expect(read).not.toHaveProperty('theirs')
    expect((await readOn(made.slug, '2026-03-14')).standing).toBe('selesai')
  })

  test('is not there before the region knew of it, and never for another region', async () => {
    const { slug } = await add()
    expect(await refused('2026-03-09', exchange.readExchange, { slug })).toEqual([404, 'not_found', {}])
    const elsewhere = await stage.world.as('petugas-kab-bekasi')
    expect((await stage.on(day, exchange.readExchange, { slug }, elsewhere)).status).toBe(404)
  })

  test('with an end before its beginning, a body that is nothing, a stranger’s field or cooperation is refused', async () => {
    const base = { kind: 'budaya', title: `Pentas ${newId()}`, relations: [relation] }
    const ask = async (more: object) => await refused(day, exchange.addExchange, { ...base, ...more })
    const fault = (path: string, of: string) => [422, 'invalid', { fields: [{ path, fault: of }] }]
    expect(await ask({ fromOn: '2026-03-02', toOn: '2026-02' })).toEqual(fault('toOn', 'wrong_order'))
    expect(await ask({ bodies: [{ side: 'theirs' }] })).toEqual(fault('bodies.0', 'required'))
    expect(await ask({ bodies: [{ side: 'theirs', unit: await aUnit() }] })).toEqual(fault('bodies.0', 'wrong'))
    expect((await ask({ relations: [newId()] }))[0]).toBe(404)
    expect((await ask({ relations: [] }))[0]).toBe(422)
    const other = await stage.begin({ kind: 'foreign_local_government' })
    const field = (await done(day, addField, { id: other, name: 'Bidang lain' })).id
    expect(await ask({ fields: [field] })).toEqual(fault('fields', 'not_listed'))
    expect((await ask({ ours: -1 }))[0]).toBe(422)
    expect((await ask({ title: 'a\u202eb' }))[0]).toBe(422)
  })

  test('of a title that stands there is asked, and taken when it is meant', async () => {
    const title = `Pelatihan ${newId()}`
    await add({ title })
    const again = { kind: 'budaya', title: title.toUpperCase(), relations: [relation] }
    expect(await refused(day, exchange.addExchange, again)).toEqual([
      422,
      'invalid',
      { fields: [{ path: 'title', fault: 'doubtful' }] },
    ])
    await done(day, exchange.addExchange, { ...again, sure: ['title'] })
  })

  test('sent twice is recorded once; another body under the same act is refused', async () => {
    const act = newId()
    const input = { act, kind: 'pemuda', title: `Kunjungan ${newId()}`, relations: [relation] }
    const first = await done(day, exchange.addExchange, input)
    expect(await done(day, exchange.addExchange, input)).toEqual(first)
    expect((await refused(day, exchange.addExchange, { ...input, title: 'Lain' }))[1]).toBe('reused')
  })

  test('is mended value by value; who was slower is told what changed', async () => {
    const { id, slug } = await add({ place: 'Aula' })
    await done(day, exchange.mendExchange, { id, rev: 1, place: null, theirs: 0 })
    const read = await readOn(slug)
    expect([read.place, read.theirs]).toEqual([undefined, 0])
    const [status, code, details] = await refused(day, exchange.mendExchange, { id, rev: 1, ours: 3 })
    expect([status, code]).toEqual([409, 'stale'])
    expect(details.changes.map(({ field }: { field: string }) => field).sort()).toEqual(['place', 'theirs'])
  })

  test('of which only bodies and fields were changed tells who was slower what they are now', async () => {
    const field = (await done(day, addField, { id: relation, name: 'Bidang baru' })).id
    const { id } = await add()
    const bodies = [{ side: 'theirs', name: '上下水道部' }]
    await done(day, exchange.mendExchange, { id, rev: 1, bodies, fields: [field] })
    const [, code, details] = await refused(day, exchange.mendExchange, { id, rev: 1, bodies: [] })
    expect(code).toBe('stale')
    expect(details.changes).toMatchObject([
      { field: 'bodies', now: ['上下水道部'] },
      { field: 'fields', now: [{ name: 'Bidang baru' }] },
    ])
  })

  test('recorded or mended by mistake is taken back', async () => {
    const act = newId()
    const mistaken = { act, kind: 'budaya', title: `Pentas ${newId()}`, relations: [relation] }
    const { slug } = await done(day, exchange.addExchange, {
      ...mistaken,
      bodies: [{ side: 'theirs', name: 'Museum' }],
    })
    await done(day, undoAct, { id: act })
    expect((await refused(day, exchange.readExchange, { slug }))[0]).toBe(404)
    const kept = await add({ place: 'Aula' })
    const mended = newId()
    const bodies = [{ side: 'theirs', name: 'Museum' }]
    await done(day, exchange.mendExchange, { act: mended, id: kept.id, rev: 1, title: 'Judul keliru', bodies })
    await done(day, undoAct, { id: mended })
    const read = await readOn(kept.slug)
    expect([read.title === 'Judul keliru', read.bodies]).toEqual([false, []])
    expect((await done(day, exchange.listExchanges, { q: 'judul keliru' })).total).toBe(0)
  })

  test('is not undone by agency staff who left the agency that keeps it', async () => {
    const unit = await aUnit()
    const { world } = stage
    const account = await aColleague(world, { region: 'kota-bekasi', role: 'opd', unit })
    const agency = await world.as(account)
    const act = newId()
    const own = { act, kind: 'budaya', title: `Pentas ${newId()}`, relations: [relation] }
    await done(day, exchange.addExchange, own, agency)
    const other = await aUnit()
    await asSystem(world.database, { tenant: stage.tenant, verb: 'test.move' }, async ({ tx }) => {
      await tx.updateTable('identity.memberships').set({ unit: other }).where('unit', '=', unit).execute()
    })
    expect((await stage.on(day, undoAct, { id: act }, agency)).status).toBe(403)
  })

  test('loses the fields of a cooperation that it no longer belongs to', async () => {
    const other = await stage.begin({ kind: 'foreign_local_government' })
    const field = (await done(day, addField, { id: other, name: 'Bidang' })).id
    const { id, slug } = await add({ relations: [relation, other], fields: [field] })
    await done(day, exchange.mendExchange, { id, rev: 1, relations: [relation] })
    expect(await readOn(slug)).toMatchObject({ relations: [{ id: relation }], fields: [] })
  })

  test('is called off with a reason and resumed; what is over cannot be called off', async () => {
    const { id, slug } = await add({ fromOn: '2026-06' })
    await done(day, exchange.cancelExchange, { id, rev: 1, reason: 'Anggaran' })
    expect((await readOn(slug)).cancelled).toEqual({ on: day, reason: 'Anggaran' })
    expect((await refused(day, exchange.cancelExchange, { id, rev: 2, reason: 'Lagi' }))[1]).toBe('not_yet')
    await done(day, exchange.resumeExchange, { id, rev: 2 })
    expect((await readOn(slug)).standing).toBe('direncanakan')
    expect((await refused(day, exchange.resumeExchange, { id, rev: 3 }))[1]).toBe('not_yet')
    const over = await add({ fromOn: '2025', toOn: '2025' })
    expect((await refused(day, exchange.cancelExchange, { id: over.id, rev: 1, reason: 'Telat' }))[1]).toBe('not_yet')
  })

  test('has a report once it has begun: words, a file of the region, or both', async () => {
    const early = await add({ fromOn: '2026-06' })
    expect((await refused(day, exchange.reportExchange, { id: early.id, rev: 1, words: 'Baik' }))[1]).toBe('not_yet')
    const { id, slug } = await add({ fromOn: '2026-03-01', toOn: '2026-03-05' })
    expect((await refused(day, exchange.reportExchange, { id, rev: 1, file: newId() }))[0]).toBe(404)
    await done(day, exchange.reportExchange, { id, rev: 1, words: 'Belajar', lang: 'id', file: await aFile() })
    expect(await readOn(slug)).toMatchObject({
      report: { words: 'Belajar', lang: 'id' },
      reportFile: { name: 'laporan.pdf' },
      reportedOn: day,
    })
  })

  test('tells what was applied at home; a day to come is refused, one before it began is asked', async () => {
    const { id, slug } = await add({ fromOn: '2026-02-01' })
    const line = {
      id,
      what: 'Alat ukur dipakai',
      place: 'Tiga kelurahan',
      unit: await aUnit(),
      evidence: await aFile(),
    }
    const fault = async (appliedOn: string) =>
      (await refused(day, exchange.addApplied, { ...line, appliedOn }))[2].fields[0].fault
    expect(await fault('2026-03-11')).toBe('wrong')
    expect(await fault('2026-01')).toBe('doubtful')
    const made = await done(day, exchange.addApplied, { ...line, appliedOn: '2026-03' })
    expect((await readOn(slug)).applied).toMatchObject([{ what: line.what, evidence: { name: 'laporan.pdf' } }])
    await done(day, exchange.mendApplied, { id: made.id, rev: 1, evidence: null })
    expect((await refused(day, exchange.mendApplied, { id: made.id, rev: 1, what: 'Lain' }))[1]).toBe('stale')
    const act = newId()
    await done(day, exchange.dropApplied, { act, id: made.id, rev: 2 })
    expect((await readOn(slug)).applied).toEqual([])
    await done(day, undoAct, { id: act })
    expect((await readOn(slug)).applied).toHaveLength(1)
  })

  test('takes at most 200 lines of what was applied, and an undo brings none back beside another', async () => {
    const { id } = await add({ fromOn: '2026-02-01' })
    const line = { id, appliedOn: '2026-03', what: 'Dipakai' }
    const first = await done(day, exchange.addApplied, line)
    await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.fill' }, async ({ tx }) => {
      const rows = Array.from({ length: 199 }, () => ({
        id: newId(),
        exchange: id,
        applied_on: '2026-03',
        what: 'Lagi',
      }))
      await tx.insertInto('exchange.applied').values(rows).execute()
    })
    expect((await refused(day, exchange.addApplied, line))[1]).toBe('too_large')
    const act = newId()
    await done(day, exchange.dropApplied, { act, id: first.id, rev: 1 })
    await done(day, exchange.addApplied, line)
    expect((await refused(day, undoAct, { id: act }))[1]).toBe('stale')
  })

  test('of another agency is closed to agency staff; her own she keeps', async () => {
    const agency = await stage.world.as('dinas')
    const { id } = await add({ unit: await aUnit() })
    const mine = { kind: 'budaya', title: `Pentas ${newId()}`, relations: [relation] }
    expect((await stage.on(day, exchange.mendExchange, { id, rev: 1, place: 'Aula' }, agency)).status).toBe(403)
    expect((await stage.on(day, exchange.addApplied, { id, appliedOn: '2026', what: 'x' }, agency)).status).toBe(403)
    const field = (await done(day, addField, { id: relation, name: `Bidang ${newId()}` })).id
    const choices = await done(day, nameFields, { id: relation }, agency)
    expect(choices.rows.map(({ id: of }: { id: string }) => of)).toContain(field)
    expect((await stage.on(day, nameFields, { id: newId() }, agency)).status).toBe(404)
    const own = await done(day, exchange.addExchange, { ...mine, fields: [field] }, agency)
    await done(day, exchange.mendExchange, { id: own.id, rev: 1, place: 'Aula' }, agency)
    expect((await stage.on(day, exchange.mendExchange, { id: own.id, rev: 2, unit: null }, agency)).status).toBe(403)
    expect((await stage.on(day, exchange.publishExchange, { id: own.id }, agency)).status).toBe(403)
  })
})

describe('the list', () => {
  test('finds by title, body and partner, narrows by kind and standing, and goes on where it stopped', async () => {
    const word = `Kata${newId().slice(-8)}`
    for (const n of [1, 2, 3]) {
      await add({ title: `${word} ${n}`, kind: 'pemuda', fromOn: `2025-0${n}-01`, toOn: `2025-0${n}-02` })
    }
    await add({ title: `Lain ${newId()}`, bodies: [{ side: 'theirs', name: `Museum ${word}` }] })
    const unit = await aUnit()
    const [{ name: ours }] = await stage.world.owner<
      [{ name: string }]
    >`select name from reference.units where id = ${unit}`
    await add({ bodies: [{ side: 'ours', unit }] })
    expect((await done(day, exchange.listExchanges, { q: ours })).total).toBe(1)
    const q = word.toLowerCase()
    const first = await done(day, exchange.listExchanges, { q, limit: 2 })
    expect([first.total, first.rows.length]).toEqual([4, 2])
    const rest = await done(day, exchange.listExchanges, { q, limit: 2, after: first.next })
    expect(rest.rows).toHaveLength(2)
    expect(rest.next).toBeUndefined()
    expect((await done(day, exchange.listExchanges, { q, kind: 'pemuda', standing: 'selesai' })).total).toBe(3)
    expect((await done(day, exchange.listExchanges, { q, standing: 'batal' })).total).toBe(0)
    const [{ name }] = await stage.world.owner<[{ name: string }]>`
      select p.name from relations.relations r join partners.partners p on p.id = r.partner where r.id = ${relation}`
    expect((await done(day, exchange.listExchanges, { q: name })).total).toBeGreaterThan(3)
  })

  test('is taken as a file in which nothing computes', async () => {
    await add({ title: '=HYPERLINK("x")' })
    const { status, body } = await stage.on(day, exchange.exportExchanges, { q: 'hyperlink' })
    expect(status).toBe(200)
    expect(String(body)).toContain(`"'=HYPERLINK(""x"")"`)
  })
})
