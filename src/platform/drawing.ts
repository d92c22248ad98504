/**
 * A picture as data: lines, discs, and words that must fit the room they are given. Units are pixels. What draws it
 * breaks the words into lines, makes them smaller, and as a last resort ends them with an ellipsis.
 */
export interface Drawing {
  width: number
  height: number
  paper: string
  strokes: readonly { d: string; colour: string; width: number }[]
  discs: readonly { x: number; y: number; radius: number; colour: string }[]
  texts: readonly FittedText[]
}

export interface FittedText {
  words: string
  lang: string
  /** The left edge and the top of the first line; with `middle` the height is divided above and below. */
  x: number
  y: number
  width: number
  height: number
  /** The letters' size at first, and the least before words are left out. */
  size: number
  least: number
  /** Lines at most. */
  lines: number
  bold?: boolean
  middle?: boolean
  colour: string
}
