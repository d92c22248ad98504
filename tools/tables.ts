// Writes src/platform/tables.gen.ts from a freshly migrated database; `--check` compares only.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { slices } from '../src/slices.ts'
import { closeCluster, openCluster, templateName } from '../test/cluster.ts'
import { checkout } from './doors.ts'

/** Dates and 64-bit numbers cross the wire as text. */
const options = {
  dialect: 'postgres',
  'include-pattern': `(${['platform', ...Object.keys(slices)].join('|')}).*`,
  'date-parser': 'string',
  'type-mapping': '{"timestamptz":"string","date":"string","int8":"string"}',
  'out-file': 'src/platform/tables.gen.ts',
}

/** Answers the exit code: 1 when the types are stale (with `check`) or cannot be made. */
async function run({ check }: { check: boolean }): Promise<number> {
  const cluster = await openCluster()
  const admin = postgres(cluster, { max: 1, onnotice: () => {} })
  // A clone: whoever reads the template itself keeps every test from cloning it.
  const name = `types_${randomBytes(6).toString('hex')}`
  await admin.unsafe(`create database ${name} template ${templateName()} strategy file_copy`)
  try {
    return await generate(cluster.replace(/\/postgres$/, `/${name}`), check)
  } finally {
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end({ timeout: 5 })
    await closeCluster()
  }
}

async function generate(url: string, check: boolean): Promise<number> {
  const generator = join(checkout, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const child = spawn(process.execPath, [generator, ...flags, ...(check ? ['--verify'] : [])], {
    cwd: checkout,
    // Not an argument: those can be read by everybody on the machine.
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0 && check) console.log('src/platform/tables.gen.ts is stale: run npm run types')
  return code === 0 ? 0 : 1
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
process.exitCode = await run(values)
