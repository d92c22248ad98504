import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../shared/format.ts'
import { listClocks } from '../../../slices/relations/contract.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

/** Which limits stand on these days: how many run and when the nearest ends. Whose they are is told elsewhere. */
export function ClocksLine() {
  const language = useLanguage()
  const w = words[language].holidays
  const { data } = useQuery(queryOf(listClocks, {}))
  if (data === undefined) return null
  const [first] = data.rows
  return (
    <p className="s q">
      {first === undefined ? w.noClocks : w.clocks({ n: data.rows.length, date: formatDate(first.dueOn, language) })}
    </p>
  )
}
