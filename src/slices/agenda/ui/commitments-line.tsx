import { useRef, useState, type ReactNode } from 'react'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { focusIfFree } from '../../../ui/controls/use-focus-on-mount.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { officeTitle } from '../../reference/model.ts'
import { SourceButton, Sourced } from '../../sources/ui/sourced.tsx'
import { followCommitment } from '../contract.ts'
import { Name } from '../embed.tsx'
import { isPast } from '../model.ts'
import { CommitmentMender } from './commitments-mend.tsx'
import { CommitmentStanding, NewsForm } from './commitments-news.tsx'
import { CommitmentPublisher } from './commitments-publish.tsx'
import { VoidCommitment } from './commitments-void.tsx'
import type { CommitmentView } from './commitments.tsx'
import { TaskPart } from './task-lines.tsx'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type CommitmentLineProps = {
  commitment: CommitmentView
  mayMend: boolean
  relations: ActivityView['relations']
  children?: ReactNode
}

type Panel = 'news' | 'publish' | 'mend' | 'void'

/** One commitment: the words, whose they are, how it stands, what is done about it, and what may be done with it. */
export function CommitmentLine({ commitment, mayMend, relations, children }: CommitmentLineProps) {
  const { language, may, on } = useVisitor()
  const { commitments: w, ...common } = words[language]
  const [panel, setPanel] = useState<Panel>()
  const openers = useRef<Partial<Record<Panel, HTMLButtonElement | null>>>({})
  const { id, side, words: said, wordsLang, speaker, told, dueOn, level, task, voided, publication } = commitment
  const isOurs = side === 'ours'
  const stands = voided === undefined
  // An answer that comes late closes its own form, not another that was opened meanwhile.
  const closerOf = (which: Panel) => () => {
    setPanel((now) => (now === which ? undefined : now))
    setTimeout(() => {
      focusIfFree(openers.current[which])
    })
  }
  const open = (which: Panel, label: string) => (
    <button
      type="button"
      className="btn sm text"
      ref={(button) => void (openers.current[which] = button)}
      aria-expanded={panel === which}
      onClick={() => setPanel(panel === which ? undefined : which)}
    >
      {label}
      <span className="vh">: {said}</span>
    </button>
  )
  const sheet = { subject: id, field: 'words', what: w.title, inUse: said }
  const office =
    speaker.office === undefined ? [] : [officeTitle(language, { office: speaker.office, capacity: speaker.capacity })]
  const acts = stands ? (
    <>
      {mayMend && isOurs && open('news', w.say)}
      {isOurs && may('followup.mend') && (task === undefined || task.endedOn !== undefined) && (
        <FollowButton id={id} said={said} />
      )}
      {isOurs && may('agenda.publish') && open('publish', publication === undefined ? w.publish : w.publication)}
      {mayMend && open('mend', w.mend)}
      {mayMend && open('void', w.void.title)}
    </>
  ) : undefined
  return (
    <li>
      <Sourced level={level} {...sheet}>
        <bdi lang={wordsLang}>{said}</bdi>
      </Sourced>
      {level === 'recorded' && stands && may('sources.judge') && (
        <>
          {' '}
          <SourceButton {...sheet} label={w.source} />
        </>
      )}
      <p className="s q">
        {w.sideOf[side]}
        {' · '}
        <Name person={speaker} />
        {[...office, ...(told === undefined ? [] : [w.to({ who: told })])].map((part) => `${common.comma}${part}`)}
        {dueOn !== undefined && ` · ${w.until({ date: formatDate(dueOn, language) })}`}
        {!isOurs && ` · ${w.quoted}`} {children}
      </p>
      {voided !== undefined && (
        <p className="note s">{common.voided({ date: formatDate(voided.on, language), reason: voided.reason })}</p>
      )}
      {isOurs && stands && <CommitmentStanding commitment={commitment} mayMend={mayMend} />}
      {dueOn !== undefined && stands && isPast(commitment, on) && (
        <p className="s q">{w.past({ date: formatDate(dueOn, language) })}</p>
      )}
      {publication !== undefined && <PublicationNote publication={publication} />}
      {task === undefined ? (
        acts !== undefined && <div className="acts">{acts}</div>
      ) : (
        <div role="group" aria-label={w.following}>
          <TaskPart task={task} above={said} acts={acts} />
        </div>
      )}
      {panel === 'news' && <NewsForm commitment={commitment} onClose={closerOf('news')} />}
      {panel === 'publish' && <CommitmentPublisher commitment={commitment} onClose={closerOf('publish')} />}
      {panel === 'mend' && (
        <CommitmentMender commitment={commitment} relations={relations} onClose={closerOf('mend')} />
      )}
      {panel === 'void' && <VoidCommitment commitment={commitment} onClose={closerOf('void')} />}
    </li>
  )
}

/** Since when the world sees it, or since when no longer, and whether it reads what was before. */
function PublicationNote({ publication }: { publication: NonNullable<CommitmentView['publication']> }) {
  const { language } = useVisitor()
  const { commitments: w } = words[language]
  const { at, withdrawnOn, isBehind } = publication
  return (
    <p className="s q">
      {withdrawnOn === undefined
        ? w.published({ date: formatDate(toLocalTime(at, 'WIB').date, language) })
        : w.withdrawnOn({ date: formatDate(withdrawnOn, language) })}
      {isBehind && <span className="st-wait"> · {w.behind}</span>}
    </p>
  )
}

/** [Tindak lanjuti]: by one press; who does it until when is said on the line that appears. */
function FollowButton({ id, said }: { id: string; said: string }) {
  const { commitments: w } = words[useVisitor().language]
  const saved = useSaved()
  const following = useAct(followCommitment, { key: id, done: async (_, act) => await saved(w.followed, act) })
  return (
    <>
      <button
        type="button"
        className="btn sm text"
        aria-busy={following.busy}
        onClick={() => void following.send({ id })}
      >
        {w.follow}
        <span className="vh">: {said}</span>
      </button>
      <FailureNotice acting={following} />
    </>
  )
}
