// npm run bench [-- --json]: the product beside the reference (reference.ts) in one run, on 110,000 relations.
// Absolute figures move with the machine; the ratio within one run is what holds. A row is void above load average 4.
// --json prints [{ id, unit, value, reference, ratio, target, ok, rounds }] and nothing else. Where there is a
// reference, target is the least ratio; otherwise it is the most that value may be.
// --only W1,W4 leaves the other rows out; --relations N measures on a smaller volume.
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { buildWhenStale } from '../../tools/build.ts'
import { startPostgres, stopPostgres } from '../../src/platform/postmaster.ts'
import { askPages, askReads, askRegister, askSearches, askWrites } from './asks.ts'
import { measureBackup } from './backups.ts'
import { measureExport } from './exports.ts'
import { measureFeed } from './feeds.ts'
import { readPacked, diskOfModules, weightOfPage, weightOfWorkspace } from './footprint.ts'
import { measureSilence } from './silence.ts'
import { measurePapers } from './papers.ts'
import { measureWaits } from './waits.ts'
import { signInOfficers } from './officers.ts'
import { memoryOf, startProduct, startReference, type Running } from './processes.ts'
import { limited, measure, type Row } from './rounds.ts'
import { openVolume, volumeHome } from './volume.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, relations: { type: 'string' } },
})
const chosen = options.only?.split(',')
const isChosen = (id: string) => chosen === undefined || chosen.some((one) => id.startsWith(one))

const say = (line: string) => void process.stderr.write(`${line}\n`)

/** Acts of people with exactly one change each: what the writes of W4 must leave in the ledger. */
async function countActs(owner: postgres.Sql): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from ledger.acts a where a.kind = 'person' and a.answer is not null
      and (select count(*) from ledger.changes c where c.tenant = a.tenant and c.act = a.id) = 1`
  return row?.n ?? 0
}

async function bench(): Promise<Row[]> {
  await buildWhenStale()
  await openVolume({ say })
  await stopPostgres(volumeHome) // so that the start that is measured starts the database too
  const product = await startProduct(volumeHome)
  const { url: ownerUrl } = await startPostgres({ home: volumeHome })
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} })
  let reference: Running | undefined
  try {
    await new Promise((done) => setTimeout(done, 3000))
    const rows: Row[] = []
    if (isChosen('W9')) {
      rows.push(
        limited('W9-disk', { unit: 'MB', value: diskOfModules(), target: 731 }),
        limited('W9-start', { unit: 's', value: product.seconds, target: 5 }),
        limited('W9-rss', { unit: 'MB', value: memoryOf(product.pid), target: 200 }),
      )
    }
    if (isChosen('W7')) {
      const page = await weightOfPage(`http://127.0.0.1:${product.port}/id`)
      rows.push(
        limited('W7-page', { unit: 'kB', value: page, target: 150 }),
        limited('W7-workspace', { unit: 'kB gzip', value: weightOfWorkspace(), target: 250 }),
      )
    }
    if (isChosen('docx') || isChosen('pdf')) rows.push(...(await measurePapers()).filter(({ id }) => isChosen(id)))
    reference = await startReference(ownerUrl)
    const sides = { product, reference }
    const people = await signInOfficers(ownerUrl)
    const compared = async (id: string, measuring: Omit<Parameters<typeof measure>[1], 'sides'>) => {
      if (isChosen(id)) rows.push(await measure(id, { sides, ...measuring }))
    }
    await compared('W1', { target: 0.5, again: true, ask: () => askReads(owner, people) })
    await compared('W2', { target: 0.8, again: true, ask: () => askRegister(owner, people) })
    await compared('W3', { target: 0.9, again: true, ask: () => askSearches(owner, people) })
    if (isChosen('W7')) {
      const { path, kept, drawn } = await askPages(owner)
      const { plain, packed } = await readPacked(product.port, path)
      await fetch(`http://127.0.0.1:${reference.port}/bytes`, { method: 'POST', body: packed.toString('base64') })
      rows.push(limited('W7-packed', { unit: 'kB of 24', value: (packed.length / plain) * 24, target: 3 }))
      await compared('W7-kept', { target: 0.5, again: true, ask: async () => kept })
      await compared('W7-drawn', { target: 0.7, again: true, ask: async () => drawn })
    }
    if (isChosen('W6')) rows.push(...(await measureExport({ owner, people, product, reference })))
    const before = await countActs(owner)
    const proof = async (answered: number) => {
      const kept = (await countActs(owner)) - before
      if (kept !== answered) throw new Error(`W4: ${answered} writes were answered, ${kept} are in the ledger`)
    }
    await compared('W4', { target: 0.35, again: false, ask: () => askWrites(owner, people, 20_000), proof })
    if (isChosen('silence')) rows.push(...(await measureSilence({ ownerUrl, owner })))
    if (isChosen('backup')) rows.push(...(await measureBackup(ownerUrl)))
    if (isChosen('feed')) rows.push(...(await measureFeed({ owner, people, product })))
    if (isChosen('wait')) rows.push(...(await measureWaits({ owner, people, product })))
    return rows
  } finally {
    await owner.end()
    await reference?.stop()
    await product.stop()
    await stopPostgres(volumeHome)
  }
}

function printRow({ id, unit, value, reference, ratio, target, ok, rounds }: Row): void {
  const beside = reference === null ? `at most ${target}` : `reference ${reference}, ratio ${ratio}, at least ${target}`
  process.stdout.write(`${ok ? 'ok ' : 'NO '} ${id.padEnd(13)} ${value} ${unit} (${beside})\n`)
  for (const round of rounds) {
    process.stdout.write(
      `      ${round.value} / ${round.reference} req/s, p50 ${round.p50} ms, p99 ${round.p99} ms, CPU a request: app ` +
        `${round.cost.app} + database ${round.cost.database} µs / ${round.referenceCost.app} + ${round.referenceCost.database}, load ${round.load.toFixed(1)}${round.void ? `: void, ${round.void}` : ''}\n`,
    )
  }
}

const rows = await bench()
if (options.json) process.stdout.write(`${JSON.stringify(rows)}\n`)
else for (const row of rows) printRow(row)
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1
