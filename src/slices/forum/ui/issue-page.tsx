import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { words as agendaWords } from '../../agenda/messages/words.gen.ts'
import { History } from '../../ledger/ui/history.tsx'
import { readIssue } from '../contract.ts'
import { words as forumWords } from '../messages/words.gen.ts'
import { isClosed } from '../model.ts'
import { AgreementFacts, AgreementForm } from './issue-agreement.tsx'
import { AnswerForm, EvidenceForm, EvidenceList } from './issue-answer.tsx'
import { DecideForm } from './issue-decide.tsx'
import { Panel } from './issue-parts.tsx'
import { PromiseForm, PromiseHistory } from './issue-promise.tsx'
import { PublishIssue } from './issue-publish.tsx'
import { SupportsForm, SupportsList } from './issue-supports.tsx'
import { tellIssue } from './issue-rows.ts'
import { JoinPoint } from './join-point.tsx'
import { MendIssue } from './mend-issue.tsx'
import { ownerOf, standingText, type IssuePageView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One issue: how it stands, who answers, what was answered, what shows it, and what becomes of it. */
export function IssuePage() {
  const { slug = '' } = useParams()
  const { language, may } = useVisitor()
  const w = words[language]
  const { data: view } = useSuspenseQuery(queryOf(readIssue, { slug }))
  const { issue, on } = view
  usePageTitle(issue.words)
  const mayMend = may('followup.mend')
  const mayKeep = may('programmes.keep') && view.keeps
  return (
    <>
      <p className="s">
        <Link to="/program/isu">{w.title}</Link>
      </p>
      <div className="top">
        <h1 tabIndex={-1}>
          <bdi lang={issue.wordsLang}>{issue.words}</bdi>
        </h1>
      </div>
      {mayKeep && (
        <Panel label={w.mend} what={issue.words}>
          {(close) => <MendIssue issue={issue} onClose={close} />}
        </Panel>
      )}
      <div className="cols">
        <div>
          <Standing view={view} mayMend={mayMend} />
          <Answer view={view} mayMend={mayMend} />
          <section className="sec after" aria-labelledby="bukti">
            <h2 id="bukti">{w.evidence}</h2>
            <EvidenceList evidence={view.evidence} keeps={mayKeep} />
            {mayKeep && (
              <Panel label={w.addEvidence}>{(close) => <EvidenceForm issue={issue} on={on} onClose={close} />}</Panel>
            )}
          </section>
          <Decisions view={view} mayMend={mayMend} />
          {may('ledger.read') && (
            <section className="sec after">
              <h2 aria-hidden="true">{w.log}</h2>
              <History subject={issue.id} title={w.log} tell={(changes) => tellIssue(language, changes)} />
            </section>
          )}
        </div>
        <div>
          <Meetings view={view} />
          <section className="sec after" aria-labelledby="kesepakatan">
            <h2 id="kesepakatan">{w.agreement}</h2>
            {issue.agreement !== undefined && <AgreementFacts openedOn={issue.agreement.openedOn} />}
            {issue.agreement === undefined && may('relations.mend') && (
              <Panel label={w.makeAgreement}>{(close) => <AgreementForm issue={issue} onClose={close} />}</Panel>
            )}
          </section>
          <section className="sec after" aria-labelledby="program-daerah">
            <h2 id="program-daerah">{w.supports}</h2>
            <SupportsList rows={view.strategic} mayMend={mayKeep} />
            {mayKeep && (
              <Panel label={w.link} what={w.supports}>
                {(close) => <SupportsForm of={{ issue: issue.id }} onClose={close} />}
              </Panel>
            )}
          </section>
          {may('programmes.publish') && <PublishIssue issue={issue} publication={view.publication} />}
        </div>
      </div>
    </>
  )
}

type PartProps = { view: IssuePageView; mayMend: boolean }

function Standing({ view: { issue, promises, moved }, mayMend }: PartProps) {
  const { language } = useVisitor()
  const [w, forum] = [words[language], forumWords[language]]
  const { task, theme, raisedOn, relations } = issue
  return (
    <section className="sec strong" aria-labelledby="keadaan">
      <h2 id="keadaan">{forum.standingLabel}</h2>
      <Facts>
        <Fact term={forum.standingLabel}>{standingText(issue, language)}</Fact>
        <Fact term={forum.owner}>
          <bdi>{ownerOf(issue, language) ?? w.nobody}</bdi>
        </Fact>
        <Fact term={forum.dueOn}>{task?.dueOn === undefined ? w.noDay : formatDate(task.dueOn, language)}</Fact>
        <Fact term={forum.themeLabel}>{theme === undefined ? w.noTheme : agendaWords[language].theme[theme]}</Fact>
        <Fact term={forum.raisedOn}>{formatDate(raisedOn, language)}</Fact>
        <Fact term={forum.of}>
          {relations.map((relation) => (
            <p key={relation.id}>
              <Link to={`/kerja-sama/${relation.slug}/program`}>
                <bdi>{nameIn(language, relation)}</bdi>
              </Link>{' '}
              · <Link to={`/program/isu/kawasan/${relation.slug}`}>{w.year}</Link>
            </p>
          ))}
        </Fact>
      </Facts>
      <PromiseHistory promises={promises} moved={moved} />
      {mayMend && !isClosed(issue.standing) && (
        <Panel label={w.chooseWho} {...(task === undefined && { tone: 'go' as const })}>
          {(close) => <PromiseForm issue={issue} onClose={close} />}
        </Panel>
      )}
    </section>
  )
}

function Answer({ view: { issue }, mayMend }: PartProps) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { task } = issue
  const isAnswered = task?.outcome === 'done'
  return (
    <section className="sec after" aria-labelledby="jawaban">
      <h2 id="jawaban">{w.answer}</h2>
      {isAnswered && task.endedOn !== undefined && <p className="key">{formatDate(task.endedOn, language)}</p>}
      {isAnswered && task.note !== undefined ? (
        <p>
          <bdi lang="id">{task.note}</bdi>
        </p>
      ) : (
        <p className="empty">{task?.said === 'done' ? w.saidDone : w.noAnswer}</p>
      )}
      {task !== undefined && may('followup.list') && (
        <p className="s">
          <Link to={`/tindak-lanjut/${task.id}`}>{w.toTask}</Link>
        </p>
      )}
      {mayMend && !isClosed(issue.standing) && (
        <Panel label={w.answerNow}>{(close) => <AnswerForm issue={issue} onClose={close} />}</Panel>
      )}
    </section>
  )
}

