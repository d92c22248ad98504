import { Link } from 'react-router'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { writeWhen } from '../../model.ts'
import { PointTable } from '../point-table.tsx'
import { TaskLines } from '../task-lines.tsx'
import type { PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

type Carried = PlanView['carried'][number]

/** What earlier meetings left open: answered here, or shown again at the next one. */
export function CarriedPoints({ plan: { carried } }: { plan: PlanView }) {
  const { carried: w } = words[useLanguage()]
  if (carried.length === 0) return null
  const points = carried.flatMap((one) =>
    one.point === undefined
      ? []
      : [
          {
            ...one.point,
            activity: { id: one.from.id },
            carried: one,
            ...(one.task !== undefined && { task: one.task }),
          },
        ],
  )
  const tasks = carried.flatMap((one) =>
    one.point === undefined && one.task !== undefined ? [{ ...one.task, carried: one }] : [],
  )
  return (
    <section className="topics" id="dibawa" aria-labelledby="judul-dibawa">
      <h2 id="judul-dibawa">{w.title}</h2>
      <p className="s q">{w.why}</p>
      {points.length > 0 && (
        <PointTable
          rows={points}
          tell={(point, said) => (
            <>
              {said}
              <CarriedFrom carried={point.carried} />
            </>
          )}
        />
      )}
      <TaskLines tasks={tasks} tell={(task) => <CarriedFrom carried={task.carried} />} />
    </section>
  )
}

function CarriedFrom({ carried: { from, times } }: { carried: Carried }) {
  const language = useLanguage()
  const { carried: w } = words[language]
  return (
    <p className="s q">
      {w.from}{' '}
      <Link to={`/kegiatan/${from.slug}`}>
        <bdi>{from.about}</bdi>
      </Link>
      {', '}
      {writeWhen(language, from)} · {w.times({ n: times })}
    </p>
  )
}
