import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../src/shared/endpoint.ts'
import { newId } from '../src/shared/ids.ts'
import * as contests from '../src/slices/contests/contract.ts'
import * as judging from '../src/slices/contests/judging-contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { listPartners } from '../src/slices/partners/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import * as residents from '../src/slices/residents/contract.ts'
import { aContest, criteria, done, judged, openJudgingStage, read, rules, stage } from './judging-stage.ts'
import { later } from './residents-stage.ts'

beforeAll(openJudgingStage)
afterAll(async () => await stage.world.close())

/** Does it, takes it back, and does it again: nothing of it stood in the way. */
async function thereAndBack(endpoint: Endpoint, input: Record<string, unknown>, again = input) {
  const act = newId()
  const answer = await done(endpoint, { act, ...input })
  const { status, body } = await stage.officer.ask(undoAct, { id: act })
  expect([status, endpoint.name], JSON.stringify(body)).toEqual([200, endpoint.name])
  return { answer, again: await done(endpoint, { act: newId(), ...again }) }
}

describe('an act of a contest is taken back', () => {
  test('its facts and its parts', async () => {
    const { id, slug } = await aContest()
    const [partner] = (await done(listPartners)).rows
    const [relation] = (await done(listRelations)).rows
    const revOf = async () => (await done(contests.readContest, { slug })).rev
    const rev = await revOf()
    await thereAndBack(contests.mendContest, { id, rev, occasion: 'Hari jadi' }, { id, rev: rev + 2, occasion: 'Lain' })
    const moved = { closesOn: '2024-07-02', sure: ['closesOn'] }
    await thereAndBack(contests.mendContest, { id, rev: rev + 3, ...moved }, { id, rev: rev + 5, ...moved })
    await thereAndBack(contests.addCategory, { id, name: 'RW' })
    await thereAndBack(contests.addSponsor, { id, partner: partner.id })
    await thereAndBack(contests.relateContest, { id, relation: relation.id })
    await thereAndBack(contests.addLookBack, { id, lookedOn: '2025-07-02', kept: 'partly', words: 'Sebagian.' })
    await thereAndBack(contests.publishContest, { id })
    await thereAndBack(contests.withdrawContest, { id })
    const last = await revOf()
    await thereAndBack(
      contests.voidContest,
      { id, rev: last, reason: 'Keliru' },
      { id, rev: last + 2, reason: 'Keliru' },
    )
  })

  test('its entries, and every step of judging until marks were seen', async () => {
    const { id, entries } = await aContest()
    const [first, second] = entries
    await thereAndBack(contests.checkEntry, { id: first, rev: 1, completeness: 'unchecked' }, { id: first, rev: 3, completeness: 'complete' }) // prettier-ignore
    await thereAndBack(contests.withdrawEntry, { id: second, rev: 1, reason: 'Pindah' }, { id: second, rev: 3, reason: 'Pindah' }) // prettier-ignore
    const table = { id, ...rules, criteria }
    await thereAndBack(judging.setCriteria, { ...table, rev: 0 })
    await thereAndBack(judging.setBackers, { id: first, companies: ['PT Satu', 'PT Dua'] })
    const { again: juror } = await thereAndBack(judging.addJuror, { id, name: 'Juri Satu' })
    await thereAndBack(
      judging.mendJuror,
      { id: juror.id, rev: 1, body: 'Dinas' },
      { id: juror.id, rev: 3, body: 'Dinas' },
    )
    const left = { id: juror.id, reason: 'Pindah tugas' }
    await thereAndBack(judging.leaveJury, { ...left, rev: 4 }, { ...left, rev: 6 })
    await done(judging.addJuror, { id, name: 'Juri Dua' })
    const { rev } = await read(id)
    await thereAndBack(judging.openJudging, { id, rev }, { id, rev: rev + 2 })
  })

  test('deciding and announcing', async () => {
    const { id, rev } = await judged()
    await thereAndBack(judging.decidePlaces, { id, rev }, { id, rev: rev + 2 })
    const now = await read(id)
    await thereAndBack(judging.announceResult, { id, rev: now.rev }, { id, rev: now.rev + 2 })
  })
})

test('an act of a service is taken back', async () => {
  const texts = { id: { title: `Layanan ${newId()}` } }
  const days = { opensOn: later(-3), closesOn: later(20), purgeOn: later(60) }
  const { again: service } = await thereAndBack(residents.addService, { texts, ...days })
  const { id } = service
  await thereAndBack(
    residents.mendService,
    { id, rev: 1, texts, ...days, place: 'Aula' },
    { id, rev: 3, texts, ...days },
  )
  const at = { id, day: later(10), starts: '08:00', ends: '09:00', capacity: 5 }
  const { again: slot } = await thereAndBack(residents.addSlot, at)
  await thereAndBack(residents.mendSlot, { id: slot.id, rev: 1, capacity: 6 }, { id: slot.id, rev: 3, capacity: 7 })
  await thereAndBack(residents.publishService, { id })
  await thereAndBack(residents.addWalkIn, { id: slot.id, party: 2, door: 'A' })
  const idle = await done(residents.addSlot, { ...at, starts: '10:00', ends: '11:00' })
  await thereAndBack(residents.dropSlot, { id: idle.id, rev: 1 })
  await thereAndBack(residents.withdrawService, { id })
  const { rev } = await done(residents.readContact)
  const setting = { open: true, answerDays: 10, keepDays: 365 }
  // Set for the first time its row comes and goes; later it counts on.
  await thereAndBack(residents.setContact, { rev, ...setting }, { rev: rev === 0 ? 0 : rev + 2, ...setting })
  const bare = await done(residents.addService, { texts: { id: { title: `Kosong ${newId()}` } } })
  await thereAndBack(residents.voidService, { id: bare.id, rev: 1, reason: 'Keliru' }, { id: bare.id, rev: 3, reason: 'Keliru' }) // prettier-ignore
})
