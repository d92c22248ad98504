import type { Permission } from '../shared/permissions.ts'

/** An entry stands here once its page works; who may not read the page does not see the entry. */
const entries = [
  { to: '/', key: 'today', allow: 'today.read' },
  { to: '/kerja-sama', key: 'relations', allow: 'relations.read' },
  { to: '/register', key: 'register', allow: 'register.read' },
] as const satisfies readonly { to: string; key: string; allow: Permission }[]

export type Entry = (typeof entries)[number]

/** What stands in the side rail and in the bottom bar, in this order. */
export function entriesFor(may: (permission: Permission) => boolean): Entry[] {
  return entries.filter(({ allow }) => may(allow))
}

/** The page to open first: the first entry this person has. */
export function firstPage(may: (permission: Permission) => boolean): Entry['to'] {
  return entriesFor(may)[0]?.to ?? '/'
}
