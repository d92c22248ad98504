import { closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { markOf } from './postmaster-pid.ts'

/**
 * Makes the folder `target` at one stroke: `fill` writes `stage`/whole, which is then renamed. False when another start
 * was first, whose folder then stands. Nothing stays of a failure; a crash leaves a stage for `sweepStages`.
 */
export async function putWhole(target: string, fill: (stage: string) => Promise<void> | void): Promise<boolean> {
  const stage = mkdtempSync(`${target}.new-${markOf(process.pid)}-`)
  try {
    await fill(stage)
    if (!renameUnlessThere(join(stage, 'whole'), target)) return false
    flush(dirname(target)) // or a power cut may forget the new name while the caller already relies on it
    return true
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

function renameUnlessThere(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false
    throw error
  }
}

/** Removes the stages that a crash left in `home`; those of starts still at work stay. */
export function sweepStages(home: string): void {
  for (const name of readdirSync(home)) {
    const stage = /^(?:pg|bin-|password).*\.new-(?:(\d+)-\d+)?/.exec(name)
    if (!stage) continue
    const mark = stage[1] ? markOf(Number(stage[1])) : undefined
    if (!mark || !name.includes(`.new-${mark}-`)) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** Waits until a file or folder is on the disk itself. */
export function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
