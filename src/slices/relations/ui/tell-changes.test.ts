import { expect, test } from 'vitest'
import { languages } from '../../../shared/languages.ts'
import type { RowChange } from '../../ledger/model.ts'
import { tellChanges } from './tell-changes.ts'

const field: RowChange = {
  table: 'relations.fields',
  row: 'f',
  op: 'update',
  which: { position: 7, name: null, sector: 'pendidikan' },
  fields: [],
}
const relation: RowChange = { ...field, table: 'relations.relations', row: 'r', which: { position: null, name: null, sector: null } } // prettier-ignore
const tell = (...changes: RowChange[]) => tellChanges('id', changes)

test('a field that got its name, by its number', () => {
  const fields = [{ field: 'sector', was: null, now: 'pendidikan' }]
  expect(tell({ ...field, fields }).lines).toEqual(['bidang 7: belum disebut namanya → Pendidikan'])
})

test('own words that gave way to a sector are one change', () => {
  const fields = [
    { field: 'name', was: 'Sekolah', now: null },
    { field: 'sector', was: null, now: 'pendidikan' },
  ]
  expect(tell({ ...field, fields })).toEqual({ lines: ['bidang 7: Sekolah → Pendidikan'], others: 0 })
})

const moved = { field: 'standing', was: 'ditawarkan', now: 'berjalan' }
const standing: RowChange = {
  ...relation,
  table: 'relations.standings',
  op: 'insert',
  fields: [
    { field: 'field', was: null, now: 'f' },
    { field: 'occurred_on', was: null, now: '2025-07-24' },
    { field: 'standing', was: null, now: 'berjalan' },
  ],
}

test('how far a field came, once', () => {
  expect(tell({ ...field, fields: [moved] }, standing)).toEqual({
    lines: ['keadaan bidang 7 (Pendidikan): ditawarkan → berjalan'],
    others: 0,
  })
})

test('a standing noted for an earlier day, which the field itself does not show', () => {
  expect(tell(field, standing).lines).toEqual(['keadaan bidang 7 (Pendidikan) sejak 24 Juli 2025: berjalan'])
})

test('a field that was added or removed, with what it was', () => {
  const sides = (was: string | null, now: string | null) => [
    { field: 'occurred_on', was, now },
    { field: 'standing', was: was && 'ditawarkan', now: now && 'ditawarkan' },
  ]
  expect(tell({ ...field, op: 'insert', fields: sides(null, 'x') }).lines).toEqual([
    'bidang 7 ditambahkan: belum disebut namanya, ditawarkan',
  ])
  expect(tell({ ...field, op: 'delete', fields: sides('x', null) }).lines).toEqual([
    'bidang 7 dihapus: belum disebut namanya, ditawarkan',
  ])
})

test('purpose and type; what has no words is counted', () => {
  const fields = [
    { field: 'cooperation_type', was: null, now: 'ksdpl' },
    { field: 'last_on', was: '2025', now: '2026' },
    { field: 'purpose', was: null, now: 'Belajar' },
  ]
  const told = tell({ ...relation, fields }, { ...relation, table: 'agenda.activities', fields })
  expect(told.lines).toHaveLength(2)
  expect(told.lines[1]).toBe('maksud: (kosong) → Belajar')
  expect(told.others).toBe(3)
})

test.each(languages)('no catalogue id is left in %s', (language) => {
  const { lines } = tellChanges(language, [{ ...field, fields: [moved] }, standing])
  expect(lines.join()).not.toMatch(language === 'id' ? /_/ : /ditawarkan|berjalan|pendidikan/i)
})
