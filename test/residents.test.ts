import { afterAll, describe, expect, test } from 'vitest'
import { verifyAll } from '../src/commands/verify.ts'
import { openDatabase } from '../src/platform/database.ts'
import { asForm } from '../src/platform/act.ts'
import { roleUrls } from '../src/platform/migrate.ts'
import { Failure } from '../src/shared/failure.ts'
import { newId } from '../src/shared/ids.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { listTasks } from '../src/pages/tasks/contract.ts'
import { undoAct as undo } from '../src/slices/ledger/contract.ts'
import { chainActs } from '../src/slices/ledger/jobs.ts'
import { book, receiptOf } from '../src/slices/residents/commands.ts'
import * as residents from '../src/slices/residents/contract.ts'
import { purgeDue } from '../src/slices/residents/jobs.ts'
import { tenantOf } from './factories.ts'
import { later, on, openStage, sheet } from './residents-stage.ts'

const { world, officer, aService, send, bookIn, standing, bookings } = await openStage()
afterAll(async () => await world.close())

describe('booking', () => {
  test('a household books by a plain form in its language and is shown a receipt with a picture', async () => {
    const of = await aService()
    const page = await world.page(`/ja/program/layanan/${of.slug}`)
    expect(page.text).toContain('外国人向け説明会')
    expect(page.text).toContain(`/ja/program/layanan/${of.slug}/pesan`)
    const form = await world.page(`/ja/program/layanan/${of.slug}/pesan`)
    expect(form.headers.get('cache-control')).toContain('no-store')
    expect(form.text).toContain('name="lembar"')
    const sent = await bookIn(of, { orang: '３', nama: '<script>alert(1)</script>', kontak: 'satu@contoh.invalid' })
    expect(sent.status).toBe(303)
    const receipt = await world.page(sent.to)
    expect(receipt.text).toContain('申し込みを受け付けました')
    expect(receipt.text).toContain('<svg')
    expect(receipt.text).not.toContain('satu@contoh.invalid')
    const [row] = await bookings(of)
    expect(row).toMatchObject({ party: 3, state: 'booked', name: '<script>alert(1)</script>', language: 'ja', seq: 1 })
    expect((await standing(of))[0]).toMatchObject({ taken: 3, capacity: 8 })
  })

  test('the same form sent twice, also at once, is one booking; one contact books once, however it is written', async () => {
    const of = await aService()
    const form = { ...sheet(), kontak: '+62 812-3456-7890' }
    const [one, two] = await Promise.all([bookIn(of, form), bookIn(of, form)])
    expect(one.to).toBe(two.to)
    const third = await bookIn(of, { kontak: '0812 3456 7890' })
    expect(third.status).toBe(409)
    expect(third.text).toContain('申し込み済み')
    expect(await bookings(of)).toHaveLength(1)
    // Sent, gone back to and changed: it says why it came back.
    const changed = await bookIn(of, { ...form, orang: '2' })
    expect([changed.status, changed.text.includes('このフォームからは別の内容ですでに申し込まれています')]).toEqual([
      409,
      true,
    ])
    expect(await bookings(of)).toHaveLength(1)
  })

  test('a household of nine for eight places: refused with a clear word, or waits, never split', async () => {
    const of = await aService({ sizes: [8, 12] })
    const nine = await bookIn(of, { orang: '9', tunggu: 'ya' })
    expect([nine.status, nine.text.includes('定員を超えています')]).toEqual([409, true])
    expect((await bookIn(of, { orang: '5' })).status).toBe(303)
    const four = await bookIn(of, { orang: '4' })
    expect([four.status, four.text.includes('残りは3人分')]).toEqual([409, true])
    const waits = await bookIn(of, { orang: '4', tunggu: 'ya' })
    expect((await world.page(waits.to)).text).toContain('待ちリスト')
    const elsewhere = await bookIn(of, { orang: '9', sesi: of.slots[1] ?? '' })
    expect(elsewhere.status).toBe(303)
    expect((await bookIn(of, { orang: '13' })).status).toBe(422)
  })

  test('who cancels gives the places to whoever waits first and fits whole, in the same act', async () => {
    const of = await aService({ sizes: [4] })
    const first = await bookIn(of, { orang: '4' })
    const waiting = []
    for (const orang of ['5', '3', '2', '1']) waiting.push(await bookIn(of, { orang, tunggu: 'ya' }))
    // Five never fit into four: refused; three wait, two wait, one waits.
    expect(waiting.map(({ status }) => status)).toEqual([409, 303, 303, 303])
    const gone = await send(first.to, { lembar: newId() })
    expect(gone.status).toBe(303)
    const states = (await bookings(of)).map(({ party, state }: { party: number; state: string }) => `${party} ${state}`)
    expect(states).toEqual(['4 cancelled', '3 booked', '2 waiting', '1 booked'])
    expect((await world.page(waiting[1]?.to ?? '')).text).toContain('繰り上がり')
    // Twice is once: nobody else comes up.
    expect((await send(first.to, { lembar: newId() })).status).toBe(303)
    expect((await standing(of))[0]).toMatchObject({ taken: 4, waiting: 2 })
  })

  test('a receipt opens with its key only, of its own kind only, and another region sees none of it', async () => {
    const of = await aService()
    const sent = await bookIn(of)
    const number = sent.to.split('/').at(-1) ?? ''
    expect((await world.page(`/ja/program/layanan/bukti/${number.slice(0, 9)}`)).status).toBe(404)
    expect((await world.page(`/ja/program/layanan/bukti/${number.slice(0, -1)}Z`)).status).toBe(404)
    expect((await world.page(`/ja/program/layanan/pertanyaan/${number}`)).status).toBe(404)
    expect((await send(`/ja/program/layanan/bukti/${number.slice(0, -1)}Z`, { lembar: newId() })).status).toBe(404)
    const [row] = await bookings(of)
    const other = await world.as('petugas-kab-bekasi')
    const checked = await other.ask(residents.checkIn, { id: row.id, cameAt: `${on}T01:00:00Z`, door: 'Pintu B' })
    expect(checked.status).toBe(404)
    expect((await other.ask(residents.cancelBooking, { id: row.id, rev: 1 })).status).toBe(404)
  })

  test('an identity number, a name that turns its direction, another site and a closed window are refused', async () => {
    const of = await aService()
    const identity = await bookIn(of, { nama: 'Mawar 3275 0112 3456 7890' })
    expect([identity.status, identity.text.includes('16桁')]).toEqual([422, true])
    expect((await bookIn(of, { nama: `Mawar\u202egnalab` })).status).toBe(422)
    expect((await bookIn(of, { nama: ' ', kontak: '' })).status).toBe(422)
    const site = await send(`/ja/program/layanan/${of.slug}/pesan`, sheet(), 'cross-site')
    expect(site.status).toBe(403)
    const { rev } = (await officer.ask(residents.readService, { slug: of.slug })).body
    const texts = { id: { title: 'Ditutup' } }
    const closing = { id: of.id, rev, texts, opensOn: later(-9), closesOn: later(-1), purgeOn: later(60) }
    expect((await officer.ask(residents.mendService, closing)).status).toBe(200)
    // The page says what was published; the database decides.
    const late = await bookIn(of)
    expect([late.status, late.text.includes('現在受け付けていません')]).toEqual([409, true])
  })

  test('a session opens when its least number is reached, and a group is booked by an employer', async () => {
    const of = await aService({ sizes: [20], minimum: 10, groupMost: 15 })
    const three = await bookIn(of, { orang: '3' })
    expect((await world.page(three.to)).text).toContain('10人以上で開催')
    expect((await bookIn(of, { orang: '13', lembaga: 'Perusahaan Kenari' })).status).toBe(303)
    expect((await world.page(three.to)).text).not.toContain('10人以上で開催')
    expect((await bookIn(of, { orang: '16', lembaga: 'Perusahaan Kenari' })).status).toBe(422)
  })
})

