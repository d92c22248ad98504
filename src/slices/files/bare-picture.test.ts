import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barePicture } from './bare-picture.ts'

const text = (words: string) => Array.from(words, (sign) => sign.charCodeAt(0))
const segment = (marker: number, body: readonly number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]
const scan = [...segment(0xda, [1, 2, 3]), 0x11, 0xff, 0x00, 0x22, 0xff, 0xd3, 0x33]
const end = [0xff, 0xd9]
const start = [0xff, 0xd8]
const icc = segment(0xe2, text('ICC_PROFILE\0farben'))

/** An Exif segment with a place in it, and the turn as its first entry, in either order of bytes. */
function exif(turn: number, { little = false } = {}) {
  const two = (n: number) => (little ? [n & 255, n >> 8] : [n >> 8, n & 255])
  const four = (n: number) => (little ? [...two(n), 0, 0] : [0, 0, ...two(n)])
  const entry = [...two(0x0112), ...two(3), ...four(1), ...two(turn), 0, 0]
  const tiff = [...(little ? [0x49, 0x49] : [0x4d, 0x4d]), ...two(42), ...four(8), ...two(1), ...entry, ...four(0)]
  return segment(0xe1, [...text('Exif\0\0'), ...tiff, ...text('GPS 6.2S 107.0E')])
}
const bare = (parts: number[][], kind: 'jpeg' | 'png' = 'jpeg') => barePicture(Uint8Array.from(parts.flat()), kind)
const words = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []))

describe('a photograph', () => {
  test('loses place, device, remarks and what stands after its end, and keeps the picture and its colours', () => {
    const notes = [
      segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0GPS')),
      segment(0xed, text('nama')),
      segment(0xfe, text('hp')),
    ]
    const found = bare([start, exif(1), ...notes, icc, segment(0xe2, text('MPF\0')), scan, scan, end, text('GPS film')])
    expect(found).toEqual(Uint8Array.from([...start, ...icc, ...scan, ...scan, ...end]))
  })

  test.each([3, 6, 8])('that is turned (%i) stays turned, and says nothing else', (turn) => {
    for (const little of [true, false]) {
      const found = bare([start, exif(turn, { little }), scan, end])
      expect(words(found)).not.toContain('GPS')
      // Read again as a camera's own: it is the same turn, so taking it off twice changes nothing.
      expect(barePicture(found ?? new Uint8Array(), 'jpeg')).toEqual(found)
      expect(found?.[2 + 4 + 6 + 8 + 2 + 9]).toBe(turn)
    }
  })

  test('that is broken is none', () => {
    expect(bare([start, scan])).toBeUndefined()
    expect(bare([start, [0xff, 0xe1, 0xff, 0xff, 1]])).toBeUndefined()
    expect(bare([text('GIF89a')])).toBeUndefined()
  })
})

test('a PNG loses its notes and what stands after its end', () => {
  const chunk = (name: string, body: string) => [0, 0, 0, body.length, ...text(name), ...text(body), 9, 9, 9, 9]
  const head = [0x89, ...text('PNG\r\n\u001a\n')]
  const notes = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].map((name) => chunk(name, 'GPS'))
  const found = bare(
    [head, chunk('IHDR', 'abc'), ...notes, chunk('IDAT', 'pixel'), chunk('IEND', ''), text('GPS')],
    'png',
  )
  expect(found).toEqual(Uint8Array.from([head, chunk('IHDR', 'abc'), chunk('IDAT', 'pixel'), chunk('IEND', '')].flat()))
  expect(bare([head, chunk('IHDR', 'abc')], 'png')).toBeUndefined()
})

test('whatever the bytes are, it ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('jpeg' as const, 'png' as const), (bytes, kind) => {
      const begun = kind === 'jpeg' ? [0xff, 0xd8, 0xff, 0xe1, ...bytes] : [0x89, ...text('PNG\r\n\u001a\n'), ...bytes]
      const found = barePicture(Uint8Array.from(begun), kind)
      expect(found === undefined || found.length <= begun.length + 40).toBe(true)
    }),
  )
})
