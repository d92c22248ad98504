import { Strokes } from './drawing.tsx'
import { band } from './plait-shapes.ts'

export type BandProps = {
  /** 64 px high, for the one page where the plait is the only picture. */
  tall?: boolean
}

/** The plait across the page: under every header, above the printed footer. */
export function Band({ tall = false }: BandProps) {
  return (
    <svg
      className={tall ? 'plait band tall' : 'plait band'}
      viewBox={band.viewBox}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <Strokes strokes={band.strokes} />
    </svg>
  )
}
