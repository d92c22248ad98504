import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conflictsOf, helpsAll, isSamePlace } from './conflicts.ts'
import { criteriaFault, markFault, obstaclesToOpening, settleSheet, stageOf } from './judging-model.ts'

const named = (weights: readonly number[]) => weights.map((weight, at) => ({ name: `k${at}`, weight }))

describe('criteria', () => {
  test('stand at exactly 100; any other sum is told', () => {
    expect(criteriaFault(named([40, 35, 25]))).toBeUndefined()
    expect(criteriaFault(named([40, 35, 24]))).toEqual({ fault: 'sum', sum: 99 })
    expect(criteriaFault(named([40, 35, 26]))).toEqual({ fault: 'sum', sum: 101 })
    expect(criteriaFault([])).toEqual({ fault: 'none' })
    expect(criteriaFault([{ name: 'Bersih', weight: 50 }, { name: 'bersih', weight: 50 }])).toMatchObject({ fault: 'twice' }) // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 }), (weights) => {
        const sum = weights.reduce((total, weight) => total + weight, 0)
        expect(criteriaFault(named(weights))).toEqual(sum === 100 ? undefined : { fault: 'sum', sum })
      }),
    )
  })

  test('a mark is a whole number up to the scale, and an empty one is no zero', () => {
    expect([markFault('0', 10), markFault(' 10 ', 10)]).toEqual([undefined, undefined])
    expect(markFault('', 10)).toBe('required')
    for (const typed of ['11', '-1', '7,5', '7.5', '1e1', 'tujuh', '010 0']) expect(markFault(typed, 10)).toBe('wrong')
  })
})

describe('stages', () => {
  const days = { frozenOn: null, unsealedOn: null, decidedOn: null, announcedOn: null }
  test('say how far judging is, and what it cannot begin without', () => {
    expect(stageOf(undefined)).toBe('none')
    expect(stageOf(days)).toBe('rules')
    expect(stageOf({ ...days, frozenOn: '2024-07-01', unsealedOn: '2024-07-02' })).toBe('unsealed')
    expect(obstaclesToOpening({ stage: 'none', jurors: 0, entries: 0, windowOpen: false })).toEqual(['criteria', 'jurors', 'entries']) // prettier-ignore
    expect(obstaclesToOpening({ stage: 'rules', jurors: 3, entries: 0, windowOpen: true })).toEqual(['window'])
    expect(obstaclesToOpening({ stage: 'rules', jurors: 3, entries: 2, windowOpen: false })).toEqual([])
  })

  test('whatever the order sheets come in, the newest version is kept and one version is never two', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1 }), (versions) => {
        let there: { version: number } | undefined
        for (const version of [...versions, ...versions]) {
          const same = there?.version === version
          const settled = settleSheet(there && { ...there, same }, { version })
          if (settled === 'kept') there = { version }
          else expect(settled).toBe(same ? 'same' : 'older')
        }
        expect(there?.version).toBe(Math.max(...versions))
      }),
    )
    expect(settleSheet({ version: 2, same: false }, { version: 2 })).toBe('conflict')
  })
})

describe('conflicts', () => {
  const juror = { village: null, kecamatan: null, company: null, kin: [], sponsorReason: null, declared: [] }
  const entry = {
    id: 'e',
    village: 'Desa Contoh Jaya',
    kecamatan: 'Contoh Utara',
    entrant: 'Warga Contoh',
    backers: [],
  }
  test('are found by village, and a village of the same name in another kecamatan is another', () => {
    expect(conflictsOf({ ...juror, village: 'contoh jaya' }, entry, [])).toEqual(['village'])
    expect(conflictsOf({ ...juror, village: 'Contoh Jaya', kecamatan: 'Kec. Contoh Utara' }, entry, [])).toEqual(['village']) // prettier-ignore
    expect(conflictsOf({ ...juror, village: 'Contoh Jaya', kecamatan: 'Contoh Selatan' }, entry, [])).toEqual([])
    expect(conflictsOf({ ...juror, village: 'Desa' }, { ...entry, village: 'Desa' }, [])).toEqual([])
  })

  test('are found by company, sponsor and kin, however they are written', () => {
    const works = { ...juror, company: 'Contoh Karya Tbk' }
    expect(conflictsOf(works, { ...entry, backers: ['PT. Contoh Karya'] }, [])).toEqual(['company'])
    expect(conflictsOf(works, entry, ['PT Contoh Karya'])).toEqual(['sponsor'])
    expect(helpsAll(works, ['PT Contoh Karya'])).toBe(true)
    expect(conflictsOf({ ...works, sponsorReason: 'wakil semua sponsor' }, entry, ['PT Contoh Karya'])).toEqual([])
    expect(conflictsOf({ ...juror, kin: ['H. WARGA  Contoh'] }, entry, [])).toEqual(['kin'])
    expect(conflictsOf({ ...juror, kin: ['Warga'] }, entry, [])).toEqual([])
    expect(conflictsOf({ ...juror, declared: ['e'] }, entry, [])).toEqual(['declared'])
  })

  test('last year’s winner is the same place under another number', () => {
    const place = { name: 'Kampung Contoh 3', village: 'Desa Contoh Jaya', rtRw: 'RT 02/RW 05' }
    expect(isSamePlace(place, { ...place, name: 'kp. contoh 3' })).toBe(true)
    expect(isSamePlace(place, { ...place, name: 'Kampung Contoh 4' })).toBe(false)
    expect(isSamePlace(place, { ...place, rtRw: 'RT 03/RW 05' })).toBe(false)
  })
})
