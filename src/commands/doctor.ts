import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Command } from '../command.ts'
import { checkout, filesOf, homeOf, mustExist, withServer } from '../platform/installation.ts'
import { listMigrations } from '../platform/migrate.ts'
import { findPolicyFaults } from '../platform/policies.ts'

/** Settings whose value is a secret or holds one. */
const secret = new Set(['DATABASE_URL', 'MAIL_URL'])

/** `jembatan doctor` */
export const doctor: Command = async (config) => {
  mustExist(config)
  const say: Say = (name, value) => void process.stdout.write(`${name.padEnd(24)} ${String(value)}\n`)
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }
  say('jembatan', version)
  say('node', process.version)
  say('data folder', homeOf(config))
  say('files in', filesOf(config))
  if (config.DATABASE_URL !== undefined && config.JEMBATAN_DATA === undefined && config.JEMBATAN_FILES === undefined) {
    say('attention', 'files lie on this machine and not in the database: set JEMBATAN_FILES to a folder that is kept')
  }
  for (const [name, value] of Object.entries(config)) {
    if (/^[A-Z_]+$/.test(name) && value !== undefined) say(name, secret.has(name) ? '(set)' : value)
  }
  say('listens on', config.host)
  say('mail', config.MAIL_URL === undefined ? `kept as files (${countMail(homeOf(config))})` : 'sent by MAIL_URL')
  await withServer(config, ({ ownerUrl, own }) => sayDatabase(say, { ownerUrl, own }))
  return 0
}

/** How many mails lie in the data folder, because no server takes them or none did. */
function countMail(home: string): number {
  try {
    return readdirSync(join(home, 'mail')).filter((name) => name.endsWith('.eml')).length
  } catch {
    return 0
  }
}

type Say = (name: string, value: unknown) => void

async function sayDatabase(say: Say, { ownerUrl, own }: { ownerUrl: string; own: boolean }): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<
      { version: string; encoding: string; superuser: boolean; leakproof: boolean; migrated: boolean }[]
    >`
      select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
        (select rolsuper from pg_roles where rolname = current_user) as superuser,
        exists (select from pg_proc where proname = 'texticlike' and proleakproof) as leakproof,
        to_regclass('platform.migrations') is not null as migrated`
    say('postgresql', `${row?.version} (${own ? 'own' : 'outside'})`)
    say('encoding', row?.encoding)
    if (row?.migrated) {
      const [last] = await sql<{ name: string }[]>`select max(name) as name from platform.migrations`
      say('database at', last?.name)
      await sayRegions(say, sql)
      // An older database has the policies of its own template.
      if (last?.name === (await listMigrations()).at(-1)) await sayPolicies(say, sql)
    } else say('database at', 'empty: run jembatan migrate')
    if (row?.migrated && !row.leakproof) {
      say(
        'attention',
        'search reads every row of a region: the owner is no superuser and cannot mark its operators leakproof',
      )
    }
    if (row?.encoding !== 'UTF8') say('attention', 'the database is not UTF8: names in other scripts would be lost')
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function sayRegions(say: Say, sql: postgres.Sql): Promise<void> {
  if ((await sql`select to_regclass('reference.regions') as there`)[0]?.['there'] === null) return
  const [row] = await sql<{ real: number; samples: number; shown: boolean }[]>`
    select count(*) filter (where not demonstration)::int as real, count(*) filter (where demonstration)::int as samples,
      (select platform.is_demonstration()) as shown from reference.regions`
  const samples = `${row?.samples} of the demonstration, ${row?.shown === true ? 'shown' : 'not shown'}`
  say('regions', `${row?.real} real${row?.samples === 0 ? '' : `, ${samples}`}`)
}

async function sayPolicies(say: Say, sql: postgres.Sql): Promise<void> {
  const faults = await findPolicyFaults(sql)
  if (faults.length === 0) return say('row policies', 'as the product puts them')
  for (const fault of faults.slice(0, 50)) say('attention', fault)
  say('attention', 'regions may not be kept apart: jembatan migrate puts the policies right')
}
