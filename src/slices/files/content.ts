import { open } from 'node:fs/promises'
import type { FileFault } from '../../shared/failure.ts'
import type { FileKind } from './model.ts'
import { findZipEnd, readPackage, type Slice } from './package.ts'

export type Looked = { kind: FileKind } | { fault: FileFault }

const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const mainParts = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const

/**
 * What a file is, from its content alone: neither its name nor what the browser said counts. Reads a few kilobytes from
 * its beginning and its end.
 */
export async function lookAt(path: string, size: number): Promise<Looked> {
  const file = await open(path, 'r')
  try {
    const slice: Slice = async (at, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - at)))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      return buffer.subarray(0, bytesRead)
    }
    return await lookAtSlices(slice, size)
  } finally {
    await file.close()
  }
}

async function lookAtSlices(slice: Slice, size: number): Promise<Looked> {
  if (size === 0) return { fault: 'empty' }
  const head = await slice(0, 1024)
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return await lookAtPackage(slice, size)
  if (head.subarray(0, 8).equals(oldOffice)) return { fault: 'old_office' }
  const kind = kindOfHead(head)
  // A reader of PDF also takes one that begins later: what stands before it would be read by somebody else.
  if (isScript(head)) return { fault: 'script' }
  if (kind === undefined) return { fault: head.includes('%PDF-') ? 'two_in_one' : 'unknown' }
  return (await findZipEnd(slice, size)) === undefined ? { kind } : { fault: 'two_in_one' }
}

function kindOfHead(head: Buffer): FileKind | undefined {
  if (/^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8))) return 'pdf'
  // The signature, and the header chunk that must come first with its length of 13.
  if (head.toString('latin1', 0, 16) === '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR') return 'png'
  // Start of image, then a marker of a segment that has a length.
  const marker = head[3] ?? 0
  const isSegment = (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xdb && marker <= 0xef) || marker === 0xfe
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff && isSegment) return 'jpeg'
  return undefined
}

/** Words that make a browser or a server run what follows. Text of two bytes a letter is read as well. */
function isScript(head: Buffer): boolean {
  return /<(!doctype|html|script|svg|iframe|body|\?php|%@)/i.test(head.toString('latin1').replaceAll('\0', ''))
}

async function lookAtPackage(slice: Slice, size: number): Promise<Looked> {
  const found = await readPackage(slice, size)
  if ('fault' in found) return found
  const { names, types } = found
  if (/vbaProject|macroEnabled|macrosheet/i.test(types) || names.some(isMacro)) return { fault: 'macros' }
  const kinds = (['docx', 'xlsx'] as const).filter((kind) => types.includes(`"${mainParts[kind]}"`))
  const [kind] = kinds
  if (kind === undefined) return { fault: 'unknown' }
  return kinds.length > 1 ? { fault: 'two_in_one' } : { kind }
}

const isMacro = (name: string): boolean => /vbaProject\.bin$|(^|\/)macrosheets\//i.test(name)
