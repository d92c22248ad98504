import { afterAll, describe, expect, test } from 'vitest'
import { now } from '../src/platform/clock.ts'
import type { Mail } from '../src/platform/mail.ts'
import { instantOf } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct as undo } from '../src/slices/ledger/contract.ts'
import * as residents from '../src/slices/residents/contract.ts'
import { tellGuest } from '../src/slices/residents/mailing.ts'
import { tenantOf } from './factories.ts'
import { later, openStage, sheet, type OpenedService } from './residents-stage.ts'

const { world, officer, aService, send, bookIn, bookings } = await openStage()
const tenant = await tenantOf(world, 'kota-bekasi')
afterAll(async () => await world.close())

const outside: Mail[] = []
const inside: Mail[] = []
let isDown = false
const mailerInto = (sent: Mail[]) => ({
  async send(mail: Mail) {
    if (isDown) throw new Error('no line')
    sent.push(mail)
    await Promise.resolve()
  },
})
const task = tellGuest({
  database: world.database,
  mailer: mailerInto(outside),
  kept: mailerInto(inside),
  baseUrl: 'https://contoh.invalid',
})

/** What waits in the queue for the bookings of a service; nothing of it names anybody. */
async function waiting(of: OpenedService): Promise<{ tenant: string; booking: string }[]> {
  const rows = await world.owner<{ payload: { tenant: string; booking: string } }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'residents.tell' and j.payload ->> 'booking' in (select id::text from residents.bookings where service = ${of.id})
    order by j.id`
  return rows.map(({ payload }) => payload)
}
/** Runs what waits, as the worker does, and empties the queue. */
async function run(of: OpenedService): Promise<Mail[]> {
  inside.length = 0
  for (const payload of await waiting(of)) await task(payload)
  await world.owner`delete from graphile_worker._private_jobs where payload ->> 'booking' in (select id::text from residents.bookings where service = ${of.id})`
  return [...inside]
}
const cancel = async (to: string) => expect((await send(to, { lembar: newId() })).status).toBe(303)

describe('whoever left an e-mail address', () => {
  test('is told that she came up from waiting: once, in her language, with what she needs and nobody’s name', async () => {
    const of = await aService({ sizes: [2] })
    const first = await bookIn(of, { orang: '2', nama: 'Kata Pertama' })
    const waits = await bookIn(of, { orang: '2', tunggu: 'ya', kontak: 'naik@contoh.invalid', nama: 'Kata Kedua' })
    expect((await world.page(waits.to)).text).toContain('メールでお知らせします')
    expect(await waiting(of)).toEqual([])
    await cancel(first.to)
    const [, second] = await bookings(of)
    // Who cancelled herself is asked for too, and there is nothing to tell.
    expect(await waiting(of)).toContainEqual({ tenant, booking: second.id })
    expect(JSON.stringify(await waiting(of))).not.toMatch(/contoh\.invalid|Kata/)
    const [mail, ...more] = await run(of)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: 'naik@contoh.invalid', subject: 'お席が取れました：外国人向け説明会' })
    expect(mail?.text).toContain(second.receipt)
    expect(mail?.text).toContain(`https://contoh.invalid/ja/program/layanan/${of.slug}`)
    expect(mail?.text).not.toMatch(/Kata/)
    await task({ tenant, booking: second.id })
    expect(inside).toHaveLength(1)
    // A demonstration writes to nobody outside.
    expect(outside).toEqual([])
  })

  test('is told that her session is called off and why; taken back, that it takes place after all', async () => {
    const of = await aService({ sizes: [2] })
    await bookIn(of, { orang: '2', kontak: 'satu@contoh.invalid' }, 'en')
    await bookIn(of, { orang: '1', tunggu: 'ya', kontak: 'dua@contoh.invalid' }, 'en')
    const gone = await bookIn(of, { orang: '1', tunggu: 'ya', kontak: 'tiga@contoh.invalid' }, 'en')
    await cancel(gone.to)
    expect(await run(of)).toEqual([])
    const act = newId()
    const off = { act, id: of.slots[0], rev: 1, reason: 'Balai <b>kebanjiran</b>' }
    expect((await officer.ask(residents.callOffSlot, off)).status).toBe(200)
    const told = await run(of)
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set(['dua@contoh.invalid', 'satu@contoh.invalid']))
    expect(told).toHaveLength(2)
    expect(told[0]?.text).toContain('The reason: Balai <b>kebanjiran</b>')
    expect((await officer.ask(undo, { id: act })).status).toBe(200)
    const back = await run(of)
    const textTo = (address: string) => back.find(({ to }) => to === address)?.text
    expect(textTo('satu@contoh.invalid')).toContain('Your place still stands')
    expect(textTo('dua@contoh.invalid')).toContain('still on the waiting list')
    // Called off and taken back before anything was written: nothing to tell.
    const again = newId()
    const { rev } = (await officer.ask(residents.readService, { slug: of.slug })).body.slots[0]
    await officer.ask(residents.callOffSlot, { act: again, id: of.slots[0], rev, reason: 'Keliru' })
    await officer.ask(undo, { id: again })
    expect(await run(of)).toEqual([])
    // Whoever was told that she waits still is told when she comes up.
    const [one] = await bookings(of)
    await officer.ask(residents.cancelBooking, { id: one.id, rev: one.rev })
    expect((await run(of)).map(({ to, subject }) => [to, subject?.split(':')[0]])).toEqual([['dua@contoh.invalid', 'You have a place']]) // prettier-ignore
  })

  test('is written to again where the mail server was away, under the same name', async () => {
    const of = await aService({ sizes: [1] })
    const first = await bookIn(of)
    await bookIn(of, { tunggu: 'ya', kontak: 'ulang@contoh.invalid' })
    await cancel(first.to)
    const [, second] = await bookings(of)
    isDown = true
    await expect(task({ tenant, booking: second.id })).rejects.toThrow('no line')
    isDown = false
    const [mail] = await run(of)
    expect(mail?.messageId).toBe(`<${second.id}.${second.rev}.came_up@jembatan>`)
  })

  test('is written to inside her own region only: a foreign or broken id writes to nobody', async () => {
    const of = await aService({ sizes: [1] })
    const first = await bookIn(of)
    await bookIn(of, { tunggu: 'ya', kontak: 'hapus@contoh.invalid' })
    await cancel(first.to)
    const [, second] = await bookings(of)
    inside.length = 0
    await task({ tenant: await tenantOf(world, 'kab-bekasi'), booking: second.id })
    await task({ tenant: 'bukan', booking: second.id })
    await task({ tenant, booking: newId() })
    expect(inside).toEqual([])
  })
})

