import { read, readListed, write, type Route } from '../../platform/call.ts'
import { getRegion } from '../reference/queries.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { cohortsFile, requestsFile } from './list-file.ts'
import * as names from './names.ts'
import { findOverviewState, listCoverage, listFigures, listStandingLines, schemesOn } from './overview-queries.ts'
import * as finds from './cohort-queries.ts'

export const routes: Route[] = [
  read(contract.readOverview, async ({ tx, on }, { per = on }) => {
    const used = await finds.countByScheme(tx)
    const schemes = schemesOn(await listStandingLines(tx), per).map((scheme) => ({
      ...scheme,
      lines: scheme.lines.slice(0, 50),
      cohorts: used.get(scheme.scheme) ?? 0,
    }))
    return {
      schemes,
      figures: await listFigures(tx),
      coverage: await listCoverage(tx, per),
      region: (await getRegion(tx)).slug,
      ...(await findOverviewState(tx)),
    }
  }),
  read(
    contract.listCohorts,
    async ({ tx, on }, { per = on, ...input }) => await finds.listCohorts(tx, { ...input, on: per }),
  ),
  readListed(contract.exportCohorts, async (call, input) => await cohortsFile(call, input)),
  read(
    contract.readCohort,
    async ({ tx, on, who }, { slug, per = on }) => await finds.getCohort(tx, { slug, on: per, who }),
  ),
  write(contract.addCohort, async (call, input) => await does.addCohort(call, input)),
  write(contract.mendCohort, async (call, input) => await does.mendCohort(call, input)),
  write(contract.addCount, async (call, input) => await does.addCount(call, input)),
  write(contract.voidCount, async (call, input) => await does.voidCount(call, input)),
  write(contract.addCost, async (call, input) => await does.addCost(call, input)),
  write(contract.dropCost, async (call, input) => await does.dropCost(call, input)),
  read(contract.listNames, async (call, { id }) => ({ rows: await names.listNames(call, id) })),
  write(contract.addName, async (call, input) => await does.addName(call, input)),
  write(contract.mendName, async (call, input) => await does.mendName(call, input)),
  write(contract.dropName, async (call, input) => await does.dropName(call, input)),
  read(contract.listRequests, async ({ tx, who }, input) => await finds.listRequests(tx, { ...input, who })),
  readListed(contract.exportRequests, async (call, input) => await requestsFile(call, input)),
  write(contract.addRequest, async (call, input) => await does.addRequest(call, input)),
  write(contract.mendRequest, async (call, input) => await does.mendRequest(call, input)),
  write(contract.dropRequest, async (call, input) => await does.dropRequest(call, input)),
  write(contract.addStanding, async (call, input) => await does.addStanding(call, input)),
  write(contract.voidStanding, async (call, input) => await does.voidStanding(call, input)),
  write(contract.addFigure, async (call, input) => await does.addFigure(call, input)),
  write(contract.voidFigure, async (call, input) => await does.voidFigure(call, input)),
  write(contract.publishCohort, async (call, input) => await does.publishCohort(call, input)),
  write(contract.withdrawCohort, async (call, input) => await does.withdrawCohort(call, input)),
  write(contract.publishOverview, async (call) => await does.publishOverview(call)),
  write(contract.withdrawOverview, async (call) => await does.withdrawOverview(call)),
]
