import type { z } from 'zod'
import { newId } from '../shared/ids.ts'
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

/** Drafts of this person in this region on this device, as this tab sees them. */
export function draftsOf({ region, role, name }: Session): Drafts {
  return openDrafts(storage(), { owner: `${region.slug}/${role}/${name}`, tab: tabId() })
}

/** Outlives a reload of the tab, unlike anything in memory. */
function tabId(): string {
  try {
    const known = sessionStorage.getItem('jembatan:tab') ?? newId()
    sessionStorage.setItem('jembatan:tab', known)
    return known
  } catch {
    return newId()
  }
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
