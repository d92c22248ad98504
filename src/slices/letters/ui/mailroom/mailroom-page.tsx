import { Link, useSearchParams } from 'react-router'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { SearchField } from '../../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { MailList } from './mail-list.tsx'
import { mailViews, readMailAddress, writeMailAddress, type MailAddress } from './mail-query.ts'
import { RegisterBook } from './register-book.tsx'
import { ThreadList } from './thread-list.tsx'
import { words } from './messages/words.gen.ts'

/** Letters in and out, matters, and the register, each a view of one page whose address says what is shown. */
export function MailroomPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  usePageTitle(w.title)
  const [search, setSearch] = useSearchParams()
  const address = readMailAddress(search)
  const { view } = address
  const go = (change: Partial<MailAddress>) => setSearch(writeMailAddress({ ...address, ...change }), { replace: true })
  const usual = { q: '', filter: 'all', year: '', all: false, book: 'in', relation: '' } as const
  const linkTo = (to: (typeof mailViews)[number]) =>
    `?${new URLSearchParams(writeMailAddress({ ...usual, relation: address.relation, view: to }))}`
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.title}</h1>
        {view !== 'register' && (
          <SearchField label={w.search} hint={w.searchHint} text={address.q} onSearch={(q) => go({ q })} />
        )}
      </div>
      <nav className="tabs" aria-label={w.views}>
        {mailViews.map((each) => (
          <Link key={each} to={linkTo(each)} aria-current={each === view ? 'page' : undefined}>
            {w.view[each]}
          </Link>
        ))}
      </nav>
      {may('letters.prepare') && (
        <p className="acts gap">
          <Link className="btn" to="/surat/catat">
            {w.add.in}
          </Link>
          <Link className="btn" to="/surat/catat?arah=keluar">
            {w.add.out}
          </Link>
        </p>
      )}
      {(view === 'in' || view === 'out') && <MailList key={view} direction={view} address={address} onGo={go} />}
      {view === 'threads' && <ThreadList address={address} onGo={go} />}
      {view === 'register' && <RegisterBook address={address} onGo={go} />}
    </>
  )
}
