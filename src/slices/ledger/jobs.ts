import postgres from 'postgres'
import type { Task } from '../../platform/jobs.ts'

/** How many acts one run chains per region; what is left waits for the next run. */
const atMost = 10_000

/** Chains the finished acts of every region. Answers how many. Run as the owner of the database. */
export async function chainActs(ownerUrl: string): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'jembatan chain' } })
  try {
    const regions = await sql<{ tenant: string }[]>`select tenant from reference.regions order by tenant`
    let chained = 0
    for (const { tenant } of regions) {
      const [row] = await sql<{ n: number }[]>`select ledger.chain_acts(${tenant}::uuid, ${atMost}) as n`
      chained += row?.n ?? 0
    }
    return chained
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** The chaining job; running it twice chains nothing twice. */
export function chain({ ownerUrl }: { ownerUrl: string }): Task {
  return async () => {
    await chainActs(ownerUrl)
  }
}
