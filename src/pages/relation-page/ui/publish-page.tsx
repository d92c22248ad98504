import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { publishRelation, withdrawRelation } from '../../../slices/relations/contract.ts'
import { pairTitle } from '../../../slices/relations/embed.tsx'
import { groundOfPart, publicParts, type PublicPart } from '../../../slices/relations/model.ts'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { ConfirmDialog } from '../../../ui/controls/confirm-dialog.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { PreviewLinks } from '../../../ui/controls/publish-form.tsx'
import { PublishActivities } from './publish-activities.tsx'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** What the world sees of a cooperation: choose, look at it as the world would, publish, change, take back. */
export function PublishPage() {
  const { relation, publication, unpublishedSince } = useRelationPage()
  const { language, region } = useVisitor()
  const w = words[language].publish
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [chosen, setChosen] = useState<readonly PublicPart[]>(publication?.parts ?? publicParts)
  const [asks, setAsks] = useState(false)
  const title = pairTitle(language, { region: region.name, partner: partnerName(relation, language) })
  usePageTitle(w.title({ title }))
  const publishing = useAct(publishRelation, {
    key: relation.id,
    async done(_, act) {
      sayDone(w.published, act)
      await queries.invalidateQueries()
    },
  })
  const withdrawing = useAct(withdrawRelation, {
    key: relation.id,
    async done(_, act) {
      sayDone(w.withdrawn, act)
      await queries.invalidateQueries()
    },
  })
  const day = (instant: string) => formatDate(toLocalTime(instant, 'WIB').date, language)
  return (
    <div>
      <p className="s">
        <Link to={`/kerja-sama/${relation.slug}`}>{title}</Link>
      </p>
      <h1 tabIndex={-1}>{w.title({ title })}</h1>
      <p className="gap">
        {publication === undefined ? w.notYet : w.since({ date: day(publication.publishedAt) })}{' '}
        {unpublishedSince !== undefined && (
          <span className="st-wait">{w.lagging({ date: day(unpublishedSince) })}</span>
        )}
      </p>
      <form
        className="form gap3"
        onSubmit={(event) => {
          event.preventDefault()
          void publishing.send({ id: relation.id, parts: [...chosen] })
        }}
      >
        <fieldset className="f plain">
          <legend>{w.parts}</legend>
          <p className="hint">{w.always}</p>
          {publicParts.map((part) => (
            <label key={part} className="pick">
              <input
                type="checkbox"
                checked={chosen.includes(part)}
                onChange={(event) =>
                  setChosen(
                    publicParts.filter((one) => (one === part ? event.currentTarget.checked : chosen.includes(one))),
                  )
                }
              />{' '}
              {w.part[part]} <span className="s q">UU 14/2008 {groundOfPart[part]}</span>
            </label>
          ))}
        </fieldset>
        <p className="s q">{w.never}</p>
        <p className="gap">
          <PreviewLinks label={w.look} path={`/kerja-sama/${relation.slug}?bagian=${chosen.join(',')}`} />
        </p>
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
      <PublishActivities />
      {asks && (
        <ConfirmDialog
          title={w.withdraw}
          text={w.withdrawAsk}
          stay={w.keep}
          go={w.withdraw}
          onStay={() => setAsks(false)}
          onGo={() => {
            setAsks(false)
            void withdrawing.send({ id: relation.id })
          }}
        />
      )}
    </div>
  )
}
