import { openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const tooLong = 10_000_000 // bytes; a server that only warns needs years for it, so a look at each start is enough

/** Opens `home`/postgres.log for appending; `from` is where this start's lines will begin. */
export function openLog(home: string): { handle: number; from: number } {
  const path = join(home, 'postgres.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > tooLong) renameSync(path, `${path}.1`)
  const handle = openSync(path, 'a', 0o600) // a failing statement stands there with its values
  return { handle, from: statSync(path).size }
}

/** The last lines that `home`/postgres.log took in after byte `from`. */
export function readLogTail(home: string, from: number): string {
  const written = readFileSync(join(home, 'postgres.log')).subarray(from).toString('utf8')
  return written.trimEnd().split('\n').slice(-8).join('\n')
}
