import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { undoAct as undo } from '../src/slices/ledger/contract.ts'
import * as residents from '../src/slices/residents/contract.ts'
import { later, openStage, sheet } from './residents-stage.ts'

const { world, officer, aService, send, bookIn, standing, bookings } = await openStage()
afterAll(async () => await world.close())

describe('a session that is called off', () => {
  test('everybody in it reads why, nobody books it any more, its public line says so; taken back all stand again', async () => {
    const of = await aService({ sizes: [3, 5] })
    const first = await bookIn(of, { orang: '3' })
    await bookIn(of, { orang: '2', tunggu: 'ya' })
    const act = newId()
    const off = { act, id: of.slots[0], rev: 1, reason: 'Balai kebanjiran' }
    expect((await officer.ask(residents.callOffSlot, off)).body.bookings).toBe(2)
    expect((await bookings(of)).map(({ state }: { state: string }) => state)).toEqual(['cancelled', 'cancelled'])
    const receipt = (await world.page(first.to)).text
    expect(receipt).toContain('Balai kebanjiran')
    expect(receipt).toContain(`/ja/program/layanan/${of.slug}/pesan`)
    expect((await world.page(`/ja/program/layanan/${of.slug}`)).text).toContain('中止')
    expect((await world.page(`/ja/program/layanan/${of.slug}/pesan`)).text).not.toContain(of.slots[0])
    expect((await bookIn(of)).status).toBe(409)
    expect((await officer.ask(residents.addWalkIn, { id: of.slots[0], party: 1, door: 'A' })).status).toBe(404)
    expect((await officer.ask(residents.callOffSlot, { ...off, act: newId() })).status).toBe(409)
    expect((await bookIn(of, { sesi: of.slots[1] ?? '' })).status).toBe(303)
    expect((await officer.ask(undo, { id: act })).status).toBe(200)
    expect((await bookings(of)).map(({ state }: { state: string }) => state)).toEqual(['booked', 'waiting'])
    expect((await world.page(`/ja/program/layanan/${of.slug}`)).text).not.toContain('中止')
  })

  test('not once somebody is in, not without a reason, and nobody comes back into it by an undo', async () => {
    const of = await aService()
    await bookIn(of)
    const [row] = await bookings(of)
    expect((await officer.ask(residents.callOffSlot, { id: of.slots[0], rev: 1, reason: ' ' })).status).toBe(422)
    const came = newId()
    const arrival = { act: came, id: row.id, cameAt: '2026-01-05T02:00:00Z', door: 'A' }
    expect((await officer.ask(residents.checkIn, arrival)).status).toBe(200)
    const off = { id: of.slots[0], rev: 1, reason: 'Banjir' }
    expect((await officer.ask(residents.callOffSlot, off)).status).toBe(409)
    expect((await officer.ask(undo, { id: came })).status).toBe(200)
    const act = newId()
    expect((await officer.ask(residents.cancelBooking, { act, id: row.id, rev: row.rev })).status).toBe(200)
    expect((await officer.ask(residents.callOffSlot, off)).status).toBe(200)
    expect((await officer.ask(undo, { id: act })).status).toBe(409)
  })
})

test('who came up from waiting and saw it keeps the place: giving it back to who cancelled is refused', async () => {
  const of = await aService({ sizes: [2] })
  await bookIn(of, { orang: '2' })
  const waits = await bookIn(of, { orang: '2', tunggu: 'ya' })
  expect((await world.page(waits.to)).text).toContain('繰り上がり')
  const [first] = await bookings(of)
  const act = newId()
  expect((await officer.ask(residents.cancelBooking, { act, id: first.id, rev: first.rev })).body.promoted).toBe(1)
  expect((await world.page(waits.to)).text).toContain('申し込みを受け付けました')
  expect((await officer.ask(undo, { id: act })).status).toBe(409)
  expect((await bookings(of)).map(({ state }: { state: string }) => state)).toEqual(['cancelled', 'booked'])
})

