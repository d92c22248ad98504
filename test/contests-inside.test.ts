import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantOf } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import * as contests from '../src/slices/contests/contract.ts'
import { purgeRegion } from '../src/slices/contests/jobs.ts'
import { addOffer } from '../src/slices/csr/contract.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { listPartners } from '../src/slices/partners/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { address, begin, enter, officer, openContestStage, photoWith, read, slug, world } from './contests-stage.ts'
import { aColleague, tenantOf } from './factories.ts'

beforeAll(openContestStage)
afterAll(async () => await world.close())

describe('the edition inside', () => {
  test('is begun, mended and found; its address is its title and year', async () => {
    const made = await begin({ title: 'Lomba Taman Uji', opensOn: '2030-01-02', closesOn: '2030-01-03', closesTime: '16:00' }) // prettier-ignore
    expect(made.body.slug).toBe('lomba-taman-uji-2030')
    const whole = await read(officer, made.body.slug)
    expect([instantOf(whole.opensAt), instantOf(whole.closesBefore)]).toEqual([
      instantOf('2030-01-01T17:00:00Z'),
      instantOf('2030-01-03T09:01:00Z'),
    ])
    const found = (await officer.ask(contests.listContests, { q: 'taman uji' })).body.rows
    expect(found.map((row: { slug: string }) => row.slug)).toEqual([made.body.slug])
    const twin = await begin({ title: 'Lomba Taman Uji', opensOn: '2030-01-02', closesOn: '2030-01-03' })
    expect(twin.body.slug).toBe('lomba-taman-uji-2030-2')
  })

  test('a window that cannot be is refused by its field; half a window too', async () => {
    const faultOf = ({ body }: { body: any }) => [body.code, body.details?.fields?.[0]]
    expect(faultOf(await begin({ opensOn: '2030-02-02', closesOn: '2030-02-01' }))).toEqual(['invalid', { path: 'closesOn', fault: 'wrong_order' }]) // prettier-ignore
    expect(faultOf(await begin({ opensOn: '2030-02-02' }))).toEqual([
      'invalid',
      { path: 'closesOn', fault: 'required' },
    ])
    expect(faultOf(await begin({ opensOn: '2030-02-30', closesOn: '2030-03-01' }))).toEqual(['invalid', { path: 'opensOn', fault: 'not_a_date' }]) // prettier-ignore
  })

  test('somebody was faster: 409 with what changed; moving a window that has opened is asked again', async () => {
    const made = (await begin({ opensOn: '2020-01-01', closesOn: '2099-01-01' })).body
    expect((await officer.ask(contests.mendContest, { id: made.id, rev: 1, occasion: 'Satu' })).status).toBe(200)
    const stale = await officer.ask(contests.mendContest, { id: made.id, rev: 1, occasion: 'Dua' })
    expect([stale.status, stale.body.details.changes[0]]).toEqual([409, expect.objectContaining({ field: 'occasion', now: 'Satu' })]) // prettier-ignore
    const moved = { id: made.id, rev: 2, closesOn: '2098-01-01' }
    const asked = await officer.ask(contests.mendContest, moved)
    expect(asked.body.details.fields).toEqual([{ path: 'closesOn', fault: 'doubtful' }])
    expect((await officer.ask(contests.mendContest, { ...moved, sure: ['closesOn'] })).status).toBe(200)
  })

  test('a public window follows at once, because it decides; withdrawn answers 410, undo shows it again', async () => {
    const made = (await begin({ opensOn: '2020-01-01', closesOn: '2021-01-01' })).body
    await officer.ask(contests.publishContest, { id: made.id })
    const at = async () => (await world.page(`/id/program/lomba/${made.slug}`)).text
    expect(await at()).toContain('data-window="ditutup"')
    await officer.ask(contests.mendContest, { id: made.id, rev: 1, closesOn: '2099-01-01', sure: ['closesOn'] })
    expect(await at()).toContain('data-window="dibuka"')
    expect((await enter({}, { day: '', of: made.slug })).status).toBe(303)
    const act = newId()
    await officer.ask(contests.withdrawContest, { act, id: made.id })
    expect((await world.page(`/id/program/lomba/${made.slug}`)).status).toBe(410)
    expect((await officer.ask(undoAct, { id: act })).status).toBe(200)
    expect((await world.page(`/id/program/lomba/${made.slug}`)).status).toBe(200)
    const { rev } = await read(officer, made.slug)
    await officer.ask(contests.voidContest, { id: made.id, rev, reason: 'Salah catat' })
    expect((await world.page(`/id/program/lomba/${made.slug}`)).status).toBe(410)
    expect((await officer.ask(contests.publishContest, { id: made.id })).status).toBe(409)
  })

  test('an agency keeps its own contests and no others; it does not publish', async () => {
    const dinas = await world.as('dinas')
    const petugas = await world.as('petugas-kota-bekasi')
    const { rows } = (await petugas.ask(listUnits, {})).body
    const idOf = (name: string) => rows.find((row: { name: string }) => row.name === name)?.id
    const [mine, other] = [idOf('Dinas Lingkungan Hidup'), rows.find((row: { name: string }) => row.name !== 'Dinas Lingkungan Hidup').id] // prettier-ignore
    expect((await begin({ organiserUnit: other }, dinas)).status).toBe(403)
    const own = await begin({ organiserUnit: mine }, dinas)
    const others = await begin({ organiserUnit: other }, petugas)
    expect([own.status, others.status]).toEqual([200, 200])
    expect((await dinas.ask(contests.mendContest, { id: own.body.id, rev: 1, occasion: 'Hari jadi' })).status).toBe(200)
    expect((await dinas.ask(contests.mendContest, { id: others.body.id, rev: 1, occasion: 'Hari jadi' })).status).toBe(
      403,
    )
    expect((await dinas.ask(contests.publishContest, { id: own.body.id })).status).toBe(403)
    expect((await dinas.ask(contests.exportEntries, { id: others.body.id })).status).toBe(403)
    expect((await read(dinas, others.body.slug)).mayKeep).toBe(false)
  })

  test('sponsors, categories, cooperations, looking back: added, once, and taken off again', async () => {
    const { id, slug: of } = (await begin()).body
    const [partner] = (await officer.ask(listPartners, {})).body.rows
    const [relation] = (await officer.ask(listRelations, {})).body.rows
    expect((await officer.ask(contests.addSponsor, { id })).status).toBe(422)
    expect((await officer.ask(contests.addSponsor, { id, partner: partner.id })).status).toBe(200)
    expect((await officer.ask(contests.addSponsor, { id, partner: partner.id })).status).toBe(422)
    expect((await officer.ask(contests.addCategory, { id, name: 'RW' })).status).toBe(200)
    expect((await officer.ask(contests.addCategory, { id, name: 'RW' })).status).toBe(422)
    expect((await officer.ask(contests.relateContest, { id, relation: relation.id })).status).toBe(200)
    expect((await officer.ask(contests.addLookBack, { id, lookedOn: '2025-07-02', kept: 'partly', words: 'Sebagian.' })).status).toBe(200) // prettier-ignore
    const whole = await read(officer, of)
    for (const [kind, rows] of [
      ['category', whole.categories],
      ['sponsor', whole.sponsors],
      ['relation', whole.relations],
      ['look_back', whole.lookBacks],
    ] as const) {
      // prettier-ignore
      expect(rows).toHaveLength(1)
      expect((await officer.ask(contests.dropPart, { id: rows[0].id, kind })).status).toBe(200)
      expect((await officer.ask(contests.dropPart, { id: rows[0].id, kind })).status).toBe(404)
    }
  })

  test('an offer is the helper’s own; another’s, and one of nobody, are refused', async () => {
    const { id, slug: of } = (await begin()).body
    const [one, two] = (await officer.ask(listPartners, {})).body.rows
    const what = `Bibit ${newId()}`
    const offer = (await officer.ask(addOffer, { partner: one.id, what, fields: ['lingkungan'], year: 2024, inKind: 'bibit', sure: ['partner'] })).body // prettier-ignore
    expect(offer.id, JSON.stringify(offer)).toBeDefined()
    expect((await officer.ask(contests.addSponsor, { id, partner: one.id, offer: newId() })).status).toBe(404)
    const foreign = await officer.ask(contests.addSponsor, { id, partner: two.id, offer: offer.id })
    expect([foreign.status, foreign.body.details?.fields]).toEqual([422, [{ path: 'offer', fault: 'wrong' }]])
    expect((await officer.ask(contests.addSponsor, { id, words: 'swasta', offer: offer.id })).status).toBe(422)
    expect((await officer.ask(contests.addSponsor, { id, partner: one.id, offer: offer.id })).status).toBe(200)
    expect((await read(officer, of)).sponsors[0].offer).toBe(offer.id)
    expect((await read(officer, of)).sponsors[0].offered, 'which one').toEqual({ what, textLang: 'id', year: 2024 })
  })

  test('what nobody sees in a name, an identity number and a look back of tomorrow are refused by their field', async () => {
    const { id } = (await begin({ opensOn: '2020-01-01', closesOn: '2099-01-01' })).body
    const faults = async (endpoint: Parameters<typeof officer.ask>[0], input: Record<string, unknown>) =>
      (await officer.ask(endpoint, { id, ...input })).body.details?.fields
    expect(await faults(contests.addCategory, { name: 'RW\u202e' })).toEqual([
      { path: 'name', fault: 'direction_override' },
    ])
    expect(await faults(contests.addCategory, { name: 'RW\u200b1' })).toEqual([{ path: 'name', fault: 'wrong' }])
    const entry = { name: 'Kampung', village: 'Desa', entrant: 'Uji 3216010101900001' }
    expect(await faults(contests.addEntry, entry)).toEqual([{ path: 'entrant', fault: 'identity_number' }])
    const look = { lookedOn: '2098-01-01', kept: 'kept', words: 'Terjaga.' }
    expect(await faults(contests.addLookBack, look)).toEqual([{ path: 'lookedOn', fault: 'wrong_order' }])
  })

  test('entries: checked with what is missing, withdrawn with a reason, a paper form by the same clock', async () => {
    const { id } = await read()
    const paper = { id, name: 'Kampung Kertas', village: 'Desa Kertas', phone: '0800 111 222 33' }
    expect((await officer.ask(contests.addEntry, paper, { headers: { cookie: `${officer.cookie}; tanggal=2024-07-01` } })).status).toBe(409) // prettier-ignore
    const added = await officer.ask(contests.addEntry, paper, { headers: { cookie: `${officer.cookie}; tanggal=2024-06-28` } }) // prettier-ignore
    expect(added.status).toBe(200)
    const rows = (await officer.ask(contests.listEntries, { id, q: 'kertas' })).body.rows
    expect(rows).toEqual([expect.objectContaining({ lacks: ['rt_rw', 'kecamatan', 'entrant'], completeness: 'unchecked', phone: '080011122233' })]) // prettier-ignore
    const [entry] = rows
    const silent = await officer.ask(contests.checkEntry, { id: entry.id, rev: 1, completeness: 'incomplete' })
    expect(silent.body.details.fields).toEqual([{ path: 'missing', fault: 'required' }])
    const checked = { id: entry.id, rev: 1, completeness: 'incomplete', missing: ['rt_rw', 'surat RW'] }
    expect((await officer.ask(contests.checkEntry, checked)).status).toBe(200)
    expect((await officer.ask(contests.checkEntry, checked)).status).toBe(409)
    expect((await officer.ask(contests.listEntries, { id, show: 'incomplete' })).body.rows).toHaveLength(1)
    expect((await officer.ask(contests.withdrawEntry, { id: entry.id, rev: 2, reason: 'Pindah lomba' })).status).toBe(
      200,
    )
    const wholly = (await officer.ask(contests.listEntries, { id, show: 'withdrawn' })).body.rows
    expect(wholly.map((row: { number: number }) => row.number)).toEqual([entry.number])
  })

  test('who may not keep the contest learns no name and no number; a photograph for the world says what it shows', async () => {
    const { id } = await read()
    await enter({ kampung: 'Kampung Rahasia', nama: 'Nama Rahasia', telepon: '080099998888', cerita: 'Cerita rahasia' })
    for (const role of ['auditor', 'pimpinan', 'opd'] as const) {
      const other = await world.as(await aColleague(world, { region: 'kab-bekasi', role }))
      const { status, body } = await other.ask(contests.listEntries, { id, q: 'rahasia' })
      expect([status, body.rows.length], role).toEqual([200, 1])
      expect(JSON.stringify(body), role).not.toMatch(
        /Nama Rahasia|080099998888|Cerita rahasia|"entrant":|"phone":|"words":/,
      )
      expect((await other.ask(contests.exportEntries, { id })).status, role).toBe(role === 'pimpinan' ? 200 : 403)
    }
    const [entry] = (await officer.ask(contests.listEntries, { id, q: 'rahasia' })).body.rows
    expect(entry).toHaveProperty('phone')
    const file = (await officer.ask(keepFile, { name: 'sesudah.jpg', body: photoWith('GPS-DINAS') })).body.id
    const bare = await officer.ask(contests.addEntryPhoto, { id: entry.id, file, moment: 'after', isPublic: true })
    expect(bare.status).toBe(422)
    const shown = { id: entry.id, file, moment: 'after', isPublic: true, caption: 'Sesudah lomba' }
    const photo = (await officer.ask(contests.addEntryPhoto, shown)).body.id
    expect((await world.page(address)).text).not.toContain('Sesudah lomba')
    await officer.ask(contests.publishContest, { id })
    expect((await world.page(address)).text).toContain('Sesudah lomba')
    const picture = await world.app.request(`${address}/foto/${photo}`)
    expect(picture.status).toBe(200)
    expect(Buffer.from(await picture.arrayBuffer()).toString('latin1')).not.toContain('GPS-DINAS')
    expect((await world.page(address)).text).not.toContain('Warga Uji')
  })
})

test('after the purge day names and numbers are gone, from the ledger too, and the receipt still holds', async () => {
  const { to } = await enter({ kampung: 'Kampung Hapus', nama: 'Nama Yang Dihapus' })
  const tenant = await tenantOf(world, 'kab-bekasi')
  expect(await purgeRegion(world.database, { tenant, on: '2024-07-03' })).toBe(0)
  expect(await purgeRegion(world.database, { tenant, on: '2026-07-03' })).toBeGreaterThan(0)
  const [{ n } = { n: 1 }] = await world.owner<{ n: number }[]>`
    select (select count(*) from contests.entries where tenant = ${tenant} and entrant is not null and contest = (select id from contests.contests where slug = ${slug}))
      + (select count(*) from ledger.personal where value::text like '%Nama Yang Dihapus%') as n`
  expect(Number(n)).toBe(0)
  expect((await world.page(to)).text).toContain('data-signature="cocok"')
  expect(await purgeRegion(world.database, { tenant, on: '2026-07-04' })).toBe(0)
})
