import type { Permission } from '../../../shared/permissions.ts'

/** The parts of the settings under `/pengaturan`; who may not read one does not see its entry. */
const sections = [
  { to: 'persiapan', key: 'preparation', allow: 'reference.administer' },
  { to: 'hari-libur', key: 'holidays', allow: 'reference.read' },
  { to: 'kalender', key: 'calendar', allow: 'calendar.follow' },
  { to: 'urusan', key: 'affairs', allow: 'reference.read' },
  { to: 'perangkat', key: 'units', allow: 'reference.read' },
  { to: 'pejabat', key: 'officials', allow: 'reference.read' },
  { to: 'persiapan-kunjungan', key: 'checklists', allow: 'agenda.record' },
  { to: 'pengguna', key: 'members', allow: 'identity.administer' },
  { to: 'surat', key: 'letters', allow: 'letters.administer' },
  { to: 'pemberitahuan', key: 'notices', allow: 'today.read' },
] as const satisfies readonly { to: string; key: string; allow: Permission }[]

export type Section = (typeof sections)[number]

/** `preparing`: a new region's list of what it needs stands first until it is done or put aside. */
export function sectionsFor(may: (permission: Permission) => boolean, { preparing = false } = {}): Section[] {
  return sections.filter(({ key, allow }) => may(allow) && (preparing || key !== 'preparation'))
}
