import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { addMember, ensureAccount } from '../src/slices/identity/commands.ts'
import { listColleagues } from '../src/slices/identity/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { addPartner } from '../src/slices/partners/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type Answer, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
let tenant: string
let relation: string
let unit: { id: string; name: string }

beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  tenant = await tenantOf(world, 'kota-bekasi')
  relation = (await petugas.ask(listRelations, { q: 'izumisano' })).body.rows[0].id
  unit = (await petugas.ask(listUnits, {})).body.rows[0]
})
afterAll(async () => await world.close())

const faultsOf = ({ status, body }: Answer) => [status, ...(body.details?.fields ?? []).map((field: { path: string; fault: string }) => `${field.path} ${field.fault}`)] // prettier-ignore
const aNumber = () => `005/${newId().slice(-8)}/UJI`
const enter = async (change: Record<string, unknown> = {}) =>
  await petugas.ask(letters.registerMail, {
    direction: 'out',
    kind: 'lain',
    correspondent: 'Kantor penguji',
    passedOn: '2025-03-10',
    channel: 'post',
    subject: `Perihal ${newId()}`,
    ...change,
  })
const entered = async (change: Record<string, unknown> = {}) => {
  const { status, body } = await enter(change)
  expect([status, body]).toEqual([200, expect.objectContaining({ rev: 1 })])
  return body as { id: string; rev: number; register: string }
}
const read = async (id: string) => (await petugas.ask(letters.readMail, { id })).body

/** Writes a letter of a kind here and sends it. */
async function send({ kind = 'nota_dinas', ...change }: Record<string, unknown>): Promise<Answer & { id: string }> {
  const written = await petugas.ask(letters.prepareLetter, { relation, kind, sure: ['kind', 'replyBy'] })
  expect(written.status, JSON.stringify(written.body)).toBe(200)
  const { id, rev } = written.body
  const days = { datedOn: '2025-03-10', sentOn: '2025-03-10', sentBy: 'hand', sure: ['content'] }
  return { id, ...(await petugas.ask(letters.sendLetter, { id, rev, ...days, ...change })) }
}

describe('the number of the office that numbers', () => {
  test('is its own per year and type of paper; the refusal says which letter has it', async () => {
    const number = aNumber()
    const first = await entered({ number, issuer: 'Bagian Umum Uji', subject: 'Perihal pertama' })
    const again = await enter({ number: number.toLowerCase(), issuer: 'bagian umum uji', sure: ['number'] })
    expect(faultsOf(again)).toEqual([422, 'number taken'])
    expect(again.body.details.by).toEqual({ id: first.id, drafted: false, name: 'Perihal pertama' })
    expect((await enter({ number, issuer: 'Sekretariat Uji' })).status).toBe(200)
    expect((await enter({ number, issuer: 'Bagian Umum Uji', numberType: 'undangan' })).status).toBe(200)
    expect((await enter({ number, issuer: 'Bagian Umum Uji', passedOn: '2024-03-10' })).status).toBe(200)
    const unsaid = await enter({ number })
    expect(faultsOf(unsaid), 'nobody said which office').toEqual([422, 'number doubtful'])
    expect(unsaid.body.details.by.id).toBeDefined()
    const meant = await entered({ number, sure: ['number'] })
    expect(await read(meant.id)).toMatchObject({ issuer: null, numberType: null })
    expect(faultsOf(await enter({ number, sure: ['number'] }))).toEqual([422, 'number taken'])
  })

  test('holds over letters written here and elsewhere, of their types; a letter is not in its own way', async () => {
    const number = aNumber()
    const sent = await send({ number, issuer: 'Bagian Umum Uji' })
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    expect((await petugas.ask(letters.readLetter, { id: sent.id })).body.issuer).toBe('Bagian Umum Uji')
    const again = await send({ number, issuer: 'Bagian Umum Uji' })
    expect(faultsOf(again)).toEqual([422, 'number taken'])
    expect(again.body.details.by).toMatchObject({ id: sent.id, drafted: true })
    expect((await send({ number, issuer: 'Bagian Umum Uji', kind: 'surat_tugas' })).status, 'another type').toBe(200)
    expect((await enter({ number, issuer: 'Bagian Umum Uji' })).status, 'a letter is no memorandum').toBe(200)
    const memo = { number, issuer: 'Bagian Umum Uji', numberType: 'nota_dinas' }
    expect(faultsOf(await enter(memo))).toEqual([422, 'number taken'])
    const other = await entered({ ...memo, number: aNumber() })
    const mend = {
      kind: 'lain',
      correspondent: 'Kantor penguji',
      passedOn: '2025-03-10',
      channel: 'post',
      subject: 'x',
    }
    const same = { ...memo, number: (await read(other.id)).number }
    expect((await petugas.ask(letters.mendMail, { id: other.id, rev: 1, ...mend, ...same })).status).toBe(200)
  })

  test('of what went out before types were kept counts as its kind says', async () => {
    const number = aNumber()
    const old = await send({ number })
    await asSystem(world.database, { tenant, verb: 'test.age' }, async ({ tx }) => {
      await tx.updateTable('letters.letters').set({ number_type: null }).where('id', '=', old.id).execute()
    })
    expect(faultsOf(await send({ number }))).toEqual([422, 'number taken'])
    expect(faultsOf(await send({ number, issuer: 'Bagian Umum Uji' }))).toEqual([422, 'number doubtful'])
    expect((await send({ number, kind: 'surat_tugas' })).status).toBe(200)
  })

  test('is drawn by one of ten at once; a neighbour’s numbers are hers, and what a mission has is not named', async () => {
    const [number, mission] = [aNumber(), aNumber()]
    const asked = await Promise.all(
      Array.from({ length: 10 }, async () => await enter({ number, issuer: 'Bagian Uji' })),
    )
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1)
    const neighbour = await world.as('petugas-kab-bekasi')
    const hers = { direction: 'out', kind: 'lain', correspondent: 'Kantor', passedOn: '2025-03-10', channel: 'post', subject: 'x', number, issuer: 'Bagian Uji' } // prettier-ignore
    expect((await neighbour.ask(letters.registerMail, hers)).status).toBe(200)
    const closed = await entered({ number: mission, kind: 'kedutaan', subject: 'Perihal tertutup' })
    const { by } = (await enter({ number: mission })).body.details
    expect(by).toEqual({ id: closed.id, drafted: false, name: `Surat ${closed.register}/2025` })
  })
})

