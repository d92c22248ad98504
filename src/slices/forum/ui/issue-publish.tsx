import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { formErrors } from '../../../ui/controls/faults.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { PublishForm } from '../../../ui/controls/publish-form.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { publishIssue, withdrawIssue } from '../contract.ts'
import { words as publicWords } from '../messages/words.gen.ts'
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
  const details = publishing.failure?.code === 'invalid' ? publishing.failure.details : {}
  const errors = formErrors(details, {
    language,
    fields: {
      words: { id: 'publik', label: w.words },
      answer: { id: 'publik', label: w.parts.answer },
      strategic: { id: 'publik', label: publicWords[language].public.supports },
    },
  })
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
      <PublishForm
        words={w}
        path={`/program/isu/${slug}?bagian=${shown.join(',')}`}
        isPublic={isPublic}
        publishing={publishing}
        withdrawing={withdrawing}
        onPublish={() => void publishing.send({ id, show: [...shown] })}
        onWithdraw={() => void withdrawing.send({ id })}
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
        {errors.map(({ message }) => (
          <p key={message} className="err" role="alert">
            {message}
          </p>
        ))}
      </PublishForm>
    </section>
  )
}
