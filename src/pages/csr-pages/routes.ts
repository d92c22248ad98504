import { read, readListed, type Route } from '../../platform/call.ts'
import { listPointsOfTheme } from '../../slices/agenda/queries.ts'
import { companyYearFile, findBeside } from './beside.ts'
import { exportCompany, listDiscussed, readBeside } from './contract.ts'

export const routes: Route[] = [
  read(listDiscussed, async ({ tx, on }) => ({ rows: await listPointsOfTheme(tx, { theme: 'csr_tjsl', on }) })),
  read(readBeside, async (call, asked) => await findBeside(call, asked)),
  readListed(exportCompany, async (call, asked) => await companyYearFile(call, asked)),
]
