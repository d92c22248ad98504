import postgres from 'postgres'
import { verifyAll } from '../../src/commands/verify.ts'
import { chainActs } from '../../src/slices/ledger/jobs.ts'
import type { Acknowledged, Tally } from './writers.ts'

export interface Reckoning {
  acknowledged: number
  found: number
  /** Acknowledged writes whose act or effect is not there. */
  lost: number
  /** Acts with more than one effect, and texts written by more than one row. */
  duplicates: number
  /** What `jembatan verify` says after everything was chained. */
  faults: number
}

interface Effect {
  act: string
  table: string
  op: string
  row: string
  rev: number
  text: string | null
}

/** Compares what was acknowledged with what the database holds. Reads past the product, as the owner. */
export async function reckon(ownerUrl: string, { acknowledged, fields }: Tally): Promise<Reckoning> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const effects = new Map<string, Effect[]>()
    for (let from = 0; from < acknowledged.length; from += 5000) {
      const acts = acknowledged.slice(from, from + 5000).map(({ act }) => act)
      const rows = await sql<Effect[]>`
        select c.act, c.table_name as "table", c.op, c.row_id as row,
          coalesce((c.after ->> 'rev')::int, 0) as rev, coalesce(c.after ->> 'name', c.after ->> 'purpose') as text
        from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
        where c.act = any(${acts}::uuid[]) and c.table_name in ('relations.fields', 'relations.relations')`
      for (const row of rows) effects.set(row.act, [...(effects.get(row.act) ?? []), row])
    }
    const found = acknowledged.filter((write) => (effects.get(write.act) ?? []).some((effect) => fits(write, effect)))
    const twice = acknowledged.filter(({ act }) => (effects.get(act)?.length ?? 0) > 1)
    const standing = await sql<{ id: string; rev: number; name: string | null }[]>`
      select id, rev, name from relations.fields where id = any(${[...fields.keys()]}::uuid[])`
    const lost = new Set(acknowledged.map(({ act }) => act))
    for (const { act } of found) lost.delete(act)
    for (const [id, { act, rev, text }] of fields) {
      if (!standing.some((row) => row.id === id && row.rev === rev && row.name === text)) lost.add(act)
    }
    const [copies] = await sql<{ n: number }[]>`
      select count(*)::int as n from (
        select c.after ->> 'name' from ledger.changes c where c.table_name = 'relations.fields' and c.op = 'insert'
          and c.after ->> 'name' = any(${acknowledged.flatMap(({ text }) => text ?? [])}::text[])
        group by 1 having count(*) > 1) x`
    while ((await chainActs(ownerUrl)) > 0);
    const faults = (await verifyAll(ownerUrl)).reduce((sum, region) => sum + region.faults.length, 0)
    return {
      acknowledged: acknowledged.length,
      found: acknowledged.length - lost.size,
      lost: lost.size,
      duplicates: twice.length + (copies?.n ?? 0),
      faults,
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function fits(write: Acknowledged, effect: Effect): boolean {
  const { table, op, row, rev, text } = effect
  if (write.table !== table || write.op !== op || write.row !== row) return false
  return op === 'delete' || (write.rev === rev && write.text === text)
}
