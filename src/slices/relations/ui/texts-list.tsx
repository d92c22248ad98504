import { useState } from 'react'
import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import type { text } from '../text-contract.ts'
import { textFacts } from './text-facts.ts'
import type { DocumentView } from './documents-list.tsx'
import { MendText } from './mend-text.tsx'
import { VoidText } from './void-text.tsx'
import { words } from './messages/words.gen.ts'

export type TextView = z.output<typeof text>

/** The texts of a relation: what each is called, its numbers, days, term, who signed and where the original lies. */
export function TextsList({ texts, documents }: { texts: readonly TextView[]; documents: readonly DocumentView[] }) {
  const { language, may } = useVisitor()
  const w = words[language].texts
  return texts.map((text) => {
    const { id, title, kind, voidedOn, voidedReason } = text
    return (
      <article key={id} className="sec">
        <h3>{voidedOn === null ? <bdi>{title}</bdi> : <s>{title}</s>}</h3>
        <p className="s q">
          {w.kind[kind]} · {text.isSigned ? w.signed : w.unsigned}
          {voidedOn !== null && ` · ${w.voided({ date: formatDate(voidedOn, language), reason: voidedReason ?? '' })}`}
        </p>
        {voidedOn === null && (
          <>
            <Facts>
              {textFacts(text, language).map(([term, value]) => (
                <Fact key={term} term={term}>
                  {value}
                </Fact>
              ))}
            </Facts>
            {text.signatories.some(isActing) && <p className="s st-wait">{words[language].record.warning}</p>}
            {may('relations.mend') && <Acts text={text} documents={documents} />}
          </>
        )}
      </article>
    )
  })
}

function Acts({ text, documents }: { text: TextView; documents: readonly DocumentView[] }) {
  const [mends, setMends] = useState(false)
  const w = words[useLanguage()].texts
  if (mends) return <MendText text={text} documents={documents} onClose={() => setMends(false)} />
  return (
    <>
      <p className="gap">
        <button type="button" className="btn sm" onClick={() => setMends(true)}>
          {w.mend}
          <span className="vh">: {text.title}</span>
        </button>
      </p>
      <VoidText text={text} />
    </>
  )
}

/** UU 30/2014 Ps 14: who only acts for an office may not decide everything that its holder may. */
const isActing = ({ capacity }: TextView['signatories'][number]) => capacity !== null && capacity !== 'definitif'
