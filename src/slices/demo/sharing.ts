import { asSystem } from '../../platform/act.ts'
import { today } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { hashOfToken } from '../links/queries.ts'
import { getRelationId } from '../relations/queries.ts'
import { sharePage } from '../sharing/commands.ts'
import { partIds } from '../sharing/model.ts'
import { embassyNames } from './embassy.ts'
import { embassyLink } from './model.ts'
import { demoRegions } from './regions.ts'

/** Hands the embassy of story 000 its page, once, also where an older demonstration stands; false where it has it. */
export async function shareWithEmbassy(database: Database): Promise<boolean> {
  const region = demoRegions.find(({ slug }) => slug === 'kab-bekasi')
  if (region === undefined) return false
  const { tenant } = region
  const hash = hashOfToken(embassyLink.token)
  const known = await database.inTenant({ tenant }, async (tx) => {
    const link = tx.selectFrom('links.links').select('id').where('token_hash', '=', Buffer.from(hash, 'hex'))
    return (await link.executeTakeFirst()) !== undefined
  })
  if (known) return false
  await asSystem(database, { tenant, verb: 'demo.seed' }, async (call) => {
    const id = await getRelationId(call.tx, 'kab-bekasi-kedutaan-besar-jepang')
    const to = { hash, party: embassyNames.nativeName, language: embassyLink.language }
    await sharePage({ ...call, on: today('WIB'), who: { account: undefined } }, { id, parts: partIds, ...to })
  })
  return true
}
