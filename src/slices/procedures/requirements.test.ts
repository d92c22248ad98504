import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  citationOf,
  documentIds,
  eligibilityIds,
  eligibilityOf,
  getProcedure,
  getStep,
  isComplete,
  obstaclesTo,
  outcomes,
  planElements,
  requirementIds,
  requirementsOf,
  stepIds,
  type CooperationType,
  type DocumentId,
  type EligibilityId,
  type FiledDocument,
  type Obstacle,
  type ProcessFacts,
  type RequirementId,
  type StepId,
} from './model.ts'

const rules = getProcedure('foreign-2018')

const paper = (kind: DocumentId, about: Partial<FiledDocument> = {}): FiledDocument => ({
  id: kind,
  kind,
  step: rules.steps.find(({ moves }) => moves.includes(kind))?.id ?? 'persetujuan_dprd',
  round: 1,
  datedOn: '2026-01-05',
  ...about,
})
const agreed = (kind: DocumentId) => paper(kind, { outcome: 'agreed' })

const nothing: ProcessFacts = {
  cooperationType: undefined,
  partnerKind: 'foreign_local_government',
  fields: [],
  eligibility: {},
  plan: {},
  documents: [],
}
/** A process with everything the law wants before the text is carried out. */
const everything: ProcessFacts = {
  cooperationType: 'ksdpl',
  partnerKind: 'foreign_local_government',
  fields: [{ isNamed: true, hasAffair: true, isDropped: false }],
  eligibility: Object.fromEntries(eligibilityIds.map((id) => [id, 'met'])),
  plan: Object.fromEntries(planElements.map((element) => [element, 'tertulis'])),
  documents: [
    paper('laporan_penjajakan'),
    agreed('jawaban_mendagri'),
    agreed('jawaban_menlu'),
    paper('loi'),
    paper('rencana_kerja_sama'),
    agreed('keputusan_dprd'),
    agreed('pertimbangan_tertulis'),
    paper('rancangan_naskah', { lang: 'id', articles: 12 }),
    paper('rancangan_naskah', { lang: 'ja', articles: 12 }),
    paper('rancangan_diparaf'),
    paper('rancangan_disetujui'),
    paper('surat_konfirmasi'),
    paper('naskah_asli'),
  ],
}

const missing = (step: StepId, facts: Partial<ProcessFacts> = {}) =>
  obstaclesTo(rules, { step, facts: { ...everything, ...facts } })
const idsOf = (obstacles: Obstacle[]) => obstacles.map(({ id }) => id)
const without = (kind: DocumentId) => everything.documents.filter((each) => each.kind !== kind)

