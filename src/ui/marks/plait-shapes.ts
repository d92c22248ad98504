import { drawPlait, type Stroke } from './plait.ts'

export type Drawing = { viewBox: string; strokes: readonly Stroke[] }

/** Steps of the band: they shorten from handshake to woven cloth. Their sum is stretched over the width. */
const bandSteps = [90, 112, 98, 86, 76, 68, 61, 55, 50, 45, 41, 37, 33, 29, 25, 22, 19, 17, 15, 14, 13, 12, 12]
const bandWidth = 960

/** The band under the header and above the printed footer: 960 × 22, always whole and in colour. */
export const band: Drawing = drawBand()

function drawBand(): Drawing {
  const total = bandSteps.reduce((sum, step) => sum + step, 0)
  let at = 0
  const crossings = bandSteps.map((step) => (at += (step * bandWidth) / total))
  const swings = [9, ...fall({ from: 8.5, to: 4, count: bandSteps.length - 1 })]
  const strokes = drawPlait({
    along: 'x',
    start: 0,
    middle: 11,
    crossings,
    swings,
    open: false,
    reached: Infinity,
  })
  return { viewBox: `0 0 ${bandWidth} 22`, strokes }
}

export type RailShape = {
  stages: number
  /** Index of the stage in hand; -1 when none has begun. Colour runs half a step beyond it. */
  now: number
  /** Indices of stages before it that were passed over. */
  skipped?: readonly number[]
}

/** The rail in columns: 960 × 48, one column for each stage, the woven run in the last. */
export function railAcross({ stages, now, skipped = [] }: RailShape): Drawing {
  const column = bandWidth / stages
  const last = column * (stages - 1)
  // Five tight crossings share the last column, whatever its width; drawn for the 120 units of eight columns.
  const woven = [38, 66, 88, 106, 119].map((step) => last + (step * column) / 120)
  const strokes = drawPlait({
    along: 'x',
    start: -7,
    middle: 24,
    crossings: [...columnsOf(stages).map((stage) => stage * column), ...woven],
    swings: [17, ...fall({ from: 16, to: 11, count: stages - 2 }), 8.2, 7.2, 6.6, 6.2, 5.6],
    open: true,
    reached: reachedOf({ stages, now }),
    skipped,
  })
  return { viewBox: `-7 0 ${bandWidth} 48`, strokes }
}

const row = 44

/** The rail in rows of 44, 32 wide, with 28 more below the last row for the woven run (marks.css keeps that space). */
export function railDown({ stages, now, skipped = [] }: RailShape): Drawing & { height: number } {
  const last = row * stages - row / 2
  const strokes = drawPlait({
    along: 'y',
    start: 6,
    middle: 16,
    crossings: [...columnsOf(stages).map((stage) => row / 2 + stage * row), ...[17, 30, 41, 53].map((s) => last + s)],
    swings: [11, ...fall({ from: 10, to: 8, count: stages - 2 }), 6.4, 5.6, 5.2, 4.8],
    open: true,
    reached: reachedOf({ stages, now }),
    skipped,
  })
  const height = row * stages + 28
  return { viewBox: `0 0 32 ${height}`, height, strokes }
}

/** Every stage after the first is a crossing. */
function columnsOf(stages: number): number[] {
  return Array.from({ length: stages - 1 }, (_, index) => index + 1)
}

function reachedOf({ stages, now }: RailShape): number {
  if (now >= stages - 1) return Infinity
  return now < 0 ? 0 : 2 * now + 1
}

function fall({ from, to, count }: { from: number; to: number; count: number }): number[] {
  return Array.from({ length: Math.max(count, 0) }, (_, index) => from - ((from - to) * index) / Math.max(count - 1, 1))
}
