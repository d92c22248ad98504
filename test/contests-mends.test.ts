import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import * as contests from '../src/slices/contests/contract.ts'
import { purgeRegion } from '../src/slices/contests/jobs.ts'
import * as statements from '../src/slices/contests/statements-contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { listOfficials } from '../src/slices/reference/contract.ts'
import { begin, officer, openContestStage, read, world } from './contests-stage.ts'
import { tenantOf } from './factories.ts'

beforeAll(openContestStage)
afterAll(async () => await world.close())

const undo = async (act: string) => (await officer.ask(undoAct, { id: act })).status
const open = { opensOn: '2020-01-01', closesOn: '2099-01-01' }
const aPublic = async () => {
  const { id, slug } = (await begin(open)).body
  expect((await officer.ask(contests.publishContest, { id })).status).toBe(200)
  return { id, slug } as { id: string; slug: string }
}
const onPaper = async (id: string, name: string, act = newId()) =>
  await officer.ask(contests.addEntry, { act, id, name, village: 'Desa Uji', entrant: 'Warga', phone: '081234567890' })
const listed = async (id: string, more: Record<string, unknown> = {}) => {
  const { rows, cancelled, next } = (await officer.ask(contests.listEntries, { id, ...more })).body
  return { numbers: rows.map(({ number }: { number: number }) => number), cancelled, next }
}

test('a contest that was begun by mistake is undone, and brought back it takes entries from number one', async () => {
  const act = newId()
  const { id } = (await begin({ ...open, act })).body
  const back = newId()
  expect((await officer.ask(undoAct, { act: back, id: act })).status).toBe(200)
  expect((await officer.ask(contests.listEntries, { id })).status).toBe(404)
  expect(await undo(back)).toBe(200)
  await officer.ask(contests.publishContest, { id })
  expect((await onPaper(id, 'Kampung Satu')).body.number).toBe(1)
})

describe('a paper form that was entered by mistake', () => {
  test('its number is not given again, stands in the list as cancelled, and in the file', async () => {
    const { id } = await aPublic()
    const act = newId()
    await onPaper(id, 'Kampung Satu')
    const { body } = await onPaper(id, 'Kampung Keliru', act)
    expect(body.number).toBe(2)
    const receipt = `/id/program/lomba/tanda/${body.code}`
    expect((await world.page(receipt)).status).toBe(200)
    expect(await undo(act)).toBe(200)
    expect((await world.page(receipt)).status).toBe(404)
    expect((await onPaper(id, 'Kampung Tiga')).body.number).toBe(3)
    expect(await listed(id)).toEqual({ numbers: [1, 3], cancelled: [2], next: undefined })
    // Each on one page only, and none where the list is narrowed.
    expect(await listed(id, { limit: 1 })).toEqual({ numbers: [1], cancelled: [], next: 1 })
    expect(await listed(id, { limit: 1, after: 1 })).toEqual({ numbers: [3], cancelled: [2], next: undefined })
    expect((await listed(id, { q: 'kampung' })).cancelled).toEqual([])
    expect((await listed(id, { show: 'withdrawn' })).cancelled).toEqual([])
    const file = await world.app.request(`/api/contests/${id}/entries/export.csv`, { headers: { cookie: officer.cookie } }) // prettier-ignore
    const lines = (await file.text()).trim().split(/\r?\n/)
    expect(lines.map((line) => line.split(',')[0]?.replace('\uFEFF', ''))).toEqual(['Nomor', '1', '2', '3'])
    expect(lines[2]).toContain('Dibatalkan')
  })

  test('the last one of all too; and brought back it has its number again', async () => {
    const { id } = await aPublic()
    const act = newId()
    await onPaper(id, 'Kampung Satu', act)
    const taken = newId()
    expect((await officer.ask(undoAct, { act: taken, id: act })).status).toBe(200)
    expect(await listed(id)).toEqual({ numbers: [], cancelled: [1], next: undefined })
    expect(await undo(taken)).toBe(200)
    expect(await listed(id)).toEqual({ numbers: [1], cancelled: [], next: undefined })
  })
})

