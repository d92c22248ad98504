import { asSystem } from '../../platform/act.ts'
import type { Database } from '../../platform/database.ts'
import { addUnit } from '../reference/commands.ts'
import { asianCities } from './contoh-asia.ts'
import { addressOf, type Entering } from './contoh-day.ts'
import { enterRelations, type SampleRelation } from './contoh-entering.ts'
import { farCities } from './contoh-far.ts'
import { businesses, neighbours } from './contoh-home.ts'
import { institutions } from './contoh-institutions.ts'
import { enterLetters } from './contoh-letters.ts'
import { enterReports } from './contoh-sources.ts'
import { enterSeries } from './contoh-series.ts'
import { enterVisits } from './contoh-visits.ts'

interface Group {
  samples: readonly SampleRelation[]
  /** What else is entered with it, in the same act. */
  also?: (call: Entering) => Promise<void>
}

/** One act each. A group is there when its first relation is, so a start that was killed goes on where it stopped. */
const groups: readonly Group[] = [
  { samples: asianCities, also: addUnits },
  { samples: farCities },
  { samples: institutions },
  { samples: neighbours },
  {
    samples: businesses,
    also: async (call) => {
      await enterVisits(call)
      await enterLetters(call)
      await enterSeries(call)
      await enterReports(call)
    },
  },
]

/** Fills the invented region: every kind of partner, text and status, long names and empty records. Says whether it did. */
export async function seedContoh(database: Database, tenant: string): Promise<boolean> {
  const known = await database.inTenant({ tenant, write: false }, async (tx) => {
    const firsts = groups.map(markOf)
    const rows = await tx.selectFrom('relations.relations').select('slug').where('slug', 'in', firsts).execute()
    return new Set(rows.map(({ slug }) => slug))
  })
  const missing = groups.filter((group) => !known.has(markOf(group)))
  for (const { samples, also } of missing) {
    await asSystem(database, { tenant, verb: 'demo.seed' }, async (call) => {
      await enterRelations(call, samples)
      await also?.(call)
    })
  }
  return missing.length > 0
}

/** The address by which a group is known to be there. */
function markOf({ samples: [first] }: Group): string {
  if (first === undefined) throw new Error('a group without a relation')
  return addressOf(first)
}

async function addUnits(call: Entering): Promise<void> {
  for (const name of ['Dinas Contoh Lingkungan Hidup', 'Dinas Contoh Pendidikan', 'Dinas Contoh Pekerjaan Umum']) {
    await addUnit(call, { name, kind: 'opd' })
  }
}
