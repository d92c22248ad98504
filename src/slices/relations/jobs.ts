import postgres from 'postgres'
import type { Task } from '../../platform/jobs.ts'

/** Works out anew what is silent, in every region. Answers how many lines were not right. Run as the database's owner. */
export async function refreshSilences(ownerUrl: string): Promise<number> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'jembatan silence' } })
  try {
    const [row] = await owner<{ n: number }[]>`select relations.refresh_silences() as n`
    return row?.n ?? 0
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/** The nightly job: what acts keep right by themselves is held against the whole once a day. */
export function keepSilences({ ownerUrl }: { ownerUrl: string }): Task {
  return async () => {
    await refreshSilences(ownerUrl)
  }
}
