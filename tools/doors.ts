import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const checkout = join(import.meta.dirname, '..')

/** What others may import of a slice, without extension; everything else in its folder is a room. */
export const doors = [
  'contract',
  'model',
  'queries',
  'commands',
  'routes',
  'jobs',
  'portal',
  'embed',
  'ui',
  'messages',
  'seed',
  // Beside queries: what the portal's role reads. Its imports stay apart from those that see unpublished rows.
  'published',
  // Acts of whoever holds a link: the rooms of links call it.
  'acting',
] as const

export type Door = (typeof doors)[number]

/** What runs in the browser too. */
export const browserDoors: readonly Door[] = ['contract', 'model', 'embed', 'ui', 'messages']

/** What a page that gathers may ask a slice for; to write, it calls the slice's own endpoints. */
export const pageDoors: readonly Door[] = [...browserDoors, 'queries', 'published']

const isDoor = (name: string): name is Door => doors.includes(name as Door)

/** The rooms of a slice, as they stand in its folder: names without extension, tests and README apart. */
export function roomsOf(slice: string): string[] {
  const names = readdirSync(join(checkout, 'src', 'slices', slice))
    .filter((name) => name !== 'README.md' && !/\.test\.tsx?$/.test(name))
    .map((name) => name.replace(/\.(tsx?|csv|json)$/, ''))
  return [...new Set(names)].filter((name) => !isDoor(name)).toSorted()
}
