import { useState } from 'react'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate, formatList, formatTime } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { TextField } from '../../../ui/marks/field.tsx'
import { contentOf } from '../../files/ui/file-link.tsx'
import { checkEntry, withdrawEntry } from '../contract.ts'
import { words as contestWords } from '../messages/words.gen.ts'
import { missables } from '../model.ts'
import { AddEntryPhoto } from './add-entry-photo.tsx'
import { DropPart } from './drop-part.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ContestView, EntryView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One entry: kampung and place, when it came, what it lacks and whom to call for it. */
export function EntryRow({ entry, contest }: { entry: EntryView; contest: ContestView }) {
  const { language } = useVisitor()
  const w = words[language]
  const { completeness, missing, moment } = contestWords[language]
  const { date, time } = toLocalTime(entry.enteredAt, contest.zone)
  const word = (text: string) => {
    const known = missables.find((one) => one === text)
    return known === undefined ? text : missing[known]
  }
  const isUnchecked = entry.completeness === 'unchecked'
  const lacking = isUnchecked ? entry.lacks : entry.missing
  const place = [entry.rtRw, entry.village, entry.kecamatan].filter((part) => part !== null).join(', ')
  return (
    <li>
      <p className="key">
        {formatDate(date, language)}, {formatTime(time, contest.zone, language)} ·{' '}
        {entry.withdrawnOn === null ? completeness[entry.completeness] : w.withdrawn}
        {entry.category !== null && ` · ${entry.category}`}
      </p>
      <div>
        <p>
          <b>{entry.number}</b> <bdi>{entry.name}</bdi> <span className="q">{place}</span>
        </p>
        {contest.mayKeep && entry.words !== undefined && entry.words !== null && (
          <p className="s q words">
            <bdi lang={entry.wordsLang}>{entry.words}</bdi>
          </p>
        )}
      </div>
      <div>
        {entry.withdrawnOn !== null && <p className="q">{entry.withdrawnReason}</p>}
        {entry.withdrawnOn === null && lacking.length > 0 && (
          <p className="st-wait">{w.lacks({ what: formatList(lacking.map(word), language) })}</p>
        )}
        {contest.mayKeep && (entry.entrant ?? entry.phone ?? null) !== null && (
          <p className="s">
            <bdi>{entry.entrant}</bdi>{' '}
            {entry.phone !== undefined && entry.phone !== null && <a href={`tel:${entry.phone}`}>{entry.phone}</a>}
          </p>
        )}
        {entry.photos.length > 0 && (
          <details>
            <summary>{w.photoCount({ n: entry.photos.length })}</summary>
            <ul className="photos">
              {entry.photos.map(({ id, file, moment: when, caption, isPublic }) => (
                <li key={id}>
                  <figure>
                    <img src={contentOf(file, { inline: true })} alt="" loading="lazy" />
                    <figcaption>
                      {moment[when]} {caption !== null && <bdi>· {caption}</bdi>} {isPublic && `· ${w.photoPublic}`}
                    </figcaption>
                  </figure>
                  {contest.mayKeep && <DropPart id={id} kind="photo" what={caption ?? moment[when]} />}
                </li>
              ))}
            </ul>
          </details>
        )}
        {contest.mayKeep && entry.withdrawnOn === null && (
          <Opened label={w.check}>
            {(close) => <CheckForm entry={entry} contest={contest} word={word} onClose={close} />}
          </Opened>
        )}
      </div>
    </li>
  )
}

type CheckProps = { entry: EntryView; contest: ContestView; word: (text: string) => string; onClose: () => void }

/** Complete, or what is missing; a photograph, or taking the entry out. */
function CheckForm({ entry, contest, word, onClose }: CheckProps) {
  const { language } = useVisitor()
  const w = words[language]
  const { completeness } = contestWords[language]
  const saved = useSaved()
  const { id, rev } = entry
  const proposed = entry.completeness === 'unchecked' ? entry.lacks : entry.missing
  const draft = useDraft(`lomba/pendaftar/${id}`, { base: { missing: proposed.map(word).join(', ') }, rev })
  const [reason, setReason] = useState('')
  const close = () => {
    draft.clear()
    onClose()
  }
  const done = async (_: unknown, act: string) => {
    close()
    await saved(w.checked, act)
  }
  const checking = useAct(checkEntry, { key: id, done })
  const withdrawing = useAct(withdrawEntry, { key: `${id}/tarik`, done })
  const missing = draft.values.missing
    .split(/[,;、]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    // The known ones are kept as ids, so that every reader finds them in her own language.
    .map((part) => missables.find((one) => word(one) === part) ?? part)
  const isEmpty = checking.failure?.code === 'invalid'
  // Places rest on who was judged: only what was seen afterwards is still added.
  if (contest.state === 'decided' || contest.state === 'announced') {
    return (
      <div className="after">
        <p className="q">{w.judgedEntry}</p>
        <AddEntryPhoto entry={id} />
        <p className="acts">
          <button type="button" className="btn sm" onClick={close}>
            {w.cancel}
          </button>
        </p>
      </div>
    )
  }
  return (
    <div className="after">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void checking.send({ id, rev, completeness: 'incomplete', missing })
        }}
      >
        <TextField
          id={`missing-${id}`}
          label={w.missing}
          hint={w.listHint}
          error={isEmpty ? w.missingNeeded : undefined}
          value={draft.values.missing}
          onChange={(event) => draft.set({ missing: event.currentTarget.value })}
        />
        {checking.failure?.code === 'stale' && <p role="alert">{checking.failure.message}</p>}
        {checking.failure?.code === 'not_yet' ? (
          <p role="alert">{w.judgedEntry}</p>
        ) : (
          <FailureNotice acting={checking} />
        )}
        <div className="acts">
          <button
            type="button"
            className="btn go sm"
            aria-busy={checking.busy}
            onClick={() => void checking.send({ id, rev, completeness: 'complete' })}
          >
            {completeness.complete}
          </button>
          <SaveButton label={w.markIncomplete} busy={checking.busy} small quiet />
          <button type="button" className="btn sm" onClick={close}>
            {w.cancel}
          </button>
        </div>
      </form>
      <AddEntryPhoto entry={id} />
      <details className="gap">
        <summary>{w.withdraw}</summary>
        <ReasonForm
          id={`withdraw-${id}`}
          words={{ reason: w.reason, go: w.withdraw }}
          reason={reason}
          onReason={setReason}
          acting={withdrawing}
          onSend={() => void withdrawing.send({ id, rev, reason })}
        />
      </details>
    </div>
  )
}
