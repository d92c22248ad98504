import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { holderOn, isOffice, type Official } from '../reference/model.ts'
import { listOfficials } from '../reference/queries.ts'
import type * as contract from './contract.ts'

type Signatory = NonNullable<z.output<typeof contract.recordText.input>['signatories']>[number]

/** A signatory who did not hold the office in full that day (UU 30/2014 Ps 14): told, never refused. */
export interface Warning {
  path: string
  capacity: Official['capacity']
}

/**
 * Writes who signed a text, in place of those that were there; left out, they stay. The region's side is known by
 * office and day: who held it then, and in which capacity.
 */
export async function writeSignatories(
  tx: Tx,
  { text, signatories, on }: { text: string; signatories: readonly Signatory[] | undefined; on: string },
): Promise<Warning[]> {
  if (signatories === undefined) return []
  await tx.deleteFrom('relations.signatories').where('text', '=', text).execute()
  const officials = signatories.some(({ side }) => side === 'region') ? await listOfficials(tx) : []
  const warnings: Warning[] = []
  for (const [index, signatory] of signatories.entries()) {
    const path = `signatories.${index}`
    const known = await resolve(tx, { signatory, officials, on: firstDayOf(on), path })
    if (known.capacity !== undefined && known.capacity !== 'definitif')
      warnings.push({ path, capacity: known.capacity })
    await tx
      .insertInto('relations.signatories')
      .values({
        id: newId(),
        text,
        side: signatory.side,
        position: index + 1,
        official: known.official ?? null,
        person: signatory.side === 'partner' ? (signatory.person ?? null) : null,
        name: signatory.name ?? null,
        office: signatory.office ?? null,
        capacity: known.capacity ?? null,
      })
      .execute()
  }
  return warnings
}

interface Resolving {
  signatory: Signatory
  officials: readonly Official[]
  on: string
  path: string
}

async function resolve(tx: Tx, { signatory, officials, on, path }: Resolving) {
  const { side, official: asked, person, name, office, capacity } = signatory
  if (side === 'partner') {
    if (person !== undefined) await refuseForeignPerson(tx, person)
    else if (name === undefined) throw fieldFailure(path, 'required')
    return { official: undefined, capacity }
  }
  const named = officials.find(({ id }) => id === asked)
  if (asked !== undefined && named === undefined) throw new Failure('not_found')
  const of = named?.office ?? (isOffice(office) ? office : undefined)
  // The same person may have held the office in another capacity that day than in the term that was chosen.
  const pool = named === undefined ? officials : officials.filter((each) => each.name === named.name)
  const then = of === undefined || (named === undefined && name !== undefined) ? undefined : holderOn(pool, of, on)
  const official = then ?? named
  if (official === undefined && name === undefined) throw fieldFailure(path, 'required')
  return { official: official?.id, capacity: capacity ?? official?.capacity }
}

async function refuseForeignPerson(tx: Tx, person: string): Promise<void> {
  const row = await tx.selectFrom('partners.people').select('id').where('id', '=', person).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
}
