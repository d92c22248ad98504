import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

const today = '2026-11-21'
let stage: RelationStage
beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())

const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, `${asked[1].name} ${JSON.stringify(answer.body)}`).toBe(200)
  return answer.body
}
const faultsOf = async (...asked: Parameters<RelationStage['on']>) => {
  const { status, body } = await stage.on(...asked)
  return [status, body.details?.fields]
}

async function meet(more: Record<string, unknown> = {}) {
  const relation = (more['relation'] as string | undefined) ?? (await stage.begin())
  const { relation: _, ...rest } = more
  const met = { relations: [relation], occurredOn: '2026-10-20', place: 'Balai kota', about: `Rapat ${newId()}`, kind: 'rapat_koordinasi', ...rest } // prettier-ignore
  const { id, slug } = await done(today, agenda.recordActivity, met)
  return { relation, id: id as string, slug: slug as string }
}
const planOf = async (id: string, on = today) => await done(on, agenda.readPlan, { id })
const revOf = async (slug: string) => (await done(today, agenda.readActivity, { slug })).rev as number
const unit = async () => {
  const [row] = await stage.world.owner`select id from reference.units where tenant = ${stage.tenant} limit 1`
  return row?.['id'] as string
}

describe('the time of a meeting', () => {
  test('one that ends before it starts is refused; an end without a beginning, too', async () => {
    const relation = await stage.begin()
    const of = { relations: [relation], occurredOn: '2026-10-20', place: 'Aula', about: `Rapat ${newId()}` }
    expect(await faultsOf(today, agenda.recordActivity, { ...of, startsAt: '10:00', endsAt: '09:00' })).toEqual([
      422,
      [{ path: 'endsAt', fault: 'wrong_order' }],
    ])
    expect(await faultsOf(today, agenda.recordActivity, { ...of, endsAt: '09:00' })).toEqual([
      422,
      [{ path: 'startsAt', fault: 'required' }],
    ])
    const { id, slug } = await done(today, agenda.recordActivity, { ...of, startsAt: '09:00', endsAt: '10:30' })
    expect(await done(today, agenda.readActivity, { slug })).toMatchObject({ startsAt: '09:00', endsAt: '10:30' })
    expect(await faultsOf(today, agenda.mendActivity, { id, rev: 1, startsAt: '11:00' })).toEqual([
      422,
      [{ path: 'endsAt', fault: 'wrong_order' }],
    ])
    // It may end in the morning of another day.
    await done(today, agenda.mendActivity, { id, rev: 1, startsAt: '20:00', endedOn: '2026-10-21' })
  })

  test('a day off that is still to come is asked, and the screen can say which; what has happened is not', async () => {
    const relation = await stage.begin()
    const of = { relations: [relation], place: 'Aula', about: `Rapat ${newId()}` }
    const asked = [422, [{ path: 'occurredOn', fault: 'doubtful' }]]
    expect(await faultsOf(today, agenda.recordActivity, { ...of, occurredOn: '2026-12-20' })).toEqual(asked)
    expect(await faultsOf(today, agenda.recordActivity, { ...of, occurredOn: '2026-12-25' })).toEqual(asked)
    expect(await done(today, agenda.readDay, { day: '2026-12-20' })).toMatchObject({ off: { weekend: true } })
    const { off } = await done(today, agenda.readDay, { day: '2026-12-25' })
    expect(off.names).toMatchObject([{ name: 'Kelahiran Yesus Kristus (Natal)', names: { en: 'Christmas Day' } }])
    expect(await done(today, agenda.readDay, { day: '2026-12-22' })).not.toHaveProperty('off')
    const { id } = await done(today, agenda.recordActivity, { ...of, occurredOn: '2026-12-25', sure: ['occurredOn'] })
    expect(await faultsOf(today, agenda.mendActivity, { id, rev: 1, occurredOn: '2026-12-26' })).toEqual(asked)
    await done(today, agenda.mendActivity, { id, rev: 1, place: 'Pendopo' })
    await done(today, agenda.recordActivity, { ...of, occurredOn: '2026-11-15' })
  })
})

