import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf, type DateText } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { addProvenance, citeSource } from '../sources/commands.ts'
import { listProvenance } from '../sources/queries.ts'
import { fieldOfCountryFact, subjectOfCountry, unitsOfKind } from './country-facts-model.ts'
import type { CountryFactKind, CountryFactUnit } from './country-facts-model.ts'
import { dropFromPublished } from './country-facts-publication.ts'
import { whyUntouched } from './untouched.ts'

type Acting = { tx: Tx; act: Act }

interface Stated {
  number?: number | null | undefined
  moreThan?: boolean | undefined
  unit?: CountryFactUnit | null | undefined
  words?: string | null | undefined
  wordsLang?: Language | undefined
}

interface Backed {
  source?: string | undefined
  /** Where a figure comes from when no source is filed: the writer's own words. */
  note?: string | undefined
}

interface Asked {
  /** The writer's day: what is dated later is asked about. */
  on: DateText
  language: Language
  sure?: readonly string[] | undefined
}

export interface NewCountryFact extends Stated {
  country: string
  kind: CountryFactKind
  occurredOn: string
}

/** Writes a statement about a country as it is given; where it comes from is said by whoever calls. */
export async function addCountryFact({ tx, act }: Acting, fact: NewCountryFact): Promise<{ id: string }> {
  const id = newId()
  const { country, kind, occurredOn, number, moreThan = false, unit, words, wordsLang = 'id' } = fact
  refuseIncomplete({ kind, number, unit, words })
  await tx
    .insertInto('partners.country_facts')
    .values({
      id,
      country,
      kind,
      number: textOf(number),
      more_than: moreThan && number !== null && number !== undefined,
      unit: unit ?? null,
      words: words || null,
      words_lang: wordsLang,
      occurred_on: occurredOn,
    })
    .execute()
  act.about(subjectOfCountry(country))
  return { id }
}

/** Records a statement somebody typed. A figure needs a source or a note; a day still to come is asked about. */
export async function enterCountryFact(
  call: Acting & Asked,
  { source, note, ...fact }: NewCountryFact & Backed,
): Promise<{ id: string }> {
  refuseAhead(fact.occurredOn, call)
  const isFigure = fact.number !== null && fact.number !== undefined
  if (isFigure && source === undefined && !note) throw fieldFailure('source', 'required')
  const added = await addCountryFact(call, fact)
  await back(call, { ...added, field: fieldOfCountryFact(fact), saidOn: fact.occurredOn, source, note })
  return added
}

export type CountryFactMend = Stated & Backed & { id: string; rev: number; occurredOn?: string | undefined }

/** Corrects a statement. Null empties a value, an absent one stays; a figure keeps needing a source or a note. */
export async function mendCountryFact(
  call: Acting & Asked,
  mend: CountryFactMend,
): Promise<{ id: string; rev: number }> {
  const { tx, act } = call
  const { id, rev, source, note, occurredOn } = mend
  const row = await lockFact(tx, id)
  if (row.rev !== rev) throw await whyUntouched(tx, { table: 'partners.country_facts', id, rev })
  if (row.voided_on !== null) throw fieldFailure('id', 'wrong')
  if (occurredOn !== undefined) refuseAhead(occurredOn, call)
  const number = mend.number === undefined ? (row.number === null ? null : Number(row.number)) : mend.number
  const unit = mend.unit === undefined ? (row.unit as CountryFactUnit | null) : mend.unit
  const words = mend.words === undefined ? row.words : mend.words || null
  const moreThan = number !== null && (mend.moreThan ?? row.more_than)
  refuseIncomplete({ kind: row.kind as CountryFactKind, number, unit, words })
  const isBacked = source !== undefined || Boolean(note) || (await listProvenance(tx, [id])).length > 0
  if (number !== null && !isBacked) throw fieldFailure('source', 'required')
  await tx
    .updateTable('partners.country_facts')
    .set({
      rev: rev + 1,
      number: textOf(number),
      more_than: moreThan,
      unit: number === null ? null : unit,
      words,
      ...(mend.wordsLang !== undefined && { words_lang: mend.wordsLang }),
      ...(occurredOn !== undefined && { occurred_on: occurredOn }),
    })
    .where('id', '=', id)
    .execute()
  const saidOn = occurredOn ?? row.occurred_on
  await back(call, { id, field: fieldOfCountryFact({ number }), saidOn, source, note })
  act.about(subjectOfCountry(row.country))
  return { id, rev: rev + 1 }
}

/** Says that a statement was wrong, and why. It leaves the public page at once; history keeps it. */
export async function voidCountryFact(
  { tx, act, on }: Acting & Pick<Asked, 'on'>,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string }> {
  const row = await lockFact(tx, id)
  if (row.rev !== rev) throw await whyUntouched(tx, { table: 'partners.country_facts', id, rev })
  if (row.voided_on !== null) throw fieldFailure('id', 'taken')
  if (!reason) throw fieldFailure('reason', 'required')
  await tx
    .updateTable('partners.country_facts')
    .set({ rev: rev + 1, voided_on: on, voided_reason: reason })
    .where('id', '=', id)
    .execute()
  await dropFromPublished(tx, { country: row.country, fact: id })
  act.about(subjectOfCountry(row.country))
  return { id }
}

async function lockFact(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('partners.country_facts')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** 64-bit numbers cross the wire as text. */
const textOf = (number: number | null | undefined) => (number === null || number === undefined ? null : String(number))

interface Backing extends Backed {
  id: string
  field: 'number' | 'words'
  saidOn: string
}

async function back({ tx, language }: Pick<Acting & Asked, 'tx' | 'language'>, backing: Backing): Promise<void> {
  const { id: subject, field, saidOn, source, note } = backing
  if (source !== undefined) await citeSource({ tx }, { subject, field, source, saidOn })
  if (note) await addProvenance({ tx }, { subject, field, level: 'recorded', saidOn, summary: { [language]: note } })
}

function refuseIncomplete({ kind, number, unit, words }: Stated & { kind: CountryFactKind }): void {
  const isFigure = number !== null && number !== undefined
  if (!isFigure && !words) throw fieldFailure('words', 'required')
  if (isFigure && !unit) throw fieldFailure('unit', 'required')
  if (isFigure && unit && !unitsOfKind[kind].includes(unit)) throw fieldFailure('unit', 'not_listed')
}

function refuseAhead(day: string, { on, sure }: Asked): void {
  if (firstDayOf(day) > on && sure?.includes('occurredOn') !== true) throw fieldFailure('occurredOn', 'doubtful')
}
