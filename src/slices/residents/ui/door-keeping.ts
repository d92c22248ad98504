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

/** Somebody without booking whom this device let in and the server has not counted yet; the act is her booking's id. */
export interface WalkIn {
  act: string
  /** The session. */
  slot: string
  party: number
  cameAt: string
  door: string
}

/** What sending brought up, until somebody at the door has read it. */
export type Heard =
  | { kind: 'other'; receipt: string; door: string }
  | { kind: 'refused'; receipt: string }
  | { kind: 'walkInRefused'; party: number; free: number | undefined; cameAt: string }

/** What a door holds in the browser: the list of one day, what is still to be sent, and what came of it. */
export interface Kept {
  list: DoorList | undefined
  scans: Scan[]
  walkIns: WalkIn[]
  heard: Heard[]
}

export const nothingKept: Kept = { list: undefined, scans: [], walkIns: [], heard: [] }

export type Scanned =
  | { kind: 'in'; receipt: string; party: number; scan: Scan }
  | { kind: 'already'; receipt: string; cameAt: string; door: string }
  | { kind: 'waiting' | 'unknown'; receipt: string }
  | { kind: 'notReceipt' }

/** What a scanned or typed receipt comes to by the list at hand alone, without a line. */
export function scan(
  { list, scans }: Pick<Kept, 'list' | 'scans'>,
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

/** How many places of a session are free as far as this door knows: what it let in itself is taken. */
export function freeIn({ list, walkIns }: Pick<Kept, 'list' | 'walkIns'>, slot: string): number {
  const known = list?.slots.find(({ id }) => id === slot)
  const own = walkIns.filter((one) => one.slot === slot).reduce((sum, { party }) => sum + party, 0)
  return known === undefined ? 0 : known.capacity - known.taken - own
}

/** Lets somebody in by the list at hand alone: under an act of its own, or not when too few places are free. */
export function walkIn(
  kept: Pick<Kept, 'list' | 'walkIns'>,
  came: Omit<WalkIn, 'act'>,
): { kind: 'in'; walkIn: WalkIn; free: number } | { kind: 'full'; free: number } {
  const free = freeIn(kept, came.slot)
  if (came.party > free) return { kind: 'full', free: Math.max(0, free) }
  return { kind: 'in', walkIn: { act: newId(), ...came }, free: free - came.party }
}

/** What was kept before, also by an earlier version; undefined when it is nothing of the kind. */
export function readKept(found: unknown): Kept | undefined {
  if (typeof found !== 'object' || found === null || !('scans' in found) || !Array.isArray(found.scans))
    return undefined
  return { ...nothingKept, ...(found as Partial<Kept>) }
}
