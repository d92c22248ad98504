import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { Link } from 'react-router'
import { NextStepLine } from '../../followup/embed.tsx'
import { words as followupWords } from '../../followup/messages/words.gen.ts'
import { writeWhen } from '../model.ts'
import { spanText } from './plan/rundown.tsx'
import { usePlan } from './plan/use-plan.ts'
import type { ActivityView } from './use-activity.ts'
import { words } from './messages/words.gen.ts'

/** With whom, when, where, what follows and where it is known from. */
export function ActivitySummary({ activity }: { activity: ActivityView }) {
  const language = useLanguage()
  const w = words[language]
  const { relations, place, startsAt, endsAt, initiator, note, sources, nextSteps } = activity
  const { zone } = usePlan(activity.id)
  const steps = nextSteps.flatMap(({ step }) => (step === undefined ? [] : step))
  return (
    <Facts>
      <Fact term={w.relations}>
        {relations.length === 0
          ? w.unsorted
          : relations.map(({ id, slug, ...named }, at) => (
              <span key={id}>
                {at > 0 && w.comma}
                <Link to={`/kerja-sama/${slug}`}>
                  <bdi>{nameIn(language, named)}</bdi>
                </Link>
              </span>
            ))}
      </Fact>
      <Fact term={w.time}>
        {writeWhen(language, activity)}
        {startsAt !== undefined && w.comma + spanText(language, { from: startsAt, to: endsAt, zone })}
      </Fact>
      <Fact term={w.place}>{place === undefined ? undefined : <bdi>{place}</bdi>}</Fact>
      <Fact term={w.initiator}>{initiator === undefined ? undefined : w.initiatorOf[initiator]}</Fact>
      <Fact term={followupWords[language].title}>
        {steps.map((step) => (
          <span className="row" key={step.id}>
            <NextStepLine step={step} language={language} />
          </span>
        ))}
      </Fact>
      <Fact term={w.note}>{note === undefined ? undefined : <bdi className="typed">{note}</bdi>}</Fact>
      <Fact term={w.sourceTitle}>
        {sources.map(({ kind, outlet, title, publishedOn }, at) => (
          <span className="row" key={at}>
            {[
              w.source.of[kind as keyof typeof w.source.of] ?? kind,
              outlet,
              title,
              publishedOn === undefined ? undefined : formatDate(publishedOn, language),
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </span>
        ))}
      </Fact>
    </Facts>
  )
}
