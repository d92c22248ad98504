import { expect, test } from 'vitest'
import { scan, withScans, type Kept } from './door-keeping.ts'

const row = { id: 'a', slot: 's', receipt: 'ABCD-EFGH', party: 3, state: 'booked' as const, cameAt: null, door: null }
const list = { id: 'v', zone: 'WIB' as const, day: '2026-01-05', days: ['2026-01-05'], slots: [], rows: [row, { ...row, id: 'b', receipt: 'WXYZ-0123', state: 'waiting' as const }] } // prettier-ignore
const kept: Kept = { list, scans: [] }
const at = { door: 'A', cameAt: '2026-01-05T02:00:00Z' }

test('a receipt is let in once by the list alone: typed, or as the whole address of its picture', () => {
  const typed = scan(kept, { text: 'abcd efgh', ...at })
  expect(typed).toMatchObject({ kind: 'in', party: 3, scan: { id: 'a', door: 'A' } })
  const whole = scan(kept, { text: 'https://x.invalid/ja/program/layanan/bukti/ABCD-EFGH-0000-1111-2222', ...at })
  expect(whole.kind).toBe('in')
  const held = typed.kind === 'in' ? { list, scans: [typed.scan] } : kept
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
