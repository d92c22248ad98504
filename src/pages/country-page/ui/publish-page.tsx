import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { publishCountry, withdrawCountry } from '../../../slices/partners/contract.ts'
import { countryName } from '../../../slices/reference/model.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { ConfirmDialog } from '../../../ui/controls/confirm-dialog.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { PreviewLinks } from '../../../ui/controls/publish-form.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { readCountryPage } from '../contract.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { useTold } from './facts-part.tsx'
import { words } from './messages/words.gen.ts'

/** What the world sees of a country: choose, look at it as the world would, publish, change, take back. */
export function PublishCountryPage() {
  const { code = '' } = useParams()
  const { language } = useVisitor()
  const w = words[language].publish
  const page = useSuspenseQuery(queryOf(readCountryPage, { country: code })).data
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const told = useTold()
  const { facts, publication } = page
  const [chosen, setChosen] = useState<readonly string[]>(() => publication?.facts ?? facts.map(({ id }) => id))
  const [asks, setAsks] = useState(false)
  const country = countryName(language, page.country)
  usePageTitle(w.title({ country }))
  const done = (said: string) => async (_: unknown, act: string) => {
    sayDone(said, act)
    await queries.invalidateQueries()
  }
  const publishing = useAct(publishCountry, { key: page.country, done: done(w.published) })
  const withdrawing = useAct(withdrawCountry, { key: page.country, done: done(w.withdrawn) })
  // What was voided or is dated after the visitor's day is not on this page and is not sent.
  const ready = facts.map(({ id }) => id).filter((id) => chosen.includes(id))
  const lagging = facts.some(({ id, shown }) => shown === 'changed' || (shown === 'public') !== ready.includes(id))
  return (
    <div>
      <p className="s">
        <Link to={`/negara/${page.country}`}>{country}</Link>
      </p>
      <h1 tabIndex={-1}>{w.title({ country })}</h1>
      <p className="gap">
        {publication === undefined
          ? w.notYet
          : w.since({ date: formatDate(toLocalTime(publication.publishedAt, 'WIB').date, language) })}{' '}
        {publication !== undefined && lagging && <span className="st-wait">{w.lagging}</span>}
      </p>
      <form
        className="form gap3"
        onSubmit={(event) => {
          event.preventDefault()
          void publishing.send({ country: page.country, facts: ready })
        }}
      >
        <fieldset className="f plain">
          <legend>{w.parts}</legend>
          <p className="hint">{w.always}</p>
          {facts.length === 0 && <EmptyState>{words[language].none({ country })}</EmptyState>}
          {facts.map((fact) => (
            <label key={fact.id} className="pick">
              <input
                type="checkbox"
                checked={chosen.includes(fact.id)}
                onChange={(event) =>
                  setChosen(event.currentTarget.checked ? [...chosen, fact.id] : chosen.filter((id) => id !== fact.id))
                }
              />{' '}
              <span>
                <b>{pageWords[language].kind[fact.kind]}.</b> <bdi lang={fact.wordsLang}>{told(fact, page)}</bdi>{' '}
                <span className="s q">{formatDate(fact.occurredOn, language)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="s q">{w.ground}</p>
        {(ready.length > 0 || page.relations.length > 0) && (
          <p className="gap">
            <PreviewLinks
              label={w.look}
              path={`/daerah/${page.region}/negara/${page.country}?bagian=${ready.join(',')}`}
            />
          </p>
        )}
        {ready.length === 0 && <p className="st-wait">{w.nothing}</p>}
        <FailureNotice acting={publishing} />
        <FailureNotice acting={withdrawing} />
        <div className="acts">
          <SaveButton label={publication === undefined ? w.publish : w.again} busy={publishing.busy} />
          {publication !== undefined && (
            <button type="button" className="btn" aria-busy={withdrawing.busy} onClick={() => setAsks(true)}>
              {w.withdraw}
            </button>
          )}
        </div>
      </form>
      {asks && (
        <ConfirmDialog
          title={w.withdraw}
          text={w.withdrawAsk}
          stay={w.keep}
          go={w.withdraw}
          onStay={() => setAsks(false)}
          onGo={() => {
            setAsks(false)
            void withdrawing.send({ country: page.country })
          }}
        />
      )}
    </div>
  )
}
