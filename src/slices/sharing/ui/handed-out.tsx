import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate, formatList } from '../../../shared/format.ts'
import { ownNames } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { revokeLink } from '../../links/contract.ts'
import type { readPage } from '../contract.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

type Handed = z.output<typeof readPage.output>['pages'][number]

/** To whom the page was handed: which parts, until when, how often it was answered, and the way to end it. */
export function HandedOut({ pages }: { pages: readonly Handed[] }) {
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <section className="sec after" aria-labelledby="judul-dibagikan">
      <h3 id="judul-dibagikan">{w.shown}</h3>
      {pages.length === 0 && <p className="s q">{w.noneShared}</p>}
      <ul className="log">
        {pages.map((page) => {
          const { id, party, parts, state, sharedOn, expiresAt, uses } = page
          const until =
            expiresAt === null || state !== 'open'
              ? w.state[state]
              : w.until({ date: formatDate(toLocalTime(expiresAt, 'WIB').date, language) })
          const names = formatList(parts.map((part) => pageWords[language].part[part]), language) // prettier-ignore
          return (
            <li key={id}>
              <span className="day">{formatDate(sharedOn, language)}</span>
              <div>
                <p>
                  <b>
                    <bdi>{party}</bdi>
                  </b>{' '}
                  <span className="s q">
                    {ownNames[page.language]} · {until} · {w.uses({ n: uses })}
                  </span>
                </p>
                <p className="s">{w.shows({ parts: names })}</p>
                {state === 'open' && may('links.revoke') && <Revoke page={page} />}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Revoke({ page: { link, linkRev, party } }: { page: Handed }) {
  const queries = useQueryClient()
  const w = words[useLanguage()]
  const revoking = useAct(revokeLink, {
    key: link,
    async done() {
      say({ text: w.revoked })
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      <button
        type="button"
        className="btn sm text"
        aria-busy={revoking.busy}
        onClick={() => void revoking.send({ id: link, rev: linkRev })}
      >
        {w.revoke}
        <span className="vh">: {party}</span>
      </button>
      <FailureNotice acting={revoking} />
    </>
  )
}
