import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listTasks, readTask } from '../src/pages/tasks/contract.ts'
import { newId } from '../src/shared/ids.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import * as followup from '../src/slices/followup/contract.ts'
import { listOpenOf } from '../src/slices/followup/queries.ts'
import { endMember, listColleagues, mendMember } from '../src/slices/identity/contract.ts'
import { undoAct } from '../src/slices/ledger/contract.ts'
import { readNextStep } from '../src/slices/relations/contract.ts'
import { aColleague, refresh, tenantOf } from './factories.ts'
import { openTaskStage, pdf, words, type TaskStage } from './task-stage.ts'

let stage: TaskStage
beforeAll(async () => {
  stage = await openTaskStage()
})
afterAll(async () => await stage.world.close())

const added: TaskStage['added'] = async (more) => await stage.added(more)
const read: TaskStage['read'] = async (id) => await stage.read(id)
const fields = ({ body }: { body: any }) => body.details?.fields
const list = async (input: object, who = stage.petugas) =>
  (await who.ask(listTasks, { limit: 100, ...input })).body.rows as any[]

async function colleague(more: { role?: 'petugas' | 'opd'; unit?: string } = {}) {
  const email = await aColleague(stage.world, { region: 'kota-bekasi', role: more.role ?? 'petugas', name: words() })
  const { id, rev, name } = await stage.memberOf(email)
  if (more.unit !== undefined) await stage.admin.ask(mendMember, { id, rev, unit: more.unit })
  return { id: id as string, name: name as string, email }
}

