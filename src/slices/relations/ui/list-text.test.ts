import { expect, test } from 'vitest'
import { listText } from './list-text.ts'
import type { RelationRow } from './view.ts'

const row = (more: Partial<RelationRow>): RelationRow => ({
  id: '',
  slug: '',
  label: null,
  partner: null,
  lastOn: null,
  endsOn: null,
  status: null,
  stage: null,
  published: false,
  ...more,
})

const izumisano = {
  id: '',
  name: 'Kota Izumisano',
  names: { ja: '泉佐野市' },
  nativeName: '泉佐野市',
  nativeLang: 'ja',
  country: 'JP',
  kind: 'foreign_local_government',
}

test('a line per relation in the reader’s language, with what is known of it', () => {
  const rows = [
    row({ partner: izumisano, status: 'exploring', lastOn: '2025-07-24' }),
    row({ label: 'pihak *Korea* Selatan', lastOn: '2023' }),
    row({}),
  ]
  expect(listText({ rows, total: 3, count: '3', q: undefined }, 'id')).toBe(
    '*Kerja sama: 3*\n• Kota Izumisano · Penjajakan · terakhir 24 Jul 2025\n• pihak ∗Korea∗ Selatan · terakhir 2023\n• Mitra belum diketahui',
  )
  expect(listText({ rows: rows.slice(0, 1), total: 1, count: '1', q: '泉' }, 'ja').split('\n')[0]).toBe(
    '*協力関係「泉」：1 件*',
  )
})

test('forty of many, and how many are left', () => {
  const rows = Array.from({ length: 40 }, () => row({ label: 'x' }))
  const text = listText({ rows, total: 1200, count: '1.000+', q: undefined }, 'id')
  expect(text.split('\n').at(-1)).toBe('dan 1.160 lagi')
})
