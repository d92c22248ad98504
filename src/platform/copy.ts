import type { Readable } from 'node:stream'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { Failure } from '../shared/failure.ts'
import type { Pool, Reserved } from './pool.ts'
import type { DB } from './tables.gen.ts'

/** A list as a file: CSV (RFC 4180), in UTF-8 with the mark that spreadsheet programs tell it by, or made of that. */
export interface CsvFile {
  /** The file's name, with the ending .csv. */
  name: string
  /** What stands over the table on paper, and what it is narrowed by, in words; by default its name, and nothing. */
  title?: string
  narrowed?: readonly string[]
  /** Which columns hold days as the product stores them, counted from 0. */
  days?: readonly number[]
  /** Which hold whole numbers. */
  numbers?: readonly number[]
  header: readonly string[]
  /** One expression of type text per column, over `from`. What people typed goes through `typed()`. */
  columns: readonly RawBuilder<unknown>[]
  /** What stands after FROM, with its order: it should walk an index, so that the first bytes go out at once. */
  from: RawBuilder<unknown>
  /** The last line of a file that does not hold all rows; the product's own sentence when it is not said. */
  more?: string
}

export interface Copying {
  of: 'region' | 'province'
  /** The hash of the caller's token; what it does not open is not read. */
  hash: Uint8Array
  /** A demonstration visitor's instant. */
  at: string | undefined
  file: CsvFile
  /** How many rows at most, by default what a CSV holds. */
  most?: number
  /** For a program that reads cells as what they are: nothing is put before what looks like a formula. */
  plain?: boolean
}

export const csvType = 'text/csv; charset=utf-8'
export const copyMost = 200_000 // rows of one file
const copiesAtOnce = 2
const runsFor = 300 // seconds
/** ms in which the reader must take something; a line to the database is not kept for somebody who went away. */
const patience = 30_000

/**
 * A text that people typed, as a cell: one that begins like a formula gets an apostrophe before it, so that no
 * spreadsheet program computes it. In full width the signs mean the same there. Where Indonesian is set, these programs
 * part cells at semicolons, so what follows one is looked at too.
 */
export function typed(text: RawBuilder<unknown>): RawBuilder<unknown> {
  const guarded = guard(text)
  asTyped.set(guarded, text)
  return guarded
}

const asTyped = new WeakMap<object, RawBuilder<unknown>>()

const guard = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when ascii(${text}) in (61, 43, 45, 64, 9, 10, 13, 65309, 65291, 65293, 65312) then '''' else '' end ||
    case when strpos(${text}, ';') = 0 then ${text}
      else regexp_replace(${text}, '(;[[:space:]"]*)([=+@＝＋－＠-])', '\\1''\\2', 'g') end`

/** The word for an id out of a catalogue, or the id itself. `key` is the id as the catalogue spells it. */
export const wordOf = (
  id: RawBuilder<unknown>,
  words: Record<string, string>,
  key: RawBuilder<unknown> = id,
): RawBuilder<unknown> => sql`coalesce(${JSON.stringify(words)}::jsonb ->> ${key}, ${id})`

/** COPY takes no parameters, so values stand in the text, as quoted literals of a server that knows no other escapes. */
export function literal(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string' || value.includes('\0')) throw new TypeError('no value for COPY')
  return `'${value.replaceAll("'", "''")}'`
}

/** The statement of a file, with the sentence in place of the row after the last one. */
export function copyText(
  base: Kysely<DB>,
  { columns, from, more = '…' }: CsvFile,
  { most = copyMost, plain = false }: Pick<Copying, 'most' | 'plain'> = {},
): string {
  const names = columns.map((_, at) => sql.ref(`c${at}`))
  const read = columns.map((column, at) => sql`${plain ? (asTyped.get(column) ?? column) : column} as ${names[at]}`)
  const shown = names.map(
    (name, at) => sql`case when n <= ${most} then ${name} ${at === 0 ? sql`else ${more}` : sql``} end`,
  )
  const query = sql`select ${sql.join(shown)} from (
    select row_number() over () as n, ${sql.join(read)} from ${from} limit ${most + 1}) x`
  const { sql: text, parameters } = query.compile(base)
  return `copy (${text.replace(/\$(\d+)/g, (_, at: string) => literal(parameters[Number(at) - 1]))}) to stdout (format csv)`
}

const enter = `with e as (select identity.enter($1) as who)
  select who, set_config('app.province', coalesce(who ->> 'province', ''), true), set_config('app.at', $2, true) from e`

/** Files that are being written, at most two at a time: each holds a line to the database until it is read to its end. */
export function openCopies(base: Kysely<DB>) {
  let running = 0
  return {
    async begin(pool: Pool, { hash, at, file, most, plain }: Copying): Promise<ReadableStream<Uint8Array> | undefined> {
      if (running >= copiesAtOnce) throw new Failure('too_many', { seconds: 60 })
      running += 1
      const line = await pool.reserve().catch((error: unknown) => {
        running -= 1
        throw error
      })
      const end = () => {
        running -= 1
        line.release()
      }
      try {
        await line.unsafe(
          `begin read only; set local statement_timeout = ${runsFor * 1000}; set local standard_conforming_strings = on`,
        )
        const [found] = await line.unsafe(enter, [hash, at ?? ''], { prepare: true })
        if (found?.['who'] === null) {
          await line.unsafe('rollback')
          end()
          return undefined
        }
        return streamOf(line, {
          rows: await line.copy(copyText(base, file, { ...(most !== undefined && { most }), plain: plain === true })),
          header: file.header,
          end,
        })
      } catch (error) {
        await line.unsafe('rollback').catch(() => {})
        end()
        throw error
      }
    },
  }
}

interface Flow {
  rows: Readable
  header: readonly string[]
  end(): void
}

/** The file as it is sent. Nobody who reads it, or who stops reading, is owed the rest. */
function streamOf(line: Reserved, { rows, header, end }: Flow): ReadableStream<Uint8Array> {
  let open = true
  const close = () => {
    if (!open) return
    open = false
    clearTimeout(late)
    end()
  }
  const stop = () => {
    if (open) line.drop()
    close()
  }
  let late = setTimeout(stop, patience)
  rows.on('error', stop) // told to the reader by the next pull
  const parts = rows[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(Buffer.from(`\uFEFF${header.map(cellOf).join(',')}\n`))
      },
      async pull(controller) {
        clearTimeout(late)
        // All that has come since, in one piece: the driver hands over row by row.
        const part = await parts.next()
        if (part.done !== true) {
          controller.enqueue(part.value)
          late = setTimeout(stop, patience)
          return
        }
        await line.unsafe('commit')
        close()
        controller.close()
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  )
}

const cellOf = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