test('without an e-mail address nobody is written to, and the receipt says where to look', async () => {
  const of = await aService({ sizes: [1] })
  const first = await bookIn(of, { kontak: '0812 1111 2222' })
  expect((await world.page(first.to)).text).toContain('お知らせできるメールアドレスがありません')
  const waits = await bookIn(of, { tunggu: 'ya', kontak: '0812 1111 3333' })
  expect((await world.page(waits.to)).text).toContain('このページに表示されます')
  await cancel(first.to)
  expect(await waiting(of)).toEqual([])
  expect((await world.page(waits.to)).text).toContain('繰り上がり')
})

describe('a contact', () => {
  test.each([
    'Kata Mawar',
    'nama@',
    'a@b',
    'a@b.c, d@e.f',
    'LINE: mawar',
    '0812',
    'Nama <a@b.co>',
    '0812 3456 7890 a@b.co',
  ])(
    '%j is neither an e-mail address nor a number: refused with a clear word, and what was typed stays',
    async (kontak) => {
      const of = await aService()
      const sent = await bookIn(of, { kontak })
      expect([sent.status, sent.text.includes('メールアドレスでも電話番号でもありません')]).toEqual([422, true])
      expect(sent.text).toContain(kontak.replace('<', '&lt;').replace('>', '&gt;'))
      expect(await bookings(of)).toEqual([])
    },
  )
  test.each([
    'nama@contoh.invalid',
    'ｎａｍａ＋１@contoh.invalid',
    '+81 90-1234-5678',
    '(021) 8888-1234',
    '０８１２３４５６７８９',
  ])('%j is one', async (kontak) => {
    const of = await aService()
    expect((await bookIn(of, { kontak })).status).toBe(303)
  })
  test('of a question may be left out, and is looked at where it is there', async () => {
    const { rev } = (await officer.ask(residents.readContact, {})).body
    await officer.ask(residents.setContact, { rev, open: true, answerDays: 14, keepDays: 365 })
    const asked = async (kontak: string) =>
      await send('/en/daerah/kota-bekasi/kontak', { ...sheet(), jenis: 'question', tentang: 'other', kata: 'When?', kontak }) // prettier-ignore
    const refused = await asked('somewhere')
    expect([refused.status, refused.text.includes('neither an e-mail address nor')]).toEqual([422, true])
    expect([(await asked('')).status, (await asked('a@contoh.invalid')).status]).toEqual([303, 303])
  })
})

