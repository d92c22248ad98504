import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { foldForSearch } from '../../shared/text.ts'
import type { Heading, SectorId } from './model.ts'
import { getUnit } from './queries.ts'
import { whyUntouched } from './untouched.ts'

type Acting = { tx: Tx; act: Act }

/** How many affairs a region may add to those of the law. */
const limit = 200

export interface NewAffair {
  name: string
  heading: Heading
  sectors?: readonly SectorId[] | undefined
  unit?: string | undefined
}

/** Adds an affair; its code is made of its name and stays when the name is mended. */
export async function addAffair({ tx, act }: Acting, affair: NewAffair): Promise<{ id: string; rev: number }> {
  const { name, heading, sectors = [], unit } = affair
  if (unit !== undefined) await getUnit(tx, unit)
  const there = await tx.selectFrom('reference.affairs').select('code').execute()
  if (there.length >= limit) throw new Failure('too_large')
  const id = newId()
  const added = await tx
    .insertInto('reference.affairs')
    .values({ id, code: codeOf(name), name, heading, sectors: [...new Set(sectors)], unit: unit ?? null })
    .onConflict((conflict) => conflict.columns(['tenant', 'code']).doNothing())
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (added === undefined) throw fieldFailure('name', 'taken')
  act.about(id)
  return added
}

export interface AffairMend {
  id: string
  rev: number
  name?: string | undefined
  sectors?: readonly SectorId[] | undefined
  unit?: string | null | undefined
}

/** Mends an affair's name, the fields that belong to it, and the body in charge. */
export async function mendAffair({ tx, act }: Acting, mend: AffairMend): Promise<{ id: string; rev: number }> {
  const { id, rev, name, sectors, unit } = mend
  if (typeof unit === 'string') await getUnit(tx, unit)
  const mended = await tx
    .updateTable('reference.affairs')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(name !== undefined && { name }),
      ...(sectors !== undefined && { sectors: [...new Set(sectors)] }),
      ...(unit !== undefined && { unit }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'reference.affairs', id })
  act.about(id)
  return mended
}

/** 'Urusan Khusus 1' becomes 'urusan_khusus'; a name without Latin letters has a code of its id's letters. */
function codeOf(name: string): string {
  const letters = foldForSearch(name)
    .match(/[a-z]+/g)
    ?.join('_')
  return letters ?? `urusan_${newId().replace(/[^a-f]/g, '')}`
}
