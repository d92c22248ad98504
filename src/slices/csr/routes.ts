import { open, read, readListed, write, type Route } from '../../platform/call.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { needsFile } from './list-file.ts'
import { readProposals } from './proposals.ts'
import * as finds from './queries.ts'

export const routes: Route[] = [
  read(contract.listNeeds, async ({ tx, on }, input) => await finds.listNeeds(tx, { ...input, on })),
  readListed(contract.exportNeeds, async (call, input) => await needsFile(call, input)),
  read(contract.readNeed, async ({ tx, who }, { slug }) => await finds.readNeed(tx, { slug, who })),
  write(contract.addNeed, async (call, input) => await does.addNeed(call, input)),
  write(contract.mendNeed, async (call, input) => await does.mendNeed(call, input)),
  write(contract.moveNeed, async (call, input) => await does.moveNeed(call, input)),
  write(contract.matchNeed, async (call, input) => await does.matchNeed(call, input)),
  write(contract.endMatch, async (call, input) => await does.endMatch(call, input)),
  write(contract.reportRealisation, async (call, { id, ...input }) => {
    return await does.reportRealisation(call, { id, ...input, wordsLang: call.language })
  }),
  write(contract.voidRealisation, async (call, input) => await does.voidRealisation(call, input)),
  write(contract.shareWithVillage, async (call, input) => await does.shareWithVillage(call, input)),
  write(contract.shareWithCompany, async (call, input) => await does.shareWithCompany(call, input)),
  write(contract.publishNeed, async (call, input) => await does.publishNeed(call, input)),
  write(contract.withdrawNeed, async (call, input) => await does.withdrawNeed(call, input)),
  open(contract.readProposals, async (call, input) => await readProposals(call, input)),
  read(contract.listOffers, async ({ tx, on }, { open: isOpen, ...input }) => {
    return await finds.listOffers(tx, { ...input, on, open: isOpen === '1' })
  }),
  write(contract.addOffer, async (call, input) => await does.addOffer(call, input)),
  write(contract.mendOffer, async (call, input) => await does.mendOffer(call, input)),
  write(contract.endOffer, async (call, input) => await does.endOffer(call, input)),
  read(contract.listCompanies, async ({ tx, on }, { year }) => await finds.listCompanies(tx, { on, year })),
  read(contract.readCompany, async ({ tx, on }, input) => {
    const { names: _, ...company } = await finds.readCompany(tx, { ...input, on })
    return { ...company, published: await finds.findCompanyPublication(tx, company) }
  }),
  write(contract.publishCompany, async (call, input) => await does.publishCompany(call, input)),
  write(contract.withdrawCompany, async (call, input) => await does.withdrawCompany(call, input)),
]
