import type { ReactNode } from 'react'
import { formatDate, numberWord } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { ProcedureRail } from '../../slices/procedures/embed.tsx'
import type { StepId } from '../../slices/procedures/model.ts'
import { words as procedureWords } from '../../slices/procedures/messages/words.gen.ts'
import { countryName } from '../../slices/reference/model.ts'
import { FieldList, StatusWord } from '../../slices/relations/embed.tsx'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { countFields, recordsOf, statusOf, type PublishedRelation } from '../../slices/relations/model.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { levelOf } from '../../slices/sources/model.ts'
import type { ProfileFact } from '../../slices/partners/model.ts'
import { Fact } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { words } from './messages/words.gen.ts'

interface PartProps {
  relation: PublishedRelation
  language: Language
  sources: string
}

interface MarkProps extends PartProps {
  subject: string
  field?: string
  topic: string
  children: ReactNode
}

/** A value with the mark of how well it is known, leading to its source sheet. */
function Mark({ relation, language, sources, subject, field, topic, children }: MarkProps) {
  const lines = relation.provenance.filter(
    (line) => line.subject === subject && (field === undefined || line.field === field),
  )
  const level = levelOf(lines)
  return (
    <SourceMark level={level} href={`${sources}/${topic}`} label={sourceWords[language].level[level]}>
      {children}
    </SourceMark>
  )
}

/** The stage rail of the running process, with on whose word it rests. Absent where no procedure runs. */
export function Rail({ on, published, ...part }: PartProps & { on: string; published: PublishedRelation }) {
  const { relation, language } = part
  const { process } = relation
  if (process === undefined) return null
  const w = words[language]
  const seen = (id: StepId): ReactNode => {
    const step = process.steps.findLast(({ step }) => step === id)
    if (step === undefined) return undefined
    return (
      <Mark {...part} subject={process.id} field="initiator" topic="prakarsa">
        {formatDate(step.occurredOn, language)}
      </Mark>
    )
  }
  const said = relation.provenance.some(({ field }) => field === 'stages_left')
  const details = procedureWords[language].detailsBy[process.provisional ? 'provisional' : 'decided']
  return (
    <div id="tahap">
      <ProcedureRail
        language={language}
        procedure={process.procedure}
        records={recordsOf(process.steps)}
        status={<StatusWord status={statusOf(published, on)} language={language} />}
        seen={seen}
      >
        <p className="key">
          {said && (
            <>
              {w.mayor.before}{' '}
              <Mark {...part} subject={process.id} field="stages_left" topic="tahap">
                {w.mayor.said}
              </Mark>
              {language === 'ja' || language === 'ko' ? '' : ' '}
              {w.mayor.after}{' '}
            </>
          )}
          {details({ law: 'PP 28/2018' })}
        </p>
      </ProcedureRail>
    </div>
  )
}

/** Who began it, and on whose recommendation. */
export function Initiative(part: PartProps) {
  const { relation, language } = part
  const { process, partner, region } = relation
  if (process?.initiator === undefined) return null
  const say = relationWords[language]
  const who = say.initiator[process.initiator]
  const named =
    typeof who === 'string'
      ? who
      : who({ partner: partner ? nameIn(language, partner) : '', region: nameIn(language, region) } as never)
  const country = partner?.country === undefined ? '' : countryName(language, partner.country)
  return (
    <Fact term={words[language].initiative} id="prakarsa">
      <Mark {...part} subject={process.id} field="initiator" topic="prakarsa">
        {process.referral === undefined ? named : say.referral[process.referral]({ who: named, country })}
      </Mark>
    </Fact>
  )
}

/** "9 ditawarkan · 6 disebut · 3 belum disebut", then the fields themselves. */
export function Fields(part: PartProps) {
  const { relation, language } = part
  const w = words[language]
  const say = relationWords[language].fields
  const { offered, named, unnamed } = countFields(relation.fields)
  return (
    <section className="sec" id="bidang">
      <h2>{w.fields}</h2>
      {offered === 0 ? (
        <p className="empty">{w.noFields}</p>
      ) : (
        <>
          <p>
            <span className="count">
              <Mark {...part} subject={relation.id} field="fields" topic="bidang">
                {say.offered({ n: offered })}
              </Mark>
            </span>{' '}
            · {say.named({ n: named })} · {say.unnamed({ n: unnamed })}
          </p>
          <FieldList fields={relation.fields} language={language} />
        </>
      )}
    </section>
  )
}

/** Dated statements about the partner. */
export function Profile(part: PartProps) {
  const { relation, language } = part
  if (relation.partner === undefined || relation.profile.length === 0) return null
  return (
    <section className="sec" id="tentang-mitra">
      <h2>{words[language].about({ partner: nameIn(language, relation.partner) })}</h2>
      {relation.profile.map((fact) => (
        <p key={fact.id} className="gap">
          {profileSentence(fact, part)}
        </p>
      ))}
    </section>
  )
}

const topics = {
  countries_worked_with: 'negara-mitra',
  countries_targeted: 'negara-sasaran',
  visited_in_indonesia: 'di-indonesia',
} as const

/** A sentence whose marked part is the statement itself: the template is cut at its argument. */
function profileSentence(fact: ProfileFact, part: PartProps): ReactNode {
  const say = relationWords[part.language].profile
  if (fact.kind === 'note') return fact.words
  const slot = '\u0000'
  const sentence = {
    countries_worked_with: () => say.countries_worked_with({ count: slot }),
    countries_targeted: () => say.countries_targeted({ count: slot, year: fact.year ?? '' }),
    visited_in_indonesia: () => say.visited_in_indonesia({ place: slot }),
  }[fact.kind]()
  const [before, after] = sentence.split(slot)
  const n = fact.number ?? 0
  const marked =
    fact.kind === 'visited_in_indonesia'
      ? nameIn(part.language, part.relation.region)
      : fact.moreThan
        ? say.moreCountries({ n })
        : say.countries({ word: numberWord(n, part.language) })
  return (
    <>
      {before}
      <Mark {...part} subject={fact.id} topic={topics[fact.kind]}>
        {marked}
      </Mark>
      {after}
      {part.language === 'ja' ? '。' : '.'}
    </>
  )
}

/** A form that shows the page as it stood on another day. */
export function AsOf({ on, language }: { on: string; language: Language }) {
  const w = words[language]
  return (
    <details className="asof">
      <summary>{w.asOf}</summary>
      <form className="form" method="get">
        <div className="f">
          <label htmlFor="per">{w.asOfLabel}</label>
          <input className="in short" id="per" name="per" type="date" defaultValue={on} required />
        </div>
        <div className="acts">
          <button className="btn" type="submit">
            {w.asOfSet}
          </button>
        </div>
      </form>
    </details>
  )
}

/** What the dotted line means. */
export function Legend({ language }: { language: Language }) {
  const { legend } = words[language]
  return (
    <p className="key legend">
      <span className="src">{legend.mark}</span> {legend.means}
    </p>
  )
}
