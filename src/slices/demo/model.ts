import type { Role } from '../../shared/permissions.ts'

/** A way in for visitors of the demonstration. They are named by role; no person is invented. */
export interface DemoAccount {
  /** What the role button posts. */
  key: string
  email: string
  region: string
  role: Role
  /** On the button and on screen, per language. */
  names: { id: string; en: string; ja: string; ko: string }
  /** Whether `/` offers a button; the others exist for administration and tests. */
  button: boolean
}

const account = (key: string, region: string, role: Role, names: DemoAccount['names'], button = true): DemoAccount => ({
  key,
  email: `${key}@contoh.invalid`,
  region,
  role,
  names,
  button,
})

export const demoAccounts: readonly DemoAccount[] = [
  account('petugas-kota-bekasi', 'kota-bekasi', 'petugas', {
    id: 'Petugas Kota Bekasi', en: 'Officer, Kota Bekasi', ja: 'ブカシ市の担当職員', ko: '브카시시 담당 공무원',
  }), // prettier-ignore
  account('petugas-kab-bekasi', 'kab-bekasi', 'petugas', {
    id: 'Petugas Kab. Bekasi',
    en: 'Officer, Kab. Bekasi',
    ja: 'ブカシ県の担当職員',
    ko: '브카시군 담당 공무원',
  }),
  account('petugas-kota-bandung', 'kota-bandung', 'petugas', {
    id: 'Petugas Kota Bandung',
    en: 'Officer, Kota Bandung',
    ja: 'バンドン市の担当職員',
    ko: '반둥시 담당 공무원',
  }),
  account('wali-kota', 'kota-bekasi', 'pimpinan', { id: 'Wali Kota', en: 'Mayor', ja: '市長', ko: '시장' }),
  account('dinas', 'kota-bekasi', 'opd', { id: 'Dinas', en: 'Agency', ja: '担当部局', ko: '담당 부서' }),
  account('provinsi', 'jawa-barat', 'provinsi', { id: 'Provinsi', en: 'Province', ja: '州', ko: '주' }),
  account(
    'kepala-bagian',
    'kota-bekasi',
    'kepala_bagian',
    {
      id: 'Kepala bagian kerja sama',
      en: 'Head of the cooperation division',
      ja: '協力課長',
      ko: '협력과장',
    },
    false,
  ),
  account(
    'admin',
    'kota-bekasi',
    'admin_daerah',
    { id: 'Admin daerah', en: 'Administrator', ja: '管理者', ko: '관리자' },
    false,
  ),
  account('auditor', 'kota-bekasi', 'auditor', { id: 'Auditor', en: 'Audit', ja: '監査担当', ko: '감사 담당' }, false),
]

export function findDemoAccount(key: string): DemoAccount | undefined {
  return demoAccounts.find((candidate) => candidate.key === key)
}
