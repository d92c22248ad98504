import { formatDate, formatDateRange } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { inEachLanguage, type Sentence } from '../../shared/programmes.ts'
import { words } from './messages/words.gen.ts'
import { standingOn, type Course, type Direction, type ExchangeKind, type ExchangeStanding } from './model.ts'

interface Told extends Course {
  kind: ExchangeKind
  direction?: Direction | undefined
  applied: readonly { appliedOn: string }[]
}

/** One true sentence about an exchange on a day. */
export function tellExchange(exchange: Told, on: string): Sentence {
  return inEachLanguage((language) => {
    const w = words[language]
    const standing = standingOn(exchange, on)
    const head = w.line.head({ kind: w.kind[exchange.kind], standing: w.standingLow[standing] })
    const days = writeDays(exchange, language)
    const n = exchange.applied.filter(({ appliedOn }) => appliedOn <= on).length
    const news = standing !== 'selesai' && n === 0 ? undefined : n === 0 ? w.line.noNews : w.line.applied({ n })
    return [days === undefined ? head : w.line.withDays({ head, days }), news].filter(Boolean).join(w.line.between)
  })
}

/** From when to when, as far as somebody said; undefined where nobody did. */
export function writeDays({ fromOn, toOn }: Pick<Course, 'fromOn' | 'toOn'>, language: Language): string | undefined {
  const w = words[language].days
  if (fromOn !== undefined && toOn !== undefined) return formatDateRange(fromOn, toOn, language)
  if (fromOn !== undefined) return w.since({ date: formatDate(fromOn, language) })
  if (toOn !== undefined) return w.until({ date: formatDate(toOn, language) })
  return undefined
}

/** What is said of all exchanges of a region. */
export function tellAll({ standings, applied }: { standings: readonly ExchangeStanding[]; applied: number }): Sentence {
  const count = (standing: ExchangeStanding) => standings.filter((each) => each === standing).length
  return inEachLanguage((language) => {
    const w = words[language]
    if (standings.length === 0) return w.all.none
    const parts = (['berlangsung', 'direncanakan', 'selesai', 'disebut', 'batal'] as const).flatMap((standing) => {
      const n = count(standing)
      return n === 0 ? [] : [w.all.part({ n, standing: w.standingLow[standing] })]
    })
    return w.all.some({ n: standings.length, parts: parts.join(w.all.comma), applied })
  })
}
