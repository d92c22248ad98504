import type { z } from 'zod'
import type { listExchanges, readExchange } from '../contract.ts'

/** What the endpoints answer, as the screen holds it. */
export type ExchangeView = z.output<typeof readExchange.output>
export type ExchangeRow = z.output<typeof listExchanges.output>['rows'][number]
export type AppliedView = ExchangeView['applied'][number]
