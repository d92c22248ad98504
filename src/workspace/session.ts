import type { z } from 'zod'
import { type Drafts, memoryStorage, openDrafts } from '../ui/controls/drafts.ts'
import { queryOf } from '../ui/controls/query.ts'
import { readSession } from '../slices/identity/contract.ts'
import { queryClient } from './query-client.ts'

export type Session = z.output<typeof readSession.output>

/** Who is signed in. Asked once for each page load; a session that ends shows in the next call. */
export const sessionQuery = { ...queryOf(readSession, {}), staleTime: Infinity }

export async function getSession(): Promise<Session> {
  return await queryClient.ensureQueryData(sessionQuery)
}

/** Drafts of this person in this region on this device. */
export function draftsOf({ region, role, name }: Session): Drafts {
  return openDrafts(storage(), `${region.slug}/${role}/${name}`)
}

function storage() {
  try {
    localStorage.setItem('jembatan', '')
    localStorage.removeItem('jembatan')
    return localStorage
  } catch {
    return memoryStorage()
  }
}
