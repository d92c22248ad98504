import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleFormat, sealResult, type Result } from '../src/slices/contests/results-bundle.ts'
import { leniencyOf, rank } from '../src/slices/contests/ranking.ts'
import { check, recompute } from './recompute-contest.mjs'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key = {
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
}

const result = fc
  .record({
    scale: fc.constantFrom(5, 10, 100),
    normalisation: fc.constantFrom('none' as const, 'z' as const),
    tieRule: fc.constantFrom('criterion_order' as const, 'more_jurors' as const, 'shared' as const, 'draw' as const),
    seed: fc.stringMatching(/^[0-9a-f]{32}$/),
    first: fc.integer({ min: 1, max: 99 }),
    entries: fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom(null, null, null, 'last_winner' as const)), { minLength: 1, maxLength: 10 }), // prettier-ignore
    marks: fc.array(fc.option(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { freq: 6 }), { minLength: 40, maxLength: 40 }), // prettier-ignore
  })
  .map(({ scale, normalisation, tieRule, seed, first, entries: drawn, marks }): Result => {
    const criteria = [first, 100 - first].map((weight, at) => ({ position: at + 1, name: `K${at}`, nameLang: 'id' as const, about: null, weight })) // prettier-ignore
    const entries = drawn.map(([category, outside], at) => ({ number: at + 1, name: `E${at}`, village: 'D', category, outside })) // prettier-ignore
    const sheets = marks.flatMap((given, at) => {
      const entry = Math.floor(at / 4) + 1
      return given === null || entry > entries.length ? [] : [{ juror: 'ABCD'[at % 4] ?? '', entry, marks: [...given] }]
    })
    const ranking = { scale, normalisation, tieRule, seed, criteria, sheets, entries: entries.map(({ outside, ...entry }) => ({ ...entry, outside: outside ?? undefined })) } // prettier-ignore
    return {
      format: bundleFormat,
      region: { slug: 'r', name: 'R', names: {} },
      contest: { slug: 'l', title: 'L', titleLang: 'id' },
      judgedFrom: '2025-07-10',
      announcedOn: '2025-08-17',
      rules: { scale, normalisation, tieRule, seed, winners: 3, prizes: [], prizesLang: 'id', criteriaVersion: 1 },
      absent: { sheets: 0, reason: null },
      minutes: { number: null, decidedOn: '2025-07-14' },
      criteria,
      categories: [],
      entries,
      sheets,
      places: rank(ranking),
      leniency: leniencyOf(ranking),
    }
  })

test('the lines that anybody runs compute what was stored, for every rule', () => {
  fc.assert(
    fc.property(result, (one) => {
      const bundle = sealResult(one, key)
      expect(check(JSON.parse(JSON.stringify(bundle)))).toEqual([])
      expect(recompute({ ...one, sheets: one.sheets.toReversed(), entries: one.entries })).toEqual(recompute(one))
    }),
    { numRuns: 300 },
  )
})

test('a place, a mark or a signature that was changed is told', () => {
  fc.assert(
    fc.property(result, (one) => {
      const bundle = sealResult(one, key)
      const places = one.places.map((place, at) => (at === 0 ? { ...place, place: (place.place ?? 0) + 1 } : place))
      expect(check({ ...bundle, result: { ...one, places } }).join('\n')).toMatch(/entry 1: place is told as/)
      // Also when whoever changed it sealed it again: the places do not follow from the sheets.
      const again = check(sealResult({ ...one, places }, key))
      expect(again).toHaveLength(1)
    }),
  )
})
