import { useEffect } from 'react'
import { Link, useHref, useLocation, useRouteError } from 'react-router'
import { chosenLanguage } from './language.ts'
import { readFault, type PageFault } from './page-fault.ts'
import { queryClient } from './query-client.ts'
import { sessionQuery } from './session.ts'
import { words } from './messages/words.gen.ts'

/** Why a page cannot be shown, and the way on. Stands inside the frame, or alone when there is nobody to frame it. */
export function ErrorPage() {
  const fault = readFault(useRouteError())
  const language = chosenLanguage() ?? 'id'
  const w = words[language].fault
  const isAdministrator = queryClient.getQueryData(sessionQuery.queryKey)?.role === 'admin_daerah'
  const text = fault.kind === 'forbidden' && isAdministrator ? w.forbidden.textForAdministrator : w[fault.kind].text
  useEffect(() => {
    document.title = w[fault.kind].title
  }, [w, fault.kind])
  return (
    <div className="page">
      <h1 tabIndex={-1}>{w[fault.kind].title}</h1>
      <p className="gap">{text}</p>
      {fault.request !== undefined && <p className="gap s q">{w.report({ request: fault.request })}</p>}
      <p className="acts gap3">
        <WayOn kind={fault.kind} />
      </p>
    </div>
  )
}

function WayOn({ kind }: Pick<PageFault, 'kind'>) {
  const language = chosenLanguage() ?? 'id'
  const w = words[language].fault
  const here = useHref(useLocation().pathname)
  if (kind === 'unsigned') {
    return (
      <a className="btn go" href={`/${language}/masuk?ke=${encodeURIComponent(here)}`}>
        {w.signIn}
      </a>
    )
  }
  if (kind === 'missing' || kind === 'forbidden') {
    return (
      <Link className="btn go" to="/">
        {w.home}
      </Link>
    )
  }
  return (
    <button type="button" className="btn go" onClick={() => location.reload()}>
      {w.reload}
    </button>
  )
}
