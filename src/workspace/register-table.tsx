import { formatDate } from '../shared/format.ts'
import { words as procedureWords } from '../slices/procedures/messages/words.gen.ts'
import { countryName } from '../slices/reference/model.ts'
import { stagePlace } from '../slices/relations/ui/view.ts'
import { words as relationWords } from '../slices/relations/ui/messages/words.gen.ts'
import { useLanguage } from '../ui/controls/visitor.ts'
import type { RegisterRow } from './register-query.ts'
import { words } from './messages/words.gen.ts'

/** The register's lines; on a phone each becomes a labelled block. */
export function RegisterTable({ rows }: { rows: readonly RegisterRow[] }) {
  const language = useLanguage()
  const w = words[language].register
  const procedure = procedureWords[language]
  const stageWord = (stage: string | null) => {
    const place = stagePlace(stage)
    return place && relationWords[language].stageOf(place)
  }
  return (
    <table className="t gap">
      <caption className="vh">{w.title}</caption>
      <thead>
        <tr>
          {[w.region, w.partner, w.country, w.status, w.stage, w.last].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <bdi>{row.regionName}</bdi> <span className="q">{row.regionCode}</span>
            </td>
            <td data-l={w.partner}>
              <bdi>{row.partnerName}</bdi>
            </td>
            <td data-l={w.country}>{row.country === null ? w.unknown : countryName(language, row.country)}</td>
            <td data-l={w.status}>{row.status === 'none' ? w.noStatus : procedure.status[row.status]}</td>
            <td data-l={w.stage}>{stageWord(row.stage) ?? w.noStage}</td>
            <td data-l={w.last}>
              {row.lastActivityOn === null ? w.unknown : formatDate(row.lastActivityOn, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
