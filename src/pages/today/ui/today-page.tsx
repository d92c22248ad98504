import { useSuspenseQuery } from '@tanstack/react-query'
import { chatText } from '../../../shared/chat-text.ts'
import { formatDate, formatNumber, numberWord } from '../../../shared/format.ts'
import { CopyButton } from '../../../ui/controls/copy-button.tsx'
import { DownloadMenu } from '../../../ui/controls/download-menu.tsx'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { exportToday, readToday } from '../contract.ts'
import { words } from '../messages/words.gen.ts'
import { EndingSoon } from './ending-soon.tsx'
import { MailLine } from './mail-line.tsx'
import { NeedsYou } from './needs-you.tsx'
import { RoleDay } from './role-day.tsx'
import { tellLine } from './tell-line.ts'
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
  const text = () =>
    chatText({
      title: `${w.title}, ${date}`,
      lines: today.lines.map((line) => {
        const told = tellLine(line, language, { on: today.on })
        return `${told.name}: ${told.text}`
      }),
      total: today.lines.length + today.more,
      more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
    })
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{w.sentence({ date, count, word: numberWord(count, language, { capital: true }) })}</p>
        </div>
        {today.lines.length > 0 && (
          <div className="acts keep">
            <CopyButton text={text} />
            {may('followup.take') && <DownloadMenu endpoint={exportToday} input={{}} />}
          </div>
        )}
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