describe('a series', () => {
  test('takes up what stayed open: one row, answered at one meeting, gone from the one after', async () => {
    const first = await meet({ points: ['Jalan kawasan', 'Sampah', 'Perizinan'] })
    const began = await done(today, agenda.beginSeries, { id: first.id, rev: 1, name: `Forum ${newId()}`, cadence: 'triwulanan' }) // prettier-ignore
    const points = (await done(today, agenda.readActivity, { slug: first.slug })).points as { id: string }[]
    const proposal = await done(today, agenda.proposeNext, { id: first.id })
    // A quarter after 20 October 2026 is a Wednesday.
    expect(proposal).toMatchObject({ occurredOn: '2027-01-20', open: 3, place: 'Balai kota' })
    const act = newId()
    const next = await done(today, agenda.planNext, { act, id: first.id, occurredOn: '2027-01-20', about: proposal.about, startsAt: '09:00', endsAt: '11:00' }) // prettier-ignore
    const planned = await planOf(next.id)
    expect(planned.series).toMatchObject({ id: began.series, cadence: 'triwulanan' })
    expect(planned.previous.id).toBe(first.id)
    expect(planned.carried.map((one: any) => [one.point.words, one.times])).toEqual([
      ['Jalan kawasan', 1],
      ['Sampah', 1],
      ['Perizinan', 1],
    ])
    // Nothing was copied.
    const { points: own } = await done(today, agenda.readActivity, { slug: next.slug })
    expect(own).toEqual([])
    // On its day one is answered there and one is given to somebody; both rows are those of the first meeting.
    const day = '2027-01-20'
    const task = await done(day, agenda.addTask, { id: first.id, point: points[0]?.id, owner: 'Kepala bidang' })
    await done(day, agenda.endTask, { id: task.id, rev: 1, outcome: 'done', note: 'Sudah diaspal' })
    await done(day, agenda.addTask, { id: first.id, point: points[1]?.id, unit: await unit() })
    const held = await planOf(next.id, day)
    expect(held.carried.map((one: any) => one.task?.outcome ?? one.task?.unit?.name.length > 0)).toEqual(['done', true, false]) // prettier-ignore
    const third = await done(day, agenda.planNext, { id: next.id, occurredOn: '2027-04-20', about: proposal.about })
    expect((await planOf(third.id, day)).carried.map((one: any) => [one.point.words, one.times])).toEqual([
      ['Sampah', 2],
      ['Perizinan', 2],
    ])
    // The one before still shows how it stood then.
    expect((await planOf(next.id, '2027-02-01')).carried).toHaveLength(3)
    expect((await planOf(first.id)).carried).toEqual([])
  })

  test('without one the forums of a relation answer to each other; an audience does not', async () => {
    const first = await meet({ points: ['Air bersih'] })
    const audience = await meet({ relation: first.relation, kind: 'audiensi', occurredOn: '2026-11-03' })
    const other = await meet({ points: ['Milik mitra lain'] })
    const next = await done(today, agenda.planNext, { id: first.id, occurredOn: '2026-12-22', about: 'Rakor lanjutan' })
    const { carried, order } = await planOf(next.id)
    expect(carried.map((one: any) => one.point.words)).toEqual(['Air bersih'])
    expect(order).toEqual([])
    expect((await planOf(audience.id)).carried).toEqual([])
    expect((await planOf(other.id)).carried).toEqual([])
    // What else follows from the meeting goes along, until it is dropped.
    const task = await done(today, agenda.addTask, { id: first.id, what: 'Kirim notulen' })
    expect((await planOf(next.id)).carried.map((one: any) => one.point?.words ?? one.task.what)).toEqual([
      'Air bersih',
      'Kirim notulen',
    ])
    await done('2026-10-20', agenda.endTask, { id: task.id, rev: 1, outcome: 'dropped' })
    expect((await planOf(next.id, '2026-12-22')).carried).toHaveLength(2)
  })

  test('hosts and guests are taken over; a second planned one is asked; undo takes all of it back', async () => {
    const { id } = await meet()
    await done(today, agenda.addParticipant, {
      id,
      side: 'guest',
      organisation: 'Kadin',
      role: 'peserta',
      headcount: 4,
    })
    await done(today, agenda.addParticipant, { id, side: 'other', organisation: 'Wartawan' })
    const act = newId()
    const plan = { id, occurredOn: '2026-12-22', about: `Rapat ${newId()}` }
    const made = await done(today, agenda.planNext, { act, ...plan })
    expect(await done(today, agenda.planNext, { act, ...plan })).toEqual(made)
    const { participants } = await done(today, agenda.readActivity, { slug: made.slug })
    expect(participants).toMatchObject([{ organisation: 'Kadin', role: 'peserta' }])
    expect(participants[0]).not.toHaveProperty('headcount')
    const again = { ...plan, occurredOn: '2026-12-23' }
    expect(await faultsOf(today, agenda.planNext, again)).toEqual([422, [{ path: 'about', fault: 'doubtful' }]])
    await done(today, undoAct, { id: act })
    expect((await stage.on(today, agenda.readActivity, { slug: made.slug })).status).toBe(404)
    await done(today, agenda.planNext, again)
    expect(await faultsOf(today, agenda.planNext, { ...plan, occurredOn: '2026-12-20', sure: ['about'] })).toEqual([
      422,
      [{ path: 'occurredOn', fault: 'doubtful' }],
    ])
  })

  test('has one name, is changed while nobody was faster, joined and left', async () => {
    const [one, other] = [await meet(), await meet()]
    const name = `Pokja ${newId()}`
    const { series } = await done(today, agenda.beginSeries, { id: one.id, rev: 1, name })
    expect(await faultsOf(today, agenda.beginSeries, { id: other.id, rev: 1, name })).toEqual([
      422,
      [{ path: 'name', fault: 'taken' }],
    ])
    await done(today, agenda.joinSeries, { id: other.id, rev: 1, series })
    expect((await stage.on(today, agenda.joinSeries, { id: other.id, rev: 1, series: null })).status).toBe(409)
    const act = newId()
    await done(today, agenda.mendSeries, { act, id: series, rev: 1, cadence: 'tahunan' })
    const late = await stage.on(today, agenda.mendSeries, { id: series, rev: 1, place: 'Aula' }, stage.head)
    expect([late.status, late.body.details.changes[0].field]).toEqual([409, 'cadence'])
    await done(today, undoAct, { id: act })
    const row = (await done(today, agenda.listSeries, {})).rows.find(({ id }: { id: string }) => id === series)
    expect(row).toMatchObject({ name, meetings: 2, last: { occurredOn: '2026-10-20' } })
    expect(row).not.toHaveProperty('cadence')
    await done(today, agenda.joinSeries, { id: other.id, rev: 2, series: null })
    const neighbour = await stage.world.as('petugas-kab-bekasi')
    expect((await neighbour.ask(agenda.mendSeries, { id: series, rev: 1, cadence: null })).status).toBe(404)
  })
})

