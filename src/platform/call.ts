import type { z } from 'zod'
import type { DateText } from '../shared/dates.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import type { Language } from '../shared/languages.ts'
import type { Role } from '../shared/permissions.ts'
import type { Act } from './act.ts'
import type { Database, Entered, Fixed, Tx } from './database.ts'

/** Who is asking, taken from the session and from nowhere else. */
export interface Who {
  session: string
  account: string
  tenant: string
  membership: string
  role: Role
  unit: string | undefined
  name: string
  language: Language
}

/** What a reading endpoint is handed. `on` is the visitor's demonstration date, else today in the region's zone. */
export interface Reading {
  tx: Tx
  /** For what stands outside the region's transaction: accounts, the register of a province. */
  database: Database
  who: Who
  on: DateText
  language: Language
}

/** What an acting endpoint is handed: the same, inside the transaction of its act. */
export interface Call extends Reading {
  act: Act
}

/** What an endpoint without a region's transaction is handed: the register across a province, the own session. */
export interface OpenCall {
  database: Database
  who: Who
  on: DateText
  language: Language
}

/** A reading endpoint that is one function in SQL: session, region and row come in one trip. */
interface AtOnce<Input, Row> {
  /** Its first parameter is the hash of the session's token, then come these. It asks nothing of clock.at(). */
  statement: Fixed<Entered<Row>>
  parameters(input: Input): unknown[]
  answer(found: Row | null, call: Omit<Reading, 'tx' | 'database'>): unknown
}

export type Route =
  | { kind: 'at once'; endpoint: Endpoint; read: AtOnce<never, never> }
  | { kind: 'read'; endpoint: Endpoint; handle: (call: Reading, input: never) => Promise<unknown> }
  | { kind: 'write'; endpoint: Endpoint; handle: (call: Call, input: never) => Promise<unknown> }
  | { kind: 'open'; endpoint: Endpoint; handle: (call: OpenCall, input: never) => Promise<unknown> }

/** A reading route: one read-only transaction in the caller's region. */
export function read<I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O, 'GET'>,
  handle: (call: Reading, input: z.output<I>) => Promise<z.input<O>>,
): Route {
  return { kind: 'read', endpoint, handle }
}

/** A reading route in one trip, for at most five reads of every page: the others go the ordinary way (`read`). */
export function readAtOnce<I extends z.ZodType, O extends z.ZodType, Row>(
  endpoint: Endpoint<I, O, 'GET'>,
  read: AtOnce<z.output<I>, Row>,
): Route {
  return { kind: 'at once', endpoint, read: read as never }
}

/** An acting route: one transaction under the caller's act. */
export function write<I extends z.ZodType<{ act: string }>, O extends z.ZodType>(
  endpoint: Endpoint<I, O, 'POST'>,
  handle: (call: Call, input: z.output<I>) => Promise<z.input<O>>,
): Route {
  return { kind: 'write', endpoint, handle }
}

/** A route that needs no region's rows. */
export function open<I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  handle: (call: OpenCall, input: z.output<I>) => Promise<z.input<O>>,
): Route {
  return { kind: 'open', endpoint, handle }
}
