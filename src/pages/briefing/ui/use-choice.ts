import { useSearchParams } from 'react-router'
import { isLanguage, type Language } from '../../../shared/languages.ts'

/** What a reader chose for a paper, in the address: it survives a reload and can be passed on. */
export function useChoice() {
  const [search, setSearch] = useSearchParams()
  const choose = (key: string, value: string) => {
    setSearch(
      (before) => {
        before.set(key, value)
        return before
      },
      { replace: true, preventScrollReset: true },
    )
  }
  const asked = search.get('bahasa') ?? undefined
  return {
    search,
    choose,
    language: isLanguage(asked) ? asked : undefined,
    onLanguage: (language: Language) => choose('bahasa', language),
  }
}
