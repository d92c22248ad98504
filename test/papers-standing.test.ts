import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBriefing, readHandOver } from '../src/pages/briefing/contract.ts'
import { asSystem } from '../src/platform/act.ts'
import { newId } from '../src/shared/ids.ts'
import { languages } from '../src/shared/languages.ts'
import * as agenda from '../src/slices/agenda/contract.ts'
import { addFollowUp } from '../src/slices/followup/contract.ts'
import { listMembers } from '../src/slices/identity/contract.ts'
import * as letters from '../src/slices/letters/contract.ts'
import { purposes } from '../src/slices/letters/model.ts'
import { listRelations, setNextStep } from '../src/slices/relations/contract.ts'
import { furnish, tenantOf } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

// What a paper says is what stands on its day: nothing that is still to come, nobody's task without its name.
let world: World
let petugas: Asker
let relation: string
let slug: string
let someone: { id: string; name: string }
beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
  const [row] = (await petugas.ask(listRelations, { q: 'izumisano' })).body.rows
  relation = row.id
  slug = row.slug
  const { rows } = (await (await world.as('admin')).ask(listMembers)).body
  someone = rows.find(({ email }: { email: string }) => email === 'kepala-bagian@contoh.invalid')
})
afterAll(async () => await world.close())

type Endpoint = Parameters<Asker['ask']>[0]
const today = '2026-11-21'
async function must(endpoint: Endpoint, input: object, on = today) {
  const headers = { cookie: `${petugas.cookie}; tanggal=${on}` }
  const { status, body } = await petugas.ask(endpoint, { ...input }, { headers })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const letterOf = async (wanted: object, on = today) => {
  const { id } = await must(letters.prepareLetter, { sure: ['kind'], ...wanted }, on)
  return (await must(letters.readLetter, { id }, on)).content
}
const linesOf = ({ sections }: { sections: { lines: { term?: string; text: string }[] }[] }) =>
  sections.flatMap(({ lines }) => lines.map(({ term, text }) => `${term ?? ''}: ${text}`))

describe('of a meeting that is still to come', () => {
  let activity: string
  const [about, day] = [`Audiensi ${newId().slice(-8)}`, '2026-12-01']
  beforeAll(async () => {
    const points = ['Air bersih kawasan']
    activity = (await must(agenda.recordActivity, { relations: [relation], occurredOn: day, place: 'Balai', about, kind: 'audiensi', points })).id // prettier-ignore
  })

  test('a memorandum and an analysis tell a plan; after its day they tell what was done', async () => {
    for (const [on, does, never] of [
      [today, 'rencana', 'dilaksanakan'],
      ['2026-12-02', 'dilaksanakan', 'rencana'],
    ] as const) {
      const note = await letterOf({ activity, kind: 'nota_dinas' }, on)
      expect(note.body).toContain(about)
      expect(note.body).toContain(does)
      expect(note.body).not.toContain(never)
      const { facts } = await letterOf({ activity, kind: 'telaahan_staf' }, on)
      const fact = facts.split('\n').find((line: string) => line.includes(about))
      expect(fact).toContain(does)
      expect(fact).not.toContain(never)
      const { items } = await letterOf({ activity, kind: 'surat_pengantar' }, on)
      expect(items.includes(`Laporan ${about}`)).toBe(on !== today)
    }
  })

  test.each(languages)('%s: a letter to the partner speaks of it in an invitation alone', async (language) => {
    const written = language === 'ja' ? /2026年12月1日/ : language === 'ko' ? /2026년 12월 1일/ : /1 Desember 2026|1 December 2026/ // prettier-ignore
    for (const purpose of purposes) {
      const { body } = await letterOf({ relation, activity, kind: 'surat_mitra', purpose, language })
      expect([purpose, written.test(body)]).toEqual([purpose, purpose === 'undangan'])
    }
    const { body } = await letterOf({ relation, activity, kind: 'surat_mitra', purpose: 'terima_kasih', language }, '2026-12-02') // prettier-ignore
    expect(body).toMatch(written)
  })
})

describe('serah terima', () => {
  test('names the next step of a relation however much was set and ended after it', async () => {
    const first = await furnish(world, { region: 'kota-bekasi', canary: `Lama-${newId().slice(-6)}` })
    const busy = await furnish(world, { region: 'kota-bekasi', canary: `Sibuk-${newId().slice(-6)}` })
    const what = `Langkah ${newId().slice(-8)}`
    await must(setNextStep, { id: first.relation, what }, '2026-02-01')
    const region = { tenant: await tenantOf(world, 'kota-bekasi'), verb: 'test.many' }
    await asSystem(world.database, region, async ({ tx }) => {
      const ended = { subject: busy.relation, what: 'Telepon', from_on: '2026-03-01', ended_on: '2026-03-02', outcome: 'done' } as const // prettier-ignore
      await tx.insertInto('followup.follow_ups').values(Array.from({ length: 201 }, () => ({ id: newId(), ...ended }))).execute() // prettier-ignore
    })
    const told = linesOf(await must(readHandOver, { language: 'id' })).filter((line) => line.includes(what))
    expect(told).toHaveLength(1)
    // Before it was set nothing was.
    expect(linesOf(await must(readHandOver, { language: 'id' }, '2026-01-31')).join('\n')).not.toContain(what)
  })

  test('names each task by what it follows from, a letter too, and whoever has it', async () => {
    const mark = newId().slice(-8)
    const mail = await must(letters.registerMail, { direction: 'in', kind: 'lain', correspondent: 'Kantor penguji', passedOn: '2026-03-10', channel: 'post', subject: `Perihal ${mark}` }) // prettier-ignore
    const made = [
      [mail.id, `Perihal ${mark}`],
      [relation, 'Kota Izumisano'],
    ] as const
    for (const [subject] of made) await must(addFollowUp, { subject, what: `Balas ${mark}`, member: someone.id })
    const told = linesOf(await must(readHandOver, { language: 'id' })).filter((line) => line.includes(`Balas ${mark}`))
    const lines = made.map(([, whose]) => `${whose}: Balas ${mark} · ${someone.name} · tanggal belum ditentukan`)
    expect(told.toSorted()).toEqual(lines.toSorted())
    const ja = linesOf(await must(readHandOver, { language: 'ja' })).filter((line) => line.includes(`Balas ${mark}`))
    expect(ja.some((line) => line.startsWith('泉佐野市: '))).toBe(true)
  })
})

test('a task of a person of the region has her name in a briefing and in the papers of a meeting', async () => {
  const what = `Susun ${newId().slice(-8)}`
  const { id: activity } = await must(agenda.recordActivity, { relations: [relation], occurredOn: '2026-11-20', place: 'Balai', about: `Rapat ${newId().slice(-8)}` }) // prettier-ignore
  await must(addFollowUp, { subject: activity, what, member: someone.id })
  const briefing = linesOf(await must(readBriefing, { slug, language: 'id' })).find((line) => line.includes(what))
  expect(briefing).toContain(`${what} · ${someone.name}`)
  const { body } = await letterOf({ activity, kind: 'nota_dinas' })
  expect(body).toContain(`${what} (${someone.name}, `)
})

test('a briefing of the own head names the letters of the partner that wait for an answer, and what was given of them', async () => {
  const subject = `Perihal ${newId()}`
  const entry = { kind: 'lain', correspondent: 'Kantor penguji', passedOn: '2026-03-10', channel: 'post' }
  const mail = await must(letters.registerMail, { direction: 'in', ...entry, subject, relations: [relation], wantsAnswer: true, answerBy: '2026-12-01' }) // prettier-ignore
  const what = `Siapkan jawaban ${newId()}`
  await must(addFollowUp, { subject: mail.id, what, owner: 'Bagian penguji' })
  const own = linesOf(await must(readBriefing, { slug, language: 'id' })).join('\n')
  expect(own).toContain(`Surat mereka 10 Maret 2026 belum dijawab: ${subject}`)
  expect(own).toContain('1 Desember 2026')
  expect(own).toContain(what)
  const guest = linesOf(await must(readBriefing, { slug, language: 'id', audience: 'guest' })).join('\n')
  expect([guest.includes(subject), guest.includes(what)]).toEqual([false, false])
})
