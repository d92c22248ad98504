import { setTimeout as sleep } from 'node:timers/promises'
import { addressOf, type Endpoint } from '../../src/shared/endpoint.ts'
import { newId } from '../../src/shared/ids.ts'
import {
  addField,
  dropField,
  listRelations,
  mendField,
  mendRelation,
  readRelation,
} from '../../src/slices/relations/contract.ts'
import { openRandom, type Random } from '../random.ts'

/** A write the product said it did, and what must be found of it. */
export interface Acknowledged {
  act: string
  table: 'relations.fields' | 'relations.relations'
  op: 'insert' | 'update' | 'delete'
  row: string
  rev: number
  /** What was written; unique over the run. */
  text: string | undefined
}

export interface Tally {
  acknowledged: Acknowledged[]
  /** Requests sent once more under the same act id, after no answer or a 5xx. */
  again: number
  /** Answers that say the product and the writer disagree about what is there: 4xx. */
  refused: string[]
  /** Answers 500: the product had no better word. */
  broken: number
  /** Fields as their writer last knew them. */
  fields: Map<string, { act: string; rev: number; text: string }>
}

interface Answer {
  status: number
  body: any
}

/** Signs in by the role button of the demonstration; answers the session's cookie. */
export async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/id/masuk/peran`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'peran=petugas-kota-bekasi',
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(`signing in answered ${answer.status}`)
  return cookie
}

async function ask(url: string, { cookie, endpoint, input }: { cookie: string; endpoint: Endpoint; input: object }) {
  const { url: path, rest } = addressOf(endpoint, { ...input })
  const answer = await fetch(url + path, {
    method: endpoint.method,
    signal: AbortSignal.timeout(10_000),
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    ...(endpoint.method === 'POST' && { body: JSON.stringify(rest) }),
  })
  return { status: answer.status, body: await answer.json() } as Answer
}

export interface Crew {
  tally: Tally
  /** Lets every writer finish its write, by asking again where need be. */
  stop(): Promise<void>
}

/** Sets writers to work on one relation; each has fields of its own, the first one mends the relation too. */
export async function startWriters(
  product: { url: string },
  { writers, seed }: { writers: number; seed: number },
): Promise<Crew> {
  const tally: Tally = { acknowledged: [], again: 0, refused: [], broken: 0, fields: new Map() }
  const cookie = await signIn(product.url)
  const { body: list } = await ask(product.url, { cookie, endpoint: listRelations, input: { limit: 1 } })
  const relation = list.rows[0].id as string
  let stopping = false

  /** Sends one write until it is answered; 4xx is an answer. */
  const insist = async (endpoint: Endpoint, input: object): Promise<Answer | undefined> => {
    const until = performance.now() + 60_000
    while (performance.now() < until) {
      const answer = await ask(product.url, { cookie, endpoint, input }).catch(() => undefined)
      if (answer !== undefined && answer.status < 500) return answer
      if (answer?.status === 500) tally.broken += 1
      tally.again += 1
      await sleep(30)
    }
    throw new Error(`${endpoint.name} got no answer for a minute`)
  }
  const work = async (number: number) => {
    const writer = { number, random: openRandom(seed + number), relation, fields: new Map<string, number>() }
    while (!stopping) await writeOnce(writer, { tally, insist })
  }
  const working = Promise.all(Array.from({ length: writers }, (_, number) => work(number)))
  working.catch(() => {})
  return {
    tally,
    async stop() {
      stopping = true
      await working
    },
  }
}

interface Writer {
  number: number
  random: Random
  relation: string
  /** Own fields and their revisions. */
  fields: Map<string, number>
}

const mostFields = 8

async function writeOnce(
  { number, random, relation, fields }: Writer,
  { tally, insist }: { tally: Tally; insist(endpoint: Endpoint, input: object): Promise<Answer | undefined> },
): Promise<void> {
  const act = newId()
  const text = `${number} ${act}`
  const chance = random.next()
  const field = fields.size > 0 ? random.pick([...fields.keys()]) : undefined
  const send = async (endpoint: Endpoint, input: object, of: Pick<Acknowledged, 'table' | 'op' | 'text'>) => {
    const answer = await insist(endpoint, { act, ...input })
    if (answer?.status !== 200) {
      tally.refused.push(`${endpoint.name}: ${answer?.status} ${JSON.stringify(answer?.body).slice(0, 300)}`)
      return undefined
    }
    const { id: row, rev = 0 } = answer.body as { id: string; rev?: number }
    tally.acknowledged.push({ act, row, rev, ...of })
    return { row, rev }
  }
  const keep = (row: string, rev: number) => {
    fields.set(row, rev)
    tally.fields.set(row, { act, rev, text })
  }
  const forget = (row: string) => {
    fields.delete(row)
    tally.fields.delete(row)
  }
  if (number === 0 && chance < 0.3) {
    const seen = await insist(readRelation, { id: relation })
    const input = { id: relation, rev: seen?.body.rev as number, purpose: text }
    await send(mendRelation, input, { table: 'relations.relations', op: 'update', text })
  } else if (field === undefined || (fields.size < mostFields && chance < 0.5)) {
    const added = await send(addField, { id: relation, name: text }, { table: 'relations.fields', op: 'insert', text })
    if (added !== undefined) keep(added.row, added.rev)
  } else if (chance > 0.85) {
    const input = { id: field, rev: fields.get(field) ?? 0 }
    await send(dropField, input, { table: 'relations.fields', op: 'delete', text: undefined })
    forget(field)
  } else {
    const input = { id: field, rev: fields.get(field) ?? 0, name: text }
    const mended = await send(mendField, input, { table: 'relations.fields', op: 'update', text })
    if (mended === undefined) forget(field)
    else keep(mended.row, mended.rev)
  }
}
