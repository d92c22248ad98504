import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { languages, ownNames } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { publishIssue, withdrawIssue } from '../contract.ts'
import { publicParts, type PublicPart } from '../model.ts'
import type { IssuePageView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One issue for the world: what else is shown, a look at the page before, publish, publish again, take back. */
export function PublishIssue({ issue, publication }: Pick<IssuePageView, 'issue' | 'publication'>) {
  const language = useLanguage()
  const w = words[language]
  const saved = useSaved()
  const [shown, setShown] = useState<readonly PublicPart[]>(publication?.shown ?? [])
  const { id, slug } = issue
  const publishing = useAct(publishIssue, { key: id, done: async (_, act) => await saved(w.published, act) })
  const withdrawing = useAct(withdrawIssue, { key: id, done: async (_, act) => await saved(w.withdrawn, act) })
  const isPublic = publication !== undefined && publication.withdrawnOn === undefined
  return (
    <section className="sec after" id="publik" aria-labelledby="judul-publik">
      <h2 id="judul-publik">{w.publish}</h2>
      <p>
        {isPublic ? w.isPublic : w.isInside}
        {publication?.withdrawnOn !== undefined && (
          <span className="q">
            {' '}
            ({w.withdrawnOn} {formatDate(publication.withdrawnOn, language)})
          </span>
        )}
      </p>
      {publication?.isBehind === true && <p className="st-wait">{w.isBehind}</p>}
      <p className="s q">{w.what}</p>
      <form
        className="form gap"
        onSubmit={(event) => {
          event.preventDefault()
          void publishing.send({ id, show: [...shown] })
        }}
      >
        <fieldset className="f plain">
          <legend>{w.also}</legend>
          {publicParts.map((part) => (
            <label key={part} className="pick">
              <input
                type="checkbox"
                checked={shown.includes(part)}
                onChange={({ currentTarget: { checked } }) =>
                  setShown(checked ? [...shown, part] : shown.filter((one) => one !== part))
                }
              />{' '}
              {w.parts[part]}
            </label>
          ))}
        </fieldset>
        <p>
          {w.look}{' '}
          {languages.map((one) => (
            <span key={one}>
              <a
                href={`/kerja/pratinjau/${one}/program/isu/${slug}?bagian=${shown.join(',')}`}
                target="_blank"
                rel="noopener"
                lang={one}
              >
                {ownNames[one]}
              </a>{' '}
            </span>
          ))}
        </p>
        <FailureNotice acting={publishing} />
        <FailureNotice acting={withdrawing} />
        <div className="acts">
          <SaveButton label={isPublic ? w.again : w.go} busy={publishing.busy} small />
          {isPublic && (
            <button
              type="button"
              className="btn sm"
              aria-busy={withdrawing.busy}
              onClick={() => void withdrawing.send({ id })}
            >
              {w.withdraw}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}
