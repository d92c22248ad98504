/** Most lines of a list in one message; a longer one is cut off by the phone or read by nobody. */
const linesMost = 40

/** Signs that chat programs read as formatting when they stand around words. */
const marks = /[*_~`]/g

/**
 * A list as text for a chat program (WhatsApp): the title bold between asterisks, one line per entry, at most 40 of them.
 * `more` says how many were left out. Formatting signs in the entries become harmless look-alikes, so that a name cannot
 * set half of the message in bold.
 */
export function chatText({
  title,
  lines,
  total = lines.length,
  more,
}: {
  title: string
  lines: readonly string[]
  /** How many there are in all, where not every line is at hand. */
  total?: number
  more: (n: number) => string
}): string {
  const shown = lines.slice(0, linesMost)
  const left = Math.max(total, lines.length) - shown.length
  const said = [`*${plain(title)}*`, ...shown.map((line) => `• ${plain(line)}`), ...(left > 0 ? [more(left)] : [])]
  return said.join('\n')
}

const lookAlikes: Record<string, string> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ' }

const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(marks, (sign) => lookAlikes[sign] ?? '')
