import { afterEach, expect, test, vi } from 'vitest'
import { memoryStorage, openDrafts } from './drafts.ts'

afterEach(() => void vi.useRealTimers())

test('what was typed is found again by the same person only', () => {
  const storage = memoryStorage()
  openDrafts(storage, 'kota-bekasi/petugas/A').write('relation/1', { purpose: 'Belajar' })
  expect(openDrafts(storage, 'kota-bekasi/petugas/A').read('relation/1')).toEqual({ purpose: 'Belajar' })
  expect(openDrafts(storage, 'kota-bekasi/petugas/B').read('relation/1')).toBeUndefined()
})

test('clearing one leaves the others, leaving on purpose clears all of one’s own', () => {
  const storage = memoryStorage()
  const [mine, theirs] = [openDrafts(storage, 'a'), openDrafts(storage, 'b')]
  mine.write('1', 'x')
  mine.write('2', 'y')
  theirs.write('1', 'z')
  mine.clear('1')
  expect([mine.read('1'), mine.read('2')]).toEqual([undefined, 'y'])
  mine.clearAll()
  expect([mine.read('2'), theirs.read('1')]).toEqual([undefined, 'z'])
})

test('a draft is kept for thirty days, and other people’s storage is left alone', () => {
  vi.useFakeTimers({ now: 0 })
  const storage = memoryStorage()
  storage.setItem('bahasa', 'ja')
  openDrafts(storage, 'a').write('1', 'x')
  vi.setSystemTime(29 * 86_400_000)
  expect(openDrafts(storage, 'a').read('1')).toBe('x')
  vi.setSystemTime(31 * 86_400_000)
  expect(openDrafts(storage, 'a').read('1')).toBeUndefined()
  expect(storage.getItem('bahasa')).toBe('ja')
})

test('a full browser says so instead of throwing', () => {
  const full = { ...memoryStorage(), setItem: () => { throw new DOMException('full', 'QuotaExceededError') } } // prettier-ignore
  expect(openDrafts(full, 'a').write('1', 'x')).toBe(false)
})
