import { useState } from 'react'
import { formatDate } from '../../../../shared/format.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../../ui/marks/facts.tsx'
import { CriteriaForm } from './criteria-form.tsx'
import type { JudgingProps } from './judging-part.tsx'
import { words } from './messages/words.gen.ts'
import { StepOf } from './step-of.tsx'
import { writeTieRule } from './written.ts'

/** The criteria with their weights and the rules; open to change until judging begins, then with the day they were locked. */
export function CriteriaPart({ contest, judging }: JudgingProps) {
  const language = useLanguage()
  const w = words[language].part
  const { rules, criteria, stage, mayKeep } = judging
  const [edits, setEdits] = useState(false)
  const canEdit = mayKeep && (stage === 'none' || stage === 'rules')
  return (
    <section className="after" aria-labelledby="judul-kriteria">
      <h3 id="judul-kriteria">
        {w.criteria} {rules !== null && <span className="s q">{w.version({ n: rules.version })}</span>}
      </h3>
      {rules !== null && (
        <>
          <Facts>
            {criteria.map(({ id, name, nameLang, about, weight }) => (
              <Fact key={id} term={`${weight}%`}>
                <bdi lang={nameLang}>{name}</bdi>
                {about !== null && (
                  <p className="s q">
                    <bdi lang={nameLang}>{about}</bdi>
                  </p>
                )}
              </Fact>
            ))}
          </Facts>
          <p className="s">
            {w.upTo({ n: rules.scale })}; {words[language].normal[rules.normalisation]}. {w.tieRule}
            {words[language].colon}
            {writeTieRule(language, rules.tieRule)}.
          </p>
          {rules.frozenOn !== null && <p className="s">{w.frozen({ day: formatDate(rules.frozenOn, language) })}</p>}
          {rules.seed !== null && rules.tieRule === 'draw' && <p className="s q">{w.seed({ seed: rules.seed })}</p>}
        </>
      )}
      {canEdit && !edits && (
        <p className="acts">
          <button type="button" className={rules === null ? 'btn go' : 'btn sm'} onClick={() => setEdits(true)}>
            {rules === null ? w.set : w.edit}
          </button>
        </p>
      )}
      {canEdit && edits && <CriteriaForm contest={contest} judging={judging} onClose={() => setEdits(false)} />}
      {canEdit && stage === 'rules' && !edits && <StepOf step="open" contest={contest} judging={judging} />}
    </section>
  )
}
