import type { Reading } from '../../platform/call.ts'
import type { ListFile } from '../../platform/list-file.ts'
import { listSponsoredBy } from '../../slices/contests/queries.ts'
import { companyFile } from '../../slices/csr/queries.ts'
import { listAnsweredOf } from '../../slices/forum/queries.ts'
import { getPartnerId, listIdsOf } from '../../slices/partners/queries.ts'
import { words } from './messages/words.gen.ts'

/** What other slices know of a company's year: contests it helps, and issues of its forum that were answered. */
export async function findBeside(
  { tx, on }: Pick<Reading, 'tx' | 'on'>,
  { slug, year }: { slug: string; year: number },
) {
  const asked = { partners: await listIdsOf(tx, await getPartnerId(tx, slug)), year: String(year) }
  const issues = await listAnsweredOf(tx, { ...asked, on })
  return {
    contests: await listSponsoredBy(tx, { ...asked, on }),
    issues: issues.map(({ id, slug: of, words: said, wordsLang, task }) => {
      return { id, slug: of, words: said, wordsLang, answeredOn: task?.endedOn ?? '' }
    }),
  }
}

/** The year of a company as a file: what it is of, the columns of its CSR, and the day an issue was answered. */
export async function companyYearFile(
  call: Pick<Reading, 'tx' | 'on' | 'language'>,
  asked: { slug: string; year?: number | undefined },
): Promise<ListFile> {
  const w = words[call.language]
  const { year, header, rows, days = [], numbers = [], ...file } = await companyFile(call, asked)
  const { contests, issues } = await findBeside(call, { slug: asked.slug, year })
  const blank = header.slice(1).map(() => '')
  return {
    ...file,
    header: [w.file.part, ...header, w.file.answered],
    days: [...days.map((at) => at + 1), header.length + 1],
    numbers: numbers.map((at) => at + 1),
    rows: [
      ...rows.map((row) => [w.file.need, ...row, '']),
      ...contests.map(({ title }) => [w.file.contest, title, ...blank, '']),
      ...issues.map(({ words: said, answeredOn }) => [w.file.issue, said, ...blank, answeredOn]),
    ],
  }
}