describe('the requirements as data', () => {
  test('stand at the step before which they are asked, each with its article', () => {
    const own = rules.steps.map(({ no, requires }) => {
      const named = requires.map(({ id, gate, article }) => `${gate ?? '-'} ${id} ${article.at}`)
      return `${no}: ${named.join('; ')}`
    })
    expect(own).toEqual([
      '1: ',
      '2: ',
      '3: G1 laporan_penjajakan Ps 28(3); G1 kelayakan Ps 26, 27; G1 bidang_ke_urusan Ps 27(1)b; ' +
        'G2 jawaban_mendagri Ps 28(4); G2 jawaban_menlu Ps 28(4)',
      '4: - loi Ps 28(5); - jenis Ps 24, 25',
      '5: G3 tujuh_unsur Ps 30(3); - rencana_kerja_sama Ps 28(5)',
      '6: G4 keputusan_dprd Ps 30, 31',
      '7: - pertimbangan_tertulis Ps 31(3)b',
      '8: - rancangan_naskah Ps 32(1)',
      '9: - rancangan_diparaf Ps 32(2)(3)',
      '10: - rancangan_disetujui Ps 33(1); G5 surat_konfirmasi Ps 33(4); G6 naskah_sepadan Ps 31',
      '11: - naskah_asli Ps 23(1)',
    ])
    expect(rules.steps.flatMap(({ requires }) => requires.map(({ id }) => id))).toEqual(requirementIds)
    const parity = requirementsOf(rules, 'penandatanganan').find(({ id }) => id === 'naskah_sepadan')
    expect(parity && citationOf(parity.article)).toBe('UU 24/2009 Ps 31')
  })

  test('file each document at the step it moves, which is an earlier one, and give letters their letter', () => {
    for (const { no, requires } of rules.steps) {
      for (const { document, step, remedy, letter, gate, mustAgree } of requires) {
        const { no: filedAt, moves } = getStep(rules, step)
        expect(filedAt).toBeLessThanOrEqual(no)
        if (document) expect(moves).toContain(document)
        expect(letter !== undefined).toBe(remedy === 'write_letter')
        if (gate === 'G2' || gate === 'G4') expect(mustAgree).toBe(true)
      }
    }
  })

  test('cite each row of the exploration report', () => {
    expect(rules.eligibility.map(({ id, article }) => `${id} ${article.at}`)).toEqual([
      'e1 Ps 27(1)a',
      'e3 Ps 27(1)c',
      'e4 Ps 27(1)d',
      'e5 Ps 27(1)e',
      'e6 Ps 27(2)',
      'e7 Ps 27(3)a',
      'e8 Ps 27(3)b',
      'e9 Ps 27(3)c',
      'e10 Ps 26',
    ])
  })
})

describe('preparing a step', () => {
  test('the first two steps may always be prepared', () => {
    expect([missing('prakarsa', nothing), missing('penjajakan', nothing)]).toEqual([[], []])
  })

  test('an LoI of a relation that has only begun: five things, none of them the type', () => {
    expect(idsOf(missing('pernyataan_kehendak', nothing))).toEqual([
      'laporan_penjajakan',
      'kelayakan',
      'bidang_ke_urusan',
      'jawaban_mendagri',
      'jawaban_menlu',
    ])
  })

  test('an empty type stands in the way from the plan on, and one that the procedure does not cover too', () => {
    const undecided = { cooperationType: undefined }
    expect(missing('pernyataan_kehendak', undecided)).toEqual([])
    for (const step of stepIds.slice(3)) expect(idsOf(missing(step, undecided))).toEqual(['jenis'])
    expect(idsOf(missing('rencana_kerja_sama', { cooperationType: 'ksdpk' }))).toEqual(['jenis'])
  })

  test('a signature is refused with everything that is open, from the first step on, each once', () => {
    const all = requirementIds.filter((id) => id !== 'naskah_asli')
    expect(idsOf(missing('penandatanganan', nothing))).toEqual(all)
    expect(idsOf(missing('pelaksanaan', nothing))).toEqual(requirementIds)
  })

  test('a signature without the confirmation letter names that letter and its article', () => {
    expect(missing('penandatanganan', { documents: without('surat_konfirmasi') })).toEqual([
      {
        id: 'surat_konfirmasi',
        gate: 'G5',
        article: { law: 'PP 28/2018', at: 'Ps 33(4)', verified: 'V' },
        remedy: 'file_document',
        document: 'surat_konfirmasi',
        step: 'persetujuan_menteri',
      },
    ])
  })

  test('with everything there, every step may be prepared', () => {
    for (const step of stepIds) expect(missing(step)).toEqual([])
  })

  test('a step that the procedure does not have is refused', () => {
    const short = { ...rules, steps: rules.steps.slice(0, 3) }
    expect(() => requirementsOf(short, 'verifikasi')).toThrow('has no step verifikasi')
  })

  test('an earlier step never asks what a later one does not, and more facts never ask for more', () => {
    const aStep = fc.nat(stepIds.length - 1)
    const documents = fc.subarray([...everything.documents])
    fc.assert(
      fc.property(aStep, aStep, documents, documents, (a, b, some, others) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((index) => stepIds[index] ?? 'prakarsa')
        const open = (step: StepId | undefined, filed: FiledDocument[]) =>
          idsOf(missing(step ?? 'prakarsa', { documents: filed }))
        expect(open(second, some)).toEqual(expect.arrayContaining(open(first, some)))
        const both = everything.documents.filter((each) => some.includes(each) || others.includes(each))
        const fewer = open(second, both)
        // A second language that comes without the first is a gap of its own, but never one that was not there.
        expect(open(second, some)).toEqual(expect.arrayContaining(fewer))
      }),
    )
  })
})