describe('an undo gives no number a second time', () => {
  const undo = async (act: string) => {
    const { status, body } = await petugas.ask(undoAct, { id: act })
    return status === 200 ? status : [status, body.code]
  }
  const issuer = 'Bagian Umum Uji'

  test('to a letter that was cancelled; undone while nobody has the number, it stands with it again', async () => {
    const [act, number] = [newId(), aNumber()]
    const first = await entered({ number, issuer })
    await petugas.ask(letters.cancelMail, { act, id: first.id, rev: first.rev, reason: 'Salah catat' })
    const again = newId()
    const second = await entered({ act: again, number: number.toUpperCase(), issuer })
    expect(await undo(act)).toEqual([409, 'stale'])
    expect((await read(first.id)).voidedOn, 'nothing of it was written').not.toBeNull()
    expect(await undo(again)).toBe(200)
    expect((await petugas.ask(letters.readMail, { id: second.id })).status).toBe(404)
    expect(await undo(act)).toBe(200)
    expect((await read(first.id)).voidedOn).toBeNull()
  })

  test('nor to one that has another by now, nor to one written here', async () => {
    const [act, number] = [newId(), aNumber()]
    const first = await entered({ number, issuer })
    const mend = {
      kind: 'lain',
      correspondent: 'Kantor penguji',
      passedOn: '2025-03-10',
      channel: 'post',
      subject: 'x',
    }
    await petugas.ask(letters.mendMail, { act, id: first.id, rev: 1, ...mend, number: aNumber(), issuer })
    await entered({ number, issuer })
    expect(await undo(act)).toEqual([409, 'stale'])

    const [cancelled, ours] = [newId(), aNumber()]
    const sent = await send({ number: ours, issuer })
    await petugas.ask(letters.cancelLetter, { act: cancelled, id: sent.id, rev: sent.body.rev, reason: 'Salah' })
    await entered({ number: ours, issuer, numberType: 'nota_dinas' })
    expect(await undo(cancelled)).toEqual([409, 'stale'])
  })

  test('while another office may have it, and what an act left alone is not asked', async () => {
    const [act, number] = [newId(), aNumber()]
    const first = await entered({ number, issuer })
    await petugas.ask(letters.cancelMail, { act, id: first.id, rev: first.rev, reason: 'Salah catat' })
    const other = await entered({ number, issuer: 'Sekretariat Uji' })
    expect(await undo(act)).toBe(200)
    await asSystem(world.database, { tenant, verb: 'test.twice' }, async ({ tx }) => {
      await tx.updateTable('letters.mail').set({ issuer }).where('id', '=', other.id).execute()
    })
    const answered = newId()
    const { rev } = await read(first.id)
    expect((await petugas.ask(letters.answerMail, { act: answered, id: first.id, rev, how: 'Telepon', on: '2025-03-12' })).status).toBe(200) // prettier-ignore
    expect(await undo(answered), 'two that stood before').toBe(200)
  })

  test('of a cancellation and a new entry at once, one stands', async () => {
    const [act, number] = [newId(), aNumber()]
    const first = await entered({ number, issuer })
    await petugas.ask(letters.cancelMail, { act, id: first.id, rev: first.rev, reason: 'Salah catat' })
    const done = await Promise.all([petugas.ask(undoAct, { id: act }), enter({ number, issuer })])
    expect(done.filter(({ status }) => status === 200)).toHaveLength(1)
  })
})

