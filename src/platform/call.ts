import type { z } from 'zod'
import type { DateText } from '../shared/dates.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import type { Language } from '../shared/languages.ts'
import type { Role } from '../shared/permissions.ts'
import type { Act } from './act.ts'
import type { CsvFile } from './copy.ts'
import type { Database, Entered, Fixed, Tx } from './database.ts'
import type { Download } from './download.ts'
import type { ListFile } from './list-file.ts'
import type { Received, Store } from './store.ts'
import type { Uploaded } from './upload.ts'

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
  /** The bytes of files. Keeping some twice, or for an act that then fails, does no harm. */
  store: Store
  /** Whether mail leaves this installation; otherwise it is kept as files that only its operator reads. */
  sendsMail: boolean
  who: Who
  on: DateText
  /** Whether the visitor chose the day (demonstration only). */
  chosen: boolean
  language: Language
}

/** What an acting endpoint is handed: the same, inside the transaction of its act, and nothing outside of it. */
export interface Call extends Omit<Reading, 'database' | 'chosen'> {
  act: Act
}

/** What an acting endpoint is handed that must write outside its transaction too. */
export interface CallBeyond extends Call {
  database: Database
}

/** What an endpoint without a region's transaction is handed: the register across a province, the own session. */
export interface OpenCall {
  database: Database
  store: Store
  sendsMail: boolean
  who: Who
  on: DateText
  /** Whether the visitor chose the day (demonstration only). */
  chosen: boolean
  language: Language
}

/** A reading endpoint that is one function in SQL: session, region and row come in one trip. */
interface AtOnce<Input, Row> {
  /** Its first parameter is the hash of the session's token, then come these. It asks nothing of clock.at(). */
  statement: Fixed<Entered<Row>>
  parameters(input: Input): unknown[]
  answer(found: Row | null, call: Pick<Reading, 'who' | 'on' | 'language'>): unknown
}

/** A list of many rows whose answer the database writes: JSON text that names its columns, checked in tests. */
interface Written<Input> {
  /** Read as the oversight role. Its parameters after the hash of the token: `at` of the visit, then these. */
  statement: Fixed<Entered<string>>
  parameters(input: Input): unknown[]
}

/** A list as a CSV file that the database writes while it is sent. */
export interface Copied<Input> {
  /** Whose rows: of the caller's region, or the register of her province. */
  of: 'region' | 'province'
  /** Refuses what is not there, before anything is written: a file without rows would say that it is. */
  look?(tx: Tx, input: Input, call: { on: DateText }): Promise<unknown>
  /** `chosen`: somebody looks at another day than today. */
  file(input: Input, call: { on: DateText; language: Language; chosen: boolean }): CsvFile
}

interface Writer {
  kind: 'write'
  endpoint: Endpoint
  /** Whether its work stays in the transaction of its act. What reaches beyond begins only when the act is known as new. */
  reach: 'inside' | 'beyond'
  handle(call: CallBeyond, input: never): Promise<unknown>
  upload?: Upload
}

/** What an act whose body is a file does before its transaction: looks at what came in, or refuses it. */
export interface Upload {
  /** Bytes. */
  most: number
  /** `instead`: the bytes that are kept of it, where they are not those that came. */
  look(received: Received, input: never): Promise<{ instead?: Uint8Array | undefined }>
}

export type Route =
  | { kind: 'at once'; endpoint: Endpoint; read: AtOnce<never, never> }
  | { kind: 'overseen'; endpoint: Endpoint; read: Written<never> }
  | { kind: 'copied'; endpoint: Endpoint; copied: Copied<never> }
  | { kind: 'listed'; endpoint: Endpoint; list: (call: Reading, input: never) => Promise<ListFile> }
  | { kind: 'read'; endpoint: Endpoint; handle: (call: Reading, input: never) => Promise<unknown> }
  | Writer
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

/** The register of the caller's province in one trip; its answer goes out as the database wrote it. */
export function readOverseen<I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O, 'GET'>,
  read: Written<z.output<I>>,
): Route {
  return { kind: 'overseen', endpoint, read: read as never }
}

/** A reading route whose answer is a list as CSV, streamed as the database writes it. */
export function readCopied<I extends z.ZodType>(
  endpoint: Endpoint<I, z.ZodType, 'GET'>,
  copied: Copied<z.output<I>>,
): Route {
  return { kind: 'copied', endpoint, copied: copied as never }
}

/**
 * A reading route whose answer is a list as a file, for lists whose rows are not one statement: it reads what the page
 * of the list reads, and is bounded (platform/list-file.ts).
 */
export function readListed<I extends z.ZodType>(
  endpoint: Endpoint<I, z.ZodType, 'GET'>,
  list: (call: Reading, input: z.output<I>) => Promise<ListFile>,
): Route {
  return { kind: 'listed', endpoint, list: list as never }
}

/** An acting route: one transaction under the caller's act. */
export function write<I extends z.ZodType<{ act: string }>, O extends z.ZodType>(
  endpoint: Endpoint<I, O, 'POST'>,
  handle: (call: Call, input: z.output<I>) => Promise<z.input<O>>,
): Route {
  return { kind: 'write', endpoint, reach: 'inside', handle }
}

/** An acting route whose work also stands outside the transaction (accounts): what it does there it must stand twice. */
export function writeBeyond<I extends z.ZodType<{ act: string }>, O extends z.ZodType>(
  endpoint: Endpoint<I, O, 'POST'>,
  handle: (call: CallBeyond, input: z.output<I>) => Promise<z.input<O>>,
): Route {
  return { kind: 'write', endpoint, reach: 'beyond', handle }
}

/** An acting route whose body is a file: it is received and looked at first, then one transaction under the act. */
export function upload<I extends z.ZodType<{ act: string }>, O extends z.ZodType, Looked extends object>(
  endpoint: Endpoint<I, O, 'POST'>,
  {
    most,
    look,
    handle,
  }: {
    most: number
    look: (received: Received, input: z.output<I>) => Promise<Looked>
    handle: (call: Call, input: Uploaded<I, Looked>) => Promise<z.input<O>>
  },
): Route {
  return { kind: 'write', endpoint, reach: 'inside', handle, upload: { most, look } }
}

/** A reading route whose answer is a file. */
export function download<I extends z.ZodType>(
  endpoint: Endpoint<I, z.ZodType, 'GET'>,
  handle: (call: Reading, input: z.output<I>) => Promise<Download>,
): Route {
  return { kind: 'read', endpoint, handle }
}

/** A route that needs no region's rows. */
export function open<I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  handle: (call: OpenCall, input: z.output<I>) => Promise<z.input<O>>,
): Route {
  return { kind: 'open', endpoint, handle }
}
