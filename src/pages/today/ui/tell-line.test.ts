import { expect, test } from 'vitest'
import { tellLine } from './tell-line.ts'

const relation = { id: 'r', slug: 'kota', name: 'Kota Contoh', names: {} }
const step = { key: 'step:1', kind: 'next_step', relation, what: 'Kirim laporan', dueOn: '2026-03-02' } as never

test('what was due before the reader’s day says so, in every language; on its day it does not', () => {
  expect(tellLine(step, 'id', { on: '2026-03-02' }).text).toBe('Kirim laporan, sampai 2 Maret 2026.')
  expect(tellLine(step, 'id', { on: '2026-03-03' }).text).toBe('Kirim laporan, lewat 2 Maret 2026.')
  expect(tellLine(step, 'en', { on: '2026-03-03' }).text).toBe('Kirim laporan, past its day: 2 March 2026.')
  expect(tellLine(step, 'ja', { on: '2026-03-03' }).text).toBe('Kirim laporan（期日2026年3月2日を過ぎています）。')
  expect(tellLine(step, 'ko', { on: '2026-03-03' }).text).toBe('Kirim laporan (기한 2026년 3월 2일이 지남).')
})

test('a line of the checklist says that its day has passed, a follow-up with somebody else too', () => {
  const visit = { id: 'v', slug: 'kunjungan', about: 'Kunjungan' }
  const prepare = { key: 'prepare:v', kind: 'prepare', visit, occurredOn: '2026-04-01', n: 2, ask: 1, dueOn: '2026-03-02', after: false } as never // prettier-ignore
  expect(tellLine(prepare, 'id', { on: '2026-03-02' }).text).not.toContain('Lewat')
  expect(tellLine(prepare, 'id', { on: '2026-03-03' }).text).toMatch(/tanyakan\. Lewat 2 Maret 2026\.$/)
  const ask = { key: 'ask:1', kind: 'ask', relation, what: 'Data', dueOn: '2026-03-02', whom: 'Dinas' } as never
  expect(tellLine(ask, 'id', { on: '2026-03-03' }).text).toBe('Data: ada pada Dinas, lewat 2 Maret 2026.')
})

test('a letter leads to its record; a closed one is named by its number in our register, never by who wrote it', () => {
  const letter = { key: 'letter:undisposed:l', kind: 'letter', letter: 'l1', state: 'undisposed', cameOn: '2026-03-02' }
  const open = tellLine({ ...letter, name: 'Kota Contoh' } as never, 'id', { on: '2026-03-03' })
  expect([open.name, open.to]).toEqual(['Kota Contoh', '/surat/catatan/l1'])
  const closed = { ...letter, name: '', register: '12/2026' } as never
  expect(tellLine(closed, 'id', { on: '2026-03-03' })).toMatchObject({ name: 'Surat, agenda 12/2026', lang: 'id' })
  expect(tellLine(closed, 'ja', { on: '2026-03-03' })).toMatchObject({
    name: '文書（受付 12/2026）',
    to: '/surat/catatan/l1',
  })
  // Without a number too nothing of the sender is said.
  expect(tellLine({ ...letter, name: '' } as never, 'en', { on: '2026-03-03' }).name).toBe('A letter')
})

test('a follow-up that came from a letter leads to the letter’s record', () => {
  const { kind, key, what, dueOn } = step as { kind: string; key: string; what: string; dueOn: string }
  const task = { kind, key, what, dueOn, mail: { id: 'm1', name: 'Undangan' } } as never
  expect(tellLine(task, 'id', { on: '2026-03-02' })).toMatchObject({ name: 'Undangan', to: '/surat/catatan/m1' })
})