describe('eligibility', () => {
  const gap = (eligibility: ProcessFacts['eligibility'], facts: Partial<ProcessFacts> = {}) =>
    missing('pernyataan_kehendak', { eligibility, ...facts }).find(({ id }) => id === 'kelayakan')
  const rows = (cooperationType: CooperationType | undefined, partnerKind: ProcessFacts['partnerKind']) =>
    eligibilityOf(rules, { cooperationType, partnerKind }).map(({ id }) => id)

  test('asks nine rows of KSDPL, six of KSDLL, and takes a foreign local government for KSDPL', () => {
    const six: EligibilityId[] = ['e1', 'e3', 'e4', 'e5', 'e6', 'e10']
    expect(rows('ksdpl', 'foreign_local_government')).toEqual(eligibilityIds)
    expect(rows(undefined, 'foreign_local_government')).toEqual(eligibilityIds)
    expect(rows('ksdll', 'institution')).toEqual(six)
    expect(rows(undefined, 'institution')).toEqual(six)
  })

  test('names what is not answered, and what was answered with no', () => {
    expect(gap({ e1: 'met', e3: 'not_met' })).toMatchObject({
      met: 1,
      of: 9,
      lacking: ['e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10'],
      notMet: ['e3'],
    })
    expect(gap({})).not.toHaveProperty('notMet')
  })

  test('"does not apply" answers technology and grants, nothing else', () => {
    for (const id of eligibilityIds) {
      const open = gap({ ...everything.eligibility, [id]: 'not_applicable' })?.lacking
      expect(open, id).toEqual(id === 'e6' || id === 'e10' ? undefined : [id])
    }
  })

  test('technology applies where a field serves object (a), unless that field is dropped', () => {
    const eligibility = { ...everything.eligibility, e6: 'not_applicable' as const }
    const field = (object: string, isDropped = false) => ({ isNamed: true, hasAffair: true, isDropped, object })
    expect(gap(eligibility, { fields: [field('b')] })).toBeUndefined()
    expect(gap(eligibility, { fields: [field('a')] })?.lacking).toEqual(['e6'])
    expect(gap(eligibility, { fields: [field('a', true), field('b')] })).toBeUndefined()
  })
})

describe('fields and plan', () => {
  const field = (isNamed: boolean, hasAffair: boolean, isDropped = false) => ({ isNamed, hasAffair, isDropped })
  const gapOf = (step: StepId, id: RequirementId, facts: Partial<ProcessFacts>) => {
    const found = missing(step, facts).find((each) => each.id === id)
    return found && `${found.met} of ${found.of}`
  }
  const fields = (...given: ProcessFacts['fields']) =>
    gapOf('pernyataan_kehendak', 'bidang_ke_urusan', { fields: given })

  test('nine offered, six named, none mapped: 0 of 9; three dropped count as done', () => {
    const six = Array.from({ length: 6 }, () => field(true, false))
    const three = Array.from({ length: 3 }, () => field(false, false))
    expect(fields(...six, ...three)).toBe('0 of 9')
    expect(fields(...six, ...three.map((each) => ({ ...each, isDropped: true })))).toBe('3 of 9')
    expect(fields(...six.map(() => field(true, true)), ...three)).toBe('6 of 9')
    expect(fields(...six.map(() => field(true, true)), field(false, false, true))).toBeUndefined()
  })

  test('an unnamed field is not mapped, whatever affair was chosen; without any field nothing is shown', () => {
    expect(fields(field(false, true))).toBe('0 of 1')
    expect(fields()).toBe('0 of 0')
  })

  test('the letter to the council waits for all seven elements; blanks are none', () => {
    const plan = { ...everything.plan, objek: '  \n', jangka_waktu: '' }
    const [open] = missing('persetujuan_dprd', { plan })
    expect(open).toMatchObject({ id: 'tujuh_unsur', met: 5, of: 7, lacking: ['objek', 'jangka_waktu'] })
    expect(missing('rencana_kerja_sama', { plan })).toEqual([])
  })
})

