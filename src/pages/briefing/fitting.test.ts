import { expect, test } from 'vitest'
import { fitPaper, letterheadHeight } from './fitting.ts'
import type { Paper } from './model.ts'

const paperOf = (counts: readonly number[], text = 'kata '.repeat(15)): Paper => ({
  title: 'Judul',
  subtitle: 'keadaan',
  language: 'id',
  sections: counts.map((n, part) => ({
    title: `Bagian ${part}`,
    lines: Array.from({ length: n }, (_, at) => ({ text, notes: [part * 100 + at + 1] })),
  })),
  sources: [],
  sourcesTitle: 'Sumber',
})
/** A paper whose every line has a source of its own. */
function sourced(counts: readonly number[]): Paper {
  const paper = paperOf(counts)
  const notes = paper.sections.flatMap(({ lines }) => lines)
  for (const [at, line] of notes.entries()) line.notes = [at + 1]
  return { ...paper, sources: notes.map((_, at) => `sumber ${at + 1}`) }
}
const fitting = {
  letterhead: letterheadHeight({ emblem: true, lines: 2 }),
  colon: ': ',
  more: (n: number) => `${n} lagi`,
}

test('a paper that fits stands as it is', () => {
  const paper = sourced([3, 4, 2])
  expect(fitPaper(paper, { ...fitting, pages: 2 })).toEqual(paper)
})

test('one that does not loses the last lines of its longest part, and says how many', () => {
  const { sections } = fitPaper(sourced([2, 60, 1]), { ...fitting, pages: 1 })
  expect(sections.map(({ lines }) => lines.length)).toEqual([2, expect.any(Number), 1])
  const [last, ...kept] = sections[1]?.lines.toReversed() ?? []
  expect(last?.text).toBe(`${60 - kept.length} lagi`)
  expect(kept.length).toBeGreaterThan(10)
})

test('no line says that one is left out where it could have stood itself', () => {
  for (let n = 1; n < 80; n += 1) {
    const { sections } = fitPaper(sourced([n, n]), { ...fitting, pages: 1 })
    expect(sections.flatMap(({ lines }) => lines.map(({ text }) => text))).not.toContain('1 lagi')
  }
})

test('sources that nobody cites any more leave, and the numbers follow', () => {
  const paper = fitPaper(sourced([70, 3]), { ...fitting, pages: 1 })
  const cited = paper.sections.flatMap(({ lines }) => lines.flatMap(({ notes }) => notes))
  expect(cited.toSorted((a, b) => a - b)).toEqual(paper.sources.map((_, at) => at + 1))
  expect(paper.sources).toContain('sumber 73')
  expect(paper.sources[(paper.sections[1]?.lines[2]?.notes[0] ?? 0) - 1]).toBe('sumber 73')
})

test('a line of ten thousand letters is shortened, and the paper ends', () => {
  const long = fitPaper(paperOf([1, 1], '字'.repeat(10_000)), { ...fitting, pages: 1 })
  for (const { lines } of long.sections) expect(lines[0]?.text.endsWith('…')).toBe(true)
})
