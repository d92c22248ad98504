import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readToday } from '../src/pages/today/contract.ts'
import { isRegionsWorkingDay, tellDay, tellGiven, tellReminders } from '../src/pages/today/digest.ts'
import { asSystem } from '../src/platform/act.ts'
import type { Mail } from '../src/platform/mail.ts'
import { instantOf } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { bringBack, choose, putOff, readChoice } from '../src/slices/notices/contract.ts'
import { addFollowUp, changeFollowUp } from '../src/slices/followup/contract.ts'
import { registerMail } from '../src/slices/letters/contract.ts'
import { noteGiven, queueDaily, sendNotice, sweepMails } from '../src/slices/notices/jobs.ts'
import { putOffLimit } from '../src/slices/notices/model.ts'
import { setNextStep } from '../src/slices/relations/contract.ts'
import { workNotices } from './queued.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'

let stage: RelationStage
let sent: Mail[]
let fails: boolean
/** What the clock on the wall says, as the jobs see it. */
let at: string

const mailer = {
  async send(mail: Mail) {
    if (fails) throw new Error('no line')
    sent.push(mail)
  },
}
const parts = () => ({
  ownerUrl: stage.world.ownerUrl,
  database: stage.world.database,
  mailer,
  kept: mailer,
  baseUrl: 'https://contoh.invalid',
  tell: { isWorkingDay: isRegionsWorkingDay, daily: tellDay, given: tellGiven, reminded: tellReminders },
  clock: () => instantOf(at),
})

beforeAll(async () => {
  stage = await openRelationStage()
})
afterAll(async () => await stage.world.close())
beforeEach(async () => {
  ;[sent, fails] = [[], false]
  await stage.world.owner`delete from graphile_worker._private_jobs`
})

const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

/** Runs what is queued, as the worker would; what fails stays. */
const work = async () =>
  await workNotices(stage.world, { 'notices.send': sendNotice(parts()), 'notices.given': noteGiven(parts()) })

/** The minute strikes: who is due is queued, and what is queued is done. */
async function strike(instant: string): Promise<Mail[]> {
  at = instant
  sent = []
  await queueDaily(parts())({})
  await work()
  return sent
}

const wanted = async (daily: boolean, atOnce = false, who = stage.officer) => {
  const { rev } = (await who.ask(readChoice)).body
  expect((await who.ask(choose, { rev, daily, atOnce })).status).toBe(200)
}

test('nobody is written to who did not ask; the choice is her own, and a later one wins over an older screen', async () => {
  expect((await stage.officer.ask(readChoice)).body).toMatchObject({ daily: false, atOnce: false, rev: 0 })
  expect(await strike('2026-03-02T00:30:00Z')).toEqual([])
  await wanted(true)
  const { body } = await stage.officer.ask(readChoice)
  expect(body).toMatchObject({ daily: true, atOnce: false, rev: 1 })
  expect((await stage.head.ask(readChoice)).body, 'hers alone').toMatchObject({ daily: false, rev: 0 })
  for (const rev of [0, 5]) {
    const stale = await stage.officer.ask(choose, { rev, daily: false, atOnce: true })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale'])
  }
  for (const key of ['provinsi', undefined]) {
    const who = await stage.world.as(key)
    expect((await who.ask(readChoice)).status).toBe(key === undefined ? 401 : 403)
    expect((await who.ask(choose, { rev: 0, daily: true, atOnce: false })).status).toBe(key === undefined ? 401 : 403)
  }
})

