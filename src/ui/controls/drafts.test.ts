import { afterEach, expect, test, vi } from 'vitest'
import { memoryStorage, openDrafts } from './drafts.ts'

afterEach(() => void vi.useRealTimers())

test('what was typed is found again by the same person only', () => {
  const storage = memoryStorage()
  openDrafts(storage, { owner: 'kota-bekasi/petugas/A', tab: '1' }).write('relation/1', { purpose: 'Belajar' })
  expect(openDrafts(storage, { owner: 'kota-bekasi/petugas/A', tab: '1' }).read('relation/1')).toEqual({
    purpose: 'Belajar',
  })
  expect(openDrafts(storage, { owner: 'kota-bekasi/petugas/B', tab: '1' }).read('relation/1')).toBeUndefined()
})

test('clearing one leaves the others, leaving on purpose clears all of one’s own', () => {
  const storage = memoryStorage()
  const [mine, theirs] = [openDrafts(storage, { owner: 'a', tab: '1' }), openDrafts(storage, { owner: 'b', tab: '1' })]
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
  openDrafts(storage, { owner: 'a', tab: '1' }).write('1', 'x')
  vi.setSystemTime(29 * 86_400_000)
  expect(openDrafts(storage, { owner: 'a', tab: '1' }).read('1')).toBe('x')
  vi.setSystemTime(31 * 86_400_000)
  expect(openDrafts(storage, { owner: 'a', tab: '1' }).read('1')).toBeUndefined()
  expect(storage.getItem('bahasa')).toBe('ja')
})

test('a full browser says so instead of throwing', () => {
  const full = { ...memoryStorage(), setItem: () => { throw new DOMException('full', 'QuotaExceededError') } } // prettier-ignore
  expect(openDrafts(full, { owner: 'a', tab: '1' }).write('1', 'x')).toBe(false)
})

test('what one tab saves leaves what another tab typed', () => {
  const storage = memoryStorage()
  const [first, second] = ['1', '2'].map((tab) => openDrafts(storage, { owner: 'a', tab }))
  first?.write('field/7', 'Budaya')
  expect(second?.read('field/7')).toBe('Budaya')
  second?.write('field/7', 'Wisata')
  first?.clear('field/7')
  expect([first?.read('field/7'), second?.read('field/7')]).toEqual(['Wisata', 'Wisata'])
  second?.clear('field/7')
  expect([first?.read('field/7'), second?.read('field/7')]).toEqual([undefined, undefined])
})

test('a tab finds its own draft again after a reload, also when another typed later', () => {
  const storage = memoryStorage()
  openDrafts(storage, { owner: 'a', tab: '1' }).write('1', 'x')
  openDrafts(storage, { owner: 'a', tab: '2' }).write('1', 'y')
  expect(openDrafts(storage, { owner: 'a', tab: '1' }).read('1')).toBe('x')
})

test('what a closed tab left is taken over, and cleared once it is saved', () => {
  const storage = memoryStorage()
  openDrafts(storage, { owner: 'a', tab: '1' }).write('1', 'x')
  const next = openDrafts(storage, { owner: 'a', tab: '2' })
  expect(next.read('1')).toBe('x')
  next.write('1', 'x!')
  next.clear('1')
  expect([next.read('1'), storage.length]).toEqual([undefined, 0])
})

test('a tab and its duplicate share a place; the one does not clear what the other typed', () => {
  const storage = memoryStorage()
  const [first, copy] = [1, 2].map(() => openDrafts(storage, { owner: 'a', tab: '1' }))
  first?.write('1', 'x')
  copy?.write('1', 'y')
  first?.clear('1')
  expect(copy?.read('1')).toBe('y')
})
