import { expect, test } from 'vitest'
import {
  bodyObstacle,
  fallOf,
  intermediaryObstacle,
  isFromElsewhere,
  licenceObstacle,
  localShare,
  newestCounts,
  opinionObstacle,
  publicLines,
  shippedLines,
  standingOn,
  type StandingLine,
} from './model.ts'
import { feeObstacle, isPlacementFee } from './refused-words.ts'

const own: StandingLine = {
  id: '0198a000-0000-7000-8000-000000000001',
  scheme: 'kr_seasonal',
  standing: 'dibuka',
  since: '2026-10-01',
  source: 'Surat kementerian',
  isChecked: true,
}

test('a programme stands as the last line up to a day says; before the first one nobody knows', () => {
  const seasonal = (on: string, lines = shippedLines) => standingOn(lines, { scheme: 'kr_seasonal', on })?.standing
  expect(seasonal('2024-06-01')).toBeUndefined()
  expect(seasonal('2026-03-01')).toBe('dihentikan_sementara')
  expect(seasonal('2026-11-21', [...shippedLines, own])).toBe('dibuka')
  expect(standingOn(shippedLines, { scheme: 'jp_ikusei_shuro', on: '2027-05-01' })?.standing).toBe('diumumkan')
  expect(standingOn(shippedLines, { scheme: 'jp_titp', on: '2027-04-01' })?.standing).toBe('ditutup')
})

test('the world reads what official sources say, with those alone and from the day they were seen, and what the region says', () => {
  const shown = (on: string) => publicLines([...shippedLines, own], on)
  const said = shown('2026-11-21').map(({ scheme, sources, seenOn }) => [scheme, sources?.length, seenOn])
  expect(said).toEqual([
    ['jp_ssw', 1, '2026-11-21'],
    ['kr_seasonal', undefined, undefined],
  ])
  expect(shown('2026-11-20')).toEqual([own])
  const [official] = shippedLines.filter(({ scheme }) => scheme === 'jp_ssw')
  const [press] = shippedLines.filter(({ scheme }) => scheme === 'kr_seasonal')
  expect([own, official!, press!].map(isFromElsewhere)).toEqual([false, false, true])
})

test('what was only seen gives way to whatever the region says, also of an earlier day', () => {
  const ours = { ...own, scheme: 'jp_titp', since: '2026-11', standing: 'ditutup' } as const
  const on = '2026-11-22'
  expect(standingOn(shippedLines, { scheme: 'jp_titp', on })?.standing).toBe('dibuka')
  expect(standingOn([...shippedLines, ours], { scheme: 'jp_titp', on })?.standing).toBe('ditutup')
})

test('of two lines since one day the region’s own holds', () => {
  const same = { ...own, since: '2024-12', standing: 'belum_diketahui' } as const
  expect(standingOn([...shippedLines, same], { scheme: 'kr_seasonal', on: '2026-03-01' })?.standing).toBe(
    'belum_diketahui',
  )
})

test('a suspended programme asks for a legal opinion, an open or unknown one does not', () => {
  const asked = { scheme: 'kr_seasonal', on: '2026-03-01', hasOpinion: false }
  expect(opinionObstacle(shippedLines, asked)).toMatchObject({ what: 'opinion', since: '2024-12' })
  expect(opinionObstacle(shippedLines, { ...asked, hasOpinion: true })).toBeUndefined()
  expect(opinionObstacle(shippedLines, { ...asked, on: '2024-01-01' })).toBeUndefined()
  expect(opinionObstacle(shippedLines, { ...asked, scheme: 'jp_ssw' })).toBeUndefined()
})

test('no company and no chamber stands between where brokers are banned', () => {
  const asked = { scheme: 'kr_seasonal', on: '2026-03-01' }
  expect(intermediaryObstacle({ ...asked, via: { kind: 'chamber' } })?.what).toBe('intermediary')
  expect(intermediaryObstacle({ ...asked, via: { kind: 'foreign_local_government' } })).toBeUndefined()
  expect(intermediaryObstacle({ ...asked, on: '2025-03-01', via: { kind: 'chamber' } })).toBeUndefined()
  expect(bodyObstacle({ ...asked, body: 'p3mi' })?.what).toBe('intermediary')
  expect(bodyObstacle({ ...asked, body: 'badan_nasional' })).toBeUndefined()
})

test('a licence must hold on the day of handing over', () => {
  expect(licenceObstacle({ until: '2026-03-01', on: '2026-03-01' })).toBeUndefined()
  expect(licenceObstacle({ until: '2026-02-28', on: '2026-03-01' })?.what).toBe('licence')
})

const count = (id: string, number: number | undefined, countedOn: string) =>
  ({ id, step: 'siap', number, countedOn }) as const

