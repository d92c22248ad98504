import { useState } from 'react'
import { useLocation } from 'react-router'
import { planElements } from '../../../slices/procedures/model.ts'
import { words as procedureWords } from '../../../slices/procedures/ui/messages/words.gen.ts'
import { exportDocuments, exportTexts } from '../../../slices/relations/contract.ts'
import { DocumentsList, documentLabel } from '../../../slices/relations/ui/documents-list.tsx'
import { EligibilityRow } from '../../../slices/relations/ui/eligibility-row.tsx'
import { words as relationWords } from '../../../slices/relations/ui/messages/words.gen.ts'
import { PlanForm } from '../../../slices/relations/ui/plan-form.tsx'
import { TextsList } from '../../../slices/relations/ui/texts-list.tsx'
import { LettersOfRelation } from '../../../slices/letters/ui/letters-of-relation.tsx'
import { PapersMenu } from '../../../slices/letters/ui/papers-menu.tsx'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { useRelationPage } from './use-page.ts'
import { usePer } from './use-per.ts'
import { useWork } from './use-work.ts'

/** Texts, letters and papers of a relation; where a procedure runs, its exploration report and its plan. */
export function TextsTab() {
  const { relation } = useRelationPage()
  const { language, may } = useVisitor()
  const w = relationWords[language]
  const { texts, documents, process, eligibility } = useWork()
  const per = usePer()
  const isAsked = useLocation().hash === '#laporan'
  return (
    <>
      <section className="sec" aria-labelledby="naskah">
        <h2 id="naskah">{w.texts.title}</h2>
        {texts.length > 0 && per === undefined && (
          <ListActs
            title={w.texts.title}
            lines={texts.flatMap((text) =>
              text.voidedOn === null
                ? [[text.title, w.texts.kind[text.kind], text.isSigned ? w.texts.signed : w.texts.unsigned].join(' · ')]
                : [],
            )}
            endpoint={exportTexts}
            input={{ id: relation.id }}
          />
        )}
        {texts.length === 0 ? <EmptyState>{w.texts.none}</EmptyState> : <TextsList {...{ texts, documents }} />}
      </section>
      {may('letters.read') && per === undefined && <LettersOfRelation relation={relation} />}
      {may('letters.read') && per === undefined && <PapersMenu relation={relation} />}
      {process !== null && (
        <>
          <section className="sec" id="laporan" aria-labelledby="laporan-h">
            <h2 id="laporan-h">{w.eligibility.title}</h2>
            <p className="s q">{w.eligibility.about}</p>
            <p>
              {w.eligibility.count({
                n: eligibility.filter(({ answer }) => answer !== null).length,
                of: eligibility.length,
              })}
            </p>
            <details open={isAsked}>
              <summary>{w.eligibility.open}</summary>
              <ul className="lines">
                {eligibility.map((row) => (
                  <EligibilityRow key={row.item} relation={relation.id} row={row} />
                ))}
              </ul>
            </details>
          </section>
          <Plan />
        </>
      )}
      <section className="sec" aria-labelledby="dokumen">
        <h2 id="dokumen">{w.documents.title}</h2>
        {documents.length > 0 && per === undefined && (
          <ListActs
            title={w.documents.title}
            lines={documents.flatMap((one) => (one.voidedOn === null ? [documentLabel(one, language)] : []))}
            endpoint={exportDocuments}
            input={{ id: relation.id }}
          />
        )}
        {documents.length === 0 ? <EmptyState>{w.documents.none}</EmptyState> : <DocumentsList documents={documents} />}
      </section>
    </>
  )
}

function Plan() {
  const { relation } = useRelationPage()
  const { language, may } = useVisitor()
  const w = relationWords[language].plan
  const { plan } = useWork()
  const [writes, setWrites] = useState(useLocation().hash === '#rencana' && may('relations.mend'))
  const written = planElements.filter((element) => plan.elements[element] !== undefined)
  return (
    <section className="sec" id="rencana" aria-labelledby="rencana-h">
      <h2 id="rencana-h">{w.title}</h2>
      <p className="s q">{w.about}</p>
      <p>{w.count({ n: written.length })}</p>
      {writes ? (
        <PlanForm relation={relation.id} plan={plan} onClose={() => setWrites(false)} />
      ) : (
        <>
          <Facts>
            {written.map((element) => (
              <Fact key={element} term={procedureWords[language].planElement[element]}>
                <bdi>{plan.elements[element]}</bdi>
              </Fact>
            ))}
          </Facts>
          {may('relations.mend') && (
            <p className="acts gap">
              <button type="button" className="btn" onClick={() => setWrites(true)}>
                {w.write}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  )
}
