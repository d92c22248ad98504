import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { Failure, type FieldFault } from '../shared/failure.ts'
import { isPartialDate, type DateText } from '../shared/dates.ts'
import { formatDate, formatNumber } from '../shared/format.ts'
import { words } from '../shared/messages/words.gen.ts'
import { may } from '../shared/permissions.ts'
import { actOf, closeAct, findAct, hashOf, isKnownAct, openAct } from './act.ts'
import type { OpenCall, Route, Who } from './call.ts'
import type { Database, Entered, Tx } from './database.ts'
import type { Visits } from './visit.ts'
import { answerJson, answerText } from './answer.ts'
import { answerDownload, type Download } from './download.ts'
import { csvOf, eachOf, listedMost, listedRows, type ListFile } from './list-file.ts'
import type { Store } from './store.ts'
import {
  readAll,
  rowsMost,
  rowsOf,
  tableFormats,
  tableTypes,
  xlsxOf,
  type SetTable,
  type TableFormat,
} from './table-file.ts'
import { mustBeUpload, receiveUpload } from './upload.ts'

export interface ApiParts {
  routes: readonly Route[]
  database: Database
  store: Store
  sendsMail: boolean
  visits: Visits
  /** The person behind a request's cookie, or undefined. */
  whoIs(c: Context): Promise<Who | undefined>
  /** The hash under which the request's session is stored, and the person that identity.enter() found for it. */
  sessionHash(c: Context): Uint8Array | undefined
  whoOf(entered: unknown): Who | undefined
  /** Whether a posted request comes from our own pages. */
  isOwnOrigin(c: Context): boolean
  setTable: SetTable
}

/** Puts every endpoint on the app. The order is fixed: who → may → input → transaction → answer → output parsed. */
export function bindApi(app: Hono, parts: ApiParts): void {
  for (const route of parts.routes) {
    if (route.kind === 'at once' || route.kind === 'overseen') {
      app.get(route.endpoint.path, async (c) => await answerAtOnce(c, { parts, route }))
      continue
    }
    if (route.kind === 'copied' || route.kind === 'listed') {
      // One list, one endpoint: its file as CSV has the same as a workbook and on paper beside it.
      for (const format of tableFormats) {
        const path = route.endpoint.path.replace(/\.csv$/, `.${format}`)
        app.get(path, async (c) => await answerList(c, { parts, route, format }))
      }
      continue
    }
    app.on(route.endpoint.method, route.endpoint.path, async (c) => {
      const who = await parts.whoIs(c)
      if (who === undefined) throw new Failure('unsigned')
      if (!may(who.role, route.endpoint.allow)) throw new Failure('forbidden')
      if (route.endpoint.method !== 'GET' && !parts.isOwnOrigin(c)) throw new Failure('forbidden')
      const input = await readInput(c, { route, who, store: parts.store })
      const answer = await run(parts, { route, who, input, c })
      if (route.endpoint.gives !== undefined) return answerDownload(c, answer as Download)
      return await answerJson(c, route.endpoint.output.parse(answer))
    })
  }
}

type AtOnceRoute = Extract<Route, { kind: 'at once' | 'overseen' }>

/** The same order for a read in one trip: what was found is given only to somebody who is signed in and may have it. */
async function answerAtOnce(c: Context, { parts, route }: { parts: ApiParts; route: AtOnceRoute }): Promise<Response> {
  const { endpoint } = route
  const hash = parts.sessionHash(c)
  if (hash === undefined) throw new Failure('unsigned')
  const input = endpoint.input.safeParse({ ...c.req.query(), ...c.req.param() })
  const entered = input.success ? await enter(c, { parts, route, hash, input: input.data as never }) : undefined
  const who = input.success ? parts.whoOf(entered?.who) : await parts.whoIs(c)
  if (who === undefined) throw new Failure('unsigned')
  if (!may(who.role, endpoint.allow)) throw new Failure('forbidden')
  if (!input.success) throw invalidInput(input.error)
  if (route.kind === 'overseen') return await answerText(c, entered?.answer as string)
  const { on } = await parts.visits.of(c, who.tenant)
  const answer = route.read.answer((entered?.answer ?? null) as never, { who, on, language: who.language })
  return await answerJson(c, endpoint.output.parse(answer))
}

interface Entering {
  parts: ApiParts
  route: AtOnceRoute
  hash: Uint8Array
  input: never
}

async function enter(c: Context, { parts, route, hash, input }: Entering): Promise<Entered<unknown> | undefined> {
  const { statement } = route.read
  if (route.kind === 'at once') return await parts.database.entered(statement, [hash, ...route.read.parameters(input)])
  const { at } = await parts.visits.of(c)
  return await parts.database.overseen(statement, [hash, at ?? null, ...route.read.parameters(input)])
}

type ListRoute = Extract<Route, { kind: 'copied' | 'listed' }>

interface Listing<R extends ListRoute = ListRoute> {
  parts: ApiParts
  route: R
  format: TableFormat
}

interface Asked {
  who: Who
  hash: Uint8Array
  input: never
  on: DateText
  at: string | undefined
  chosen: boolean
}

