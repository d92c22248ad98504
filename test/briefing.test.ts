import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBriefing, readHandOver, readPress, readPressPdf, readPressWord } from '../src/pages/briefing/contract.ts'
import { languages } from '../src/shared/languages.ts'
import { addParticipant, addStatement, listOfRegion, recordActivity } from '../src/slices/agenda/contract.ts'
import { addPartner, addPerson } from '../src/slices/partners/contract.ts'
import { listRelations, newRelation } from '../src/slices/relations/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let petugas: Asker
beforeAll(async () => {
  world = await openWorld()
  petugas = await world.as('petugas-kota-bekasi')
})
afterAll(async () => await world.close())

interface Shown {
  title: string
  sections: { title: string; lines: { term?: string; text: string; lang?: string; notes: number[] }[] }[]
  sources: string[]
}
const izumisano = 'kota-bekasi-izumisano'
const onDay = { headers: { cookie: '' } }

async function read(
  input: Record<string, unknown>,
  endpoint: Parameters<Asker['ask']>[0] = readBriefing,
): Promise<Shown> {
  const headers = { cookie: `${petugas.cookie}; tanggal=2026-11-21` }
  const { status, body } = await petugas.ask(endpoint, input, { ...onDay, headers })
  expect(status).toBe(200)
  return body
}
const textsOf = ({ sections }: Shown) =>
  sections.flatMap(({ lines }) => lines.map(({ term, text }) => `${term ?? ''} ${text}`))

describe('bahan audiensi of Izumisano', () => {
  test.each(languages)('%s: every line names its sources, and every number has one', async (language) => {
    const began = performance.now()
    const paper = await read({ slug: izumisano, language })
    expect(performance.now() - began, 'milliseconds').toBeLessThan(10_000)
    const lines = paper.sections.flatMap((section) => section.lines)
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(line.notes.length, line.text).toBeGreaterThan(0)
    const numbers = new Set(lines.flatMap(({ notes }) => notes))
    expect([...numbers].toSorted((a, b) => a - b)).toEqual(paper.sources.map((_, at) => at + 1))
  })

  test('says what the story says: nine fields, six named, six stages, the mayor and the vice mayor', async () => {
    const said = textsOf(await read({ slug: izumisano, language: 'id' })).join('\n')
    for (const told of [
      '9 ditawarkan · 6 disebut · 3 belum disebut',
      'Enam tahap lagi',
      'Tri Adhianto',
      'Kuniaki NISHINOU',
      '24 Juli 2025',
      'lebih dari 11 negara',
    ]) {
      expect(said).toContain(told)
    }
    expect(said).toContain('3 bidang ditawarkan tanpa disebut namanya')
  })

  test('for the guest it holds nothing internal', async () => {
    const own = textsOf(await read({ slug: izumisano, language: 'ja' })).join('\n')
    const guest = textsOf(await read({ slug: izumisano, language: 'ja', audience: 'guest' })).join('\n')
    expect(own).toContain('日間動きがありません')
    for (const internal of ['日間動きがありません', '次の一歩', '要件']) expect(guest).not.toContain(internal)
    expect(guest).toContain('泉佐野市')
  })

  test('does not exist for another region, and is refused to an agency', async () => {
    const kab = await world.as('petugas-kab-bekasi')
    expect((await kab.ask(readBriefing, { slug: izumisano })).status).toBe(404)
    const dinas = await world.as('dinas')
    for (const [endpoint, input] of [
      [readBriefing, { slug: izumisano }],
      [readHandOver, {}],
    ] as const) {
      expect((await dinas.ask(endpoint, input)).status).toBe(403)
    }
  })
})

