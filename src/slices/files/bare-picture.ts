/** A picture without what a camera or a program wrote into it beside the picture: place, device, names, previews. */

/**
 * The same picture, bit by bit, without its notes; of a photograph the way it is turned stays. Undefined when it is
 * not built as a picture of its kind is.
 */
export function barePicture(bytes: Uint8Array, kind: 'jpeg' | 'png'): Uint8Array | undefined {
  const kept = kind === 'jpeg' ? partsOfJpeg(bytes) : partsOfPng(bytes)
  return kept && joined(kept)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

// Exif and XMP, IPTC, remarks, and the table of further pictures (APP2 'MPF') that stand after the end.
const noted = new Set([0xe1, 0xed, 0xfe])

function partsOfJpeg(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined
  const kept = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length || at + 2 === bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    // What stands after the end is no part of the picture.
    if (marker === 0xd9) return [...kept, bytes.subarray(at, at + 2)]
    if (at + 4 > bytes.length) return undefined
    const end = at + 2 + view.getUint16(at + 2)
    if (end <= at + 3 || end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    const isTable = marker === 0xe2 && textAt(segment, 4, 3) === 'MPF'
    if (marker === 0xe1) kept.push(...turnOf(segment))
    else if (!noted.has(marker) && !isTable) kept.push(segment)
    at = end
    if (marker !== 0xda) continue
    at = endOfScan(bytes, end)
    kept.push(bytes.subarray(end, at))
  }
  return undefined
}

/** Where the next marker stands: inside a scan, FF is followed by 00 or by a number of restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

/** An Exif segment that says nothing but how the picture is turned; none where it stands upright or does not say. */
function turnOf(segment: Uint8Array): Uint8Array[] {
  if (textAt(segment, 4, 4) !== 'Exif' || segment.length < 24) return []
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10)
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return []
  const entries = Math.min(tiff.getUint16(first, little), 100)
  for (let at = first + 2, n = 0; n < entries && at + 12 <= tiff.byteLength; n += 1, at += 12) {
    const turn = tiff.getUint16(at, little) === 0x0112 ? tiff.getUint16(at + 8, little) : 0
    if (turn > 1 && turn <= 8) return [bytesOf(`${onlyTurn} ${turn.toString(16).padStart(2, '0')} 000000000000`)]
  }
  return []
}

// APP1, 34 bytes, 'Exif', big-endian TIFF, one entry: tag 0x0112, one short.
const onlyTurn = 'ffe10022 457869660000 4d4d002a00000008 0001 011200030000000100'

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const notes = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function partsOfPng(bytes: Uint8Array): Uint8Array[] | undefined {
  if (textAt(bytes, 1, 3) !== 'PNG') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    const name = textAt(bytes, at + 4, 4)
    if (!notes.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return kept
    at = end
  }
  return undefined
}
