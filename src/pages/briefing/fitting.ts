/** How much of a paper stands on its pages. A Word file cannot be measured before it is printed, so it is reckoned. Pure. */
import { writeLine, type Paper, type PaperLine, type PaperSection } from './model.ts'

/** Points of height that a page of A4 holds between its margins, and what a title takes of them. */
const page = 728
const title = 34
/** Kept free: faces of a printer are wider or narrower than ours. */
const spare = 0.97

/** Heights in points and widths in letters of a row, as the template sets them; a letter of East Asia is two wide. */
const row = { height: 12, letters: 96 }
const sourceRow = { height: 10, letters: 116 }
const heading = 20

const widthOf = (text: string): number => text.replace(/[\u1100-\uffdc]/g, 'oo').length
const rowsOf = (text: string, letters: number): number => Math.max(1, Math.ceil((widthOf(text) * 1.04) / letters))

const lineHeight = (line: PaperLine, colon: string): number =>
  rowsOf(writeLine(line, colon), row.letters) * row.height + 1

function sectionHeight({ lines }: PaperSection, colon: string): number {
  return lines.reduce((sum, line) => sum + lineHeight(line, colon), heading)
}

function heightOf({ sections, sources }: Paper, colon: string): number {
  const cited = sources.reduce((sum, text) => sum + rowsOf(text, sourceRow.letters) * sourceRow.height, heading)
  return sections.reduce((sum, section) => sum + sectionHeight(section, colon), title) + cited
}

export interface Fitting {
  /** Pages that the paper may take. */
  pages: number
  /** Points that the region's letterhead takes of the first one; 0 without. */
  letterhead: number
  colon: string
  /** What a part says of lines that were left out. */
  more: (n: number) => string
}

/** Points that a letterhead takes: two lines and the rule, the emblem where one is printed, lines of address. */
export const letterheadHeight = ({ emblem, lines }: { emblem: boolean; lines: number }): number =>
  58 + (emblem ? 66 : 0) + lines * 11.5

/**
 * A paper that stands on so many pages: the last lines of its longest parts are left out, each part says how many, and
 * sources nobody cites any more leave with them. A single line is never longer than a third of a page.
 */
export function fitPaper(paper: Paper, { pages, letterhead, colon, more }: Fitting): Paper {
  const room = (pages * page - letterhead) * spare
  const longest = Math.floor(page / 3 / row.height) * row.letters
  const kept = paper.sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => ({ ...line, text: shorten(line.text, longest) })),
  }))
  const left = kept.map(() => 0)
  const told = () => ({
    ...paper,
    sections: kept.map((section, at) => {
      const n = left[at] ?? 0
      return n === 0 ? section : { ...section, lines: [...section.lines, { text: more(n), notes: [] }] }
    }),
  })
  for (;;) {
    const shown = citedOnly(told())
    if (heightOf(shown, colon) <= room) return shown
    // A part that leaves out one line more says so in the line it had: rather there than in another part.
    const heights = kept.map((section, part) => {
      const isCut = left[part] !== 0
      if (section.lines.length < (isCut ? 2 : 3)) return 0
      return sectionHeight(section, colon) + (isCut ? 2 * row.height : 0)
    })
    const at = heights.indexOf(Math.max(...heights))
    if (heights[at] === 0 || heights[at] === undefined) return shown
    const n = left[at] === 0 ? 2 : 1
    kept[at]?.lines.splice(-n)
    left[at] = (left[at] ?? 0) + n
  }
}

function shorten(text: string, letters: number): string {
  if (widthOf(text) <= letters) return text
  let width = 0
  const head = Array.from(text).filter((letter) => (width += widthOf(letter)) < letters)
  return `${head.join('').trimEnd()}…`
}

/** The same paper with the sources that its lines cite, numbered anew in their order. */
function citedOnly(paper: Paper): Paper {
  const cited = new Set(paper.sections.flatMap(({ lines }) => lines.flatMap(({ notes }) => notes)))
  const old = paper.sources.map((_, at) => at + 1).filter((n) => cited.has(n))
  if (old.length === paper.sources.length) return paper
  return {
    ...paper,
    sections: paper.sections.map((section) => ({
      ...section,
      lines: section.lines.map((line) => ({ ...line, notes: line.notes.map((n) => old.indexOf(n) + 1) })),
    })),
    sources: old.map((n) => paper.sources[n - 1] ?? ''),
  }
}
