import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../src/app.ts'
import { readConfig } from '../src/platform/config.ts'
import { openLog } from '../src/platform/log.ts'
import { openMailer } from '../src/platform/mail.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import * as calendar from '../src/slices/calendar/contract.ts'
import { sendInvitations } from '../src/slices/calendar/jobs.ts'
import { asSystem } from '../src/platform/act.ts'
import { keepMade } from '../src/slices/files/commands.ts'
import { aPng } from './documents.ts'
import { tenantOf } from './factories.ts'
import { openCalendarStage, type CalendarStage } from './calendar-stage.ts'
import { noAssets, type Asker, type World } from './world.ts'

let stage: CalendarStage
let world: World
let officer: Asker
let tenant: string
let folder: string

beforeAll(async () => {
  stage = await openCalendarStage()
  ;({ world, officer } = stage)
  tenant = await tenantOf(world, 'kota-bekasi')
  folder = mkdtempSync(join(tmpdir(), 'jembatan-mail-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

test('an invitation leaves, moves and is called off; each mail stands on the page of kept mails with its calendar', async () => {
  const kept = openMailer({ url: undefined, from: 'kantor@contoh.invalid', folder })
  const app = openApp({ config: readConfig({ LOG_LEVEL: 'silent' }), database: world.database, store: world.store, assets: noAssets, log: openLog('silent'), caught: folder }) // prettier-ignore
  const send = sendInvitations({ database: world.database, mailer: kept, kept, from: 'kantor@contoh.invalid' })
  const { id, rev } = await stage.plan({ relations: [], who: 'Tamu uji' })
  const asked = await officer.ask(calendar.invite, { activity: id, language: 'ja', addresses: 'tamu@contoh.invalid' })
  expect([asked.status, asked.body]).toEqual([200, { invited: 1, already: 0 }])
  await send({ tenant, activity: id })
  const moved = await officer.ask(agenda.mendActivity, { id, rev, occurredOn: '2091-08-21' })
  expect(moved.status).toBe(200)
  await send({ tenant, activity: id })
  const off = await officer.ask(agenda.cancelActivity, { id, rev: rev + 1, reason: 'Ditunda' })
  expect(off.status, JSON.stringify(off.body)).toBe(200)
  await send({ tenant, activity: id })
  await send({ tenant, activity: id })

  const here = async (path: string, headers = {}) =>
    await app.request(path, { headers: { host: 'localhost', ...headers } }, { incoming: { socket: { remoteAddress: '127.0.0.1' } } }) // prettier-ignore
  const page = await (await here('/id/surel')).text()
  const files = [...page.matchAll(/href="(\/surel\/[0-9a-f-]{36}\/\d+)"/g)].flatMap(([, path]) => path ?? [])
  const calendars = []
  for (const path of new Set(files)) {
    const answer = await here(path)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    if (text.startsWith('BEGIN:VCALENDAR')) calendars.push(new ICAL.Component(ICAL.parse(text) as never))
  }
  const told = calendars.map((one) => {
    const event = new ICAL.Event(one.getFirstSubcomponent('vevent') as never)
    return [one.getFirstPropertyValue('method'), event.sequence, event.startDate.toString().slice(0, 10)]
  })
  // The newest mail stands first.
  expect(told.filter((one, at) => told.findIndex((other) => other.join() === one.join()) === at)).toEqual([
    ['CANCEL', 2, '2091-08-21'],
    ['REQUEST', 1, '2091-08-21'],
    ['REQUEST', 0, '2091-08-20'],
  ])
  expect(page.match(/tamu@contoh\.invalid/g)?.length).toBe(3)
  expect((await here('/id/surel', { 'x-forwarded-for': '203.0.113.9' })).status, 'from outside').toBe(404)
})

test('several photographs at once stand once each in a row; the same words twice are two; the fifty-first is refused', async () => {
  const { id, slug } = await stage.plan({ relations: [], who: 'Tamu uji' })
  const pictures = await asSystem(world.database, { tenant, verb: 'test.keep' }, async (call) => {
    const found: string[] = []
    for (let n = 0; n < 8; n += 1) {
      const content = new Uint8Array(Buffer.concat([aPng(), Buffer.from([n])]))
      found.push((await keepMade({ ...call, store: world.store }, { tenant, kind: 'png', name: `foto ${n}.png`, content })).id) // prettier-ignore
    }
    return found
  })
  const add = async (file: string, caption = 'Penyambutan') => await officer.ask(agenda.addPhoto, { id, file, caption })
  const answers = await Promise.all(pictures.map(async (file) => await add(file)))
  expect(answers.map(({ status }) => status)).toEqual(pictures.map(() => 200))
  const photos = async () => (await officer.ask(agenda.readActivity, { slug })).body.photos as { file: string }[]
  expect((await photos()).map(({ file }) => file).toSorted()).toEqual(pictures.toSorted())
  for (let n = 8; n < 50; n += 1) expect((await add(pictures[n % 8] ?? '')).status).toBe(200)
  expect((await add(pictures[0] ?? '')).status).toBe(413)
  expect(await photos()).toHaveLength(50)
  expect((await (await world.as('petugas-kab-bekasi')).ask(agenda.addPhoto, { id, file: pictures[0], caption: 'x' })).status).toBe(404) // prettier-ignore
})
