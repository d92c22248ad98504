import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isRegionsWorkingDay, tellDay, tellGiven, tellReminders } from '../src/pages/today/digest.ts'
import { asSystem } from '../src/platform/act.ts'
import type { Mail } from '../src/platform/mail.ts'
import { instantOf } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import { addFollowUp, answerFollowUp, changeFollowUp, endFollowUp } from '../src/slices/followup/contract.ts'
import { listColleagues } from '../src/slices/identity/contract.ts'
import { choose, putOff, readChoice } from '../src/slices/notices/contract.ts'
import { sendNotice } from '../src/slices/notices/jobs.ts'
import { queueReminders, remindUnit } from '../src/slices/notices/reminding.ts'
import { addUnit, listUnits, mendUnit } from '../src/slices/reference/contract.ts'
import { workNotices } from './queued.ts'
import { openRelationStage, type RelationStage } from './relation-stage.ts'
import type { Asker } from './world.ts'

let stage: RelationStage
let admin: Asker
let sent: Mail[]
let fails: boolean
/** What the clock on the wall says, as the jobs see it. */
let at: string
/** The officer's membership, and a relation to record into. */
let me: string
let relation: string

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
  admin = await stage.world.as('admin')
  relation = await stage.begin({ kind: 'foreign_local_government', beganOn: '2026-02-20' })
  const { rows } = (await stage.officer.ask(listColleagues)).body
  me = rows.find(({ mine }: { mine: boolean }) => mine).id
})
afterAll(async () => await stage.world.close())
beforeEach(async () => {
  ;[sent, fails] = [[], false]
  await stage.world.owner`delete from graphile_worker._private_jobs`
  await asSystem(stage.world.database, { tenant: stage.tenant, verb: 'test.clear' }, async ({ tx }) => {
    await tx.updateTable('followup.follow_ups').set({ ended_on: '2026-02-01', outcome: 'dropped', from_on: '2026-02-01' }).where('ended_on', 'is', null).execute() // prettier-ignore
  })
})

