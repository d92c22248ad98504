import type { Permission } from '../shared/permissions.ts'

/** An entry stands here once its page works; who may not read the page does not see the entry. */
const entries = [
  { to: '/', key: 'today', allow: 'today.read' },
  { to: '/kerja-sama', key: 'relations', allow: 'relations.read' },
  { to: '/agenda', key: 'agenda', allow: 'agenda.read' },
  { to: '/tindak-lanjut', key: 'tasks', allow: 'followup.list' },
  { to: '/surat', key: 'letters', allow: 'letters.read' },
  { to: '/program', key: 'programmes', allow: 'programmes.read' },
  { to: '/register', key: 'register', allow: 'register.read' },
  { to: '/mitra', key: 'partners', allow: 'partners.read' },
  { to: '/pengaturan', key: 'settings', allow: 'reference.read' },
] as const satisfies readonly { to: string; key: string; allow: Permission }[]

export type Entry = (typeof entries)[number]

/** What stands in the side rail, in this order. */
export function entriesFor(may: (permission: Permission) => boolean): Entry[] {
  return entries.filter(({ allow }) => may(allow))
}

/** How many entries the bottom bar of a phone has room for; (+) stands among them. */
const room = 4

/** What stands in the bottom bar, and what has no room there and unfolds behind "Lainnya", which takes one place. */
export function barEntries(may: (permission: Permission) => boolean): { bar: Entry[]; more: Entry[] } {
  const all = entriesFor(may)
  if (all.length <= room) return { bar: all, more: [] }
  return { bar: all.slice(0, room - 1), more: all.slice(room - 1) }
}

/** The page to open first: the first entry this person has. */
export function firstPage(may: (permission: Permission) => boolean): Entry['to'] {
  return entriesFor(may)[0]?.to ?? '/'
}
