import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRelationPage } from '../src/pages/relation-page/contract.ts'
import { listCommitments, readActivity } from '../src/slices/agenda/contract.ts'
import { readNextStep } from '../src/slices/relations/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

// Stories 000, 001, 002 and 004: what was asked for and promised, and what the world reads of it.
const regions = ['kota-bekasi', 'kab-bekasi', 'kota-bandung'] as const
type Region = (typeof regions)[number]
type Spoken = { words: string; speaker: { familyName: string } }

let world: World
let officer: Record<Region, Asker>

beforeAll(async () => {
  world = await openWorld()
  const entered = await Promise.all(
    regions.map(async (region) => [region, await world.as(`petugas-${region}`)] as const),
  )
  officer = Object.fromEntries(entered) as Record<Region, Asker>
})
afterAll(async () => await world.close())

const pageOf = async (region: Region, slug: string) => (await officer[region].ask(readRelationPage, { slug })).body

describe('what was asked for and promised', () => {
  type Given = { words: string; side: string; news: object[]; task?: { what: string; origin: string; fromOn: string } }
  const givenAt = async (region: Region, slug: string) => {
    const { id, occurredOn } = (await officer[region].ask(readActivity, { slug })).body
    const rows = (await officer[region].ask(listCommitments, { activity: id })).body.rows as Given[]
    return { rows, occurredOn }
  }

  test.each([
    ['kab-bekasi', 'audiensi-duta-besar-jepang-2024-06-28', [/pelatihan dan pembinaan SMK/], 1],
    [
      'kota-bandung',
      'audiensi-duta-besar-jepang-2022-02-03',
      [/kenyamanan warga Jepang/i, /booster/, /siap dikirim/],
      0,
    ],
    ['kota-bekasi', 'kunjungan-izumisano-2025-07-24', [/lebih cepat, lebih baik, dan lebih transparan/], 0],
    ['kab-bekasi', 'rakor-jababeka-2025-10-21', [/kesinambungan/, /diformalkan/, /pendidikan vokasi/], 0],
  ] as const)('%s, %s: our words stand as commitments, the partner’s as quotes', async (region, slug, said, theirs) => {
    const { rows, occurredOn } = await givenAt(region, slug)
    const ours = rows.filter(({ side }) => side === 'ours')
    expect([ours.length, rows.length - ours.length]).toEqual([said.length, theirs])
    for (const [at, words] of said.entries()) expect(ours[at]?.words).toMatch(words)
    for (const row of rows) {
      expect(row).toMatchObject({ level: 'reported', news: [] })
      expect(row).not.toHaveProperty('dueOn')
    }
    // What follows waits since that day, for nobody in particular.
    for (const { task } of ours) {
      if (task === undefined) continue
      expect(task).toMatchObject({ origin: 'promised', fromOn: occurredOn })
      for (const field of ['unit', 'owner', 'dueOn']) expect(task).not.toHaveProperty(field)
    }
    expect(ours.filter(({ task }) => task !== undefined).length).toBe(said.length - (region === 'kota-bandung' ? 1 : 0))
    for (const { task } of rows.filter(({ side }) => side === 'theirs')) expect(task).toBeUndefined()
  })

  test.each([
    ['kota-bekasi-izumisano', 'kunjungan-izumisano-2025-07-24', ['lebih cepat, lebih baik, dan lebih transparan']],
    ['kab-bekasi-kedutaan-besar-jepang', 'audiensi-duta-besar-jepang-2024-06-28', ['Fasilitas pelatihan']],
    ['kota-bandung-kedutaan-besar-jepang', 'audiensi-duta-besar-jepang-2022-02-03', ['Kenyamanan warga', 'booster']],
    ['kab-bekasi-jababeka', 'rakor-jababeka-2025-10-21', ['kesinambungannya', 'diformalkan']],
  ])(
    '%s: the world reads ours that were chosen, each with its sheet and “no news yet”',
    async (slug, meeting, said) => {
      for (const [path, language] of [
        [`/kerja-sama/${slug}`, 'id'],
        [`/kegiatan/${meeting}`, 'ja'],
      ] as const) {
        const { text } = await world.page(`/${language}${path}`)
        const section = text.slice(text.indexOf('id="komitmen"')).split('</section>')[0] ?? ''
        expect(section.split('<blockquote').length - 1).toBe(said.length)
        for (const words of said) expect(section).toContain(words)
        expect(section).toContain(language === 'id' ? 'belum ada kabar' : 'まだ報告なし')
        expect(section).not.toContain('Kedutaan bisa membantu')
        const [, sheet = ''] = /href="([^"]*\/sumber\/komitmen-[^"]*)"/.exec(section) ?? []
        expect((await world.page(sheet)).status, sheet).toBe(200)
      }
    },
  )

  test('the young people’s referral is quoted from the guest of story 002', async () => {
    const { statements } = (await officer['kota-bekasi'].ask(readActivity, { slug: 'kunjungan-izumisano-2025-07-24' }))
      .body
    const [last] = (statements as Spoken[]).toReversed()
    expect(last).toMatchObject({ words: expect.stringContaining('anak muda'), speaker: { familyName: 'Nishinou' } })
  })

  test('the embassy’s request is the next step since that day', async () => {
    const { relation } = await pageOf('kab-bekasi', 'kab-bekasi-kedutaan-besar-jepang')
    const { body } = await officer['kab-bekasi'].ask(readNextStep, { id: relation.id })
    expect(body.step).toMatchObject({ origin: 'asked', fromOn: '2024-06-28' })
  })
})