test('a guest’s paper tells no partner what another partner’s people said', async () => {
  const done = async (endpoint: Parameters<Asker['ask']>[0], input: Record<string, unknown>) => {
    const { status, body } = await petugas.ask(endpoint, input)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const begin = async (name: string) => {
    const { id: partner } = await done(addPartner, { name, kind: 'foreign_local_government', country: 'JP' })
    return { partner, ...(await done(newRelation, { partner, beganOn: '2026-01-05' })) }
  }
  const [one, other] = [await begin('Kenari Timur'), await begin('Merpati Barat')]
  const visit = { occurredOn: '2026-05-05', kind: 'audiensi', place: 'Aula Cendana', about: 'Pokok rahasia' }
  const { id } = await done(recordActivity, { ...visit, relations: [one.id, other.id] })
  await done(addParticipant, { id, side: 'guest', personName: 'Orang Kenari', organisation: 'Kantor Kenari' })
  await done(addStatement, { id, words: 'Kata Kenari', speaker: 'Orang Kenari' })
  const told = async (slug: string, audience = 'guest') =>
    textsOf(await read({ slug, language: 'id', audience })).join('\n')
  for (const { slug } of [one, other]) {
    expect(await told(slug)).not.toMatch(/Aula Cendana|Pokok rahasia|Kenari\b.*Kata|Orang Kenari|Kantor Kenari|5 Mei/)
  }
  expect(await told(other.slug, 'own')).toMatch(/Pokok rahasia[^]*Kata Kenari/)
  const seen = { id: other.partner, givenName: 'Rajawali', familyName: '', office: 'wali_kota', seenOn: '2026-05-05' }
  const { id: person } = await done(addPerson, seen)
  await done(addParticipant, { id, side: 'guest', person })
  const theirs = await told(other.slug)
  for (const words of ['Aula Cendana', '5 Mei 2026', 'Rajawali']) expect(theirs).toContain(words)
  expect(theirs).not.toMatch(/Pokok rahasia|Kata Kenari|Orang Kenari|Kantor Kenari/)
  expect(await told(one.slug)).not.toMatch(/Aula Cendana|Rajawali/)
})

describe('siaran pers', () => {
  test.each(languages)('%s: nobody signs without a text on file', async (language) => {
    const paper = await read({ slug: 'kunjungan-izumisano-2025-07-24', language }, readPress)
    const whole = [paper.title, ...textsOf(paper)].join('\n')
    expect(whole).not.toMatch(/menandatangani|signed|署名しました|서명했습니다/)
    expect(whole).toMatch(/2025/)
  })

  test('takes a sentence of one’s own, but none that tells of a signing, in any language, and no identity number', async () => {
    const of = { slug: 'kunjungan-izumisano-2025-07-24', language: 'id' }
    const own = 'Kedua pihak sepakat bertemu lagi.'
    expect(textsOf(await read({ ...of, own }, readPress)).join('\n')).toContain(own)
    for (const [text, fault] of [
      ['Kedua pihak menandatangani nota kesepahaman.', 'wrong'],
      ['両市は覚書に署名しました。', 'wrong'],
      ['NIK tamu 3275012345678901', 'identity_number'],
    ]) {
      for (const endpoint of [readPress, readPressWord, readPressPdf]) {
        const { status, body } = await petugas.ask(endpoint, { ...of, own: text })
        expect([status, body.details?.fields], text).toEqual([422, [{ path: 'own', fault }]])
      }
    }
  })

  test('of the estate’s forum names its points and who was there', async () => {
    const kab = await world.as('petugas-kab-bekasi')
    const { status, body } = await kab.ask(readPress, { slug: 'rakor-jababeka-2025-10-21', language: 'id' })
    expect(status).toBe(200)
    const whole = textsOf(body).join('\n')
    for (const told of ['Rapat koordinasi', 'Jababeka', '21 Oktober 2025', 'Ade Kuswara Kunang']) {
      expect(whole).toContain(told)
    }
    expect(body.sources.join(' ')).toContain('menurut berita')
  })

  test('of the Korean story says that one met, whatever was reported', async () => {
    const kab = await world.as('petugas-kab-bekasi')
    const { body: list } = await kab.ask(listOfRegion, { limit: 50 })
    const korea = list.rows.find(({ occurredOn }: { occurredOn: string }) => occurredOn.startsWith('2023'))
    const { status, body } = await kab.ask(readPress, { slug: korea.slug, language: 'id' })
    expect(status).toBe(200)
    expect(body.title).not.toContain('menandatangani')
    expect(textsOf(body).join('\n')).not.toMatch(/menandatangani (nota|MoU)/)
  })
})

test('serah terima holds each cooperation with its next step, and what is open', async () => {
  const paper = await read({ language: 'id' }, readHandOver)
  const said = textsOf(paper).join('\n')
  expect(said).toContain('Izumisano')
  expect(said).toContain('langkah berikutnya belum ditentukan')
})

test('every relation of a region has a briefing, in two languages, whatever it lacks', async () => {
  const officer = await world.as('petugas-kab-bekasi')
  const { body } = await officer.ask(listRelations, { limit: 50 })
  for (const { slug } of body.rows) {
    for (const language of ['id', 'ko']) {
      const { status } = await officer.ask(readBriefing, { slug, language })
      expect(status, `${slug} ${language}`).toBe(200)
    }
  }
})
