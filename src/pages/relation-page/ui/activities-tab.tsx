import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { ActivityEntry } from './activity-entry.tsx'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** Visits, audiences and meetings up to the visitor's day, newest first. */
export function ActivitiesTab() {
  const { activities } = useRelationPage()
  const w = words[useLanguage()]
  return (
    <section aria-label={w.tab.activities}>
      <h2 className="vh">{w.tab.activities}</h2>
      {activities.length === 0 && <EmptyState>{w.noActivities}</EmptyState>}
      <ol className="log">
        {activities.map((activity) => (
          <ActivityEntry key={activity.id} activity={activity} />
        ))}
      </ol>
    </section>
  )
}
