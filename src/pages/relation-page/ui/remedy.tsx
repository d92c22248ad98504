import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { WriteLetterButton } from '../../../slices/letters/ui/write-letter-button.tsx'
import type { Obstacle } from '../../../slices/procedures/model.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'

export type RemedyProps = {
  relation: { id: string; slug: string }
  obstacle: Obstacle
  children: ReactNode
}

/** The one act that meets what is missing: a letter to write, a paper to file, a question to answer. */
export function Remedy({ relation, obstacle, children }: RemedyProps) {
  const { may } = useVisitor()
  if (!may('relations.mend')) return null
  if (obstacle.remedy === 'write_letter' && obstacle.letter !== undefined) {
    return (
      <WriteLetterButton relation={relation} kind={obstacle.letter}>
        {children}
      </WriteLetterButton>
    )
  }
  return (
    <Link className="btn sm" to={`/kerja-sama/${relation.slug}${placeOf(obstacle)}`}>
      {children}
    </Link>
  )
}

function placeOf({ remedy, step, document }: Obstacle): string {
  if (remedy === 'answer_eligibility') return '/naskah#laporan'
  if (remedy === 'write_plan') return '/naskah#rencana'
  if (remedy === 'map_fields') return '/bidang'
  if (remedy === 'decide_type') return '#jenis'
  return `/catat?langkah=${step}${document === undefined ? '' : `&dokumen=${document}`}`
}
