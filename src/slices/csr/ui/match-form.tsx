import { useVisitor } from '../../../ui/controls/visitor.ts'
import { matchNeed } from '../contract.ts'
import { rupiahOf } from '../model.ts'
import { ActForm, saidOf } from '../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../ledger/ui/form-line.tsx'
import { words } from './messages/words.gen.ts'

export type Offered = { id: string; label: string }

export type MatchFormProps = {
  need: { id: string; rev: number; title: string; cost: number | null; apbd: boolean; apbdWords?: string | null }
  /** What may be chosen; of a proposal the one. */
  offers: readonly Offered[]
  /** Of a computed proposal: its reasons, and in words. */
  grounds?: readonly string[]
  reason?: string
  inKind?: string
  onClose: () => void
}

/** Says which offer meets the need and why. What the regional budget has too is shown, and wants a reason of its own. */
export function MatchForm({ need, offers, grounds, reason = '', inKind = '', onClose }: MatchFormProps) {
  const { language } = useVisitor()
  const w = words[language].match
  const lines: FormLine[] = [
    { name: 'offer', label: w.offer, choices: offers.map(({ id, label }) => ({ value: id, label })) },
    { name: 'committed', label: w.committed, hint: w.committedHint, kind: 'number' },
    { name: 'inKind', label: w.inKind },
    { name: 'reason', label: w.reason, kind: 'long' },
    ...(need.apbd
      ? [{ name: 'overlapReason', label: w.overlapReason, hint: w.overlapHint, kind: 'long' as const }]
      : []),
  ]
  return (
    <ActForm
      id={`pasangkan-${need.id}-${grounds === undefined ? 'tangan' : (offers[0]?.id ?? '')}`}
      endpoint={matchNeed}
      lines={lines}
      base={{
        offer: offers[0]?.id ?? '',
        committed: inKind === '' && need.cost !== null ? String(need.cost) : '',
        inKind,
        reason,
        overlapReason: '',
      }}
      rev={need.rev}
      input={(values, at) => {
        const committed = rupiahOf(values['committed'] ?? '')
        return {
          id: need.id,
          rev: at.rev,
          offer: values['offer'] ?? '',
          reason: values['reason'] ?? '',
          ...saidOf(values, ['inKind', 'overlapReason']),
          ...(committed !== undefined && { committed }),
          ...(grounds !== undefined && { grounds: [...grounds] }),
        }
      }}
      save={w.go}
      said={w.done}
      why={() => ({ offer: w.offerDoubt, committed: w.committedDoubt })}
      onClose={onClose}
    >
      {() =>
        need.apbd && (
          <p className="st-wait" role="note">
            {w.overlap} <bdi lang="id">{need.apbdWords}</bdi>
          </p>
        )
      }
    </ActForm>
  )
}
