// Silence over the whole register: the job that works everything out, and what one act costs at its COMMIT.
import type postgres from 'postgres'
import { refreshSilences } from '../../src/slices/relations/jobs.ts'
import { limited, type Row } from './rounds.ts'

const actsMeasured = 60

/**
 * Three rows: the whole worked out from nothing, the whole once more with nothing to mend (the nightly job), and the
 * slowest but one of sixty relations worked out anew by themselves.
 */
export async function measureSilence({ ownerUrl, owner }: { ownerUrl: string; owner: postgres.Sql }): Promise<Row[]> {
  await owner`truncate relations.silences`
  await owner`analyze`
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  const first = await timed(async () => await refreshSilences(ownerUrl))
  await owner`analyze relations.silences`
  const again = await timed(async () => await refreshSilences(ownerUrl))
  const relations = await owner<{ tenant: string; id: string }[]>`
    select tenant, id from relations.relations order by md5(id::text) limit ${actsMeasured + 10}`
  const each: number[] = []
  for (const { tenant, id } of relations) {
    each.push(await timed(async () => await owner`select relations.refresh_silence(${tenant}::uuid, ${id}::uuid)`))
  }
  const warm = each.slice(10).toSorted((a, b) => a - b)
  const seconds = (ms: number) => Math.round(ms) / 1000
  return [
    limited('silence-whole', { unit: 's from nothing', value: seconds(first), target: 5 }),
    limited('silence-again', { unit: 's nothing to mend', value: seconds(again), target: 5 }),
    limited('silence-act', { unit: 'ms', value: Math.round((warm.at(-2) ?? 0) * 10) / 10, target: 50 }),
  ]
}
