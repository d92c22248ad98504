import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { AfterUndo, Touched } from '../ledger/commands.ts'
import { listMailNames } from './incoming-queries.ts'
import { letterKinds, type LetterKind } from './model.ts'
import { numberClash, numberTypeOf, type NumberType } from './number-model.ts'

/** The letter that has a number already, as whoever may read letters is told of it. */
export interface UsedBy {
  id: string
  drafted: boolean
  name: string
}

interface Given {
  number: string
  year: string
  issuer?: string | null | undefined
  type?: NumberType | null | undefined
  /** The letter that takes the number: it does not stand in its own way. */
  id?: string | undefined
}

type Sure = readonly string[] | undefined

/** Of two who give one number in a year the second waits here for the first, until its act ends. */
export async function lockNumber(tx: Tx, { number, year }: Pick<Given, 'number' | 'year'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    current_setting('app.tenant', true) || ' letter number ' || ${year} || ' ' || lower(${number}), 0))`.execute(tx)
}

interface Row {
  id: string
  issuer: string | null
  type: NumberType | null
  kind: LetterKind | null
  name: string
}

/**
 * Refuses a number of ours that a letter of the same year has, written here or elsewhere: taken, or (asked once) where
 * only one of the two says which office gave it. Says which letter it is.
 */
export async function refuseUsedNumber(tx: Tx, given: Given, sure: Sure): Promise<void> {
  await lockNumber(tx, given)
  const found = await findClash(tx, given)
  if (found === undefined || (found.fault === 'doubtful' && sure?.includes('number') === true)) return
  throw await usedFailure(tx, found)
}

/** The letter that stands with a number: one that has it for certain, before one that may. */
async function findClash(
  tx: Tx,
  { number, year, issuer, type, id }: Given,
): Promise<(Row & { fault: 'taken' | 'doubtful' }) | undefined> {
  const { rows } = await sql<Row>`
    select m.id, m.issuer, m.number_type as type, null as kind, m.subject as name from letters.mail m
    where m.direction = 'out' and lower(m.number) = lower(${number}) and m.voided_on is null
      and left(coalesce(m.dated_on, m.passed_on), 4) = ${year} and m.id is distinct from ${id ?? null}::uuid
    union all
    select l.id, l.issuer, l.number_type, l.kind,
      coalesce(l.content ->> 'subject', l.content -> 'versions' -> 0 ->> 'title', l.kind)
    from letters.letters l
    where lower(l.number) = lower(${number}) and l.state <> 'cancelled' and left(coalesce(l.dated_on, ''), 4) = ${year}
      and l.id is distinct from ${id ?? null}::uuid
    limit 100`.execute(tx)
  const clashes = rows.flatMap((row) => {
    const kind = letterKinds.find((one) => one === row.kind)
    const fault = numberClash({ issuer, type }, { issuer: row.issuer, type: row.type ?? (kind && numberTypeOf(kind)) })
    return fault === undefined ? [] : [{ ...row, fault }]
  })
  return clashes.find(({ fault }) => fault === 'taken') ?? clashes[0]
}

/** What says whose a number is, and whether its letter stands with it, by the table that keeps the letter. */
const keptAs: Record<string, readonly string[]> = {
  'letters.mail': ['number', 'issuer', 'number_type', 'dated_on', 'passed_on', 'voided_on'],
  'letters.letters': ['number', 'issuer', 'number_type', 'dated_on', 'state'],
}

/** What was done in between may have given the number away: an undo gives no number to a second letter. */
export const refuseNumberTwice: AfterUndo = async ({ tx }, touched) => {
  const ids = touched.filter(changedNumber).map((each) => each.row_id)
  if (ids.length === 0) return
  const { rows } = await sql<Given & { id: string; kind: LetterKind | null }>`
    select m.id, m.number, left(coalesce(m.dated_on, m.passed_on), 4) as year, m.issuer, m.number_type as type, null as kind
    from letters.mail m
    where m.id = any(${ids}::uuid[]) and m.direction = 'out' and m.voided_on is null and m.number is not null
    union all
    select l.id, l.number, left(l.dated_on, 4), l.issuer, l.number_type, l.kind from letters.letters l
    where l.id = any(${ids}::uuid[]) and l.state <> 'cancelled' and l.number is not null and l.dated_on is not null
    -- In one order, so that of two undos none waits for the other in a ring.
    order by 3, 2 limit 1000`.execute(tx)
  for (const { kind, ...row } of rows) {
    const given = { ...row, type: row.type ?? (kind && numberTypeOf(kind)) }
    await lockNumber(tx, given)
    if ((await findClash(tx, given))?.fault === 'taken') throw new Failure('stale')
  }
}

/** Of numbers that an act left as they were nothing is asked: two of one office may stand since before this rule. */
function changedNumber({ table_name, op, before, after }: Touched): boolean {
  const columns = keptAs[table_name]
  if (columns === undefined || op === 'insert') return false
  return op === 'delete' || columns.some((column) => before?.[column] !== after?.[column])
}

/** The refusal of a number that a letter has, with that letter. What a mission has is told by its register number only. */
export async function usedFailure(
  tx: Tx,
  { id, kind, name, fault }: Pick<Row, 'id' | 'kind' | 'name'> & { fault: 'taken' | 'doubtful' },
): Promise<Failure> {
  const [mail] = kind === null ? await listMailNames(tx, [id]) : []
  const by: UsedBy = { id, drafted: kind !== null, name: mail?.name ?? name }
  return new Failure('invalid', { fields: [{ path: 'number', fault }], by })
}
