import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leniencyOf, rank, type Ranking } from './ranking.ts'

const contest = fc
  .record({
    scale: fc.constantFrom(5, 10, 100),
    normalisation: fc.constantFrom('none' as const, 'z' as const),
    tieRule: fc.constantFrom('criterion_order' as const, 'more_jurors' as const, 'shared' as const, 'draw' as const),
    seed: fc.stringMatching(/^[0-9a-f]{32}$/),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }),
    entries: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 12 }),
    jurors: fc.integer({ min: 1, max: 5 }),
  })
  .chain(({ cuts, entries, jurors, ...rules }) => {
    const edges = [0, ...cuts.toSorted((one, other) => one - other), 100]
    const criteria = edges.slice(1).map((edge, at) => ({ weight: edge - (edges[at] ?? 0) }))
    const marks = fc.array(fc.integer({ min: 0, max: rules.scale }), {
      minLength: criteria.length,
      maxLength: criteria.length,
    })
    // Few marks of few values: equal points are the rule here, not the exception.
    const some = fc.option(fc.oneof(marks, fc.constant(criteria.map(() => rules.scale))), { freq: 5 })
    return fc
      .array(some, { minLength: entries.length * jurors, maxLength: entries.length * jurors })
      .map((all): Ranking => ({
        ...rules,
        criteria,
        entries: entries.map((category, at) => ({ number: at + 1, category })),
        sheets: all.flatMap((given, at) =>
          given === null ? [] : [{ juror: `J${at % jurors}`, entry: Math.floor(at / jurors) + 1, marks: given }],
        ),
      }))
  })

const base: Ranking = {
  scale: 10,
  normalisation: 'none',
  tieRule: 'shared',
  seed: '00'.repeat(16),
  criteria: [{ weight: 60 }, { weight: 40 }],
  entries: [
    { number: 1, category: '' },
    { number: 2, category: '' },
    { number: 3, category: '' },
  ],
  sheets: [],
}

describe('rank', () => {
  test('the order of sheets and of entries does not change it', () => {
    fc.assert(
      fc.property(
        contest.chain((one) =>
          fc.record({
            one: fc.constant(one),
            sheets: fc.shuffledSubarray([...one.sheets], { minLength: one.sheets.length }),
            entries: fc.shuffledSubarray([...one.entries], { minLength: one.entries.length }),
          }),
        ),
        ({ one, sheets, entries }) => {
          expect(rank({ ...one, sheets, entries })).toEqual(rank(one))
          expect(leniencyOf({ ...one, sheets })).toEqual(leniencyOf(one))
        },
      ),
    )
  })

  test('every entry is told once; places follow points, and equal places were shared', () => {
    fc.assert(
      fc.property(contest, (one) => {
        const places = rank(one)
        expect(places.map(({ entry }) => entry)).toEqual(one.entries.map(({ number }) => number))
        for (const category of ['a', 'b']) {
          const placed = places.filter((place) => place.category === category && place.place !== null)
          for (const place of placed) {
            const better = placed.filter((other) => (other.place ?? 0) < (place.place ?? 0))
            expect(place.place).toBe(better.length + 1)
            for (const other of better) expect(Number(other.points)).toBeGreaterThanOrEqual(Number(place.points))
            const same = placed.filter((other) => other.place === place.place)
            if (same.length > 1) expect(place.settledBy).toBe('shared')
            if (one.tieRule === 'draw') expect(same).toHaveLength(1)
          }
        }
      }),
    )
  })

  test('weights count: 60 of 100 for the first criterion', () => {
    const sheets = [
      { juror: 'A', entry: 1, marks: [10, 0] },
      { juror: 'A', entry: 2, marks: [0, 10] },
    ]
    const places = rank({ ...base, sheets })
    expect(places.map(({ place, points }) => [place, points])).toEqual([
      [1, '60.0000'],
      [2, '40.0000'],
      [null, null],
    ])
    expect(places[2]?.outside).toBe('no_sheet')
  })

  test('equal points: by the first criterion, by more jurors, by lot, or shared as 1, 1, 3', () => {
    const criteria = [{ weight: 50 }, { weight: 50 }]
    const sheets = [
      { juror: 'A', entry: 1, marks: [5, 9] },
      { juror: 'A', entry: 2, marks: [8, 6] },
      { juror: 'A', entry: 3, marks: [1, 1] },
    ]
    const places = (tieRule: Ranking['tieRule'], more: Ranking['sheets'] = sheets) =>
      rank({ ...base, criteria, tieRule, sheets: more }).map(({ place }) => place)
    expect(places('shared')).toEqual([1, 1, 3])
    expect(places('criterion_order')).toEqual([2, 1, 3])
    expect(new Set(places('draw'))).toEqual(new Set([1, 2, 3]))
    const three = ['A', 'B', 'C'].flatMap((juror, at) => [
      { juror, entry: 1, marks: at === 0 ? [10, 10] : [6, 6] },
      { juror, entry: 2, marks: at === 0 ? [8, 8] : [7, 7] },
    ])
    expect(places('more_jurors', three).slice(0, 2)).toEqual([2, 1])
  })

  test('a lenient juror counts by z as much as a strict one', () => {
    const sheets = [
      { juror: 'A', entry: 1, marks: [10, 10] },
      { juror: 'A', entry: 2, marks: [9, 9] },
      { juror: 'B', entry: 1, marks: [1, 1] },
      { juror: 'B', entry: 2, marks: [3, 3] },
    ]
    expect(
      rank({ ...base, sheets })
        .map(({ place }) => place)
        .slice(0, 2),
    ).toEqual([2, 1])
    const byZ = rank({ ...base, normalisation: 'z', sheets })
    expect(byZ[0]?.points).toBe('50.0000')
    expect(byZ[0]?.place).toBe(byZ[1]?.place)
    expect(leniencyOf({ ...base, sheets })).toEqual([
      { juror: 'A', sheets: 2, mean: '95.00', difference: '75.00' },
      { juror: 'B', sheets: 2, mean: '20.00', difference: '-75.00' },
    ])
  })

  test('last year’s winner stands outside, and nobody loses a place by it', () => {
    const sheets = [1, 2].map((entry) => ({ juror: 'A', entry, marks: [10 - entry, 5] }))
    const [first, ...others] = base.entries
    const places = rank({ ...base, sheets, entries: [{ number: 1, category: first?.category ?? '', outside: 'last_winner' }, ...others] }) // prettier-ignore
    expect(places.map(({ place, outside }) => [place, outside])).toEqual([
      [null, 'last_winner'],
      [1, null],
      [null, 'no_sheet'],
    ])
  })
})
