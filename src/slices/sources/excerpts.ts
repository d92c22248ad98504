import type { Tx } from '../../platform/database.ts'
import { excerptOf, type Excerpt } from './model.ts'

/** A line by its source and the place of its words in that source's text. */
interface Cited {
  id: string
  source: { id: string } | null | undefined
  spanFrom: number | null
  spanTo: number | null
}

/** Around exact words no more of a text is read than is shown: a text may have a megabyte. */
const room = 400

/** The exact words of lines with what stands around them. A text may have a megabyte: each is read once, one at a time. */
export async function listExcerpts(tx: Tx, lines: readonly Cited[]): Promise<Map<string, Excerpt>> {
  const found = new Map<string, Excerpt>()
  for (const [source, cited] of Map.groupBy(lines, (line) => line.source?.id)) {
    const text =
      source !== undefined && cited.some(({ spanFrom }) => spanFrom !== null) ? await getText(tx, source) : ''
    for (const { id, spanFrom: from, spanTo: to } of cited) {
      if (text && from !== null && to !== null) found.set(id, excerptAt(text, { from, to }))
    }
  }
  return found
}

function excerptAt(text: string, { from, to }: { from: number; to: number }): Excerpt {
  const low = Math.max(0, from - room)
  return excerptOf(text.slice(low, to + room), { from: from - low, to: to - low })
}

/** The very text a source was entered from, where the region filed it; undefined for any other. */
export async function getText(tx: Tx, source: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('sources.texts')
    .select('body')
    .where('id', '=', source)
    .where('fits', '=', true)
    .executeTakeFirst()
  return row?.body
}
