import { useRef, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import type { followUp } from '../../followup/contract.ts'
import { NextStepLine } from '../../followup/embed.tsx'
import { AssignPanel } from './assign-panel.tsx'
import { EndPanel } from './end-panel.tsx'
import { saysSame } from '../model.ts'
import { pointState } from './point-state.ts'
import { words } from './messages/words.gen.ts'

type Task = z.output<typeof followUp>

export type TaskLinesProps<Row extends Task> = {
  tasks: readonly Row[]
  /** What stands behind a line: its meeting. */
  tell?: (task: Row) => ReactNode
}

/** What follows from a meeting as a whole, each with who does it by when; it is given to somebody and ended here. */
export function TaskLines<Row extends Task>({ tasks, tell }: TaskLinesProps<Row>) {
  const { points: w } = words[useVisitor().language]
  if (tasks.length === 0) return null
  return (
    <>
      <h3 className="after">{w.others}</h3>
      <ul className="lines">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task}>
            {tell?.(task)}
          </TaskLine>
        ))}
      </ul>
    </>
  )
}

/** One thing to do as a line of its own. */
function TaskLine({ task, children }: { task: Task; children?: ReactNode }) {
  return (
    <li>
      <TaskPart task={task}>{children}</TaskPart>
    </li>
  )
}

export type TaskPartProps = {
  task: Task
  /** The commitment that stands above already, with its day: in the same words it is not said again. */
  above?: string
  /** What else may be done here: in the same row. */
  acts?: ReactNode
  children?: ReactNode
}

/** One thing to do, with who has it by when; it is given to somebody and ended here. */
export function TaskPart({ task, above, acts, children }: TaskPartProps) {
  const { language, may } = useVisitor()
  const { points: w } = words[language]
  const [panel, setPanel] = useState<'unit' | 'end'>()
  const openers = useRef<Partial<Record<'unit' | 'end', HTMLButtonElement | null>>>({})
  const what = task.what ?? ''
  const isOpen = task.endedOn === undefined
  const close = () => {
    const opener = panel && openers.current[panel]
    setPanel(undefined)
    setTimeout(() => opener?.focus())
  }
  const open = (which: 'unit' | 'end', label: string) => (
    <button
      type="button"
      className="btn sm text"
      ref={(button) => void (openers.current[which] = button)}
      aria-expanded={panel === which}
      onClick={() => setPanel(panel === which ? undefined : which)}
    >
      {label}
      <span className="vh"> {w.of({ point: what })}</span>
    </button>
  )
  const isSaid = above !== undefined && saysSame(what, above)
  const isMine = isOpen && may('followup.mend')
  return (
    <>
      {isSaid ? (
        <>
          {words[language].commitments.following} ·{' '}
          <NextStepLine step={{ ...task, what: undefined, origin: undefined }} language={language} />
        </>
      ) : (
        <NextStepLine step={task} language={language} />
      )}
      {!isOpen && <span className="q"> · {pointState(language, task)}</span>} {children}
      {task.note !== undefined && (
        <p className="s q">
          <bdi>{task.note}</bdi>
        </p>
      )}
      {(isMine || acts !== undefined) && (
        <div className="acts">
          {isMine && (
            <>
              {open('unit', w.chooseUnit)}
              {open('end', w.end)}
              <Link className="btn sm text" to={`/tindak-lanjut/${task.root ?? task.id}`}>
                {w.openTask}
                <span className="vh"> {w.of({ point: what })}</span>
              </Link>
            </>
          )}
          {acts}
        </div>
      )}
      {isOpen && panel === 'unit' && (
        <AssignPanel
          point={{ id: task.id, position: 0, words: what, wordsLang: 'id', activity: { id: task.subject }, task }}
          isDay={false}
          onClose={close}
        />
      )}
      {isOpen && panel === 'end' && <EndPanel task={task} what={what} onClose={close} />}
    </>
  )
}