test('the summary leaves at seven of the region’s zone on a working day, once, whoever strikes the minute', async () => {
  const id = await stage.begin({ kind: 'foreign_local_government', beganOn: '2026-02-20' })
  await done('2026-03-01', setNextStep, { id, what: 'Menemui Pak Rahasia', dueOn: '2026-03-02' })
  expect(await strike('2026-03-01T00:30:00Z'), 'a Sunday').toEqual([])
  expect(await strike('2026-03-01T23:59:00Z'), '06.59 WIB').toEqual([])
  const [mail, ...more] = await strike('2026-03-02T00:00:00Z')
  expect(more).toEqual([])
  expect(mail?.to).toBe((await stage.officer.ask(readChoice)).body.email)
  expect(mail?.subject).toMatch(/^Hari ini, Senin, 2 Maret 2026: \d+ hal menunggu Anda$/)
  expect(mail?.text).toContain('https://contoh.invalid/kerja/kerja-sama/')
  expect(mail?.text).toContain('https://contoh.invalid/kerja/pengaturan/pemberitahuan')
  expect(mail?.text, 'nothing that somebody typed').not.toContain('Rahasia')
  for (const part of mail?.text.split('\n\n') ?? []) expect(part.match(/^- /gm)?.length ?? 0).toBeLessThanOrEqual(7)
  expect(await strike('2026-03-02T00:01:00Z'), 'once a day').toEqual([])
  at = '2026-03-03T00:00:00Z'
  await Promise.all([1, 2, 3, 4].map(() => queueDaily(parts())({})))
  await work()
  expect(sent, 'four at once make one').toHaveLength(1)
  expect(await strike('2026-03-04T10:00:00Z'), '17.00: no morning any more').toEqual([])
  expect(await strike('2026-03-19T00:00:00Z'), 'a day off: Nyepi').toEqual([])
})

test('a mail that cannot be sent is tried again, and is the same mail', async () => {
  fails = true
  expect(await strike('2026-03-05T00:00:00Z')).toEqual([])
  fails = false
  await work()
  await work()
  expect(sent).toHaveLength(1)
  const [row] = await stage.world.owner<
    { id: string }[]
  >`select id from notices.mails where key = '2026-03-05' and sent_at is not null`
  expect(sent[0]?.messageId).toBe(`<${row?.id}@jembatan>`)
})

test('zones: at seven in Jayapura it is five in Bekasi', async () => {
  await stage.world.owner`alter table reference.regions disable trigger user`
  await stage.world.owner`update reference.regions set zone = 'WIT' where tenant = ${stage.tenant}`
  expect(await strike('2026-03-05T21:59:00Z')).toEqual([])
  expect(await strike('2026-03-05T22:00:00Z')).toHaveLength(1)
  await stage.world.owner`update reference.regions set zone = 'WIB' where tenant = ${stage.tenant}`
  await stage.world.owner`alter table reference.regions enable trigger user`
})

test('nothing waits: no mail', async () => {
  await wanted(true, false, await stage.world.as('wali-kota'))
  await wanted(false)
  expect(await strike('2026-03-06T00:00:00Z')).toEqual([])
  await wanted(true)
})

test('the address in a mail stops them: looking stops nothing, a tap does; another one is not there', async () => {
  const [mail] = await strike('2026-03-09T00:00:00Z')
  const stop = mail?.headers?.['List-Unsubscribe']?.slice(1, -1) ?? ''
  expect(mail?.text).toContain(stop)
  const path = new URL(stop).pathname
  const page = await stage.world.page(path)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect((await stage.officer.ask(readChoice)).body.daily).toBe(true)
  const act = /name="lembar" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const post = async (to: string, origin = 'same-origin') =>
    await stage.world.app.request(to, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': origin },
      body: new URLSearchParams({ lembar: act }).toString(),
    })
  expect((await post(path, 'cross-site')).status).toBe(403)
  for (const time of ['once', 'twice']) expect((await post(path)).status, time).toBe(303)
  expect((await stage.officer.ask(readChoice)).body).toMatchObject({ daily: false, atOnce: false })
  expect((await stage.world.page(`${path}?selesai=1`)).text).toContain('Pemberitahuan dihentikan')
  expect((await stage.world.page(path.slice(0, -1) + (path.endsWith('0') ? '1' : '0'))).status).toBe(404)
  expect((await post('/id/pemberitahuan/berhenti/x')).status).toBe(404)
  await wanted(true)
})

