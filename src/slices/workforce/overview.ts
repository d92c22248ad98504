import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { foldForSearch } from '../../shared/text.ts'
import { listNames } from '../relations/queries.ts'
import { staleOf } from './locks.ts'
import { unitsOfFigure, type FigureKind, type FigureUnit, type Standing } from './model.ts'
import { listStandingLines } from './overview-queries.ts'
import { dropFromOverview } from './publication.ts'
import { isShippedScheme, schemeCountries } from './schemes.ts'

interface Acting {
  tx: Tx
  act: Act
  on: DateText
}

export interface NewStanding {
  scheme?: string | undefined
  country?: string | undefined
  names?: Partial<Record<Language, string | null | undefined>> | undefined
  standing: Standing
  since: string
  /** Of what is announced alone. */
  startsOn?: string | null | undefined
  source: string
  isChecked?: boolean | undefined
  lookAgainOn?: string | null | undefined
  note?: string | null | undefined
  /** The cooperation in which it was spoken of. */
  relation?: string | null | undefined
}

/** What a programme abroad is since a day. A known one keeps its country and names; a new one is named. */
export async function addStanding({ tx, act }: Acting, said: NewStanding): Promise<{ id: string }> {
  if (!said.source) throw fieldFailure('source', 'required')
  const startsOn = said.startsOn ?? null
  if (startsOn !== null && said.standing !== 'diumumkan') throw fieldFailure('startsOn', 'wrong')
  const isKnown = said.relation == null || (await listNames(tx, [said.relation])).length > 0
  if (!isKnown) throw new Failure('not_found')
  const id = newId()
  const of = said.scheme === undefined ? newScheme(said, id) : await knownScheme(tx, said.scheme)
  await tx
    .insertInto('workforce.standings')
    .values({
      id,
      scheme: of.scheme,
      country: of.country,
      names: (of.names ?? null) as never,
      standing: said.standing,
      since: said.since,
      starts_on: startsOn,
      source: said.source,
      checked: said.isChecked ?? false,
      look_again_on: said.lookAgainOn ?? null,
      note: said.note || null,
      relation: said.relation ?? null,
    })
    .execute()
  act.about(id)
  return { id }
}

interface Of {
  scheme: string
  country: string
  names?: Partial<Record<Language, string>> | undefined
}

async function knownScheme(tx: Tx, scheme: string): Promise<Of> {
  if (isShippedScheme(scheme)) return { scheme, country: schemeCountries[scheme] }
  const own = (await listStandingLines(tx)).find((line) => line.scheme === scheme)
  if (own === undefined) throw fieldFailure('scheme', 'not_listed')
  return { scheme, country: own.country, names: own.names }
}

function newScheme({ country, names = {} }: NewStanding, id: string): Of {
  if (country === undefined) throw fieldFailure('country', 'required')
  const given = Object.entries(names).filter(([, name]) => name)
  const first = names.id ?? undefined
  if (first === undefined) throw fieldFailure('names', 'required')
  const said = foldForSearch(first)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 30)
    .replace(/^_+|_+$/g, '')
  const scheme = `${country.toLowerCase()}_${said === '' ? 'program' : said}_${id.slice(-8)}`
  return { scheme, country, names: Object.fromEntries(given) as Partial<Record<Language, string>> }
}

/** Says that a statement of the region was wrong. What stood before it holds again, on the public page at once. */
export async function voidStanding(
  { tx, act, on }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string }> {
  if (!reason) throw fieldFailure('reason', 'required')
  await voidRow(tx, { table: 'workforce.standings', id, rev, reason, on })
  act.about(id)
  return { id }
}

export interface NewFigure {
  kind: FigureKind
  year: number
  value: number | null
  unit: FigureUnit
  source: string
  note?: string | null | undefined
}

/** A figure of a year; without a source it is none. */
export async function addFigure({ tx, act }: Acting, figure: NewFigure): Promise<{ id: string }> {
  const { kind, year, value, unit, source, note } = figure
  if (!source) throw fieldFailure('source', 'required')
  if (!unitsOfFigure[kind].includes(unit)) throw fieldFailure('unit', 'not_listed')
  if (unit === 'persen' ? value !== null && value > 100 : value !== null && !Number.isInteger(value)) {
    throw fieldFailure('value', 'wrong')
  }
  const id = newId()
  await tx
    .insertInto('workforce.figures')
    .values({ id, kind, year, value: value === null ? null : String(value), unit, source, note: note || null })
    .execute()
  act.about(id)
  return { id }
}

/** Says that a figure was wrong, and why. It leaves the public page at once. */
export async function voidFigure(
  { tx, act, on }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string }> {
  if (!reason) throw fieldFailure('reason', 'required')
  await voidRow(tx, { table: 'workforce.figures', id, rev, reason, on })
  act.about(id)
  return { id }
}

interface Voiding {
  table: 'workforce.standings' | 'workforce.figures'
  id: string
  rev: number
  reason: string
  on: DateText
}

async function voidRow(tx: Tx, { table, id, rev, reason, on }: Voiding): Promise<void> {
  const row = await tx
    .selectFrom(table)
    .select(['rev', 'voided_on'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  if (row.voided_on !== null) throw fieldFailure('id', 'taken')
  await tx
    .updateTable(table)
    .set({ voided_on: on, voided_reason: reason, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  await dropFromOverview(tx, id)
}