const today = '2026-03-02'
const done = async (...asked: Parameters<RelationStage['on']>) => {
  const answer = await stage.on(...asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}
const give = async (step: Record<string, unknown>) =>
  (await done(today, addFollowUp, { subject: relation, what: 'Menemui Pak Rahasia', ...step })) as {
    id: string
    rev: number
  }

const work = async () =>
  await workNotices(stage.world, { 'notices.send': sendNotice(parts()), 'notices.remindUnit': remindUnit(parts()) })

/** The hour strikes on a day at eight in Bekasi. */
async function strike(day: string, time = '01:00'): Promise<Mail[]> {
  at = `${day}T${time}:00Z`
  sent = []
  await queueReminders(parts())({})
  await work()
  return sent
}

const wanted = async (reminders: boolean) => {
  const { rev, daily, atOnce } = (await stage.officer.ask(readChoice)).body
  expect((await stage.officer.ask(choose, { rev, daily, atOnce, reminders })).status).toBe(200)
}

test('who did not ask is not reminded; the choice is kept beside the others, and an older screen leaves it', async () => {
  await give({ member: me, dueOn: '2026-03-09' })
  expect(await strike('2026-03-02')).toEqual([])
  await wanted(true)
  const { rev } = (await stage.officer.ask(readChoice)).body
  await stage.officer.ask(choose, { rev, daily: false, atOnce: false })
  expect((await stage.officer.ask(readChoice)).body).toMatchObject({ reminders: true, daily: false })
  const stale = await stage.officer.ask(choose, { rev, daily: false, atOnce: false, reminders: false })
  expect([stale.status, stale.body.code]).toEqual([409, 'stale'])
})

test('a week before, on the day, and once a week after: each stage once, whoever strikes, calmly and without what was typed', async () => {
  await give({ member: me, dueOn: '2026-03-10' })
  const told: Record<string, string> = {}
  for (let day = 2; day <= 31; day += 1) {
    const on = `2026-03-${String(day).padStart(2, '0')}`
    const mails = [...(await strike(on)), ...(await strike(on, '04:00'))]
    expect(mails.length, on).toBeLessThanOrEqual(1)
    if (mails[0] !== undefined) told[on] = mails[0].text
  }
  // 24 March is the third week after 10 March's second; 17 and 24 March are Tuesdays, days of joint leave move to the next.
  expect(Object.keys(told).slice(0, 3)).toEqual(['2026-03-03', '2026-03-10', '2026-03-17'])
  expect(Object.values(told)[0]).toContain('jatuh waktu 10 Maret 2026')
  expect(Object.values(told)[1]).toContain('jatuh waktu hari ini')
  expect(Object.values(told)[2]).toContain('ditunggu sejak 10 Maret 2026; bila sudah, cukup dijawab')
  for (const text of Object.values(told)) {
    expect(text).not.toMatch(/Rahasia|terlambat|lewat batas/i)
    expect(text).toContain('/pemberitahuan/berhenti/')
  }
})

test('a stage that fell on a weekend is told on the Monday; several are one mail, four strikes at once too', async () => {
  await give({ member: me, dueOn: '2026-03-07' })
  await give({ member: me, dueOn: '2026-03-08' })
  expect(await strike('2026-03-07')).toEqual([])
  at = '2026-03-09T01:00:00Z'
  await Promise.all([1, 2, 3, 4].map(async () => await queueReminders(parts())({})))
  await work()
  expect(sent).toHaveLength(1)
  expect(sent[0]?.subject).toBe('2 tindak lanjut diingatkan')
  expect(await strike('2026-03-10')).toEqual([])
})

test('put off, answered as done, ended, moved or given away it is not called to mind; a mail that failed is the same mail later', async () => {
  const [off, answered, ended, moved, stays] = [
    await give({ member: me, dueOn: '2026-03-11' }),
    await give({ member: me, dueOn: '2026-03-11' }),
    await give({ member: me, dueOn: '2026-03-11' }),
    await give({ member: me, dueOn: '2026-03-11' }),
    await give({ member: me, dueOn: '2026-03-11' }),
  ]
  await done(today, putOff, { line: `next_step:${off?.id}`, untilOn: '2026-03-20' })
  await done(today, answerFollowUp, { id: answered?.id, said: 'done' })
  await done(today, endFollowUp, { id: ended?.id, rev: 1, outcome: 'done' })
  fails = true
  expect(await strike('2026-03-11')).toEqual([])
  await done(today, changeFollowUp, { id: moved?.id, rev: 1, dueOn: '2026-05-05' })
  fails = false
  await work()
  expect(sent.map(({ subject }) => subject)).toEqual(['1 tindak lanjut diingatkan'])
  const again = await strike('2026-03-11')
  expect(again, `only ${stays?.id}`).toEqual([])
  expect((await strike('2026-03-24')).length, 'there again after its day').toBeLessThanOrEqual(1)
})

test('an agency without account is written to at its address, and only where one is on record', async () => {
  const name = `Dinas ${newId()}`
  const { id } = (await admin.ask(addUnit, { name, kind: 'opd' })).body
  const task = await give({ unit: id, dueOn: '2026-03-12' })
  expect(await strike('2026-03-12')).toEqual([])
  const bad = await admin.ask(mendUnit, { id, rev: 1, mail: 'a@contoh.invalid, b@contoh.invalid' })
  expect([bad.status, bad.body.details.fields]).toEqual([422, [{ path: 'mail', fault: 'not_an_email' }]])
  expect((await admin.ask(mendUnit, { id, rev: 1, mail: 'Dinas@Contoh.invalid' })).status).toBe(200)
  expect((await stage.officer.ask(mendUnit, { id, rev: 2, mail: null })).status).toBe(403)
  const seen = async (who: Asker) =>
    (await who.ask(listUnits)).body.rows.find((row: { id: string }) => row.id === id).mail
  expect([await seen(admin), await seen(stage.officer)]).toEqual(['dinas@contoh.invalid', undefined])
  const [mail, ...more] = await strike('2026-03-13')
  expect(more).toEqual([])
  expect(mail?.to).toBe('dinas@contoh.invalid')
  expect(mail?.text).toContain('ditunggu sejak 12 Maret 2026')
  expect(mail?.text).not.toMatch(/Rahasia|\/kerja\/|berhenti/)
  expect(await strike('2026-03-13', '05:00')).toEqual([])
  await done(today, changeFollowUp, { id: task.id, rev: 1, member: me, unit: null })
  expect(
    (await strike('2026-03-19')).map(({ to }) => to),
    'it is hers now',
  ).not.toContain('dinas@contoh.invalid')
})

test('who has more than one mail holds is told of the rest on the next days, each once', async () => {
  for (let n = 0; n < 60; n += 1) await give({ member: me, dueOn: '2026-04-14' })
  const subjects = []
  for (const day of ['2026-04-14', '2026-04-15', '2026-04-16']) {
    subjects.push((await strike(day)).map(({ subject }) => subject))
    expect(await strike(day, '04:00')).toEqual([])
  }
  expect(subjects).toEqual([['50 tindak lanjut diingatkan'], ['10 tindak lanjut diingatkan'], []])
}, 60_000)
