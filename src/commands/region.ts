import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { asSystem } from '../platform/act.ts'
import type { Config } from '../platform/config.ts'
import { alone, openInstallation, type Installation } from '../platform/installation.ts'
import { enqueue } from '../platform/jobs.ts'
import { email } from '../shared/fields.ts'
import { newId } from '../shared/ids.ts'
import { tidyName } from '../shared/text.ts'
import { addMember, ensureAccount, makeLink } from '../slices/identity/commands.ts'
import { linkMinutes } from '../slices/identity/model.ts'
import { findAccount } from '../slices/identity/queries.ts'
import { mendRegion, renameRegion, setUpRegion, type NewRegion } from '../slices/reference/commands.ts'
import { zones } from '../slices/reference/model.ts'
import { getRegion } from '../slices/reference/queries.ts'
import { findCode, nearestCodes, proposeRegion } from '../slices/reference/region-codes.ts'

const usage = `Usage: jembatan region add CODE --admin EMAIL [--name NAME] [--zone WIB|WITA|WIT]
       jembatan region mend CODE [--name NAME] [--name-en NAME] [--name-ja NAME] [--name-ko NAME] [--zone WIB|WITA|WIT]
       jembatan region list
`

/** What is wrong with the words on the line, in one sentence. */
class Refusal extends Error {}

/** `jembatan region add|mend|list`: the real regions of an installation. */
export const region: Command = async (config, [verb, ...words]) => {
  const run = { add, mend, list }[verb ?? '']
  const asked = run === undefined ? undefined : read(words)
  if (run === undefined || asked === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const installation = await openInstallation(config)
  try {
    process.stdout.write(await run(installation, { ...asked, config }))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  } finally {
    await installation.close()
  }
}

interface Asked {
  code: string
  admin: string | undefined
  zone: NewRegion['zone'] | undefined
  name: string | undefined
  names: NonNullable<NewRegion['names']>
}
type Run = (installation: Installation, asked: Asked & { config: Config }) => Promise<string>

function read(words: string[]): Asked | undefined {
  const text = { type: 'string' } as const
  const options = { admin: text, zone: text, name: text, 'name-en': text, 'name-ja': text, 'name-ko': text }
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    const [code = '', ...more] = positionals
    const zone = zones.find((one) => one === values.zone?.toUpperCase())
    if (more.length > 0 || (values.zone !== undefined && zone === undefined)) return undefined
    const forms = (['en', 'ja', 'ko'] as const).flatMap((language) => {
      const form = values[`name-${language}`]
      return form === undefined ? [] : [[language, tidyName(form)] as const]
    })
    const name = values.name === undefined ? undefined : tidyName(values.name)
    return { code, admin: values.admin, zone, name, names: Object.fromEntries(forms) }
  } catch {
    return undefined
  }
}

function known(code: string) {
  const found = findCode(code)
  if (found !== undefined) return found
  const near = nearestCodes(code).map((one) => `  ${one.code.padEnd(6)} ${one.name}`)
  const meant = near.length === 0 ? ' Codes look like 32.75.' : ` Did you mean one of these?\n${near.join('\n')}`
  throw new Refusal(`${code === '' ? 'No code was given.' : `${code} is no code of Kemendagri.`}${meant}`)
}

const add: Run = async ({ ownerUrl, database }, { code, admin, zone, name, names, config }) => {
  const proposed = proposeRegion(known(code))
  const address = email.safeParse(admin ?? '')
  if (!address.success) throw new Refusal('The administrator’s address is missing or none: --admin nama@daerah.go.id')
  const wanted = {
    ...proposed,
    ...(zone !== undefined && { zone }),
    ...(name !== undefined && { name }),
    names: { ...proposed.names, ...names },
  }
  // Of two at once one sets it up and the other finds it; nothing is written before the look.
  return await alone(ownerUrl, 'region', async () => {
    const { identity } = database
    const there = await tenantOf(identity, wanted.code)
    if (there !== undefined) {
      throw new Refusal(
        `${there.name} (${wanted.code}) is set up already. Nothing was changed; see jembatan region list.`,
      )
    }
    if ((await findAccount(identity, address.data))?.demonstration === true) {
      throw new Refusal(`${address.data} belongs to the demonstration. Choose the administrator’s own address.`)
    }
    await ensureAccount(identity, { email: address.data, name: `Administrator ${wanted.name}` })
    const account = await findAccount(identity, address.data)
    if (account === undefined) throw new Refusal(`The account ${address.data} is closed. Choose another address.`)
    const tenant = newId()
    await asSystem(database, { tenant, verb: 'region.setUp' }, async (call) => {
      await setUpRegion(call, { tenant, ...wanted, demonstration: false })
      await addMember(call, { account: account.id, role: 'admin_daerah', name: account.name, email: address.data })
    })
    const base = config.baseUrl ?? `http://localhost:${config.PORT}`
    const done = `${wanted.name} (${wanted.code}, ${wanted.zone}) is set up: ${base}/id/daerah/${wanted.slug}
A demonstration is over now; jembatan demo remove takes its data away.
`
    const signIn = `${base}/${account.language}/masuk`
    if (account.passwordHash !== undefined) {
      return `${done}${address.data} administers it and signs in with the password it has: ${signIn}\n`
    }
    await enqueue(identity as never, { task: 'identity.sendLink', payload: { account: account.id } })
    const { token } = await makeLink(identity, account.id)
    return `${done}${address.data} administers it and chooses a password here, once, within ${linkMinutes} minutes (another link goes by mail):
${signIn}/tautan/${token}
`
  })
}

const mend: Run = async ({ database }, { code, zone, name, names }) => {
  const { code: asked } = known(code)
  const there = await tenantOf(database.identity, asked)
  if (there === undefined) throw new Refusal(`${asked} is not set up here; see jembatan region list.`)
  const renamed = name !== undefined || Object.keys(names).length > 0
  if (zone === undefined && !renamed)
    throw new Refusal('Nothing to mend: give --name, --name-en, --name-ja, --name-ko or --zone.')
  await asSystem(database, { tenant: there.tenant, verb: 'region.mend' }, async (call) => {
    if (zone !== undefined) await mendRegion(call, { rev: (await getRegion(call.tx)).rev, zone })
    if (renamed) await renameRegion(call, { name, names })
  })
  const restart = zone === undefined ? '' : ' A running server takes the zone at its next start.'
  return `${name ?? there.name} (${asked}) is mended.${restart}\n`
}

const list: Run = async ({ database }) => {
  const rows = await database.identity
    .selectFrom('reference.regions')
    .select(['code', 'name', 'slug', 'zone', 'demonstration'])
    .orderBy('demonstration')
    .orderBy('code')
    .limit(1200)
    .execute()
  if (rows.length === 0) return 'No region yet: jembatan region add CODE --admin EMAIL\n'
  const lines = rows.map(({ code, name, slug, zone, demonstration }) => {
    const line = `${code.padEnd(6)} ${name.padEnd(32)} ${zone.padEnd(5)} /daerah/${slug}`
    return `${line}${demonstration ? '  (demonstration)' : ''}\n`
  })
  return lines.join('')
}

async function tenantOf(identity: Installation['database']['identity'], code: string) {
  return await identity
    .selectFrom('reference.regions')
    .select(['tenant', 'name'])
    .where('code', '=', code)
    .where('demonstration', '=', false)
    .executeTakeFirst()
}
