import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailer, type Mail, type Mailer } from '../src/platform/mail.ts'
import { newId } from '../src/shared/ids.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import * as calendar from '../src/slices/calendar/contract.ts'
import { sendInvitations } from '../src/slices/calendar/jobs.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { tenantOf } from './factories.ts'
import { eventsIn, openCalendarStage, type CalendarStage } from './calendar-stage.ts'
import type { Asker, World } from './world.ts'

let stage: CalendarStage
let world: World
let officer: Asker
let plan: CalendarStage['plan']

beforeAll(async () => {
  stage = await openCalendarStage()
  ;({ world, officer, plan } = stage)
})
afterAll(async () => await world.close())

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

  test('what moves while mails leave is told as it stands: no mail says another day than its sequence', async () => {
    const { id, rev } = await plan()
    await invite(id, { addresses: Array.from({ length: 6 }, (_, n) => `orang${n}@contoh.invalid`).join('\n') })
    const all: Mail[] = []
    const moving: Mailer = {
      async send(mail) {
        all.push(mail)
        if (all.length !== 2) return
        await officer.ask(agenda.mendActivity, { act: newId(), id, rev, occurredOn: '2091-08-21' })
        // The job that the move asked for begins beside this one.
        all.push(...(await run(id)))
      },
    }
    await run(id, moving)
    await run(id)
    const told = all.map(({ to, invitation }) => {
      const event = eventsIn(invitation?.content ?? '')[0]
      return { to: typeof to === 'object' ? to.address : to, sequence: event?.sequence, day: event?.startDate.toString().slice(0, 10) }
    }) // prettier-ignore
    expect(told.filter(({ sequence, day }) => (sequence === 0) !== (day === '2091-08-20'))).toEqual([])
    const last = new Map(told.map(({ to, day }) => [to, day]))
    expect([last.size, new Set(last.values())]).toEqual([6, new Set(['2091-08-21'])])
  })

  test('withdrawn while no mail leaves, then the meeting moves: the person still hears of it, once', async () => {
    const { id, rev } = await plan()
    await invite(id, { addresses: 'tamu@contoh.invalid' })
    await run(id)
    const [row] = (await officer.ask(calendar.listInvited, { activity: id })).body.rows
    await officer.ask(calendar.withdrawInvitation, { act: newId(), id: row.id, rev: row.rev })
    await expect(run(id, refuse)).rejects.toThrow('another try')
    await officer.ask(agenda.mendActivity, { act: newId(), id, rev, place: 'Aula' })
    await world.owner`update calendar.deliveries set claimed_until = null where claimed_until is not null`
    expect((await run(id)).map(({ subject }) => subject.split(':')[0])).toEqual(['No need to attend'])
    expect(await run(id)).toEqual([])
  })

  test('called off while the first invitation is leaving: the person is told', async () => {
    const { id, rev } = await plan()
    await invite(id, { addresses: 'tamu@contoh.invalid' })
    const sent: string[] = []
    const calling: Mailer = {
      async send({ invitation }) {
        sent.push(invitation?.method ?? '')
        if (sent.length > 1) return
        await officer.ask(agenda.cancelActivity, { act: newId(), id, rev, reason: 'Ditunda' })
        for (const mail of await run(id)) sent.push(mail.invitation?.method ?? '')
      },
    }
    await run(id, calling)
    await run(id)
    expect(sent).toEqual(['REQUEST', 'CANCEL'])
  })

  test('a withdrawal that was mailed is not undone; one that waits is', async () => {
    const { id } = await plan()
    await invite(id, { addresses: 'tamu@contoh.invalid' })
    await run(id)
    const withdraw = async () => {
      const act = newId()
      const [row] = (await officer.ask(calendar.listInvited, { activity: id })).body.rows
      await officer.ask(calendar.withdrawInvitation, { act, id: row.id, rev: row.rev })
      return act
    }
    const waits = await withdraw()
    expect((await officer.ask(undoAct, { act: newId(), id: waits })).status).toBe(200)
    expect(await run(id)).toEqual([])
    const told = await withdraw()
    expect(await run(id)).toHaveLength(1)
    expect((await officer.ask(undoAct, { act: newId(), id: told })).status).toBe(409)
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
