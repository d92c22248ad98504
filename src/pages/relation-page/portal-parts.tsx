import type { ReactNode } from 'react'
import { formatDate, numberWord } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { ProcedureRail } from '../../slices/procedures/embed.tsx'
import type { StepId } from '../../slices/procedures/model.ts'
import { words as procedureWords } from '../../slices/procedures/messages/words.gen.ts'
import type { PublishedActivity } from '../../slices/agenda/model.ts'
import { words as referenceWords } from '../../slices/reference/messages/words.gen.ts'
import { countryName, isOffice } from '../../slices/reference/model.ts'
import { FieldList, StatusWord } from '../../slices/relations/embed.tsx'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { countFields, recordsOf, statusByDays, type PublishedRelation } from '../../slices/relations/model.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { levelOf, type PublicLine } from '../../slices/sources/model.ts'
import type { ProfileFact } from '../../slices/partners/model.ts'
import { Fact } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { CountLine } from './count-line.tsx'
import { words } from './messages/words.gen.ts'
import { placeName } from './place-name.ts'
import { fieldOfTopic, profileTopics, topicsOf, topicsOfStep } from './topics.ts'

/** A relation as it stood on the day, and where its source sheets are. */
export interface PartProps {
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
export function Mark({ relation, language, sources, subject, field, topic, children }: MarkProps) {
  const level = levelOf(linesOf(relation, { subject, field }))
  return (
    <SourceMark level={level} href={`${sources}/${topic}`} label={sourceWords[language].level[level]}>
      {children}
    </SourceMark>
  )
}

/** The lines about a record, or about one field of it. */
export function linesOf(
  { provenance }: PublishedRelation,
  { subject, field }: { subject: string; field?: string | undefined },
): PublicLine[] {
  return provenance.filter((line) => line.subject === subject && (field === undefined || line.field === field))
}

interface RailProps extends PartProps {
  on: string
  published: PublishedRelation
  activities: readonly PublishedActivity[]
}

/**
 * The stage rail of the running process, with on whose word it rests. Where no procedure runs, the word that the texts
 * make, if any.
 */
export function Rail({ on, published, activities, ...part }: RailProps) {
  const { relation, language, sources } = part
  const { process } = relation
  const status = statusByDays(published.statuses, on)
  const word = <StatusWord status={status} language={language} />
  if (process === undefined) return status === undefined ? null : <p>{word}</p>
  const sheets = topicsOf(relation, activities)
  const seen = (id: StepId): ReactNode => {
    const step = process.steps.findLast(({ step }) => step === id)
    if (step === undefined) return undefined
    const day = formatDate(step.occurredOn, language)
    const sheet = topicsOfStep(step, activities).flatMap((topic) => sheets.find(({ id }) => id === topic) ?? [])[0]
    if (sheet === undefined) return day
    const level = levelOf(sheet.lines)
    return (
      <SourceMark level={level} href={`${sources}/${sheet.id}`} label={sourceWords[language].level[level]}>
        {day}
      </SourceMark>
    )
  }
  const details = procedureWords[language].detailsBy[process.provisional ? 'provisional' : 'decided']
  return (
    <div id="tahap">
      <ProcedureRail
        language={language}
        procedure={process.procedure}
        records={recordsOf(process)}
        status={word}
        seen={seen}
      >
        <p className="key">
          <StagesLeft {...part} /> {details({ law: 'PP 28/2018' })}
        </p>
      </ProcedureRail>
    </div>
  )
}

/** "Wali Kota menyebut enam tahapan lagi tanpa merincinya.": by office, number and completeness of the line itself. */
function StagesLeft(part: PartProps) {
  const { relation, language } = part
  const subject = relation.process?.id ?? ''
  const line = linesOf(relation, { subject, field: fieldOfTopic.tahap }).find(({ stages }) => stages !== undefined)
  if (line?.stages === undefined) return null
  const { left, listed } = line.stages
  const w = words[language].stagesLeft
  const office = referenceWords[language].office[isOffice(line.speakerOffice) ? line.speakerOffice : 'lain']
  const [before = '', after] = (listed ? w.listed : w.unlisted)({ office, said: slot }).split(slot)
  return (
    <>
      {before.charAt(0).toUpperCase() + before.slice(1)}
      <Mark {...part} subject={subject} field={fieldOfTopic.tahap} topic="tahap">
        {w.said({ n: left, word: numberWord(left, language) })}
      </Mark>
      {after}
    </>
  )
}

/** Stands where the marked part of a sentence goes, until the sentence is cut there. */
const slot = '\u0000'

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
  const counts = countFields(relation.fields)
  const lines = linesOf(relation, { subject: relation.id, field: fieldOfTopic.bidang })
  return (
    <section className="sec" id="bidang">
      <h2>{w.fields}</h2>
      {counts.offered === 0 ? (
        <p className="empty">{w.noFields}</p>
      ) : (
        <>
          <CountLine
            language={language}
            counts={counts}
            said={lines.find((line) => line.counts !== undefined)?.counts}
            level={levelOf(lines)}
            mark={(figure) => (
              <Mark {...part} subject={relation.id} field={fieldOfTopic.bidang} topic="bidang">
                {figure}
              </Mark>
            )}
          />
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

/** A sentence whose marked part is the statement itself: the template is cut at its argument. */
function profileSentence(fact: ProfileFact, part: PartProps): ReactNode {
  const say = relationWords[part.language].profile
  if (fact.kind === 'note') return fact.words
  if (fact.kind === 'visited_in_indonesia' && fact.words === undefined) return undefined
  const sentence = {
    countries_worked_with: () => say.countries_worked_with({ count: slot }),
    countries_targeted: () => say.countries_targeted({ count: slot, year: fact.year ?? '' }),
    visited_in_indonesia: () => say.visited_in_indonesia({ place: slot }),
  }[fact.kind]()
  const [before, after] = sentence.split(slot)
  const n = fact.number ?? 0
  const marked =
    fact.kind === 'visited_in_indonesia'
      ? placeName(part.language, { words: fact.words ?? '', region: part.relation.region })
      : fact.moreThan
        ? say.moreCountries({ n })
        : say.countries({ word: numberWord(n, part.language) })
  return (
    <>
      {before}
      <Mark {...part} subject={fact.id} topic={profileTopics[fact.kind]}>
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
      <span className="src">{legend.mark}</span>
      {language === 'ja' || language === 'ko' ? '' : ' '}
      {legend.means}
    </p>
  )
}
