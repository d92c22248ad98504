import type { Command } from '../command.ts'
import { mustExist, openInstallation } from '../platform/installation.ts'
import { makeLink } from '../slices/identity/commands.ts'
import { findAccount } from '../slices/identity/queries.ts'

/** `jembatan user link EMAIL`: for an administrator whose mail does not work yet. */
export const user: Command = async (config, [verb, email]) => {
  if (verb !== 'link' || email === undefined) {
    process.stderr.write('Usage: jembatan user link EMAIL\n')
    return 2
  }
  mustExist(config)
  const installation = await openInstallation(config)
  try {
    const account = await findAccount(installation.database.identity, email.toLowerCase())
    if (account === undefined) {
      process.stderr.write(`There is no open account with the address ${email}.\n`)
      return 1
    }
    const { token } = await makeLink(installation.database.identity, account.id)
    const base = config.baseUrl ?? `http://localhost:${config.PORT}`
    process.stdout.write(`${base}/${account.language}/masuk/tautan/${token}\n`)
    return 0
  } finally {
    await installation.close()
  }
}