describe('a follow-up', () => {
  test('is added for a relation, a meeting, or the region itself, and names where it is from', async () => {
    const [ofRelation, ofVisit, ofRegion] = [
      await added({ subject: stage.own.relation }),
      await added(),
      await added({ subject: undefined }),
    ]
    expect((await read(ofRelation)).task).toMatchObject({ relation: { id: stage.own.relation } })
    expect((await read(ofVisit)).task.visit ?? (await read(ofVisit)).task.relation).toBeDefined()
    const task = (await read(ofRegion)).task
    expect([task.relation, task.visit]).toEqual([undefined, undefined])
    expect(task.subject).toBe(await tenantOf(stage.world, 'kota-bekasi'))
  })

  test('of another region’s record, unit or person is not found', async () => {
    const what = words()
    for (const input of [
      { subject: stage.foreign.relation, what },
      { subject: stage.foreign.activity, what },
      { subject: stage.foreign.tenant, what },
      { subject: newId(), what },
      { subject: stage.own.relation, what, unit: stage.foreign.unit },
      { subject: stage.own.relation, what, member: stage.foreign.member },
    ]) {
      expect((await stage.petugas.ask(followup.addFollowUp, input)).status).toBe(404)
    }
    expect((await stage.petugas.ask(readTask, { id: stage.foreign.answered })).status).toBe(404)
    expect((await stage.petugas.ask(listTasks, { after: stage.foreign.answered })).status).toBe(404)
  })

  test('a day that has passed is asked again, then meant', async () => {
    const task = { subject: stage.own.relation, what: words(), dueOn: '2020-01-31' }
    expect(fields(await stage.petugas.ask(followup.addFollowUp, task))).toEqual([{ path: 'dueOn', fault: 'doubtful' }])
    expect((await stage.petugas.ask(followup.addFollowUp, { ...task, sure: ['dueOn'] })).status).toBe(200)
    const id = await added()
    const moved = await stage.petugas.ask(followup.changeFollowUp, { id, rev: 1, dueOn: '2020-01-31' })
    expect(fields(moved)).toEqual([{ path: 'dueOn', fault: 'doubtful' }])
  })

  test('handed over it is another row of the same thing; what was said before stays with it', async () => {
    const [one, two] = [await colleague(), await colleague({ unit: stage.own.unit })]
    const id = await added({ member: one.id, dueOn: '2099-01-01' })
    await stage.petugas.ask(followup.answerFollowUp, { id, said: 'stuck', note: 'Menunggu data' })
    const { task } = await read(id)
    expect(task).toMatchObject({ state: 'stuck', member: { name: one.name }, last: { note: 'Menunggu data' } })
    const given = await stage.petugas.ask(followup.changeFollowUp, { id, rev: task.rev, member: two.id })
    expect(given.status).toBe(200)
    const now = (await read(id)).task
    expect(now).toMatchObject({ id: given.body.id, root: id, dueOn: '2099-01-01', last: { note: 'Menunggu data' } })
    expect(now, 'her agency comes with her, and nothing was said by her yet').toMatchObject({
      member: { id: two.id },
      unit: { id: stage.own.unit },
    })
    expect(now.state).toBeUndefined()
    expect((await list({ standing: 'ended', q: task.what })).length, 'a replaced row is no end').toBe(0)
  })

  test('is closed, and reopened by undo; a stale edit is told what changed', async () => {
    const id = await added()
    const act = newId()
    const closed = await stage.petugas.ask(followup.endFollowUp, { act, id, rev: 1, outcome: 'done', note: 'Dikirim' })
    expect(closed.status).toBe(200)
    expect((await list({ standing: 'ended' })).find((row) => row.id === id)).toMatchObject({ outcome: 'done' })
    const late = await stage.petugas.ask(followup.changeFollowUp, { id, rev: 1, what: 'Lain' })
    expect(late.status).toBe(409)
    expect(late.body.details.changes.map(({ field }: { field: string }) => field)).toContain('outcome')
    expect((await stage.petugas.ask(followup.answerFollowUp, { id, said: 'running' })).status).toBe(409)
    expect((await stage.petugas.ask(undoAct, { id: act })).status).toBe(200)
    expect((await read(id)).task.endedOn).toBeUndefined()
  })

  test('the next step of a relation stays its next step when it is handed over', async () => {
    const { relation } = await refresh(stage.world, stage.own)
    const { step } = (await stage.petugas.ask(readNextStep, { id: relation })).body
    const given = await stage.petugas.ask(followup.changeFollowUp, { id: step.id, rev: step.rev, unit: stage.own.unit })
    expect(given.status).toBe(200)
    const now = (await stage.petugas.ask(readNextStep, { id: relation })).body.step
    expect(now).toMatchObject({ id: given.body.id, leads: true, what: step.what, unit: { id: stage.own.unit } })
  })

  test('under one record there are at most 200 open', async () => {
    const { activity } = await refresh(stage.world, stage.own)
    const tenant = await tenantOf(stage.world, 'kota-bekasi')
    await stage.world.owner.begin(async (sql) => {
      await sql`select set_config('app.tenant', ${tenant}, true), set_config('session_replication_role', 'replica', true)`
      await sql`insert into followup.follow_ups (tenant, id, subject, what, from_on)
        select ${tenant}, gen_random_uuid(), ${activity}, 'Isi', '2025-01-01' from generate_series(1, 199)`
    })
    const both = await Promise.all(
      [1, 2, 3].map(async () => await stage.petugas.ask(followup.addFollowUp, { subject: activity, what: words() })),
    )
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 413, 413])
  })
})

