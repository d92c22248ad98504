import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailer, type Mail, type Mailer } from '../src/platform/mail.ts'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import * as calendar from '../src/slices/calendar/contract.ts'
import { sendInvitations } from '../src/slices/calendar/jobs.ts'
import { endMember, listMembers } from '../src/slices/identity/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { newToken } from '../src/slices/links/ui/token.ts'
import * as reference from '../src/slices/reference/contract.ts'
import { aColleague, tenantOf } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker
let relation: string

beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
  const [row] = await world.owner<
    { id: string }[]
  >`select id from relations.relations where slug like '%izumisano%' limit 1`
  relation = row?.id ?? ''
})
afterAll(async () => await world.close())

const plan = async (values: Record<string, unknown> = {}) => {
  const { body, status } = await officer.ask(agenda.recordActivity, {
    act: newId(),
    relations: [relation],
    occurredOn: '2091-08-20',
    startsAt: '09:00',
    place: 'Balai Kota; lantai 2, ruang A',
    about: `Rapat ${newId()}`,
    sure: ['about', 'occurredOn'],
    ...values,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as { id: string; slug: string; rev: number }
}

const makeFeed = async (asker: Asker, values: Record<string, unknown> = {}) => {
  const { token, hash } = newToken()
  const input = { act: newId(), scope: 'region', hash, party: 'Ponsel', language: 'id', ...values }
  const { status, body } = await asker.ask(calendar.makeFeed, input)
  expect(status, JSON.stringify(body)).toBe(200)
  return { path: `/kalender/${token}.ics`, id: body.id as string }
}

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
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

describe('invitations by mail', () => {
  let sent: Mail[] = []
  const collect: Mailer = { send: async (mail) => await Promise.resolve(void sent.push(mail)) }
  const refuse: Mailer = { send: async () => await Promise.reject(new Error('no server')) }
  const run = async (activity: string, mailer = collect) => {
    sent = []
    const tenant = await tenantOf(world, 'kota-bekasi')
    await sendInvitations({ database: world.database, mailer, kept: mailer, from: 'Kantor <kantor@contoh.invalid>' })({
      tenant,
      activity,
    })
    return sent
  }
  const invite = async (activity: string, values: Record<string, unknown>) =>
    await officer.ask(calendar.invite, { act: newId(), activity, language: 'en', ...values })

  test('each gets one mail in its language, with the meeting for a calendar; the move is told once, the end too', async () => {
    const { id, rev } = await plan()
    const members = (await officer.ask(calendar.listInvited, { activity: id })).body.people.slice(0, 1)
    const answer = await invite(id, {
      members: members.map((one: { id: string }) => one.id),
      addresses: 'Tamu Uji <Tamu@Contoh.invalid>\n\nlain@contoh.invalid,\ntamu@contoh.invalid',
    })
    expect(answer.body).toEqual({ invited: 3, already: 0 })
    const first = await run(id)
    expect(first).toHaveLength(3)
    const guest = first.find(({ to }) => typeof to === 'object' && to.address === 'tamu@contoh.invalid')
    expect(guest?.subject).toMatch(/^Invitation: /)
    expect(guest?.to).toEqual({ address: 'tamu@contoh.invalid', name: 'Tamu Uji' })
    expect(first.some(({ subject }) => subject.startsWith('Undangan: '))).toBe(true)
    const told = eventsIn(guest?.invitation?.content ?? '')[0]
    expect(guest?.invitation?.method).toBe('REQUEST')
    expect([told?.sequence, told?.attendees.length]).toEqual([0, 1])
    expect(told?.organizer).toBe('mailto:kantor@contoh.invalid')
    expect(await run(id)).toEqual([])
    expect((await invite(id, { addresses: 'lain@contoh.invalid' })).body).toEqual({ invited: 0, already: 1 })
    expect(await run(id)).toEqual([])

    await officer.ask(agenda.mendActivity, { act: newId(), id, rev, occurredOn: '2091-08-21' })
    const moved = await run(id)
    expect(moved.map(({ subject }) => subject.split(':')[0] ?? '').toSorted()).toEqual([
      'Changed',
      'Changed',
      'Perubahan',
    ])
    expect(eventsIn(moved[0]?.invitation?.content ?? '')[0]?.sequence).toBe(1)
    expect(await run(id)).toEqual([])

    await officer.ask(agenda.cancelActivity, { act: newId(), id, rev: rev + 1, reason: 'Ditunda' })
    const off = await run(id)
    expect(off.map(({ invitation }) => invitation?.method)).toEqual(['CANCEL', 'CANCEL', 'CANCEL'])
    expect(off[0]?.invitation?.content).toContain('STATUS:CANCELLED')
    expect(eventsIn(off[0]?.invitation?.content ?? '')[0]?.sequence).toBe(2)
    expect(await run(id)).toEqual([])
    expect((await invite(id, { addresses: 'baru@contoh.invalid' })).status).toBe(409)
  })

  test('the form does not wait: what changes puts a job into the queue, one at a time', async () => {
    const { id, rev } = await plan()
    const jobs = async () =>
      await world.owner`select 1 from graphile_worker.jobs where key = ${`calendar.send ${id}`}`.catch(() => [])
    await officer.ask(agenda.mendActivity, { act: newId(), id, rev, place: 'Aula' })
    expect(await jobs()).toHaveLength(0)
    await invite(id, { addresses: 'a@contoh.invalid' })
    await officer.ask(agenda.mendActivity, { act: newId(), id, rev: rev + 1, place: 'Pendopo' })
    expect(await jobs()).toHaveLength(1)
    await officer.ask(agenda.mendActivity, { act: newId(), id, rev: rev + 2, note: 'Catatan' })
    expect((await run(id)).map(({ subject }) => subject.split(':')[0])).toEqual(['Invitation'])
  })

  test('two senders at once send each mail once; what failed is sent by a later one', async () => {
    const { id } = await plan()
    const addresses = Array.from({ length: 20 }, (_, n) => `orang${n}@contoh.invalid`).join('\n')
    await invite(id, { addresses })
    await expect(run(id, refuse)).rejects.toThrow('another try')
    await world.owner`update calendar.deliveries set claimed_until = null where claimed_until is not null`
    const all: Mail[] = []
    const slow: Mailer = {
      async send(mail) {
        await new Promise((done) => setTimeout(done, 2))
        all.push(mail)
      },
    }
    await Promise.allSettled([run(id, slow), run(id, slow)])
    expect(all.map(({ to }) => (typeof to === 'object' ? to.address : to)).sort()).toEqual(addresses.split('\n').sort())
    expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(20)
  })

  test('withdrawn: told once; invited anew: asked again', async () => {
    const { id } = await plan()
    await invite(id, { addresses: 'tamu@contoh.invalid' })
    await run(id)
    const [row] = (await officer.ask(calendar.listInvited, { activity: id })).body.rows
    expect(row.waiting).toBe(false)
    const stale = await officer.ask(calendar.withdrawInvitation, { act: newId(), id: row.id, rev: row.rev + 1 })
    expect(stale.status).toBe(409)
    await officer.ask(calendar.withdrawInvitation, { act: newId(), id: row.id, rev: row.rev })
    expect((await run(id)).map(({ subject }) => subject.split(':')[0])).toEqual(['No need to attend'])
    expect((await invite(id, { addresses: 'tamu@contoh.invalid' })).body.invited).toBe(1)
    expect((await run(id)).map(({ subject }) => subject.split(':')[0])).toEqual(['Invitation'])
  })

  test('refused: no address, a line that is none, more than 200, a past meeting, a day not known, nobody', async () => {
    const { id } = await plan()
    const fields = async (values: Record<string, unknown>) => (await invite(id, values)).body.details.fields
    expect(await fields({ addresses: 'a@contoh.invalid\nbukan alamat\n<x@y>' })).toEqual([
      { path: 'addresses.2', fault: 'not_an_email' },
      { path: 'addresses.3', fault: 'not_an_email' },
    ])
    expect(await fields({})).toEqual([{ path: 'addresses', fault: 'required' }])
    expect(await fields({ members: [newId()] })).toEqual([{ path: 'members', fault: 'not_listed' }])
    const many = Array.from({ length: 201 }, (_, n) => `x${n}@contoh.invalid`).join('\n')
    expect(await fields({ addresses: many })).toEqual([{ path: 'addresses', fault: 'too_long' }])
    expect((await officer.ask(calendar.listInvited, { activity: id })).body.rows).toEqual([])
    const past = await plan({ occurredOn: '2025-01-15' })
    const vague = await plan({ occurredOn: '2091-09', startsAt: undefined })
    for (const one of [past, vague]) expect((await invite(one.id, { addresses: 'a@contoh.invalid' })).status).toBe(409)
  })

  test('an invitation that was mailed is not undone', async () => {
    const { id } = await plan()
    const act = newId()
    await officer.ask(calendar.invite, { act, activity: id, language: 'id', addresses: 'a@contoh.invalid' })
    await run(id)
    expect((await officer.ask(undoAct, { act: newId(), id: act })).status).toBe(409)
  })

  test('neither name nor subject breaks out of its header; what leaves can be read as mail', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jembatan-mail-'))
    const mailer = openMailer({ url: undefined, from: 'Kantor <kantor@contoh.invalid>', folder })
    await mailer.send({
      to: { address: 'tamu@contoh.invalid', name: 'Tamu"\r\nBcc: jahat@contoh.invalid\r\n<x@y.invalid>' },
      subject: 'Rapat\r\nBcc: jahat@contoh.invalid\r\n\r\n泉佐野市',
      text: 'Isi',
      invitation: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', name: 'undangan.ics' },
      attachments: [{ name: '泉佐野 "a"\r\nX-Y: z.txt', type: 'text/plain', content: 'x' }],
    })
    const raw = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')
    rmSync(folder, { recursive: true })
    expect(raw.split(/\r?\n\r?\n/)[0]).not.toMatch(/^bcc:/im)
    expect(raw).not.toMatch(/^X-Y:/m)
    expect(raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/)
    const read = await PostalMime.parse(raw)
    expect(read.to).toHaveLength(1)
    expect(read.to?.[0]?.address).toBe('tamu@contoh.invalid')
    expect(read.subject).toContain('泉佐野市')
    expect(read.bcc ?? []).toEqual([])
    const typed = await invite((await plan()).id, {
      addresses: 'Tamu\u0007 <a@contoh.invalid>\r\nb@contoh.invalid\u2028c@x.invalid',
    })
    expect(typed.status).toBe(422)
  })

  test('the meeting as a file of its own', async () => {
    const { id } = await plan()
    const { status, headers } = await officer.ask(calendar.readInvitationFile, { activity: id })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
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
