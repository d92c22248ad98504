import { describe, expect, test } from 'vitest'
import type { FittedText } from '../../platform/drawing.ts'
import { fitText } from './fitting.ts'

/** Every letter is half as wide as it is high. */
const half = () => 50
const room = (words: string, rest: Partial<FittedText> = {}): FittedText => ({
  words,
  lang: 'id',
  x: 0,
  y: 0,
  width: 400,
  height: 150,
  size: 40,
  least: 20,
  lines: 3,
  colour: '#000',
  ...rest,
})

describe('fitting words', () => {
  test('keeps its size while they fit, and one line a little smaller rather than two', () => {
    expect(fitText(room('Kota Bekasi'), half)).toEqual({ size: 40, lines: ['Kota Bekasi'] })
    expect(fitText(room('Kota Bekasi dan Toyota'), half)).toEqual({ size: 36, lines: ['Kota Bekasi dan Toyota'] })
  })
  test('breaks at spaces into lines of about one length', () => {
    const { lines } = fitText(room('Kabupaten Bekasi dan Kedutaan Besar'), half)
    expect(lines).toEqual(['Kabupaten Bekasi', 'dan Kedutaan Besar'])
  })
  test('never wider than its room, whatever is written; what is left out ends with an ellipsis', () => {
    for (const words of [
      'Pemerintah Provinsi '.repeat(40),
      'x'.repeat(500),
      '覚書'.repeat(200),
      '협력 관계 '.repeat(90),
    ]) {
      const { size, lines } = fitText(room(words), half)
      expect(size).toBe(20)
      expect(lines).toHaveLength(3)
      expect(lines.at(-1)).toMatch(/…$/)
      for (const line of lines) expect((line.length * size) / 2).toBeLessThanOrEqual(400)
    }
  })
  test('a closing sign does not begin a line, and direction marks are gone', () => {
    const { lines } = fitText(room(`${'東'.repeat(19)}、京`, { least: 40 }), half)
    expect(lines.some((line) => line.startsWith('、'))).toBe(false)
    expect(fitText(room('a\u202eb\u0007c\n d'), half).lines).toEqual(['ab c d'])
    expect(fitText(room(' '), half).lines).toEqual([])
  })
})
