import { ActivityPage as Activity } from '../../../slices/agenda/ui/activity-page.tsx'
import { FromMeetings } from '../../../slices/forum/ui/from-meetings.tsx'
import { PapersMenu } from '../../../slices/letters/ui/papers-menu.tsx'
import { BriefingLinks } from '../../briefing/ui/briefing-links.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { Invitations } from '../../../slices/calendar/ui/invitations.tsx'

/** A visit or meeting with what other slices make of it: invitations by mail, papers of the office. */
export function ActivityPage() {
  const { may } = useVisitor()
  return (
    <Activity
      papers={({ id, slug, planned, voided, relations }) => (
        <>
          {voided === undefined && <BriefingLinks slug={slug} planned={planned} relations={relations} />}
          {voided === undefined && !planned && relations.length > 0 && <FromMeetings activity={id} />}
          <Invitations activity={id} />
          {may('letters.read') && voided === undefined && (
            <PapersMenu activity={{ id }} relation={relations.length === 1 ? relations[0] : undefined} />
          )}
        </>
      )}
    />
  )
}