describe('statements', () => {
  test('an officer notes who said what, mends it, takes it off, and each of it back', async () => {
    const { id, slug } = await aPublic()
    const [official] = (await officer.ask(listOfficials, {})).body.rows
    const words = 'Lingkungan bersih\ndijaga bersama.'
    const made = await officer.ask(statements.addStatement, { id, official: official.id, words })
    expect(made.status).toBe(200)
    const [said] = (await read(officer, slug)).statements
    expect(said).toMatchObject({ speaker: official.name, official: official.id, office: official.office, words, rev: 1 }) // prettier-ignore
    const act = newId()
    const mend = { act, id: said.id, rev: 1, speaker: 'Ketua RW', words: 'Dijaga.' }
    expect((await officer.ask(statements.mendStatement, mend)).body.rev).toBe(2)
    const stale = await officer.ask(statements.mendStatement, { ...mend, act: newId(), words: 'Lain.' })
    expect([stale.status, stale.body.details.changes.map(({ field }: { field: string }) => field)]).toEqual([409, expect.arrayContaining(['words'])]) // prettier-ignore
    expect((await read(officer, slug)).statements[0]).toMatchObject({ speaker: 'Ketua RW', official: null })
    expect(await undo(act)).toBe(200)
    expect((await read(officer, slug)).statements[0].speaker).toBe(official.name)
    const off = newId()
    expect((await officer.ask(contests.dropPart, { act: off, id: said.id, kind: 'statement' })).status).toBe(200)
    expect((await read(officer, slug)).statements).toEqual([])
    expect(await undo(off)).toBe(200)
    expect((await read(officer, slug)).statements).toHaveLength(1)
  })

  test('a typed name stays inside, an official stands on the page; nobody, no words and another region are refused', async () => {
    const { id, slug } = await aPublic()
    const [official] = (await officer.ask(listOfficials, {})).body.rows
    await officer.ask(statements.addStatement, { id, official: official.id, words: 'Kata resmi <b>tebal</b>.' })
    await officer.ask(statements.addStatement, { id, speaker: 'Nama Dalam', words: 'Kata di dalam.' })
    await officer.ask(contests.publishContest, { id })
    const { text } = await world.page(`/id/program/lomba/${slug}`)
    expect(text).toContain('Kata resmi &lt;b&gt;tebal&lt;/b&gt;.')
    expect(text).not.toMatch(/Nama Dalam|Kata di dalam/)
    const faults = async (input: Record<string, unknown>) =>
      (await officer.ask(statements.addStatement, { id, ...input })).body.details?.fields
    expect(await faults({ words: 'Kata.' })).toEqual([{ path: 'speaker', fault: 'required' }])
    expect(await faults({ speaker: 'Ketua', words: ' \n ' })).toEqual([{ path: 'words', fault: 'required' }])
    expect(await faults({ speaker: 'Ketua\u202e', words: 'Kata.' })).toEqual([{ path: 'speaker', fault: 'direction_override' }]) // prettier-ignore
    expect((await officer.ask(statements.addStatement, { id, official: id, words: 'Kata.' })).status).toBe(404)
    const other = await world.as('petugas-kota-bekasi')
    expect((await other.ask(statements.addStatement, { id, speaker: 'Ketua', words: 'Kata.' })).status).toBe(404)
    const [said] = (await read(officer, slug)).statements
    const foreign = { id: said.id, rev: 1, speaker: 'Ketua', words: 'Kata.' }
    expect((await other.ask(statements.mendStatement, foreign)).status).toBe(404)
  })
})

test('a list of parts that is full says so, and does not say that the name is taken', async () => {
  const { id } = (await begin(open)).body
  for (let n = 0; n < 50; n += 1) await officer.ask(contests.addCategory, { id, name: `Kategori ${n}` })
  const full = await officer.ask(contests.addCategory, { id, name: 'Satu lagi' })
  expect([full.status, full.body.code]).toEqual([413, 'too_large'])
})

