import { chatText } from '../../../shared/chat-text.ts'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { words as relationWords } from '../messages/words.gen.ts'
import { partnerName, type RelationRow } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The list as a message: partner, status, last activity, a line each. `count` is how many there are, as shown. */
export function listText(
  { rows, total, count, q }: { rows: readonly RelationRow[]; total: number; count: string; q: string | undefined },
  language: Language,
): string {
  const w = words[language]
  return chatText({
    title: q === undefined ? w.chips.heading({ count }) : w.chips.headingFound({ q, count }),
    lines: rows.map((row) => lineOf(row, language)),
    total,
    more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
  })
}

function lineOf({ partner, label, status, lastOn }: RelationRow, language: Language): string {
  const w = words[language]
  const said = [
    partnerName({ partner, label }, language),
    status === null ? undefined : relationWords[language].status[status],
    lastOn === null ? undefined : w.chips.lastOf({ date: formatDate(lastOn, language, { short: true }) }),
  ]
  return said.filter((part) => part !== undefined).join(' · ')
}
