import { describe, expect, test } from 'vitest'
import { freeIn, nothingKept, readKept, scan, walkIn, withScans, type Kept } from './door-keeping.ts'

const row = { id: 'a', slot: 's', receipt: 'ABCD-EFGH', party: 3, state: 'booked' as const, cameAt: null, door: null }
const list = { id: 'v', zone: 'WIB' as const, day: '2026-01-05', days: ['2026-01-05'], slots: [], rows: [row, { ...row, id: 'b', receipt: 'WXYZ-0123', state: 'waiting' as const }] } // prettier-ignore
const kept: Kept = { ...nothingKept, list }
const at = { door: 'A', cameAt: '2026-01-05T02:00:00Z' }

test('a receipt is let in once by the list alone: typed, or as the whole address of its picture', () => {
  const typed = scan(kept, { text: 'abcd efgh', ...at })
  expect(typed).toMatchObject({ kind: 'in', party: 3, scan: { id: 'a', door: 'A' } })
  const whole = scan(kept, { text: 'https://x.invalid/ja/program/layanan/bukti/ABCD-EFGH-0000-1111-2222', ...at })
  expect(whole.kind).toBe('in')
  const held = typed.kind === 'in' ? { ...kept, scans: [typed.scan] } : kept
  expect(scan(held, { text: 'ABCDEFGH', ...at, door: 'B' })).toMatchObject({ kind: 'already', door: 'A' })
})

test('who waits, who is not on the list, and what is no receipt are told apart', () => {
  expect(scan(kept, { text: 'WXYZ-0123', ...at }).kind).toBe('waiting')
  expect(scan(kept, { text: '0000-0000', ...at }).kind).toBe('unknown')
  expect(scan(kept, { text: 'halo', ...at }).kind).toBe('notReceipt')
})

test('a list read anew keeps what was scanned here and not sent yet; what the server knows stands', () => {
  const own = { act: 'x', id: 'a', receipt: 'ABCD-EFGH', ...at }
  expect(withScans(list, [own]).rows[0]).toMatchObject({ cameAt: at.cameAt, door: 'A' })
  const known = { ...list, rows: [{ ...row, cameAt: '2026-01-05T01:00:00Z', door: 'B' }] }
  expect(withScans(known, [own]).rows[0]).toMatchObject({ door: 'B' })
})

describe('who came without booking', () => {
  const slots = [{ id: 's', starts: '09:00', ends: '10:00', capacity: 6, taken: 3 }]
  const open: Kept = { ...kept, list: { ...list, slots } }
  const came = (party: number) => ({ slot: 's', party, ...at })

  test('takes what is free by the list alone, and what this door gave away is taken', () => {
    const first = walkIn(open, came(2))
    expect(first).toMatchObject({ kind: 'in', free: 1, walkIn: { slot: 's', party: 2, door: 'A', cameAt: at.cameAt } })
    const held = first.kind === 'in' ? { ...open, walkIns: [first.walkIn] } : open
    expect(freeIn(held, 's')).toBe(1)
    expect(walkIn(held, came(2))).toEqual({ kind: 'full', free: 1 })
    const second = walkIn(held, came(1))
    // Each under an act of its own: sent twice it is once, and no other.
    expect(second.kind === 'in' && first.kind === 'in' && second.walkIn.act !== first.walkIn.act).toBe(true)
  })

  test('finds no place in a session that is not on the list, nor below zero where the server gave more away', () => {
    expect(walkIn(open, { ...came(1), slot: 'x' })).toEqual({ kind: 'full', free: 0 })
    const over: Kept = { ...kept, list: { ...list, slots: [{ ...slots[0]!, taken: 9 }] } }
    expect(walkIn(over, came(1))).toEqual({ kind: 'full', free: 0 })
  })
})

test('what an earlier version kept in the browser is read on; anything else is not', () => {
  expect(readKept({ list, scans: [] })).toEqual(kept)
  for (const other of [undefined, null, 'x', {}, { scans: 1 }]) expect(readKept(other)).toBeUndefined()
})
