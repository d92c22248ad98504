import type { Language } from '../../shared/languages.ts'
import type { Role } from '../../shared/permissions.ts'
import { words } from './messages/words.gen.ts'

/** A way in for visitors of the demonstration. They are named by role; no person is invented. */
export interface DemoAccount {
  /** What the role button posts. */
  key: string
  /** Its name in the messages. */
  name: keyof (typeof words)['id']['account']
  email: string
  region: string
  role: Role
  /** Whether `/` offers a button; the others exist for administration and tests. */
  button: boolean
}

/** The address of the region that does not exist: everything of it is invented, and says so. */
export const inventedRegion = 'kab-contoh'

const account = (name: DemoAccount['name'], region: string, role: Role, button = true): DemoAccount => {
  const key = name.replaceAll('_', '-')
  return { key, name, email: `${key}@contoh.invalid`, region, role, button }
}

export const demoAccounts: readonly DemoAccount[] = [
  account('petugas_kota_bekasi', 'kota-bekasi', 'petugas'),
  account('petugas_kab_bekasi', 'kab-bekasi', 'petugas'),
  account('petugas_kota_bandung', 'kota-bandung', 'petugas'),
  account('wali_kota', 'kota-bekasi', 'pimpinan'),
  account('dinas', 'kota-bekasi', 'opd'),
  account('provinsi', 'jawa-barat', 'provinsi'),
  account('petugas_kab_contoh', inventedRegion, 'petugas'),
  account('kepala_bagian', 'kota-bekasi', 'kepala_bagian', false),
  account('admin', 'kota-bekasi', 'admin_daerah', false),
  account('auditor', 'kota-bekasi', 'auditor', false),
]

/**
 * The embassy's page in the demonstration, by a fixed address that holds no secret: it opens what the region's public
 * page says too, and exists only where demonstrations do (links.told).
 */
export const embassyLink = { token: 'contoh-kedutaan-jepang', language: 'ja' } as const

/** On the button and on screen. */
export function accountName(language: Language, { name }: Pick<DemoAccount, 'name'>): string {
  return words[language].account[name]
}

export function findDemoAccount(key: string): DemoAccount | undefined {
  return demoAccounts.find((candidate) => candidate.key === key)
}