/** A list as a file, behind the caller's own session. */
async function answerList(c: Context, { parts, route, format }: Listing): Promise<Response> {
  const [who, hash] = [await parts.whoIs(c), parts.sessionHash(c)]
  if (who === undefined || hash === undefined) throw new Failure('unsigned')
  if (!may(who.role, route.endpoint.allow)) throw new Failure('forbidden')
  const input = route.endpoint.input.safeParse({ ...c.req.query(), ...c.req.param() })
  if (!input.success) throw invalidInput(input.error)
  const asked = { who, hash, input: input.data as never, ...(await parts.visits.of(c, who.tenant)) }
  return route.kind === 'copied'
    ? await answerCopied(c, { parts, route, format }, asked)
    : await answerListed(c, { parts, route, format }, asked)
}

/** A list that the database writes while it is sent. */
async function answerCopied(
  c: Context,
  { parts, route: { copied }, format }: Listing<Extract<Route, { kind: 'copied' }>>,
  { who, hash, input, on, at, chosen }: Asked,
): Promise<Response> {
  const { language } = who
  const { look } = copied
  if (look !== undefined) {
    await parts.database.inTenant({ tenant: who.tenant, at }, (tx) => look(tx, input, { on }))
  }
  const most = rowsMost[format]
  const given = copied.file(input, { on, language, chosen })
  const more = words[language].table.more({ n: formatNumber(most, language) })
  const file = { ...given, more: format === 'csv' ? (given.more ?? more) : more }
  const found = { bytes: undefined, type: tableTypes[format], name: file.name.replace(/\.csv$/, `.${format}`) }
  // Nobody would read what is written for HEAD.
  if (c.req.method === 'HEAD') return answerDownload(c, { ...found, body: new Uint8Array() })
  const body = await parts.database.copied({ of: copied.of, hash, at, file, most, plain: format !== 'csv' })
  if (body === undefined) throw new Failure('unsigned')
  if (format === 'csv') return answerDownload(c, { ...found, body })
  // Some megabytes at most. Read at once, they hold no line to the database while a workbook is packed.
  const bytes = new Blob([await new Response(body).arrayBuffer()])
  if (format === 'xlsx') return answerDownload(c, { ...found, body: xlsxOf(rowsOf(bytes.stream()), file) })
  const { title = file.name.replace(/\.csv$/, '') } = file
  const made = await setOnPaper(parts, {
    file: { ...file, title },
    rows: await readAll(rowsOf(bytes.stream())),
    who,
    on,
  })
  return answerDownload(c, { ...found, body: made, bytes: made.length })
}

/** A list whose rows are made here, in one transaction like any read. */
async function answerListed(
  c: Context,
  { parts, route, format }: Listing<Extract<Route, { kind: 'listed' }>>,
  { who, input, on, at, chosen }: Asked,
): Promise<Response> {
  const { database, store, sendsMail } = parts
  const { language } = who
  const file = await database.inTenant(
    { tenant: who.tenant, at },
    async (tx) => await route.list({ tx, database, store, sendsMail, who, on, chosen, language }, input),
  )
  const found = { bytes: undefined, type: tableTypes[format], name: file.name.replace(/\.csv$/, `.${format}`) }
  if (c.req.method === 'HEAD') return answerDownload(c, { ...found, body: new Uint8Array() })
  const rows = listedRows(file, words[language].table.more({ n: formatNumber(listedMost, language) }))
  if (format === 'csv') return answerDownload(c, { ...found, body: csvOf(file.header, rows) })
  if (format === 'xlsx') return answerDownload(c, { ...found, body: xlsxOf(eachOf(rows), file) })
  const made = await setOnPaper(parts, { file, rows, who, on })
  return answerDownload(c, { ...found, body: made, bytes: made.length })
}

interface OnPaper {
  file: Pick<ListFile, 'title' | 'narrowed' | 'days' | 'numbers' | 'header'>
  rows: readonly (readonly string[])[]
  who: Who
  on: DateText
}

/** Title, whose list it is, what it is narrowed by, of which day; days and numbers as the reader writes them. */
async function setOnPaper(parts: ApiParts, { file, rows, who, on }: OnPaper): Promise<Uint8Array> {
  const { title, narrowed = [], header, days = [], numbers = [] } = file
  const { language, tenant } = who
  const region = await parts.database.inTenant({ tenant }, async (tx) => {
    const row = await tx.selectFrom('reference.regions').select('name').where('id', '=', tenant).executeTakeFirst()
    return row?.name ?? ''
  })
  const cell = (text: string, at: number) => {
    if (days.includes(at) && isPartialDate(text)) return formatDate(text, language, { short: true })
    return numbers.includes(at) && /^\d{1,15}$/.test(text) ? formatNumber(Number(text), language) : text
  }
  const day = words[language].table.on({ date: formatDate(on, language) })
  const foot = [region, title, day].filter((part) => part !== '').join(' · ')
  const under = [...(region === '' ? [] : [region]), ...narrowed, day]
  return await parts.setTable({ title, under, foot, on, header, rows: rows.map((row) => row.map(cell)), language })
}