test('the newest count of each step is shown, and fewer than the last stated number before it asks for a reason', () => {
  const counts = [count('a', 20, '2025-01'), count('b', undefined, '2025-06-01'), count('c', 25, '2026-01-01')]
  expect(newestCounts(counts, '2025-12-31').map(({ id }) => id)).toEqual(['b'])
  expect(fallOf(counts, { step: 'siap', number: 24, countedOn: '2026-02-01' })).toMatchObject({
    what: 'fewer',
    beside: { id: 'c' },
  })
  expect(fallOf(counts, { step: 'siap', number: 19, countedOn: '2025-07-01' })).toMatchObject({
    what: 'fewer',
    beside: { id: 'a' },
  })
  expect(fallOf(counts, { step: 'siap', number: null, countedOn: '2026-02-01' })).toBeUndefined()
  expect(fallOf(counts, { step: 'siap', number: 25, countedOn: '2026-02-01' })).toBeUndefined()
  expect(fallOf(counts, { step: 'berangkat', number: 1, countedOn: '2026-02-01' })).toBeUndefined()
})

test('a count entered late that lies before a smaller one asks for a reason, unless that one has its own', () => {
  const late = { step: 'siap', countedOn: '2025-03' } as const
  const counts = [count('a', 20, '2025-01'), count('b', 20, '2025-06-01'), count('c', 25, '2026-01-01')]
  expect(fallOf(counts, { ...late, number: 21 })).toMatchObject({ what: 'fewer_later', beside: { id: 'b' } })
  expect(fallOf(counts, { ...late, number: 20 })).toBeUndefined()
  // Only the neighbours count: what comes after them fell, or did not, from them.
  expect(fallOf(counts, { ...late, countedOn: '2025-07', number: 25 })).toBeUndefined()
  expect(fallOf(counts, { ...late, number: 19 })).toMatchObject({ what: 'fewer', beside: { id: 'a' } })
  const reasoned = [{ ...count('a', 30, '2025-01') }, { ...count('b', 20, '2025-06-01'), reason: 'Sepuluh mundur' }]
  expect(fallOf(reasoned, { ...late, number: 30 })).toBeUndefined()
  // Of one day the one entered later is after the one entered earlier, also when the earlier is asked of.
  const oneDay = [count('a', 20, '2025-01'), count('b', 30, '2025-01')]
  expect(fallOf(oneDay, { ...oneDay[0]!, number: 20 })).toBeUndefined()
  expect(fallOf(oneDay, { ...late, countedOn: '2025-01-01', number: 29 })).toMatchObject({ beside: { id: 'b' } })
  // A number that nobody stated stands between no two.
  expect(fallOf([count('b', undefined, '2025-04'), count('c', 5, '2025-05')], { ...late, number: 6 })).toMatchObject({
    beside: { id: 'c' },
  })
})

test.each([
  'biaya penempatan',
  'Biaya Penempatan PMI',
  'BIAYA  PENEMPATAN',
  'biaya-penempatan',
  'b i a y a penempatan',
  'b1aya penempat4n',
  'biayapenempatan',
  'fee penempatan',
  'jasa penempatan',
  'uang jasa penempatan',
  'uang sponsor',
  'komisi agen',
  'ongkos calo',
  'Penempatan',
  'placement fee',
  'Recruitment fees',
  'broker commission',
  'fee for placement',
  '紹介料',
  '職業紹介手数料',
  '斡旋料',
  '送出し手数料',
  '알선 수수료',
  '소개비',
  '송출 수수료',
  'ｂｉａｙａ ｐｅｎｅｍｐａｔａｎ',
])('%s is a placement fee', (item) => {
  expect(isPlacementFee(item)).toBe(true)
  expect(feeObstacle({ item, payer: 'pekerja' })).toEqual({ what: 'placement_fee', law: 'UU 18/2017', at: 'Ps 30' })
  expect(feeObstacle({ item, payer: 'pemberi_kerja' })).toBeUndefined()
})

test.each([
  'Paspor',
  'SKCK',
  'Tes kesehatan',
  'Biaya tes kesehatan sebelum penempatan',
  'Biaya paspor',
  'Transportasi lokal',
  'Akomodasi selama pelatihan',
  'Jaminan sosial',
  'Passport fee',
  '旅券手数料',
  '여권 발급 수수료',
])('%s is none', (item) => {
  expect(isPlacementFee(item)).toBe(false)
})

test('a share is a whole number, and none while nobody was taken in', () => {
  expect(localShare({ filled: 22, local: 15 })).toBe(68)
  expect(localShare({ filled: 0, local: 0 })).toBeUndefined()
})
