import type { z } from 'zod'
import { type Call, read, write, type Route } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import type { Endpoint } from '../../shared/endpoint.ts'
import { type Change, Failure } from '../../shared/failure.ts'
import { addAffair, mendAffair } from './affairs.ts'
import { checkTable } from './checking.ts'
import { may } from '../../shared/permissions.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import * as foreign from './foreign-holidays.ts'
import * as holidays from './holidays.ts'
import * as finds from './queries.ts'

/** What changed in a row since a revision: the ledger knows, and the ledger stands above this slice. */
export type ChangesSince = (tx: Tx, seen: { row: string; rev: number }) => Promise<Change[]>

type Mend = z.ZodType<{ act: string; id: string; rev: number }>

export function routesWith({ changesSince }: { changesSince: ChangesSince }): Route[] {
  /** An acting route over one row: when somebody was faster, what changed since is told. */
  const mending = <I extends Mend, O extends z.ZodType>(
    endpoint: Endpoint<I, O, 'POST'>,
    handle: (call: Call, input: z.output<I>) => Promise<z.input<O>>,
  ): Route =>
    write(endpoint, async (call, input) => {
      try {
        return await handle(call, input)
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'stale') throw error
        throw new Failure('stale', { changes: await changesSince(call.tx, { row: input.id, rev: input.rev }) })
      }
    })
  return [
    read(contract.readRegion, async ({ tx }) => {
      const { code, name, tier, zone, cutiBersamaCounts, rev } = await finds.getRegion(tx)
      return { code, name, tier: tier as never, zone: zone as never, cutiBersamaCounts, rev }
    }),
    write(contract.mendRegion, async (call, input) => await does.mendRegion(call, input)),
    read(contract.listHolidays, async ({ tx }, { year }) => ({
      rows: await finds.listHolidays(tx, year),
      years: await finds.listHolidayYears(tx),
    })),
    write(contract.addHoliday, async (call, input) => await holidays.addHoliday(call, input)),
    mending(contract.mendHoliday, holidays.mendHoliday),
    mending(contract.removeHoliday, holidays.removeHoliday),
    write(contract.mendHolidayYear, async (call, input) => await holidays.mendHolidayYear(call, input)),
    write(contract.importHolidays, async (call, input) => await holidays.importHolidays(call, input)),
    read(contract.readDay, async ({ tx }, { day, countries }) => ({
      countries: await finds.holidaysOn(tx, day, ['ID', ...countries]),
      zone: (await finds.getRegion(tx)).zone as never,
    })),
    read(contract.listForeignHolidays, async ({ tx }, asked) => ({
      rows: await foreign.listForeignHolidays(tx, asked),
    })),
    write(contract.setForeignHoliday, async (call, input) => await foreign.setForeignHoliday(call, input)),
    mending(contract.restoreForeignHoliday, foreign.restoreForeignHoliday),
    write(contract.checkTable, async (call, input) => await checkTable(call, input)),
    read(contract.listAffairs, async ({ tx }) => ({ rows: await finds.listAffairs(tx) })),
    write(contract.addAffair, async (call, input) => await addAffair(call, input)),
    mending(contract.mendAffair, mendAffair),
    read(contract.listUnits, async ({ tx, who }) => {
      const isAdmin = may(who.role, 'reference.administer')
      const rows = await finds.listUnits(tx)
      return { rows: rows.map(({ mail, ...row }) => (isAdmin ? { ...row, mail } : row)) }
    }),
    write(contract.addUnit, async (call, input) => await does.addUnit(call, input)),
    mending(contract.mendUnit, does.mendUnit),
    mending(contract.removeUnit, does.removeUnit),
    read(contract.listOfficials, async ({ tx }) => ({ rows: await finds.listOfficials(tx) })),
    write(contract.addOfficial, async (call, input) => await does.addOfficial(call, input)),
    mending(contract.mendOfficial, does.mendOfficial),
    mending(contract.endTerm, does.endTerm),
  ]
}
