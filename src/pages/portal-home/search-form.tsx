import type { Language } from '../../shared/languages.ts'
import { TextField } from '../../ui/marks/field.tsx'
import { words } from './messages/words.gen.ts'

/** The most characters that are looked for. */
export const soughtMost = 100

interface SearchFormProps {
  language: Language
  region: string
  q?: string | undefined
}

/** The field for words to look for: a plain form that leads to the page of results. */
export function SearchForm({ language, region, q }: SearchFormProps) {
  const w = words[language].search
  return (
    <form className="form" action={`/${language}/daerah/${region}/cari`} method="get" role="search">
      <TextField
        id="q"
        name="q"
        type="search"
        label={w.label}
        hint={w.hint}
        defaultValue={q}
        maxLength={soughtMost}
        autoComplete="off"
        dir="auto"
      />
      <div className="acts">
        <button className="btn go" type="submit">
          {w.go}
        </button>
      </div>
    </form>
  )
}
