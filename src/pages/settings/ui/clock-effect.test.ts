import { expect, test } from 'vitest'
import { countMoved } from './clock-effect.ts'

const clock = (id: string, dueOn: string) => ({ id, dueOn })

test('counts the clocks whose limit is another, not those that began or ended meanwhile', () => {
  const before = [clock('a', '2026-03-11'), clock('b', '2026-03-12'), clock('c', '2026-05-04')]
  expect(countMoved(before, before)).toBe(0)
  const after = [clock('b', '2026-03-13'), clock('c', '2026-05-04'), clock('d', '2026-05-05')]
  expect(countMoved(before, after)).toBe(1)
  expect(countMoved(before, before.map(({ id }) => clock(id, '2026-06-01')))).toBe(3) // prettier-ignore
  expect(countMoved([], after)).toBe(0)
})
