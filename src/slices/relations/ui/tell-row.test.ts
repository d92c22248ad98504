import { expect, test } from 'vitest'
import { languages } from '../../../shared/languages.ts'
import type { RowChange } from '../../ledger/model.ts'
import { tellChanges } from './tell-changes.ts'
import { tellRow } from './tell-row.ts'

const change = (table: string, op: RowChange['op'], values: Record<string, [RowChange['fields'][number]['was'], RowChange['fields'][number]['now']]>): RowChange => ({
  table,
  row: 'r',
  op,
  which: { position: null, name: null, sector: null },
  fields: Object.entries(values).map(([field, [was, now]]) => ({ field, was, now })),
}) // prettier-ignore
const id = '0190a000-0000-7000-8000-000000000000'

const decision = change('relations.documents', 'insert', {
  kind: [null, 'keputusan_dprd'],
  outcome: [null, 'agreed'],
  number: [null, '12/DPRD'],
  dated_on: [null, '2026-03-10'],
  relation: [null, id],
  file: [null, id],
  filed_on: [null, '2026-03-11'],
})
const step = change('relations.steps', 'insert', {
  step: [null, 'persetujuan_dprd'],
  holder: [null, 'dprd'],
  round: [null, 2],
  state: [null, 'returned'],
  occurred_on: [null, '2026-03-10'],
  process: [null, id],
})

test('a step and its paper, by their words', () => {
  expect(tellChanges('id', [step, decision])).toEqual({
    lines: [
      'langkah: Persetujuan DPRD · DPRD · putaran 2 · dikembalikan · 10 Maret 2026',
      'dokumen: keputusan DPRD · disetujui · 12/DPRD · 10 Maret 2026',
    ],
    others: 0,
  })
})

test('a corrected value from what to what; a pointer to another row is only replaced', () => {
  const mended = change('relations.documents', 'update', { number: ['12', null], file: [null, id], corrected_reason: [null, 'salah'] }) // prettier-ignore
  expect(tellChanges('id', [mended]).lines).toEqual([
    'dokumen, Nomor: 12 → (kosong)',
    'dokumen, Berkas diganti',
    'dokumen, Alasannya: (kosong) → salah',
  ])
})

test('a relation that is not continued, with its reason', () => {
  const ended = change('relations.relations', 'update', {
    not_continued_on: [null, '2026-03'],
    not_continued_reason: [null, 'anggaran'],
    last_on: ['2025', '2026'],
  })
  const { lines, others } = tellChanges('id', [ended])
  expect(others).toBe(0)
  expect(lines).toEqual(['tidak dilanjutkan sejak: (kosong) → Maret 2026', 'Alasan: (kosong) → anggaran'])
})

test.each(languages)('no id of the catalogue is left in %s', (language) => {
  const answered = change('relations.eligibility', 'insert', { item: [null, 'e1'], answer: [null, 'not_met'] })
  const begun = change('relations.processes', 'insert', { procedure: [null, 'foreign-2018'], provisional: [null, true], initiator: [null, 'third_party'] }) // prettier-ignore
  const text = change('relations.texts', 'insert', { kind: [null, 'rencana'], title: [null, 'X'], is_open_ended: [null, false] }) // prettier-ignore
  const told = tellChanges(language, [step, decision, answered, begun, text])
  expect(told.others).toBe(0)
  expect(told.lines.join()).not.toMatch(/_|false|true|\be1\b/)
})

test('an amount, with the marks of the language', () => {
  const of = { what: 'nilai', columns: { value: 'nilai' }, amounts: ['value'] }
  const row = change('csr.realisations', 'insert', { value: [null, '20000000'] })
  expect(tellRow('id', row, of).lines).toEqual(['nilai: 20.000.000'])
  expect(tellRow('en', row, of).lines[0]).toContain('20,000,000')
})
