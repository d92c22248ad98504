import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkout } from '../../src/platform/installation.ts'
import { readPostmaster, startPostgres, stopPostgres } from '../../src/platform/postmaster.ts'

/** The real product as a process of its own, with its own database on a real disk, that can be killed. */
export interface Product {
  home: string
  url: string
  /** SIGKILL of the product, then its start again. Answers the ms until it answered. */
  killApp(): Promise<number>
  /** SIGKILL of the postmaster; the product has to bring it back. Answers the ms until the product answered. */
  killDatabase(): Promise<number>
  /** The owner's URL of the database, started if need be. */
  findDatabase(): Promise<string>
  /** Ends the process; the database goes with it. */
  end(): Promise<void>
}

const patience = 30_000

/** A new folder on a disk: in memory a kill would lose nothing whatever the program did. */
export function makeFolder(): string {
  const inMemory = (folder: string) => statfsSync(folder).type === 0x01021994
  const base = ['/var/tmp', tmpdir()].find((folder) => isThere(folder) && !inMemory(folder)) ?? checkout
  const folder = mkdtempSync(join(base, 'jembatan-faults-'))
  chmodSync(folder, 0o755) // as root the database runs as another user, who must pass
  return folder
}

function isThere(folder: string): boolean {
  try {
    return statfsSync(folder).bsize > 0
  } catch {
    return false
  }
}

export async function removeFolder(folder: string): Promise<void> {
  await stopPostgres(join(folder, 'data'))
  rmSync(folder, { recursive: true, force: true })
}

/** Starts the product on a folder, by `npm start`'s own command unless another script is named. */
export async function openProduct(folder: string, script = 'src/main.ts'): Promise<Product> {
  const home = join(folder, 'data')
  let { child, url } = await start({ home, port: '0', script })
  const { port } = new URL(url)
  const restart = async () => ({ child, url } = await start({ home, port, script }))
  return {
    home,
    get url() {
      return url
    },
    async killApp() {
      const began = performance.now()
      child.kill('SIGKILL')
      await ended(child)
      await restart()
      return performance.now() - began
    },
    async killDatabase() {
      const dead = readPostmaster(home)?.pid
      if (dead === undefined) throw new Error('no database runs')
      const began = performance.now()
      process.kill(dead, 'SIGKILL')
      while (performance.now() - began < patience) {
        const server = readPostmaster(home)
        if (server?.alive && server.pid !== dead && (await isHealthy(url))) return performance.now() - began
        await sleep(20)
      }
      throw new Error(`the database was not back after ${patience / 1000} s`)
    },
    async findDatabase() {
      return (await startPostgres({ home })).url
    },
    async end() {
      child.kill('SIGTERM')
      await Promise.race([ended(child), sleep(10_000, undefined, { ref: false })])
      child.kill('SIGKILL')
      await stopPostgres(home)
    },
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
  return answer?.status === 200
}

async function start({ home, port, script }: { home: string; port: string; script: string }) {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, ['--import', './tools/jsx.mjs', script], {
    cwd: checkout,
    env: {
      PATH,
      HOME,
      NODE_COMPILE_CACHE,
      JEMBATAN_DATA: home,
      PORT: port,
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = new Promise<string>((done) => {
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      const address = /^Jembatan: (http\S+)$/m.exec(said)?.[1]
      if (address !== undefined) done(address.replace('localhost', '127.0.0.1'))
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
  const failed = ended(child).then(() => {
    throw new Error(`the product did not start:\n${said}`)
  })
  const late = sleep(60_000, undefined, { ref: false }).then(() => {
    throw new Error(`the product was not ready after a minute:\n${said}`)
  })
  for (const promise of [failed, late]) promise.catch(() => {})
  try {
    return { child, url: await Promise.race([url, failed, late]) }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}
