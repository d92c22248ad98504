import { describe, expect, test } from 'vitest'
import { band, railAcross, railDown, type Drawing } from './plait-shapes.ts'

/** How far a drawn coordinate may lie from the approved drawing, in its own units. */
const tolerance = 0.6

/** Numbers of one stroke's path, in order. */
function numbersOf(drawing: Drawing, stroke: number): number[] {
  return (drawing.strokes[stroke]?.d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
}

function expectStart(drawing: Drawing, stroke: number, approved: readonly number[]): void {
  expectNear(numbersOf(drawing, stroke).slice(0, approved.length), approved)
}

function expectEnd(drawing: Drawing, stroke: number, approved: readonly number[]): void {
  expectNear(numbersOf(drawing, stroke).slice(-approved.length), approved)
}

function expectNear(drawn: readonly number[], approved: readonly number[]): void {
  expect(drawn).toHaveLength(approved.length)
  for (const [index, value] of approved.entries()) {
    expect(Math.abs(value - (drawn[index] ?? NaN)), `${index}: ${drawn[index]} for ${value}`).toBeLessThanOrEqual(
      tolerance,
    )
  }
}

const tonesOf = (drawing: Drawing) => drawing.strokes.map(({ tone }) => tone)

describe('band', () => {
  test('begins with two flat strands and ends woven, on a crossing', () => {
    expect(band.viewBox).toBe('0 0 960 22')
    expect(tonesOf(band)).toEqual(['partner', 'gap', 'region', 'gap', 'partner'])
    expectStart(
      band,
      0,
      [0, 20, 14, 20, 28, 20, 41.9, 20, 57.1, 20, 70.2, 15, 83.9, 11, 100.9, 6, 117.2, 2.5, 136.1, 2.5],
    )
    expectStart(band, 2, [0, 2, 14, 2, 28, 2, 41.9, 2, 57.1, 2, 70.2, 7, 83.9, 11])
    expectEnd(band, 2, [948.8, 11, 950.6, 8.9, 952.4, 7, 954.4, 7, 956.4, 7, 958.2, 9, 960, 11])
  })
  test('frees the upper strand at each crossing, in turns', () => {
    expectStart(band, 1, [65.5, 5.5, 71.7, 7.2, 77.7, 9.2, 83.9, 11, 91.5, 13.2, 99, 15.2, 106.7, 16.7, 259.6, 5.7])
    expectStart(band, 3, [165.4, 5.5, 173.1, 7, 180.6, 8.9, 188.3, 11, 195, 12.8, 201.5, 14.7, 208.2, 16.2, 342.2, 5.8])
    expect(band.strokes[4]?.d).toBe(band.strokes[3]?.d)
  })
})

describe('rail across', () => {
  test('stage 1: colour runs to the first swing, everything after is pale', () => {
    const rail = railAcross({ stages: 8, now: 0 })
    expect(rail.viewBox).toBe('-7 0 960 48')
    expect(tonesOf(rail)).toEqual(['ahead', 'partner', 'gap', 'ahead', 'region', 'gap', 'ahead'])
    expectStart(rail, 0, [56.5, 41, 79.5, 41, 99.3, 32.7, 120, 24, 139.6, 15.8, 158.3, 8, 180, 8])
    expectEnd(rail, 0, [937, 30.2, 940.3, 30.2, 943.1, 27.2, 946, 24, 948.1, 21.7, 950.1, 18.4, 952.5, 18.4])
    expectNear(numbersOf(rail, 1), [-7, 41, 14.2, 41, 35.3, 41, 56.5, 41])
    expectNear(numbersOf(rail, 4), [-7, 7, 14.2, 7, 35.3, 7, 56.5, 7])
  })
  test('stage 4: half a step beyond the fourth crossing, and only past crossings keep the partner on top in colour', () => {
    const rail = railAcross({ stages: 8, now: 3 })
    expectStart(rail, 0, [420, 10, 441.7, 10, 460.4, 17.1, 480, 24])
    expectEnd(rail, 1, [360, 24, 379.6, 16.6, 398.3, 10, 420, 10])
    expectNear(numbersOf(rail, 7), [213.8, 14, 222.6, 16.8, 231.2, 20.4, 240, 24, 248.8, 27.6, 257.4, 31, 266.2, 33.6])
  })
  test('stage 8: nothing is pale, and steps shorten without a bend', () => {
    const rail = railAcross({ stages: 8, now: 7 })
    expect(tonesOf(rail)).toEqual(['partner', 'gap', 'region', 'gap', 'partner'])
    const nearLast = numbersOf(rail, 0).slice(78, 92)
    expectNear(nearLast, [780, 35, 801.7, 35, 820.4, 32.6, 840, 24, 846.2, 21.3, 852.1, 15.8, 859, 15.8])
  })
  test('before the first stage both strands are pale', () => {
    expect(tonesOf(railAcross({ stages: 8, now: -1 }))).toEqual(['ahead', 'gap', 'ahead', 'gap', 'ahead'])
  })
})

describe('stages that were passed over', () => {
  const strands = (rail: Drawing, tone: string) => rail.strokes.filter((stroke) => stroke.tone === tone)
  const starts = (d: string) => d.match(/M/g)?.length

  test('a signing with nothing before it: pale up to the stage in hand, which alone has colour', () => {
    const rail = railAcross({ stages: 8, now: 6, skipped: [0, 1, 2, 3, 4, 5] })
    const [own] = strands(rail, 'region')
    // From the swing before the seventh column to the one after it.
    expectNear((own?.d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number).slice(0, 1), [660])
    expect(own?.d).toMatch(/780 [\d.]+$/)
    expect(strands(rail, 'ahead').map(({ d }) => starts(d)?.toString())[0]).toBe('2')
  })
  test('a gap in the middle parts the colour in two, and no crossing of it keeps the partner on top in colour', () => {
    const whole = railAcross({ stages: 8, now: 4 })
    const parted = railAcross({ stages: 8, now: 4, skipped: [2] })
    expect(strands(whole, 'region').map(({ d }) => starts(d))).toEqual([1])
    expect(strands(parted, 'region').map(({ d }) => starts(d))).toEqual([2])
    expect(starts(strands(whole, 'partner').at(-1)?.d ?? '')).toBe(2)
    expect(starts(strands(parted, 'partner').at(-1)?.d ?? '')).toBe(1)
  })
  test('without any the drawing is the same', () => {
    expect(railDown({ stages: 8, now: 3, skipped: [] })).toEqual(railDown({ stages: 8, now: 3 }))
  })
})

describe('rail down', () => {
  test.each([
    { now: 0, first: [27, 36, 27, 46.9, 22.3, 56.2, 16, 66, 11.4, 73.2, 6, 80, 6, 88] },
    { now: 3, first: [6.8, 176, 6.8, 184, 11.4, 190.8, 16, 198] },
    { now: 7, first: [27, 6, 27, 16, 27, 26, 27, 36, 27, 46.9, 22.3, 56.2, 16, 66] },
  ])('stage $now + 1', ({ now, first }) => {
    const rail = railDown({ stages: 8, now })
    expect(rail.height).toBe(380)
    expectStart(rail, 0, first)
    expectEnd(rail, 0, [10.8, 367.5, 13.3, 369.2, 16, 371, 18.9, 373, 20.8, 374.8, 20.8, 377])
  })
  test('a procedure with six stages has six rows and its woven end below them', () => {
    const rail = railDown({ stages: 6, now: 5 })
    expect(rail.height).toBe(6 * 44 + 28)
    expectEnd(rail, 0, [20.8, 289])
  })
})
