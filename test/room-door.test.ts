import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { today } from '../src/platform/clock.ts'
import { addDays } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { attendeeOf, findAlike, headCounts, parseAttendees } from '../src/slices/agenda/attendees-model.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import type { Participant } from '../src/slices/agenda/model.ts'
import { aToken, post } from './room-world.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker
const day = today('WIB')
beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

async function aMeeting({ occurredOn = day, about = `Rapat ${newId()}` } = {}) {
  const asked = { who: 'Pihak tamu', occurredOn, place: 'Balai kota', about, sure: ['who', 'occurredOn'] }
  const made = await officer.ask(agenda.recordActivity, asked)
  expect(made.status).toBe(200)
  return made.body as { id: string; slug: string }
}

async function aDoor(of: { id: string }) {
  const { token, hash } = aToken()
  const opened = await officer.ask(agenda.openDoor, { id: of.id, hash, language: 'ja' })
  expect(opened.status).toBe(200)
  return { path: `/ja/t/${token}`, until: opened.body.until as string, link: opened.body.id as string }
}

const listed = async (id: string) => (await officer.ask(agenda.readDoor, { id })).body
const participants = async (slug: string) => (await officer.ask(agenda.readActivity, { slug })).body.participants

describe('several at once', () => {
  test('a pasted list becomes a line each; who stands there already is asked, merged or meant', async () => {
    const met = await aMeeting()
    const rows = [
      { side: 'host', organisation: 'Dinas Kenari' },
      { side: 'guest', name: 'Mawar Biru', organisation: 'PDAM', role: 'direktur' },
    ]
    expect(
      (await officer.ask(agenda.addParticipants, { id: met.id, rows, invited: true, present: false })).body.added,
    ).toBe(2)
    const again = [
      { side: 'guest', name: 'mawar  biru', organisation: 'Pdam' },
      { side: 'other', name: 'Melati' },
      { side: 'other', name: 'melati' },
    ]
    const asked = await officer.ask(agenda.addParticipants, { id: met.id, rows: again })
    expect([asked.status, asked.body.details.fields]).toEqual([
      422,
      [
        { path: 'rows.0', fault: 'doubtful' },
        { path: 'rows.2', fault: 'doubtful' },
      ],
    ])
    const [, mawar] = (await participants(met.slug))
      .filter((row: { organisation: string }) => ['Dinas Kenari', 'PDAM'].includes(row.organisation))
      .toSorted((a: any, b: any) => a.organisation.localeCompare(b.organisation))
    expect(mawar).toMatchObject({ invited: true, absent: true })
    const settled = [{ ...again[0], into: mawar.id }, again[1], { ...again[2], twice: true }]
    expect((await officer.ask(agenda.addParticipants, { id: met.id, rows: settled })).body).toMatchObject({
      added: 2,
      merged: 1,
    })
    const after = (await participants(met.slug)).find(({ id }: { id: string }) => id === mawar.id)
    expect([after.absent, after.invited, after.role]).toEqual([undefined, true, 'direktur'])
  })

  test('nobody without a name, more than a hundred lines, and a line of another meeting are refused', async () => {
    const [met, other] = [await aMeeting(), await aMeeting()]
    const none = await officer.ask(agenda.addParticipants, { id: met.id, rows: [{ side: 'guest', role: 'direktur' }] })
    expect([none.status, none.body.details.fields[0]]).toEqual([422, { path: 'rows.0', fault: 'required' }])
    const many = Array.from({ length: 101 }, (_, at) => ({ side: 'guest', name: `Orang ${at}` }))
    expect((await officer.ask(agenda.addParticipants, { id: met.id, rows: many })).status).toBe(422)
    const [strange] = await participants(other.slug)
    const into = [{ side: 'guest', name: 'Melati', into: strange.id }]
    expect((await officer.ask(agenda.addParticipants, { id: met.id, rows: into })).body.details.fields[0].fault).toBe(
      'not_listed',
    )
  })

  test('the same person by hand is asked, and two lines are merged into one', async () => {
    const met = await aMeeting()
    const who = { id: met.id, side: 'guest', personName: 'Kenanga' }
    const first = (await officer.ask(agenda.addParticipant, who)).body
    const asked = await officer.ask(agenda.addParticipant, { ...who, organisation: 'Badan Cemara' })
    expect(asked.body.details.fields).toEqual([{ path: 'twice', fault: 'doubtful' }])
    const second = (await officer.ask(agenda.addParticipant, { ...who, organisation: 'Badan Cemara', sure: ['twice'] }))
      .body
    const merged = await officer.ask(agenda.mergeParticipants, { id: first.id, rev: 1, other: second.id, otherRev: 1 })
    expect([merged.status, merged.body.rev]).toEqual([200, 2])
    const rows = (await participants(met.slug)).filter(
      ({ givenName }: { givenName: string }) => givenName === 'Kenanga',
    )
    expect(rows).toMatchObject([{ id: first.id, organisation: 'Badan Cemara' }])
    const stale = await officer.ask(agenda.mergeParticipants, { id: first.id, rev: 1, other: second.id, otherRev: 1 })
    expect(stale.status).toBe(404)
    const marked = await officer.ask(agenda.markAttendance, { id: first.id, rev: 2, invited: true, present: false })
    expect(marked.status).toBe(200)
    const neither = await officer.ask(agenda.markAttendance, { id: first.id, rev: 3, invited: false })
    expect([neither.status, neither.body.details.fields[0].fault]).toEqual([422, 'wrong'])
    expect((await officer.ask(agenda.markAttendance, { id: first.id, rev: 1, present: true })).status).toBe(409)
  })
})

