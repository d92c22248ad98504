import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words as procedureWords } from '../../procedures/messages/words.gen.ts'
import {
  citationOf,
  getProcedure,
  procedureFor,
  type CooperationType,
  type PartnerKind,
} from '../../procedures/model.ts'
import { awaitedSentences, misfitSentence, typeReasons } from '../../procedures/ui/classification.ts'
import { words as lawWords } from '../../procedures/ui/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** Equal standing of both sides, the row E7 of the exploration report. */
const equality = getProcedure('foreign-2018')
  .eligibility.filter(({ id }) => id === 'e7')
  .map(({ article }) => citationOf(article))
  .join()

export type PartnerConsequenceProps = {
  partner: { kind: string | null; country: string | null }
  /** The type that is recorded or about to be. */
  type: CooperationType | undefined
  /** Whether it is asked who stands behind a reported signing: then it is said what it cannot be, and what it must be. */
  isAnswer?: boolean
}

/** What follows from who the partner is: which types the law opens, each with its article, and which procedure runs. */
export function PartnerConsequence({ partner, type, isAnswer = false }: PartnerConsequenceProps) {
  const language = useLanguage()
  const w = words[language].who
  const partnerKind = (partner.kind ?? undefined) as PartnerKind | undefined
  if (partnerKind === undefined) return <p className="s q">{w.kindUnknown}</p>
  const isForeign = partner.country === null ? undefined : partner.country !== 'ID'
  const reasons = typeReasons(language, { partnerKind, isForeign })
  const misfit = misfitSentence(language, { type, partnerKind })
  const noSister = isAnswer && type === undefined ? misfitSentence(language, { type: 'ksdpl', partnerKind }) : undefined
  const awaited = awaitedSentences(language, { cooperationType: type, partnerKind, isForeign })
  const runs = procedureFor({ cooperationType: type, partnerKind })
  return (
    <div className="s" role="status">
      {misfit !== undefined && <p className="st-wait">{misfit}</p>}
      {noSister !== undefined && (
        <p>
          <b>{w.noSister}</b> {noSister}
        </p>
      )}
      {reasons.length === 0 ? (
        <p>{lawWords[language].classification.nothing}</p>
      ) : (
        <ul>
          {reasons.map(({ type: open, why, article }) => (
            <li key={open}>
              {procedureWords[language].type[open]}: {why} <span className="q">{article}</span>
            </li>
          ))}
        </ul>
      )}
      {isAnswer && partnerKind === 'foreign_local_government' && (
        <p>
          {w.equal({ article: equality })} {partner.country === 'KR' && w.equalKr}
        </p>
      )}
      {misfit === undefined && awaited.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {misfit === undefined && awaited.length === 0 && (
        <p>{runs === undefined ? w.noProcedure : runs.provisional ? w.estimated : w.runs}</p>
      )}
    </div>
  )
}