test('many at once, from four pools: exactly as many places as there are, each once, the order as acknowledged', async () => {
  const of = await aService({ sizes: [40] })
  const tenant = await tenantOf(world, 'kota-bekasi')
  const pools = Array.from({ length: 4 }, () => openDatabase(roleUrls(world.ownerUrl), { max: 4, prepare: true }))
  const acknowledged: { act: string; seq: number; began: number; ended: number; outcome: string }[] = []
  try {
    await Promise.all(
      Array.from({ length: 300 }, async (_, at) => {
        const act = newId()
        const receipt = receiptOf({ act, secret: newId() })
        const began = performance.now()
        const who = { name: `Kata ${at}`, contact: `${act}@contoh.invalid`, language: 'en' } as const
        const sent = { tenant, act, verb: 'residents.book', body: { at } }
        // Whoever is not answered asks again with the same form, as a browser does on a machine that is too busy.
        const ask = async (tries = 0): Promise<{ seq: number; outcome: string }> =>
          await asForm(pools[at % 4] ?? world.database, sent, async (call) => {
            const said = await book(call, { slot: of.slots[0] ?? '', party: 1, ...who, waits: true, receipt })
            return { seq: said.seq ?? 0, outcome: said.outcome }
          }).catch(async (error: unknown) => {
            if (error instanceof Failure || tries === 5) throw error
            return await ask(tries + 1)
          })
        // Half of them are sent twice at once.
        const [first, second] = await Promise.all([ask(), at % 2 === 0 ? ask() : undefined])
        if (second !== undefined) expect(second).toEqual(first)
        acknowledged.push({ act, ...first, began, ended: performance.now() })
      }),
    )
  } finally {
    await Promise.all(pools.map(async (pool) => await pool.close()))
  }
  expect(acknowledged.filter(({ outcome }) => outcome === 'booked')).toHaveLength(40)
  expect(acknowledged.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, at) => at + 1)) // prettier-ignore
  expect(Math.max(...acknowledged.filter(({ outcome }) => outcome === 'booked').map(({ seq }) => seq))).toBe(40)
  // Whoever was answered before another asked stands before her.
  const byOrder = acknowledged.toSorted((a, b) => a.seq - b.seq)
  let latestStart = -1
  for (const { began, ended } of byOrder) {
    expect(ended).toBeGreaterThan(latestStart)
    latestStart = Math.max(latestStart, began)
  }
  const [held] = await world.owner<{ n: number }[]>`
    select sum(party)::int as n from residents.bookings where slot = ${of.slots[0] ?? ''} and state = 'booked'`
  expect(held?.n).toBe(40)
}, 120_000)

