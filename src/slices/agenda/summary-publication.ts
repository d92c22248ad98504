import type { Tx } from '../../platform/database.ts'
import type { Point, PublishedSummary } from './model.ts'
import { findSummary } from './summary-read.ts'

/**
 * What the world sees of a summary that was chosen: its blocks as they stand, of the points only those that are public
 * themselves. What follows stays inside, like who answers it. Undefined when it was not chosen or says nothing.
 */
export async function choosePublicSummary(
  tx: Tx,
  { activity, chosen, points }: { activity: string; chosen: readonly string[]; points: readonly Point[] },
): Promise<PublishedSummary | undefined> {
  const found = chosen.length === 0 ? undefined : await findSummary(tx, activity)
  if (found === undefined || !chosen.includes(found.id)) return undefined
  const blocks = found.blocks.flatMap(({ kind, point: id, text }): PublishedSummary['blocks'] => {
    const point = points.find((one) => one.id === id)
    if (text === '' || (kind === 'pokok' && point === undefined)) return []
    return [{ kind, text, ...(point !== undefined && { title: point.words, titleLang: point.wordsLang }) }]
  })
  if (blocks.length === 0) return undefined
  const agreedOn = found.state === 'disepakati' ? (found.agreed_on ?? undefined) : undefined
  return { id: found.id, lang: found.lang, ...(agreedOn !== undefined && { agreedOn }), blocks }
}
