import { Link } from 'react-router'
import { z } from 'zod'
import { id } from '../../../shared/fields.ts'
import type { FailureDetails } from '../../../shared/failure.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { pathOf } from './mailroom/view.ts'
import { words } from './messages/words.gen.ts'

const usedBy = z.object({ id, drafted: z.boolean(), name: z.string() })

/** Which letter has the number that was refused, with the way to it. Nothing where nothing was refused. */
export function UsedNumber({ details }: { details: FailureDetails | undefined }) {
  const w = words[useLanguage()].usedNumber
  const { data: letter } = usedBy.safeParse(details?.by)
  if (letter === undefined) return null
  return (
    <p className="st-wait" role="alert">
      {w.by}{' '}
      <Link to={pathOf(letter)} target="_blank">
        <bdi>{letter.name}</bdi>
      </Link>
    </p>
  )
}
