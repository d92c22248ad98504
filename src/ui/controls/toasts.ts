/** A short answer after an act, with the way back where there is one. */
export interface Said {
  text: string
  act?: { label: string; run: () => void } | undefined
}

type Show = (said: Said) => void

let show: Show | undefined
const waiting: Said[] = []

/** Says something at the foot of the screen. Callable from anywhere, also before the region is loaded. */
export function say(said: Said): void {
  if (show === undefined) waiting.push(said)
  else show(said)
}

/** The region that shows them; what was said before it came is shown now. */
export function attachToasts(region: Show): () => void {
  show = region
  for (const said of waiting.splice(0)) region(said)
  return () => {
    show = undefined
  }
}
