import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { addressOf } from '../../../shared/endpoint.ts'
import { formatBytes, formatDate } from '../../../shared/format.ts'
import { readAnswerFile, shareFollowUp } from '../../../slices/followup/contract.ts'
import { words as followWords } from '../../../slices/followup/messages/words.gen.ts'
import { LinksOf } from '../../../slices/links/ui/links-of.tsx'
import { ShareLink } from '../../../slices/links/ui/share-link.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { readTask } from '../contract.ts'
import { AnswerTask } from './answer-task.tsx'
import { ChangeTask } from './change-task.tsx'
import { EndTask } from './end-task.tsx'
import { CloseButton, Origin } from './task-line.tsx'
import { askText, tasksText } from './task-text.ts'
import { ownerOf, standingsOf, type TaskView, untilOf } from './view.ts'
import { words } from './messages/words.gen.ts'

type Panel = 'share' | 'answer' | 'change' | 'end'

/** One follow-up: how it stands, what was answered, and everything that can be done with it. */
export function TaskPage() {
  const { id = '' } = useParams()
  const { language, may } = useVisitor()
  const w = words[language]
  const { data } = useSuspenseQuery(queryOf(readTask, { id }))
  const { task, on, answers } = data
  usePageTitle(task.what ?? w.title)
  const standing = standingsOf(task, { language, on })
  const owner = ownerOf(task, language)
  return (
    <>
      <p className="s">
        <Link to="/tindak-lanjut">{w.title}</Link>
      </p>
      <div className="top">
        <h1 tabIndex={-1}>
          <bdi>{task.what}</bdi>
        </h1>
      </div>
      <Facts>
        <Fact term={w.from}>
          <Origin task={task} />
        </Fact>
        <Fact term={w.owner}>{owner === '' ? undefined : <bdi>{owner}</bdi>}</Fact>
        <Fact term={w.until}>
          {task.endedOn !== undefined
            ? untilOf(task, { language, on })
            : task.dueOn === undefined
              ? followWords[language].noDate
              : formatDate(task.dueOn, language)}
        </Fact>
        <Fact term={w.stateLabel}>{standing.length === 0 ? undefined : standing.join(' · ')}</Fact>
        <Fact term={w.outcomeNote}>{task.note === undefined ? undefined : <bdi>{task.note}</bdi>}</Fact>
      </Facts>
      <TaskActs task={task} on={on} />
      <section className="sec after">
        <h2>{w.answers}</h2>
        {answers.length === 0 ? <p className="empty">{w.noAnswers}</p> : <Answers answers={answers} />}
      </section>
      {may('links.read') && (
        <section className="sec after">
          <h2>{w.links}</h2>
          <LinksOf subject={task.root} />
        </section>
      )}
    </>
  )
}

function TaskActs({ task, on }: { task: TaskView; on: string }) {
  const { language, region, may } = useVisitor()
  const w = words[language]
  const queries = useQueryClient()
  const [panel, setPanel] = useState<Panel>()
  const openers = useRef<Partial<Record<Panel, HTMLButtonElement | null>>>({})
  const close = () => {
    const opener = panel && openers.current[panel]
    setPanel(undefined)
    setTimeout(() => opener?.focus())
  }
  const isOpen = task.endedOn === undefined
  const labels: Record<Panel, string> = { share: w.share, answer: w.answer, change: w.change, end: w.end }
  const may_: Record<Panel, boolean> = {
    share: may('followup.mend'),
    answer: may('followup.answer'),
    change: may('followup.mend'),
    end: may('followup.mend'),
  }
  const panels = (['share', 'answer', 'change', 'end'] as const).filter((each) => isOpen && may_[each])
  const party = task.unit?.name ?? task.owner ?? task.member?.name ?? ''
  return (
    <>
      {isOpen && task.answered && may('followup.mend') && (
        <div className="note gap3">
          <p>{w.waitsForYou}</p>
          <div className="acts">
            <CloseButton task={task} />
          </div>
        </div>
      )}
      <div className="acts gap3">
        {panels.map((each) => (
          <button
            key={each}
            type="button"
            className="btn"
            ref={(button) => void (openers.current[each] = button)}
            aria-expanded={panel === each}
            onClick={() => setPanel(panel === each ? undefined : each)}
          >
            {labels[each]}
          </button>
        ))}
        <CopyButton text={() => tasksText({ title: w.title, rows: [task], total: 1, on }, language)} />
      </div>
      {isOpen && panel === 'share' && task.letter?.closed === true && <p className="note gap3">{w.notByLink}</p>}
      {isOpen && panel === 'share' && task.letter?.closed !== true && (
        <div className="gap3">
          <p className="q">{w.shareHint}</p>
          <ShareLink
            key={task.id}
            endpoint={shareFollowUp}
            id={task.id}
            party={party}
            onMade={() => void queries.invalidateQueries()}
            textOf={(address, given) =>
              askText({ task, region: region.name, party: given.party, address }, given.language)
            }
          />
        </div>
      )}
      {isOpen && panel === 'answer' && <AnswerTask key={task.id} task={task} onClose={close} />}
      {isOpen && panel === 'change' && <ChangeTask key={task.root} task={task} onClose={close} />}
      {isOpen && panel === 'end' && <EndTask key={task.id} task={task} onClose={close} />}
    </>
  )
}

function Answers({ answers }: { answers: z.output<typeof readTask.output>['answers'] }) {
  const { language } = useVisitor()
  const w = words[language]
  return (
    <ul className="rows">
      {answers.map(({ id, said, note, noteLang, by, byLink, answeredOn, file }) => (
        <li key={id}>
          <p>
            <span className="name">{followWords[language].said[said]}</span>
            <span className="s q">
              {' · '}
              {formatDate(answeredOn, language)}
              {' · '}
              <bdi>{by}</bdi>
              {byLink && ` · ${w.byLink}`}
            </span>
          </p>
          {note !== null && (
            <p>
              <bdi lang={noteLang}>{note}</bdi>
            </p>
          )}
          {file !== null && (
            <p>
              <a href={addressOf(readAnswerFile, { id }).url} download={file.name}>
                <bdi>{file.name}</bdi>
              </a>{' '}
              <span className="s q">{formatBytes(file.bytes, language)}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
