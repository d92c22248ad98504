import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../src/shared/dates.ts'
import { languages } from '../src/shared/languages.ts'
import { listRegister } from '../src/slices/oversight/contract.ts'
import { listPartners } from '../src/slices/partners/contract.ts'
import { partnerKinds } from '../src/slices/procedures/model.ts'
import {
  beginProcess,
  countRelations,
  exportCsv,
  listRelations,
  listTexts,
  readRelation,
} from '../src/slices/relations/contract.ts'
import { listRelations as listOfRegion } from '../src/slices/relations/list.ts'
import { getRelation } from '../src/slices/relations/queries.ts'
import { statuses, textKinds } from '../src/slices/relations/model.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { seedDemonstration } from '../src/slices/demo/seed.ts'
import { tenantOf } from './factories.ts'
import { samples, statuses as answers } from './portal-samples.ts'
import { openWorld, type Asker, type World } from './world.ts'

const on = '2026-11-21'
let world: World
let petugas: Asker

beforeAll(async () => {
  world = await openWorld({ invented: true })
  petugas = await world.as('petugas-kab-contoh')
})
afterAll(async () => await world.close())

/** Asks on the sample day. */
async function ask(...[endpoint, input = {}]: Parameters<Asker['ask']>) {
  const answer = await petugas.ask(endpoint, input, { headers: { cookie: `${petugas.cookie}; tanggal=${on}` } })
  expect(answer.status, endpoint.name).toBe(200)
  return answer.body
}

interface Listed {
  id: string
  slug: string
  lastOn: string | null
  status: string | null
  partner: { name: string; country: string | null; kind: string | null } | null
  label: string | null
}

async function listAll(limit = 100): Promise<Listed[]> {
  const rows: Listed[] = []
  for (let after: string | undefined; ;) {
    const page = await ask(listRelations, { limit, ...(after !== undefined && { after }) })
    rows.push(...page.rows)
    after = page.next
    if (after === undefined) return rows
    expect(page.rows).toHaveLength(limit)
  }
}

describe('a line of the list', () => {
  test('says of every relation what its own page says, on every day: the register is as true as the rules', async () => {
    const tenant = await tenantOf(world, 'kab-contoh')
    let fromLines = 0
    for (const day of ['1995-01-01', '2015-06-30', '2023-02-01', '2024-06-28', on, '2027-12-31', '2031-01-01']) {
      await world.database.inTenant({ tenant }, async (tx) => {
        const { rows } = await listOfRegion(tx, { on: day, limit: 100 })
        expect(rows.length).toBeGreaterThan(40)
        for (const { id, status, stage, endsOn, lastOn, published, partner } of rows) {
          const whole = await getRelation(tx, { id, on: day })
          const line = { status, stage, endsOn, lastOn, published, partner }
          expect(line, `${id} on ${day}`).toEqual({
            status: whole.status,
            stage: whole.stage,
            endsOn: whole.endsOn,
            lastOn: whole.lastOn,
            published: whole.published,
            partner: whole.partner,
          })
        }
        const held = await tx.selectFrom('oversight.register').select('id').where('holds_from', '<=', day).execute()
        fromLines += held.length
      })
    }
    expect(fromLines, 'lines that were read as they stand').toBeGreaterThan(100)
  })
})

