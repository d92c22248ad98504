import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chatText } from './chat-text.ts'

const more = (n: number) => `dan ${n} lagi`

test('a bold title, a line each, and nothing more when all are there', () => {
  const text = chatText({ title: 'Kerja sama: 2', lines: ['Kota Izumisano', '浜松市'], more })
  expect(text).toBe('*Kerja sama: 2*\n• Kota Izumisano\n• 浜松市')
})

test('forty lines, then how many are left: also of those that are not at hand', () => {
  const lines = Array.from({ length: 45 }, (_, n) => `baris ${n}`)
  expect(chatText({ title: 'x', lines, more }).split('\n').slice(-2)).toEqual(['• baris 39', 'dan 5 lagi'])
  expect(chatText({ title: 'x', lines, total: 1200, more }).split('\n').at(-1)).toBe('dan 1160 lagi')
  expect(
    chatText({ title: 'x', lines: lines.slice(0, 40), more })
      .split('\n')
      .at(-1),
  ).toBe('• baris 39')
})

test('whatever stands in an entry, it stays one line and formats nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 60 }), (lines) => {
      const said = chatText({ title: 'x', lines, more }).split('\n')
      expect(said.length).toBe(1 + Math.min(lines.length, 40) + (lines.length > 40 ? 1 : 0))
      for (const line of said.slice(1)) expect(line).not.toMatch(/[*_~`]/)
    }),
  )
})
