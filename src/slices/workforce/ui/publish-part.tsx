import { useState } from 'react'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { ConfirmDialog } from '../../../ui/controls/confirm-dialog.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import type { Acting } from '../../../ui/controls/act.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { PreviewLinks } from '../../../ui/controls/publish-form.tsx'
import { words } from './messages/words.gen.ts'

export type PublishPartProps = {
  publishedAt: string | undefined
  isLagging: boolean
  /** The public address without language. */
  path: string
  /** Whether it can be looked at before. */
  hasPreview?: boolean
  publishing: Pick<Acting<never>, 'busy' | 'failure' | 'again'> & { go: () => void }
  withdrawing: Pick<Acting<never>, 'busy' | 'failure' | 'again'> & { go: () => void }
}

/** Whether the world sees it, whether that lags behind, and the two acts. */
export function PublishPart(props: PublishPartProps) {
  const { publishedAt, isLagging, path, hasPreview = false, publishing, withdrawing } = props
  const { language, may } = useVisitor()
  const { publish: w } = words[language]
  const [asks, setAsks] = useState(false)
  return (
    <section className="sec" id="portal">
      <h2>{w.title}</h2>
      <p>
        {publishedAt === undefined
          ? w.not
          : w.since({ date: formatDate(toLocalTime(publishedAt, 'WIB').date, language) })}{' '}
        {isLagging && <span className="st-wait">{w.lagging}</span>}
      </p>
      {publishedAt !== undefined && (
        <p className="gap">
          <a href={`/${language}${path}`}>{w.see}</a>
        </p>
      )}
      {may('programmes.publish') && (
        <>
          {hasPreview && (
            <p className="s gap">
              <PreviewLinks label={w.look} path={path} />
            </p>
          )}
          <FailureNotice acting={publishing} />
          <FailureNotice acting={withdrawing} />
          <p className="acts gap">
            <button type="button" className="btn" aria-busy={publishing.busy} onClick={publishing.go}>
              {publishedAt === undefined ? w.go : w.again}
            </button>
            {publishedAt !== undefined && (
              <button type="button" className="btn" aria-busy={withdrawing.busy} onClick={() => setAsks(true)}>
                {w.withdraw}
              </button>
            )}
          </p>
        </>
      )}
      {asks && (
        <ConfirmDialog
          title={w.withdraw}
          text={w.withdrawAsk}
          stay={w.stay}
          go={w.withdraw}
          onStay={() => setAsks(false)}
          onGo={() => {
            setAsks(false)
            withdrawing.go()
          }}
        />
      )}
    </section>
  )
}
