import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { blockKey, type Block } from '../../summary-model.ts'
import { blockTitle } from './minutes-words.ts'
import type { MinutesView } from './use-minutes.ts'
import { words } from './messages/words.gen.ts'

export type ReadBlocksProps = { blocks: readonly Block[]; lang: string; points: MinutesView['points'] }

/** Minutes to be read: each block that says something. */
export function ReadBlocks({ blocks, lang, points }: ReadBlocksProps) {
  const language = useLanguage()
  const said = blocks.filter(({ text }) => text !== '')
  if (said.length === 0) return <p className="q">{words[language].sum.empty}</p>
  return said.map((block) => (
    <div className="gap" key={blockKey(block)}>
      <h3>
        <bdi>{blockTitle(language, block, points)}</bdi>
      </h3>
      <p className="typed" lang={lang}>
        <bdi>{block.text}</bdi>
      </p>
    </div>
  ))
}
