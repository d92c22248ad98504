import { Link, useNavigate, useSearchParams } from 'react-router'
import { holderIds, stepIds } from '../../../slices/procedures/model.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { pairTitle } from '../../../slices/relations/embed.tsx'
import { words as relationWords } from '../../../slices/relations/ui/messages/words.gen.ts'
import { SendStep } from '../../../slices/relations/ui/send-step.tsx'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'
import { useWork } from './use-work.ts'

/** "Kirim ke meja lain" for a relation; `langkah` and `di` in the address offer a step and a holder first. */
export function SendPage() {
  const { relation } = useRelationPage()
  const { steps, next } = useWork()
  const { language, region, on } = useVisitor()
  const w = relationWords[language].send
  const go = useNavigate()
  const sayDone = useSayDone()
  const [search] = useSearchParams()
  const title = pairTitle(language, { region: region.name, partner: partnerName(relation, language) })
  usePageTitle(`${w.title}: ${title}`)
  const back = `/kerja-sama/${relation.slug}`
  const step = stepIds.find((id) => id === search.get('langkah')) ?? next?.step ?? 'penjajakan'
  const holder = holderIds.find((id) => id === search.get('di'))
  // What is out already keeps its day of sending: then only the receipt is new.
  const out = steps.findLast((row) => row.step === step && row.holder === holder && row.state === 'waiting')
  return (
    <div>
      <p className="s">
        <Link to={back}>{title}</Link>
      </p>
      <h1 tabIndex={-1}>{w.title}</h1>
      <p className="gap">{w.about}</p>
      <div className="gap3">
        <SendStep
          relation={relation.id}
          offered={{ step, holder, sentOn: out?.occurredOn ?? on }}
          onSent={(act) => {
            sayDone(w.saved, act)
            void go(back)
          }}
          onCancel={() => void go(back)}
        />
      </div>
    </div>
  )
}
