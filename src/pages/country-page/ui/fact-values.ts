import type { z } from 'zod'
import { languages, type Language } from '../../../shared/languages.ts'
import {
  countryFactKinds,
  countryFactUnits,
  unitsOfKind,
  type CountryFactKind,
  type CountryFactUnit,
} from '../../../slices/partners/model.ts'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import type { countryFact, readCountryPage } from '../contract.ts'

/** What the endpoints answer, as the screen holds it. */
export type CountryFactView = z.output<typeof countryFact>
export type CountryPageView = z.output<typeof readCountryPage.output>

/** What the form holds; empty text stands for no value. */
export type FactValues = {
  kind: string
  number: string
  moreThan: string
  unit: string
  words: string
  wordsLang: string
  occurredOn: string
  note: string
}

export function valuesOf(fact: CountryFactView | undefined, { language }: { language: Language }): FactValues {
  return {
    kind: fact?.kind ?? 'note',
    number: fact?.number?.toString() ?? '',
    moreThan: fact?.moreThan === true ? '1' : '',
    unit: fact?.unit ?? '',
    words: fact?.words ?? '',
    wordsLang: fact?.wordsLang ?? language,
    occurredOn: fact?.occurredOn ?? '',
    note: '',
  }
}

export const kindOf = ({ kind }: Pick<FactValues, 'kind'>): CountryFactKind =>
  countryFactKinds.find((one) => one === kind) ?? 'note'

/** The units to choose from for what was chosen; a single one needs no choice. */
export const unitsOf = (values: Pick<FactValues, 'kind'>): readonly CountryFactUnit[] => unitsOfKind[kindOf(values)]

/**
 * A figure as it was typed: '3.000', '3,000' and '3 000' are three thousand. What is no whole number goes to the server
 * as it stands, which says so; nothing typed is no figure.
 */
export function numberTyped(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  const isWhole = /^\d+$/.test(typed) || /^\d{1,3}([.,\s]\d{3})+$/.test(typed)
  // A text where a number is asked for: refused at this field, and nothing that was typed is lost.
  return isWhole ? Number(typed.replaceAll(/[.,\s]/g, '')) : (typed as unknown as number)
}

/** What is sent: the whole statement when it is new, else what was changed. */
export function statedIn(values: FactValues) {
  const number = numberTyped(values.number)
  const units = unitsOf(values)
  const unit = countryFactUnits.find((one) => one === values.unit) ?? (units.length === 1 ? units[0] : undefined)
  return {
    number,
    moreThan: number !== null && values.moreThan === '1',
    unit: number === null ? null : (unit ?? null),
    words: values.words.trim() === '' ? null : values.words,
    wordsLang: languages.find((one) => one === values.wordsLang) ?? 'id',
    occurredOn: dateTyped(values.occurredOn) ?? '',
  }
}
