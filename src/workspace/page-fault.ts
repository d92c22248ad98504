import { isRouteErrorResponse } from 'react-router'
import { isApiFailure } from '../ui/controls/call.ts'

export interface PageFault {
  kind: 'missing' | 'forbidden' | 'unsigned' | 'offline' | 'broken'
  /** The number to name when it is reported; only for a fault on the server's side. */
  request?: string | undefined
}

/** What stands behind a page that could not be shown. A part of the program that did not load counts as offline. */
export function readFault(error: unknown): PageFault {
  if (isRouteErrorResponse(error)) return { kind: error.status === 404 ? 'missing' : 'broken' }
  if (error instanceof TypeError && /import|module|fetch/i.test(error.message)) return { kind: 'offline' }
  if (!isApiFailure(error)) return { kind: 'broken' }
  if (error.code === 'not_found' || error.code === 'invalid') return { kind: 'missing' }
  if (error.code === 'forbidden' || error.code === 'unsigned') return { kind: error.code }
  if (error.code === 'lost' || error.code === 'unavailable') return { kind: 'offline' }
  return { kind: 'broken', request: error.request }
}
