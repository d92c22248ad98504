import { unzipSync } from 'fflate'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roleUrls } from '../src/platform/migrate.ts'
import { pages, routes } from '../src/routes.ts'
import { languages } from '../src/shared/languages.ts'
import { roles, type Role } from '../src/shared/permissions.ts'
import { newId } from '../src/shared/ids.ts'
import { readHistory } from '../src/slices/ledger/contract.ts'
import { listMembers } from '../src/slices/identity/contract.ts'
import { listRegister } from '../src/slices/oversight/contract.ts'
import { listRelations } from '../src/slices/relations/contract.ts'
import { readToday } from '../src/pages/today/contract.ts'
import { aCityElsewhere, aColleague, furnish, type Furniture } from './factories.ts'
import { inputOf, takesId, whoAsks } from './inputs.ts'
import { openWorld, type Asker, type World } from './world.ts'

const kota = 'KENARI-KOTA'
const kab = 'KENARI-KAB'
const elsewhere = 'KENARI-SEMARANG'
const reads = routes.map(({ endpoint }) => endpoint).filter(({ method }) => method === 'GET')

let world: World
let place: Record<'kota-bekasi' | 'kab-bekasi' | 'kota-semarang', Furniture>
const askers = new Map<string, Asker>()

beforeAll(async () => {
  world = await openWorld()
  await aCityElsewhere(world, { demonstration: true })
  place = {
    'kota-bekasi': await furnish(world, { region: 'kota-bekasi', canary: kota }),
    'kab-bekasi': await furnish(world, { region: 'kab-bekasi', canary: kab }),
    'kota-semarang': await furnish(world, { region: 'kota-semarang', canary: elsewhere }),
  }
  for (const region of ['kota-bekasi', 'kab-bekasi'] as const) {
    for (const role of roles.filter((each) => each !== 'provinsi')) {
      const unit = role === 'opd' ? place[region].cohortUnit : undefined
      askers.set(`${region} ${role}`, await world.as(await aColleague(world, { region, role, unit })))
    }
  }
})
afterAll(async () => await world.close())

const asker = (region: string, role: Role) => askers.get(`${region} ${role}`) as Asker
const sides = [
  { mine: 'kota-bekasi', theirs: 'kab-bekasi', own: kota, foreign: kab },
  { mine: 'kab-bekasi', theirs: 'kota-bekasi', own: kab, foreign: kota },
] as const
const shows = (value: unknown, canary: string) => textOf(value).toLowerCase().includes(canary.toLowerCase())

/** What an answer says: its JSON, or the words of a file, also of one that is packed. */
function textOf(value: unknown): string {
  if (!Buffer.isBuffer(value)) return JSON.stringify(value)
  if (value.toString('latin1', 0, 2) !== 'PK') return value.toString()
  return Object.values(unzipSync(value))
    .map((part) => Buffer.from(part).toString())
    .join('\n')
}

