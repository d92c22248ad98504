import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { proposeSame } from '../contract.ts'
import { PartnerName } from './partner-name.tsx'
import type { PartnerView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type ProposalsProps = {
  name: string
  country: string | undefined
  /** Takes one of them instead; without it they lead to their pages. */
  onPick?: ((partner: PartnerView) => void) | undefined
}

/** Milliseconds of silence before a name is asked about. */
const pause = 300

/** "Mungkin sudah ada: …": the partners that a name typed just now may mean. */
export function Proposals({ name, country, onPick }: ProposalsProps) {
  const w = words[useLanguage()].form
  const [asked, setAsked] = useState(name.trim())
  useEffect(() => {
    const timer = setTimeout(() => setAsked(name.trim()), pause)
    return () => clearTimeout(timer)
  }, [name])
  const { data } = useQuery({
    ...queryOf(proposeSame, { name: asked, ...(country !== undefined && { country }) }),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  const rows = asked.length > 1 ? (data?.rows ?? []) : []
  return (
    <div role="status">
      {rows.length > 0 && (
        <>
          <p className="st-wait">{w.maybe}</p>
          <ul>
            {rows.slice(0, 4).map((row) => (
              <li key={row.id}>
                <PartnerName partner={row} />{' '}
                {onPick === undefined ? (
                  <Link to={`/mitra/${row.slug}`}>
                    {w.open}
                    <span className="vh">: {row.name}</span>
                  </Link>
                ) : (
                  <button type="button" className="linklike" onClick={() => onPick(row)}>
                    {w.useThis}
                    <span className="vh">: {row.name}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
