import { Link, useNavigate, useSearchParams } from 'react-router'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { words as procedureWords } from '../../../slices/procedures/messages/words.gen.ts'
import { stepIds, type StepId } from '../../../slices/procedures/model.ts'
import { pairTitle } from '../../../slices/relations/embed.tsx'
import { words as relationWords } from '../../../slices/relations/ui/messages/words.gen.ts'
import { RecordStep, type Recorded } from '../../../slices/relations/ui/record-step.tsx'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useRelationPage } from './use-page.ts'

/** "Catat yang sudah terjadi" for a relation; `langkah` in the address offers a step first. */
export function RecordPage() {
  const { relation } = useRelationPage()
  const { language, region } = useVisitor()
  const w = relationWords[language].record
  const go = useNavigate()
  const sayDone = useSayDone()
  const [search] = useSearchParams()
  const title = pairTitle(language, { region: region.name, partner: partnerName(relation, language) })
  usePageTitle(`${w.title}: ${title}`)
  const back = `/kerja-sama/${relation.slug}`
  const asked = search.get('langkah')
  return (
    <div>
      <p className="s">
        <Link to={back}>{title}</Link>
      </p>
      <h1 tabIndex={-1}>{w.title}</h1>
      <p className="gap">{w.about}</p>
      <div className="gap3">
        <RecordStep
          relation={relation.id}
          step={stepIds.find((id) => id === asked) ?? 'penjajakan'}
          paper={search.get('dokumen') ?? ''}
          onRecorded={(recorded, act) => {
            sayDone(sentenceOf(recorded, language), act)
            void go(back)
          }}
          onCancel={() => void go(back)}
        />
      </div>
    </div>
  )
}

/** What was kept, what is still asked for, and what to look at. */
function sentenceOf({ documented, asks, warnings, opened }: Recorded, language: keyof typeof relationWords): string {
  const w = relationWords[language].record
  const p = procedureWords[language]
  const parts = [
    documented ? w.savedDocumented : w.savedNote,
    ...(asks === null ? [] : [w.asks({ document: p.document[asks] })]),
    ...opened.map(({ step, round }) => w.opened({ round, step: p.step[step satisfies StepId] })),
    ...(warnings.length > 0 ? [w.warning] : []),
  ]
  return parts.join(' ')
}
