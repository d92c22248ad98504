import { todayIn, type DateText, type Zone } from '../shared/dates.ts'

/** Real time, for the ledger's readers, sessions and jobs. Rules never ask: they are handed `on` or `at`. */
export function now(): number {
  return Date.now()
}

/** Today in a region's zone by real time. */
export function today(zone: Zone): DateText {
  return todayIn(zone, now())
}

/** The instant as text, for logs and file names (UTC, ISO 8601). */
export function nowText(): string {
  return new Date(now()).toISOString()
}
