import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import * as calendar from '../src/slices/calendar/contract.ts'
import { endMember, listMembers } from '../src/slices/identity/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { newToken } from '../src/slices/links/ui/token.ts'
import * as reference from '../src/slices/reference/contract.ts'
import { aColleague } from './factories.ts'
import { eventsIn, openCalendarStage, type CalendarStage } from './calendar-stage.ts'
import type { Asker, World } from './world.ts'

let stage: CalendarStage
let world: World
let officer: Asker
let relation: string
let plan: CalendarStage['plan']

beforeAll(async () => {
  stage = await openCalendarStage()
  ;({ world, officer, relation, plan } = stage)
})
afterAll(async () => await world.close())

const makeFeed = async (asker: Asker, values: Record<string, unknown> = {}) => {
  const { token, hash } = newToken()
  const input = { act: newId(), scope: 'region', hash, party: 'Ponsel', language: 'id', ...values }
  const { status, body } = await asker.ask(calendar.makeFeed, input)
  expect(status, JSON.stringify(body)).toBe(200)
  return { path: `/kalender/${token}.ics`, id: body.id as string }
}

const eventOf = (text: string, id: string) => eventsIn(text).find(({ uid }) => uid.startsWith(id))

describe('a secret feed', () => {
  test('shows subject, time and place in the zone of the region, and the hour over there', async () => {
    const { id } = await plan({ endsAt: '10:30', about: '泉佐野市との会合, kedua; penting' })
    const { path } = await makeFeed(officer)
    const { status, text, headers } = await world.page(path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const found = eventOf(text, id)
    expect(found?.summary).toBe('泉佐野市との会合, kedua; penting')
    expect(found?.location).toBe('Balai Kota; lantai 2, ruang A')
    expect(found?.startDate.toJSDate().toISOString()).toBe('2091-08-20T02:00:00.000Z')
    expect(found?.endDate.toJSDate().toISOString()).toBe('2091-08-20T03:30:00.000Z')
    expect(found?.description).toBe('09.00–10.30 WIB = 11.00–12.30 JST')
    expect(text).toContain('TZID:Asia/Jakarta')
  })

  test('answers 304 until something changed; then the sequence went on and the uid stayed', async () => {
    const { id, rev } = await plan()
    const { path } = await makeFeed(officer, { scope: 'relation', relation })
    const before = await world.page(path)
    const etag = before.headers.get('etag') ?? ''
    expect((await world.page(path, { 'if-none-match': etag })).status).toBe(304)
    await officer.ask(agenda.mendActivity, { act: newId(), id, rev, startsAt: '13:00' })
    const after = await world.page(path, { 'if-none-match': etag })
    expect(after.status).toBe(200)
    expect(eventOf(after.text, id)?.sequence).toBe((eventOf(before.text, id)?.sequence ?? 0) + 1)
    expect(eventOf(after.text, id)?.uid).toBe(eventOf(before.text, id)?.uid)
  })

  test('a day without an hour fills the day, several days end after the last, a day not known is not there', async () => {
    const whole = await plan({ startsAt: undefined })
    const several = await plan({ startsAt: undefined, occurredOn: '2091-08-30', endedOn: '2091-09-01' })
    const vague = await plan({ startsAt: undefined, occurredOn: '2091-09' })
    const { text } = await world.page((await makeFeed(officer)).path)
    expect(eventOf(text, whole.id)?.startDate.isDate).toBe(true)
    expect(eventOf(text, whole.id)?.endDate.toString()).toBe('2091-08-21')
    expect(eventOf(text, several.id)?.endDate.toString()).toBe('2091-09-02')
    expect(eventOf(text, vague.id)).toBeUndefined()
  })

  test('what is called off stands there as cancelled, a wrong record not at all, and undo brings it back', async () => {
    const off = await plan()
    const wrong = await plan()
    const act = newId()
    await officer.ask(agenda.cancelActivity, { act, id: off.id, rev: off.rev, reason: 'Ditunda' })
    await officer.ask(agenda.voidActivity, { act: newId(), id: wrong.id, rev: wrong.rev, reason: 'Salah catat' })
    const { path } = await makeFeed(officer)
    const { text } = await world.page(path)
    expect(eventOf(text, off.id)?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(eventOf(text, wrong.id)).toBeUndefined()
    expect((await officer.ask(undoAct, { act: newId(), id: act })).status).toBe(200)
    const again = eventOf((await world.page(path)).text, off.id)
    expect(again?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(again?.sequence).toBe((eventOf(text, off.id)?.sequence ?? 0) + 1)
  })

  test('names the bodies taking part only where its maker said so', async () => {
    const { id } = await plan({ relations: undefined, who: 'Lembaga Uji', sure: ['who', 'about', 'occurredOn'] })
    const plain = await world.page((await makeFeed(officer)).path)
    expect(eventOf(plain.text, id)?.description ?? '').not.toContain('Lembaga Uji')
    const told = await world.page((await makeFeed(officer, { organisations: true })).path)
    expect(eventOf(told.text, id)?.description).toContain('Lembaga Uji')
  })

  test('"Kalender saya" holds what its maker recorded and nothing of colleagues', async () => {
    const mine = await plan()
    const colleague = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'petugas' }))
    const own = await world.page((await makeFeed(officer, { scope: 'own' })).path)
    const theirs = await world.page((await makeFeed(colleague, { scope: 'own' })).path)
    expect(eventOf(own.text, mine.id)).toBeDefined()
    expect(eventOf(theirs.text, mine.id)).toBeUndefined()
  })

  test('a head of a region has one; it is listed with its use, revoked once, and answers 410 without store', async () => {
    const head = await world.as('wali-kota')
    const { path, id } = await makeFeed(head)
    expect((await world.page(path)).status).toBe(200)
    const listed = (await officer.ask(calendar.listFeeds)).body.rows.find((row: { id: string }) => row.id === id)
    expect(listed).toMatchObject({ state: 'open', isOwn: false, scope: 'region' })
    expect(listed.readAt).not.toBeNull()
    expect(JSON.stringify(listed)).not.toContain(path.slice(10, 32))
    for (const _ of [1, 2]) expect((await head.ask(calendar.revokeFeed, { act: newId(), id })).status).toBe(200)
    const gone = await world.page(path)
    expect(gone.status).toBe(410)
    expect(gone.headers.get('cache-control')).toBe('no-store')
  })

  test('ends with the membership of its maker', async () => {
    const email = await aColleague(world, { region: 'kota-bekasi', role: 'petugas' })
    const { path } = await makeFeed(await world.as(email))
    expect((await world.page(path)).status).toBe(200)
    const admin = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'admin_daerah' }))
    const { rows } = (await admin.ask(listMembers)).body as { rows: { id: string; email: string; rev: number }[] }
    const member = rows.find((row) => row.email === email)
    const ended = await admin.ask(endMember, { act: newId(), id: member?.id, rev: member?.rev })
    expect(ended.status, JSON.stringify(ended.body)).toBe(200)
    expect((await world.page(path)).status).toBe(410)
  })

  test('a guessed address is not there; of another region nothing is seen; a scope without its relation is refused', async () => {
    expect((await world.page(`/kalender/${newToken().token}.ics`)).status).toBe(404)
    expect((await world.page('/kalender/x.ics')).status).toBe(404)
    const { id } = await plan()
    const elsewhere = await world.as('petugas-kab-bekasi')
    expect(eventOf((await world.page((await makeFeed(elsewhere)).path)).text, id)).toBeUndefined()
    const input = { act: newId(), scope: 'relation', hash: newToken().hash, party: 'x', language: 'id' }
    expect((await officer.ask(calendar.makeFeed, input)).body.details.fields).toEqual([
      { path: 'relation', fault: 'required' },
    ])
  })
})