test('the day of erasing that was told is not put off by an undo either, nor taken away by it', async () => {
  const of = await aService()
  const texts = { id: { title: 'Sama' } }
  const days = { opensOn: later(-3), closesOn: later(20) }
  const act = newId()
  const sooner = { act, id: of.id, rev: 1, texts, householdMost: 12, ...days, purgeOn: later(40) }
  expect((await officer.ask(residents.mendService, sooner)).status).toBe(200)
  await bookIn(of)
  expect((await officer.ask(undo, { id: act })).status).toBe(409)
  const bare = (await officer.ask(residents.addService, { texts })).body
  const opening = newId()
  await officer.ask(residents.mendService, { act: opening, id: bare.id, rev: 1, texts, ...days, purgeOn: later(40) })
  const slot = await officer.ask(residents.addSlot, { id: bare.id, day: later(10), starts: '08:00', ends: '09:00', capacity: 3 }) // prettier-ignore
  await officer.ask(residents.publishService, { id: bare.id })
  expect((await bookIn({ ...bare, slots: [slot.body.id] })).status).toBe(303)
  expect((await officer.ask(undo, { id: opening })).status).toBe(409)
})

describe('who came without booking while the door had no line', () => {
  test('is merged later: the same once, since she came, never more than are free', async () => {
    const of = await aService({ sizes: [5] })
    const act = newId()
    const came = { act, id: of.slots[0], party: 3, door: 'A', cameAt: '2026-01-05T02:00:00.000Z' }
    const [one, two] = await Promise.all([officer.ask(residents.addWalkIn, came), officer.ask(residents.addWalkIn, came)]) // prettier-ignore
    expect([one.status, two.status]).toEqual([200, 200])
    expect(two.body).toEqual(one.body)
    const rows = await bookings(of)
    expect(rows).toHaveLength(1)
    expect(instantOf(rows[0].cameAt)).toBe(instantOf('2026-01-05T02:00:00Z'))
    const more = { ...came, act: newId() }
    const full = await officer.ask(residents.addWalkIn, more)
    expect([full.status, full.body.details.missing]).toEqual([409, [{ free: 2, outcome: 'full' }]])
    const changed = await officer.ask(residents.addWalkIn, { ...came, party: 2 })
    expect([changed.status, changed.body.code]).toEqual([422, 'reused'])
    // A clock that runs ahead does not put her into the future.
    const ahead = { ...came, act: newId(), party: 1, cameAt: '2999-01-01T00:00:00.000Z' }
    expect((await officer.ask(residents.addWalkIn, ahead)).status).toBe(200)
    const [, last] = await bookings(of)
    expect(instantOf(last.cameAt)).toBeLessThanOrEqual(now() + 60_000)
  })
})
