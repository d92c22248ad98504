import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
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
  issuer?: string | undefined
  type?: NumberType | undefined
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
  const { number, year, issuer, type, id = null } = given
  await lockNumber(tx, given)
  const { rows } = await sql<Row>`
    select m.id, m.issuer, m.number_type as type, null as kind, m.subject as name from letters.mail m
    where m.direction = 'out' and lower(m.number) = lower(${number}) and m.voided_on is null
      and left(coalesce(m.dated_on, m.passed_on), 4) = ${year} and m.id is distinct from ${id}::uuid
    union all
    select l.id, l.issuer, l.number_type, l.kind,
      coalesce(l.content ->> 'subject', l.content -> 'versions' -> 0 ->> 'title', l.kind)
    from letters.letters l
    where lower(l.number) = lower(${number}) and l.state <> 'cancelled' and left(coalesce(l.dated_on, ''), 4) = ${year}
      and l.id is distinct from ${id}::uuid
    limit 100`.execute(tx)
  const clashes = rows.flatMap((row) => {
    const kind = letterKinds.find((one) => one === row.kind)
    const fault = numberClash({ issuer, type }, { issuer: row.issuer, type: row.type ?? (kind && numberTypeOf(kind)) })
    return fault === undefined ? [] : [{ ...row, fault }]
  })
  const found = clashes.find(({ fault }) => fault === 'taken') ?? clashes[0]
  if (found === undefined || (found.fault === 'doubtful' && sure?.includes('number') === true)) return
  throw await usedFailure(tx, found)
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
