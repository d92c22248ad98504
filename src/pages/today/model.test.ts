import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseLines } from './model.ts'

const aGroup = fc.record({ shown: fc.integer({ min: 0, max: 9 }), beyond: fc.integer({ min: 0, max: 90 }) })
const groupsOf = (sizes: readonly { shown: number; beyond: number }[]) =>
  sizes.map(({ shown, beyond }, kind) => ({
    lines: Array.from({ length: shown }, (_, n) => `${kind}-${n}`),
    total: shown + (shown > 0 ? beyond : 0),
  }))

test('seven lines in their order, every kind that waits among them, the rest counted', () => {
  fc.assert(
    fc.property(fc.array(aGroup, { maxLength: 7 }), (sizes) => {
      const groups = groupsOf(sizes)
      const { lines, more, total } = chooseLines(groups, 7)
      const all = groups.flatMap((group) => group.lines)
      expect(lines).toHaveLength(Math.min(7, all.length))
      expect(lines).toEqual(all.filter((line) => lines.includes(line)))
      for (const group of groups.filter((each) => each.lines.length > 0)) expect(lines).toContain(group.lines[0])
      expect(total).toBe(groups.reduce((sum, group) => sum + group.total, 0))
      expect(more).toBe(total - lines.length)
    }),
  )
})

test('what room is left is filled from the front', () => {
  const { lines } = chooseLines(
    groupsOf([
      { shown: 6, beyond: 0 },
      { shown: 9, beyond: 0 },
      { shown: 2, beyond: 0 },
    ]),
    7,
  )
  expect(lines).toEqual(['0-0', '0-1', '0-2', '0-3', '0-4', '1-0', '2-0'])
})
