import type { PortalPage } from '../../platform/portal.ts'
import type { Language } from '../../shared/languages.ts'
import { linkMinutes, sessionHours } from '../../slices/identity/model.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { words } from './messages/words.gen.ts'
import { Lines, pageOf, Section } from './parts.tsx'

interface Part {
  language: Language
  demonstration: boolean
}

/** What is kept about readers and staff, why and for how long (UU 27/2022 Ps 5–13, 20, 21), and what is missing. */
export const privacyPage: PortalPage = {
  path: '/tentang/privasi',
  async show({ language, demonstration }) {
    const { title, lead, demo, controller, names, lacking } = words[language].privacy
    return pageOf({
      title,
      lead,
      children: (
        <>
          <p className="note">{demonstration ? demo : controller}</p>
          <Reading language={language} demonstration={demonstration} />
          <Sending language={language} />
          <Section title={names.title}>
            <p>{names.text}</p>
          </Section>
          <Staff language={language} demonstration={demonstration} />
          <Rights language={language} />
          <Section title={lacking.title}>
            <Lines lines={[lacking.officer, lacking.form]} />
            <p className="gap">{demonstration ? lacking.demo : lacking.real}</p>
          </Section>
        </>
      ),
    })
  },
}

function Reading({ language, demonstration }: Part) {
  const { title, account, cookies, date, language: chosen, log, foreign } = words[language].privacy.reading
  return (
    <Section title={title}>
      <p>{account}</p>
      <p className="gap">{cookies}</p>
      <div className="gap">
        <Facts>
          {demonstration && <Fact term="tanggal">{date}</Fact>}
          <Fact term="bahasa">{chosen}</Fact>
        </Facts>
      </div>
      <p className="gap">{log}</p>
      <p className="gap">{foreign}</p>
    </Section>
  )
}

/** What the forms of the portal and the links keep: contest entries, bookings, questions, answers. */
function Sending({ language }: Pick<Part, 'language'>) {
  const w = words[language].privacy.sending
  return (
    <Section title={w.title}>
      <Facts>
        <Fact term={w.wordsTerm}>{w.wordsText}</Fact>
        <Fact term={w.entryTerm}>{w.entryText}</Fact>
        <Fact term={w.bookingTerm}>{w.bookingText}</Fact>
        <Fact term={w.linkTerm}>{w.linkText}</Fact>
        <Fact term={w.photoTerm}>{w.photoText}</Fact>
        <Fact term={w.keptTerm}>{w.keptText}</Fact>
      </Facts>
    </Section>
  )
}

function Staff({ language, demonstration }: Part) {
  const w = words[language].privacy.staff
  return (
    <Section title={w.title}>
      <Facts>
        <Fact term={w.stored}>
          {w.storedText}
          {demonstration && ` ${w.storedDemo}`}
        </Fact>
        <Fact term={w.purpose}>{w.purposeText}</Fact>
        <Fact term={w.basis}>{w.basisText}</Fact>
        <Fact term={w.kept}>{w.keptText({ hours: sessionHours, minutes: linkMinutes })}</Fact>
        <Fact term={w.browser}>{w.browserText}</Fact>
        <Fact term={w.tries}>{w.triesText}</Fact>
      </Facts>
    </Section>
  )
}

function Rights({ language }: Pick<Part, 'language'>) {
  const { title, marked, lead, ...rights } = words[language].privacy.rights
  return (
    <Section title={title}>
      <p className="key">{marked}</p>
      <p className="gap">{lead}</p>
      <Lines lines={Object.values(rights)} />
    </Section>
  )
}