test('what is given to her is told at once, unless she gave it to herself; mails are forgotten after 90 days', async () => {
  await wanted(false, true)
  const [me] = await stage.world.owner<{ id: string; account: string }[]>`
    select m.id, m.account from identity.memberships m join identity.accounts a on a.id = m.account
    where m.tenant = ${stage.tenant} and m.role = 'petugas' and m.ended_at is null`
  const id = await stage.begin({ kind: 'foreign_local_government', beganOn: '2026-02-20' })
  const give = async () =>
    await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.give' }, async ({ tx }) => {
      const row = { id: newId(), subject: id, what: 'Menemui Bu Rahasia', from_on: '2026-03-02', due_on: '2026-03-20' }
      await tx
        .insertInto('followup.follow_ups')
        .values({ ...row, member: me?.id ?? '' })
        .execute()
    })
  at = '2026-03-10T03:00:00Z'
  await give()
  await work()
  await work()
  expect(sent).toHaveLength(1)
  expect(sent[0]?.text).toMatch(/diserahkan kepada Anda, sampai 20 Maret 2026/)
  expect(sent[0]?.text).not.toContain('Rahasia')
  await wanted(false, false)
  await give()
  await work()
  expect(sent).toHaveLength(1)
  await stage.world.owner`update notices.mails set made_at = made_at - interval '91 days'`
  await sweepMails(parts())({})
  expect((await stage.world.owner`select from notices.mails`).length).toBe(0)
})

test('a line put off is there again on its day, hers alone, and can be brought back', async () => {
  const on = '2026-04-01'
  const id = await stage.begin({ kind: 'foreign_local_government', beganOn: '2024-02-20' })
  const line = `silent:${id}`
  const keys = async (day = on, who = stage.officer) =>
    (await done(day, readToday, { all: true }, who)).lines.map(({ key }: { key: string }) => key)
  const before = await done(on, readToday)
  expect(await keys()).toContain(line)
  await done(on, putOff, { line, untilOn: '2026-04-06' })
  expect(await keys()).not.toContain(line)
  expect(await keys('2026-04-05')).not.toContain(line)
  expect(await keys('2026-04-06')).toContain(line)
  expect(await keys(on, stage.head), 'hers alone').toContain(line)
  const after = await done(on, readToday)
  expect([after.total, after.lines.length]).toEqual([before.total - 1, Math.min(7, before.total - 1)])
  expect(after.putOff).toEqual([{ line, untilOn: '2026-04-06' }])
  expect((await done(on, readToday, { later: true })).lines.map(({ key }: any) => key)).toEqual([line])
  const moved = newId()
  await done(on, putOff, { act: moved, line, untilOn: '2026-05-01' })
  expect(await keys('2026-04-06')).not.toContain(line)
  await done(on, undoAct, { id: moved })
  expect(await keys('2026-04-06')).toContain(line)
  await done(on, bringBack, { line })
  expect(await keys()).toContain(line)
  await done(on, bringBack, { line })

  for (const [untilOn, fault] of [
    [on, 'wrong_order'],
    ['2027-04-03', 'wrong'],
    ['2026-02-30', 'not_a_date'],
  ]) {
    const refused = await stage.on(on, putOff, { line, untilOn })
    expect([refused.status, refused.body.details.fields[0].fault], untilOn).toEqual([422, fault])
  }
  expect((await stage.on(on, putOff, { line: '<script>', untilOn: '2026-04-06' })).status).toBe(422)
  expect((await stage.on(on, bringBack, { line: 'x'.repeat(300) })).status).toBe(422)
})

test('at most 200 lines are put off at a time, eight at once', async () => {
  const on = '2026-04-02'
  const who = stage.head
  const lines = Array.from({ length: putOffLimit + 4 }, () => `visit:${newId()}`)
  const statuses: number[] = []
  const put = async (line: string) =>
    void statuses.push((await stage.on(on, putOff, { line, untilOn: '2026-04-06' }, who)).status)
  const next = lines.values()
  const one = async () => {
    for (const line of next) await put(line)
  }
  await Promise.all(Array.from({ length: 8 }, one))
  expect(statuses.filter((status) => status === 200)).toHaveLength(putOffLimit)
  expect(statuses.filter((status) => status === 422)).toHaveLength(4)
  expect((await stage.on('2026-04-07', putOff, { line: lines.at(-1), untilOn: '2026-04-09' }, who)).status).toBe(200)
})