function Decisions({ view: { issue, decisions }, mayMend }: PartProps) {
  const { language } = useVisitor()
  const w = words[language]
  return (
    <section className="sec after" aria-labelledby="keputusan">
      <h2 id="keputusan">{w.decision}</h2>
      {isClosed(issue.standing) && <p className="q">{w.isClosed}</p>}
      <ul className="lines">
        {decisions.toReversed().map(({ id, outcome, reason, decidedOn }) => (
          <li key={id}>
            <p className="key">{formatDate(decidedOn, language)}</p>
            <p>{w.decide[outcome]}</p>
            {reason !== undefined && (
              <p>
                <bdi lang="id">{reason}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayMend && <Panel label={w.decision}>{(close) => <DecideForm issue={issue} onClose={close} />}</Panel>}
    </section>
  )
}

function Meetings({ view: { issue, next, times } }: { view: IssuePageView }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { raised, standing } = issue
  return (
    <section className="sec" aria-labelledby="rapat">
      <h2 id="rapat">{w.meetings}</h2>
      {raised.length === 0 && <p className="q">{w.byHand}</p>}
      <ul className="lines">
        {raised.map(({ point, slug, about, occurredOn, words: said }) => (
          <li key={point}>
            <p className="key">{formatDate(occurredOn, language)}</p>
            <p>
              <Link to={`/kegiatan/${slug}#pokok-bahasan`}>
                <bdi lang="id">{about}</bdi>
              </Link>
            </p>
            {said !== issue.words && (
              <p className="s q">
                <bdi lang="id">{said}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {raised.length > 0 && !isClosed(standing) && (
        <>
          <p className="s q">{w.carried({ n: times })}</p>
          {next === undefined ? (
            <p className="q">{w.noNext}</p>
          ) : (
            <p>
              {w.next}:{' '}
              <Link to={`/kegiatan/${next.slug}`}>
                <bdi lang="id">{next.about}</bdi>
              </Link>
              , {formatDate(next.occurredOn, language)}
            </p>
          )}
        </>
      )}
      {may('programmes.publish') && !isClosed(standing) && (
        <Panel label={w.join}>{(close) => <JoinPoint issue={issue} onClose={close} />}</Panel>
      )}
    </section>
  )
}
