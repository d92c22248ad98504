// Every mark of src/ui/marks as static HTML: short, empty and very long, in four languages. Prints JSON, one page each.
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { languages, type Language } from '../../src/shared/languages.ts'
import { words as procedureWords } from '../../src/slices/procedures/messages/words.gen.ts'
import { getProcedure } from '../../src/slices/procedures/model.ts'
import { ClockLine } from '../../src/slices/procedures/ui/clock-line.tsx'
import { StatusWord } from '../../src/slices/relations/embed.tsx'
import { words as relationWords } from '../../src/slices/relations/messages/words.gen.ts'
import { statuses } from '../../src/slices/relations/model.ts'
import { words as sourceWords } from '../../src/slices/sources/messages/words.gen.ts'
import { Band } from '../../src/ui/marks/band.tsx'
import { EmptyState } from '../../src/ui/marks/empty-state.tsx'
import { ErrorSummary } from '../../src/ui/marks/error-summary.tsx'
import { Fact, Facts } from '../../src/ui/marks/facts.tsx'
import { LongTextField, SelectField, TextField } from '../../src/ui/marks/field.tsx'
import { PersonName } from '../../src/ui/marks/person-name.tsx'
import { SourceMark } from '../../src/ui/marks/source-mark.tsx'
import { StageRail } from '../../src/ui/marks/stage-rail.tsx'
import { Status } from '../../src/ui/marks/status.tsx'
import { StepsTable } from '../../src/ui/marks/steps-table.tsx'

/** Words of a length that nobody plans for: a long sentence, and one word without a place to break. */
const long: Record<Language, string> = {
  id: 'Pertanggungjawaban penyelenggaraan kerja sama pemerintah daerah dengan pemerintah daerah di luar negeri, sebagaimana disampaikan berulang-ulang ' + 'ketidakterpertanggungjawabankannyapunmasihbisadipertanyakan'.repeat(2),
  en: 'Intergovernmental cooperation between regional administrations, as repeatedly described in correspondence and minutes ' + 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2),
  ja: '地方自治体間の協力関係に関する基本的な考え方および今後の進め方についての覚書の内容を確認するための会談'.repeat(2) + 'パートナーシップ'.repeat(12),
  ko: '지방자치단체 사이의 협력 관계에 관한 기본 원칙과 앞으로의 추진 방향을 확인하기 위한 회담 ' + '협력관계추진위원회'.repeat(9),
} // prettier-ignore

type Length = 'short' | 'empty' | 'long'
const lengths: readonly Length[] = ['short', 'empty', 'long']

function Section({ id, children }: { id: string; children: ReactNode }) {
  return (
    <section className="sec" id={id}>
      {children}
    </section>
  )
}

function Sheet({ language, length }: { language: Language; length: Length }) {
  const said = (short: string) => ({ short, empty: '', long: long[language] })[length]
  const w = procedureWords[language]
  const level = sourceWords[language].level
  const rules = getProcedure('foreign-2018')
  const { step, holder, documents, basis: article, state } = w.column
  return (
    <>
      <h1>{said('Jembatan')}</h1>
      <Section id="status">
        {statuses.map((status) => (
          <p key={status}>
            <StatusWord status={status} language={language} />{' '}
            <span>{said(relationWords[language].status[status])}</span>
          </p>
        ))}
        <Status word={said('·')} tone="wait" />
      </Section>
      <Section id="sumber">
        {(['reported', 'recorded', 'documented'] as const).map((each) => (
          <p key={each}>
            <SourceMark level={each} href="#sumber" label={level[each]}>
              {said(level[each])}
            </SourceMark>
          </p>
        ))}
      </Section>
      <Section id="rel">
        {rules.stages.map((_, now) => (
          <StageRail
            key={now}
            label={w.rail.label}
            status={<Status word={said(String(now + 1))} tone={now === 7 ? 'live' : 'plain'} />}
            sentence={said(w.railShort.last({ number: now + 1, count: rules.stages.length }))}
            stages={rules.stages.map((stage, index) => ({
              label: length === 'long' ? w.stage.long[stage] : w.stage.short[stage],
              state: index < now ? 'past' : index === now ? 'now' : 'ahead',
              stateWord: w.stageState.now,
            }))}
          />
        ))}
      </Section>
      <Section id="langkah">
        <StepsTable
          head={{ step, holder, documents, article, state }}
          rows={rules.steps.map(({ no, id }) => ({
            number: no,
            step: w.step[id],
            holder: said(w.holder.pemda),
            documents: said(w.step[id]),
            article: said('28(4)'),
            state: said(w.stepState.ahead),
          }))}
        />
      </Section>
      <Section id="nama">
        <p>
          <PersonName given={said('Kuniaki')} family={said('Nishinou')} order="given-first" lang="ja-Latn" />
        </p>
        <p>
          <PersonName
            family={said('Kim')}
            given={said('Minsu')}
            order="family-first"
            lang="ko-Latn"
            native={said('김')}
          />
        </p>
      </Section>
      <Section id="fakta">
        <Facts>
          <Fact term={said('—')}>{said('1')}</Fact>
          <Fact term={w.column.holder}>
            <SourceMark level="reported" href="#fakta">
              {said(w.holder.pemda)}
            </SourceMark>
          </Fact>
        </Facts>
        <ul className="fields">
          {rules.steps.map(({ id }) => (
            <li key={id}>{length === 'long' ? `${w.step[id]} ${long[language].slice(0, 80)}` : w.step[id]}</li>
          ))}
        </ul>
      </Section>
      <Section id="jam">
        <ClockLine language={language} clock={{ state: 'cannot_count' }} />
        <ClockLine
          language={language}
          clock={{ state: 'overdue', receivedOn: '2026-01-05', dueOn: '2026-03-12', daysLeft: -15 }}
        >
          <p>{said('·')}</p>
        </ClockLine>
      </Section>
      <Section id="isian">
        <ErrorSummary title={said('!')} errors={[{ field: 'satu', message: said('1') }]} />
        <TextField id="satu" label={said('1')} hint={said('…')} error={said('!')} defaultValue={said('x')} />
        <LongTextField id="dua" label={said('2')} defaultValue={said('x')} />
        <SelectField id="tiga" label={said('3')} choices={[{ value: '1', label: said('1') }]} />
      </Section>
      <Section id="kosong">
        <EmptyState act={<a href="#kosong">{said('→')}</a>}>{said('—')}</EmptyState>
      </Section>
      <Band />
      <Band tall />
    </>
  )
}

const sheets = languages.flatMap((language) =>
  lengths.map((length) => ({
    language,
    length,
    html: renderToStaticMarkup(<Sheet language={language} length={length} />),
  })),
)
process.stdout.write(JSON.stringify(sheets))
