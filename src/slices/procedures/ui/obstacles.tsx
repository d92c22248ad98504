import type { ReactNode } from 'react'
import type { Language } from '../../../shared/languages.ts'
import { citationOf, type Obstacle, type StepId } from '../model.ts'
import { missingDetails, missingName, missingTitle, remedyVerb } from './missing.ts'

export interface ObstaclesProps {
  language: Language
  /** The step that was to be prepared. */
  step: StepId
  obstacles: readonly Obstacle[]
  /** The one act of a line, a link (`btn sm`) or a button around the words, which name what it is for. */
  act: (obstacle: Obstacle, words: ReactNode) => ReactNode
  /** Below the list: the way to record it all the same. */
  children?: ReactNode
}

/** "Belum bisa, karena …": what is missing, each with its article and one act; says so when nothing is. */
export function Obstacles({ language, step, obstacles, act, children }: ObstaclesProps) {
  const title = missingTitle(language, { step, n: obstacles.length })
  if (obstacles.length === 0) return <p role="status">{title}</p>
  return (
    <div className="refuse miss" role="status">
      <h3>{title}</h3>
      <ObstacleList language={language} obstacles={obstacles} act={act} />
      {children}
    </div>
  )
}

/** The list alone, for a place that has its own heading. */
export function ObstacleList({ language, obstacles, act }: Pick<ObstaclesProps, 'language' | 'obstacles' | 'act'>) {
  return (
    <ul>
      {obstacles.map((obstacle) => (
        <Missing key={obstacle.id} language={language} obstacle={obstacle} act={act} />
      ))}
    </ul>
  )
}

function Missing({ language, obstacle, act }: Pick<ObstaclesProps, 'language' | 'act'> & { obstacle: Obstacle }) {
  const name = missingName(language, obstacle)
  return (
    <li>
      <span className="box" />
      <span>
        {name}
        <small>{citationOf(obstacle.article)}</small>
        {missingDetails(language, obstacle).map((detail) => (
          <small key={detail}>{detail}</small>
        ))}
      </span>
      {act(
        obstacle,
        <>
          {remedyVerb(language, obstacle)}
          <span className="vh">: {name}</span>
        </>,
      )}
    </li>
  )
}
