import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage, useVisitor } from '../../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import { LongTextField, TextField } from '../../../../ui/marks/field.tsx'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { listRouting, mendRoute, restoreRoute } from '../../contract.ts'
import { wordOf } from './view.ts'
import { words } from './messages/words.gen.ts'

type RouteView = z.output<typeof listRouting.output>['rows'][number]

/** How letters are routed by kind of addressee: the delivered lines with their mark, or the region's own. */
export function RoutingSettings() {
  const w = words[useLanguage()].routing
  const { data } = useQuery(queryOf(listRouting, {}))
  return (
    <section aria-label={w.title}>
      <h2>{w.title}</h2>
      <p className="s q">{w.hint}</p>
      <ul className="lines gap">
        {data?.rows.map((route) => (
          <RouteLine key={route.kind} route={route} />
        ))}
      </ul>
    </section>
  )
}

function RouteLine({ route }: { route: RouteView }) {
  const { language, drafts } = useVisitor()
  const w = words[language].routing
  const name = wordOf(words[language].kind, route.kind)
  const [isOpen, setOpen] = useState(() => drafts.read(`route/${route.kind}`) !== undefined)
  const said = (['attention', 'through', 'copies'] as const)
    .filter((line) => route[line] !== '')
    .map((line) => `${w[line]}: ${route[line].replaceAll('\n', ', ')}`)
  return (
    <li>
      <b>{name}</b>{' '}
      <span className="s q">
        {route.rev === 0 ? w.delivered : w.own}
        {route.rev === 0 && route.basis !== '' && ` · ${w.basis({ basis: route.basis })}`}
      </span>
      <p>
        <bdi>{said.length === 0 ? w.nothing : said.join(' · ')}</bdi>
      </p>
      <button type="button" className="btn sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {w.change}
        <span className="vh">: {name}</span>
      </button>
      {isOpen && <RouteForm route={route} onDone={() => setOpen(false)} />}
    </li>
  )
}

function RouteForm({ route, onDone }: { route: RouteView; onDone: () => void }) {
  const language = useLanguage()
  const w = words[language].routing
  const { kind, attention, through, copies, rev } = route
  const draft = useDraft(`route/${kind}`, { base: { attention, through, copies }, rev })
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const done = (said: string) => async (_: unknown, act: string) => {
    draft.clear()
    sayDone(said, act)
    onDone()
    await queries.invalidateQueries()
  }
  const mending = useAct(mendRoute, { key: kind, done: done(w.saved) })
  const restoring = useAct(restoreRoute, { key: kind, done: done(w.restored) })
  const labels = { attention: w.attention, through: w.through, copies: w.copies }
  const fields = Object.fromEntries(Object.entries(labels).map(([path, label]) => [path, { id: `route-${kind}-${path}`, label }])) // prettier-ignore
  const { failure, busy } = mending
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const text = (path: keyof typeof labels) => ({
    id: `route-${kind}-${path}`,
    label: labels[path],
    error: errors.find(({ field }) => field === `route-${kind}-${path}`)?.fault,
    value: draft.values[path],
    onChange: (event: { currentTarget: { value: string } }) => draft.set({ [path]: event.currentTarget.value }),
  })
  return (
    <form
      className="form gap"
      onSubmit={(event) => {
        event.preventDefault()
        void mending.send({ kind, ...draft.values, rev: failure?.code === 'stale' ? rev : draft.rev })
      }}
    >
      <ErrorSummary title={words[language].form.fix} errors={errors} />
      <TextField {...text('attention')} maxLength={300} />
      <TextField {...text('through')} maxLength={300} />
      <LongTextField {...text('copies')} hint={w.copiesHint} rows={2} />
      <FailureNotice acting={mending} />
      {failure?.code === 'stale' && (
        <p className="st-wait" role="alert">
          {failure.message}
        </p>
      )}
      <div className="acts">
        <SaveButton label={w.save} busy={busy} small />
        {rev > 0 && (
          <button
            type="button"
            className="btn sm"
            aria-busy={restoring.busy}
            onClick={() => void restoring.send({ kind, rev })}
          >
            {w.restore}
          </button>
        )}
      </div>
    </form>
  )
}
