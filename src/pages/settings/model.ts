/** What a new region needs, in the order in which it is usually done. */
export const preparationParts = [
  'letterhead',
  'emblem',
  'units',
  'members',
  'officials',
  'holidays',
  'affairs',
  'relation',
] as const
export type PreparationPart = (typeof preparationParts)[number]

/** Where each is done, under /kerja; the first cooperation is recorded by an officer, not by the administrator. */
export const placeOf: Partial<Record<PreparationPart, string>> = {
  letterhead: '/pengaturan/surat',
  emblem: '/pengaturan/surat',
  units: '/pengaturan/perangkat',
  members: '/pengaturan/pengguna',
  officials: '/pengaturan/pejabat',
  holidays: '/pengaturan/hari-libur',
  affairs: '/pengaturan/urusan',
}
