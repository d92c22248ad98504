import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asSystem } from '../../src/platform/act.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openInstallation } from '../../src/platform/installation.ts'
import { newId } from '../../src/shared/ids.ts'
import { demoRegions } from '../../src/slices/demo/regions.ts'
import { addMember, ensureAccount, openSession } from '../../src/slices/identity/commands.ts'
import { counts, folderOf } from './own-sessions.ts'

/** Makes members of Kota Bekasi with an open session each, in the running product. */
export async function makeSessions(home: string): Promise<void> {
  const tenant = demoRegions.find(({ slug }) => slug === 'kota-bekasi')?.tenant
  if (tenant === undefined) throw new Error('no region kota-bekasi')
  const installation = await openInstallation(readConfig())
  try {
    const { identity } = installation.database
    for (const role of ['admin_daerah', 'kepala_bagian'] as const) {
      const folder = folderOf(home, role)
      mkdirSync(folder, { recursive: true })
      for (let made = 0; made < counts[role]; made += 1) {
        const named = { name: 'Admin uji', email: `admin-${newId()}@contoh.invalid` }
        const { id: account } = await ensureAccount(identity, named)
        await asSystem(installation.database, { tenant, verb: 'test.administrator' }, async (call) => {
          await addMember(call, { account, role, ...named })
        })
        writeFileSync(join(folder, (await openSession(identity, account)).token), '')
      }
    }
  } finally {
    await installation.close()
  }
}