describe('the mix', () => {
  test('holds each status at least twice, and relations without a word', async () => {
    const rows = await listAll()
    expect(rows.length).toBeGreaterThanOrEqual(40)
    for (const status of [...statuses, null]) {
      const found = rows.filter((row) => row.status === status).map(({ slug }) => slug)
      expect(found.length, `${status}: ${found.join(', ')}`).toBeGreaterThanOrEqual(2)
    }
    const { status } = await ask(countRelations)
    for (const word of statuses) expect(status[word], word).toBe(rows.filter((row) => row.status === word).length)
  })

  test('holds every kind of partner but embassies and bodies of the state, from a dozen countries', async () => {
    const rows = await listAll()
    const kinds = new Set(rows.map(({ partner }) => partner?.kind ?? null))
    for (const kind of partnerKinds) {
      expect(kinds.has(kind), kind).toBe(kind !== 'embassy' && kind !== 'central_body')
    }
    expect(kinds.has(null)).toBe(true)
    expect(new Set(rows.map(({ partner }) => partner?.country)).size).toBeGreaterThanOrEqual(12)
  })

  test('holds sixty texts of every kind: imported, replaced, terminated, open-ended, of unknown term, unsigned', async () => {
    const texts = await textsOfAll()
    expect(texts.length).toBeGreaterThanOrEqual(60)
    for (const kind of textKinds) {
      expect(texts.filter((text) => text.kind === kind).length, kind).toBeGreaterThanOrEqual(2)
    }
    const counts = {
      imported: texts.filter(({ imported }) => imported).length,
      replacing: texts.filter(({ replaces }) => replaces !== null).length,
      terminated: texts.filter(({ terminatedOn }) => terminatedOn !== null).length,
      openEnded: texts.filter(({ isOpenEnded }) => isOpenEnded).length,
      unknown: texts.filter(({ lastDay, isOpenEnded, kind }) => !lastDay && !isOpenEnded && kind === 'mou').length,
      unsigned: texts.filter(({ isSigned }) => !isSigned).length,
    }
    expect(counts).toEqual({
      imported: expect.toSatisfy((n: number) => n >= 8),
      replacing: 2,
      terminated: 2,
      openEnded: 2,
      unknown: 1,
      unsigned: 1,
    })
    const titles = texts.map(({ title }) => title).join('\n')
    for (const law of ['PP 50/2007', 'Permendagri 3/2008', 'SE 193/1652/PUOD 1993']) expect(titles).toContain(law)
  })

  test('names in five scripts, and names of up to 200 characters', async () => {
    const partners = (await ask(listPartners, { limit: 100 })).rows as { name: string; nativeName: string | null }[]
    const natives = partners.map(({ nativeName }) => nativeName ?? '').join(' ')
    for (const script of [/\p{Script=Han}/u, /\p{Script=Hangul}/u, /\p{Script=Arabic}/u, /\p{Script=Thai}/u]) {
      expect(natives).toMatch(script)
    }
    const lengths = partners.map(({ name }) => [...name].length)
    expect(Math.max(...lengths)).toBe(200)
    expect(lengths.filter((length) => length > 110).length).toBeGreaterThanOrEqual(3)
  })
})

test('sources differ about four days; of two an officer has judged, once each way', async () => {
  const rows = await world.owner`
    select (j.id is not null) as judged, (j.provenance = p.id) as follows from sources.provenance p
    left join sources.judgements j on j.tenant = p.tenant and j.subject = p.subject and j.field = p.field
    where p.tenant = ${tenant} and p.value is not null order by 1, 2`
  expect(rows.map(({ judged, follows }) => [judged, follows])).toEqual([
    [false, null],
    [false, null],
    [true, true],
    [true, null],
  ])
})

interface Text {
  kind: string
  title: string
  imported: boolean
  replaces: string | null
  signedOn: string | null
  terminatedOn: string | null
  lastDay: string | null
  isOpenEnded: boolean
  isSigned: boolean
}

async function textsOfAll(): Promise<Text[]> {
  const rows = await listAll()
  return (await Promise.all(rows.map(async ({ id }) => (await ask(listTexts, { id })).rows))).flat()
}

describe('lists', () => {
  test.each([1, 7, 25, 41])('page by %i without gap or double, the newest first', async (limit) => {
    const whole = await listAll()
    const paged = await listAll(limit)
    expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
    expect(new Set(paged.map(({ id }) => id)).size).toBe(paged.length)
    const days = whole.map(({ lastOn }) => lastOn ?? '')
    expect(days).toEqual(days.toSorted().toReversed())
  })

  test('the table to take along holds every row', async () => {
    const rows = await listAll()
    const { sheets } = await readXlsx(await ask({ ...exportCsv, path: '/api/relations/list/export.xlsx' }))
    const cells = (sheets[0]?.rows ?? []).map((row) => row.map(String).join('\t'))
    for (const { partner, label } of rows) {
      const name = partner?.name ?? label ?? ''
      expect(cells.filter((cell) => cell.includes(name)).length, name).toBeGreaterThanOrEqual(1)
    }
    expect(cells.length).toBeGreaterThan(rows.length)
  })

  test.each([
    ['Contoh Utara', 'contoh-utara-jepang'],
    ['Mihonkita', 'contoh-utara-jepang'],
    ['견본동시', 'contoh-timur-korea'],
    ['الصحراوية', 'contoh-gurun-saudi'],
    ['見本島町', 'contoh-pulau-jepang'],
  ])('%s finds %s alone', async (q, slug) => {
    const { rows, total } = await ask(listRelations, { q })
    expect([rows.map((row: Listed) => row.slug), total]).toEqual([[slug], 1])
  })
})

