import { useAct } from '../../../ui/controls/act.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { SmallForm } from '../../partners/ui/small-form.tsx'
import { beginProcess } from '../contract.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** Begins a further run of the procedure beside the text that stands, for its renewal. */
export function BeginRenewal({ relation }: { relation: string }) {
  const w = words[useVisitor().language].renew
  return <Opened label={w.open}>{(close) => <RenewalForm relation={relation} onClose={close} />}</Opened>
}

function RenewalForm({ relation, onClose }: { relation: string; onClose: () => void }) {
  const { language, on } = useVisitor()
  const w = words[language].renew
  const saved = useSaved()
  const draft = useDraft(`renewal/${relation}`, { base: { beganOn: on, initiator: '' }, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const beginning = useAct(beginProcess, {
    key: relation,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const { beganOn, initiator } = draft.values
  const sides = ['region', 'partner', 'third_party'] as const
  const said = sides.find((side) => side === initiator)
  return (
    <SmallForm
      id="renewal"
      {...{ draft, acting: beginning, label: w.save, labels: w.label, onCancel: close }}
      onSave={() =>
        void beginning.send({
          id: relation,
          ...(beganOn.trim() !== '' && { beganOn: beganOn.trim() }),
          ...(said !== undefined && { initiator: said }),
        })
      }
    >
      {({ day, choice }) => (
        <>
          <p>{w.why}</p>
          {day('beganOn', { hint: words[language].record.dayHint })}
          {choice('initiator', [
            { value: '', label: w.unknown },
            ...sides.map((value) => ({ value, label: w.sides[value] })),
          ])}
        </>
      )}
    </SmallForm>
  )
}
