import { ActivityPage as Activity } from '../../../slices/agenda/ui/activity-page.tsx'

/** A visit or meeting with the papers that the office makes of it. */
export function ActivityPage() {
  return <Activity papers={() => null} />
}
