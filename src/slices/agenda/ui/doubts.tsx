import { useQuery } from '@tanstack/react-query'
import { isDate, weekdayOf } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { proposeRelations } from '../contract.ts'
import { words as agendaWords } from '../messages/words.gen.ts'
import { weekdays } from '../model.ts'
import { words } from './messages/words.gen.ts'

/** "24 Juli 2025 hari Kamis, bukan Rabu": both are shown, and nobody is told which is right. */
export function useWeekdayDoubt({ occurredOn, weekday }: { occurredOn: string; weekday: string }): string | undefined {
  const language = useLanguage()
  const day = dateTyped(occurredOn)
  const said = weekdays.find((one) => one === weekday)
  const right = day !== undefined && isDate(day) ? weekdays[weekdayOf(day)] : undefined
  if (day === undefined || said === undefined || right === undefined) return undefined
  const of = agendaWords[language].weekday
  return words[language].doubtWeekday({ date: formatDate(day, language), right: of[right], said: of[said] })
}

/** Partners that are written like what was typed, each with the act that takes it. */
export function LikeThese({
  typed,
  onUse,
}: {
  typed: string
  onUse: (relation: { id: string; name: string }) => void
}) {
  const language = useLanguage()
  const w = words[language]
  const { data } = useQuery(queryOf(proposeRelations, { words: typed }))
  return (
    <div className="note" role="group" aria-label={w.likeThese}>
      <p>{w.likeThese}</p>
      <p className="acts">
        {(data?.rows ?? []).map((relation) => {
          const name = nameIn(language, relation)
          return (
            <button key={relation.id} type="button" className="btn sm" onClick={() => onUse({ id: relation.id, name })}>
              {w.use({ name })}
            </button>
          )
        })}
      </p>
    </div>
  )
}
