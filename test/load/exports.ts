// W6: the register of a province as CSV, 100,000 lines, beside the same statement without session and policy.
import { get } from 'node:http'
import type postgres from 'postgres'
import type { Officer } from './officers.ts'
import { memoryOf, type Running } from './processes.ts'
import { limited, median, type Row } from './rounds.ts'

interface Measuring {
  owner: postgres.Sql
  people: Officer[]
  product: Running
  reference: Running
}

const lines = 100_000
const roundCount = 3
const filling = '61.99' // the region code of the lines that are only there for this

interface Taken {
  seconds: number
  /** Milliseconds to the first byte. */
  first: number
  bytes: number
}

async function take(port: number, { path, cookie }: { path: string; cookie: string }): Promise<Taken> {
  return await new Promise((done, fail) => {
    const began = performance.now()
    const asked = get({ port, host: '127.0.0.1', path, headers: { cookie } }, (answer) => {
      const first = performance.now() - began
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.once('error', fail)
      answer.once('end', () => {
        if (answer.statusCode !== 200) return fail(new Error(`${path} answered ${answer.statusCode}`))
        done({ seconds: (performance.now() - began) / 1000, first, bytes })
      })
    })
    asked.once('error', fail)
  })
}

/** Seconds, first byte and memory; the province is filled up to 100,000 lines before and as it was afterwards. */
export async function measureExport({ owner, people, product, reference }: Measuring): Promise<Row[]> {
  const reader = people.find(({ role }) => role === 'provinsi')
  if (reader === undefined) throw new Error('nobody of the volume reads the register')
  await owner`insert into oversight.register (tenant, id, province, region_code, region_name, partner_name, country, kind, status, stage, sectors, last_activity_on, ends_on, demonstration)
    select r.tenant, gen_random_uuid(), '61', ${filling}, r.region_name, r.partner_name, r.country, r.kind, r.status, r.stage, r.sectors, r.last_activity_on, r.ends_on, true
    from generate_series(1, 100) n, (select * from oversight.register order by tenant, id limit 2000) r
    limit greatest(0, ${lines} - (select count(*) from oversight.register where province = '61'))`
  await owner`vacuum analyze oversight.register`
  try {
    const cookie = `jembatan=${reader.token}`
    const rounds: { product: Taken; reference: Taken; growth: number }[] = []
    for (let n = 0; n <= roundCount; n++) {
      const before = memoryOf(product.pid)
      let most = before
      const watch = setInterval(() => (most = Math.max(most, memoryOf(product.pid))), 10)
      const ours = await take(product.port, { path: '/api/oversight/register/export.csv', cookie })
      clearInterval(watch)
      const theirs = await take(reference.port, { path: '/export?province=61', cookie })
      if (ours.bytes !== theirs.bytes) throw new Error(`W6: ${ours.bytes} bytes, the reference wrote ${theirs.bytes}`)
      rounds.push({ product: ours, reference: theirs, growth: most - before }) // memory grows in the first one
    }
    const of = (read: (round: (typeof rounds)[number]) => number) => median(rounds.slice(1).map(read))
    const growth = Math.max(...rounds.map((round) => round.growth))
    return [
      limited('W6-times', {
        unit: '× the reference',
        value: of((each) => each.product.seconds / each.reference.seconds),
        target: 1.2,
      }),
      limited('W6-seconds', { unit: 's', value: of(({ product: { seconds } }) => seconds), target: 10 }),
      limited('W6-first', { unit: 'ms', value: of(({ product: { first } }) => first), target: 100 }),
      limited('W6-rss', { unit: 'MB more', value: growth, target: 100 }),
    ]
  } finally {
    await owner`delete from oversight.register where region_code = ${filling}`
    await owner`vacuum analyze oversight.register`
  }
}
