// Many people book over four processes while processes and the database are killed; then the places are counted: never
// one too many, the order as acknowledged, every shown receipt there, nobody twice.
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import postgres from 'postgres'
import { checkout } from '../../src/platform/installation.ts'
import { newId } from '../../src/shared/ids.ts'
import { openRandom } from '../random.ts'
import { makeFolder, openProduct, removeFolder, type Product } from './product.ts'
import { signIn } from './writers.ts'

/** How hard: `clients` people at once, `kills` of processes and (every third) of the database. */
export interface BookingsAsked {
  attempts: number
  places: number
  kills: number
  clients: number
  seed: number
}

/** What was counted; `ok` when everybody was answered and nothing is as it may not be. */
export interface BookingsRun {
  figures: Record<string, number>
  ok: boolean
}

interface Shown {
  receipt: string
  contact: string
  began: number
  ended: number
}

interface Beside {
  url: string
  port: number
  folder: string
}

/** Another process of the product over the same database; five share its sixty connections. */
async function beside({ url, port, folder }: Beside): Promise<ChildProcess> {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, DATABASE_URL: url, PORT: String(port), LOG_LEVEL: 'error', NODE_ENV: 'production', TRUSTED_PROXIES: '1', DATABASE_POOL: '3', JEMBATAN_DATA: join(folder, `side-${port}`) } // prettier-ignore
  const child = spawn(process.execPath, ['--import', './tools/jsx.mjs', 'src/main.ts'], { cwd: checkout, env, stdio: ['ignore', 'ignore', 'inherit'] }) // prettier-ignore
  for (let tries = 0; tries < 1200; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (answer?.status === 200) return child
    await sleep(100)
  }
  child.kill('SIGKILL')
  throw new Error(`no process on ${port}`)
}

/** Books over four processes of one product on a folder of its own, kills meanwhile, and counts. */
export async function runBookings(asked: BookingsAsked): Promise<BookingsRun> {
  const folder = makeFolder()
  const sides = new Map<number, ChildProcess>()
  let product: Product | undefined
  try {
    product = await openProduct(folder)
    return await run(asked, { product, sides, folder })
  } finally {
    for (const child of sides.values()) child.kill('SIGKILL')
    await product?.end()
    await removeFolder(folder)
  }
}

async function run(
  { attempts, places, kills, clients, seed }: BookingsAsked,
  { product, sides, folder }: { product: Product; sides: Map<number, ChildProcess>; folder: string },
): Promise<BookingsRun> {
  const began = performance.now()
  const cookie = await signIn(product.url)
  const act = async (path: string, body: Record<string, unknown>) => {
    const answer = await fetch(`${product.url}${path}`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: JSON.stringify({ act: newId(), ...body }),
    })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { id: string; slug: string }
  }
  const days = { opensOn: '2020-01-01', closesOn: '2090-01-01', purgeOn: '2091-01-01' }
  const service = await act('/api/residents/services', { texts: { id: { title: 'Uji pesanan' } }, ...days })
  const session = { day: '2089-01-01', starts: '08:00', ends: '10:00', capacity: places }
  const slot = await act(`/api/residents/services/${service.id}/slots`, session)
  await act(`/api/residents/services/${service.id}/publish`, {})
  const ownerUrl = await product.findDatabase()
  const ports = [41_811, 41_812, 41_813, 41_814]
  for (const port of ports) sides.set(port, await beside({ url: ownerUrl, port, folder }))

  const shown: Shown[] = []
  const refused: string[] = []
  let again = 0
  let next = 0
  const bookOnce = async (n: number) => {
    const contact = `uji-${n}@contoh.invalid`
    const form = new URLSearchParams({ lembar: newId(), rahasia: newId(), sesi: slot.id, orang: '1', nama: 'Uji', kontak: contact, tunggu: 'ya' }).toString() // prettier-ignore
    const start = performance.now()
    for (let tries = 0; ; tries++) {
      const answer = await fetch(
        `http://127.0.0.1:${ports[(n + tries) % ports.length]}/id/program/layanan/${service.slug}/pesan`,
        {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(30_000),
          headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` }, // prettier-ignore
          body: form,
        },
      ).catch(() => undefined)
      await answer?.arrayBuffer().catch(() => undefined)
      if (answer?.status === 303) {
        const receipt = (answer.headers.get('location') ?? '').split('/').at(-1) ?? ''
        return void shown.push({ receipt, contact, began: start, ended: performance.now() })
      }
      if (answer !== undefined && answer.status < 500 && answer.status !== 429) return void refused.push(String(answer.status)) // prettier-ignore
      again += 1
      await sleep(50)
    }
  }
  const working = Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < attempts) await bookOnce(next++)
    }),
  )
  const random = openRandom(seed)
  for (let kill = 0; kill < kills; kill++) {
    while (shown.length < ((kill + 1) * attempts) / (kills + 2) && next < attempts) await sleep(20)
    if (kill % 3 === 2) await product.killDatabase()
    else {
      const port = ports[random.below(ports.length)] ?? 41_811
      const child = sides.get(port)
      child?.kill('SIGKILL')
      if (child !== undefined && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      sides.set(port, await beside({ url: ownerUrl, port, folder }))
    }
  }
  await working
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const rows = await sql<{ receipt: string; contact: string; seq: number; state: string }[]>`
    select receipt, contact, seq, state from residents.bookings where slot = ${slot.id} order by seq`
  await sql.end({ timeout: 5 })
  const byContact = new Map(rows.map((row) => [row.contact, row]))
  const lost = shown.filter(({ contact, receipt }) => byContact.get(contact)?.receipt !== receipt.slice(0, 9)).length
  const booked = rows.filter(({ state }) => state === 'booked')
  const gaps = rows.filter(({ seq }, at) => seq !== at + 1).length
  let latest = -1
  let reordered = 0
  for (const row of shown.toSorted(
    (a, b) => (byContact.get(a.contact)?.seq ?? 0) - (byContact.get(b.contact)?.seq ?? 0),
  )) {
    if (row.ended < latest) reordered += 1
    latest = Math.max(latest, row.began)
  }
  const figures = {
    attempts,
    processes: ports.length,
    kills,
    acknowledged: shown.length,
    booked: booked.length,
    waiting: rows.length - booked.length,
    bookedAfterWaiting: booked.filter(({ seq }) => seq > places).length,
    duplicates: rows.length - byContact.size,
    lost,
    gaps,
    reordered,
    again,
    refused: refused.length,
    seconds: Math.round((performance.now() - began) / 1000),
  }
  const wrong = Math.abs(booked.length - Math.min(places, attempts)) + lost + gaps + reordered + refused.length + figures.duplicates + figures.bookedAfterWaiting // prettier-ignore
  return { figures, ok: wrong === 0 && shown.length === attempts }
}
