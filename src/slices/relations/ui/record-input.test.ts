import { expect, test } from 'vitest'
import {
  emptyRecord,
  hasArticles,
  isAnswer,
  isText,
  paperOf,
  papersOf,
  recordFaults,
  recordInput,
} from './record-input.ts'

const id = '01900000-0000-7000-8000-000000000001'
const of = (change: object) => ({ ...emptyRecord('penandatanganan', '2026-11-20'), ...change })

test('what was not typed is not said: without a paper there is none, and no text without its title', () => {
  expect(recordInput(of({}), { id, sure: [] })).toEqual({ id, step: 'penandatanganan', occurredOn: '2026-11-20' })
  expect(recordInput(of({ proof: 'seen', seenAt: '  ' }), { id, sure: [] })).not.toHaveProperty('paper')
})

test('a signing with its file brings paper, text, term and signatories', () => {
  const filled = of({
    file: JSON.stringify({ id }),
    title: 'MoU',
    term: 'months',
    termMonths: '36',
    endsOn: '2030',
    official: id,
    partnerName: 'K. N.',
  })
  expect(recordInput(filled, { id, sure: ['occurredOn'] })).toEqual({
    id,
    step: 'penandatanganan',
    occurredOn: '2026-11-20',
    paper: { kind: 'naskah_asli', file: id },
    text: {
      title: 'MoU',
      signedOn: '2026-11-20',
      termMonths: 36,
      signatories: [
        { side: 'region', official: id },
        { side: 'partner', name: 'K. N.' },
      ],
    },
    sure: ['occurredOn'],
  })
})

test('an answer of an outside body is held by that body and has an outcome; a plan has none', () => {
  const answer = { ...emptyRecord('pernyataan_kehendak', '2026-01-05'), kind: 'jawaban_menlu', outcome: 'returned' }
  expect(isAnswer(answer)).toBe(true)
  expect(recordInput(answer, { id, sure: [] })).toMatchObject({ holder: 'menlu', outcome: 'returned' })
  const plan = { ...emptyRecord('rencana_kerja_sama', '2026-01-05'), outcome: 'agreed' }
  expect(isAnswer(plan)).toBe(false)
  expect(recordInput(plan, { id, sure: [] })).not.toHaveProperty('outcome')
})

test('each step offers its papers, the one that ends it first', () => {
  expect(papersOf('pernyataan_kehendak')).toEqual(['loi', 'jawaban_mendagri', 'jawaban_menlu'])
  expect(paperOf({ step: 'pernyataan_kehendak', kind: 'naskah_asli' })).toBe('loi')
  expect(isText({ step: 'pernyataan_kehendak', kind: '' })).toBe(true)
  expect(hasArticles({ step: 'penyusunan_naskah', kind: '' })).toBe(true)
})

test('days that are none are seen before sending', () => {
  expect(recordFaults(of({ proof: 'none', occurredOn: '', datedOn: '2026-02-30' }))).toEqual([
    { path: 'occurredOn', fault: 'required' },
    { path: 'datedOn', fault: 'not_a_date' },
  ])
})

test('a paper that is said to be there is asked for; that there is none yet is an answer', () => {
  expect(recordFaults(of({}))).toEqual([{ path: 'file', fault: 'required' }])
  expect(recordFaults(of({ proof: 'seen', seenAt: ' ' }))).toEqual([{ path: 'seenAt', fault: 'required' }])
  expect(recordFaults(of({ proof: 'none' }))).toEqual([])
  expect(recordFaults(of({ file: JSON.stringify({ id }) }))).toEqual([])
  expect(recordFaults(of({ proof: 'seen', seenAt: 'Arsip' }))).toEqual([])
})
