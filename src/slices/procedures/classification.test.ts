import { describe, expect, test } from 'vitest'
import {
  awaitedProcedures,
  citationOf,
  cooperationTypes,
  explainType,
  partnerKinds,
  procedureFor,
  whyNotPair,
  type CooperationType,
  type PartnerKind,
} from './model.ts'

describe('a type and a partner', () => {
  const reason = (type: CooperationType | undefined, partnerKind: PartnerKind | undefined) => {
    const article = whyNotPair({ type, partnerKind })
    return article && citationOf(article)
  }
  const fits = (kind: PartnerKind | undefined) => cooperationTypes.filter((type) => reason(type, kind) === undefined)

  test('a company is never a sister city, nor a foreign institution, and the article says why', () => {
    expect(reason('ksdpl', 'company')).toBe('PP 28/2018 Ps 24')
    expect(reason('ksdll', 'company')).toBe('PP 28/2018 Ps 36')
    for (const type of cooperationTypes) {
      expect(procedureFor({ cooperationType: type, partnerKind: 'company' })).toBeUndefined()
    }
  })

  test('a foreign local government is in KSDPL or in nothing; KSDPL is for it alone', () => {
    expect(fits('foreign_local_government')).toEqual(['ksdpl', 'none'])
    expect(reason('ksdpk', 'foreign_local_government')).toBe('PP 28/2018 Ps 24')
    expect(reason('ksdll', 'foreign_local_government')).toBe('PP 28/2018 Ps 36')
    for (const kind of partnerKinds.filter((each) => each !== 'foreign_local_government')) {
      expect(reason('ksdpl', kind), kind).toBe('PP 28/2018 Ps 24')
      expect(fits(kind), kind).toContain('none')
    }
  })

  test('only an institution and a university are in KSDLL', () => {
    const paired = partnerKinds.filter((kind) => fits(kind).includes('ksdll'))
    expect(paired).toEqual(['institution', 'university'])
  })

  test('whatever runs a procedure may be recorded', () => {
    for (const type of cooperationTypes) {
      for (const partnerKind of partnerKinds) {
        if (procedureFor({ cooperationType: type, partnerKind })) expect(reason(type, partnerKind)).toBeUndefined()
      }
    }
  })

  test('an empty type, "no cooperation" and a partner not yet known keep nothing out', () => {
    for (const kind of partnerKinds) expect(reason(undefined, kind)).toBeUndefined()
    expect(fits(undefined)).toEqual(cooperationTypes)
  })
})

describe('which types are open to a partner', () => {
  const open = (partnerKind: PartnerKind, isForeign?: boolean) =>
    explainType({ partnerKind, isForeign })
      .map(({ type, article }) => `${type} ${article.at} ${article.verified}`)
      .join('; ')

  test.each<[PartnerKind, boolean | undefined, string]>([
    ['foreign_local_government', true, 'ksdpl Ps 24 V'],
    ['foreign_local_government', undefined, 'ksdpl Ps 24 V'],
    ['institution', true, 'ksdll Ps 36 V'],
    ['institution', false, 'ksdpk Ps 14 I'],
    ['institution', undefined, 'ksdll Ps 36 V; ksdpk Ps 14 I'],
    ['university', true, 'ksdll Ps 36 V'],
    ['company', false, 'ksdpk Ps 14 V'],
    ['company', true, ''],
    ['chamber', false, 'ksdpk Ps 14 I'],
    ['estate', false, 'ksdpk Ps 14 I'],
    ['embassy', true, ''],
    ['domestic_region', false, 'ksdd Ps 2 V'],
    ['central_body', false, 'sinergi Ps 46 V'],
  ])('%s, abroad %s: %s', (kind, isForeign, expected) => {
    expect(open(kind, isForeign)).toBe(expected)
  })

  test('never offers what may not be recorded', () => {
    for (const partnerKind of partnerKinds) {
      for (const isForeign of [true, false, undefined]) {
        for (const { type } of explainType({ partnerKind, isForeign })) {
          expect(whyNotPair({ type, partnerKind }), `${type} with ${partnerKind}`).toBeUndefined()
        }
      }
    }
  })
})

describe('which procedure a relation waits for', () => {
  const awaited = (partnerKind: PartnerKind, isForeign?: boolean, cooperationType?: CooperationType) =>
    awaitedProcedures({ cooperationType, partnerKind, isForeign })
      .map(({ type, article, why }) => `${why} ${type} ${article.at}`)
      .join('; ')

  test.each<[PartnerKind, boolean | undefined, CooperationType | undefined, string]>([
    ['foreign_local_government', true, undefined, ''],
    ['institution', true, undefined, 'undecided ksdll Ps 36'],
    ['institution', undefined, undefined, 'undecided ksdll Ps 36; absent ksdpk Ps 14'],
    ['institution', true, 'ksdll', ''],
    ['institution', false, 'ksdpk', 'absent ksdpk Ps 14'],
    ['company', false, undefined, 'absent ksdpk Ps 14'],
    ['company', undefined, undefined, 'absent ksdpk Ps 14'],
    ['company', true, undefined, 'entity ksdpk Ps 14'],
    ['company', true, 'none', ''],
    ['domestic_region', false, 'ksdd', 'absent ksdd Ps 2'],
    ['embassy', true, undefined, ''],
  ])('%s, abroad %s, type %s: %s', (kind, isForeign, type, expected) => {
    expect(awaited(kind, isForeign, type)).toBe(expected)
  })
})
