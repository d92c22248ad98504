import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../../ui/marks/facts.tsx'
import { FileLink } from '../../../files/ui/file-link.tsx'
import { languageWord, partyOf, pathOf, wordOf, type MailView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What is known of a letter, its text as it was read, and its files. */
export function MailFacts({ mail }: { mail: MailView }) {
  const language = useLanguage()
  const w = words[language]
  const f = w.form
  const day = (text: string | null) => (text === null ? undefined : formatDate(text, language))
  return (
    <section aria-label={w.page.facts}>
      <h2>{w.page.facts}</h2>
      <Facts>
        <Fact term={w.col.register}>
          {mail.register === null ? undefined : `${mail.register}/${mail.registerYear}`}
        </Fact>
        <Fact term={w.col.who[mail.direction]}>
          <bdi>{partyOf(mail, language)}</bdi> <span className="q">{wordOf(w.kind, mail.kind)}</span>
        </Fact>
        <Fact term={f.number}>{mail.number ?? w.noNumber}</Fact>
        <Fact term={f.unit}>{mail.unit?.name}</Fact>
        <Fact term={f.issuer}>{mail.issuer}</Fact>
        <Fact term={f.numberType}>{mail.numberType === null ? undefined : wordOf(w.numberType, mail.numberType)}</Fact>
        <Fact term={f.srikandiRef}>{mail.srikandiRef}</Fact>
        <Fact term={f.datedOn}>{day(mail.datedOn)}</Fact>
        <Fact term={f.passedOn[mail.direction]}>{day(mail.passedOn)}</Fact>
        <Fact term={f.channel}>{w.channel[mail.channel]}</Fact>
        <Fact term={f.spoke}>{mail.spoke}</Fact>
        <Fact term={f.language}>{mail.language === null ? undefined : languageWord(mail.language, language)}</Fact>
        <Fact term={f.nature}>{wordOf(w.nature, mail.nature)}</Fact>
        <Fact term={f.security}>{w.security[mail.security]}</Fact>
        <Fact term={f.answerBy}>{day(mail.answerBy)}</Fact>
        <Fact term={f.seenAt}>{mail.seenAt}</Fact>
        <Fact term={f.relation}>
          {mail.relations.map(({ id, slug, title }) => (
            <p key={id}>
              <Link to={`/kerja-sama/${slug}`}>
                <bdi>{title}</bdi>
              </Link>
            </p>
          ))}
        </Fact>
        <Fact term={w.page.answers}>
          {mail.answers === null ? undefined : (
            <Link to={pathOf(mail.answers)}>
              <bdi>{mail.answers.subject}</bdi>
            </Link>
          )}
        </Fact>
        <Fact term={w.page.files}>
          {mail.files.length === 0
            ? w.page.noFiles
            : mail.files.map((file) => (
                <p key={file.id}>
                  <FileLink {...file} />
                </p>
              ))}
        </Fact>
      </Facts>
      {mail.body !== null && (
        <details>
          <summary>{w.page.body}</summary>
          <p className="pre" lang={mail.language ?? undefined}>
            <bdi>{mail.body}</bdi>
          </p>
        </details>
      )}
    </section>
  )
}
