import { useSuspenseQuery } from '@tanstack/react-query'
import { formatDate, numberWord } from '../../../shared/format.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { readToday } from '../contract.ts'
import { words } from '../messages/words.gen.ts'
import { EndingSoon } from './ending-soon.tsx'
import { MailLine } from './mail-line.tsx'
import { NeedsYou } from './needs-you.tsx'
import { RoleDay } from './role-day.tsx'
import { ThisWeek } from './this-week.tsx'

/** The day's work: what waits, what this week holds, what is about to end; each one true sentence when empty. */
export function TodayPage() {
  const { language, role, may } = useVisitor()
  const w = words[language]
  usePageTitle(w.title)
  const { data: today } = useSuspenseQuery(queryOf(readToday, {}))
  if (role === 'admin_daerah') return <RoleDay date={formatDate(today.on, language, { weekday: true })} role={role} />
  const count = today.total
  const date = formatDate(today.on, language, { weekday: true })
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{w.sentence({ date, count, word: numberWord(count, language, { capital: true }) })}</p>
        </div>
      </div>
      <NeedsYou today={today} />
      {may('relations.read') && (
        <div className="cols">
          <ThisWeek week={today.week} activities={today.activities} />
          <EndingSoon today={today} />
        </div>
      )}
      <MailLine />
    </>
  )
}