describe('answers of outside bodies', () => {
  const after = (about: Partial<FiledDocument>, kind: DocumentId = 'keputusan_dprd') =>
    missing('verifikasi', { documents: [...without(kind), paper(kind, about)] })[0]

  test('a document that was returned or refused meets nothing, and the list says so', () => {
    expect(after({ outcome: 'agreed' })).toBeUndefined()
    expect(after({ outcome: 'returned' })).toMatchObject({ id: 'keputusan_dprd', answered: 'returned' })
    expect(after({ outcome: 'refused' })).toMatchObject({ id: 'keputusan_dprd', answered: 'refused' })
    expect(after({})).toMatchObject({ id: 'keputusan_dprd', answered: 'unstated' })
    expect(after({ outcome: 'returned' }, 'rencana_kerja_sama')).toMatchObject({ answered: 'returned' })
  })

  test('the answer of a later round replaces the earlier one, in either direction', () => {
    const rounds = (first: FiledDocument['outcome'], second: FiledDocument['outcome']) => {
      const filed = [first, second].map((outcome, index) =>
        paper('jawaban_menlu', { round: index + 1, ...(outcome && { outcome }) }),
      )
      return missing('pernyataan_kehendak', { documents: [...without('jawaban_menlu'), ...filed.toReversed()] })
    }
    expect(rounds('returned', 'agreed')).toEqual([])
    expect(rounds('agreed', 'returned')).toMatchObject([{ id: 'jawaban_menlu', answered: 'returned' }])
  })

  test('a round that was opened again asks for its own answer', () => {
    const rounds = { keputusan_dprd: 2 }
    const again = missing('verifikasi', { rounds })
    expect(idsOf(again)).toEqual(['keputusan_dprd'])
    expect(again[0]).not.toHaveProperty('answered')
    const second = paper('keputusan_dprd', { round: 2, outcome: 'agreed' })
    expect(missing('verifikasi', { rounds, documents: [...everything.documents, second] })).toEqual([])
  })
})

describe('in force is possible', () => {
  test('with every document up to the signing; answers given in the product are not documents', () => {
    expect(isComplete(rules, everything)).toBe(true)
    expect(isComplete(rules, { ...everything, eligibility: {}, plan: {}, fields: [] })).toBe(true)
    expect(isComplete(rules, { ...everything, documents: without('naskah_asli') })).toBe(true)
  })

  test('not with any one of them lacking, returned or refused', () => {
    const asked = requirementsOf(rules, 'penandatanganan').flatMap(({ document }) => document ?? [])
    expect(new Set(asked).size).toBe(11)
    for (const kind of documentIds) {
      const wanted = asked.includes(kind)
      expect(isComplete(rules, { ...everything, documents: without(kind) }), kind).toBe(!wanted)
      for (const outcome of outcomes.filter((each) => each !== 'agreed')) {
        const documents = [...without(kind), paper(kind, { outcome, lang: 'id', articles: 12 })]
        expect(isComplete(rules, { ...everything, documents }), `${kind} ${outcome}`).toBe(!wanted)
      }
    }
  })

  test('not on an empty file', () => {
    expect(isComplete(rules, nothing)).toBe(false)
  })
})
