import type { KeptFile } from '../../../ui/controls/use-upload.ts'

/** A file as a draft holds it, so that it survives a reload like everything typed. */
export const writeFile = (file: KeptFile | undefined): string =>
  file === undefined ? '' : JSON.stringify({ id: file.id, name: file.name, bytes: file.bytes })

/** The file that a draft holds. */
export const readFile = (text: string): KeptFile | undefined =>
  text === '' ? undefined : (JSON.parse(text) as KeptFile)
