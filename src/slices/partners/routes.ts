import { read, readCopied, write, type Call, type Route } from '../../platform/call.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import * as countries from './country-facts.ts'
import * as publication from './country-facts-publication.ts'
import * as people from './people.ts'
import * as profile from './profile.ts'
import { partnersFile } from './list-file.ts'
import * as finds from './queries.ts'
import * as same from './same.ts'
import * as search from './search.ts'
import { orNull, writeEntry } from './written.ts'

/** Told inside the act when the names of a partner changed: who keeps names of partners for searching makes them anew. */
export type AfterChange = (call: Pick<Call, 'tx'>, partner: string) => Promise<void>

export const routesWith = ({ afterChange }: { afterChange: AfterChange }): Route[] => [
  readCopied(contract.exportPartners, {
    of: 'region',
    file: (input, { on, language }) => partnersFile({ ...input, on }, language),
  }),
  read(contract.listPartners, async ({ tx }, input) => {
    const { rows, ...page } = await search.listPartners(tx, input)
    return { ...page, rows: rows.map(({ foundAs, ...entry }) => ({ ...writeEntry(entry), foundAs: orNull(foundAs) })) }
  }),
  read(contract.readPartner, async ({ tx, on }, { id }) => await finds.getPartner(tx, { id, on })),
  read(contract.proposeSame, async ({ tx }, input) => ({
    rows: (await search.proposeSame(tx, input)).map(({ likeness, ...entry }) => ({ ...writeEntry(entry), likeness })),
  })),
  write(contract.addPartner, async (call, input) => await does.enterPartner(call, input)),
  write(contract.mendPartner, async (call, input) => {
    const answer = await does.mendPartner(call, input)
    await afterChange(call, input.id)
    return answer
  }),
  write(contract.addAlias, async (call, input) => {
    const answer = await does.addAlias(call, input)
    await afterChange(call, input.id)
    return answer
  }),
  write(contract.dropAlias, async (call, input) => {
    const { id, partner } = await does.dropAlias(call, input)
    await afterChange(call, partner)
    return { id }
  }),
  write(contract.addPerson, async (call, { id, ...input }) => await does.addPerson(call, { ...input, partner: id })),
  write(contract.mendPerson, async (call, input) => await people.mendPerson(call, input)),
  write(contract.endPerson, async (call, input) => await people.mendPerson(call, input)),
  write(contract.addFact, async (call, { id, ...input }) => await does.addProfileFact(call, { ...input, partner: id })),
  write(contract.mendFact, async (call, input) => await profile.mendFact(call, input)),
  write(contract.dropFact, async (call, input) => await profile.dropFact(call, input)),
  write(contract.joinPartners, async (call, input) => {
    const answer = await same.joinPartners(call, input)
    await afterChange(call, input.sameAs)
    return answer
  }),
  write(contract.separatePartners, async (call, input) => {
    const { kept, ...answer } = await same.separatePartners(call, input)
    for (const each of [input.id, kept]) await afterChange(call, each)
    return answer
  }),
  read(contract.listCountries, async ({ tx }) => ({ rows: await finds.listCountries(tx) })),
  write(contract.addCountryFact, async (call, { sure, ...input }) => {
    return await countries.enterCountryFact({ ...call, sure }, input)
  }),
  write(contract.mendCountryFact, async (call, { sure, ...input }) => {
    return await countries.mendCountryFact({ ...call, sure }, input)
  }),
  write(contract.voidCountryFact, async (call, input) => await countries.voidCountryFact(call, input)),
  write(contract.publishCountry, async (call, input) => await publication.publishCountry(call, input)),
  write(contract.withdrawCountry, async (call, input) => await publication.withdrawCountry(call, input)),
]
