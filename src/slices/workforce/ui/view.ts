import type { z } from 'zod'
import type { listCohorts, listRequests, readCohort, readOverview } from '../contract.ts'

export type CohortView = z.output<typeof readCohort.output>
export type CohortRow = z.output<typeof listCohorts.output>['rows'][number]
export type RequestRow = z.output<typeof listRequests.output>['rows'][number]
export type Overview = z.output<typeof readOverview.output>
export type CountView = CohortView['history'][number]
