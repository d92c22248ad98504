import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { DprdClock as Clock } from '../../../slices/procedures/model.ts'
import { ClockLine } from '../../../slices/procedures/ui/clock-line.tsx'
import { readRegion } from '../../../slices/reference/contract.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'
import { useWork } from './use-work.ts'
import { words } from './messages/words.gen.ts'

/** DPRD's time from the day its secretariat received the letter, and the act that records that day. */
export function DprdClock() {
  const { relation } = useRelationPage()
  const { language, may } = useVisitor()
  const { clock } = useWork()
  const w = words[language].clock
  const region = useQuery({ ...queryOf(readRegion, {}), enabled: clock?.count !== undefined && may('reference.read') })
  if (clock === null) return null
  const receipt = `/kerja-sama/${relation.slug}/kirim?langkah=persetujuan_dprd&di=dprd`
  return (
    <section className="sec after" aria-labelledby="dprd">
      <h2 id="dprd">{w.title}</h2>
      <ClockLine
        language={language}
        clock={clock as Clock}
        {...(region.data !== undefined && { cutiBersamaCounts: region.data.cutiBersamaCounts })}
      >
        {clock.state === 'cannot_count' && may('relations.mend') && (
          <p className="acts gap">
            <Link className="btn" to={receipt}>
              {w.receipt}
            </Link>
          </p>
        )}
      </ClockLine>
    </section>
  )
}