interface Running {
  route: Exclude<Route, AtOnceRoute | ListRoute>
  who: Who
  input: unknown
  c: Context
}

async function run(parts: ApiParts, { route, who, input, c }: Running): Promise<unknown> {
  const { database, store, sendsMail } = parts
  const visit = await parts.visits.of(c, who.tenant)
  const base = { database, store, sendsMail, who, on: visit.on, chosen: visit.chosen, language: who.language }
  const tenancy = { tenant: who.tenant, at: visit.at }
  switch (route.kind) {
    case 'open':
      return await route.handle(base, input as never)
    case 'read':
      return await database.inTenant(tenancy, (tx) => route.handle({ ...base, tx }, input as never))
    case 'write': {
      const writing = { route, base, input: input as { act: string } }
      try {
        return await database.inTenant({ ...tenancy, write: true }, (tx) => writeUnderAct(tx, writing))
      } catch (error) {
        if (!isKnownAct(error) && !isLostConnection(error)) throw error
        return await storedAnswer(writing)
      }
    }
  }
}

interface Writing {
  route: Extract<Route, { kind: 'write' }>
  base: OpenCall
  input: { act: string }
}

const headerOf = ({ route, base, input }: Writing) => ({
  id: input.act,
  kind: 'person' as const,
  verb: route.endpoint.name,
  account: base.who.account,
  role: base.who.role,
  bodyHash: hashOf([route.endpoint.name, input]),
})

/**
 * The act is opened in one flight with the first statement of the work, and written in one flight with COMMIT: neither
 * is waited for here. A known act fails what was sent behind it; whatever the work then says, that is the reason.
 */
async function writeUnderAct(tx: Tx, { route, base, input }: Writing): Promise<unknown> {
  const opened = openAct(tx, input.act)
  opened.catch(() => {})
  const { act, note } = actOf(input.act)
  try {
    if (route.reach === 'beyond') await opened
    const answer = await route.handle({ ...base, tx, act }, input as never)
    await opened
    closeAct(tx, { ...headerOf({ route, base, input }), note, answer }).catch(() => {})
    return answer
  } catch (error) {
    await opened
    throw error
  }
}

/**
 * What the ledger holds under the act's id: the act is known, or the connection died around COMMIT and only the database
 * knows whether it happened.
 */
async function storedAnswer({ route, base, input }: Writing): Promise<unknown> {
  const { database, who } = base
  const { bodyHash, account } = headerOf({ route, base, input })
  const known = await database.inTenant({ tenant: who.tenant }, (tx) => findAct(tx, input.act)).catch(() => undefined)
  if (known === undefined) throw new Failure('unavailable')
  if (known.bodyHash !== bodyHash || known.account !== account) throw new Failure('reused')
  return known.answer
}

const lostCodes = new Set([
  'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT',
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN',
  '57P01', '57P02', '57P03', '08006', '08003', '53300',
]) // prettier-ignore

// The statement, lock or deadlock limit of the database: nothing was done, and trying again may succeed.
const busyCodes = new Set(['57014', '55P03', '40001', '40P01'])

/** Whether the database refused for want of time or order; unlike a lost connection the outcome is known: nothing. */
export function isBusy(error: unknown): boolean {
  return busyCodes.has((error as { code?: string } | undefined)?.code ?? '')
}

/** Whether an error means that the database went away (or is not back yet), so that the outcome is not known here. */
export function isLostConnection(error: unknown): boolean {
  return lostCodes.has((error as { code?: string } | undefined)?.code ?? '')
}

async function readInput(
  c: Context,
  { route, who, store }: Pick<Running, 'route' | 'who'> & { store: Store },
): Promise<unknown> {
  const { endpoint } = route
  const upload = route.kind === 'write' ? route.upload : undefined
  if (upload !== undefined) mustBeUpload(c)
  const isInAddress = endpoint.method === 'GET' || upload !== undefined
  const raw = { ...(isInAddress ? c.req.query() : await readBody(c)), ...c.req.param() }
  const parsed = endpoint.input.safeParse(raw)
  if (!parsed.success) throw invalidInput(parsed.error)
  if (upload === undefined) return parsed.data
  return await receiveUpload(c, { upload, input: parsed.data as object, tenant: who.tenant, store })
}

const invalidInput = (error: z.ZodError) => new Failure('invalid', { fields: error.issues.slice(0, 20).map(fieldOf) })

async function readBody(c: Context): Promise<object> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(type)) throw new Failure('wrong_type')
  const text = await c.req.text()
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  } catch {
    // falls through to the same answer
  }
  throw new Failure('invalid', { fields: [{ path: '', fault: 'wrong' }] })
}

function fieldOf(issue: z.core.$ZodIssue): { path: string; fault: FieldFault } {
  return { path: issue.path.join('.'), fault: faultOf(issue) }
}

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  if (issue.code === 'custom') return (issue.params?.['fault'] as FieldFault | undefined) ?? 'wrong'
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong'
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'too_short'
  if (issue.code === 'invalid_value') return 'not_listed'
  if (issue.code === 'invalid_format') return issue.format === 'uuid' ? 'not_an_id' : 'wrong'
  return 'wrong'
}
