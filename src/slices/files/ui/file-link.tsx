import { addressOf } from '../../../shared/endpoint.ts'
import { formatBytes } from '../../../shared/format.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { readContent } from '../contract.ts'
import type { FileCard } from '../model.ts'

/** The address of a file's bytes; a picture's can stand in a page with `inline`. */
export function contentOf(id: string, { inline = false } = {}): string {
  return addressOf(readContent, { id, ...(inline && { inline: '1' }) }).url
}

/** A file to save: its name, its kind and its size. */
export function FileLink({ id, name, kind, bytes }: Pick<FileCard, 'id' | 'name' | 'bytes'> & { kind: string }) {
  return (
    <a href={contentOf(id)} download>
      <bdi>{name}</bdi> <span className="q">{`${kind.toUpperCase()}, ${formatBytes(bytes, useLanguage())}`}</span>
    </a>
  )
}