describe('Kota Bekasi and Kabupaten Bekasi never see each other’s things', () => {
  test('the canaries sing: every kind of reading shows the own region’s', async () => {
    const petugas = asker('kota-bekasi', 'petugas')
    const silent: string[] = []
    for (const endpoint of reads.filter((each) => each.allow !== 'signed_in' && each.allow !== 'register.read')) {
      const role = whoAsks(endpoint)
      const own = inputOf(endpoint, place['kota-bekasi'])
      if (endpoint.name === 'relations.listRelations') delete own['after']
      const { body } = await asker('kota-bekasi', role).ask(endpoint, own, {
        headers: { cookie: `${asker('kota-bekasi', role).cookie}; tanggal=2026-06-30` },
      })
      if (!shows(body, kota)) silent.push(endpoint.name)
    }
    const figures = {
      'briefing.readHandOverPdf': 'words of a PDF are packed; the Word file of the same pack sings',
      'followup.countOfMember': 'how much somebody still has in hand is a figure',
      'ledger.exportHistory': 'a history as a file says who did what when, nothing that was typed',
      'ledger.verify': 'the verifier answers figures',
      'letters.exportThread': 'the sample’s letters hold no canary; the title of the matter stands on paper only',
      'letters.readDelivered': 'a delivered template is nobody’s',
      'notices.readChoice': 'what one wants to be told names nothing of the region',
      'partners.listCountries': 'countries are answered by code, with figures',
      'reference.listForeignHolidays': 'days off of a year in which the region keeps none of its own',
      'reference.readDay': 'of a day its holidays are told',
      'reference.readRegion': 'a region’s own settings hold nothing that was typed',
      'relations.countRelations': 'the filters answer figures',
      'relations.prepareStep': 'what the law still wants is said in the law’s words and figures',
      'residents.readContact': 'whether questions are taken, and in how many days, names nothing of the region',
      'settings.readPreparation': 'what a region still needs is told by the names of the parts',
    }
    expect(silent.toSorted()).toEqual(Object.keys(figures))
    expect(petugas.cookie).not.toBe('')
  })

  test.each(sides)(
    '$mine: no reading endpoint shows any role a word or an id of $theirs',
    { timeout: 120_000 }, // thousands of readings; both cores may be at work on something else
    async ({ mine, theirs, foreign }) => {
      const { tenant: _, relationRev: __, fieldRev: ___, ...records } = place[theirs]
      const secrets = [
        foreign,
        place[theirs].tenant,
        ...Object.values(records).filter((value) => typeof value === 'string'),
      ]
      let answers = 0
      for (const role of roles.filter((each) => each !== 'provinsi')) {
        for (const endpoint of reads) {
          for (const ids of [place[mine], place[theirs]]) {
            for (const date of ['2025-08-02', '2026-06-30']) {
              const who = asker(mine, role)
              const { status, body } = await who.ask(endpoint, inputOf(endpoint, ids), {
                headers: { cookie: `${who.cookie}; tanggal=${date}` },
              })
              const label = `${endpoint.name} as ${role}`
              if (ids === place[theirs] && takesId(endpoint)) expect([403, 404], label).toContain(status)
              // Unpacked once: a packed file costs more than its answer.
              const text = textOf(body).toLowerCase()
              expect(
                secrets.filter((secret) => text.includes(secret.toLowerCase())),
                label,
              ).toEqual([])
              answers += 1
            }
          }
        }
      }
      expect(answers).toBe(6 * reads.length * 4)
    },
  )

  test.each(sides)('$mine: search and counts know nothing of $theirs', async ({ mine, own, foreign }) => {
    const petugas = asker(mine, 'petugas')
    const total = async (q?: string) => (await petugas.ask(listRelations, q === undefined ? {} : { q })).body.total
    const [counted] = await world.owner<{ n: number }[]>`
      select count(*)::int as n from relations.relations where tenant = ${place[mine].tenant}`
    expect(await total()).toBe(counted?.n)
    expect(await total(own)).toBe(3) // the furnished one and the two estates of its forum
    expect(await total(foreign)).toBe(0)
    expect(await total('kenari')).toBe(3)
    expect(await total('市')).toBeGreaterThan(0)
  })

  test.each(sides)('$mine: members are the own ones', async ({ mine }) => {
    const { body } = await asker(mine, 'admin_daerah').ask(listMembers)
    const rows = await world.owner<{ id: string }[]>`
      select id from identity.memberships where tenant = ${place[mine].tenant} order by id`
    expect(body.rows.map(({ id }: { id: string }) => id).sort()).toEqual(rows.map(({ id }) => id))
  })

  test('a page of a history or list that begins after another region’s row is not there', async () => {
    const petugas = asker('kota-bekasi', 'petugas')
    const own = place['kota-bekasi']
    const other = place['kab-bekasi']
    const cases = [
      await petugas.ask(readHistory, { subject: own.relation, before: other.act }),
      await petugas.ask(readHistory, { subject: other.relation, before: own.act }),
      await petugas.ask(readHistory, { subject: own.relation, before: newId() }),
      await petugas.ask(listRelations, { q: 'kenari', after: other.relation }),
    ]
    expect(cases.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect((await petugas.ask(readHistory, { subject: own.relation, before: own.act })).status).toBe(200)
  })

  test('Hari ini shows an agency and the administrator nothing of relations', async () => {
    // The head of a region is told of the meetings, and of what waits for a decision: nothing does here.
    for (const [role, seen, told] of [
      ['petugas', true, true],
      ['pimpinan', true, false],
      ['opd', false, false],
      ['admin_daerah', false, false],
    ] as const) {
      const who = asker('kota-bekasi', role)
      const at = async (date: string) =>
        (await who.ask(readToday, {}, { headers: { cookie: `${who.cookie}; tanggal=${date}` } })).body
      expect(shows((await at('2025-08-02')).activities, kota), role).toBe(seen)
      expect(shows((await at('2026-06-30')).lines, kota), role).toBe(told)
      expect((await at('2026-06-30')).total > 0, role).toBe(told)
    }
  })
})

describe('the province', () => {
  test('reads the register lines of its own regions, and no word of a note', async () => {
    const { status, body } = await (await world.as('provinsi')).ask(listRegister, { limit: 100 })
    expect(status).toBe(200)
    expect(new Set(body.rows.map((row: { regionCode: string }) => row.regionCode.slice(0, 2)))).toEqual(new Set(['32']))
    const partners = body.rows.map((row: { partnerName: string }) => row.partnerName)
    expect(partners).toContain(`${kota} mitra`)
    expect(partners).toContain(`${kab} mitra`)
    expect(shows(body, elsewhere)).toBe(false)
    const words = ['maksud', 'bidang', 'pertemuan', 'pernyataan', 'pejabat', 'anggota', 'ringkasan', 'profil', 'koran']
    for (const word of words) expect(shows(body, `${kota} ${word}`), word).toBe(false)
  })

  test('is refused everything else, whichever region the record is of', async () => {
    const province = await world.as('provinsi')
    for (const endpoint of routes.map((route) => route.endpoint)) {
      if (endpoint.allow === 'signed_in' || endpoint.allow === 'register.read') continue
      for (const ids of Object.values(place)) {
        const { status } = await province.ask(endpoint, inputOf(endpoint, ids))
        expect(status, endpoint.name).toBe(403)
      }
    }
  })
})

test('no page of the portal shows a word of what is not published, in any language', { timeout: 120_000 }, async () => {
  const slugs = Object.values(place).flatMap(({ slug, activitySlug }) => [slug, activitySlug])
  const values = [
    'kota-bekasi',
    'kab-bekasi',
    'kota-semarang',
    'kota-bekasi-izumisano',
    'kunjungan-izumisano-2025-07-24',
    ...slugs,
  ]
  const programmes = Object.values(place).flatMap((of) => [
    of.cohortSlug,
    of.contestSlug,
    of.needSlug,
    of.serviceSlug,
    of.issueSlug,
    of.exchangeSlug,
  ])
  let read = 0
  for (const { path } of pages) {
    const asked = path.startsWith('/program/') ? programmes : values
    const paths = path.includes(':') ? asked.map((value) => path.replace(/:\w+/g, value)) : [path]
    for (const language of languages) {
      for (const filled of paths) {
        const { status, text } = await world.page(`/${language}${filled === '/' ? '' : filled}?tanggal=2026-06-30`)
        expect([200, 404, 410], filled).toContain(status)
        // The address that was asked for may come back in links; nothing else of it may.
        const said = text.toLowerCase().replaceAll(filled.split('/').at(-1) ?? '', '')
        expect(said.includes('kenari'), filled).toBe(false)
        if (filled.includes('kenari')) expect([404, 410], filled).toContain(status)
        if (status === 200) read += 1
      }
    }
  }
  expect(read).toBeGreaterThan(20)
})

describe('in the database itself', () => {
  test('a region is set for one transaction: the next user of the connection stands nowhere', async () => {
    const app = postgres(roleUrls(world.ownerUrl).app, { max: 1 })
    const count = async () => (await app<{ n: number }[]>`select count(*)::int as n from relations.relations`)[0]?.n
    try {
      expect(await count()).toBe(0)
      const inside = await app.begin(async (tx) => {
        await tx`select set_config('app.tenant', ${place['kab-bekasi'].tenant}, true)`
        return await tx<{ n: number }[]>`select count(*)::int as n from relations.relations`
      })
      expect(inside[0]?.n).toBe(6) // three of the stories, the furnished one and the two estates of its forum
      expect(await count()).toBe(0)
      await expect(
        app.begin(async (tx) => {
          await tx`select set_config('app.tenant', ${place['kab-bekasi'].tenant}, true)`
          await tx`select 1 / 0`
        }),
      ).rejects.toMatchObject({ code: '22012' })
      expect(await count()).toBe(0)
    } finally {
      await app.end({ timeout: 5 })
    }
  })

  test('the product’s own transactions leave nothing behind either, whether they end well or not', async () => {
    const { tenant } = place['kota-bekasi']
    const names = await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        const asked = at % 2 === 0 ? tenant : place['kab-bekasi'].tenant
        const row = await world.database
          .inTenant({ tenant: asked }, async (tx) => {
            const found = await tx.selectFrom('reference.regions').select('tenant').execute()
            if (at % 5 === 0) throw new Error('ended badly')
            return found
          })
          .catch(() => [{ tenant: asked }])
        return row.length === 1 && row[0]?.tenant === asked
      }),
    )
    expect(names.every(Boolean)).toBe(true)
  })

  test('a session’s hash opens its own region for one statement; any other opens nothing', async () => {
    const app = postgres(roleUrls(world.ownerUrl).app, { max: 1 })
    const rows = await world.owner<{ hash: Uint8Array }[]>`
      select token_hash as hash from identity.sessions where tenant = ${place['kab-bekasi'].tenant} limit 1`
    const own = rows[0]?.hash ?? new Uint8Array()
    const enter = async (hash: Uint8Array) => {
      const [entered] = await app<{ who: { tenant: string } | null; at: string }[]>`
        with entered as materialized (select identity.enter(${hash}) as who)
        select who, current_setting('app.tenant', true) as at from entered`
      return [entered?.who?.tenant, entered?.at ?? '']
    }
    try {
      const { tenant } = place['kab-bekasi']
      expect(await enter(own)).toEqual([tenant, tenant])
      for (const hash of [new Uint8Array(32), new Uint8Array(), own.slice(1)])
        expect(await enter(hash)).toEqual([undefined, ''])
      expect(await app`select from relations.relations`).toHaveLength(0)
    } finally {
      await app.end({ timeout: 5 })
    }
  })

  test('a row cannot be written into another region, nor moved there', async () => {
    const { tenant } = place['kota-bekasi']
    const other = place['kab-bekasi'].tenant
    const within = async (work: Parameters<typeof world.database.inTenant>[1]) =>
      await world.database.inTenant({ tenant, write: true }, work)
    await expect(
      within((tx) =>
        tx.insertInto('reference.units').values({ tenant: other, id: newId(), name: 'X', kind: 'opd' }).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      within((tx) => tx.updateTable('reference.units').set({ tenant: other }).execute()),
    ).rejects.toMatchObject({
      code: '42501',
    })
    const moved = await within((tx) =>
      tx.updateTable('reference.units').set({ name: 'X' }).where('tenant', '=', other).execute(),
    )
    expect(moved).toMatchObject([{ numUpdatedRows: 0n }])
  })
})
