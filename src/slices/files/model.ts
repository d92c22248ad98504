import type { FileFault } from '../../shared/failure.ts'

export { barePicture } from './bare-picture.ts'

export const fileKinds = ['pdf', 'jpeg', 'png', 'docx', 'xlsx'] as const
export type FileKind = (typeof fileKinds)[number]

export const mediaTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const endings: Record<string, FileKind> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  docx: 'docx',
  xlsx: 'xlsx',
}

/** Kinds that a browser may draw inside a page. */
export const isPicture = (kind: FileKind): kind is 'jpeg' | 'png' => kind === 'jpeg' || kind === 'png'

/** What a file is kept as: facts of its row. */
export interface FileCard {
  id: string
  kind: FileKind
  bytes: number
  name: string
  sha256: string
}

/**
 * The name under which a file is kept: without the folders that came with it, ending in what it is. A name that says
 * another kind than its content has is refused: whoever opened it would be misled.
 */
export function fileName(typed: string, kind: FileKind): { name: string } | { fault: FileFault } {
  const bare = typed.split(/[/\\]/).at(-1)?.trim().replace(/^\.+/, '') ?? ''
  const [, stem = bare, ending] = /^(.+)\.([A-Za-z0-9]{1,5})$/.exec(bare) ?? []
  if (ending !== undefined && endings[ending.toLowerCase()] === kind) return { name: bare }
  // "Nota kesepahaman no. 12" has no ending; "laporan.exe" has one, and it is not its own.
  if (ending !== undefined && !/^\d+$/.test(ending)) return { fault: 'not_its_name' }
  const own = kind === 'jpeg' ? 'jpg' : kind
  const whole = ending === undefined ? stem : bare
  return { name: `${[...(whole === '' ? 'berkas' : whole)].slice(0, 200 - own.length - 1).join('')}.${own}` }
}