describe('the list', () => {
  test('is narrowed by how it stands, agency, own ones and words, and turned page by page', async () => {
    const me = (await stage.petugas.ask(listColleagues)).body.rows.find((row: { mine: boolean }) => row.mine)
    const mark = `Saring${newId().slice(-6)}`
    const [late, mine, stuck, loose] = [
      await added({ what: `${mark} lewat`, dueOn: '2020-05-01', sure: ['dueOn'], unit: stage.own.unit }),
      await added({ what: `${mark} saya`, member: me.id, dueOn: '2099-05-01' }),
      await added({ what: `${mark} kendala`, owner: 'Ibu Penanggung', dueOn: '2099-06-01' }),
      await added({ what: `${mark} lepas` }),
    ]
    await stage.petugas.ask(followup.answerFollowUp, { id: stuck, said: 'stuck' })
    const ids = async (input: object) => (await list({ q: mark, ...input })).map(({ id }) => id)
    expect(await ids({})).toEqual([late, mine, stuck, loose])
    expect(await ids({ standing: 'overdue' })).toEqual([late])
    expect(await ids({ standing: 'unowned' })).toEqual([loose])
    expect(await ids({ standing: 'stuck' })).toEqual([stuck])
    expect(await ids({ mine: 'true' })).toEqual([mine])
    expect(await ids({ unit: stage.own.unit })).toEqual([late])
    expect(await ids({ q: `${mark} penanggung` })).toEqual([stuck])
    expect(await ids({ q: `${mark} 100%_` })).toEqual([])
    const kochi = await added({ what: 'Surat ke Kōchi' })
    expect([await ids({ q: 'surat kochi' }), await ids({ q: 'KŌCHI' })]).toEqual([[kochi], [kochi]])
    const seen: string[] = []
    for (let after: string | undefined; seen.length < 9;) {
      const { body } = await stage.petugas.ask(listTasks, { q: mark, limit: 1, ...(after !== undefined && { after }) })
      seen.push(...body.rows.map(({ id }: { id: string }) => id))
      expect(body.total).toBe(4)
      if (body.next === undefined) break
      after = body.next
    }
    expect(seen).toEqual([late, mine, stuck, loose])
  })

  test('is found by the name of the cooperation that it belongs to, and agency staff finds only hers by it', async () => {
    const [row] = await stage.world.owner<{ name: string }[]>`
      select coalesce(p.name, r.label) as name from relations.relations r left join partners.partners p on p.id = r.partner
      where r.id = ${stage.own.relation}`
    const q = row?.name ?? ''
    const [hers, others] = [await added({ unit: stage.own.unit }), await added()]
    const found = async (who: typeof stage.petugas) => (await list({ q }, who)).map(({ id }: { id: string }) => id)
    expect(await found(stage.petugas)).toEqual(expect.arrayContaining([hers, others]))
    const seen = await found(stage.dinas)
    expect([seen.includes(hers), seen.includes(others)]).toEqual([true, false])
    expect((await list({ q: `${q} tidak-ada` })).length).toBe(0)
  })

  test('agency staff sees hers in list and by id, answers hers, and nothing of others', async () => {
    const theirs = await added({ unit: stage.own.unit })
    const others = await added()
    expect((await list({}, stage.dinas)).map(({ id }) => id)).toContain(theirs)
    expect((await list({}, stage.dinas)).every(({ unit }) => unit?.id === stage.own.unit)).toBe(true)
    expect((await stage.dinas.ask(readTask, { id: theirs })).status).toBe(200)
    expect((await stage.dinas.ask(readTask, { id: others })).status).toBe(404)
    expect((await stage.dinas.ask(listTasks, { after: others })).status).toBe(404)
    expect((await stage.dinas.ask(followup.answerFollowUp, { id: others, said: 'done' })).status).toBe(404)
    expect((await stage.dinas.ask(followup.endFollowUp, { id: theirs, rev: 1, outcome: 'done' })).status).toBe(403)
    expect((await stage.dinas.ask(listColleagues)).status).toBe(403)
    const file = (await stage.dinas.ask(keepFile, { name: 'bukti.pdf', body: pdf().content })).body.id
    const act = newId()
    const answered = await stage.dinas.ask(followup.answerFollowUp, {
      act,
      id: theirs,
      said: 'done',
      note: 'Selesai',
      file,
    })
    expect(answered.status, JSON.stringify(answered.body)).toBe(200)
    const { task, answers } = await read(theirs)
    expect(task, 'said, not closed').toMatchObject({ answered: true, last: { said: 'done', byLink: false } })
    expect(task.endedOn).toBeUndefined()
    expect((await list({ standing: 'answered' })).map(({ id }) => id)).toContain(theirs)
    expect((await stage.dinas.ask(followup.readAnswerFile, { id: answers[0].id })).status).toBe(200)
    expect((await stage.dinas.ask(undoAct, { id: act })).status).toBe(200)
    expect((await read(theirs)).answers).toEqual([])
    const moved = await stage.petugas.ask(followup.changeFollowUp, {
      id: theirs,
      rev: (await read(theirs)).task.rev,
      unit: null,
    })
    expect(moved.status).toBe(200)
    expect((await stage.dinas.ask(readTask, { id: theirs })).status, 'given to somebody else').toBe(404)
  })

  test('a file that somebody else kept comes with nobody’s answer', async () => {
    const id = await added({ unit: stage.own.unit })
    const answer = { id, said: 'running', file: stage.own.file }
    expect((await stage.dinas.ask(followup.answerFollowUp, answer)).status).toBe(404)
    expect((await stage.petugas.ask(followup.answerFollowUp, { ...answer, file: stage.foreign.file })).status).toBe(404)
  })

  test('what is open under the meetings of a series is found at once', async () => {
    const task = await added({ subject: stage.own.activity, dueOn: '2098-01-01' })
    const tenant = await tenantOf(stage.world, 'kota-bekasi')
    const open = async (on: string) =>
      await stage.world.database.inTenant(
        { tenant },
        async (tx) => await listOpenOf(tx, { subjects: [stage.own.activity], on }),
      )
    expect((await open('2099-01-01')).map(({ id }) => id)).toContain(task)
    expect(await open('2000-01-01')).toEqual([])
  })
})

