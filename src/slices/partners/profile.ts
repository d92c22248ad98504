import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { citeSource } from '../sources/commands.ts'
import type { ProfileKind } from './model.ts'
import { whyUntouched } from './untouched.ts'

type Acting = { tx: Tx; act: Act }

interface Stated {
  number?: number | null | undefined
  moreThan?: boolean | undefined
  words?: string | null | undefined
  year?: number | null | undefined
}

export interface NewProfileFact extends Stated {
  partner: string
  kind: ProfileKind
  occurredOn: string
  source?: string | undefined
}

/** Writes a statement; whoever calls holds the partner and names the act's subject. */
export async function writeFact(tx: Tx, fact: NewProfileFact): Promise<{ id: string }> {
  const id = newId()
  const { partner, kind, occurredOn, number, moreThan, words, year, source } = fact
  refuseEmpty(kind, { number, words })
  await tx
    .insertInto('partners.profile_facts')
    .values({
      id,
      partner,
      kind,
      occurred_on: occurredOn,
      number: number ?? null,
      more_than: moreThan ?? false,
      words: words ?? null,
      year: year ?? null,
    })
    .execute()
  if (source !== undefined) await citeSource({ tx }, { subject: id, field: fieldOf(kind), source, saidOn: occurredOn })
  return { id }
}

export type FactMend = Stated & { id: string; rev: number; occurredOn?: string | undefined }

/** Corrects a dated statement. Null empties a value, an absent one stays. */
export async function mendFact({ tx, act }: Acting, mend: FactMend): Promise<{ id: string; rev: number }> {
  const { id, rev, number, moreThan, words, year, occurredOn } = mend
  const row = await tx
    .selectFrom('partners.profile_facts')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  const now = { number: number === undefined ? row.number : number, words: words === undefined ? row.words : words }
  refuseEmpty(row.kind as ProfileKind, now)
  const mended = await tx
    .updateTable('partners.profile_facts')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(number !== undefined && { number }),
      ...(moreThan !== undefined && { more_than: moreThan }),
      ...(words !== undefined && { words }),
      ...(year !== undefined && { year }),
      ...(occurredOn !== undefined && { occurred_on: occurredOn }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'partners.profile_facts', id, rev })
  act.about(row.partner)
  return { id, rev: mended.rev }
}

/** Removes a statement that was entered by mistake. */
export async function dropFact({ tx, act }: Acting, { id, rev }: { id: string; rev: number }): Promise<{ id: string }> {
  const dropped = await tx
    .deleteFrom('partners.profile_facts')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'partner'])
    .executeTakeFirst()
  if (dropped === undefined) throw await whyUntouched(tx, { table: 'partners.profile_facts', id, rev })
  act.about(dropped.partner)
  return { id }
}

/** Which value of a statement its source speaks of. */
const fieldOf = (kind: ProfileKind) => (isCounted(kind) ? 'number' : 'words')

const isCounted = (kind: ProfileKind) => kind === 'countries_worked_with' || kind === 'countries_targeted'

function refuseEmpty(kind: ProfileKind, { number, words }: Pick<Stated, 'number' | 'words'>): void {
  if (isCounted(kind) && (number === null || number === undefined)) throw fieldFailure('number', 'required')
  if (!isCounted(kind) && !words) throw fieldFailure('words', 'required')
}
