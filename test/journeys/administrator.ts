// Makes one more administrator of Kota Bekasi, or with an argument one more head of division, and prints the token of a session: no button leads to one, and the account
// of the demonstration is asked for its password by another journey.
import { asSystem } from '../../src/platform/act.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openInstallation } from '../../src/platform/installation.ts'
import { newId } from '../../src/shared/ids.ts'
import { demoRegions } from '../../src/slices/demo/regions.ts'
import { addMember, ensureAccount, openSession } from '../../src/slices/identity/commands.ts'

const tenant = demoRegions.find(({ slug }) => slug === 'kota-bekasi')?.tenant
if (tenant === undefined) throw new Error('no region kota-bekasi')
const role = process.argv[2] === 'kepala_bagian' ? 'kepala_bagian' : 'admin_daerah'
const installation = await openInstallation(readConfig(process.env))
try {
  const { identity } = installation.database
  const named = { name: 'Admin uji', email: `admin-${newId()}@contoh.invalid` }
  const { id: account } = await ensureAccount(identity, named)
  await asSystem(installation.database, { tenant, verb: 'test.administrator' }, async (call) => {
    await addMember(call, { account, role, ...named })
  })
  process.stdout.write((await openSession(identity, account)).token)
} finally {
  await installation.close()
}