describe('days off side by side', () => {
  const on = async (day: string, asker = officer) =>
    (await asker.ask(reference.readDay, { day, countries: 'JP,KR,XX' })).body.countries.map(
      ({ country, state, holidays }: { country: string; state: string; holidays: { names: { en: string } }[] }) =>
        [country, state, holidays[0]?.names.en].filter((part) => part !== undefined).join(' '),
    )
  test('3 May 2027 is a holiday in Japan alone', async () => {
    expect(await on('2027-05-03')).toEqual(['ID working', 'JP off Constitution Memorial Day', 'KR working'])
    expect(await on('2025-08-17')).toEqual(
      ['ID off Independence Day', 'JP weekend', 'KR weekend'].map((line, at) =>
        at === 0 ? expect.stringMatching(/^ID off/) : line,
      ),
    )
    expect(await on('2031-05-05')).toEqual(['ID unknown', 'JP unknown', 'KR unknown'])
    expect((await officer.ask(reference.readDay, { day: '2027-02-30' })).status).toBe(422)
  })
  test('the region changes what is delivered, goes back to it, and is told when somebody was faster', async () => {
    const admin = await world.as(await aColleague(world, { region: 'kota-bekasi', role: 'admin_daerah' }))
    const set = async (values: Record<string, unknown>) =>
      await admin.ask(reference.setForeignHoliday, {
        act: newId(),
        country: 'KR',
        day: '2026-07-17',
        rev: 0,
        ...values,
      })
    expect(await on('2026-07-17')).toContain('KR off Constitution Day (Korea)')
    const first = await set({ name: null })
    expect(first.status).toBe(200)
    expect(await on('2026-07-17')).toContain('KR working')
    expect((await set({ name: 'Lain' })).status).toBe(409)
    const second = await set({ name: 'Lain', rev: 1 })
    expect(second.body.rev).toBe(2)
    const { rows } = (await admin.ask(reference.listForeignHolidays, { country: 'KR', year: 2026 })).body
    expect(rows.find((row: { day: string }) => row.day === '2026-07-17')).toMatchObject({
      name: 'Lain',
      own: { rev: 2 },
    })
    await admin.ask(reference.restoreForeignHoliday, { act: newId(), id: first.body.id, rev: 2 })
    expect(await on('2026-07-17')).toContain('KR off Constitution Day (Korea)')
    expect((await set({ day: '2026-07-16', name: null })).status).toBe(422)
  })
})
