import { describe, expect, test } from 'vitest'
import {
  answererOf,
  awaitedFrom,
  documentIds,
  getProcedure,
  missingParity,
  roundsOf,
  standingDocument,
  type DocumentId,
  type FiledDocument,
} from './model.ts'

const rules = getProcedure('foreign-2018')
const paper = (kind: DocumentId, about: Partial<FiledDocument> = {}): FiledDocument => ({
  id: 'paper',
  kind,
  step: 'penyusunan_naskah',
  round: 1,
  datedOn: '2026-01-05',
  ...about,
})

describe('which paper stands', () => {
  const standing = (...papers: FiledDocument[]) => standingDocument(papers, { kind: 'keputusan_dprd' })?.id

  test('the last one of the latest round, on one day the one recorded later', () => {
    const decision = (id: string, about: Partial<FiledDocument>) => paper('keputusan_dprd', { id, ...about })
    expect(standing()).toBeUndefined()
    expect(standing(paper('loi'))).toBeUndefined()
    expect(standing(decision('b', { datedOn: '2026-02-01' }), decision('a', { datedOn: '2026-01-01' }))).toBe('b')
    expect(standing(decision('a', {}), decision('b', {}))).toBe('b')
    expect(standing(decision('b', { round: 2 }), decision('a', { datedOn: '2026-09-01' }))).toBe('b')
    // "2026" may mean its last day, so it is not older than January.
    expect(standing(decision('b', { datedOn: '2026' }), decision('a', { datedOn: '2026-01-31' }))).toBe('b')
  })
})

describe('who is waited for', () => {
  test('a minister for his answer, the region for what it makes itself', () => {
    expect(awaitedFrom(rules, { step: 'pernyataan_kehendak', holder: 'mendagri' })).toEqual(['jawaban_mendagri'])
    expect(awaitedFrom(rules, { step: 'pernyataan_kehendak', holder: 'mitra' })).toEqual(['loi'])
    expect(awaitedFrom(rules, { step: 'persetujuan_dprd', holder: 'dprd' })).toEqual(['keputusan_dprd'])
    expect(awaitedFrom(rules, { step: 'persetujuan_dprd', holder: 'pemda' })).toEqual([])
    expect(awaitedFrom(rules, { step: 'persetujuan_menteri', holder: 'menlu' })).toEqual(['surat_konfirmasi'])
  })

  test('every answer is an output of a step that its body holds', () => {
    const answers = documentIds.filter((id) => answererOf(id) !== undefined)
    expect(answers).toHaveLength(6)
    for (const id of answers) {
      const step = rules.steps.find(({ moves }) => moves.includes(id))
      // The law names the head of the region alone for the LoI step; the ministers answer him there.
      if (step?.id !== 'pernyataan_kehendak') expect(step?.holders).toContain(answererOf(id))
    }
  })

  test('one minister’s second round leaves the other’s answer standing', () => {
    const rounds = roundsOf(rules, [
      { step: 'pernyataan_kehendak', holder: 'mendagri', round: 1 },
      { step: 'pernyataan_kehendak', holder: 'mendagri', round: 2 },
      { step: 'pernyataan_kehendak', holder: 'menlu', round: 1 },
      { step: 'rencana_kerja_sama', holder: 'pemda', round: 3 },
    ])
    expect(rounds).toEqual({ jawaban_mendagri: 2, jawaban_menlu: 1, rencana_kerja_sama: 3 })
  })
})

describe('texts in two languages', () => {
  const draft = (lang: string, articles?: number, about: Partial<FiledDocument> = {}) =>
    paper('rancangan_naskah', { lang, ...(articles && { articles }), ...about })

  test.each<[string, FiledDocument[], string[]]>([
    ['nothing is there', [], ['indonesian', 'foreign']],
    ['no language is stated', [paper('rancangan_naskah')], ['indonesian', 'foreign']],
    ['only Indonesian', [draft('id', 12)], ['foreign']],
    ['Japanese and English without Indonesian', [draft('ja', 12), draft('en', 12)], ['indonesian']],
    ['equal', [draft('id', 12), draft('ja', 12)], []],
    ['three, one of them shorter', [draft('id', 12), draft('ja', 12), draft('en', 11)], ['articles']],
    ['different numbers of articles', [draft('id', 12), draft('ja', 13)], ['articles']],
    ['a number not stated', [draft('id', 12), draft('ja')], ['articles']],
    ['no number stated at all', [draft('id'), draft('ja')], ['articles']],
    ['a mended one replaces the first', [draft('id', 12), draft('ja', 13), draft('ja', 12)], []],
  ])('%s', (_, documents, gaps) => {
    expect(missingParity(documents)).toEqual(gaps)
  })

  test('the latest round speaks: a redraft in one language leaves the other behind', () => {
    const first = [draft('id', 12), draft('ja', 12)]
    expect(missingParity([...first, draft('id', 13, { round: 2 })])).toEqual(['foreign'])
    expect(missingParity(first, { rancangan_naskah: 2 })).toEqual(['indonesian', 'foreign'])
  })

  test('the newest form speaks: an initialled draft over the first, a later redraft over the initialled', () => {
    const first = [draft('id', 12), draft('ja', 12)]
    const initialled = (lang: string, articles: number) =>
      paper('rancangan_diparaf', { lang, articles, datedOn: '2026-03-01' })
    expect(missingParity([...first, initialled('id', 11)])).toEqual(['foreign'])
    expect(missingParity([...first, initialled('id', 11), initialled('ja', 11)])).toEqual([])
    expect(missingParity([...first, paper('rancangan_diparaf', { datedOn: '2026-03-01' })])).toEqual([])
    expect(missingParity([...first, paper('rancangan_diparaf', { lang: 'id', articles: 12 })])).toEqual(['foreign'])
    const later = draft('id', 13, { round: 2, datedOn: '2026-04-01' })
    expect(missingParity([...first, initialled('id', 11), initialled('ja', 11), later])).toEqual(['foreign'])
  })

  test('signed originals that are equal stand for themselves; a single scan takes nothing back', () => {
    const original = (lang: string) => paper('naskah_asli', { lang, articles: 12, datedOn: '2026-06-01' })
    expect(missingParity([original('id'), original('ja')])).toEqual([])
    expect(missingParity([draft('id', 12), draft('ja', 12), original('id')])).toEqual([])
    expect(missingParity([original('ja')])).toEqual(['indonesian'])
  })
})
