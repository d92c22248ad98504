import type { LinkRoom } from '../links/portal.tsx'
import { doorRoom } from './door-portal.tsx'
import { summaryRoom } from './summary-portal.tsx'

/** What links without account open of an activity: the door, and its summary. */
export const rooms: readonly LinkRoom[] = [doorRoom, summaryRoom]
