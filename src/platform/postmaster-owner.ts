import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export type Owner = { uid: number; gid: number }

export const isRoot = process.getuid?.() === 0

/** The ordinary user that runs PostgreSQL for root, which PostgreSQL itself refuses; `passwd` as in /etc/passwd. */
export function ordinaryUser(passwd: string): Owner {
  const users = passwd.split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name)
    const owner = { uid: Number(user?.[2]), gid: Number(user?.[3]) }
    if (owner.uid > 0 && owner.gid > 0) return owner
  }
  throw new Error(
    'PostgreSQL refuses to run as root and this system has neither a user "postgres" nor "nobody" to run it as: ' +
      'add one (useradd --system postgres), start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** Makes `home` where it is missing, open for the user of PostgreSQL to pass through; returns its real path. */
export function makeHome(home: string): string {
  const path = resolve(home)
  const first = makeFolders(path)
  // Whatever the umask: root's 077 would close the way to the data.
  if (first && isRoot) for (let made = path; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755)
  return realpathSync(path)
}

function makeFolders(path: string): string | undefined {
  try {
    return mkdirSync(path, { recursive: true, mode: isRoot ? 0o755 : 0o700 })
  } catch (error) {
    // On a read-only file system Node's recursive mkdir says ENOENT; the plain one says what the system said.
    let missing = path
    while (!existsSync(dirname(missing))) missing = dirname(missing)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') mkdirSync(missing)
    throw error
  }
}

/** Whom PostgreSQL runs as on `data` in `home`: undefined is the starting user. Refuses where that cannot be. */
export function findOwner(data: string, home: string): Owner | undefined {
  const found = existsSync(data) ? statSync(data) : undefined
  if (!isRoot) {
    if (!found || found.uid === process.getuid?.()) return undefined
    throw new Error(
      `PostgreSQL could not be started because ${data} belongs to user ${found.uid} and only its owner may run it: ` +
        'start as that user, or set JEMBATAN_DATA to a folder of your own.',
    )
  }
  // An existing cluster keeps its owner, also when a user "postgres" came to the system after "nobody" had made it.
  const owner =
    found && found.uid !== 0
      ? { uid: found.uid, gid: found.gid }
      : ordinaryUser(existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')
  const barrier = findBarrier(home, owner)
  if (!barrier) return owner
  throw new Error(
    `PostgreSQL cannot reach its data in ${home} because it runs as user ${owner.uid}, who may not pass ${barrier}: ` +
      `allow it (chmod o+x ${barrier}) or start as the user who owns that folder.`,
  )
}

/** The first folder on the way to `path`, or `path` itself, that `owner` may not pass; undefined when all is open. */
export function findBarrier(path: string, owner: Owner | undefined): string | undefined {
  if (!owner) return undefined
  const above = path === '/' ? undefined : findBarrier(dirname(path), owner)
  if (above) return above
  const { mode, uid, gid } = statSync(path)
  const pass = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
  return mode & pass ? undefined : path
}
