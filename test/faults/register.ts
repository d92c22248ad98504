// node --import ./tools/jsx.mjs test/faults/register.ts [--kills N] [--clients N]
// Many clients register letters while the product is killed again and again; then the register is counted: no gap, no
// number twice, everything acknowledged is there. Its last line is JSON; exit code 1 when anything is wrong.
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { buildWhenStale } from '../../tools/build.ts'
import { newId } from '../../src/shared/ids.ts'
import { registerMail } from '../../src/slices/letters/contract.ts'
import { makeFolder, openProduct, removeFolder } from './product.ts'
import { openRandom } from '../random.ts'
import { signIn } from './writers.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '6' }, clients: { type: 'string', default: '50' } },
})
const kills = Number(values.kills)
const clients = Number(values.clients)
const year = 2031

interface Registered {
  act: string
  id: string
  register: string
}

const folder = makeFolder()
let product: Awaited<ReturnType<typeof openProduct>> | undefined
const began = performance.now()
try {
  await buildWhenStale()
  product = await openProduct(folder)
  const { url } = product
  const cookie = await signIn(url)
  const acknowledged: Registered[] = []
  const refused: string[] = []
  let again = 0
  let stopping = false

  /** One letter, sent under one act until it is answered; a lost answer is asked for again. */
  const registerOnce = async () => {
    const act = newId()
    const body = { act, direction: 'in', kind: 'lain', correspondent: 'Kantor penguji', passedOn: `${year}-01-02`, channel: 'post', subject: act, sure: ['passedOn'] } // prettier-ignore
    for (;;) {
      const answer = await fetch(url + registerMail.path, {
        method: 'POST',
        signal: AbortSignal.timeout(20_000),
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
        .then(async (response) => ({
          status: response.status,
          said: (await response.json()) as Omit<Registered, 'act'>,
        }))
        .catch(() => undefined)
      if (answer?.status === 200) return void acknowledged.push({ act, ...answer.said })
      if (answer !== undefined && answer.status < 500 && answer.status !== 429) {
        return void refused.push(`${answer.status} ${JSON.stringify(answer.said).slice(0, 200)}`)
      }
      again += 1
      await sleep(40)
    }
  }
  const working = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!stopping) await registerOnce()
    }),
  )
  const random = openRandom(7)
  const back: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    await sleep(300 + random.below(900))
    back.push(await product.killApp())
  }
  await sleep(1000)
  stopping = true
  await working

  const sql = postgres(await product.findDatabase(), { max: 1, onnotice: () => {} })
  const drawn = await sql<{ number: number; suffix: string; letter: string; act: string | null }[]>`
    select r.number, r.suffix, r.letter, m.subject as act from letters.register r left join letters.mail m on m.tenant = r.tenant and m.id = r.letter
    where r.book = 'in' and r.year = ${year} order by r.number, r.suffix`
  const [counter] = await sql<
    { last: number }[]
  >`select last from letters.counters where book = 'in' and year = ${year}`
  await sql.end({ timeout: 5 })
  const numbers = drawn.map(({ number }) => number)
  const gaps = numbers.filter((number, at) => number !== at + 1).length
  const duplicates = numbers.length - new Set(numbers).size + (drawn.length - new Set(drawn.map(({ act }) => act)).size)
  const stored = new Map(drawn.map((row) => [row.letter, row]))
  const lost = acknowledged.filter(({ id, act, register }) => {
    const row = stored.get(id)
    return row === undefined || row.act !== act || String(row.number) !== register
  }).length
  const figures = {
    clients,
    kills,
    acknowledged: acknowledged.length,
    drawn: drawn.length,
    last: counter?.last ?? 0,
    gaps,
    duplicates,
    lost,
    again,
    refused: refused.length,
    backMs: back.map(Math.round),
    seconds: Math.round((performance.now() - began) / 1000),
  }
  for (const line of refused.slice(0, 3)) process.stdout.write(`refused: ${line}\n`)
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  const wrong = gaps + duplicates + lost + refused.length + (counter?.last === drawn.length ? 0 : 1)
  process.exitCode = wrong === 0 && acknowledged.length > clients ? 0 : 1
} finally {
  await product?.end()
  await removeFolder(folder)
}
