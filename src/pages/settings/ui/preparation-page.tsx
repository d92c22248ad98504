import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { mendRegion } from '../../../slices/reference/contract.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { type PreparationPart, placeOf } from '../model.ts'
import { preparationQuery } from './use-preparation.ts'
import { words } from './messages/words.gen.ts'

/** What a new region needs, part by part, each with its one act; what is there says so by itself. */
export function PreparationPage() {
  const { language, region } = useVisitor()
  const w = words[language].preparation
  usePageTitle(w.title)
  const { data, error, refetch } = useQuery(preparationQuery)
  const left = data?.parts.filter(({ done }) => !done).length ?? 0
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          {data !== undefined && (
            <p className="sub">
              {left === 0 ? w.ready({ region: region.name }) : w.left({ n: left, all: data.parts.length })}
            </p>
          )}
        </div>
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <ul className="todo gap">
          {data.parts.map(({ part, done }) => (
            <Part key={part} part={part} done={done} />
          ))}
        </ul>
      )}
      {data !== undefined && left === 0 && (
        <p className="acts gap">
          <a className="btn" href={`/${language}/daerah/${region.slug}`}>
            {w.seePortal}
          </a>
        </p>
      )}
      {data?.open === true && <PutAside rev={data.rev} />}
    </>
  )
}

function Part({ part, done }: { part: PreparationPart; done: boolean }) {
  const { language } = useVisitor()
  const w = words[language].preparation
  const to = placeOf[part]
  return (
    <li>
      <p>
        <b>{w.part[part].title}</b>
        <span className={done ? 's st-live' : 's st-wait'}>{stateOf(part, { done, w })}</span>
        {!done && <span className="s q"> {w.part[part].text}</span>}
      </p>
      {to !== undefined && (
        <Link className={done ? 'btn sm' : 'btn'} to={to}>
          {done ? w.look : actOf(w.part[part])}
          {done && <span className="vh">: {w.part[part].title}</span>}
        </Link>
      )}
    </li>
  )
}

type Words = (typeof words)['id']['preparation']

/** A table of a decree is there from the beginning; what is missing is that somebody held it against the text. */
function stateOf(part: PreparationPart, { done, w }: { done: boolean; w: Words }): string {
  if (part === 'holidays' || part === 'affairs') return done ? w.checked : w.unchecked
  return done ? w.done : w.missing
}

/** The first cooperation is recorded by somebody else and has no act here. */
const actOf = (part: object): string => ('act' in part ? String(part.act) : '')

/** Leads nowhere any more; every part stays where it is in the settings. */
function PutAside({ rev }: { rev: number }) {
  const w = words[useVisitor().language].preparation
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const go = useNavigate()
  const acting = useAct(mendRegion, {
    key: 'preparation',
    async done(_, act) {
      sayDone(w.putAsideSaid, act)
      await queries.invalidateQueries()
      await go('/pengaturan')
    },
  })
  return (
    <section className="sec after">
      <h2>{w.putAsideTitle}</h2>
      <p>{w.putAsideText}</p>
      <p className="acts gap">
        <button
          type="button"
          className="btn sm"
          aria-busy={acting.busy}
          onClick={() => void acting.send({ rev, preparing: false })}
        >
          {w.putAside}
        </button>
      </p>
      <FailureNotice acting={acting} />
    </section>
  )
}
