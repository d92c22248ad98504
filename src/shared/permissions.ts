/**
 * Who may do what: one line per permission, readable by an auditor. The handler asks before it reads; the database's
 * row policies are the second door. test/matrix.json holds the same decisions per endpoint, edited by hand.
 */
export const roles = [
  'petugas', // cooperation officer: records, prepares, judges, publishes
  'kepala_bagian', // the same, and corrects what is locked
  'pimpinan', // head of region, sekda: reads and disposes
  'opd', // agency staff: its own follow-up and programmes
  'admin_daerah', // accounts, units, reference, templates; no content
  'auditor', // reads and verifies; no personal export
  'provinsi', // the register only
] as const
export type Role = (typeof roles)[number]

const recorders = ['petugas', 'kepala_bagian'] as const
const readers = [...recorders, 'pimpinan', 'auditor'] as const

export const permissions = {
  'relations.read': readers,
  'relations.mend': recorders,
  'relations.correct': ['kepala_bagian'], // what is locked: a filed document, a signed text
  'relations.publish': recorders,
  'agenda.read': readers,
  'agenda.record': recorders,
  'agenda.publish': recorders,
  'agenda.take': [...recorders, 'pimpinan'], // lists that name people, as files
  // Agency staff keep the programmes of their own agency; officers all of them.
  'programmes.read': [...readers, 'opd'],
  'programmes.keep': [...recorders, 'opd'],
  'programmes.publish': recorders,
  'programmes.take': [...recorders, 'pimpinan', 'opd'], // lists that name people, as files
  'programmes.names': ['opd'], // who is in a cohort, for its source agency alone
  'calendar.follow': [...recorders, 'pimpinan'], // a calendar address of one's own, and ending any
  'calendar.invite': recorders,
  'partners.read': readers,
  'partners.mend': recorders,
  'partners.publish': recorders,
  'sources.read': readers,
  'sources.judge': recorders,
  'followup.read': readers,
  'followup.mend': recorders,
  'followup.list': [...readers, 'opd'], // an agency sees what is its own
  'followup.take': [...recorders, 'pimpinan', 'opd'], // the same as a file, with names
  'followup.answer': [...recorders, 'opd'],
  'colleagues.read': [...recorders, 'pimpinan', 'admin_daerah'], // who works here: name and body
  'corrections.read': readers,
  'corrections.answer': recorders,
  'letters.read': readers,
  'letters.take': [...recorders, 'pimpinan'], // letters, register and matters as files
  'letters.prepare': recorders,
  'letters.dispose': [...recorders, 'pimpinan'],
  'letters.administer': ['admin_daerah'],
  'links.read': readers,
  'links.revoke': recorders,
  'files.read': [...readers, 'admin_daerah'],
  'files.keep': [...recorders, 'opd', 'admin_daerah'],
  'today.read': ['petugas', 'kepala_bagian', 'pimpinan', 'opd', 'admin_daerah', 'auditor'],
  'ledger.read': readers,
  'ledger.take': [...recorders, 'pimpinan'], // a history as a file, with the names in it
  'ledger.verify': ['auditor'],
  'ledger.undo': [...recorders, 'opd', 'admin_daerah'],
  'register.read': ['provinsi'],
  'identity.administer': ['admin_daerah'],
  'reference.read': ['petugas', 'kepala_bagian', 'pimpinan', 'opd', 'admin_daerah', 'auditor'],
  'reference.take': [...recorders, 'pimpinan', 'admin_daerah'], // who held which office, as a file
  'reference.administer': ['admin_daerah'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** What an endpoint asks of its caller: nothing, to be signed in, or one permission. */
export type Allow = 'anyone' | 'signed_in' | Permission

export function may(role: Role | undefined, allow: Allow): boolean {
  if (allow === 'anyone') return true
  if (role === undefined) return false
  if (allow === 'signed_in') return true
  const holders: readonly Role[] = permissions[allow]
  return holders.includes(role)
}