test('what ends within a year abroad and half a year at home is what counting day by day finds', async () => {
  const rows = await listAll()
  const naive: Record<string, string> = {}
  for (const { id, slug, partner, status } of rows) {
    if (status === 'not_continued') continue
    const texts: (Text & { id: string })[] = (await ask(listTexts, { id })).rows
    const signed = texts.filter(({ kind, isSigned }) => isSigned && !['loi', 'rencana', 'addendum'].includes(kind))
    const live = signed.filter(
      (text) =>
        (text.lastDay === null || text.lastDay >= on) &&
        (text.terminatedOn === null || text.terminatedOn > on) &&
        !signed.some(({ replaces }) => replaces === text.id),
    )
    if (live.length === 0 || live.some(({ lastDay }) => lastDay === null)) continue
    const last = live.map(({ lastDay }) => lastDay ?? '').toSorted().at(-1) ?? '' // prettier-ignore
    let left = 0
    while (addDays(on, left) < last) left += 1
    if (left <= (partner?.country === 'ID' ? 180 : 365)) naive[slug] = last
  }
  expect(naive).toEqual({
    'contoh-barat-korea': addDays(on, 365),
    'contoh-timur-korea': addDays(on, 200),
    'contoh-universitas-nusantara': addDays(on, 180),
    'contoh-kota-raya': addDays(on, 100),
  })
  const soon = rows.filter(({ status }) => status === 'ending_soon').map(({ slug }) => slug)
  expect(soon.toSorted()).toEqual(Object.keys(naive).toSorted())
  // A day later of the one, a day earlier of the other: neither ends soon on the sample day.
  const states = new Map(rows.map(({ slug, status }) => [slug, status]))
  expect([states.get('contoh-tengah-tiongkok'), states.get('contoh-politeknik')]).toEqual(['in_force', 'in_force'])
})

test('the day of its officer has late steps, a clock at DPRD and visits to sort', async () => {
  const body = await ask(readToday)
  const kinds = new Set(JSON.stringify(body).match(/"kind":"[a-z_]+"/g))
  expect(kinds.size, [...kinds].join(' ')).toBeGreaterThanOrEqual(4)
})

test('beside an old text that was entered as it stands no stages are counted; its renewal can begin', async () => {
  const [row] = (await ask(listRelations, { q: 'Contoh Lembah' })).rows
  expect(row).toMatchObject({ status: 'in_force', stage: null })
  const { text } = await world.page(`/id/kerja-sama/${row.slug}`)
  expect(text).toContain('<b class="status st-live">Berlaku</b>')
  expect(text).not.toMatch(/Tahap \d dari \d/)
  const over = await world.page('/id/kerja-sama/contoh-savana-australia')
  expect(over.text).toContain('<b class="status st-past">Berakhir</b>')
  await ask(beginProcess, { id: row.id, beganOn: '2026-11-02' })
  expect((await ask(readRelation, { id: row.id })).stage).toBe('penjajakan')
  const again = await petugas.ask(beginProcess, { id: row.id, beganOn: '2026-11-03' })
  expect([again.status, again.body.details.fields]).toEqual([422, [{ path: 'beganOn', fault: 'taken' }]])
})

/** Places of the stories and the real regions here; a partner that bears one of these names would be taken for it. */
const realPlaces = [
  'Izumisano', 'Kawasaki', 'Hamamatsu', 'Hanamatsu', 'Toyota', 'Bekasi', 'Bandung', 'Jawa Barat', 'Cikarang',
  'Jababeka', 'Purwakarta', 'Bogor', 'Nanning', 'Setif', 'Semarang', '泉佐野', '川崎', '浜松', '豊田', '이즈미사노',
] // prettier-ignore

