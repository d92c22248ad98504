import { newId } from '../../shared/ids.ts'
import type { ApiFailureCode } from './call.ts'

/** What somebody wants to happen once: its act id, and what was asked with it. */
export interface Intent {
  act: string
  body: string
}

/** The intent for what is asked now: the open one when it asks the same, so that a second press is the same act. */
export function intentFor(open: Intent | undefined, input: object): Intent {
  const body = JSON.stringify(input)
  return open?.body === body ? open : { act: newId(), body }
}

const unsettled: readonly ApiFailureCode[] = ['lost', 'unavailable', 'broken', 'unsigned', 'too_many']

/**
 * Whether a failure leaves it open if the act happened, or asks only to try again later: then the next try carries the
 * same act id. Any other failure is an answer, and the next try is a new act.
 */
export function staysOpen(code: ApiFailureCode): boolean {
  return unsettled.includes(code)
}

/** Whether the reader sees "belum terkirim": nothing was refused, the line or the server was not there. */
export function isUnsent(code: ApiFailureCode): boolean {
  return code === 'lost' || code === 'unavailable'
}

export function readIntent(text: unknown): Intent | undefined {
  if (typeof text !== 'object' || text === null) return undefined
  const { act, body } = text as Partial<Intent>
  return typeof act === 'string' && typeof body === 'string' ? { act, body } : undefined
}
