import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseLines, turnOf } from './model.ts'

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

test.each([
  ['nobody has it', {}, '2026-03-02', 'do'],
  ['I have it', { member: { id: 'me', left: false } }, '2026-03-02', 'do'],
  ['my office has it', { unit: { id: 'office' } }, '2026-03-02', 'do'],
  ['another agency has it, on its day', { unit: { id: 'agency' } }, '2026-03-02', undefined],
  ['another agency has it, the day after', { unit: { id: 'agency' } }, '2026-03-01', 'ask'],
  ['another person has it, on its day', { member: { id: 'she', left: false } }, '2026-03-02', undefined],
  [
    'another person of my office has it, the day after',
    { member: { id: 'she', left: false }, unit: { id: 'office' } },
    '2026-03-01',
    'ask',
  ],
  ['who had it left', { member: { id: 'she', left: true } }, '2026-03-02', 'do'],
  ['somebody by name has it', { owner: 'Seseorang' }, '2026-03-02', undefined],
  ['I have it by name', { owner: 'Saya' }, '2026-03-02', 'do'],
  ['its day is still to come', { member: { id: 'me', left: false } }, '2026-03-03', undefined],
])('%s', (_, owned, dueOn, turn) => {
  const me = { membership: 'me', unit: 'office', name: 'Saya' }
  expect(turnOf({ ...owned, dueOn }, { me, on: '2026-03-02' })).toBe(turn)
})
