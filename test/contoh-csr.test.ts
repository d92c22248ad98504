import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCompanies } from '../src/slices/csr/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let officer: Asker
beforeAll(async () => {
  world = await openWorld({ invented: true })
  officer = await world.as('petugas-kab-contoh')
})
afterAll(async () => await world.close())

test('a year of a company stands above nothing: villages confirmed, and files that say they are invented show it', async () => {
  const { rows } = (
    await officer.ask(listCompanies, { year: 2026 }, { headers: { cookie: `${officer.cookie}; tanggal=2026-11-21` } })
  ).body
  const rates = rows.map((row: { realised: { percent?: number } }) => row.realised.percent ?? 0)
  expect(Math.max(...rates)).toSatisfy((percent: number) => percent > 0 && percent <= 100)
  const files = await world.owner<{ tenant: string; sha256: string }[]>`
    select f.tenant, f.sha256 from csr.evidence e join files.files f on f.tenant = e.tenant and f.id = e.file`
  expect(files.length).toBeGreaterThan(4)
  for (const file of files) expect(await new Response(await world.store.read(file)).text()).toContain('bukan kejadian nyata') // prettier-ignore
  const published = await world.owner<{ percent: string | null }[]>`
    select document -> 'realised' ->> 'percent' as percent from csr.published_companies where region_slug = 'kab-contoh'`
  expect(published.map(({ percent }) => Number(percent)).filter((percent) => percent > 0)).not.toEqual([])
})
