import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRegister } from '../src/slices/oversight/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let provinsi: Asker
beforeAll(async () => {
  world = await openWorld()
  provinsi = await world.as('provinsi')
})
afterAll(async () => await world.close())

// The lines are written as text by the database; whatever a name holds, it must come out as it went in.
const names = [
  'PT "Kutip" \\ Garis\\miring',
  'baris\nbaru\tdan tab',
  '\u202eterbalik\u2066 \u200bnol lebar',
  '架空市 가상시 虚构市 🙂',
  '</script><b>',
  '\u0001\u001f',
  '{"id":"x"},',
]

interface Page {
  rows: { id: string; partnerName: string; endsOn: string | null }[]
  next?: string
}

/** All lines under a filter, page by page. */
async function readAll(filter: Record<string, string>, limit: number): Promise<Page['rows']> {
  const rows: Page['rows'] = []
  let after: string | undefined
  do {
    const { status, body } = await provinsi.ask(listRegister, { ...filter, limit, ...(after && { after }) })
    expect(status).toBe(200)
    const page = listRegister.output.parse(body) as Page
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    if (page.next !== undefined) expect(page.next).toBe(page.rows.at(-1)?.id)
    rows.push(...page.rows)
    after = page.next
  } while (after !== undefined)
  return rows
}

test('every name comes out as it went in, with and without filters, and pages hold each line once', async () => {
  for (const [n, name] of names.entries()) {
    await world.owner`insert into oversight.register (tenant, id, province, region_code, region_name, partner_name, country, kind,
        status, stage, sectors, last_activity_on, ends_on, soon_on, demonstration)
      select tenant, gen_random_uuid(), '32', '32.75', ${name}, ${name}, ${n % 2 ? 'JP' : null}, ${n % 2 ? 'company' : null},
        'in_force', ${n < 5 ? 'naskah' : null}, '{air_minum}', ${n % 2 ? '2025-08' : null}, (${n % 3 ? `2031-0${n + 1}-01` : 'infinity'}::text)::date, 'infinity', true
      from reference.regions where slug = 'kota-bekasi'`
  }
  const whole = await readAll({}, 100)
  const ours = whole.filter(({ partnerName }) => names.includes(partnerName))
  expect(ours.map(({ partnerName }) => partnerName).toSorted()).toEqual(names.toSorted())
  for (const filter of [
    {},
    { status: 'in_force' },
    { sector: 'air_minum' },
    { stage: 'naskah' },
    { stage: 'naskah', sector: 'air_minum' },
  ]) {
    const once = await readAll(filter, 100)
    for (const limit of [1, 3]) expect(await readAll(filter, limit)).toEqual(once)
    expect(once.filter(({ partnerName }) => names.includes(partnerName))).toHaveLength('stage' in filter ? 5 : 7)
    const ends = once.map(({ endsOn }) => endsOn ?? '9999')
    expect(ends).toEqual(ends.toSorted())
  }
})

test('codes that would have to be escaped are refused by the table', async () => {
  await expect(
    world.owner`update oversight.register set kind = 'x","y":"' where province = '32'`,
  ).rejects.toMatchObject({ constraint_name: 'codes_are_plain' })
})
