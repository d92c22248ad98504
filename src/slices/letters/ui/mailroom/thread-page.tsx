import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { chatText } from '../../../../shared/chat-text.ts'
import { formatDate, formatNumber } from '../../../../shared/format.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { CopyButton } from '../../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../../ui/controls/download-menu.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { Fact, Facts } from '../../../../ui/marks/facts.tsx'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { exportThread, mendThread, readThread } from '../../contract.ts'
import { MailTable } from './mail-table.tsx'
import { languageWord, lineOf, partyOf } from './view.ts'
import { words } from './messages/words.gen.ts'

/** A matter: its letters in both directions in one line of time, and where it stands. */
export function ThreadPage() {
  const { id = '' } = useParams()
  const { data: thread } = useSuspenseQuery(queryOf(readThread, { id }))
  const { language, may } = useVisitor()
  const w = words[language]
  usePageTitle(thread.title)
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const isEnded = thread.endedOn !== null
  const ending = useAct(mendThread, {
    key: id,
    async done(_, act) {
      sayDone(isEnded ? w.thread.reopened : w.thread.ended, act)
      await queries.invalidateQueries()
    },
  })
  const { title, rev, partner, correspondent, language: spoken, dueOn } = thread
  const end = () =>
    void ending.send({
      id,
      rev,
      title,
      ended: !isEnded,
      ...(partner !== null && { partner: partner.id }),
      ...(correspondent !== null && { correspondent }),
      ...(spoken !== null && { language: spoken }),
      ...(dueOn !== null && { dueOn }),
    })
  const text = () =>
    chatText({
      title: thread.mission ? w.mission : title,
      lines: thread.rows.map((row) => lineOf(row, language)),
      more: String,
    })
  return (
    <>
      <p className="s">
        <Link to="/surat?bagian=utas">{w.page.back}</Link>
      </p>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>
            <bdi>{title}</bdi>
          </h1>
          <p className="sub">
            {w.thread.title} · <bdi>{partyOf(thread, language)}</bdi> · {w.thread.status[thread.status]}
          </p>
        </div>
        <div className="acts keep">
          <CopyButton text={text} />
          {may('letters.take') && <DownloadMenu endpoint={exportThread} input={{ id }} />}
          {may('letters.prepare') && (
            <button type="button" className="btn" aria-busy={ending.busy} onClick={end}>
              {isEnded ? w.thread.reopen : w.thread.end}
            </button>
          )}
        </div>
      </div>
      <FailureNotice acting={ending} />
      {ending.failure?.code === 'stale' && (
        <p className="st-wait" role="alert">
          {ending.failure.message}
        </p>
      )}
      {thread.mission && <p className="note">{w.missionWhy}</p>}
      <Facts>
        <Fact term={w.form.language}>{spoken === null ? undefined : languageWord(spoken, language)}</Fact>
        <Fact term={w.thread.due}>{dueOn === null ? undefined : formatDate(dueOn, language)}</Fact>
      </Facts>
      {thread.more && <p className="s">{w.thread.more({ n: formatNumber(thread.rows.length, language) })}</p>}
      {thread.rows.length === 0 ? (
        <EmptyState>{w.thread.empty}</EmptyState>
      ) : (
        <MailTable rows={thread.rows} direction="both" title={w.thread.line} />
      )}
    </>
  )
}
