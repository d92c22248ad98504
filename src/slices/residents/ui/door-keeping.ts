import type { z } from 'zod'
import { newId } from '../../../shared/ids.ts'
import type { readDoor } from '../contract.ts'
import { readReceipt } from '../model.ts'

export type DoorList = z.output<typeof readDoor.output>

/** A check-in of this device that the server has not confirmed yet, under the id of its own act. */
export interface Scan {
  act: string
  /** The booking. */
  id: string
  receipt: string
  cameAt: string
  door: string
}

/** What a door holds in the browser: the list of one day, and what is still to be sent. */
export interface Kept {
  list: DoorList | undefined
  scans: Scan[]
}

export type Scanned =
  | { kind: 'in'; receipt: string; party: number; scan: Scan }
  | { kind: 'already'; receipt: string; cameAt: string; door: string }
  | { kind: 'waiting' | 'unknown'; receipt: string }
  | { kind: 'notReceipt' }

/** What a scanned or typed receipt comes to by the list at hand alone, without a line. */
export function scan(
  { list, scans }: Kept,
  { text, door, cameAt }: { text: string; door: string; cameAt: string },
): Scanned {
  const read = readReceipt(text)
  if (read === undefined) return { kind: 'notReceipt' }
  const receipt = read.number
  const row = list?.rows.find((one) => one.receipt === receipt)
  if (row === undefined) return { kind: 'unknown', receipt }
  if (row.state === 'waiting') return { kind: 'waiting', receipt }
  const before = scans.find(({ id }) => id === row.id) ?? (row.cameAt === null ? undefined : { cameAt: row.cameAt, door: row.door ?? '' }) // prettier-ignore
  if (before !== undefined) return { kind: 'already', receipt, cameAt: before.cameAt, door: before.door }
  return { kind: 'in', receipt, party: row.party, scan: { act: newId(), id: row.id, receipt, cameAt, door } }
}

/** A list read anew with what this device knows and the server does not yet. */
export function withScans(list: DoorList, scans: readonly Scan[]): DoorList {
  const rows = list.rows.map((row) => {
    const own = scans.find(({ id }) => id === row.id)
    return own === undefined || row.cameAt !== null ? row : { ...row, cameAt: own.cameAt, door: own.door }
  })
  return { ...list, rows }
}

export function isKept(found: unknown): found is Kept {
  return typeof found === 'object' && found !== null && 'scans' in found && Array.isArray(found.scans)
}
