import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Named } from '../../shared/names.ts'
import type { ProfileKind } from './model.ts'

type Acting = { tx: Tx; act: Act }

export interface NewPartner extends Named {
  slug: string
  kind?: string | undefined
  nativeName?: string | undefined
  nativeLang?: string | undefined
  country?: string | undefined
}

/** Adds a partner of the region. A kind may be missing until somebody knows it. */
export async function addPartner({ tx, act }: Acting, partner: NewPartner): Promise<{ id: string }> {
  const id = newId()
  const { slug, name, names, kind, nativeName, nativeLang, country } = partner
  await tx
    .insertInto('partners.partners')
    .values({
      id,
      slug,
      name,
      names: { ...names },
      kind: kind ?? null,
      native_name: nativeName ?? null,
      native_lang: nativeLang ?? null,
      country: country ?? null,
    })
    .execute()
  act.about(id)
  return { id }
}

export interface NewPerson {
  partner: string
  givenName: string
  familyName: string
  nameLang?: string
  office: string
  seenOn: string
}

/** Records who holds an office at a partner. */
export async function addPerson({ tx, act }: Acting, person: NewPerson): Promise<{ id: string }> {
  const id = newId()
  const { partner, givenName, familyName, nameLang, office, seenOn } = person
  await tx
    .insertInto('partners.people')
    .values({
      id,
      partner,
      given_name: givenName,
      family_name: familyName,
      name_lang: nameLang ?? null,
      office,
      seen_on: seenOn,
    })
    .execute()
  act.about(partner)
  return { id }
}

export interface NewProfileFact {
  partner: string
  kind: ProfileKind
  occurredOn: string
  number?: number
  moreThan?: boolean
  words?: string
  year?: number
}

/** Records a dated statement about a partner. */
export async function addProfileFact({ tx, act }: Acting, fact: NewProfileFact): Promise<{ id: string }> {
  const id = newId()
  const { partner, kind, occurredOn, number, moreThan, words, year } = fact
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
  act.about(partner)
  return { id }
}
