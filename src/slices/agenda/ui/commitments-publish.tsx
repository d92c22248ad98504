import { useAct } from '../../../ui/controls/act.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { PublishForm } from '../../../ui/controls/publish-form.tsx'
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
    <PublishForm
      words={{ ...w, withdraw: w.takeBack }}
      path={`/kegiatan/${activity.slug}/komitmen/${id}#komitmen`}
      isPublic={isPublic}
      publishing={publishing}
      withdrawing={withdrawing}
      onPublish={() => void publishing.send({ id })}
      onWithdraw={() => void withdrawing.send({ id })}
      beside={cancel}
    >
      <p className="s q">{w.what}</p>
    </PublishForm>
  )
}
