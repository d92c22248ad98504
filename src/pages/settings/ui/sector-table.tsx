import { foldForSearch } from '../../../shared/text.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { affairName, sectorIds } from '../../../slices/reference/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import type { AffairRow } from './mend-affair.tsx'
import { words } from './messages/words.gen.ts'

export type SectorTableProps = { affairs: readonly AffairRow[]; unitName: (id: string | null) => string; q: string }

/** Each field of the catalogue with the affairs it belongs to; a field without one stops the letter of intent. */
export function SectorTable({ affairs, unitName, q }: SectorTableProps) {
  const language = useLanguage()
  const w = words[language]
  const { sector } = referenceWords[language]
  const found = sectorIds.filter((id) => foldForSearch(sector[id]).includes(foldForSearch(q)))
  if (found.length === 0) return <EmptyState>{w.nothingFound}</EmptyState>
  return (
    <table className="t gap">
      <caption className="vh">{w.affairs.bySector}</caption>
      <thead>
        <tr>
          <th scope="col">{w.affairs.sector}</th>
          <th scope="col">{w.affairs.name}</th>
          <th scope="col">{w.affairs.unit}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((id) => {
          const its = affairs.filter((affair) => affair.sectors.includes(id))
          return (
            <tr key={id}>
              <td>{sector[id]}</td>
              <td data-l={w.affairs.name}>
                {its.length === 0 ? (
                  <span className="st-wait">{w.affairs.unmapped}</span>
                ) : (
                  <bdi>{its.map((affair) => affairName(language, affair)).join(', ')}</bdi>
                )}
              </td>
              <td data-l={w.affairs.unit}>
                <bdi>{[...new Set(its.map(({ unit }) => unitName(unit)))].join(', ') || w.empty}</bdi>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
