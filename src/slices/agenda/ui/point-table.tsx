import { useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { holderText, isAssigned } from '../../followup/model.ts'
import type { listPoints } from '../contract.ts'
import { words as agendaWords } from '../messages/words.gen.ts'
import { AssignPanel } from './assign-panel.tsx'
import { EndPanel } from './end-panel.tsx'
import { pointState } from './point-state.ts'
import { words } from './messages/words.gen.ts'

type ListedPoint = z.output<typeof listPoints.output>['rows'][number]
export type PointRowView = Omit<ListedPoint, 'activity'> & { activity: Pick<ListedPoint['activity'], 'id'> }

export type PointTableProps<Row extends PointRowView> = {
  rows: readonly Row[]
  /** The point whose panel stands open at first: who came to share tasks begins there. */
  opened?: string | undefined
  /** What stands with a point: its source mark, its meeting, its acts. */
  tell: (point: Row, said: ReactNode) => ReactNode
}

/** Pokok bahasan as a table: who answers each, until when, and how far it is. Dense on a screen, lines on a phone. */
export function PointTable<Row extends PointRowView>({ rows, opened, tell }: PointTableProps<Row>) {
  const { language } = useVisitor()
  const { points: w } = words[language]
  return (
    <table className="t">
      <thead>
        <tr>
          {[w.title, w.unit, w.dueOn, w.state].map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((point) => (
          <PointRow key={point.id} point={point} isOpened={point.id === opened}>
            {tell(point, <bdi lang={point.wordsLang}>{point.words}</bdi>)}
          </PointRow>
        ))}
      </tbody>
    </table>
  )
}

type Panel = 'unit' | 'dueOn' | 'end'

type PointRowProps = { point: PointRowView; isOpened: boolean; children: ReactNode }

function PointRow({ point, isOpened, children }: PointRowProps) {
  const { language, may } = useVisitor()
  const { points: w, ...common } = words[language]
  const [panel, setPanel] = useState<Panel | undefined>(isOpened ? 'unit' : undefined)
  const openers = useRef<Partial<Record<Panel, HTMLButtonElement | null>>>({})
  const { task, theme, wordsLang } = point
  const mayMend = may('followup.mend')
  const isOpen = task !== undefined && task.endedOn === undefined
  const close = () => {
    const opener = panel && openers.current[panel]
    setPanel(undefined)
    // After what was saved is shown: the button may be another one by then.
    setTimeout(() => opener?.focus())
  }
  const open = (which: Panel, shown: ReactNode) => (
    <button
      type="button"
      className="linklike fillin"
      ref={(button) => void (openers.current[which] = button)}
      aria-expanded={panel === which}
      onClick={() => setPanel(panel === which ? undefined : which)}
    >
      {shown}
      <span className="vh"> {w.of({ point: point.words })}</span>
    </button>
  )
  const who = task && holderText(task, common.comma)
  const day = task?.dueOn === undefined ? undefined : formatDate(task.dueOn, language)
  return (
    <>
      <tr>
        <td>
          {children}
          {theme !== undefined && wordsLang !== language && <p className="s q">{agendaWords[language].theme[theme]}</p>}
        </td>
        <td data-l={w.unit}>
          {mayMend ? open('unit', <bdi>{who || w.chooseUnit}</bdi>) : <bdi>{who || w.nobody}</bdi>}
        </td>
        <td data-l={w.dueOn}>{mayMend ? open('dueOn', day ?? w.chooseDay) : (day ?? w.noDay)}</td>
        <td data-l={w.state}>
          {pointState(language, task)}
          {task?.note !== undefined && (
            <p className="s q">
              <bdi>{task.note}</bdi>
            </p>
          )}
          {mayMend && isOpen && isAssigned(task) && <> · {open('end', w.end)}</>}
        </td>
      </tr>
      {panel !== undefined && mayMend && (
        <tr>
          <td
            colSpan={4}
            onKeyDown={(event) => {
              if (event.key === 'Escape') close()
            }}
          >
            {panel === 'end' && isOpen ? (
              <EndPanel task={task} what={point.words} onClose={close} />
            ) : (
              <AssignPanel key={panel} point={point} isDay={panel === 'dueOn'} onClose={close} />
            )}
          </td>
        </tr>
      )}
    </>
  )
}
