import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import postgres from 'postgres'
import { checkout } from '../src/platform/installation.ts'
import { openCluster } from './cluster.ts'

export interface EmptyDatabase {
  url: string
  sql: postgres.Sql
  drop(): Promise<void>
}

/** A database of the test cluster with nothing in it. */
export async function openEmpty(): Promise<EmptyDatabase> {
  const cluster = await openCluster()
  const name = `e_${randomBytes(6).toString('hex')}`
  const admin = postgres(cluster, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  const url = cluster.replace(/\/postgres$/, `/${name}`)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  return {
    url,
    sql,
    async drop() {
      await sql.end({ timeout: 5 })
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end({ timeout: 5 })
    },
  }
}

export interface Ended {
  code: number | null
  out: string
  error: string
}

/** Runs a script of the product as a process of its own; killed after a minute. */
export async function runScript(words: string[], environment: Record<string, string>): Promise<Ended> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, ['--import', './tools/jsx.mjs', ...words], {
    cwd: checkout,
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  let out = ''
  let error = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, error }
}

/** Runs bin/jembatan's command on a database. */
export async function runCommand(url: string, ...words: string[]): Promise<Ended> {
  return await runScript(['src/command.ts', ...words], { DATABASE_URL: url })
}
