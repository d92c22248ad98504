import { describe, expect, test } from 'vitest'
import { conflictsOf, findConflicts } from './conflicts.ts'

const juror = { village: 'Desa Contoh', kecamatan: null, company: 'PT Uji', kin: ['Ibu Uji'], sponsorReason: null, declared: ['1'] } // prettier-ignore
const entry = { id: '1', village: 'kelurahan contoh', kecamatan: 'Kec. A', entrant: 'Uji', backers: ['Uji Tbk'] }
const elsewhere = { id: '2', village: '', kecamatan: null, entrant: null, backers: [''] }

describe('what ties a juror to an entry', () => {
  test('is found whatever stands before the name; two empty names are not the same', () => {
    const all = ['village', 'company', 'sponsor', 'kin', 'declared']
    expect(conflictsOf(juror, entry, ['CV Uji'])).toEqual(all)
    const nobody = { ...juror, village: ' ', company: '', kin: ['Bapak'], declared: [] }
    expect(conflictsOf(nobody, elsewhere, ['PT'])).toEqual([])
    const other = { ...juror, kecamatan: 'Kecamatan B' }
    expect(conflictsOf(other, entry, ['CV Uji'])).toEqual(all.slice(1))
  })

  test('fifty jurors and two thousand entries are compared at once, each as the pair alone', () => {
    const jurors = Array.from({ length: 50 }, (_, n) => ({ ...juror, village: `Desa ${n}`, company: `PT ${n}`, kin: [`Ibu ${n}`], declared: [] })) // prettier-ignore
    const entries = Array.from({ length: 2000 }, (_, n) => ({ ...entry, id: String(n), village: `Kelurahan ${n % 100}`, entrant: `Bapak ${n}`, backers: [] })) // prettier-ignore
    const of = findConflicts(['PT 1'])
    const found = entries.flatMap((each) => jurors.flatMap((one) => of(one, each)))
    expect(found).toHaveLength(50 * 20 + 2000 + 50)
    const [one, each] = [jurors[7], entries[7]]
    if (one === undefined || each === undefined) throw new Error('nobody')
    expect(of(one, each)).toEqual(conflictsOf(one, each, ['PT 1']))
  })
})
