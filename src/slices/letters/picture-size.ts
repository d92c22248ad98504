import type { Picture } from './renderer.ts'

/** Width and height of a picture in pixels, from its header; undefined where it is damaged or absurd. */
export function sizeOf({ kind, bytes }: Picture): { width: number; height: number } | undefined {
  const size = kind === 'png' ? pngSize(bytes) : jpegSize(bytes)
  if (size === undefined || size.width === 0 || size.height === 0) return undefined
  return size.width > 20 * size.height || size.height > 20 * size.width ? undefined : size
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < 24) return undefined
  const view = viewOf(bytes)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The frame header of a JPEG: FF C0 to FF CF, without the three markers among them that are something else. */
function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
