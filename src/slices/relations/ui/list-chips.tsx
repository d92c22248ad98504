import { formatNumber } from '../../../shared/format.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { chipsOf } from './chips.ts'
import { type FilterName, filterNames, type Sought } from './list-filter.ts'
import { words } from './messages/words.gen.ts'

export type ListChipsProps = {
  sought: Sought
  counts: Record<FilterName, Record<string, number>>
  onSought: (sought: Sought) => void
}

const first: readonly FilterName[] = ['status']
const rest = filterNames.filter((name) => !first.includes(name))

/**
 * Filters as chips with their numbers: the statuses in sight, the others folded until one of them is used. The numbers
 * are those of today's register: on a chosen day, by which the rows are worked out, they are not told.
 */
export function ListChips(props: ListChipsProps) {
  const w = words[useLanguage()].chips
  const isUsed = rest.some((name) => props.sought[name] !== undefined)
  return (
    <div className="list-chips">
      {first.map((name) => (
        <Chips key={name} name={name} {...props} />
      ))}
      <details open={isUsed}>
        <summary>{w.more}</summary>
        {rest.map((name) => (
          <Chips key={name} name={name} {...props} />
        ))}
      </details>
    </div>
  )
}

function Chips({ name, sought, counts, onSought }: ListChipsProps & { name: FilterName }) {
  const { language, dayChosen } = useVisitor()
  const w = words[language].chips
  const chosen = sought[name]
  const chips = chipsOf(language, name, { counts: counts[name], chosen })
  if (chips.length === 0) return null
  const choose = (value: string) => {
    const { [name]: _, ...others } = sought
    onSought(value === chosen ? others : ({ ...others, [name]: value } as Sought))
  }
  return (
    <div className="chips" role="group" aria-label={w.by[name]}>
      {chips.map(({ value, n, label }) => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed={value === chosen}
          onClick={() => choose(value)}
        >
          {label}
          {!dayChosen && <span className="n"> {formatNumber(n, language)}</span>}
        </button>
      ))}
    </div>
  )
}
