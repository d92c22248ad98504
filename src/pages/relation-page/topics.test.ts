import { expect, test } from 'vitest'
import { activityTopic, partOf } from '../../slices/agenda/model.ts'
import { placeOfTopic, topicsOfStep } from './topics.ts'

test('two activities have no sheet in common', () => {
  const parts = ['pertemuan', 'tuan-rumah', 'tamu', 'ucapan-1', 'ucapan-3'] as const
  const ids = ['kunjungan', 'rapat'].flatMap((slug) => parts.map((part) => activityTopic({ slug }, part)))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toBe('pertemuan-kunjungan')
  expect([partOf({ side: 'host' }), partOf({ side: 'guest' }), partOf({ side: 'other' })]).toEqual([
    'tuan-rumah',
    'tamu',
    'pertemuan',
  ])
})

test('a step is told by its own sheet: prakarsa, the stages, the meeting of that day or how it began, else none', () => {
  const day = '2025-07-24'
  const activities = [
    { slug: 'rapat', occurredOn: '2026-01-01' },
    { slug: 'kunjungan', occurredOn: day },
  ]
  expect(topicsOfStep({ step: 'prakarsa', occurredOn: day }, activities)).toEqual(['prakarsa'])
  expect(topicsOfStep({ step: 'penjajakan', occurredOn: day }, activities)).toEqual([
    'tahap',
    'pertemuan-kunjungan',
    'permulaan',
  ])
  expect(topicsOfStep({ step: 'persetujuan_dprd', occurredOn: day }, activities)).toEqual([])
})

test('the way back from a sheet leads to where its words stand', () => {
  const places = [
    'bidang',
    'manfaat',
    'negara-mitra',
    'tahap',
    'tuan-rumah-kunjungan',
    'ucapan-1-kunjungan',
    'permulaan',
  ]
  expect(places.map(placeOfTopic)).toEqual([
    'bidang',
    'tujuan',
    'tentang-mitra',
    'tahap',
    'pertemuan',
    undefined,
    undefined,
  ])
})
