import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatDate } from '../../../shared/format.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { FileLink } from '../../files/ui/file-link.tsx'
import { History } from '../../ledger/ui/history.tsx'
import { countryName } from '../../reference/model.ts'
import { publishCohort, readCohort, withdrawCohort } from '../contract.ts'
import { words as sharedWords } from '../../../shared/messages/words.gen.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { countText, schemeName, standingParts } from '../embed.tsx'
import { CohortForm } from './cohort-form.tsx'
import { CostsPart } from './costs-part.tsx'
import { CountsPart } from './counts-part.tsx'
import { NamesPart } from './names-part.tsx'
import { PublishPart } from './publish-part.tsx'
import { tellWork } from './tell-work.ts'
import { useSavingAct } from './use-saving-act.ts'
import type { CohortView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One cohort: how many at each step and since when, by which programme, who pays what, what is public. */
export function CohortPage() {
  const { slug = '' } = useParams()
  const { language, may } = useVisitor()
  const cohort = useSuspenseQuery(queryOf(readCohort, { slug })).data
  const w = words[language]
  const our = ourWords[language]
  const [isMending, setMending] = useState(false)
  usePageTitle(cohort.name)
  const text = () =>
    chatText({
      title: cohort.name,
      lines: cohort.counts.length === 0 ? [our.line.none] : cohort.counts.map((count) => countText(language, count)),
      more: String,
    })
  return (
    <>
      <p className="key">
        <Link to="/program/tenaga-kerja">{our.title}</Link>
      </p>
      <div className="top">
        <h1 tabIndex={-1}>
          <bdi lang={cohort.nameLang}>{cohort.name}</bdi>
        </h1>
        <div className="acts keep">
          <CopyButton text={text} />
          {cohort.mayKeep && !isMending && (
            <button type="button" className="btn" onClick={() => setMending(true)}>
              {w.cohort.mend}
            </button>
          )}
        </div>
      </div>
      {isMending && <CohortForm cohort={cohort} onClose={() => setMending(false)} />}
      <div className="cols tabbed">
        <div>
          <CountsPart cohort={cohort} />
          <CostsPart cohort={cohort} />
        </div>
        <div>
          <About cohort={cohort} />
          <Publication cohort={cohort} />
          <NamesPart cohort={cohort} />
        </div>
      </div>
      {may('ledger.read') && (
        <section className="sec after">
          <h2>{w.cohort.history}</h2>
          <History subject={cohort.id} title={w.cohort.history} tell={(changes) => tellWork(language, changes)} />
        </section>
      )}
    </>
  )
}

function Publication({ cohort }: { cohort: CohortView }) {
  const { publish: w } = words[useVisitor().language]
  const publishing = useSavingAct(publishCohort, { key: cohort.id, said: w.done })
  const withdrawing = useSavingAct(withdrawCohort, { key: cohort.id, said: w.gone })
  return (
    <PublishPart
      publishedAt={cohort.publishedAt}
      isLagging={cohort.isLagging}
      path={`/program/tenaga-kerja/${cohort.slug}`}
      hasPreview
      publishing={{ ...publishing, go: () => void publishing.send({ id: cohort.id }) }}
      withdrawing={{ ...withdrawing, go: () => void withdrawing.send({ id: cohort.id }) }}
    />
  )
}

function About({ cohort }: { cohort: CohortView }) {
  const { language, may, on } = useVisitor()
  const { cohort: w } = words[language]
  const { notTold } = sharedWords[language]
  const { standing, parts } = standingParts(language, { line: cohort.standing, on })
  return (
    <section className="sec">
      <Facts>
        <Fact term={w.country}>
          {may('partners.read') ? (
            <Link to={`/negara/${cohort.country}`}>{countryName(language, cohort.country)}</Link>
          ) : (
            countryName(language, cohort.country)
          )}
        </Fact>
        <Fact term={w.scheme}>
          {cohort.scheme === undefined
            ? notTold
            : schemeName(language, { scheme: cohort.scheme, names: cohort.schemeNames })}
        </Fact>
        {cohort.standing !== undefined && (
          <Fact term={w.standing}>
            <b>{standing}</b> · {parts.join(' · ')}
          </Fact>
        )}
        <Fact term={w.unit}>{cohort.unit ?? notTold}</Fact>
        <Fact term={w.beganOn}>{cohort.beganOn === undefined ? notTold : formatDate(cohort.beganOn, language)}</Fact>
        {cohort.via !== undefined && (
          <Fact term={w.via}>
            <bdi>{cohort.via.name}</bdi>
          </Fact>
        )}
        {cohort.opinion !== undefined && (
          <Fact term={w.opinion}>
            <FileLink {...cohort.opinion} />
          </Fact>
        )}
        {cohort.relations.length > 0 && (
          <Fact term={w.relations}>
            {cohort.relations.map(({ id, slug, name }) => (
              <p key={id}>
                {may('relations.read') ? <Link to={`/kerja-sama/${slug}`}>{name}</Link> : <bdi>{name}</bdi>}
              </p>
            ))}
          </Fact>
        )}
        {cohort.note !== undefined && <Fact term={w.note}>{cohort.note}</Fact>}
      </Facts>
    </section>
  )
}
