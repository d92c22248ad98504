import { expect, test } from 'vitest'
import type { RowChange } from '../../ledger/model.ts'
import { tellActivity } from './tell-activity.ts'

const change = (table: string, op: RowChange['op'], fields: RowChange['fields']): RowChange => ({
  table,
  row: 'r',
  op,
  which: { position: null, name: null, sector: null },
  fields,
})

test('a mended day, an organisation and a next step are told in words', () => {
  const told = tellActivity('id', [
    change('agenda.activities', 'update', [{ field: 'occurred_on', was: '2025-07', now: '2025-07-24' }]),
    change('agenda.participants', 'insert', [{ field: 'organisation', was: null, now: 'PDAM' }]),
    change('followup.follow_ups', 'insert', [{ field: 'reason', was: null, now: 'waiting_partner' }]),
    change('relations.relations', 'update', [{ field: 'last_on', was: null, now: '2025-07-24' }]),
  ])
  expect(told).toEqual({
    lines: ['Kapan: Juli 2025 → 24 Juli 2025', 'hadir: PDAM', 'langkah berikutnya: Menunggu jawaban mitra'],
    others: 0,
  })
})

test('what has no words here is counted', () => {
  expect(tellActivity('id', [change('files.files', 'insert', [{ field: 'name', was: null, now: 'x' }])])).toEqual({
    lines: [],
    others: 1,
  })
})
