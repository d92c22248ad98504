import { languages, ownNames } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { publishCommitment, withdrawCommitment } from '../contract.ts'
import { lackingToPublish } from '../model.ts'
import type { CommitmentView } from './commitments.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** One commitment for the world: what is missing, a look at the page before, publish, publish again, take back. */
export function CommitmentPublisher({ commitment, onClose }: { commitment: CommitmentView; onClose: () => void }) {
  const { commitments: w, ...common } = words[useLanguage()]
  const saved = useSaved()
  const { id, side, speaker, voided, activity, publication } = commitment
  const publishing = useAct(publishCommitment, {
    key: id,
    async done(_, act) {
      onClose()
      await saved(w.shown, act)
    },
  })
  const withdrawing = useAct(withdrawCommitment, {
    key: id,
    async done(_, act) {
      onClose()
      await saved(w.takenBack, act)
    },
  })
  const isPublic = publication !== undefined && publication.withdrawnOn === undefined
  const missing = lackingToPublish({
    side,
    office: speaker.office,
    isVoided: voided !== undefined,
    isActivityPublic: activity.published,
  })
  const cancel = (
    <button type="button" className="btn sm" onClick={onClose}>
      {common.cancel}
    </button>
  )
  if (missing.length > 0) {
    return (
      <div className="gap">
        {missing.map((one) => (
          <p key={one}>{w.lacking[one]}</p>
        ))}
        <p className="acts">{cancel}</p>
      </div>
    )
  }
  return (
    <form
      className="form gap"
      onSubmit={(event) => {
        event.preventDefault()
        void publishing.send({ id })
      }}
    >
      <p className="s q">{w.what}</p>
      <p>
        {w.look}{' '}
        {languages.map((one) => (
          <span key={one}>
            <a
              href={`/kerja/pratinjau/${one}/kegiatan/${activity.slug}/komitmen/${id}#komitmen`}
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
            {w.takeBack}
          </button>
        )}
        {cancel}
      </div>
    </form>
  )
}
