import type { Tx } from '../src/platform/database.ts'

/** A relation whose silence a job has still to work out. */
export async function furnishSilence({ tx }: { tx: Tx }, { relation }: { relation: string }): Promise<void> {
  await tx.insertInto('relations.unsettled').values({ relation }).execute()
}