describe('invented', () => {
  test('no word of it names a real place of the stories, and each partner says that it is a sample', async () => {
    const rows = await world.owner<{ text: string }[]>`
      select to_jsonb(p)::text as text from partners.partners p where tenant = ${tenant}
      union all select to_jsonb(r)::text from relations.relations r where tenant = ${tenant}
      union all select to_jsonb(t)::text from relations.texts t where tenant = ${tenant}
      union all select to_jsonb(d)::text from relations.documents d where tenant = ${tenant}
      union all select to_jsonb(a)::text from agenda.activities a where tenant = ${tenant}
      union all select to_jsonb(m)::text from agenda.participants m where tenant = ${tenant}
      union all select to_jsonb(s)::text from sources.sources s where tenant = ${tenant}`
    expect(rows.length).toBeGreaterThan(200)
    const said = rows.map(({ text }) => text.toLowerCase()).join('\n')
    expect(realPlaces.filter((place) => said.includes(place.toLowerCase()))).toEqual([])
    const names = await world.owner<{ name: string; names: Record<string, string> }[]>`
      select name, names from partners.partners where tenant = ${tenant}`
    for (const { name, names: forms } of names) {
      expect([name, forms['en'] ?? name, forms['ja'] ?? '見本', forms['ko'] ?? '견본']).toEqual([
        expect.stringContaining('Contoh'),
        expect.stringContaining('Contoh'),
        expect.stringContaining('見本'),
        expect.stringContaining('견본'),
      ])
    }
  })

  test('nobody is named: no person, no official, no signatory', async () => {
    const [found] = await world.owner`
      select (select count(*)::int from partners.people where tenant = ${tenant}) as people,
        (select count(*)::int from reference.officials where tenant = ${tenant}) as officials,
        (select count(*)::int from relations.signatories where tenant = ${tenant}) as signatories,
        (select count(*)::int from agenda.participants where tenant = ${tenant}
          and (person is not null or official is not null or person_name is not null)) as participants`
    expect(found).toEqual({ people: 0, officials: 0, signatories: 0, participants: 0 })
  })

  test('every page of it says in its language that the region does not exist; no page of another does', async () => {
    const said = { id: 'daerah rekaan', en: 'is invented', ja: '架空の地域', ko: '가상의 지역' }
    for (const language of languages) {
      for (const path of ['daerah/kab-contoh', 'daerah/kab-contoh/kerja-sama', 'kerja-sama/contoh-utara-jepang']) {
        const { status, text } = await world.page(`/${language}/${path}`)
        expect(status, path).toBe(200)
        expect(text.split(said[language]).length, `${language} ${path}`).toBeGreaterThan(2)
        expect(text).toContain('content="noindex"')
      }
      const { text } = await world.page(`/${language}/daerah/kota-bekasi`)
      expect(text).not.toContain(said[language])
      expect((await world.page(`/${language}`)).text).toContain(`href="/${language}/daerah/kab-contoh"`)
    }
  })

  test('about half of it is published, over more than one page; what was withdrawn is gone', async () => {
    const rows = await listAll()
    const { published } = await ask(countRelations)
    expect(published.yes).toBeGreaterThan(25)
    expect(published.no).toBeGreaterThan(rows.length / 4)
    const slugs: string[] = []
    for (let path: string | undefined = '/id/daerah/kab-contoh/kerja-sama'; path !== undefined;) {
      const { text } = await world.page(path)
      slugs.push(...[...text.matchAll(/href="\/id\/kerja-sama\/([a-z0-9-]+)"/g)].map(([, slug = '']) => slug))
      const next: string | undefined = /rel="next" href="([^"]+)"/.exec(text)?.[1]
      path = next && `/id/daerah/kab-contoh/kerja-sama${next.replaceAll('&amp;', '&')}`
    }
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs.length).toBe(published.yes)
    for (const slug of ['contoh-rawa-taiwan', 'contoh-delta-brasil']) {
      expect(slugs).not.toContain(slug)
      expect((await world.page(`/id/kerja-sama/${slug}`)).status).toBe(410)
    }
    expect((await world.page('/id/kerja-sama/contoh-teluk-india')).status).toBe(404)
  })

  test('the province of the stories does not see it, nor do their officers', async () => {
    const provinsi = await world.as('provinsi')
    const { status, body } = await provinsi.ask(listRegister, { limit: 100 })
    expect(status).toBe(200)
    expect(body.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toMatch(/contoh|99\.99/i)
    const other = await world.as('petugas-kota-bekasi')
    expect((await other.ask(listRelations, { q: 'Contoh' })).body).toMatchObject({ rows: [], total: 0 })
    const [one] = await listAll(1)
    expect((await other.ask(listTexts, { id: one?.id ?? '' })).status).toBe(404)
    expect((await (await world.as(undefined)).ask(listRelations)).status).toBe(401)
  })

  test(
    'a filling that stopped between two groups is completed, and a full one is left alone',
    { timeout: 120_000 },
    async () => {
      const half = await openWorld({ seed: false })
      try {
        let left = 10
        const dying = {
          ...half.database,
          inTenant: (async (tenancy, work) => {
            if (left-- === 0) throw new Error('killed')
            return await half.database.inTenant(tenancy, work)
          }) as typeof half.database.inTenant,
        }
        const count = async () => {
          const [row] = await half.owner`select count(*)::int as n from relations.relations where tenant = ${tenant}`
          return row?.['n']
        }
        await expect(seedDemonstration(dying, half)).rejects.toThrow('killed')
        const [before, whole] = [await count(), (await listAll()).length]
        expect(before).toBeGreaterThan(0)
        expect(before).toBeLessThan(whole)
        expect(await seedDemonstration(half.database, half)).toBe('seeded')
        expect(await count()).toBe(whole)
        expect(await seedDemonstration(half.database, half)).toBe('already there')
      } finally {
        await half.close()
      }
    },
  )
})

const tenant = '01900000-0000-7000-8000-000000009999'

test('every public page of a programme has a way to say that something is wrong', async () => {
  const told = Object.values(samples)
    .flat()
    .filter((path) => path.startsWith('/program/') || /\/program(\/|$)/.test(path))
    .filter((path) => answers[path] === undefined && !/\/(daftar|pesan|bukti|sumber)(\/|$)/.test(path))
  expect(told.length).toBeGreaterThan(10)
  for (const path of told) {
    const way = /href="([^"]*\/keliru[^"]*)"/.exec((await world.page(`/id${path}`)).text)?.[1] ?? path
    expect(way, path).toContain('/keliru')
    expect((await world.page(way)).status, `${path} → ${way}`).toBe(200)
  }
})
