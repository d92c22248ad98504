import { useState } from 'react'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { PublishForm } from '../../../ui/controls/publish-form.tsx'
import { publishExchange, withdrawExchange } from '../contract.ts'
import { words } from './messages/words.gen.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ExchangeView } from './view.ts'

/** What the world sees of it: with or without the report, a look at the page before, publish, publish again, take back. */
export function PublishPart({ exchange }: { exchange: ExchangeView }) {
  const language = useLanguage()
  const w = words[language].publish
  const saved = useSaved()
  const { id, slug, published, report, reportFile } = exchange
  const [withReport, setWithReport] = useState(published?.report ?? false)
  const publishing = useAct(publishExchange, { key: id, done: async (_, act) => await saved(w.done, act) })
  const withdrawing = useAct(withdrawExchange, { key: id, done: async (_, act) => await saved(w.withdrawn, act) })
  const hasReport = report !== undefined || reportFile !== undefined
  const choice = hasReport && withReport
  return (
    <section className="sec after" aria-labelledby="terbit">
      <h2 id="terbit">{w.title}</h2>
      <p>
        {published === undefined
          ? w.isInside
          : w.isPublic({ date: formatDate(toLocalTime(published.at, 'WIB').date, language) })}
      </p>
      {published?.changed === true && <p className="st-wait">{w.changed}</p>}
      <PublishForm
        words={w}
        path={`/program/pertukaran/${slug}?bagian=${choice ? 'laporan' : ''}`}
        isPublic={published !== undefined}
        publishing={publishing}
        withdrawing={withdrawing}
        onPublish={() => void publishing.send({ id, report: choice })}
        onWithdraw={() => void withdrawing.send({ id })}
      >
        {hasReport && (
          <div className="f">
            <label className="pick">
              <input
                type="checkbox"
                checked={withReport}
                onChange={(event) => setWithReport(event.currentTarget.checked)}
              />{' '}
              {w.withReport}
            </label>
          </div>
        )}
      </PublishForm>
    </section>
  )
}