test('a summary that could not leave on its day is not sent on another, nor in its evening', async () => {
  await wanted(true, false)
  const dayOf = (mail: Mail) => /Hari ini, (.+?):/.exec(mail.subject)?.[1]
  fails = true
  expect(await strike('2026-06-02T00:00:00Z')).toEqual([])
  fails = false
  expect((await strike('2026-06-03T00:05:00Z')).map(dayOf)).toEqual(['Rabu, 3 Juni 2026'])
  await work()
  expect(sent, 'done with, not tried again').toHaveLength(1)
  fails = true
  expect(await strike('2026-06-04T00:00:00Z')).toEqual([])
  fails = false
  at = '2026-06-04T10:00:00Z'
  await work()
  expect(sent).toEqual([])
})

test('what is given of a letter is told as one; the same person is not told again when only its day moves', async () => {
  await wanted(false, true)
  at = '2026-06-08T03:00:00Z'
  const members = await stage.world.owner<{ id: string; role: string }[]>`
    select id, role from identity.memberships where tenant = ${stage.tenant} and ended_at is null`
  const [me, other] = ['petugas', 'kepala_bagian'].map((role) => members.find((each) => each.role === role)?.id ?? '')
  const entered = { direction: 'in', kind: 'lain', correspondent: 'Kantor penguji', passedOn: '2026-06-01', channel: 'post', subject: 'Perihal Rahasia' } // prettier-ignore
  const { id: subject } = await done('2026-06-08', registerMail, entered)
  const given = await done('2026-06-08', addFollowUp, { subject, what: 'Menjawab', member: me, dueOn: '2026-06-15' }, stage.head) // prettier-ignore
  const told = async () => {
    await work()
    await work()
  }
  await told()
  expect(sent.map(({ text }) => text.match(/^- .*$/m)?.[0])).toEqual(['- Surat masuk: diserahkan kepada Anda, sampai 15 Juni 2026'].map((line) => expect.stringContaining(line))) // prettier-ignore
  expect(sent[0]?.text).not.toContain('Rahasia')
  const change = async ({ id, rev }: { id: string; rev: number }, to: Record<string, unknown>) => {
    const next = await done('2026-06-08', changeFollowUp, { id, rev, ...to }, stage.head)
    await told()
    return next
  }
  const moved = await change(given, { dueOn: '2026-06-22' })
  expect(sent).toHaveLength(1)
  const handed = await change(moved, { member: other })
  expect(sent).toHaveLength(1)
  await change(handed, { member: me })
  expect(sent, 'hers again').toHaveLength(2)
})

test('what waits after more lines that were put off than one kind shows is there', async () => {
  const on = '2026-06-09'
  for (let n = 0; n < 75; n += 1) await stage.begin({ kind: 'foreign_local_government', beganOn: '2024-02-20' })
  const silent = async (asked: Record<string, unknown>) =>
    (await done(on, readToday, asked)).lines.filter(({ kind }: { kind: string }) => kind === 'silent')
  const before = await done(on, readToday, { all: true })
  const put = async (lines: { key: string }[]) => {
    for (const { key: line } of lines) await done(on, putOff, { line, untilOn: '2026-06-30' })
    return lines.length
  }
  const first = await put(await silent({ all: true }))
  expect(first).toBe(50)
  const second = await put((await silent({ all: true })).slice(0, 12))
  expect((await silent({})).length).toBeGreaterThan(0)
  const { total, lines } = await done(on, readToday, { all: true })
  expect(total).toBe(before.total - first - second)
  expect(lines.filter(({ kind }: { kind: string }) => kind === 'silent').length).toBeGreaterThanOrEqual(13)
  expect((await silent({ later: true })).length).toBe(first + second)
})
