import type { NewRegion } from '../reference/commands.ts'
import { inventedRegion } from './model.ts'

type DemoRegion = Omit<NewRegion, 'demonstration'>

/**
 * The regions of the five stories and their province by the codes of Kemendagri, and an invented one, whose code is
 * nobody's. Ids are fixed so that a reset gives the same.
 */
export const demoRegions: readonly DemoRegion[] = [
  {
    tenant: '01900000-0000-7000-8000-000000003275',
    code: '32.75',
    slug: 'kota-bekasi',
    tier: 'kota',
    zone: 'WIB',
    name: 'Kota Bekasi',
    names: { en: 'Bekasi City', ja: 'ブカシ市', ko: '브카시시' },
  },
  {
    tenant: '01900000-0000-7000-8000-000000003216',
    code: '32.16',
    slug: 'kab-bekasi',
    tier: 'kabupaten',
    zone: 'WIB',
    name: 'Kab. Bekasi',
    names: { en: 'Bekasi Regency', ja: 'ブカシ県', ko: '브카시군' },
  },
  {
    tenant: '01900000-0000-7000-8000-000000003273',
    code: '32.73',
    slug: 'kota-bandung',
    tier: 'kota',
    zone: 'WIB',
    name: 'Kota Bandung',
    names: { en: 'Bandung City', ja: 'バンドン市', ko: '반둥시' },
  },
  {
    tenant: '01900000-0000-7000-8000-000000000032',
    code: '32',
    slug: 'jawa-barat',
    tier: 'provinsi',
    zone: 'WIB',
    name: 'Provinsi Jawa Barat',
    names: { en: 'West Java Province', ja: '西ジャワ州', ko: '서자바주' },
  },
  {
    tenant: '01900000-0000-7000-8000-000000009999',
    code: '99.99',
    slug: inventedRegion,
    tier: 'kabupaten',
    zone: 'WIB',
    name: 'Kabupaten Contoh (daerah rekaan)',
    names: { en: 'Contoh Regency (invented)', ja: 'チョント県（架空の地域）', ko: '촌토군(가상의 지역)' },
  },
]
