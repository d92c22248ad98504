import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, lengthOf, lineDoubt, lineFault, overlap, swapLines } from './rundown-model.ts'

test('minutes are added within the day', () => {
  expect(addMinutes('09:05', 55)).toBe('10:00')
  expect(addMinutes('23:30', 30)).toBeUndefined()
})

test('a line that ends before it starts cannot be; one that meets another, or lies outside, is asked', () => {
  const others = [{ from: '09:00', to: '09:30' }]
  expect(lineFault({ from: '10:00', to: '09:00' }, { others })).toEqual({ path: 'to', fault: 'wrong_order' })
  expect(lineFault({ to: '09:00' }, { others })).toEqual({ path: 'from', fault: 'required' })
  expect(lineFault({ from: '09:15' }, { others })).toEqual({ path: 'from', fault: 'doubtful' })
  expect(lineFault({ from: '09:15' }, { others, sure: ['from'] })).toBeUndefined()
  expect(lineFault({ from: '09:30', to: '10:00' }, { others })).toBeUndefined()
  expect(lineDoubt({ from: '08:00' }, { others, startsAt: '08:30' })).toBe('early')
  expect(lineDoubt({ from: '10:00', to: '11:30' }, { others, startsAt: '08:30', endsAt: '11:00' })).toBe('late')
  expect(lineDoubt({}, { others })).toBeUndefined()
})

const minutes = fc.integer({ min: 0, max: 600 })
const time = (at: number) => addMinutes('00:00', at) ?? '23:59'
const neighbours = fc.tuple(minutes, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 200 })) // prettier-ignore

test('two neighbours that change places keep their lengths and, together, their time', () => {
  fc.assert(
    fc.property(neighbours, ([at, long, gap, longer]) => {
      const first = { from: time(at), to: time(at + long) }
      const second = { from: time(at + long + gap), to: time(at + long + gap + longer) }
      const swapped = swapLines(first, second)
      expect([lengthOf(swapped.first), lengthOf(swapped.second)]).toEqual([long, longer])
      expect([swapped.second.from, swapped.first.to]).toEqual([first.from, second.to])
      expect(overlap(swapped.first, swapped.second)).toBe(false)
      expect(swapLines(swapped.second, swapped.first)).toEqual({ first: second, second: first })
    }),
  )
})

test('lines without both ends only change places', () => {
  expect(swapLines({ from: '09:00' }, { from: '10:00', to: '11:00' })).toEqual({
    first: { from: '09:00' },
    second: { from: '10:00', to: '11:00' },
  })
})
