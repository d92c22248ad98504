import { formatNumber } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import type { CountryFactKind, CountryFactUnit } from '../../slices/partners/model.ts'
import { words } from './messages/words.gen.ts'

/** A figure as it is read: 'lebih dari 3.000 orang', '3,000人超'. What is only known as "more than" is not rounded. */
export function writeFigure(
  language: Language,
  { number, moreThan, unit }: { number: number; moreThan: boolean; unit: CountryFactUnit },
): string {
  const w = words[language]
  const figure = w.unit[unit]({ n: formatNumber(number, language) })
  return moreThan ? w.more({ figure }) : figure
}

interface Figured {
  kind: CountryFactKind
  number?: number | null | undefined
  moreThan: boolean
  unit?: CountryFactUnit | null | undefined
}

/** The sentence of a figure; undefined where a statement has none, which then says so in its own words. */
export function figureSentence(
  language: Language,
  { fact, country, region }: { fact: Figured; country: string; region: string },
): string | undefined {
  const { kind, number, moreThan, unit } = fact
  if (number === undefined || number === null || unit === undefined || unit === null) return undefined
  return words[language].figure[kind]({ country, region, figure: writeFigure(language, { number, moreThan, unit }) })
}
