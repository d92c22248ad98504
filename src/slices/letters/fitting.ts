import type { FittedText } from '../../platform/drawing.ts'

/** Breaks words into lines that fit their room: the largest size at which they do, else the least and an ellipsis. */
export function fitText(
  text: FittedText,
  /** The width of a letter in hundredths of its size. */
  widthOf: (letter: string) => number,
): { size: number; lines: string[] } {
  const words = tidy(text.words)
  if (words === '') return { size: text.size, lines: [] }
  const wide = (line: string, size: number) =>
    (Array.from(line).reduce((sum, letter) => sum + widthOf(letter), 0) * size * reserve) / 100
  const breakAt = (size: number, width = text.width) => breakLines(words, (line) => wide(line, size) <= width)
  // One line a little smaller reads better than two.
  const alone = Math.max(text.least, Math.floor(text.size * 0.85))
  for (let size = text.size; size >= alone; size -= 2) if (breakAt(size).length === 1) return { size, lines: [words] }
  for (let size = text.size; ; size = Math.max(text.least, Math.floor(size * 0.9))) {
    const lines = breakAt(size)
    const most = Math.max(1, Math.min(text.lines, Math.floor(text.height / (size * 1.25))))
    if (lines.length <= most) return { size, lines: balanced(lines, (width) => breakAt(size, width), text.width) }
    if (size > text.least) continue
    const kept = lines.slice(0, most)
    const last = kept.pop() ?? ''
    return { size, lines: [...kept, shorten(last, (line) => wide(line, size) <= text.width)] }
  }
}

/** Letters stand a little closer or wider in a word than alone. */
const reserve = 1.01

/** What cannot be drawn on a line or would turn its direction is left out; any space is one space. */
function tidy(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu, '')
    .replace(/[\p{Cc}\p{White_Space}]+/gu, ' ')
    .trim()
}

/** The same number of lines of about the same length, so that no word stands alone on the last. */
function balanced(lines: string[], breakAt: (width: number) => string[], width: number): string[] {
  let best = lines
  for (let narrower = width * 0.95; narrower >= width / 3; narrower -= width / 20) {
    const found = breakAt(narrower)
    if (found.length > lines.length) break
    best = found
  }
  return best
}

/** Greedy: at spaces, between Chinese characters and kana, and inside a word only when it is wider than the room. */
function breakLines(words: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(words)) {
    if (fits((line + piece).trimEnd())) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = piece
    while (!fits(line.trimEnd())) {
      const head = longest(line, fits)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** Closing signs and the long vowel mark stay with what is before them. */
function piecesOf(words: string): string[] {
  return words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．」』）ー々っゃゅょ]* *|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+ *| +/gu) ?? [words] // prettier-ignore
}

/** The longest beginning that fits, at least one character. */
function longest(line: string, fits: (line: string) => boolean): string {
  const letters = Array.from(line)
  let [low, high] = [1, letters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(letters.slice(0, middle).join(''))) low = middle
    else high = middle - 1
  }
  return letters.slice(0, low).join('')
}

function shorten(line: string, fits: (line: string) => boolean): string {
  if (fits(`${line}…`)) return `${line}…`
  return `${longest(line, (head) => fits(`${head.trimEnd()}…`)).trimEnd()}…`
}