test('scenario 4: six agencies, PDAM and Kadin’s Japan committee stand once each and are counted', async () => {
  const bandung = await world.as('petugas-kota-bandung')
  const { body: page } = await bandung.ask(readRelationPage, { slug: 'kota-bandung-kedutaan-besar-jepang' })
  const [met] = page.activities
  const { participants: rows } = (await bandung.ask(agenda.readActivity, { slug: met.slug })).body
  const lines = (rows as Participant[]).map((row) => ({ attendee: attendeeOf(row) }))
  expect(lines.filter((line, at) => findAlike(lines.slice(0, at), line.attendee) !== undefined)).toEqual([])
  expect(headCounts(rows)).toEqual({ present: rows.length, expected: 0, missing: 0 })
  const asked = await bandung.ask(agenda.addParticipants, {
    id: met.id,
    rows: parseAttendees('PDAM, direktur\nKomite Jepang Kadin Indonesia').map(({ organisation, role }) => ({
      side: 'other',
      organisation,
      ...(role !== '' && { role }),
    })),
  })
  expect(
    asked.body.details.fields.map(({ path, fault }: { path: string; fault: string }) => `${path} ${fault}`),
  ).toEqual(['rows.0 doubtful', 'rows.1 doubtful'])
  // Its day is long past: nobody signs at its door any more.
  const late = await bandung.ask(agenda.openDoor, { id: met.id, hash: aToken().hash, language: 'ja' })
  expect(late.status).toBe(422)
})

