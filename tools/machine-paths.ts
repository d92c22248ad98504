import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Folders every machine has; what stands beside a checkout in one of them says nothing about this machine. */
const everywhere = new Set(['/', '/opt', '/srv', '/tmp', '/var/tmp', '/home', '/Users', '/usr/src'])

/** Paths of the machine that a file names: the checkout, what stands beside it, and somebody's home. */
export function pathFaults(files: readonly { path: string; text: string }[], checkout: string): string[] {
  const root = checkout.replace(/\/$/, '')
  const beside = dirname(root)
  const neighbours = everywhere.has(beside) || !existsSync(beside) ? [basename(root)] : readdirSync(beside)
  const own = neighbours.map((name) => join(beside, name))
  return files.flatMap(({ path, text }) => {
    if (/\.(test|spec)\.tsx?$/.test(path)) return []
    const home = /(?<![\w.~-])\/(?:home|Users)\/[a-z][\w-]*\//.exec(text)?.[0]
    const found = own.find((place) => holds(text, place)) ?? home
    return found === undefined ? [] : [`${path}: names ${found}, a path of one machine`]
  })
}

function holds(text: string, place: string): boolean {
  const at = text.indexOf(place)
  return at !== -1 && !/[\w-]/.test(text[at + place.length] ?? '') && !/[\w.~}-]/.test(text[at - 1] ?? '')
}
