import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../src/shared/ids.ts'
import { choosePassword } from '../src/slices/identity/commands.ts'
import * as identity from '../src/slices/identity/contract.ts'
import { readSession } from '../src/slices/identity/contract.ts'
import { aColleague } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let admin: Asker

beforeAll(async () => {
  world = await openWorld()
  admin = await world.as('admin')
})
afterAll(async () => await world.close())

const members = async () => (await admin.ask(identity.listMembers)).body.rows as Record<string, any>[]
const memberOf = async (email: string) => (await members()).find((row) => row['email'] === email) ?? {}
const invite = async (email: string) =>
  (await admin.ask(identity.inviteMember, { email, name: 'Orang baru', role: 'petugas' })).body.id as string
const passwords = 'tiga kapal di pelabuhan'

test('a role changes from the next request on', async () => {
  const email = await aColleague(world, { region: 'kota-bekasi', role: 'petugas' })
  const colleague = await world.as(email)
  expect((await colleague.ask(readSession)).body.role).toBe('petugas')
  const { id, rev } = await memberOf(email)
  expect((await admin.ask(identity.mendMember, { id, rev, role: 'auditor' })).status).toBe(200)
  expect((await colleague.ask(readSession)).body.role).toBe('auditor')
  expect((await admin.ask(identity.mendMember, { id, rev, role: 'opd' })).status).toBe(409)
  expect((await admin.ask(identity.mendMember, { id, rev: rev + 1, unit: newId() })).status).toBe(404)
  expect((await colleague.ask(identity.mendMember, { id, rev: rev + 1, role: 'admin_daerah' })).status).toBe(403)
})

test('the last administrator stays, with another one she may go', async () => {
  const own = (await members()).find((row) => row['mine'] === true) ?? {}
  expect(own['role']).toBe('admin_daerah')
  const { id, rev } = own
  const lowered = await admin.ask(identity.mendMember, { id, rev, role: 'petugas' })
  expect([lowered.status, lowered.body.details.missing]).toEqual([409, [{ role: 'admin_daerah' }]])
  expect((await admin.ask(identity.endMember, { id })).status).toBe(409)
  const second = await aColleague(world, { region: 'kota-bekasi', role: 'admin_daerah' })
  const { id: other } = await memberOf(second)
  expect((await admin.ask(identity.endMember, { id: other })).status).toBe(200)
})

test('a link is handed over for somebody new, works once, and stands in no act', async () => {
  const id = await invite('baru@contoh.invalid')
  const { status, body } = await admin.ask(identity.makeMemberLink, { id })
  expect([status, body.minutes]).toEqual([200, 60])
  const token = body.path.split('/').at(-1) as string
  expect((await world.page(body.path)).status).toBe(200)
  const [kept] = await world.owner<{ n: number }[]>`
    select count(*)::int as n from ledger.acts where answer::text like ${`%${token}%`}`
  expect(kept?.n).toBe(0)
  await choosePassword(world.database.identity, { token, password: passwords })
  await expect(choosePassword(world.database.identity, { token, password: passwords })).rejects.toThrow('not_found')
  // Who holds a link may choose the password: with one chosen, it goes by mail only.
  const later = await admin.ask(identity.makeMemberLink, { id })
  expect([later.status, later.body.path]).toEqual([200, undefined])
})

test('nobody gets a link to somebody who works in another region too', async () => {
  const email = await aColleague(world, { region: 'kab-bekasi', role: 'petugas' })
  const id = await invite(email)
  const { status, body } = await admin.ask(identity.makeMemberLink, { id })
  expect([status, body.path]).toEqual([200, undefined])
})

test('a link that was handed over ends once another region invites the same person', async () => {
  const email = `lintas-${newId()}@contoh.invalid`
  const { body } = await admin.ask(identity.makeMemberLink, { id: await invite(email) })
  const other = await world.as(await aColleague(world, { region: 'kab-bekasi', role: 'admin_daerah' }))
  const invited = await other.ask(identity.inviteMember, { email, name: 'Petugas Baru', role: 'admin_daerah' })
  expect([invited.status, (await world.page(body.path)).status]).toEqual([200, 410])
})

test('links are counted: the fourth within the hour is refused', async () => {
  const id = await invite('sering@contoh.invalid') // the invitation is the first
  for (const status of [200, 200, 429]) expect((await admin.ask(identity.makeMemberLink, { id })).status).toBe(status)
})

test('the list says whether an invitation leaves by mail', async () => {
  expect((await admin.ask(identity.listMembers)).body.sendsMail).toBe(false)
  const mailing = await openWorld({ environment: { MAIL_URL: 'smtp://127.0.0.1:9' } })
  try {
    expect((await (await mailing.as('admin')).ask(identity.listMembers)).body.sendsMail).toBe(true)
  } finally {
    await mailing.close()
  }
}, 60_000)
