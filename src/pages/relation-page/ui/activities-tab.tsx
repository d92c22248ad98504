import { exportActivities, exportFollowUps } from '../../../slices/agenda/contract.ts'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { ActivityEntry } from './activity-entry.tsx'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** Visits, audiences and meetings up to the visitor's day, newest first. */
export function ActivitiesTab() {
  const { activities, relation } = useRelationPage()
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <section aria-label={w.tab.activities}>
      <h2 className="vh">{w.tab.activities}</h2>
      {activities.length === 0 && <EmptyState>{w.noActivities}</EmptyState>}
      {activities.length > 0 && (
        <div className="acts list-acts">
          <DownloadMenu endpoint={exportActivities} input={{ relation: relation.id }} />
          {may('followup.mend') && (
            <DownloadMenu endpoint={exportFollowUps} input={{ relation: relation.id }} label={w.downloadFollowUps} />
          )}
        </div>
      )}
      <ol className="log">
        {activities.map((activity) => (
          <ActivityEntry key={activity.id} activity={activity} />
        ))}
      </ol>
    </section>
  )
}