describe('who wrote', () => {
  test('is an agency on record whose words stay, or words alone; not an agency and a partner at once', async () => {
    const { id } = await entered({ direction: 'in', unit: unit.id, correspondent: undefined, kind: 'perangkat_daerah' })
    expect(await read(id)).toMatchObject({ unit: { id: unit.id, name: unit.name }, correspondent: unit.name })
    const said = await entered({ direction: 'in', unit: unit.id, correspondent: 'Bidang penguji' })
    expect(await read(said.id)).toMatchObject({ unit: { id: unit.id }, correspondent: 'Bidang penguji', partner: null })
    const partner = (await petugas.ask(addPartner, { name: `Mitra ${newId()}`, nameLang: 'id' })).body
    const both = await enter({ direction: 'in', unit: unit.id, partner: partner.id ?? newId() })
    expect(faultsOf(both)).toEqual([422, 'unit wrong'])
    expect((await enter({ direction: 'in', unit: newId() })).status).toBe(404)
    const [there] = (await (await world.as('petugas-kab-bekasi')).ask(listUnits, {})).body.rows
    expect((await enter({ direction: 'in', unit: there.id })).status, 'a neighbour’s agency').toBe(404)
  })

  test('the same number twice from one agency is asked again, whatever it is called', async () => {
    const number = aNumber()
    await entered({ direction: 'in', unit: unit.id, number, correspondent: 'Bidang A' })
    const again = await enter({ direction: 'in', unit: unit.id, number, correspondent: 'Bidang B' })
    expect(faultsOf(again)).toEqual([422, 'number doubtful'])
    expect((await enter({ direction: 'in', number, correspondent: 'Bidang C' })).status).toBe(200)
  })
})

describe('a disposition', () => {
  test('names a person of the team; she and her agency have the follow-up, and the sheet says who', async () => {
    const head = await world.as('wali-kota')
    const people = (await head.ask(listColleagues)).body.rows
    const person = people.find((one: { mine: boolean; unit?: object }) => !one.mine && one.unit !== undefined)
    const { id } = await entered({ direction: 'in' })
    const given = { office: 'Wali Kota', instruction: 'Siapkan jawaban', recipients: [{ member: person.id }] }
    const done = await head.ask(letters.dispose, { id, rev: 1, ...given })
    expect([done.status, done.body]).toEqual([200, expect.objectContaining({ rev: 2 })])
    const mail = await read(id)
    expect(mail.dispositions[0].recipients[0]).toMatchObject({ member: person.name, unit: null, person: null })
    expect(mail.followUps[0]).toMatchObject({ what: 'Siapkan jawaban', member: { id: person.id }, unit: { id: person.unit.id } }) // prettier-ignore
  })

  test('is refused for who is not of the region, for one twice, and for who has left', async () => {
    const { id } = await entered({ direction: 'in' })
    const people = (await petugas.ask(listColleagues)).body.rows
    const ask = async (recipients: object[]) =>
      await petugas.ask(letters.dispose, { id, rev: 1, office: 'Sekda', instruction: 'Tindak lanjuti', recipients })
    expect((await ask([{ member: newId() }])).status).toBe(404)
    expect(faultsOf(await ask([{ member: people[0].id }, { member: people[0].id }]))).toEqual([
      422,
      'recipients.1 taken',
    ])
    const email = `${newId()}@contoh.invalid`
    const account = await ensureAccount(world.database.identity, { email, name: 'Anggota' })
    const left = await asSystem(world.database, { tenant, verb: 'test.leave' }, async (call) => {
      const member = await addMember(call, { account: account.id, role: 'opd', name: 'Anggota', email })
      await call.tx
        .updateTable('identity.memberships')
        .set({ ended_at: sql`now()` })
        .where('id', '=', member.id)
        .execute()
      return member
    })
    expect(faultsOf(await ask([{ unit: unit.id }, { member: left.id }]))).toEqual([422, 'recipients.1 has_left'])
    expect((await read(id)).dispositions).toEqual([])
  })
})
