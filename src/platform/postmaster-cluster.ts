import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { markOf } from './postmaster-pid.ts'
import { flush, putWhole } from './postmaster-staging.ts'
import type { Owner } from './postmaster-owner.ts'

/** What PostgreSQL's programs see of our environment: English messages, UTC, and nothing of the starting user's. */
export const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** The newest cluster in `home`, or undefined before the first start. */
export function findCluster(home: string): string | undefined {
  if (!existsSync(home)) return undefined
  const place = realpathSync(home)
  const majors = readdirSync(place)
    .map((name) => Number(/^pg(\d+)$/.exec(name)?.[1] ?? 0))
    .filter((major) => existsSync(join(place, `pg${major}`, 'PG_VERSION')))
  return majors.length > 0 ? join(place, `pg${Math.max(...majors)}`) : undefined
}

/** `home`/pg<major>; refuses when the data in `home` are of another major version or the folder holds something else. */
export function clusterFolder(home: string, major: number): string {
  const data = join(home, `pg${major}`)
  const found = existsSync(join(data, 'PG_VERSION')) ? data : findCluster(home)
  const version = found && readFileSync(join(found, 'PG_VERSION'), 'utf8').trim()
  if (found && version !== String(major)) {
    throw new Error(
      `The data in ${found} were written by PostgreSQL ${version} and this version of Jembatan brings ` +
        `PostgreSQL ${major}, which cannot read them: go back to the version that ran before, take a backup with ` +
        '"bin/jembatan backup", then move the folder aside and restore the backup with this version.',
    )
  }
  if (!found && existsSync(data) && readdirSync(data).length > 0) {
    throw new Error(
      `${data} is where PostgreSQL keeps its data, but it holds other files and no PG_VERSION: ` +
        'restore it from a backup, or move it aside to begin with an empty database.',
    )
  }
  return data
}

type Initialise = { home: string; data: string; bin: string; owner: Owner | undefined; durable: boolean }

/** Makes the cluster `data`; false when another start was first. `durable` waits for the disk. */
export async function initialiseCluster({ home, data, bin, owner, durable }: Initialise): Promise<boolean> {
  const password = keepPassword(home)
  return putWhole(data, async (stage) => {
    const secret = join(stage, 'password')
    writeFileSync(secret, password, { mode: 0o600 })
    if (owner) for (const path of [stage, secret]) chownSync(path, owner.uid, owner.gid)
    // Plain C would take no Japanese or Korean character for a letter, and searching them would find nothing.
    const locale = ['-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=und']
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', secret]
    const speed = durable ? [] : ['--no-sync']
    await promisify(execFile)(join(bin, 'initdb'), ['-D', join(stage, 'whole'), ...access, ...locale, ...speed], {
      ...owner,
      cwd: '/',
      env: environment,
    })
  })
}

/** The superuser's password; refuses when the cluster stands without it. */
export function readPassword(home: string): string {
  const path = join(home, 'password')
  if (existsSync(path)) return readFileSync(path, 'utf8')
  throw new Error(
    `The database in ${home} stands, but its password file ${path} is gone: ` +
      'restore that file from a backup, or move the whole folder aside to begin with an empty database.',
  )
}

// Written aside and linked, so that of two first starts both read the same whole password.
function keepPassword(home: string): string {
  const path = join(home, 'password')
  const draft = `${path}.new-${markOf(process.pid)}-${randomBytes(3).toString('hex')}`
  try {
    writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600 })
    flush(draft) // lost in a power cut, it would lock everybody out of a cluster that survived
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  flush(dirname(path))
  return readFileSync(path, 'utf8')
}
