import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatNumber } from '../../../shared/format.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readForumOf } from '../contract.ts'
import { words as forumWords } from '../messages/words.gen.ts'
import { standings } from '../model.ts'
import { AgreementFacts, CloseAgreement } from './issue-agreement.tsx'
import { Panel } from './issue-parts.tsx'
import { SupportsForm, SupportsList } from './issue-supports.tsx'
import { words } from './messages/words.gen.ts'

export type IssuesOfProps = { relation: { id: string; slug: string }; per?: string | undefined; always: boolean }

/**
 * What a cooperation has in issues: how many stand how, the KSDPK process they became, what it supports. `always` is for
 * those without a procedure; others show it once there is something.
 */
export function IssuesOf({ relation, per, always }: IssuesOfProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { data } = useQuery(queryOf(readForumOf, { relation: relation.id, ...(per !== undefined && { per }) }))
  if (data === undefined) return null
  const { counts, total, agreement, strategic } = data
  if (!always && total === 0 && agreement === undefined && strategic.length === 0) return null
  const mayMend = may('programmes.publish') && per === undefined
  return (
    <section className="sec after" id="isu" aria-labelledby="judul-isu">
      <h2 id="judul-isu">{w.ofRelationTitle}</h2>
      {total === 0 ? (
        <p className="empty">{w.ofRelationNone}</p>
      ) : (
        <p>
          {w.count({ n: total })}:{' '}
          {standings
            .filter((standing) => (counts[standing] ?? 0) > 0)
            .map(
              (standing) =>
                `${formatNumber(counts[standing] ?? 0, language)} ${forumWords[language].standing[standing]}`,
            )
            .join(forumWords[language].dot)}
        </p>
      )}
      <p className="acts gap">
        <Link className="btn sm" to={`/program/isu?kerja-sama=${relation.id}`}>
          {w.see}
        </Link>
        {total > 0 && (
          <Link className="btn sm" to={`/program/isu/kawasan/${relation.slug}`}>
            {w.year}
          </Link>
        )}
      </p>
      {agreement !== undefined && (
        <div className="gap3">
          <h3>{w.agreement}</h3>
          <AgreementFacts openedOn={agreement.openedOn} />
          <p className="s q">
            {w.came}:{' '}
            {agreement.issues.map(({ id, slug, words: said, wordsLang }, at) => (
              <span key={id}>
                {at > 0 && '; '}
                <Link to={`/program/isu/${slug}`}>
                  <bdi lang={wordsLang}>{said}</bdi>
                </Link>
              </span>
            ))}
          </p>
          {may('relations.mend') && per === undefined && (
            <Panel label={w.closeIt}>
              {(close) => <CloseAgreement id={agreement.id} rev={agreement.rev} onClose={close} />}
            </Panel>
          )}
        </div>
      )}
      {(strategic.length > 0 || mayMend) && (
        <div className="gap3">
          <h3>{w.supports}</h3>
          <SupportsList rows={strategic} mayMend={mayMend} isOwn />
          {mayMend && (
            <Panel label={w.link} what={w.supports}>
              {(close) => <SupportsForm of={{ relation: relation.id }} onClose={close} />}
            </Panel>
          )}
        </div>
      )}
    </section>
  )
}
