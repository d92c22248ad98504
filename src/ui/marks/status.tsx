/** live: berlaku · wait: something is awaited · past: ended · loss: not continued · plain: everything else. */
export type StatusTone = 'live' | 'wait' | 'past' | 'loss' | 'plain'

export type StatusProps = { word: string; tone: StatusTone }

/** The one big word of a relation; the colour only repeats what the word says. */
export function Status({ word, tone }: StatusProps) {
  return <b className={tone === 'plain' ? 'status' : `status st-${tone}`}>{word}</b>
}
