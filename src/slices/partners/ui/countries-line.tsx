import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { countryName } from '../../reference/model.ts'
import { listCountries } from '../contract.ts'
import { countryChoices } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The countries of which the region knows something, each with its page, and a way to every other. */
export function CountriesLine() {
  const language = useLanguage()
  const w = words[language].countries
  const navigate = useNavigate()
  const { data } = useQuery(queryOf(listCountries, {}))
  const known = data?.rows ?? []
  const others = countryChoices(language).filter(({ id }) => id !== 'ID' && !known.some(({ code }) => code === id))
  return (
    <nav className="chips" aria-label={w.title}>
      <span className="s q">{w.title}</span>
      {known.map(({ code }) => (
        <Link key={code} to={`/negara/${code}`}>
          {countryName(language, code)}
        </Link>
      ))}
      <select
        className="in short"
        aria-label={w.other}
        value=""
        onChange={(event) => void navigate(`/negara/${event.currentTarget.value}`)}
      >
        <option value="">{w.other}</option>
        {others.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </nav>
  )
}
