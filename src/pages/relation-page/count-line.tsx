import type { ReactNode } from 'react'
import type { Language } from '../../shared/languages.ts'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import type { Level, SaidCounts } from '../../slices/sources/model.ts'
import { words } from './messages/words.gen.ts'

export type CountLineProps = {
  language: Language
  counts: SaidCounts & { unnamed: number }
  /** What the source counted; undefined where it gave no figures. */
  said: SaidCounts | undefined
  level: Level
  /** Puts the source mark around what the source says. */
  mark: (figure: ReactNode) => ReactNode
}

/**
 * "9 ditawarkan · 6 disebut · 3 belum disebut". The mark stands on a figure of the source only: once ours is another,
 * it stands unmarked and the source's beside it. Where no source counted and all are named, the names are the count.
 */
export function CountLine({ language, counts, said, level, mark }: CountLineProps) {
  const say = relationWords[language].fields
  if (said === undefined && counts.unnamed === 0)
    return <p className="count">{mark(say.listed({ n: counts.named }))}</p>
  const offered = say.offered({ n: counts.offered })
  const agrees = said === undefined || said.offered === counts.offered
  const differing = said && [
    ...(said.offered === counts.offered ? [] : [say.offered({ n: said.offered })]),
    ...(said.named === counts.named ? [] : [say.named({ n: said.named })]),
  ]
  return (
    <p>
      <span className="count">{agrees ? mark(offered) : offered}</span> · {say.named({ n: counts.named })}
      {counts.unnamed > 0 && ` · ${say.unnamed({ n: counts.unnamed })}`}
      {differing !== undefined && differing.length > 0 && (
        <>
          {' · '}
          {words[language].countBy[level]} {mark(differing.join(' · '))}
        </>
      )}
    </p>
  )
}