describe('at the door', () => {
  test('the list has no names; two doors without a line are merged into the earlier, and both are told', async () => {
    const of = await aService()
    await bookIn(of, { nama: 'Kata Kenanga' })
    const door = (await officer.ask(residents.readDoor, { slug: of.slug })).body
    expect(JSON.stringify(door)).not.toContain('Kenanga')
    const [{ id, receipt }] = door.rows
    expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const act = newId()
    const late = { act, id, cameAt: '2026-01-05T03:00:00Z', door: 'Pintu A' }
    expect((await officer.ask(residents.checkIn, late)).body).toMatchObject({ door: 'Pintu A' })
    expect((await officer.ask(residents.checkIn, late)).body).toMatchObject({ door: 'Pintu A' })
    const early = await officer.ask(residents.checkIn, { id, cameAt: '2026-01-05T02:00:00Z', door: 'Pintu B' })
    expect(early.body.door).toBe('Pintu B')
    expect(early.body.other.door).toBe('Pintu A')
    const again = await officer.ask(residents.checkIn, { id, cameAt: '2026-01-05T03:00:00Z', door: 'Pintu A' })
    expect(again.body.door).toBe('Pintu B')
    const [row] = await bookings(of)
    expect([row.door, row.otherDoor]).toEqual(['Pintu B', 'Pintu A'])
    const cancelled = await officer.ask(residents.cancelBooking, { id, rev: row.rev })
    expect(cancelled.status).toBe(409)
  })

  test('who waits is not let in, and who came without booking takes free places only', async () => {
    const of = await aService({ sizes: [2] })
    await bookIn(of)
    await bookIn(of, { orang: '2', tunggu: 'ya' })
    const [, waits] = await bookings(of)
    expect((await officer.ask(residents.checkIn, { id: waits.id, cameAt: `${on}T01:00:00Z`, door: 'A' })).status).toBe(
      409,
    )
    expect((await officer.ask(residents.addWalkIn, { id: of.slots[0], party: 2, door: 'A' })).status).toBe(409)
    const one = await officer.ask(residents.addWalkIn, { id: of.slots[0], party: 1, door: 'A' })
    expect([one.status, one.body.free]).toEqual([200, 0])
    expect((await standing(of))[0]).toMatchObject({ taken: 2, came: 1 })
  })

  test('an officer cancels and takes it back; not when somebody else has the places by then', async () => {
    const of = await aService({ sizes: [2] })
    await bookIn(of, { orang: '2' })
    const [row] = await bookings(of)
    const act = newId()
    expect((await officer.ask(residents.cancelBooking, { act, id: row.id, rev: row.rev })).status).toBe(200)
    expect((await officer.ask(undo, { id: act })).status).toBe(200)
    const next = newId()
    const [again] = await bookings(of)
    expect((await officer.ask(residents.cancelBooking, { act: next, id: row.id, rev: again.rev })).status).toBe(200)
    await bookIn(of, { orang: '1' })
    expect((await officer.ask(undo, { id: next })).status).toBe(409)
    const fewer = await officer.ask(residents.mendSlot, { id: of.slots[0], rev: 1, capacity: 1 })
    expect(fewer.status).toBe(200)
    expect((await officer.ask(residents.mendSlot, { id: of.slots[0], rev: 1, capacity: 5 })).status).toBe(409)
  })

  test('fewer places than are booked are refused; more let whoever waits come up', async () => {
    const of = await aService({ sizes: [2] })
    await bookIn(of, { orang: '2' })
    await bookIn(of, { orang: '2', tunggu: 'ya' })
    const fewer = await officer.ask(residents.mendSlot, { id: of.slots[0], rev: 1, capacity: 1 })
    expect([fewer.status, fewer.body.details.fields[0].path]).toEqual([422, 'capacity'])
    const more = await officer.ask(residents.mendSlot, { id: of.slots[0], rev: 1, capacity: 4 })
    expect(more.body.promoted).toBe(1)
  })
})

