import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../../ui/marks/facts.tsx'
import { readMail } from '../../contract.ts'
import { toWhom } from './disposition-part.tsx'
import { partyOf, wordOf } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The disposition sheet of a letter on one page, to print and lay on it. */
export function DispositionSheet() {
  const { id = '' } = useParams()
  const { data: mail } = useSuspenseQuery(queryOf(readMail, { id }))
  const { language, region } = useVisitor()
  const w = words[language]
  const d = w.disposition
  usePageTitle(d.sheet)
  const day = (text: string | null) => (text === null ? undefined : formatDate(text, language))
  return (
    <>
      <p className="acts">
        <Link className="btn" to={`/surat/catatan/${id}`}>
          {w.page.facts}
        </Link>
        <button type="button" className="btn" onClick={() => window.print()}>
          {w.print}
        </button>
      </p>
      <p className="s q">{region.name}</p>
      <h1 tabIndex={-1}>{d.sheet}</h1>
      <div className="gap">
        <Facts>
          <Fact term={w.col.register}>
            {mail.register === null ? undefined : `${mail.register}/${mail.registerYear}`}
          </Fact>
          <Fact term={w.col.who[mail.direction]}>
            <bdi>{partyOf(mail, language)}</bdi>
          </Fact>
          <Fact term={w.form.number}>{mail.number ?? w.noNumber}</Fact>
          <Fact term={w.form.datedOn}>{day(mail.datedOn)}</Fact>
          <Fact term={w.form.passedOn[mail.direction]}>{day(mail.passedOn)}</Fact>
          <Fact term={w.form.subject}>
            <bdi>{mail.subject}</bdi>
          </Fact>
          <Fact term={w.form.nature}>{wordOf(w.nature, mail.nature)}</Fact>
          <Fact term={w.form.security}>{w.security[mail.security]}</Fact>
          <Fact term={w.form.answerBy}>{day(mail.answerBy)}</Fact>
        </Facts>
      </div>
      <table className="t gap">
        <caption className="vh">{d.title}</caption>
        <thead>
          <tr>
            <th scope="col">{d.office}</th>
            <th scope="col">{d.to}</th>
            <th scope="col">{d.instruction}</th>
            <th scope="col">{d.dueOn}</th>
            <th scope="col">{d.given}</th>
          </tr>
        </thead>
        <tbody>
          {mail.dispositions.map(({ id: each, office, instruction, dueOn, givenOn, recipients }) => (
            <tr key={each}>
              <td data-l={d.office}>
                <bdi>{office}</bdi>
              </td>
              <td data-l={d.to}>
                <bdi>{toWhom(recipients)}</bdi>
              </td>
              <td data-l={d.instruction}>
                <bdi>{instruction}</bdi>
              </td>
              <td data-l={d.dueOn}>{day(dueOn) ?? '—'}</td>
              <td data-l={d.given}>{day(givenOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
