import { inflateSync } from 'node:zlib'

/**
 * The words of a PDF page by page, in the order in which they were set, each line behind a blank. Reads what our own
 * typesetter writes: plain objects, Flate streams, two-byte glyphs that a ToUnicode map names. Throws where it meets
 * anything else, so that no test passes because nothing was read.
 */
export function pagesOfPdf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1')
  const objects = new Map(
    [...text.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', of = '']) => [id, of]),
  )
  const object = (id: string | undefined): string => {
    const found = objects.get(id ?? '')
    if (found === undefined) throw new Error(`no object ${id} in this PDF`)
    return found
  }
  const [, kids = ''] = /\/Type \/Pages[\s\S]*?\/Kids \[([^\]]*)\]/.exec(text) ?? []
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => object(id))
  if (pages.length === 0) throw new Error('a PDF without pages')
  const maps = new Map<string, Map<number, string>>()
  return pages.map((page) => {
    const [, fonts = ''] = /\/Font <<([^>]*)>>/.exec(page) ?? []
    const own = new Map(
      [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
        const map = maps.get(id) ?? mapOf(streamOf(object(/\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1])))
        maps.set(id, map)
        return [name, map]
      }),
    )
    return wordsOf(streamOf(object(/\/Contents (\d+) 0 R/.exec(page)?.[1])), own)
  })
}

function streamOf(object: string): string {
  const begin = object.indexOf('stream\n') + 'stream\n'.length
  const bytes = Buffer.from(object.slice(begin, begin + Number(/\/Length (\d+)/.exec(object)?.[1])), 'latin1')
  return (object.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

/** Glyph → what it stands for: lines `<0001> <004B>`, several signs for a ligature. */
function mapOf(cmap: string): Map<number, string> {
  if (cmap.includes('beginbfrange')) throw new Error('a map of ranges, which this reader does not know')
  return new Map(
    [...cmap.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, glyph = '', signs = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(signs, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const piece = String.raw`\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f]*>`
/** A font is chosen, several pieces are shown with the room between them, or one piece is. */
const operators = new RegExp(String.raw`/(\w+) [\d.]+ Tf|\[((?:[-\d.\s]|${piece})*)\] TJ|(${piece}) Tj`, 'g')

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined
  const said: string[] = []
  for (const [, name, several, one] of content.matchAll(operators)) {
    if (name === undefined) said.push(lineOf(several ?? one ?? '', font))
    else if ((font = fonts.get(name)) === undefined) throw new Error(`no font ${name} on this page`)
  }
  if (said.length !== content.match(/\bBT\b/g)?.length) throw new Error('text that this reader did not see')
  return said.join(' ').replace(/\s+/g, ' ')
}

function lineOf(shown: string, font: ReadonlyMap<number, string> | undefined): string {
  const parts = [...shown.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)|<([0-9A-Fa-f]*)>/g)].map(([, literal, hex]) =>
    hex === undefined
      ? (literal ?? '').replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
          /[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (escapes[sign] ?? sign),
        )
      : Buffer.from(hex, 'hex').toString('latin1'),
  )
  const bytes = Buffer.from(parts.join(''), 'latin1')
  return Array.from({ length: bytes.length / 2 }, (_, at) => {
    const sign = font?.get(bytes.readUInt16BE(at * 2))
    if (sign === undefined) throw new Error('a glyph that its font does not name')
    return sign
  }).join('')
}
