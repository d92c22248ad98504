import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { CompanyPage } from '../../../slices/csr/ui/company-page.tsx'
import { formatDate } from '../../../shared/format.ts'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { exportCompany, readBeside } from '../contract.ts'
import { words } from '../messages/words.gen.ts'

/** The year of a company: its CSR, the contests it helps, and the issues of its forum that were answered. */
export function CompanyYear() {
  return <CompanyPage beside={(asked) => <Beside {...asked} />} acts={(asked) => <Acts {...asked} />} />
}

interface ActsProps {
  slug: string
  year: number
  title: string
  lines: readonly string[]
}

/** The whole year to copy or to save: nothing where nothing stands in it. */
function Acts({ slug, year, title, lines }: ActsProps) {
  const w = words[useLanguage()].file
  const { data } = useQuery(queryOf(readBeside, { slug, year }))
  const contests = data?.contests.map((contest) => `${w.contest}: ${contest.title}`) ?? []
  const issues = data?.issues.map((issue) => `${w.issue}: ${issue.words}`) ?? []
  const all = [...lines, ...contests, ...issues]
  if (all.length === 0) return null
  return <ListActs title={title} lines={all} endpoint={exportCompany} input={{ slug, year }} />
}

function Beside({ slug, year }: { slug: string; year: number }) {
  const language = useLanguage()
  const w = words[language].beside
  const { data } = useQuery(queryOf(readBeside, { slug, year }))
  if (data === undefined) return null
  const { contests, issues } = data
  return (
    <>
      <section className="sec after" aria-labelledby="lomba">
        <h2 id="lomba">{w.contests}</h2>
        {contests.length === 0 && <p className="q">{w.noContests}</p>}
        <ul className="lines plain-list">
          {contests.map(({ id, slug: of, title, titleLang }) => (
            <li key={id}>
              <Link to={`/program/lomba/${of}`}>
                <bdi lang={titleLang}>{title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="sec after" aria-labelledby="isu-dijawab">
        <h2 id="isu-dijawab">{w.issues}</h2>
        {issues.length === 0 && <p className="q">{w.noIssues}</p>}
        <ul className="lines plain-list">
          {issues.map(({ id, slug: of, words: said, wordsLang, answeredOn }) => (
            <li key={id}>
              <p className="key">{formatDate(answeredOn, language)}</p>
              <Link to={`/program/isu/${of}`}>
                <bdi lang={wordsLang}>{said}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
