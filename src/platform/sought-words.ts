import { sql, type RawBuilder } from 'kysely'
import { foldForSearch } from '../shared/text.ts'

/** What somebody typed as folded words, each once, at most `most`. */
export function soughtWords(q: string, most = 8): string[] {
  const words = foldForSearch(q)
    .split(/\s+/)
    .filter((word) => word !== '')
  return [...new Set(words)].slice(0, most)
}

/**
 * Whether a folded column holds a word; the typed wildcards are plain characters. Two letters have no trigram: the index
 * would be read from end to end, over all regions (170 ms), and strpos() looks at the region's own rows only (5 ms).
 */
export function holdsWord(column: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  if (!/[\p{L}\p{N}]{3}/u.test(word)) return sql`strpos(${column}, ${word}) > 0`
  return sql`${column} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`
}

/**
 * How near a word is to a folded text, from 0 to 1. A word of three kanji shares no three letters in a row with one that
 * differs in the middle, so there the signs are counted that both have: two of three are near, one of two is not.
 */
export function nearnessOf(word: string, text: RawBuilder<unknown>): RawBuilder<number> {
  const alike = sql<number>`word_similarity(${word}, ${text})`
  const signs = [...word].slice(0, 8)
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u.test(word)) return alike
  const shared = sql.join(
    signs.map((sign) => sql`(strpos(${text}, ${sign}) > 0)::int`),
    sql` + `,
  )
  return sql`greatest(${alike}, (${shared})::real / ${signs.length} - 0.3)`
}