describe('who left', () => {
  test('has nothing newly given to her, and what she had counts as without owner', async () => {
    const her = await colleague()
    const id = await added({ member: her.id })
    expect((await stage.admin.ask(followup.countOfMember, { member: her.id })).body).toEqual({ open: 1 })
    const ended = await stage.admin.ask(endMember, { id: her.id })
    expect(ended.body).toMatchObject({ handedOver: 0 })
    expect((await read(id)).task).toMatchObject({ member: { left: true } })
    expect((await list({ standing: 'unowned' })).map((row) => row.id)).toContain(id)
    const given = await stage.petugas.ask(followup.addFollowUp, {
      subject: stage.own.relation,
      what: words(),
      member: her.id,
    })
    expect(fields(given)).toEqual([{ path: 'member', fault: 'has_left' }])
    const other = await added()
    const over = await stage.petugas.ask(followup.changeFollowUp, { id: other, rev: 1, member: her.id })
    expect(fields(over)).toEqual([{ path: 'member', fault: 'has_left' }])
    const moved = await stage.petugas.ask(followup.changeFollowUp, { id, rev: 1, dueOn: '2099-01-01' })
    expect(moved.status, 'its day may be moved all the same').toBe(200)
    const names = (await stage.petugas.ask(listColleagues)).body.rows.map((row: { name: string }) => row.name)
    expect(names).not.toContain(her.name)
  })

  test('what she had goes to one colleague or agency in the act that ends her membership; undo gives it back', async () => {
    const [her, next] = [await colleague(), await colleague()]
    const tasks = [await added({ member: her.id }), await added({ member: her.id })]
    const act = newId()
    const ended = await stage.admin.ask(endMember, { act, id: her.id, member: next.id })
    expect([ended.status, ended.body.handedOver]).toEqual([200, 2])
    for (const id of tasks) expect((await read(id)).task.member).toMatchObject({ id: next.id, left: false })
    expect((await stage.admin.ask(undoAct, { id: act })).status).toBe(200)
    for (const id of tasks) expect((await read(id)).task.member).toMatchObject({ id: her.id, left: false })
    const toUnit = await stage.admin.ask(endMember, { id: her.id, unit: stage.own.unit })
    expect(toUnit.body.handedOver).toBe(2)
    const { task } = await read(tasks[0] ?? '')
    expect([task.member, task.unit.id]).toEqual([undefined, stage.own.unit])
  })

  test('neither to herself, nor to somebody who left, nor to another region', async () => {
    const [her, gone] = [await colleague(), await colleague()]
    await added({ member: her.id })
    await stage.admin.ask(endMember, { id: gone.id })
    expect(fields(await stage.admin.ask(endMember, { id: her.id, member: her.id }))).toEqual([
      { path: 'member', fault: 'has_left' },
    ])
    expect((await stage.admin.ask(endMember, { id: her.id, member: gone.id })).status).toBe(422)
    expect((await stage.admin.ask(endMember, { id: her.id, member: stage.foreign.member })).status).toBe(404)
    const { endedAt } = await stage.memberOf(her.email)
    expect(endedAt, 'all or nothing').toBeNull()
  })
})

describe('a reading of an earlier day', () => {
  test('shows what was open then', async () => {
    const mark = words()
    await stage.onDay('2026-02-01', followup.addFollowUp, {
      subject: stage.own.relation,
      what: mark,
      dueOn: '2026-03-01',
    })
    const at = async (on: string, standing: string) =>
      (await stage.onDay(on, listTasks, { q: mark, standing })).body.rows.length
    expect([await at('2026-01-31', 'open'), await at('2026-02-02', 'open')]).toEqual([0, 1])
    expect([await at('2026-03-01', 'overdue'), await at('2026-03-02', 'overdue')]).toEqual([0, 1])
  })
})
