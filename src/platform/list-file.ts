/** A list as a file whose rows are made here, by the rules that the page of the list asks too. */
export interface ListFile {
  /** The file's name, with the ending .csv. */
  name: string
  /** What stands over the table on paper, and what it is narrowed by, in words. */
  title: string
  narrowed?: readonly string[]
  /** Which columns hold days as the product stores them, and which whole numbers, counted from 0. */
  days?: readonly number[]
  numbers?: readonly number[]
  header: readonly string[]
  /** Texts as they were typed; nothing has to be made harmless before. Beyond `listedMost` rows it says that it stops. */
  rows: readonly (readonly (string | number | null | undefined)[])[]
}

/** How many rows such a file holds, in every format: they are in memory at once. */
export const listedMost = 5_000

/** Reads page after page of a list until it ends or holds more than a file does. */
export async function readPages<Row>(
  read: (page: { after?: string; limit: number }) => Promise<{ rows: readonly Row[]; next?: string | undefined }>,
): Promise<Row[]> {
  const all: Row[] = []
  let after: string | undefined
  do {
    const { rows, next } = await read({ limit: 100, ...(after !== undefined && { after }) })
    all.push(...rows)
    after = next
  } while (after !== undefined && all.length <= listedMost)
  return all
}

/** The rows of such a file as text, with the sentence in place of the row after the last one. */
export function listedRows({ rows }: Pick<ListFile, 'rows'>, more: string): string[][] {
  const said = rows.slice(0, listedMost).map((row) => row.map((cell) => String(cell ?? '')))
  const [first] = said
  return rows.length > listedMost && first !== undefined
    ? [...said, first.map((_, at) => (at === 0 ? more : ''))]
    : said
}

/** The same as CSV (RFC 4180) with the mark that spreadsheet programs tell UTF-8 by. */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const lines = [header, ...rows].map((row, at) =>
    row.map((cell) => cellOf(at === 0 ? cell : harmless(cell))).join(','),
  )
  return new TextEncoder().encode(`\uFEFF${lines.join('\n')}\n`)
}

/** What platform/copy.ts does to a text that people typed (`typed`): no spreadsheet program computes it. */
const harmless = (text: string): string =>
  `${/^[=+\-@\t\n\r＝＋－＠]/.test(text) ? "'" : ''}${text.replace(/(;[\s"]*)([=+@＝＋－＠-])/g, "$1'$2")}`

const cellOf = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows that are there already, for who reads them one after the other. */
export async function* eachOf(rows: readonly string[][]): AsyncGenerator<string[]> {
  for (const row of rows) yield await Promise.resolve(row)
}

/** "Cendera mata" on a day → "cendera-mata-2026-03-02.csv", in whatever script the title is. */
export function fileNameOf(title: string, on: string): string {
  return `${title.toLowerCase().replace(/[\s:/\\]+/g, '-')}-${on}.csv`
}