describe('the door', () => {
  test('a guest signs in her language, mends her own line, and stands there once', async () => {
    const met = await aMeeting()
    const door = await aDoor(met)
    expect(door.until).toBe(`${addDays(day, 1)}T23:59:59+07:00`)
    const page = await world.page(door.path)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, expect.stringContaining('no-store')])
    expect(page.text).toContain('出席者名簿')
    expect(page.text).not.toMatch(/name="(?:telepon|nik|phone)"/)
    const lembar = newId()
    const form = { nama: '花子', lembaga: '海辺市', jabatan: '課長', lembar }
    const signed = await post(world, door.path, form)
    expect([signed.status, signed.go]).toEqual([303, `${door.path}?hasil=tercatat&baris=${lembar}`])
    expect((await world.page(signed.go)).text).toContain('出席を記録しました')
    expect((await post(world, door.path, form)).go).toBe(signed.go)
    expect((await post(world, door.path, { ...form, lembar: newId(), nama: ' 花子 ' })).go).toBe(
      `${door.path}?hasil=sudah`,
    )
    const mended = await post(world, door.path, { nama: '花子', lembaga: '海辺市', jabatan: '部長', baris: lembar })
    expect(mended.go).toBe(`${door.path}?hasil=betul&baris=${lembar}`)
    const { rows, total } = await listed(met.id)
    expect([total, rows]).toEqual([1, [expect.objectContaining({ id: lembar, name: '花子', role: '部長' })]])
    const stranger = await post(world, door.path, { nama: 'X', baris: newId() })
    expect([stranger.status, (await listed(met.id)).total]).toEqual([409, 1])
    const line = (await participants(met.slug)).find(({ id }: { id: string }) => id === lembar)
    expect(line).toMatchObject({ byDoor: true, givenName: '花子' })
    expect((await officer.ask(agenda.dropParticipant, { id: lembar, rev: rows[0].rev })).status).toBe(200)
    expect((await post(world, door.path, { nama: '花子', baris: lembar })).text).toContain('職員が取り消しました')
  })

  test('who was expected is marked as present and not written twice', async () => {
    const met = await aMeeting()
    const door = await aDoor(met)
    const rows = [{ side: 'guest', name: 'Cempaka', organisation: 'Kantor Cemara' }]
    await officer.ask(agenda.addParticipants, { id: met.id, rows, invited: true, present: false })
    expect((await post(world, door.path, { nama: 'CEMPAKA', lembaga: 'Kantor Cemara' })).go).toContain('hasil=sudah')
    const found = (await participants(met.slug)).filter(({ givenName }: { givenName: string }) =>
      /cempaka/i.test(givenName),
    )
    expect(found).toMatchObject([{ givenName: 'Cempaka', invited: true, byDoor: true }])
    expect(found[0].absent).toBeUndefined()
  })

  test('script stays text, marks that turn or hide are refused with words, and nothing typed is lost', async () => {
    const met = await aMeeting()
    const door = await aDoor(met)
    const script = '<script>alert(1)</script>'
    const signed = await post(world, door.path, { nama: script })
    expect(signed.status).toBe(303)
    const page = await world.page(signed.go)
    expect(page.text).not.toContain(script)
    expect(page.text).toContain('&lt;script&gt;')
    for (const nama of ['Me\u202Elati', 'Me\u200Blati', '', '\u200D', 'x'.repeat(201), '3275\u200c0112 3456 7890']) {
      const refused = await post(world, door.path, { nama, lembaga: 'Badan Cemara' })
      expect([refused.status, refused.text.includes('Badan Cemara'), refused.text.includes('id="nama-e"')]).toEqual([
        422,
        true,
        true,
      ])
    }
    expect((await listed(met.id)).total).toBe(1)
  })

  test('an act sent again with other words mends the line it wrote', async () => {
    const met = await aMeeting()
    const door = await aDoor(met)
    const lembar = newId()
    await post(world, door.path, { nama: 'Melati', lembar })
    const changed = await post(world, door.path, { nama: 'Melati Putih', lembar })
    expect([changed.status, changed.text.includes(`value="${lembar}"`), changed.text.includes('Melati Putih')]).toEqual(
      [409, true, true],
    )
  })

  test('a newer door closes the one before; after the day there is none, and a meeting called off says so', async () => {
    const met = await aMeeting()
    const [first, second] = [await aDoor(met), await aDoor(met)]
    expect((await world.page(first.path)).status).toBe(410)
    expect((await world.page(second.path)).status).toBe(200)
    await world.owner`alter table links.links disable trigger track`
    await world.owner`update links.links set expires_at = now() - interval '1 minute' where id = ${second.link}`
    await world.owner`alter table links.links enable trigger track`
    const late = await post(world, second.path, { nama: 'Melati' })
    expect([late.status, (await listed(met.id)).total]).toEqual([410, 0])
    const past = await aMeeting({ occurredOn: addDays(day, -2) })
    const refused = await officer.ask(agenda.openDoor, { id: past.id, hash: aToken().hash, language: 'id' })
    expect([refused.status, refused.body.details.fields[0].fault]).toEqual([422, 'wrong_order'])
    const gone = await aMeeting()
    const door = await aDoor(gone)
    await officer.ask(agenda.voidActivity, { id: gone.id, rev: 1, reason: 'Tercatat dua kali' })
    expect((await world.page(door.path)).text).toContain('中止された')
    expect((await post(world, door.path, { nama: 'Melati' })).status).toBe(409)
  })

  test('names at the door stay inside when the meeting is published', async () => {
    const met = await aMeeting({ about: `Terbuka ${newId()}` })
    const [relation] = (await officer.ask(agenda.proposeRelations, { words: 'Izumisano' })).body.rows
    await officer.ask(agenda.linkRelation, { id: met.id, relation: relation.id })
    const door = await aDoor(met)
    await post(world, door.path, { nama: 'Kenanga Rahasia', lembaga: 'Badan Rahasia' })
    await officer.ask(agenda.publishActivity, { id: met.id })
    const page = await world.page(`/id/kegiatan/${met.slug}`)
    expect([page.status, page.text.includes('Rahasia')]).toEqual([200, false])
  })

  test(
    'two hundred guests within a minute from one address get one line each, and the place after the last is refused',
    { timeout: 60_000 },
    async () => {
      const met = await aMeeting()
      const door = await aDoor(met)
      const began = performance.now()
      const waiting = Array.from({ length: 200 }, (_, at) => at)
      const answers: number[] = []
      const next = async (): Promise<void> => {
        const at = waiting.shift()
        if (at === undefined) return
        answers.push((await post(world, door.path, { nama: `Tamu ${at}`, lembaga: `Badan ${at % 7}` })).status)
        await next()
      }
      await Promise.all(Array.from({ length: 20 }, next))
      const took = performance.now() - began
      console.log(`200 guests at one door: ${Math.round(took)} ms`)
      expect([new Set(answers), (await listed(met.id)).total, took < 60_000]).toEqual([new Set([303]), 200, true])
      await world.owner.begin(async (sql) => {
        await sql`alter table agenda.participants disable trigger track`
        await sql`insert into agenda.participants (tenant, id, activity, side, person_name, door, signed_at)
        select tenant, gen_random_uuid(), activity, 'other', 'Penuh ' || n, door, now() from agenda.participants, generate_series(1, 299) n
        where activity = ${met.id} and person_name = 'Tamu 0'`
        await sql`alter table agenda.participants enable trigger track`
      })
      const [a, b] = await Promise.all(['Satu', 'Dua'].map(async (nama) => await post(world, door.path, { nama })))
      expect([a?.status, b?.status].toSorted((one, two) => (one ?? 0) - (two ?? 0))).toEqual([303, 409])
      expect((await listed(met.id)).total).toBe(500)
    },
  )
})
