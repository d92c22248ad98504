import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAll } from '../src/commands/verify.ts'
import { roleUrls } from '../src/platform/migrate.ts'
import { endMember, inviteMember } from '../src/slices/identity/contract.ts'
import { readHistory, undoAct } from '../src/slices/ledger/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { listRelations, mendRelation } from '../src/slices/relations/contract.ts'
import { aColleague, tenantOf } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

// Second doors that a reading of the whole found open: each is tried here from outside.

let world: World
let petugas: Asker
let admin: Asker
beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  admin = await world.as('admin')
})
afterAll(async () => await world.close())

const post = async (key: string) =>
  await world.app.request('/id/masuk/peran', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ peran: key }).toString(),
  })

describe('the demonstration', () => {
  test('lets nobody in as an account without a button', async () => {
    for (const key of ['admin', 'auditor', 'kepala-bagian', 'nobody', '', '../admin']) {
      expect((await post(key)).status, key).toBe(404)
    }
    expect((await post('wali-kota')).status).toBe(303)
  })

  test('does not fill mailboxes: invitations to one address are counted', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 5; n += 1) {
      const invited = await admin.ask(inviteMember, { email: 'satu@contoh.invalid', name: 'Satu', role: 'opd' })
      statuses.push(invited.status)
      if (invited.status === 200) await admin.ask(endMember, { id: invited.body.id })
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })
})

describe('the public copy', () => {
  test('cannot be changed unseen: without an act not at all, past the triggers it is named', async () => {
    const tenant = await tenantOf(world, 'kota-bekasi')
    const change = `update relations.published set title = 'Ditandatangani' where slug = 'kota-bekasi-izumisano'`
    const pool = world.database.inTenant({ tenant, write: true }, async (tx) => {
      await tx.updateTable('relations.published').set({ title: 'Ditandatangani' }).execute()
    })
    await expect(pool).rejects.toMatchObject({ code: 'JB001' })
    await world.owner.unsafe(`set session_replication_role = replica; ${change}; reset session_replication_role`)
    const faults = (await verifyAll(world.ownerUrl)).flatMap((region) => region.faults)
    expect(faults).toEqual([expect.objectContaining({ table: 'relations.published', what: 'row' })])
  })
})

describe('somebody who changed office', () => {
  test('takes back nothing she may no longer do', async () => {
    const email = await aColleague(world, { region: 'kota-bekasi', role: 'admin_daerah' })
    const victim = await aColleague(world, { region: 'kota-bekasi', role: 'opd' })
    const before = await world.as(email)
    const [row] = await world.owner<{ id: string }[]>`select id from identity.memberships where email = ${victim}`
    const act = newId()
    expect((await before.ask(endMember, { act, id: row?.id ?? '' })).status).toBe(200)
    await world.owner.unsafe(`set session_replication_role = replica;
      update identity.memberships set role = 'petugas' where email = '${email}'; reset session_replication_role`)
    const answer = await (await world.as(email)).ask(undoAct, { id: act })
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden'])
  })

  test('stays in the history by name after leaving', async () => {
    const email = await aColleague(world, { region: 'kota-bekasi', role: 'petugas' })
    const leaving = await world.as(email)
    const relation = (await leaving.ask(listRelations)).body.rows[0]
    const [found] = await world.owner<{ rev: number }[]>`select rev from relations.relations where id = ${relation.id}`
    const mended = await leaving.ask(mendRelation, { id: relation.id, rev: found?.rev, purpose: 'Maksud' })
    expect(mended.status).toBe(200)
    const [row] = await world.owner<{ id: string; name: string }[]>`
      select id, name from identity.memberships where email = ${email}`
    await admin.ask(endMember, { id: row?.id ?? '' })
    const { body } = await petugas.ask(readHistory, { subject: relation.id })
    expect(body.rows[0].by).toBe(row?.name)
  })
})

test('an owner’s address without a password is refused: the roles’ passwords could be computed by anybody', () => {
  expect(() => roleUrls('postgres://owner@db.invalid/jembatan')).toThrow(/password/)
})
