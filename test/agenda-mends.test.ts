import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { today as todayNow } from '../src/platform/clock.ts'
import type { Tx } from '../src/platform/database.ts'
import { addDays, toLocalTime } from '../src/shared/dates.ts'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import { listShared, listWithCarried } from '../src/slices/agenda/queries.ts'
import * as followup from '../src/slices/followup/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'
import { aToken, post } from './room-world.ts'

const today = todayNow('WIB')
let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const ask = async (endpoint: Endpoint, input: Record<string, unknown> = {}) => await stage.officer.ask(endpoint, input)
const done = async (endpoint: Endpoint, input: Record<string, unknown> = {}) => {
  const answer = await ask(endpoint, input)
  expect(answer.status, `${endpoint.name} ${JSON.stringify(answer.body)}`).toBe(200)
  return answer.body
}
const faultsOf = async (endpoint: Endpoint, input: Record<string, unknown>) => {
  const { status, body } = await ask(endpoint, input)
  return [status, body.details?.fields]
}

async function meet(more: Record<string, unknown> = {}) {
  const relation = (more['relation'] as string | undefined) ?? (await stage.begin())
  const { relation: _, ...rest } = more
  const met = { relations: [relation], occurredOn: today, place: 'Aula', about: `Rapat ${newId()}`, sure: ['occurredOn'], ...rest } // prettier-ignore
  const { id, slug } = await done(agenda.recordActivity, met)
  return { relation, id: id as string, slug: slug as string }
}

const read = async (slug: string) => await done(agenda.readActivity, { slug })
/** A meeting with one point, and the point's id. */
async function meetOnPoint(more: Record<string, unknown> = {}) {
  const met = await meet({ points: ['Air bersih'], ...more })
  return { ...met, point: (await read(met.slug)).points[0].id as string }
}

async function openOf(...subjects: string[]): Promise<string[]> {
  const rows = await stage.world.owner`
    select id from followup.follow_ups where subject = any(${subjects}::uuid[]) and ended_on is null order by id`
  return rows.map((row) => row['id'] as string)
}

async function aPromise(activity: string) {
  const given = { id: activity, side: 'ours', words: `Mengirim data ${newId()}`, speaker: 'Kenanga' }
  return (await done(agenda.addCommitment, given)).id as string
}