describe('the contact point', () => {
  const path = '/ja/daerah/kota-bekasi/kontak'
  const open = async () => {
    const { rev } = (await officer.ask(residents.readContact, {})).body
    return await officer.ask(residents.setContact, { rev, open: true, answerDays: 14, keepDays: 365 })
  }
  const asked = async (form: Record<string, string> = {}) =>
    await send(path, {
      ...sheet(),
      jenis: 'question',
      tentang: 'waste',
      kata: 'ごみの日はいつですか。',
      kontak: '',
      ...form,
    })

  test('a question gets a receipt with a clock, waits in Hari ini, is forwarded and answered in its language', async () => {
    expect((await open()).status).toBe(200)
    expect((await world.page(path)).text).toContain('14営業日')
    const form = sheet()
    const sent = await asked(form)
    expect(sent.status).toBe(303)
    expect((await asked(form)).to).toBe(sent.to)
    expect((await world.page(sent.to)).text).toContain('回答します')
    const { rows } = (await officer.ask(residents.listQuestions, { waiting: true })).body
    const [question] = rows
    expect(question).toMatchObject({ topic: 'waste', words: 'ごみの日はいつですか。', wordsLang: 'ja', answerDays: 14 })
    const { lines } = (await officer.ask(readToday, { all: true })).body
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'question', dueOn: question.dueOn }))
    const unit = (
      await world.owner<{ id: string }[]>`
      select u.id from reference.units u join reference.regions r using (tenant) where r.slug = 'kota-bekasi' limit 1`
    )[0]?.id
    const forwarded = await officer.ask(residents.forwardQuestion, { id: question.id, what: 'Jawab soal sampah', unit })
    expect(forwarded.status).toBe(200)
    const task = (await officer.ask(listTasks, { subject: question.id })).body.rows[0]
    expect(task.question).toEqual({ id: question.id, receipt: question.receipt })
    const read = (await officer.ask(residents.readQuestion, { id: question.id })).body
    expect([read.tasks.length, typeof read.clock.weekends]).toEqual([1, 'number'])
    const answer = { id: question.id, rev: 1, answer: '毎週月曜日です。', answerLang: 'ja' }
    expect((await officer.ask(residents.answerQuestion, answer)).status).toBe(200)
    expect((await world.page(sent.to)).text).toContain('毎週月曜日です。')
    const stale = await officer.ask(residents.answerQuestion, { ...answer, answer: '別' })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale'])
  })

  test('no words, no topic and an identity number are refused; closed it takes nothing and has no page', async () => {
    await open()
    expect((await asked({ kata: ' \u200b. ' })).status).toBe(422)
    expect((await asked({ tentang: 'kesehatan' })).status).toBe(422)
    expect((await asked({ kata: 'KTP saya 3275011234567890' })).status).toBe(422)
    const { rev } = (await officer.ask(residents.readContact, {})).body
    expect((await officer.ask(residents.setContact, { rev, open: false, answerDays: 14, keepDays: 365 })).status).toBe(
      200,
    )
    expect((await world.page(path)).status).toBe(404)
    expect((await asked()).status).toBe(404)
  })
})

