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

/** Adds an affair; its code is made of its name and stays when the name is mended. A name that is there is `taken`. */
export async function addAffair({ tx, act }: Acting, affair: NewAffair): Promise<{ id: string; rev: number }> {
  const { name, heading, sectors = [], unit } = affair
  if (unit !== undefined) await getUnit(tx, unit)
  const there = await tx.selectFrom('reference.affairs').select(['code', 'name']).execute()
  if (there.length >= limit) throw new Failure('too_large')
  const folded = foldForSearch(name)
  if (there.some((other) => foldForSearch(other.name) === folded)) throw fieldFailure('name', 'taken')
  const id = newId()
  const made = codeOf(folded)
  const code = made === '' || there.some((other) => other.code === made) ? `${made || 'urusan'}_${lettersOf(id)}` : made
  const added = await tx
    .insertInto('reference.affairs')
    .values({ id, code, name, heading, sectors: [...new Set(sectors)], unit: unit ?? null })
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

/** 'Urusan Khusus 1' becomes 'urusan_khusus'; empty for a name without Latin letters. */
const codeOf = (folded: string) => (folded.match(/[a-z]+/g) ?? []).join('_')

/** The end of an id in letters, for codes that would else be the same: a code has letters only. */
const lettersOf = (id: string) => id.slice(-12).replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