describe('what follows, and what it follows from', () => {
  test('a meeting voided or called off drops what is open of it, its points and its commitments; undo brings all back', async () => {
    for (const [end, occurredOn] of [
      [agenda.voidActivity, today],
      [agenda.cancelActivity, addDays(today, 9)],
    ] as const) {
      const { id, slug, point } = await meetOnPoint({ occurredOn })
      const promise = await aPromise(id)
      const tasks = [
        await done(agenda.addTask, { id, what: 'Menyusun jadwal' }),
        await done(agenda.addTask, { id, point }),
        await done(agenda.followCommitment, { id: promise }),
      ].map((task) => task.id as string)
      expect(await openOf(id, point, promise)).toEqual(tasks.toSorted())
      const act = newId()
      const { rev } = await read(slug)
      await done(end, { act, id, rev, reason: 'Salah catat' })
      expect(await openOf(id, point, promise)).toEqual([])
      await done(undoAct, { id: act })
      expect(await openOf(id, point, promise)).toEqual(tasks.toSorted())
    }
  })

  test('undo does not give a point, or a commitment, a second open task', async () => {
    const { id, point } = await meetOnPoint()
    const promise = await aPromise(id)
    for (const [subject, give] of [
      [point, async () => await done(agenda.addTask, { id, point })],
      [promise, async () => await done(agenda.followCommitment, { id: promise })],
    ] as const) {
      const first = await give()
      const act = newId()
      await done(followup.endFollowUp, { act, id: first.id, rev: 1, outcome: 'done' })
      const second = await give()
      const refused = await ask(undoAct, { id: act })
      expect([refused.status, refused.body.code]).toEqual([409, 'stale'])
      expect(await openOf(subject)).toEqual([second.id])
      // Without the second one it is no hindrance.
      const dropping = newId()
      await done(followup.endFollowUp, { act: dropping, id: second.id, rev: 1, outcome: 'dropped' })
      await done(undoAct, { id: act })
      expect(await openOf(subject)).toEqual([first.id])
      expect((await ask(undoAct, { id: dropping })).status).toBe(409)
    }
  })

  test('undo does not open again what followed from something that is gone', async () => {
    const { id, point } = await meetOnPoint()
    const promise = await aPromise(id)
    const ended = async (task: string) => {
      const act = newId()
      await done(agenda.endTask, { act, id: task, rev: 1, outcome: 'done' })
      return act
    }
    const ofPoint = await ended((await done(agenda.addTask, { id, point })).id)
    const ofPromise = await ended((await done(agenda.followCommitment, { id: promise })).id)
    await done(agenda.dropPoint, { id: point, rev: 1 })
    await done(agenda.voidCommitment, { id: promise, rev: 1, reason: 'Salah catat' })
    for (const act of [ofPoint, ofPromise]) expect((await ask(undoAct, { id: act })).status).toBe(409)
    expect(await openOf(point, promise)).toEqual([])
  })

  test('undo does not take away, or void again, what something open follows from', async () => {
    const { id, slug } = await meet()
    const adding = newId()
    const added = await done(agenda.addPoint, { act: adding, id, words: 'Jalan' })
    const task = await done(agenda.addTask, { id, point: added.id })
    expect((await ask(undoAct, { id: adding })).status).toBe(409)
    await done(agenda.endTask, { id: task.id, rev: 1, outcome: 'dropped' })
    const voiding = newId()
    await done(agenda.voidActivity, { act: voiding, id, rev: (await read(slug)).rev, reason: 'Salah catat' })
    const back = newId()
    await done(undoAct, { act: back, id: voiding })
    const later = await done(agenda.addTask, { id, point: added.id })
    expect((await ask(undoAct, { id: back })).status).toBe(409)
    expect(await openOf(added.id)).toEqual([later.id])
  })

  test('a second task for a point by the other door is told who has it, also of two at once', async () => {
    const { id, point } = await meetOnPoint()
    const given = { subject: point, what: 'Menyusun kajian' }
    const first = await done(followup.addFollowUp, given)
    const second = await ask(followup.addFollowUp, given)
    expect([second.status, second.body.code]).toEqual([409, 'stale'])
    expect(second.body.details.changes).toMatchObject([{ field: 'task' }])
    expect((await ask(agenda.addTask, { id, point })).status).toBe(409)
    expect(await openOf(point)).toEqual([first.id])
    const other = await meetOnPoint()
    const both = await Promise.all([
      ask(agenda.addTask, { id: other.id, point: other.point }),
      ask(followup.addFollowUp, { subject: other.point, what: 'Menyusun kajian' }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    // A meeting itself has several.
    await done(followup.addFollowUp, { ...given, subject: id })
    await done(followup.addFollowUp, { ...given, subject: id })
  })
})

describe('a summary by link', () => {
  async function aSummary() {
    const met = await meetOnPoint()
    const { blocks } = await done(agenda.readSummary, { id: met.id })
    const said = blocks.map((block: { kind: string }) => ({ ...block, text: 'Dibahas.' }))
    const { id: summary } = await done(agenda.saveSummary, { id: met.id, rev: 0, blocks: said })
    return { ...met, summary: summary as string, blocks: said }
  }
  async function share(summary: string, more: Record<string, unknown> = {}) {
    const { token, hash } = aToken()
    await done(agenda.shareSummary, { id: summary, hash, party: 'Mitra', language: 'en', ...more })
    return `/en/t/${token}`
  }
  const textOf = async (path: string) => (await stage.world.page(path)).text
  const versionOn = (text: string) => /name="versi" value="(\d+)"/.exec(text)?.[1] ?? ''

  test('its page shows the follow-ups that were chosen for it, with agency and day, and nobody’s name', async () => {
    const { id, point, summary } = await aSummary()
    const [unit] = await stage.world.owner`select id, name from reference.units where tenant = ${stage.tenant} limit 1`
    const inside = await done(agenda.addTask, { id, what: 'INTERNAL saja', owner: 'Bapak Kenari' })
    const shown = await done(agenda.addTask, { id, point, what: 'Mengirim data air', unit: unit?.['id'], owner: 'Ibu Kenari', dueOn: addDays(today, 20) }) // prettier-ignore
    // Whatever was saved meanwhile, nothing of it shows by itself.
    const { rev, blocks } = await done(agenda.readSummary, { id })
    await done(agenda.saveSummary, { id, rev, blocks })
    const none = await textOf(await share(summary))
    expect(none).not.toMatch(/INTERNAL|Kenari|Mengirim data air/)
    const chosen = await share(summary, { tasks: [shown.id] })
    const page = await textOf(chosen)
    expect(page).toContain('Mengirim data air')
    expect(page).toContain(unit?.['name'] as string)
    expect(page).not.toMatch(/INTERNAL|Kenari/)
    // It stays as it was handed out.
    await done(agenda.changeTask, { id: shown.id, rev: 1, what: 'Diubah kemudian' })
    expect(await textOf(chosen)).not.toContain('Diubah kemudian')
    const { hash } = aToken()
    const strange = await meet()
    const foreign = await done(agenda.addTask, { id: strange.id, what: 'Lain' })
    const given = { id: summary, hash, party: 'Mitra', language: 'en' }
    expect(await faultsOf(agenda.shareSummary, { ...given, tasks: [foreign.id] })).toEqual([
      422,
      [{ path: 'tasks', fault: 'not_listed' }],
    ])
    await done(agenda.endTask, { id: inside.id, rev: 1, outcome: 'dropped' })
    expect((await ask(agenda.shareSummary, { ...given, tasks: [inside.id] })).status).toBe(422)
  })

  test('one partner’s yes leaves the form open to the others, until they agreed or another version is read', async () => {
    const { id, summary, blocks } = await aSummary()
    const [one, other] = [await share(summary), await share(summary)]
    const versi = versionOn(await textOf(one))
    const sent = await post(stage.world, one, { versi, nama: 'Mitra Satu', jawaban: 'sesuai' })
    expect(sent.go).toContain('hasil=sesuai')
    expect(versionOn(await textOf(one))).toBe('')
    const open = await textOf(other)
    expect(versionOn(open)).toBe('1')
    const said = { versi, nama: 'Mitra Dua', jawaban: 'koreksi', 'koreksi-keputusan': 'Bukan begitu.' }
    expect((await post(stage.world, other, said)).go).toContain('hasil=koreksi')
    // Her correction may be answered without another version: then she says yes to this one.
    expect(versionOn(await textOf(other))).toBe('1')
    const { rev, answers, state } = await done(agenda.readSummary, { id })
    expect([state, answers.length]).toEqual(['disepakati', 2])
    expect((await post(stage.world, other, { versi, nama: 'Mitra Dua', jawaban: 'sesuai' })).status).toBe(303)
    expect(versionOn(await textOf(other))).toBe('')
    await done(agenda.amendSummary, { id, rev, blocks, reason: 'Ada koreksi' })
    for (const path of [one, other]) expect(versionOn(await textOf(path))).toBe('2')
  })
})

describe('who came', () => {
  const participants = async (slug: string) => (await read(slug)).participants
  async function aDoor(id: string) {
    const { token, hash } = aToken()
    const { until } = await done(agenda.openDoor, { id, hash, language: 'id' })
    return { path: `/id/t/${token}`, until: until as string }
  }
  const official = async () => {
    const [row] = await stage.world.owner`
      select id, name, office from reference.officials where tenant = ${stage.tenant} order by id limit 1`
    return row as unknown as { id: string; name: string; office: string }
  }

  test('signing fills what an expected line does not say, and an official and an invited body stay published', async () => {
    const { id, slug } = await meet()
    const head = await official()
    await done(agenda.addParticipant, { id, side: 'host', official: head.id, invited: true, present: false })
    const rows = [
      { side: 'guest', name: 'Cempaka' },
      { side: 'guest', organisation: 'Kantor Cemara' },
    ]
    await done(agenda.addParticipants, { id, rows, invited: true, present: false })
    const { path } = await aDoor(id)
    const sign = async (nama: string, lembaga = '', jabatan = '') =>
      expect((await post(stage.world, path, { nama, lembaga, jabatan })).status).toBe(303)
    await sign('Cempaka', 'Badan Kenari', 'Kasubbag')
    await sign(head.name)
    await sign('Melati', 'Badan Tamu')
    const came = await participants(slug)
    const cempaka = came.find(({ givenName }: { givenName: string }) => givenName === 'Cempaka')
    expect(cempaka).toMatchObject({ organisation: 'Badan Kenari', role: 'Kasubbag', invited: true, byDoor: true })
    await done(agenda.publishActivity, { id })
    const { text } = await stage.world.page(`/id/kegiatan/${slug}`)
    expect(text).toContain(head.name)
    expect(text).toContain('Badan Kenari')
    expect(text).not.toMatch(/Badan Tamu|Melati|Cempaka/)
  })

  test('the door moves with the meeting', async () => {
    const { id, slug } = await meet()
    const { path, until } = await aDoor(id)
    expect(until).toContain(addDays(today, 1))
    await done(agenda.mendActivity, { id, rev: 1, occurredOn: addDays(today, 12), sure: ['occurredOn'] })
    const ends = async () => toLocalTime((await done(agenda.readDoor, { id })).door.until, 'WIB')
    expect(await ends()).toEqual({ date: addDays(today, 13), time: '23:59' })
    await done(agenda.mendActivity, { id, rev: (await read(slug)).rev, endedOn: addDays(today, 14) })
    expect(await ends()).toEqual({ date: addDays(today, 15), time: '23:59' })
    // Moved to a day that has passed it is closed, and back it is open again.
    const act = newId()
    const past = { id, rev: (await read(slug)).rev, occurredOn: addDays(today, -5), endedOn: null }
    await done(agenda.mendActivity, { act, ...past })
    expect((await stage.world.page(path)).status).toBe(410)
    await done(undoAct, { id: act })
    expect((await stage.world.page(path)).status).toBe(200)
    // One that was taken back stays closed.
    const gone = await aDoor(id)
    await aDoor(id)
    await done(agenda.mendActivity, { id, rev: (await read(slug)).rev, occurredOn: addDays(today, 13), sure: ['occurredOn'] }) // prettier-ignore
    expect((await stage.world.page(gone.path)).status).toBe(410)
  })

  test('two lines become the one that is listed, with head count, rank and lead; either line may be stale', async () => {
    const { id, slug } = await meet()
    const head = await official()
    const typed = await done(agenda.addParticipant, { id, side: 'host', personName: `Dr. ${head.name}`, organisation: 'Badan Kenari' }) // prettier-ignore
    const listed = await done(agenda.addParticipant, { id, side: 'host', official: head.id, headcount: 3, leads: true, sure: ['twice'] }) // prettier-ignore
    const late = { id: typed.id, rev: 1, other: listed.id, otherRev: 9 }
    expect((await ask(agenda.mergeParticipants, late)).status).toBe(409)
    const act = newId()
    const merged = await done(agenda.mergeParticipants, { ...late, act, otherRev: 1 })
    expect(merged.id).toBe(listed.id)
    const host = async () => (await participants(slug)).filter(({ side }: { side: string }) => side === 'host')
    expect(await host()).toMatchObject([
      { id: listed.id, office: head.office, headcount: 3, leads: true, organisation: 'Badan Kenari' },
    ])
    await done(undoAct, { id: act })
    expect(await host()).toHaveLength(2)
    // The line that stays takes over what it does not say.
    const body = await done(agenda.addParticipant, { id, side: 'guest', organisation: 'Kadin' })
    const twin = await done(agenda.addParticipant, { id, side: 'guest', organisation: 'KADIN', headcount: 4, leads: true, sure: ['twice'] }) // prettier-ignore
    const order = (await done(agenda.readPlan, { id })).order as { id: string }[]
    await done(agenda.orderParticipants, { id, order: order.map((one) => ({ id: one.id, rank: one.id === twin.id ? 'Setingkat menteri' : null })) }) // prettier-ignore
    const revOf = async (row: string) => (await participants(slug)).find((one: { id: string }) => one.id === row).rev
    await done(agenda.mergeParticipants, { id: body.id, rev: await revOf(body.id), other: twin.id, otherRev: await revOf(twin.id) }) // prettier-ignore
    const kadin = (await participants(slug)).find((one: { id: string }) => one.id === body.id)
    expect(kadin).toMatchObject({ organisation: 'Kadin', headcount: 4, leads: true })
    const placed = (await done(agenda.readPlan, { id })).order.find((one: { id: string }) => one.id === body.id)
    expect(placed.rank).toBe('Setingkat menteri')
  })

  test('who signed at the door stands in no order of precedence, however many did', async () => {
    const { id } = await meet()
    const guest = await done(agenda.addParticipant, { id, side: 'guest', organisation: 'Kadin' })
    const { path } = await aDoor(id)
    await post(stage.world, path, { nama: 'Melati' })
    await stage.world.owner.begin(async (sql) => {
      await sql`alter table agenda.participants disable trigger track`
      await sql`insert into agenda.participants (tenant, id, activity, side, person_name, door, signed_at)
        select tenant, gen_random_uuid(), activity, 'other', 'Tamu ' || n, door, now() from agenda.participants, generate_series(1, 320) n
        where activity = ${id} and person_name = 'Melati'`
      await sql`alter table agenda.participants enable trigger track`
    })
    const { order } = await done(agenda.readPlan, { id })
    expect(order.map((one: { id: string }) => one.id)).toEqual([guest.id])
    await done(agenda.orderParticipants, { id, order: [{ id: guest.id, rank: null }] })
  })
})

describe('the morning', () => {
  const inRegion = async <Result>(work: (tx: Tx) => Promise<Result>) =>
    await stage.world.database.inTenant({ tenant: stage.tenant }, work)

  test('what meetings take over is counted in one question, and as the meeting’s page counts it', async () => {
    const day = (n: number) => addDays(today, n)
    const forum = await stage.begin()
    const ids: string[] = []
    for (const [at, held] of [-40, -20, 3, 5].entries()) {
      const more = { relation: forum, kind: 'forum', occurredOn: day(held), points: [`Pokok ${at}`, `Lain ${at}`] }
      ids.push((await meetOnPoint(more)).id)
    }
    const [first = '', second = ''] = ids
    const points = async (id: string) =>
      (await stage.world.owner`select id from agenda.topics where activity = ${id} order by position`).map(
        (row) => row['id'] as string,
      )
    const [p1, p2] = await points(first)
    const closed = await done(agenda.addTask, { id: first, point: p1 })
    await done(agenda.endTask, { id: closed.id, rev: 1, outcome: 'done' })
    await done(agenda.addTask, { id: first, point: p2 })
    await done(agenda.addTask, { id: second, what: 'Menyusun jadwal' })
    await done(agenda.followCommitment, { id: await aPromise(second) })
    const series = await meet({ occurredOn: day(-30), points: ['Berkala'] })
    await done(agenda.beginSeries, { id: series.id, rev: 1, name: `Rakor ${newId()}` })
    await done(agenda.planNext, { id: series.id, occurredOn: day(4), about: `Rakor ${newId()}`, sure: ['occurredOn', 'about'] }) // prettier-ignore
    await meet({ occurredOn: day(4), points: ['Sendiri'] })
    let asked = 0
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked += 1
        return node
      },
      transformResult: async ({ result }) => await Promise.resolve(result),
    }
    const rows = await inRegion(
      async (tx) => await listWithCarried(tx.withPlugin(counting) as Tx, { from: today, to: day(7), on: today }),
    )
    expect(asked).toBe(1)
    expect(rows.length).toBeGreaterThanOrEqual(3)
    for (const { visit, n } of rows) {
      const { carried } = await done(agenda.readPlan, { id: visit.id })
      const open = carried.filter(({ task }: { task?: { endedOn?: string } }) => task?.endedOn === undefined)
      expect([visit.about, n]).toEqual([visit.about, open.length])
    }
    expect(rows.find(({ visit }) => visit.id === ids[2])?.n).toBe(5)
    expect(rows.find(({ visit }) => visit.id === ids[3])?.n).toBe(7)
  })

  test('a summary was shared on the day that it was in the region', async () => {
    const { id } = await meet()
    const { id: summary } = await done(agenda.saveSummary, { id, rev: 0, blocks: [{ kind: 'pembuka', text: 'Dibuka.' }] }) // prettier-ignore
    await done(agenda.shareSummary, { id: summary, hash: aToken().hash, party: 'Mitra', language: 'id' })
    await stage.world.owner`alter table links.links disable trigger track`
    // Half past one in the morning of the 10th in Bekasi.
    await stage.world.owner`update links.links set made_at = '2026-03-09T18:30:00Z' where subject = ${summary}`
    await stage.world.owner`alter table links.links enable trigger track`
    const sharedBy = async (by: string) =>
      (await inRegion(async (tx) => await listShared(tx, by))).find(({ visit }) => visit.id === id)?.sharedOn
    expect(await sharedBy('2026-03-09')).toBeUndefined()
    expect(await sharedBy('2026-03-10')).toBe('2026-03-10')
  })
})
