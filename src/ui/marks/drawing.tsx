import type { Stroke, Tone } from './plait.ts'

/** One letter each: a page carries the band twice and the rail in two forms. */
const classes: Record<Tone, string> = { region: 'a', partner: 'b', ahead: 'o', gap: 'h' }

export type StrokesProps = { strokes: readonly Stroke[] }

/** The paths of a plait, bottom to top; marks.css gives them colour and width. */
export function Strokes({ strokes }: StrokesProps) {
  return strokes.map(({ tone, d }, index) => <path key={index} className={classes[tone]} d={d} />)
}
