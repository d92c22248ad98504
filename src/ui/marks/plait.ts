/**
 * The plait: two strands that lie apart, then cross at every stage, alternately over and under.
 * Half a step from crossing to swing is a quarter of a sine, drawn as one cubic; two decimals of its
 * control points are enough for an error below a tenth of a pixel.
 */
export type Tone = 'region' | 'partner' | 'ahead' | 'gap'
export type Stroke = { tone: Tone; d: string }

export type Plait = {
  /** Runs along x (a band, a wide rail) or along y (a rail on a phone). */
  along: 'x' | 'y'
  start: number
  /** Centre line across the run. */
  middle: number
  crossings: readonly number[]
  /** How far the strands stand from the middle halfway before each crossing. */
  swings: readonly number[]
  /** The run ends at its last swing, before the last crossing: what comes is not finished. */
  open: boolean
  /** Half steps in the strands' own colours; the rest is pale. */
  reached: number
  /** Crossings that lie before that and were passed over: both half steps at each stay pale. */
  skipped?: readonly number[]
}

type Point = readonly [number, number]
type HalfStep = { from: Point; c1: Point; c2: Point; to: Point }

/** Control points as shares of run and rise; the second lies level with the swing. */
const quarterSine = { c1: [0.326, 0.512], c2: [0.638, 1] } as const
/** Share of the curve on either side of a crossing where the upper strand is freed from the lower. */
const clearance = 0.45

/** Strokes from bottom to top; coordinates in the units of `plait`, one decimal. */
export function drawPlait(plait: Plait): Stroke[] {
  const partner = strand(plait, 1)
  const region = strand(plait, -1)
  const odd = overpasses(region, 0)
  const even = overpasses(partner, 1)
  const write = (curves: readonly HalfStep[]) => pathOf(curves, plait.along)
  const bothTones = (curves: readonly HalfStep[], own: Tone): Stroke[] => [
    {
      tone: 'ahead',
      d: runs(curves, (half) => !isColoured(plait, half))
        .map(write)
        .join(''),
    },
    {
      tone: own,
      d: runs(curves, (half) => isColoured(plait, half))
        .map(write)
        .join(''),
    },
  ]
  const strokes: Stroke[] = [
    ...bothTones(partner, 'partner'),
    { tone: 'gap', d: odd.map(({ curves }) => write(curves)).join('') },
    ...bothTones(region, 'region'),
    { tone: 'gap', d: even.map(({ curves }) => write(curves)).join('') },
  ]
  const isReached = ({ after }: Overpass) => isColoured(plait, after)
  const over = (tone: Tone, passes: readonly Overpass[]): Stroke => ({
    tone,
    d: passes.map(({ curves }) => write(curves)).join(''),
  })
  strokes.push(
    over(
      'ahead',
      even.filter((pass) => !isReached(pass)),
    ),
    over('partner', even.filter(isReached)),
  )
  return strokes.filter(({ d }) => d !== '')
}

/** Crossing n (0 is where the strands begin) lies between the half steps 2n - 1 and 2n. */
function isColoured({ reached, skipped = [] }: Plait, half: number): boolean {
  return half < reached && !skipped.includes(Math.ceil(half / 2))
}

/** The stretches of a strand whose half steps are wanted; neighbours are drawn in one. */
function runs(curves: readonly HalfStep[], isWanted: (half: number) => boolean): HalfStep[][] {
  const found: HalfStep[][] = []
  for (const [half, curve] of curves.entries()) {
    if (!isWanted(half)) continue
    if (half > 0 && isWanted(half - 1)) found.at(-1)?.push(curve)
    else found.push([curve])
  }
  return found
}

/** The half steps of one strand; `side` is +1 for the strand that starts below (or right of) the middle. */
function strand(plait: Plait, side: 1 | -1): HalfStep[] {
  const { middle, crossings, swings, open } = plait
  const curves: HalfStep[] = []
  let from: Point = [plait.start, middle + side * (swings[0] ?? 0)]
  for (const [index, crossing] of crossings.entries()) {
    const sign = index % 2 === 0 ? side : -side
    const swing: Point = [(from[0] + crossing) / 2, middle + sign * (swings[index] ?? 0)]
    curves.push(index === 0 ? straight(from, swing) : rising(from, swing, steepness(plait, index - 1)))
    if (open && index === crossings.length - 1) break
    const to: Point = [crossing, middle]
    curves.push(reverse(rising(to, swing, steepness(plait, index))))
    from = to
  }
  return curves
}

/** Slope at a crossing: the geometric mean of what both sides ask, so that a strand bends nowhere when steps shorten. */
function steepness({ start, crossings, swings }: Plait, index: number): number {
  const before = crossings[index - 1] ?? start
  const here = crossings[index] ?? before
  const own = slopeOf(swings[index] ?? 0, here - before)
  const after = crossings[index + 1]
  return after === undefined ? own : Math.sqrt(own * slopeOf(swings[index + 1] ?? 0, after - here))
}

function slopeOf(swing: number, step: number): number {
  return (quarterSine.c1[1] * swing) / ((quarterSine.c1[0] * step) / 2)
}

type Overpass = { curves: HalfStep[]; after: number }

/** The pieces around every second crossing, redrawn on top; `after` is the half step that begins at the crossing. */
function overpasses(curves: readonly HalfStep[], first: 0 | 1): Overpass[] {
  const passes: Overpass[] = []
  for (let before = 1 + first * 2; before < curves.length; before += 4) {
    const [incoming, outgoing] = [curves[before], curves[before + 1]]
    if (!incoming) continue
    passes.push({
      curves: [reverse(cut(reverse(incoming))), ...(outgoing ? [cut(outgoing)] : [])],
      after: before + 1,
    })
  }
  return passes
}

function straight(from: Point, to: Point): HalfStep {
  return { from, c1: between(from, to, 1 / 3), c2: between(from, to, 2 / 3), to }
}

/** From a crossing to the swing beside it. */
function rising(from: Point, to: Point, slope: number): HalfStep {
  const [run, rise] = [to[0] - from[0], to[1] - from[1]]
  const near = run * quarterSine.c1[0]
  const c1: Point = [from[0] + near, from[1] + Math.sign(rise) * Math.abs(near) * slope]
  return { from, c1, c2: [from[0] + run * quarterSine.c2[0], to[1]], to }
}

function reverse({ from, c1, c2, to }: HalfStep): HalfStep {
  return { from: to, c1: c2, c2: c1, to: from }
}

/** The first part of a curve up to the clearance (de Casteljau). */
function cut({ from, c1, c2, to }: HalfStep): HalfStep {
  const [a, b, c] = [between(from, c1, clearance), between(c1, c2, clearance), between(c2, to, clearance)]
  const [d, e] = [between(a, b, clearance), between(b, c, clearance)]
  return { from, c1: a, c2: d, to: between(d, e, clearance) }
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

function pathOf(curves: readonly HalfStep[], along: 'x' | 'y'): string {
  const write = ([run, across]: Point) => (along === 'x' ? [run, across] : [across, run]).map(oneDecimal).join(' ')
  const [first] = curves
  if (!first) return ''
  return `M${write(first.from)}${curves.map(({ c1, c2, to }) => `C${write(c1)} ${write(c2)} ${write(to)}`).join('')}`
}

function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10)
}