describe('the day of erasing', () => {
  const [long, after] = ['2030-01-01', '2030-01-02']
  const nameless = async (id: string) =>
    (await officer.ask(contests.listEntries, { id })).body.rows.every(
      ({ entrant, phone, words }: Record<string, unknown>) => entrant === null && phone === null && words === null,
    )
  const purge = async (on: string) =>
    await purgeRegion(world.database, { tenant: await tenantOf(world, 'kab-bekasi'), on })

  test('comes for a contest without any day too: half a year after its last entry', async () => {
    const { id, slug } = await aPublic()
    await onPaper(id, 'Kampung Satu')
    const { rev } = await read(officer, slug)
    const bare = { id, rev, opensOn: null, closesOn: null, sure: ['closesOn'] }
    expect((await officer.ask(contests.mendContest, bare)).status).toBe(200)
    expect(await nameless(id)).toBe(false)
    await purge(long)
    expect(await nameless(id)).toBe(true)
  })

  test('comes again for who entered after it', async () => {
    const { id, slug } = await aPublic()
    await onPaper(id, 'Kampung Satu')
    await world.owner.begin(async (tx) => {
      const act = newId()
      await tx`select set_config('app.tenant', ${await tenantOf(world, 'kab-bekasi')}, true)`
      await tx`select ledger.open_act(${act}::uuid)`
      await tx`update contests.contests set purge_on = '2021-01-01' where id = ${id}`
      await tx`insert into ledger.acts (tenant, id, kind, verb, body_hash, answer)
        values (current_setting('app.tenant')::uuid, ${act}, 'system', 'test.nothing', repeat('0', 64), '{}')`
    })
    await purge(long)
    expect([await nameless(id), (await read(officer, slug)).purgedOn]).toEqual([true, long])
    await onPaper(id, 'Kampung Dua')
    expect(await nameless(id)).toBe(false)
    await purge(after)
    expect(await nameless(id)).toBe(true)
  })

  test('is not before entries close', async () => {
    const { id, slug } = (await begin(open)).body
    const { rev } = await read(officer, slug)
    const early = await officer.ask(contests.mendContest, { id, rev, purgeOn: '2098-12-31' })
    expect(early.body.details?.fields).toEqual([{ path: 'purgeOn', fault: 'wrong_order' }])
    expect((await begin({ ...open, purgeOn: '2098-12-31' })).body.details?.fields?.[0]?.path).toBe('purgeOn')
    expect((await officer.ask(contests.mendContest, { id, rev, purgeOn: '2099-06-01' })).status).toBe(200)
  })

  test('that was told to whoever entered is not put off, not taken away, and not by an undo', async () => {
    const { id, slug } = await aPublic()
    const form = async () => (await world.page(`/id/program/lomba/${slug}/daftar`)).text
    expect(await form()).toContain('180 hari sesudah tanggal terakhir lomba')
    const { rev } = await read(officer, slug)
    const act = newId()
    const mend = async (input: Record<string, unknown>) => await officer.ask(contests.mendContest, { id, ...input })
    expect((await mend({ act, rev, purgeOn: '2099-06-01' })).status).toBe(200)
    await officer.ask(contests.publishContest, { id })
    expect(await form()).toContain('dihapus sesudah 1 Juni 2099')
    await onPaper(id, 'Kampung Satu')
    const faultOf = async (purgeOn: string | null) => (await mend({ rev: rev + 1, purgeOn })).body.details?.fields?.[0]
    expect(await faultOf('2099-07-01')).toEqual({ path: 'purgeOn', fault: 'wrong_order' })
    expect(await faultOf(null)).toEqual({ path: 'purgeOn', fault: 'required' })
    expect(await undo(act)).toBe(409)
    expect((await mend({ rev: rev + 1, purgeOn: '2099-03-01' })).status).toBe(200)
  })
})
