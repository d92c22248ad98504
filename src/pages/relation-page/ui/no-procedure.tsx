import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import { chatText } from '../../../shared/chat-text.ts'
import { formatDate, numberWord } from '../../../shared/format.ts'
import { listPoints } from '../../../slices/agenda/contract.ts'
import { words as agendaWords } from '../../../slices/agenda/messages/words.gen.ts'
import { writeWhen } from '../../../slices/agenda/model.ts'
import { AddPoint } from '../../../slices/agenda/ui/add-point.tsx'
import { pointState } from '../../../slices/agenda/ui/point-state.ts'
import { PointTable } from '../../../slices/agenda/ui/point-table.tsx'
import { TaskLines } from '../../../slices/agenda/ui/task-lines.tsx'
import { holderText, isAssigned } from '../../../slices/followup/model.ts'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Known } from './known.tsx'
import { useRelationPage } from './use-page.ts'
import { perInput, usePer } from './use-per.ts'
import { words } from './messages/words.gen.ts'

/** The points discussed with this partner, what follows from its meetings, and the next planned one. */
export function usePoints() {
  const { relation } = useRelationPage()
  const per = usePer()
  return useSuspenseQuery(queryOf(listPoints, { relation: relation.id, ...perInput(per) })).data
}

type PointRow = ReturnType<typeof usePoints>['rows'][number]

const isUnassigned = ({ task }: PointRow): boolean =>
  task === undefined || (task.endedOn === undefined && !isAssigned(task))

/** How many points nobody has in hand. */
export function useUnassigned(): number {
  return usePoints().rows.filter(isUnassigned).length
}

/** "Rakor terakhir Selasa, 21 Oktober 2025 · berikutnya: belum ada": where no procedure says how far it is. */
export function LastAndNext() {
  const { activities } = useRelationPage()
  const { next } = usePoints()
  const { language } = useVisitor()
  const { meetings: w, ...common } = words[language]
  const last = activities[0]
  const kinds = agendaWords[language].shortKind
  return (
    <p className="last">
      {last === undefined ? (
        common.noActivityYet
      ) : (
        <>
          {w.last({ kind: kinds[last.kind ?? 'lain'] })}{' '}
          <Known subject={last.id} field="occurred_on" what={common.fact.meeting}>
            {writeWhen(language, last)}
          </Known>
        </>
      )}
      {' · '}
      {w.next}{' '}
      {next === undefined ? (
        <span className="st-wait">{w.none}</span>
      ) : (
        <Link to={`/kegiatan/${next.slug}`}>{writeWhen(language, next)}</Link>
      )}
    </p>
  )
}

/** What waits where nobody set a next step: points without anybody in charge. */
export function UnassignedLine({ n }: { n: number }) {
  const { language } = useVisitor()
  const { meetings: w } = words[language]
  return (
    <>
      <p className="since">{w.unassigned({ n, word: numberWord(n, language, { capital: true }) })}</p>
      <p>{w.carried}</p>
    </>
  )
}

/** [Bagikan tugas] opens the first point without anybody in charge; [Jadwalkan rakor] plans the next meeting with this partner. */
export function MeetingActs({ n }: { n: number }) {
  const { relation } = useRelationPage()
  const { language, may } = useVisitor()
  const { meetings: w } = words[language]
  const { search } = useLocation()
  return (
    <>
      {n > 0 && may('followup.mend') && (
        <Link className="btn go" to={{ search, hash: '#pokok-bahasan' }}>
          {w.share}
        </Link>
      )}
      {may('agenda.record') && (
        <Link className="btn text" to={`/catat?kerja-sama=${relation.id}`}>
          {w.plan}
        </Link>
      )}
    </>
  )
}

/** POKOK BAHASAN: every point with who answers it, until when and how far; what is open stays for the next meeting. */
export function PointsDiscussed() {
  const { relation, activities } = useRelationPage()
  const { rows, tasks } = usePoints()
  const { language, may, region } = useVisitor()
  const { meetings: w } = words[language]
  const last = activities[0]
  const { hash, key } = useLocation()
  const opened = hash === '#pokok-bahasan' ? rows.find(isUnassigned)?.id : undefined
  if (relation.process !== null && rows.length === 0 && tasks.length === 0) return null
  const isSeveral = new Set(rows.map(({ activity }) => activity.id)).size > 1
  const text = () =>
    chatText({
      title: w.chatTitle({ region: region.name, partner: partnerName(relation, language) }),
      lines: rows.map(({ words: said, task }) => {
        const who = (task && holderText(task)) ?? w.nobody
        const until = task?.dueOn === undefined ? [] : [formatDate(task.dueOn, language)]
        return [said, who, ...until, pointState(language, task)].join(' · ')
      }),
      more: (n) => w.more({ n }),
    })
  return (
    <section className="topics" id="pokok-bahasan" aria-labelledby="judul-pokok">
      <h2 id="judul-pokok" className={rows.length === 0 ? undefined : 'narrow'}>
        {agendaWords[language].topics}
      </h2>
      {rows.length === 0 && <p className="q">{last === undefined ? w.noMeeting : w.noPoints}</p>}
      {rows.length > 0 && (
        <PointTable
          key={hash === '#pokok-bahasan' ? key : ''}
          rows={rows}
          opened={opened}
          tell={({ id, activity }, said) => (
            <>
              <Known subject={id} field="words" what={agendaWords[language].topics}>
                {said}
              </Known>
              {isSeveral && (
                <p className="s">
                  <Link to={`/kegiatan/${activity.slug}`}>{formatDate(activity.occurredOn, language)}</Link>
                </p>
              )}
            </>
          )}
        />
      )}
      <div className="thead">
        {may('agenda.record') && last !== undefined ? <AddPoint activity={last.id} /> : <span />}
        {rows.length > 0 && (
          <div className="acts">
            <CopyButton text={text} />
          </div>
        )}
      </div>
      <TaskLines
        tasks={tasks}
        tell={({ activity }) => (
          <Link className="s" to={`/kegiatan/${activity.slug}`}>
            {formatDate(activity.occurredOn, language)}
          </Link>
        )}
      />
    </section>
  )
}
