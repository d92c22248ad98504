import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { words as sharedWords } from '../../../shared/messages/words.gen.ts'
import { formatDate, formatList } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { SourceMark } from '../../../ui/marks/source-mark.tsx'
import { words as sourceWords } from '../../sources/messages/words.gen.ts'
import { Sourced } from '../../sources/ui/sourced.tsx'
import { readContest, voidContest } from '../contract.ts'
import { words as contestWords } from '../messages/words.gen.ts'
import { tellWindow, windowOn, writeSpan } from '../model.ts'
import { MendContest } from './contest-form.tsx'
import { Categories, Helpers, Relations } from './edition-parts.tsx'
import { EntriesPart } from './entries-part.tsx'
import { JudgingPart } from './judging/judging-part.tsx'
import { LookBackPart } from './look-back-part.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { PublishContest } from './publish-contest.tsx'
import { Statements } from './statements-part.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { windowOf, type ContestView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One edition: whether it is open, what it is, who entered, who judges, what came of it. */
export function ContestPage() {
  const { slug = '' } = useParams()
  const { language, on, may } = useVisitor()
  const w = words[language]
  const contest = useSuspenseQuery(queryOf(readContest, { slug })).data
  usePageTitle(contest.title)
  const state = windowOn(windowOf(contest), on)
  return (
    <>
      <p className="key">
        <Link to="/program/lomba">{w.back}</Link>
      </p>
      <h1 tabIndex={-1}>
        <bdi lang={contest.titleLang}>{contest.title}</bdi>
      </h1>
      <p className="status gap" data-window={state}>
        {tellWindow(language, windowOf(contest), state)}
      </p>
      <p className="key">{w.clock}</p>
      {contest.voidedOn !== null && (
        <p className="note gap">
          {w.voidedFor({ date: formatDate(contest.voidedOn, language), reason: contest.voidedReason ?? '' })}
        </p>
      )}
      <EditionFacts contest={contest} />
      {contest.mayKeep && (
        <Opened label={w.mend} draft={`lomba/${contest.id}`}>
          {(close) => <MendContest contest={contest} onClose={close} />}
        </Opened>
      )}
      <EntriesPart contest={contest} />
      {contest.voidedOn === null && <JudgingPart contest={contest} />}
      <Categories contest={contest} />
      <Helpers contest={contest} />
      <Relations contest={contest} />
      <Statements contest={contest} />
      <LookBackPart contest={contest} />
      {may('programmes.publish') && contest.voidedOn === null && <PublishContest contest={contest} />}
      {contest.mayKeep && <VoidContest contest={contest} />}
    </>
  )
}

/** A value with the mark of how it is known; who may read sources opens its sheet. */
function Known({
  contest,
  field,
  what,
  children,
}: {
  contest: ContestView
  field: string
  what: string
  children: ReactNode
}) {
  const { language, may } = useVisitor()
  const level = contest.levels[`${contest.id}.${field}`] ?? 'recorded'
  if (!may('sources.read')) {
    return (
      <SourceMark level={level} label={sourceWords[language].level[level]}>
        {children}
      </SourceMark>
    )
  }
  return (
    <Sourced level={level} subject={contest.id} field={field} what={what} inUse={what}>
      {children}
    </Sourced>
  )
}

function EditionFacts({ contest }: { contest: ContestView }) {
  const { language } = useVisitor()
  const w = contestWords[language].facts
  const { notTold } = sharedWords[language]
  const span = writeSpan(language, windowOf(contest))
  const day = (value: string | null) => (value === null ? notTold : formatDate(value, language, { weekday: true }))
  const known = (field: string, text: string) => (
    <Known contest={contest} field={field} what={text}>
      <bdi>{text}</bdi>
    </Known>
  )
  const isAligned = contest.goals.length === 0 && contest.levels[`${contest.id}.goals`] !== undefined
  return (
    <section className="sec">
      <h2>{w.title}</h2>
      <Facts>
        <Fact term={w.for}>{contest.about === null ? notTold : known('about', contest.about)}</Fact>
        <Fact term={w.organiser}>
          {known('organiser_unit', contest.organiser.name)}
          {contest.organiserWords !== null && <p className="q">{contest.organiserWords}</p>}
        </Fact>
        <Fact term={w.occasion}>{contest.occasion === null ? undefined : known('occasion', contest.occasion)}</Fact>
        <Fact term={w.entries}>{span === undefined ? notTold : known('opens_on', span)}</Fact>
        <Fact term={w.contest}>
          {contest.contestOn === null ? notTold : known('contest_on', day(contest.contestOn))}
        </Fact>
        <Fact term={w.announce}>{day(contest.announceOn)}</Fact>
        <Fact term={w.lookBack}>{day(contest.lookBackOn)}</Fact>
        <Fact term={w.tiers}>{contest.tiers.length > 0 && formatList(contest.tiers, language)}</Fact>
        <Fact term={w.goals}>
          {isAligned
            ? known('goals', w.goalsAligned)
            : contest.goals.length > 0 && w.goal({ numbers: formatList(contest.goals.map(String), language) })}
        </Fact>
        <Fact term={w.leniency}>{contest.leniency ?? undefined}</Fact>
        <Fact term={w.lastWinner}>{contest.excludesLastWinner ? w.lastWinnerOut : undefined}</Fact>
        <Fact term={w.previous}>
          {contest.previous !== null && (
            <Link to={`/program/lomba/${contest.previous.slug}`}>
              <bdi>{contest.previous.title}</bdi>
            </Link>
          )}
        </Fact>
      </Facts>
    </section>
  )
}

function VoidContest({ contest: { id, rev } }: { contest: ContestView }) {
  const { language } = useVisitor()
  const w = words[language]
  const saved = useSaved()
  const [reason, setReason] = useState('')
  const voiding = useAct(voidContest, { key: id, done: async (_, act) => await saved(w.voidedDone, act) })
  return (
    <details className="gap3">
      <summary>{w.void}</summary>
      <ReasonForm
        id="contest-void"
        words={{ reason: w.reason, why: w.voidWhy, go: w.void }}
        reason={reason}
        onReason={setReason}
        acting={voiding}
        onSend={() => void voiding.send({ id, rev, reason })}
      />
    </details>
  )
}
