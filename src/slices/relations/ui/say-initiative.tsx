import { useAct } from '../../../ui/controls/act.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { SmallForm } from '../../partners/ui/small-form.tsx'
import { sayInitiative } from '../contract.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Says on whose initiative it began, and on whose recommendation; nothing while no procedure runs. */
export function SayInitiative({ relation }: { relation: RelationView }) {
  const w = words[useVisitor().language].initiative
  if (relation.process === null) return null
  return <Opened label={w.open}>{(close) => <InitiativeForm relation={relation} onClose={close} />}</Opened>
}

const sides = ['region', 'partner', 'third_party'] as const

function InitiativeForm({ relation, onClose }: { relation: RelationView; onClose: () => void }) {
  const { language } = useVisitor()
  const { initiative: w, renew } = words[language]
  const saved = useSaved()
  const { initiator, referral } = relation.process ?? { initiator: null, referral: null }
  const base = { initiator: initiator ?? '', referral: referral ?? '' }
  const draft = useDraft(`initiative/${relation.id}`, { base, rev: relation.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const saying = useAct(sayInitiative, {
    key: relation.id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const said = draft.values
  return (
    <SmallForm
      id="initiative"
      {...{ draft, acting: saying, label: w.save, labels: { initiator: w.who, referral: w.referral }, onCancel: close }}
      onSave={() =>
        void saying.send({
          id: relation.id,
          rev: draft.rev,
          initiator: sides.find((side) => side === said.initiator) ?? null,
          referral: said.referral === 'diaspora' ? 'diaspora' : null,
        })
      }
    >
      {({ choice }) => (
        <>
          {choice('initiator', [
            { value: '', label: renew.unknown },
            ...sides.map((value) => ({ value, label: renew.sides[value] })),
          ])}
          {choice('referral', [
            { value: '', label: w.noReferral },
            { value: 'diaspora', label: w.diaspora },
          ])}
        </>
      )}
    </SmallForm>
  )
}