describe('a planned meeting', () => {
  test('is called off with a reason, stays in the agenda, counts nowhere, and comes back by undo', async () => {
    const { id, relation } = await meet({ occurredOn: '2026-12-22', points: ['Anggaran'] })
    expect(await faultsOf(today, agenda.cancelActivity, { id, rev: 1, reason: ' ' })).toEqual([
      422,
      [{ path: 'reason', fault: 'required' }],
    ])
    const act = newId()
    await done(today, agenda.cancelActivity, { act, id, rev: 1, reason: 'Tamu berhalangan' })
    const coming = async () => (await done(today, agenda.listAgenda, { relation })).rows
    expect(await coming()).toMatchObject([{ id, cancelled: 'Tamu berhalangan', planned: true }])
    expect((await done('2026-12-23', agenda.listPoints, { relation })).rows).toEqual([])
    expect((await stage.on(today, agenda.mendActivity, { id, rev: 2, place: 'Aula' })).status).toBe(409)
    await done(today, undoAct, { id: act })
    const [row] = await coming()
    expect(row).not.toHaveProperty('cancelled')
    const past = await meet()
    const refused = await stage.on(today, agenda.cancelActivity, { id: past.id, rev: 1, reason: 'Batal' })
    expect([refused.status, refused.body.details.missing]).toEqual([409, ['past']])
  })

  test('is copied outside its series with points, rundown and order, without what was answered', async () => {
    const { id } = await meet({ points: ['Jalan', 'Air'] })
    await done(today, agenda.beginSeries, { id, rev: 1, name: `Forum ${newId()}` })
    await done(today, agenda.addLine, { id, from: '09:00', minutes: 15, what: 'Pembukaan' })
    const copy = await done(today, agenda.copyActivity, { id, occurredOn: '2026-12-22', about: `Salinan ${newId()}` })
    const { points } = await done(today, agenda.readActivity, { slug: copy.slug })
    expect(points.map(({ words }: { words: string }) => words)).toEqual(['Jalan', 'Air'])
    const plan = await planOf(copy.id)
    expect(plan.rundown).toMatchObject([{ from: '09:00', to: '09:15', what: 'Pembukaan' }])
    expect(plan).not.toHaveProperty('series')
  })
})

