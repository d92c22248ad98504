import postgres from 'postgres'
import type { Task } from '../../platform/jobs.ts'

/** Works out anew what is silent, in every region. Answers how many lines were not right. Run as the database's owner. */
export async function refreshSilences(ownerUrl: string): Promise<number> {
  return await asOwner(ownerUrl, async (owner) => {
    const [row] = await owner<{ n: number }[]>`select relations.refresh_silences() as n`
    return row?.n ?? 0
  })
}

/**
 * Works out what acts left to it (relations.unsettled): relations that another act held, regions with an act on very
 * many. Answers how many there were. Each turn is a transaction of its own; one that is broken off leaves its own rows.
 */
export async function settleSilences(ownerUrl: string): Promise<number> {
  return await asOwner(ownerUrl, async (owner) => {
    let settled = 0
    for (;;) {
      const [row] = await owner<{ n: number }[]>`select relations.settle_silences() as n`
      if (row === undefined || row.n === 0) return settled
      settled += row.n
    }
  })
}

async function asOwner<Result>(ownerUrl: string, work: (owner: postgres.Sql) => Promise<Result>): Promise<Result> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'jembatan silence' } })
  try {
    return await work(owner)
  } finally {
    await owner.end({ timeout: 1 })
  }
}

/** What is left is taken at once (a trigger asks) and once more each minute, for what a killed process held. */
export function keepSettled({ ownerUrl }: { ownerUrl: string }): Task {
  return async () => {
    await settleSilences(ownerUrl)
  }
}

/** The nightly job: what acts keep right by themselves is held against the whole once a day. */
export function keepSilences({ ownerUrl }: { ownerUrl: string }): Task {
  return async () => {
    await refreshSilences(ownerUrl)
  }
}
