import { deflateRawSync } from 'node:zlib'

// Files made for tests: small, and each of its kind by its content.

export const aPdf = (words = 'surat'): Buffer => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`)

export const aPng = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

export const aJpeg = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex')

const main = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
}

export interface Part {
  name: string
  content: string
  /** What the list says it unpacks to, where that is not the truth. */
  declared?: number
}

/** A package as Word or Excel writes it, with more parts than its own. */
export function anOffice(kind: 'docx' | 'xlsx', more: readonly Part[] = []): Buffer {
  const types = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main[kind]}"/></Types>`
  return aZip([{ name: '[Content_Types].xml', content: types }, { name: 'main.xml', content: '<x/>' }, ...more])
}

/** A zip with one list at its end; sums are left out, nobody here reads them. */
export function aZip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content, declared = Buffer.byteLength(content) } of parts) {
    const packed = deflateRawSync(content)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(declared, 8)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    sizes.copy(local, 14)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    sizes.copy(entry, 16)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(local, Buffer.from(name), packed)
    list.push(entry, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const size = list.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...list, end])
}
