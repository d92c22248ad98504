import { inflateRawSync } from 'node:zlib'
import type { FileFault } from '../../shared/failure.ts'

/** Reads `length` bytes of a file from `at`; fewer at its end. */
export type Slice = (at: number, length: number) => Promise<Buffer>

interface Entry {
  name: string
  method: number
  packed: number
  unpacked: number
  at: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

// What an Office document of 25 MB needs at most; beyond it is made to fill memory.
const entriesMost = 5000
const unpackedMost = 400_000_000
const listMost = 2_000_000
const typesMost = 1_000_000

/**
 * Where a zip's list of contents ends, when the file ends as a zip does. Also a file that begins as something else can:
 * it is then two kinds at once.
 */
export async function findZipEnd(slice: Slice, size: number): Promise<Buffer | undefined> {
  const length = Math.min(size, 22 + 0xffff)
  const tail = await slice(size - length, length)
  for (let at = length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endMark && tail.readUInt16LE(at + 20) === length - at - 22) return tail.subarray(at)
  }
  return undefined
}

/**
 * What an Office document says it is, from the one entry that tells ([Content_Types].xml); nothing else is unpacked.
 * The sizes that the list declares are added up before, so that a small file that swells is not taken.
 */
export async function readPackage(
  slice: Slice,
  size: number,
): Promise<{ names: string[]; types: string } | { fault: FileFault }> {
  const end = await findZipEnd(slice, size)
  if (end === undefined) return { fault: 'damaged' }
  const count = end.readUInt16LE(10)
  const [listSize, listAt] = [end.readUInt32LE(12), end.readUInt32LE(16)]
  // Zip64 and split archives are for what is larger than we take.
  if (count === 0xffff || listAt === 0xffffffff || end.readUInt16LE(4) !== 0) return { fault: 'damaged' }
  if (count > entriesMost || listSize > listMost) return { fault: 'swells' }
  if (listAt + listSize > size) return { fault: 'damaged' }
  const entries = entriesOf(await slice(listAt, listSize), count)
  if (entries === undefined) return { fault: 'damaged' }
  const sum = (of: 'packed' | 'unpacked') => entries.reduce((total, entry) => total + entry[of], 0)
  // More packed bytes than the file has: entries that share their bytes.
  if (sum('unpacked') > unpackedMost || sum('packed') > size) return { fault: 'swells' }
  const listed = entries.filter(({ name }) => name === '[Content_Types].xml')
  const [declared] = listed
  if (declared === undefined || listed.length > 1) return { fault: 'unknown' }
  if (declared.unpacked > typesMost) return { fault: 'swells' }
  const types = await unpack(slice, declared)
  return types === undefined ? { fault: 'damaged' } : { names: entries.map(({ name }) => name), types }
}

function entriesOf(list: Buffer, count: number): Entry[] | undefined {
  const entries: Entry[] = []
  let at = 0
  while (entries.length < count) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== entryMark) return undefined
    const [name, extra, note] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30), list.readUInt16LE(at + 32)]
    entries.push({
      name: list.toString('utf8', at + 46, at + 46 + name),
      method: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20),
      unpacked: list.readUInt32LE(at + 24),
      at: list.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + note
  }
  return entries
}

async function unpack(slice: Slice, { at, method, packed }: Entry): Promise<string | undefined> {
  const head = await slice(at, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== localMark) return undefined
  const from = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const bytes = await slice(from, Math.min(packed, typesMost))
  if (method === 0) return bytes.toString('utf8')
  if (method !== 8) return undefined
  try {
    return inflateRawSync(bytes, { maxOutputLength: typesMost }).toString('utf8')
  } catch {
    return undefined
  }
}