describe('the rundown', () => {
  test('by the minute: overlap and before the start are asked, the order is changed, undo brings it back', async () => {
    const { id } = await meet({ startsAt: '09:00', endsAt: '11:00' })
    const opening = await done(today, agenda.addLine, {
      id,
      from: '09:00',
      minutes: 30,
      what: 'Sambutan',
      who: 'Sekda',
    })
    await done(today, agenda.addLine, { id, from: '09:30', to: '10:30', what: 'Paparan' })
    const asked = [422, [{ path: 'from', fault: 'doubtful' }]]
    expect(await faultsOf(today, agenda.addLine, { id, from: '09:15', what: 'Foto' })).toEqual(asked)
    expect(await faultsOf(today, agenda.addLine, { id, from: '08:00', what: 'Foto' })).toEqual(asked)
    expect(await faultsOf(today, agenda.addLine, { id, from: '10:45', to: '11:30', what: 'Foto' })).toEqual(asked)
    expect(await faultsOf(today, agenda.addLine, { id, from: '10:45', to: '10:30', what: 'Foto' })).toEqual([
      422,
      [{ path: 'to', fault: 'wrong_order' }],
    ])
    await done(today, agenda.addLine, { id, from: '08:00', what: 'Foto', sure: ['from'] })
    const shown = async () =>
      (await planOf(id)).rundown.map(({ what, from, to }: any) => [what, from, ...(to === undefined ? [] : [to])])
    const act = newId()
    await done(today, agenda.moveLine, { act, id: opening.id, rev: 1, to: 'down' })
    expect(await shown()).toEqual([
      ['Paparan', '09:00', '10:00'],
      ['Sambutan', '10:00', '10:30'],
      ['Foto', '08:00'],
    ])
    expect((await stage.on(today, agenda.moveLine, { id: opening.id, rev: 1, to: 'up' })).status).toBe(409)
    await done(today, undoAct, { id: act })
    expect((await shown())[0]).toEqual(['Sambutan', '09:00', '09:30'])
    const late = await stage.on(today, agenda.mendLine, { id: opening.id, rev: 9, what: 'Doa' }, stage.head)
    expect(late.status).toBe(409)
  })
})

