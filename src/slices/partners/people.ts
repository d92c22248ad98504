import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf, lastDayOf } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { citeSource } from '../sources/commands.ts'
import { isNativeScript } from './model.ts'
import { whyUntouched } from './untouched.ts'

type Acting = { tx: Tx; act: Act }

export interface NewPerson {
  partner: string
  givenName?: string | undefined
  familyName?: string | undefined
  nameLang?: string | null | undefined
  office: string
  fromOn?: string | null | undefined
  toOn?: string | null | undefined
  seenOn: string
  /** Asked for where the name is in Chinese, Japanese or Korean letters. */
  source?: string | undefined
}

/** Writes a person; whoever calls holds the partner and names the act's subject. */
export async function writePerson(tx: Tx, person: NewPerson): Promise<{ id: string }> {
  const id = newId()
  const { partner, givenName = '', familyName = '', nameLang, office, fromOn, toOn, seenOn, source } = person
  const names = { givenName, familyName }
  refuseNameless(names)
  refuseBackwards({ fromOn, toOn })
  if (isInNativeScript(names) && source === undefined) throw fieldFailure('source', 'required')
  await tx
    .insertInto('partners.people')
    .values({
      id,
      partner,
      given_name: givenName,
      family_name: familyName,
      name_lang: nameLang ?? null,
      office,
      from_on: fromOn ?? null,
      to_on: toOn ?? null,
      seen_on: seenOn,
    })
    .execute()
  if (source !== undefined) await citeSource({ tx }, { subject: id, field: 'name', source, saidOn: seenOn })
  return { id }
}

export type PersonMend = { id: string; rev: number } & {
  [Value in keyof Omit<NewPerson, 'partner'>]?: NewPerson[Value] | undefined
}

/** Corrects a name, an office or its term. Null empties a value, an absent one stays. */
export async function mendPerson({ tx, act }: Acting, mend: PersonMend): Promise<{ id: string; rev: number }> {
  const { id, rev, givenName, familyName, nameLang, office, fromOn, toOn, seenOn, source } = mend
  const row = await lockPerson(tx, id)
  const names = { givenName: givenName ?? row.given_name, familyName: familyName ?? row.family_name }
  refuseNameless(names)
  refuseBackwards({ fromOn: fromOn === undefined ? row.from_on : fromOn, toOn: toOn === undefined ? row.to_on : toOn })
  const isNew = [givenName, familyName].some((name) => name !== undefined && isNativeScript(name))
  if (isNew && source === undefined) throw fieldFailure('source', 'required')
  const mended = await tx
    .updateTable('partners.people')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(givenName !== undefined && { given_name: givenName }),
      ...(familyName !== undefined && { family_name: familyName }),
      ...(nameLang !== undefined && { name_lang: nameLang }),
      ...(office !== undefined && { office }),
      ...(fromOn !== undefined && { from_on: fromOn }),
      ...(toOn !== undefined && { to_on: toOn }),
      ...(seenOn !== undefined && { seen_on: seenOn }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'partners.people', id, rev })
  if (source !== undefined)
    await citeSource({ tx }, { subject: id, field: 'name', source, saidOn: seenOn ?? row.seen_on })
  act.about(row.partner)
  return { id, rev: mended.rev }
}

async function lockPerson(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('partners.people')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}

type Names = { givenName: string; familyName: string }

const isInNativeScript = ({ givenName, familyName }: Names) => isNativeScript(givenName + familyName)

function refuseNameless({ givenName, familyName }: Names): void {
  if (givenName === '' && familyName === '') throw fieldFailure('givenName', 'required')
}

function refuseBackwards({ fromOn, toOn }: { fromOn: string | null | undefined; toOn: string | null | undefined }) {
  if (fromOn && toOn && lastDayOf(toOn) < firstDayOf(fromOn)) throw fieldFailure('toOn', 'wrong_order')
}
