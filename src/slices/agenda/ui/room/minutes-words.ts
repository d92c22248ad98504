import type { Language } from '../../../../shared/languages.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { blockKey, type Block } from '../../summary-model.ts'
import type { MinutesView } from './use-minutes.ts'

/** What a block is called: a point by its own words, the others by their kind. */
export function blockTitle(language: Language, block: Pick<Block, 'kind' | 'point'>, points: MinutesView['points']) {
  return points.find(({ id }) => id === block.point)?.words ?? agendaWords[language].room.block[block.kind]
}

/** The texts of blocks by their key, as one value of a draft. */
export function textsOf(blocks: readonly Block[]): Record<string, string> {
  return Object.fromEntries(blocks.map((block) => [blockKey(block), block.text]))
}

/** Reads what a draft kept; blocks that came since are there with the text that stands. */
export function readTexts(kept: string, blocks: readonly Block[]): Record<string, string> {
  return { ...textsOf(blocks), ...(JSON.parse(kept) as Record<string, string>) }
}

/** Blocks as they are sent. A text whose point was taken off meanwhile goes on standing. */
export function toBlocks(texts: Readonly<Record<string, string>>): Block[] {
  return Object.entries(texts)
    .filter(([key, text]) => key === 'pembuka' || key === 'keputusan' || text !== '')
    .map(([key, text]) =>
      key === 'pembuka' || key === 'keputusan' ? { kind: key, text } : { kind: 'pokok', point: key, text },
    )
}