describe('the checklist', () => {
  test('is the region’s, taken over once, its days move with the visit, each item has its owner and its end', async () => {
    const { id, slug } = await meet({ occurredOn: '2026-12-15', kind: 'kunjungan_resmi' })
    const begun = await done(today, agenda.beginChecklist, { id, journey: 'masuk' })
    expect(begun.added).toBeGreaterThan(12)
    expect((await done(today, agenda.beginChecklist, { id, journey: 'masuk' })).added).toBe(0)
    const itemOf = async (key: string) => (await planOf(id)).checklist.find((item: any) => item.key === key)
    // H-30 is a Sunday, so the Friday before.
    expect(await itemOf('data_sektor')).toMatchObject({ day: '2026-11-13', counted: '2026-11-15' })
    expect(await itemOf('tata_tempat')).toMatchObject({ article: 'UU 9/2010', verified: 'V' })
    await done(today, agenda.mendActivity, { id, rev: await revOf(slug), occurredOn: '2026-12-22' })
    expect(await itemOf('data_sektor')).toMatchObject({ day: '2026-11-20', counted: '2026-11-22' })
    const { id: item } = await itemOf('penerjemah')
    await done(today, agenda.mendItem, { id: item, rev: 1, unit: await unit(), owner: 'Kasubbag' })
    const act = newId()
    await done(today, agenda.mendItem, { act, id: item, rev: 2, done: true })
    expect(await itemOf('penerjemah')).toMatchObject({ doneOn: today, owner: 'Kasubbag' })
    expect((await stage.on(today, agenda.mendItem, { id: item, rev: 2, days: -3 }, stage.head)).status).toBe(409)
    await done(today, undoAct, { id: act })
    expect(await itemOf('penerjemah')).not.toHaveProperty('doneOn')
    const { rows } = await done(today, readHistory, { subject: id, limit: 50 })
    expect(rows.map(({ verb }: { verb: string }) => verb)).toContain('agenda.beginChecklist')
  })

  test('its template is edited by the region; a second edit over the same revision is refused', async () => {
    const set = { journey: 'keluar', key: 'asuransi', rev: 0 }
    await done(today, agenda.setTemplateItem, { ...set, words: 'Asuransi dan vaksin', days: -14 })
    expect((await stage.on(today, agenda.setTemplateItem, { ...set, dropped: true })).status).toBe(409)
    await done(today, agenda.setTemplateItem, { journey: 'keluar', key: 'spj', rev: 0, dropped: true })
    await done(today, agenda.setTemplateItem, { journey: 'keluar', rev: 0, words: 'Batik rombongan', days: -10 })
    expect(await faultsOf(today, agenda.setTemplateItem, { journey: 'keluar', rev: 0, days: -10 })).toEqual([
      422,
      [{ path: 'words', fault: 'required' }],
    ])
    const { keluar } = await done(today, agenda.listChecklists, {})
    expect(keluar.items).toMatchObject(expect.arrayContaining([expect.objectContaining({ words: 'Batik rombongan' })]))
    expect(keluar.dropped.map(({ key }: { key: string }) => key)).toEqual(['spj'])
    const { id } = await meet({ occurredOn: '2026-12-15', kind: 'kunjungan_keluar' })
    await done(today, agenda.beginChecklist, { id, journey: 'keluar' })
    const { checklist } = await planOf(id)
    expect(checklist.map(({ words }: { words?: string }) => words)).toEqual(
      expect.arrayContaining(['Asuransi dan vaksin', 'Batik rombongan']),
    )
    expect(checklist.some(({ key }: { key?: string }) => key === 'spj')).toBe(false)
  })
})

describe('gifts and precedence', () => {
  test('a gift is registered, reported, and listed while it is not; only what was received is reported', async () => {
    const { id } = await meet()
    const gift = await done(today, agenda.addGift, { id, direction: 'diterima', what: 'Vas <b>keramik</b>', value: 1_500_000, party: 'Wakil wali kota' }) // prettier-ignore
    const unreported = async () =>
      (await done(today, agenda.listGifts, { unreported: 'true' })).rows.map((row: { id: string }) => row.id)
    expect(await unreported()).toContain(gift.id)
    const early = { id: gift.id, rev: 1, reportedOn: '2026-10-01' }
    expect(await faultsOf(today, agenda.mendGift, early)).toEqual([422, [{ path: 'reportedOn', fault: 'wrong_order' }]])
    await done(today, agenda.mendGift, { ...early, reportedOn: '2026-10-22' })
    expect(await unreported()).not.toContain(gift.id)
    expect((await planOf(id)).gifts).toMatchObject([{ what: 'Vas <b>keramik</b>', value: 1_500_000, rev: 2 }])
    const given = { id, direction: 'diberikan', what: 'Batik', reportedOn: '2026-10-22' }
    expect(await faultsOf(today, agenda.addGift, given)).toEqual([422, [{ path: 'reportedOn', fault: 'wrong' }]])
    const act = newId()
    await done(today, agenda.dropGift, { act, id: gift.id, rev: 2 })
    expect((await planOf(id)).gifts).toEqual([])
    await done(today, undoAct, { id: act })
    expect((await planOf(id)).gifts).toHaveLength(1)
  })

  test('everybody stands once in the order; who came meanwhile makes it stale; the rank stays inside', async () => {
    const { id, slug } = await meet()
    const add = async (organisation: string) =>
      (await done(today, agenda.addParticipant, { id, side: 'guest', organisation })).id as string
    const [one, two] = [await add('Kadin'), await add('Konsulat')]
    const order = [
      { id: two, rank: 'Setingkat kepala perwakilan' },
      { id: one, rank: null },
    ]
    await done(today, agenda.orderParticipants, { id, order })
    const { participants } = await done(today, agenda.readActivity, { slug })
    expect(participants.map(({ organisation }: { organisation: string }) => organisation)).toEqual([
      'Konsulat',
      'Kadin',
    ])
    await add('PDAM')
    expect((await stage.on(today, agenda.orderParticipants, { id, order })).status).toBe(409)
    await done(today, agenda.publishActivity, { id })
    const { text } = await stage.world.page(`/id/kegiatan/${slug}`)
    expect(text).toContain('Konsulat')
    expect(text).not.toContain('Setingkat')
  })

  test('the interpreter is noted with the languages, and stays inside', async () => {
    const { id, slug } = await meet()
    await done(today, agenda.mendActivity, {
      id,
      rev: 1,
      interpreter: 'Lembaga bahasa',
      interpreterLangs: ['ja', 'en'],
    })
    expect(await planOf(id)).toMatchObject({ interpreter: 'Lembaga bahasa', interpreterLangs: ['ja', 'en'] })
    await done(today, agenda.publishActivity, { id })
    expect((await stage.world.page(`/id/kegiatan/${slug}`)).text).not.toContain('Lembaga bahasa')
  })
})

