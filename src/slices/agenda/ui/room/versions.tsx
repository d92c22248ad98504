import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../../shared/format.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { readSummaryVersion } from '../../contract.ts'
import { ReadBlocks } from './read-blocks.tsx'
import type { MinutesView } from './use-minutes.ts'
import { words } from './messages/words.gen.ts'

/** Every version as it was saved, the agreed one named; also what was typed before it was brought together. */
export function Versions({ minutes }: { minutes: MinutesView }) {
  const language = useLanguage()
  const { sum: w } = words[language]
  const [open, setOpen] = useState<string>()
  return (
    <section className="sec after">
      <h2>{w.versions}</h2>
      <ul className="people">
        {minutes.versions.map(({ id, number, kind, savedOn, savedBy, reason }) => {
          const date = formatDate(savedOn, language)
          const title = kind === 'aside' ? w.asideLine({ date }) : w.versionLine({ n: number, date })
          const isAgreed = kind !== 'aside' && minutes.agreed?.version === number
          return (
            <li key={id}>
              <p>
                {title}
                <span className="s q">
                  {savedBy !== undefined && ` · ${savedBy}`}
                  {isAgreed && ` · ${w.isAgreed}`}
                  {reason !== undefined && ` · ${w.amendedWhy({ reason })}`}
                </span>
              </p>
              <button
                type="button"
                className="btn sm text"
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? undefined : id)}
              >
                {open === id ? w.close : w.read}
                <span className="vh">: {title}</span>
              </button>
              {open === id && <Version id={id} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Version({ id }: { id: string }) {
  const { data } = useQuery(queryOf(readSummaryVersion, { id }))
  if (data === undefined) return null
  return (
    <div className="note">
      <ReadBlocks blocks={data.blocks} lang={data.lang} points={data.drawn.points} />
    </div>
  )
}
