import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cooperationTypes,
  documentIds,
  getProcedure,
  getStep,
  holderIds,
  lawKeys,
  openStep,
  partnerKinds,
  procedureFor,
  railPosition,
  recordsOf,
  stageCount,
  stageIds,
  stageNumber,
  stageOf,
  stagesLeft,
  stageState,
  stepIds,
  stepState,
  type CooperationType,
  type DocumentId,
  type PartnerKind,
  type StepId,
} from './model.ts'

const foreign = getProcedure('foreign-2018')
const stageAfter = (...filed: DocumentId[]) => stageOf(foreign, recordsOf(foreign, filed))
const stateAfter = (filed: DocumentId[], step: StepId) => stepState(foreign, recordsOf(foreign, filed), step)

const aDocument = fc.constantFrom(...documentIds)
const aFile = fc.uniqueArray(aDocument)
const aStage = fc.constantFrom(...stageIds)

describe('the foreign procedure as data', () => {
  test('has the eleven legal steps of domain §1.3 under the eight public stages of §1.4', () => {
    expect(foreign.steps.map(({ no, letter, stage, id }) => `${no}${letter} ${stage}: ${id}`)).toEqual([
      '1a penjajakan: prakarsa',
      '2b penjajakan: penjajakan',
      '3c pernyataan_kehendak: pernyataan_kehendak',
      '4d rencana: rencana_kerja_sama',
      '5e persetujuan_dprd: persetujuan_dprd',
      '6f pertimbangan: verifikasi',
      '7g naskah: penyusunan_naskah',
      '8h naskah: pembahasan_naskah',
      '9i naskah: persetujuan_menteri',
      '10j penandatanganan: penandatanganan',
      '11k pelaksanaan: pelaksanaan',
    ])
    expect(foreign.stages).toEqual(stageIds)
    expect(foreign.steps.map(({ id }) => id)).toEqual(stepIds)
  })

  test('cites the articles of PP 28/2018 step by step', () => {
    expect(foreign.steps.map(({ articles }) => articles.map(({ law, at }) => `${law} ${at}`).join('; '))).toEqual([
      'PP 28/2018 Ps 28(1)(2)',
      'PP 28/2018 Ps 28(3)',
      'PP 28/2018 Ps 28(4)',
      'PP 28/2018 Ps 28(5); PP 28/2018 Ps 30(3)',
      'PP 28/2018 Ps 30(1)(2)(4)(5)',
      'PP 28/2018 Ps 31',
      'PP 28/2018 Ps 31(3)b; PP 28/2018 Ps 32(1)',
      'PP 28/2018 Ps 32(2)(3)',
      'PP 28/2018 Ps 33(1)–(4)',
      'PP 28/2018 Ps 33(4); PP 28/2018 Ps 23',
      'PP 28/2018 Ps 43; PP 28/2018 Ps 44; UU 43/2009 Ps 43',
    ])
  })

  test('marks the names a–g as known at second hand and h–k as not confirmed; every act was read in the law', () => {
    expect(foreign.steps.map(({ verified }) => verified).join(' ')).toBe('V2 V2 V2 V2 V2 V2 V2 M M M M')
    for (const { articles } of foreign.steps) {
      expect(articles.length).toBeGreaterThan(0)
      for (const { law, at, verified } of articles) {
        expect(Object.keys(lawKeys)).toContain(law)
        expect(at).toMatch(/^Ps \d+/)
        expect(verified).toBe('V')
      }
    }
  })

  test('walks the stages in order: no step goes back, none is left without a step', () => {
    const numbers = foreign.steps.map(({ stage }) => stageNumber(foreign, stage))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(new Set(numbers).size).toBe(stageCount(foreign))
  })

  test('lets each document move one step at most, and every closing document is one that moves', () => {
    const moving = foreign.steps.flatMap(({ moves }) => moves)
    expect(moving).toEqual([...new Set(moving)])
    for (const { documents, moves, closes } of foreign.steps) {
      expect(documents).toEqual(expect.arrayContaining([...moves]))
      expect(moves).toEqual(expect.arrayContaining(closes ? [closes] : []))
    }
    expect(foreign.steps.filter(({ closes }) => !closes).map(({ id }) => id)).toEqual(['pelaksanaan'])
  })

  test('uses every holder and document it names', () => {
    const inside = ['tkksd', 'bagian_hukum'] // desks of the region itself, in no article
    expect(new Set([...foreign.steps.flatMap(({ holders }) => holders), ...inside])).toEqual(new Set(holderIds))
    expect(new Set(foreign.steps.flatMap(({ documents }) => documents))).toEqual(new Set(documentIds))
  })

  test('applies from the day of PP 28/2018; the ministerial regulation joined in 2020', () => {
    expect(foreign.basis.map(({ law, validFrom, verified }) => [law, validFrom, verified])).toEqual([
      ['PP 28/2018', '2018-07-13', 'V'],
      ['Permendagri 25/2020', '2020-05-22', 'V2'],
    ])
  })
})

