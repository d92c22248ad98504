import { useState } from 'react'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { dropPoint } from '../contract.ts'
import { AddPoint } from './add-point.tsx'
import { DropButton } from './drop-button.tsx'
import { MendPoint } from './mend-point.tsx'
import { PointTable } from './point-table.tsx'
import { TaskLines } from './task-lines.tsx'
import type { ActivityView } from './use-activity.ts'
import { words } from './messages/words.gen.ts'

/** What was discussed at this activity, who answers each point, and what else follows from it. */
export function Points({ activity, mayMend }: { activity: ActivityView; mayMend: boolean }) {
  const { points: w, mendShort } = words[useLanguage()]
  const [mending, setMending] = useState<string>()
  const { id, points, tasks } = activity
  const rows = points.map((point) => {
    const task = tasks.find(({ subject }) => subject === point.id)
    return { ...point, activity: { id }, ...(task !== undefined && { task }) }
  })
  return (
    <section className="topics" id="pokok-bahasan" aria-labelledby="judul-pokok">
      <h2 id="judul-pokok" className={rows.length === 0 ? undefined : 'narrow'}>
        {w.title}
      </h2>
      {rows.length === 0 && <p className="q">{w.none}</p>}
      {rows.length > 0 && (
        <PointTable
          rows={rows}
          tell={(point, said) =>
            mending === point.id ? (
              <MendPoint point={point} onClose={() => setMending(undefined)} />
            ) : (
              <>
                {said}
                {mayMend && (
                  <div className="acts">
                    <button type="button" className="btn sm text" onClick={() => setMending(point.id)}>
                      {mendShort}
                      <span className="vh">: {point.words}</span>
                    </button>
                    <DropButton
                      endpoint={dropPoint}
                      input={{ id: point.id, rev: point.rev }}
                      what={point.words}
                      said={w.dropped}
                    />
                  </div>
                )}
              </>
            )
          }
        />
      )}
      {mayMend && <AddPoint activity={id} />}
      <TaskLines tasks={tasks.filter(({ subject }) => subject === id)} />
    </section>
  )
}
