import type { Database, Tx } from '../../platform/database.ts'
import { asSystem, type Act } from '../../platform/act.ts'
import type { Store } from '../../platform/store.ts'
import { addMember, ensureAccount } from '../identity/commands.ts'
import { addUnit, setUpRegion } from '../reference/commands.ts'
import { seedBandung } from './bandung.ts'
import { seedBekasi } from './bekasi.ts'
import { seedContoh } from './contoh.ts'
import { seedIzumisano } from './izumisano.ts'
import { accountName, demoAccounts, inventedRegion } from './model.ts'
import { seedProgrammes } from './programmes.ts'
import { demoRegions } from './regions.ts'
import { shareWithEmbassy } from './sharing.ts'

/** The stories of each region that has one. */
const stories: Readonly<Record<string, (call: { tx: Tx; act: Act }) => Promise<void>>> = {
  'kota-bekasi': seedIzumisano,
  'kab-bekasi': seedBekasi,
  'kota-bandung': seedBandung,
}

/**
 * Fills an empty installation with the demonstration, one act per region: a start that was killed between two regions
 * goes on where it stopped. The invented region is filled group by group, unless `invented` is false: then it stands
 * empty. An installation with a real region is left alone.
 */
export async function seedDemonstration(
  database: Database,
  { store, invented = true }: { store: Store; invented?: boolean },
): Promise<'seeded' | 'already there'> {
  const there = await database.identity.selectFrom('reference.regions').select(['tenant', 'demonstration']).execute()
  const known = new Set(there.map(({ tenant }) => tenant))
  const missing = demoRegions.filter(({ tenant }) => !known.has(tenant))
  if (there.some(({ demonstration }) => !demonstration)) return 'already there'
  if (missing.length > 0) await seedRegions(database, missing)
  const shared = await shareWithEmbassy(database)
  const contoh = demoRegions.find(({ slug }) => slug === inventedRegion)
  const filled = invented && contoh !== undefined && (await seedContoh(database, contoh.tenant))
  // After the invented region, whose programmes stand on its records.
  const grown = await seedProgrammes(database, store)
  return missing.length > 0 || shared || filled || grown ? 'seeded' : 'already there'
}

async function seedRegions(database: Database, missing: typeof demoRegions): Promise<void> {
  const accounts = new Map<string, string>()
  for (const account of demoAccounts) {
    const named = { email: account.email, name: accountName('id', account) }
    const { id } = await ensureAccount(database.identity, { ...named, demonstration: true })
    accounts.set(account.key, id)
  }
  for (const region of missing) {
    await asSystem(database, { tenant: region.tenant, verb: 'demo.seed' }, async (call) => {
      await setUpRegion(call, { ...region, demonstration: true })
      if (region.tier !== 'provinsi') await addUnit(call, { name: 'Bagian Kerja Sama', kind: 'bagian_kerja_sama' })
      for (const { key, email, role, name } of demoAccounts.filter((account) => account.region === region.slug)) {
        const named = { name: accountName('id', { name }), email }
        // Agency staff sees what is given to her agency: one of a field that story 002 names.
        const agency =
          role === 'opd' ? ({ name: 'Dinas Lingkungan Hidup', shortName: 'DLH', kind: 'opd' } as const) : undefined
        const unit = agency && (await addUnit(call, agency)).id
        await addMember(call, { account: accounts.get(key) ?? '', role, unit, ...named })
      }
      await stories[region.slug]?.(call)
    })
  }
}