describe('which procedure a relation shows', () => {
  const shown = (cooperationType?: CooperationType, partnerKind?: PartnerKind) => {
    const found = procedureFor({ cooperationType, partnerKind })
    return found && `${found.procedure.id}${found.provisional ? ' perkiraan' : ''}`
  }

  test.each<[CooperationType | undefined, PartnerKind | undefined, string | undefined]>([
    [undefined, 'foreign_local_government', 'foreign-2018 perkiraan'],
    ['ksdpl', 'foreign_local_government', 'foreign-2018'],
    ['ksdll', 'institution', 'foreign-2018'],
    ['ksdll', 'university', 'foreign-2018'],
    [undefined, 'institution', undefined],
    [undefined, 'university', undefined],
    [undefined, 'embassy', undefined],
    [undefined, 'company', undefined],
    [undefined, 'estate', undefined],
    [undefined, 'chamber', undefined],
    [undefined, 'domestic_region', undefined],
    [undefined, undefined, undefined],
    ['ksdpl', undefined, undefined],
    ['none', 'foreign_local_government', undefined],
    ['ksdd', 'domestic_region', undefined],
    ['sinergi', 'central_body', undefined],
  ])('type %s, partner %s: %s', (type, kind, expected) => {
    expect(shown(type, kind)).toBe(expected)
  })

  test('never lets a company, an embassy, an estate or a chamber run the foreign procedure, whatever the type', () => {
    for (const kind of ['company', 'embassy', 'estate', 'chamber'] as const)
      for (const type of [undefined, ...cooperationTypes]) expect(shown(type, kind)).toBeUndefined()
  })

  test('is an estimate exactly while the type is empty', () => {
    const pairs = partnerKinds.flatMap((kind) => [undefined, ...cooperationTypes].map((type) => ({ kind, type })))
    const rails = pairs.flatMap(({ kind, type }) => {
      const found = procedureFor({ cooperationType: type, partnerKind: kind })
      return found ? [[kind, type, found.provisional]] : []
    })
    expect(rails).toEqual([
      ['foreign_local_government', undefined, true],
      ['foreign_local_government', 'ksdpl', false],
      ['institution', 'ksdll', false],
      ['university', 'ksdll', false],
    ])
  })
})