test('the day of erasing that was told to whoever booked is neither taken away nor put off', async () => {
  const of = await aService()
  const said = { id: of.id, rev: 1, texts: { id: { title: 'Sama' } } }
  const days = { opensOn: later(-3), closesOn: later(20) }
  expect((await officer.ask(residents.mendService, { ...said, ...days, purgeOn: later(90) })).status).toBe(200)
  await bookIn(of)
  const again = { ...said, rev: 2 }
  for (const change of [{}, { ...days, purgeOn: later(91) }]) {
    const refused = await officer.ask(residents.mendService, { ...again, ...change })
    expect([refused.status, refused.body.details.fields[0].path]).toEqual([422, 'purgeOn'])
  }
  expect((await officer.ask(residents.mendService, { ...again, ...days, purgeOn: later(40) })).status).toBe(200)
})

test('one contact in other digits is the same contact, and the error of a number names what a household may be', async () => {
  const of = await aService({ groupMost: 40 })
  expect((await bookIn(of, { kontak: '０８１２３４５６７８９' })).status).toBe(303)
  expect((await bookIn(of, { kontak: '+62 812 345 6789' })).status).toBe(409)
  const many = await bookIn(of, { orang: '13' }, 'en')
  expect([many.status, many.text.includes('1 to 12')]).toEqual([422, true])
})

describe('the contact point', () => {
  const path = '/en/daerah/kota-bekasi/kontak'
  const asked = async (kata: string) => await send(path, { ...sheet(), jenis: 'question', tentang: 'other', kata, kontak: '' }) // prettier-ignore
  const set = async (setting: { open: boolean; answerDays: number }) => {
    const { rev } = (await officer.ask(residents.readContact, {})).body
    expect((await officer.ask(residents.setContact, { rev, keepDays: 365, ...setting })).status).toBe(200)
  }

  test('its form says what happens next and by which day, and the receipt shows what was asked by that same day', async () => {
    await set({ open: true, answerDays: 14 })
    const day = /by (\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4})/.exec((await world.page(path)).text)?.[1]
    expect(day).toBeDefined()
    const sent = await asked('When is <b>paper</b> collected?')
    const { text } = await world.page(sent.to)
    expect(text).toContain('When is &lt;b&gt;paper&lt;/b&gt; collected?')
    expect(text).toContain(day)
  })

  test('what waits is listed by its promised day, all of it newest first, each once over pages', async () => {
    await set({ open: true, answerDays: 30 })
    await asked('later promise')
    await set({ open: true, answerDays: 2 })
    await asked('sooner promise')
    const waiting = (await officer.ask(residents.listQuestions, { waiting: true, limit: 100 })).body.rows
    const days = waiting.map(({ dueOn }: { dueOn: string }) => dueOn)
    expect(days).toEqual(days.toSorted())
    const ids: string[] = []
    for (let after: string | undefined; ;) {
      const { rows, next } = (await officer.ask(residents.listQuestions, { waiting: true, limit: 1, ...(after !== undefined && { after }) })).body // prettier-ignore
      ids.push(...rows.map(({ id }: { id: string }) => id))
      if (next === undefined) break
      after = next
    }
    expect(ids).toEqual(waiting.map(({ id }: { id: string }) => id))
    const [newest] = (await officer.ask(residents.listQuestions, {})).body.rows
    expect(newest.words).toBe('sooner promise')
  })

  test('a service leads to it only while it is open', async () => {
    const of = await aService({ sizes: [] })
    await set({ open: true, answerDays: 14 })
    expect((await world.page(`/en/program/layanan/${of.slug}`)).text).toContain(path)
    await set({ open: false, answerDays: 14 })
    expect((await world.page(`/en/program/layanan/${of.slug}`)).text).not.toContain(path)
  })
})

test('the workspace says by which clock the sessions are', async () => {
  const of = await aService()
  expect((await officer.ask(residents.readService, { slug: of.slug })).body.zone).toBe('WIB')
  expect((await officer.ask(residents.readDoor, { slug: of.slug })).body.zone).toBe('WIB')
  expect(await standing(of)).toHaveLength(1)
})
