import { afterAll, beforeAll, expect, test } from 'vitest'
import * as residents from '../src/slices/residents/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker
beforeAll(async () => {
  world = await openWorld()
  officer = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

test('story 001 tells of a service without day, place or places: published as told, closed for booking', async () => {
  const slug = 'vaksinasi-booster-bagi-warga-jepang-kota-bandung'
  const page = await world.page(`/ja/program/layanan/${slug}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('日本人住民のためのブースター接種')
  expect(page.text).toContain('まだ示されていません')
  expect(page.text).not.toContain(`${slug}/pesan`)
  expect(page.text).toContain(`/ja/program/layanan/${slug}/sumber/layanan`)
  expect((await world.page(`/ja/program/layanan/${slug}/sumber/layanan`)).text).toContain('Yana Mulyana')
  const form = await world.page(`/ja/program/layanan/${slug}/pesan`)
  expect(form.text).not.toContain('name="lembar"')
  expect((await world.page('/ja/daerah/kota-bandung')).text).toContain('/ja/daerah/kota-bandung/kontak')
  expect((await world.page('/ja/daerah/kota-bandung/program')).text).toContain('外国人住民の相談窓口')
})

test('the invented drill has a session that is full with people waiting in their order, and one half taken', async () => {
  const contoh = await world.as('petugas-kab-contoh')
  const [drill] = (await contoh.ask(residents.listServices, { q: 'tanggap bencana' })).body.rows
  const { slots } = (await contoh.ask(residents.readService, { slug: drill.slug })).body
  const told = slots.map(({ taken, waiting, capacity }: Record<string, number>) => [taken, waiting, capacity])
  expect(told).toEqual([
    [0, 0, 40],
    [8, 6, 8],
    [5, 0, 40],
    [0, 0, 40],
  ])
})

test('agency staff read services, and neither keep another agency’s nor read what people asked', async () => {
  const dinas = await world.as('dinas')
  const texts = { id: { title: 'Layanan bagian' } }
  const of = (await officer.ask(residents.addService, { texts })).body
  expect((await dinas.ask(residents.listQuestions, {})).status).toBe(403)
  expect(
    (await dinas.ask(residents.addSlot, { id: of.id, day: '2089-01-01', starts: '08:00', ends: '09:00', capacity: 3 }))
      .status,
  ).not.toBe(200)
  const made = await dinas.ask(residents.addService, { texts: { id: { title: 'Layanan dinas' } } })
  expect(made.status).toBe(200)
  expect((await dinas.ask(residents.readService, { slug: made.body.slug })).body).toMatchObject({ keeps: true })
})