describe('how far a process is', () => {
  test.each([
    ['penjajakan', 1, 6, 'left'],
    ['pernyataan_kehendak', 2, 5, 'left'],
    ['rencana', 3, 4, 'left'],
    ['persetujuan_dprd', 4, 3, 'left'],
    ['pertimbangan', 5, 2, 'left'],
    ['naskah', 6, 1, 'left'],
    ['penandatanganan', 7, 0, 'next'],
    ['pelaksanaan', 8, 0, 'last'],
  ] as const)('%s is stage %i of 8 with %i left', (stage, number, left, form) => {
    expect(railPosition(foreign, stage)).toEqual({ number, count: 8, left, form })
  })

  test('counts as the mayor did: six further stages while exploring, five once the LoI is signed', () => {
    expect(stagesLeft(foreign, stageAfter())).toBe(6)
    expect(stageAfter('loi')).toBe('pernyataan_kehendak')
    expect(stagesLeft(foreign, stageAfter('loi'))).toBe(5)
  })

  test.each<[DocumentId[], string]>([
    [[], 'penjajakan'],
    [['surat_penawaran', 'laporan_penjajakan'], 'penjajakan'],
    [['jawaban_menlu'], 'pernyataan_kehendak'],
    [['loi', 'rencana_kerja_sama', 'surat_ke_dprd'], 'rencana'],
    [['keputusan_dprd'], 'persetujuan_dprd'],
    [['pertimbangan_tertulis'], 'pertimbangan'],
    [['rancangan_naskah'], 'naskah'],
    [['surat_konfirmasi'], 'naskah'],
    [['naskah_asli'], 'penandatanganan'],
    [['laporan_pelaksanaan'], 'pelaksanaan'],
  ])('with %j on file the stage is %s', (filed, stage) => {
    expect(stageAfter(...filed)).toBe(stage)
  })

  test('is not moved by a step that was only reported', () => {
    expect(stageOf(foreign, [{ step: 'penandatanganan', documented: false }])).toBe('penjajakan')
  })

  test('is that of the furthest documented step, by an oracle over the step numbers', () => {
    const records = fc.array(fc.record({ step: fc.constantFrom(...stepIds), documented: fc.boolean() }))
    fc.assert(
      fc.property(records, (given) => {
        const furthest = given.reduce(
          (no, { step, documented }) => (documented ? Math.max(no, getStep(foreign, step).no) : no),
          0,
        )
        const oracle = [1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 7, 8][furthest]
        expect(stageNumber(foreign, stageOf(foreign, given))).toBe(oracle)
      }),
    )
  })

  test('never goes back when a document is added', () => {
    fc.assert(
      fc.property(aFile, aDocument, (filed, added) => {
        const before = stageNumber(foreign, stageAfter(...filed))
        expect(stageNumber(foreign, stageAfter(...filed, added))).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('counts the stages left as those neither past, current nor the last', () => {
    fc.assert(
      fc.property(aStage, (stage) => {
        const between = stageIds.filter(
          (other) => stageIds.indexOf(other) > stageIds.indexOf(stage) && other !== 'pelaksanaan',
        )
        expect(stagesLeft(foreign, stage)).toBe(between.length)
      }),
    )
  })

  test('splits the rail into past, one current and ahead, eight in all, when every step was recorded', () => {
    fc.assert(
      fc.property(aStage, (current) => {
        const records = foreign.steps
          .filter(({ stage }) => stageIds.indexOf(stage) <= stageIds.indexOf(current))
          .map(({ id }) => ({ step: id, documented: true }))
        const states = stageIds.map((stage) => stageState(foreign, records, stage))
        const many = (state: string) => states.filter((other) => other === state).length
        expect(states[stageIds.indexOf(current)]).toBe('now')
        expect([many('past'), many('now'), many('ahead')]).toEqual([
          stageIds.indexOf(current),
          1,
          7 - stageIds.indexOf(current),
        ])
      }),
    )
  })

  test.each<[DocumentId[], string]>([
    [[], 'now ahead ahead ahead ahead ahead ahead ahead'],
    [['naskah_asli'], 'past skipped skipped skipped skipped skipped now ahead'],
    [['loi', 'naskah_asli'], 'past past skipped skipped skipped skipped now ahead'],
    [['surat_penawaran', 'keputusan_dprd'], 'past skipped skipped now ahead ahead ahead ahead'],
    // A letter to the council is no decision of it: the stage stays open.
    [['surat_ke_dprd', 'naskah_asli'], 'past skipped skipped skipped skipped skipped now ahead'],
  ])('with %j on file the stages without a document were skipped, not passed', (filed, expected) => {
    const records = recordsOf(foreign, filed)
    expect(stageIds.map((stage) => stageState(foreign, records, stage)).join(' ')).toBe(expected)
  })
})

describe('how far a single step is', () => {
  const statesAfter = (...filed: DocumentId[]) => stepIds.map((step) => stateAfter(filed, step)).join(' ')

  test.each<[DocumentId[], string]>([
    [[], 'ahead now ahead ahead ahead ahead ahead ahead ahead ahead ahead'],
    [['surat_penawaran'], 'past now ahead ahead ahead ahead ahead ahead ahead ahead ahead'],
    [['jawaban_mendagri'], 'ahead ahead now ahead ahead ahead ahead ahead ahead ahead ahead'],
    [['loi'], 'ahead ahead past ahead ahead ahead ahead ahead ahead ahead ahead'],
    [['rancangan_naskah'], 'ahead ahead ahead ahead ahead ahead past now ahead ahead ahead'],
    [['notulen_pembahasan'], 'ahead ahead ahead ahead ahead ahead ahead now ahead ahead ahead'],
    [['laporan_pelaksanaan'], 'ahead ahead ahead ahead ahead ahead ahead ahead ahead ahead now'],
  ])('with %j on file the eleven read %s', (filed, expected) => {
    expect(statesAfter(...filed)).toBe(expected)
  })

  test('never calls an LoI signed on the strength of a minister’s answer, even when the plan is on file', () => {
    expect(stateAfter(['jawaban_mendagri', 'jawaban_menlu', 'rencana_kerja_sama'], 'pernyataan_kehendak')).toBe('ahead')
  })

  test('takes a documented step as finished unless told otherwise, over all its rounds', () => {
    const loi = { step: 'pernyataan_kehendak', documented: true } as const
    expect(stepState(foreign, [loi], 'pernyataan_kehendak')).toBe('past')
    expect(stepState(foreign, [{ ...loi, finished: false }], 'pernyataan_kehendak')).toBe('now')
    expect(stepState(foreign, [{ ...loi, finished: false }, loi], 'pernyataan_kehendak')).toBe('past')
    expect(stepState(foreign, [{ ...loi, documented: false, finished: true }], 'pernyataan_kehendak')).toBe('ahead')
  })

  test('never ends implementation, however it is recorded', () => {
    for (const finished of [true, false])
      expect(stepState(foreign, [{ step: 'pelaksanaan', documented: true, finished }], 'pelaksanaan')).toBe('now')
    expect(stepState(foreign, [{ step: 'pelaksanaan', documented: true }], 'pelaksanaan')).toBe('now')
  })

  test('is past exactly with its closing document, and the open step lies in the reached stage', () => {
    fc.assert(
      fc.property(aFile, (filed) => {
        const records = recordsOf(foreign, filed)
        for (const { id, closes } of foreign.steps)
          expect(stepState(foreign, records, id) === 'past').toBe(closes !== undefined && filed.includes(closes))
        const open = openStep(foreign, records)
        expect(open?.stage ?? stageOf(foreign, records)).toBe(stageOf(foreign, records))
        expect(stepIds.filter((id) => stepState(foreign, records, id) === 'now')).toEqual(open ? [open.id] : [])
      }),
    )
  })
})

test('refuses a stage or step that is not in the procedure', () => {
  const short = { ...foreign, stages: foreign.stages.slice(0, 3), steps: foreign.steps.slice(0, 4) }
  expect(() => stageNumber(short, 'naskah')).toThrow('has no stage naskah')
  expect(() => getStep(short, 'verifikasi')).toThrow('has no step verifikasi')
})