describe('the agenda', () => {
  test('coming and past are one list without mixing, each page follows the last, filters and words narrow it', async () => {
    const relation = await stage.begin()
    const days = ['2026-11-20', '2026-11-21', '2026-11-24', '2026-12', '2027-02-10']
    const made: Record<string, string> = {}
    for (const occurredOn of days) made[occurredOn] = (await meet({ relation, occurredOn, about: `Cenderawāsih ${occurredOn}` })).id // prettier-ignore
    const visit = await meet({ relation, occurredOn: '2026-11-19', endedOn: '2026-11-23', kind: 'audiensi' })
    const list = async (input: Record<string, unknown>) =>
      (await done(today, agenda.listAgenda, { relation, ...input })).rows.map((row: any) => row.occurredOn)
    // What began before and is not over is still expected.
    expect(await list({})).toEqual(['2026-11-19', '2026-11-21', '2026-11-24', '2026-12', '2027-02-10'])
    expect(await list({ when: 'past' })).toEqual(['2026-11-20'])
    expect(await list({ kind: 'audiensi' })).toEqual(['2026-11-19'])
    expect(await list({ q: 'cenderawasih 2027' })).toEqual(['2027-02-10'])
    expect(await list({ q: 'CENDERAWĀSIH 2027' })).toEqual(['2027-02-10'])
    expect(await list({ mine: 'true' })).toHaveLength(5)
    const first = await done(today, agenda.listAgenda, { relation, limit: 2 })
    const second = await done(today, agenda.listAgenda, { relation, limit: 2, after: first.next })
    expect([first.total, second.rows.map((row: any) => row.occurredOn)]).toEqual([5, ['2026-11-24', '2026-12']])
    const { rows, holidays } = await done(today, agenda.listMonth, { month: '2026-12', relation })
    expect(rows.map((row: any) => row.occurredOn)).toEqual(['2026-12'])
    expect(holidays.map((one: any) => one.day)).toContain('2026-12-25')
    const november = await done(today, agenda.listMonth, { month: '2026-11', relation })
    expect(november.rows).toHaveLength(4)
    expect(november.rows[0].id).toBe(visit.id)
    expect((await stage.on(today, agenda.listMonth, { month: '2026-13' })).status).toBe(422)
    const neighbour = await stage.world.as('petugas-kab-bekasi')
    expect((await neighbour.ask(agenda.listAgenda, { relation })).body.rows).toEqual([])
    expect((await neighbour.ask(agenda.listAgenda, { after: made['2026-12'] })).status).toBe(404)
    expect((await neighbour.ask(agenda.readPlan, { id: visit.id })).status).toBe(404)
  })
})
