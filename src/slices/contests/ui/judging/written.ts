import { formatDate } from '../../../../shared/format.ts'
import type { Language } from '../../../../shared/languages.ts'
import type { ConflictKind, Outside, TieRule } from '../../judging-model.ts'
import { words } from './messages/words.gen.ts'

/** What ties a juror to an entry, in words: "desa atau kelurahan yang sama, dinyatakan sendiri". */
export function writeConflicts(language: Language, kinds: readonly ConflictKind[]): string {
  const w = words[language]
  return kinds.map((kind) => w.conflict[kind]).join(w.comma)
}

const tieKeys = {
  criterion_order: 'criterionOrder',
  more_jurors: 'moreJurors',
  shared: 'shared',
  draw: 'draw',
} as const satisfies Record<TieRule, string>

/** The rule by which equal points are parted; short beside a place, long where it is chosen. */
export function writeTieRule(language: Language, rule: TieRule, length: 'long' | 'short' = 'long'): string {
  return words[language][length === 'long' ? 'tie' : 'tieShort'][tieKeys[rule]]
}

/** Why an entry has no place; a disqualification with its day and its reason. */
export function writeOutside(
  language: Language,
  outside: Outside,
  disqualified?: { on: string; reason: string } | null,
): string {
  const w = words[language].outside
  if (outside === 'disqualified' && disqualified !== null && disqualified !== undefined) {
    return w.disqualified({ day: formatDate(disqualified.on, language), reason: disqualified.reason })
  }
  return outside === 'last_winner' ? w.lastWinner : w.noSheet
}

/** "87.5000" as readers write it: 87,5 in Indonesian, no zeros at the end. */
export function writePoints(language: Language, points: string): string {
  const [whole = '0', part = ''] = points.split('.')
  const rest = part.replace(/0+$/, '')
  if (rest === '') return whole
  return `${whole}${language === 'id' ? ',' : '.'}${rest}`
}

/** A difference with its sign: "+2,5", "−1". */
export function writeDifference(language: Language, difference: string): string {
  const text = writePoints(language, difference.replace(/^-/, ''))
  return difference.startsWith('-') ? `−${text}` : `+${text}`
}
