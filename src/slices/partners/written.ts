import type { PartnerEntry, PartnerRecord } from './model.ts'

/** The contract writes null for what is not known. */
export const orNull = <Value>(value: Value | undefined): Value | null => value ?? null

/** A partner as the contract writes it: what is not known is null. */
export function writeEntry({ kind, tier, nativeName, nativeLang, country, names, ...entry }: PartnerEntry) {
  return {
    ...entry,
    names: names ?? {},
    kind: orNull(kind),
    tier: orNull(tier),
    nativeName: orNull(nativeName),
    nativeLang: orNull(nativeLang),
    country: orNull(country),
  }
}

/** The same with everything that is recorded about it. */
export function writeRecord({ aliases, people: holders, facts, merged, ...entry }: PartnerRecord) {
  return {
    ...writeEntry(entry),
    aliases: aliases.map((alias) => ({ ...alias, lang: orNull(alias.lang) })),
    people: holders.map((person) => ({
      ...person,
      nameLang: orNull(person.nameLang),
      fromOn: orNull(person.fromOn),
      toOn: orNull(person.toOn),
    })),
    facts: facts.map((fact) => ({
      ...fact,
      number: orNull(fact.number),
      words: orNull(fact.words),
      year: orNull(fact.year),
    })),
    merged: merged.map((each) => ({ ...each, reason: orNull(each.reason) })),
  }
}
