import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { asSystem } from '../platform/act.ts'
import type { Config } from '../platform/config.ts'
import { alone, mustExist, openInstallation, type Installation } from '../platform/installation.ts'
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

const options = '[--name NAME] [--name-en NAME] [--name-ja NAME] [--name-ko NAME] [--zone WIB|WITA|WIT]'
const usage = `Usage: jembatan region add CODE --admin EMAIL ${options}
       jembatan region mend CODE ${options}
       jembatan region list
`

/** What is wrong with the words on the line, in one sentence. */
class Refusal extends Error {}

/** `jembatan region add|mend|list`: the real regions of an installation. */
export const region: Command = async (config, [verb, ...words]) => {
  const run = { add, mend, list }[verb ?? '']
  try {
    const asked = run === undefined ? undefined : read(words)
    if (run === undefined || asked === undefined) {
      process.stderr.write(usage)
      return 2
    }
    if (run === add) judge(asked)
    else mustExist(config)
    const installation = await openInstallation(config)
    try {
      process.stdout.write(await run(installation, { ...asked, config }))
    } finally {
      await installation.close()
    }
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
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
    if (more.length > 0) return undefined
    const zone = zones.find((one) => one === values.zone?.toUpperCase())
    if (values.zone !== undefined && zone === undefined) {
      throw new Refusal(`${values.zone} is no zone of Indonesia. Nothing was changed; give --zone WIB, WITA or WIT.`)
    }
    const forms = (['en', 'ja', 'ko'] as const).flatMap((language) => {
      const form = values[`name-${language}`]
      return form === undefined ? [] : [[language, tidyName(form)] as const]
    })
    const name = values.name === undefined ? undefined : tidyName(values.name)
    return { code, admin: values.admin, zone, name, names: Object.fromEntries(forms) }
  } catch (error) {
    if (error instanceof Refusal) throw error
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

/** Whom and what a new region needs; judged before an installation is begun for it. */
function judge({ code, admin }: Pick<Asked, 'code' | 'admin'>) {
  const proposed = proposeRegion(known(code))
  if (admin === undefined) throw new Refusal('The administrator’s address is missing: give --admin nama@daerah.go.id.')
  const address = email.safeParse(admin)
  if (!address.success) throw new Refusal(`“${admin}” is no e-mail address: give --admin nama@daerah.go.id.`)
  return { proposed, address: address.data }
}

const add: Run = async ({ ownerUrl, database }, { code, admin, zone, name, names, config }) => {
  const { proposed, address } = judge({ code, admin })
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
    if ((await findAccount(identity, address))?.demonstration === true) {
      throw new Refusal(`${address} belongs to the demonstration. Choose the administrator’s own address.`)
    }
    const elsewhere = await regionOf(identity, address)
    if (elsewhere !== undefined) {
      throw new Refusal(
        `${address} works in ${elsewhere.name} (${elsewhere.code}) already. Nothing was changed; ` +
          'one address works in one region, so choose another for this one.',
      )
    }
    await ensureAccount(identity, { email: address, name: `Administrator ${wanted.name}` })
    const account = await findAccount(identity, address)
    if (account === undefined) throw new Refusal(`The account ${address} is closed. Choose another address.`)
    const tenant = newId()
    await asSystem(database, { tenant, verb: 'region.setUp' }, async (call) => {
      await setUpRegion(call, { tenant, ...wanted, demonstration: false })
      await addMember(call, { account: account.id, role: 'admin_daerah', name: account.name, email: address })
    })
    const base = config.baseUrl ?? `http://localhost:${config.PORT}`
    const done = `${wanted.name} (${wanted.code}, ${wanted.zone}) is set up: ${base}/id/daerah/${wanted.slug}
A demonstration is over now; jembatan demo remove takes its data away.
`
    const signIn = `${base}/${account.language}/masuk`
    if (account.passwordHash !== undefined) {
      return `${done}${address} administers it and signs in with the password it has: ${signIn}\n`
    }
    await enqueue(identity as never, { task: 'identity.sendLink', payload: { account: account.id } })
    const { token } = await makeLink(identity, account.id)
    const another =
      config.MAIL_URL === undefined ? `another: jembatan user link ${address}` : 'another link goes by mail'
    return `${done}${address} administers it and chooses a password here, once, within ${linkMinutes} minutes (${another}):
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

/** The real region in which an address works already. A sign-in opens one region, and nothing leads to a second. */
async function regionOf(identity: Installation['database']['identity'], address: string) {
  return await identity
    .selectFrom('identity.memberships as m')
    .innerJoin('identity.accounts as a', 'a.id', 'm.account')
    .innerJoin('reference.regions as r', 'r.tenant', 'm.tenant')
    .select(['r.code', 'r.name'])
    .where('a.email', '=', address)
    .where('m.ended_at', 'is', null)
    .where('r.demonstration', '=', false)
    .orderBy('m.id')
    .limit(1)
    .executeTakeFirst()
}
