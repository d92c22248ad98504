import type { z } from 'zod'
import type { line, readSheet, source } from '../contract.ts'

/** What the endpoints answer, as the screen holds it. */
export type SheetView = z.output<typeof readSheet.output>
export type LineView = z.output<typeof line>
export type SourceView = z.output<typeof source>

/** A source in one line: title, outlet, day; whatever of them is known. */
export function sourceLabel({
  title,
  outlet,
  publishedOn,
  url,
}: Pick<SourceView, 'title' | 'outlet' | 'publishedOn' | 'url'>): string {
  const parts = [title, outlet, publishedOn].filter((part) => part !== null)
  return parts.length === 0 ? (url ?? '–') : parts.join(' · ')
}
