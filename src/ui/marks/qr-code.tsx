import { encode } from 'uqr'

/** An address as a picture that a phone's camera reads; dark on light in every theme. `size` in CSS pixels, where no style says it. */
export function QrCode({ text, label, size: pixels }: { text: string; label: string; size?: number }) {
  const { data, size } = encode(text, { ecc: 'M', border: 3 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      {...(pixels !== undefined && { width: pixels, height: pixels })}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
