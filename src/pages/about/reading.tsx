import type { PortalPage } from '../../platform/portal.ts'
import type { Language } from '../../shared/languages.ts'
import { ProcedureRail } from '../../slices/procedures/embed.tsx'
import type { StepRecord } from '../../slices/procedures/model.ts'
import { StatusWord } from '../../slices/relations/embed.tsx'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { statuses } from '../../slices/relations/model.ts'
import { words as sourceWords } from '../../slices/sources/messages/words.gen.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { words as storyWords } from '../five-stories/messages/words.gen.ts'
import { stories, storyKey } from '../five-stories/stories.ts'
import { words } from './messages/words.gen.ts'
import { pageOf, Section } from './parts.tsx'

/** How to read every other page: the marks, the status words, the stage rail, the two kinds of date. */
export const readingPage: PortalPage = {
  path: '/tentang/cara-membaca',
  async show({ language, demonstration }) {
    const { title, lead, asOf, sampleDate } = words[language].reading
    return pageOf({
      title,
      lead,
      children: (
        <>
          <Levels language={language} demonstration={demonstration} />
          <StatusWords language={language} />
          <Stages language={language} />
          <Section title={asOf.title}>
            <p>{asOf.text}</p>
          </Section>
          {demonstration && (
            <Section title={sampleDate.title}>
              <p>{sampleDate.text}</p>
              <p className="links">
                <a href={`/${language}/tanggal?kembali=/${language}/tentang/cara-membaca`}>{sampleDate.change}</a>
              </p>
            </Section>
          )}
          <Check language={language} demonstration={demonstration} />
        </>
      ),
    })
  },
}

interface Part {
  language: Language
  demonstration: boolean
}

const levels = ['reported', 'recorded', 'documented'] as const

function Levels({ language, demonstration }: Part) {
  const w = words[language].reading.levels
  const { level: names } = sourceWords[language]
  return (
    <Section title={w.title}>
      <Facts>
        {levels.map((level) => (
          <Fact key={level} term={names[level]}>
            <p>
              <SourceMark level={level} label={names[level]}>
                {w.sample}
              </SourceMark>
            </p>
            <p>{w[level]}</p>
          </Fact>
        ))}
      </Facts>
      {demonstration && <p className="key">{w.sampleData}</p>}
    </Section>
  )
}

/** Every word a relation can have, with what it means. */
function StatusWords({ language }: Pick<Part, 'language'>) {
  const w = words[language].reading.status
  const shown = relationWords[language].status
  return (
    <Section title={w.title}>
      <p>{w.lead}</p>
      <div className="gap">
        <Facts>
          {statuses.map((id) => (
            <Fact key={id} term={shown[id]}>
              {w.means[id]}
            </Fact>
          ))}
        </Facts>
      </div>
      <p className="gap">{w.moves}</p>
      <p className="gap">{w.none}</p>
    </Section>
  )
}

// Stage 3, so that the drawing shows what is past, what is now and what is ahead.
const example: readonly StepRecord[] = [
  { step: 'prakarsa', documented: true },
  { step: 'penjajakan', documented: true },
  { step: 'pernyataan_kehendak', documented: true },
  { step: 'rencana_kerja_sama', documented: true, finished: false },
]

function Stages({ language }: Pick<Part, 'language'>) {
  const w = words[language].reading.stages
  return (
    <Section title={w.title}>
      <p>{w.lead}</p>
      <ProcedureRail
        language={language}
        procedure="foreign-2018"
        records={example}
        status={<StatusWord status="in_process" language={language} />}
        seen={() => undefined}
      >
        <p>{w.eight}</p>
        <p className="gap">{w.provisional}</p>
      </ProcedureRail>
    </Section>
  )
}

function Check({ language, demonstration }: Part) {
  const w = words[language].reading.check
  const told = stories.find(({ relationSlug }) => relationSlug !== undefined)
  const { story, page } = storyWords[language]
  return (
    <Section title={w.title}>
      <p>{w.text}</p>
      {demonstration && (
        <>
          <p className="gap">{w.summary}</p>
          <p className="links">
            {told !== undefined && (
              <a href={`/${language}/kerja-sama/${told.relationSlug}`}>
                {w.try({ name: story[storyKey(told.id)].name })}
              </a>
            )}
            <a href={`/${language}/tentang/lima-cerita`}>{page.title}</a>
          </p>
        </>
      )}
    </Section>
  )
}
