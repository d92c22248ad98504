import type { CaughtMail } from '../../platform/caught-mail.ts'
import type { Page } from '../../platform/portal.ts'
import { formatBytes } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** Mails that were kept instead of sent, for whoever operates a demonstration. Everything is shown as text. */
export function caughtMailPage(language: Language, mails: readonly CaughtMail[]): Page {
  const w = words[language]
  return {
    title: w.title,
    body: (
      <>
        <section className="sec strong">
          <h1>{w.title}</h1>
          <p className="gap">{mails.length === 0 ? w.none : w.intro}</p>
        </section>
        {mails.map((mail) => (
          <Mail key={mail.id} mail={mail} language={language} />
        ))}
      </>
    ),
  }
}

function Mail({ mail, language }: { mail: CaughtMail; language: Language }) {
  const w = words[language]
  const { id, from, to, subject, date, text, links, attachments } = mail
  return (
    <section className="sec" id={id}>
      <h2>
        <bdi>{subject === '' ? w.untitled : subject}</bdi>
      </h2>
      <p className="s q">
        {w.from}: <bdi>{from}</bdi> · {w.to}: <bdi>{to}</bdi> · {w.date}: <bdi>{date}</bdi>
      </p>
      {text
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map((line, at) => (
          <p key={at}>
            <bdi>{line}</bdi>
          </p>
        ))}
      {links.map((link) => (
        <p key={link} className="s">
          <a href={link} rel="noreferrer nofollow">
            {link}
          </a>
        </p>
      ))}
      {attachments.map(({ name, bytes }, at) => (
        <p key={at} className="s">
          <a href={`/surel/${id}/${at}`}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span className="q">{formatBytes(bytes, language)}</span>
        </p>
      ))}
    </section>
  )
}