test('on the day of erasing names and contacts go, also from the ledger, which still verifies; the numbers stay', async () => {
  const of = await aService()
  await bookIn(of, { nama: 'Kata Terhapus', orang: '3' })
  await world.owner`select set_config('app.act', '', false)`
  await world.owner.begin(async (tx) => {
    const act = newId()
    await tx`select set_config('app.tenant', ${await tenantOf(world, 'kota-bekasi')}, true)`
    await tx`select ledger.open_act(${act}::uuid)`
    await tx`update residents.services set purge_on = ${later(-1)} where id = ${of.id}`
    await tx`insert into ledger.acts (tenant, id, kind, verb, body_hash, answer)
      values (current_setting('app.tenant')::uuid, ${act}, 'system', 'test.nothing', repeat('0', 64), '{}')`
  })
  expect(await purgeDue(world.database)).toBeGreaterThanOrEqual(1)
  expect(await purgeDue(world.database)).toBe(0)
  const [row] = await bookings(of)
  expect(row).toMatchObject({ name: null, contact: null, party: 3, purged: true })
  const left = await world.owner`select 1 from ledger.personal where value::text like '%Terhapus%'`
  expect(left).toHaveLength(0)
  while ((await chainActs(world.ownerUrl)) > 0);
  expect((await verifyAll(world.ownerUrl)).flatMap(({ faults }) => faults)).toEqual([])
})

test('a withdrawn page answers 410, and a struck service takes its page with it', async () => {
  const of = await aService({ sizes: [] })
  expect((await officer.ask(residents.withdrawService, { id: of.id })).status).toBe(200)
  expect((await world.page(`/id/program/layanan/${of.slug}`)).status).toBe(410)
  expect((await officer.ask(residents.publishService, { id: of.id })).status).toBe(200)
  expect((await world.page(`/id/program/layanan/${of.slug}`)).status).toBe(200)
  expect((await officer.ask(residents.voidService, { id: of.id, rev: 1, reason: 'Salah catat' })).status).toBe(200)
  expect((await world.page(`/id/program/layanan/${of.slug}`)).status).toBe(410)
  expect((await officer.ask(residents.publishService, { id: of.id })).status).toBe(404)
})
