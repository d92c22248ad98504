// How long one person waits for what she opens all day, at the server, one request after another.
import type postgres from 'postgres'
import { newId } from '../../src/shared/ids.ts'
import type { Officer } from './officers.ts'
import type { Running } from './processes.ts'
import { limited, type Row } from './rounds.ts'

interface Measuring {
  owner: postgres.Sql
  people: Officer[]
  product: Running
}

const asked = 40
const actsOfRelation = 400

const filters = [
  '', 'status=in_process', 'status=ending_soon', 'status=in_force', 'status=none', 'country=JP', 'country=KR',
  'kind=foreign_local_government', 'kind=company', 'published=yes', 'published=no', 'silent=yes', 'process=with',
  'process=without', 'status=in_process&country=JP', 'q=contoh', 'q=contoh&status=exploring', 'q=tidakada', 'q=架',
] // prettier-ignore

/** The worst of each: the 95th of a hundred answers, in ms. */
export async function measureWaits({ owner, people, product }: Measuring): Promise<Row[]> {
  const officer = people.find(({ role }) => role === 'petugas')
  if (officer === undefined) throw new Error('the volume has no officer')
  const base = `http://127.0.0.1:${product.port}`
  const headers = { cookie: `jembatan=${officer.token}`, 'sec-fetch-site': 'same-origin' }
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const sent = { ...headers, ...(body && { 'content-type': 'application/json' }) }
    const answer = await fetch(`${base}${path}`, {
      headers: sent,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${bytes.toString('utf8')}`)
    return answer.headers.get('content-type') === 'application/json' ? JSON.parse(bytes.toString('utf8')) : bytes
  }
  const wait = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = []
    for (let n = 0; n < asked; n++) {
      const began = performance.now()
      await work()
      times.push(performance.now() - began)
    }
    return times.toSorted((a, b) => a - b)[Math.floor(asked * 0.95)] ?? 0
  }
  const { id, slug, rev } = await findBusiest(owner, officer.tenant)
  for (let n = 0; n < actsOfRelation; n++) {
    await ask(`/api/relations/${id}`, { act: newId(), rev: rev + n, purpose: `Tujuan contoh ${n}` })
  }
  const page = await wait(async () => {
    await Promise.all([ask(`/api/pages/relations/${slug}`), ask(`/api/relations/${id}/work`)])
  })
  const lists: number[] = []
  for (const filter of filters) lists.push(await wait(() => ask(`/api/relations?${filter}&limit=25`)))
  const letter = (await ask('/api/letters', {
    act: newId(),
    relation: id,
    kind: 'konsultasi_mendagri',
    sure: ['kind'],
  })) as { id: string }
  const word = await wait(() => ask(`/api/letters/${letter.id}/word`))
  return [
    limited('wait-page', { unit: 'ms', value: page, target: 60 }),
    limited('wait-list', { unit: 'ms', value: Math.max(...lists), target: 200 }),
    limited('wait-word', { unit: 'ms', value: word, target: 300 }),
  ]
}

/** A relation of the region that has come the whole way. */
async function findBusiest(owner: postgres.Sql, tenant: string) {
  const [row] = await owner<{ id: string; slug: string; rev: number }[]>`
    select r.id, r.slug, r.rev from relations.relations r join relations.texts t on t.tenant = r.tenant and t.relation = r.id
    where r.tenant = ${tenant} and r.not_continued_on is null order by r.id limit 1`
  if (row === undefined) throw new Error('no relation of the region has a text')
  return row
}
