import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf } from '../src/platform/list-file.ts'
import { typed } from '../src/platform/copy.ts'
import { rowsOf } from '../src/platform/table-file.ts'
import { tenantOf } from './factories.ts'
import { openWorld, type World } from './world.ts'

// The same rule stands twice, in SQL for lists that the database writes and here for those whose rows are made here.
const payloads = [
  '=1+1',
  '+62 21',
  '-1',
  '@sum',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '\t=1',
  '\n=1',
  '\r=1',
  'a;=1',
  'a;" =1',
  'a; ＝1;-2',
  ';',
  'a;b',
  "'=1",
  'biasa',
  '',
  '"',
  'a,b',
  'x\ny',
  'kata =1',
  '2026-03-02',
  '=HYPERLINK("x";"y")',
]

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => await world.close())

test('a cell that looks like a formula is made harmless alike by the database and by the product', async () => {
  const tenant = await tenantOf(world, 'kota-bekasi')
  const guarded = await world.database.inTenant({ tenant }, async (tx) => {
    const { rows } = await sql<{ cell: string }>`
      select ${typed(sql`x.text`)} as cell from unnest(${payloads}::text[]) with ordinality x (text, at) order by x.at`.execute(
      tx,
    )
    return rows.map(({ cell }) => cell)
  })
  const bytes = csvOf(['Nama', 'Lain'], payloads.map((text) => [text, 'x'])) // prettier-ignore
  const read = await Array.fromAsync(rowsOf(new Blob([bytes as BlobPart]).stream()))
  expect(guarded).toEqual(read.map(([cell]) => cell))
  expect(guarded.filter((cell) => /^[=+\-@\t\n\r＝＋－＠]/.test(cell))).toEqual([])
})
