// Accounts that no button leads to, made once when the product of the journeys has started (own-accounts.ts). Each journey
// takes one of its own, so that journeys side by side do not sign each other out.
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '../../src/shared/ids.ts'

export type OwnRole = 'admin_daerah' | 'kepala_bagian'

/** How many of each role there are: one for each journey that asks, with room to spare. */
export const counts: Record<OwnRole, number> = { admin_daerah: 24, kepala_bagian: 12 }

/** A session is a file here whose name is its token. */
export const folderOf = (home: string, role: OwnRole): string => join(home, 'journeys', role)

/** The token of a session that nobody else takes. */
export function takeSession(role: OwnRole): string {
  const folder = folderOf(process.env['JOURNEYS_HOME'] ?? '', role)
  for (const token of readdirSync(folder)) {
    try {
      // Of two journeys at once only one can move it.
      const taken = join(folder, '..', `${role}-${newId()}`)
      renameSync(join(folder, token), taken)
      rmSync(taken)
      return token
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new Error(`Every session of ${role} is taken: make more of them in own-sessions.ts`)
}
