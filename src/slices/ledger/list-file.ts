import type { Reading } from '../../platform/call.ts'
import { fileNameOf, listedMost, type ListFile } from '../../platform/list-file.ts'
import { toLocalTime } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate, formatTime } from '../../shared/format.ts'
import { words as identityWords } from '../identity/messages/words.gen.ts'
import { getRegion } from '../reference/queries.ts'
import { isKnown, listHistory } from './queries.ts'
import { words } from './ui/messages/words.gen.ts'
import { verbWord } from './ui/verb-words.ts'

/** The acts about a record, newest first; times are the region's own. Throws not_found. */
export async function historyFile(
  { tx, who, on, language }: Pick<Reading, 'tx' | 'who' | 'on' | 'language'>,
  { subject, subjects }: { subject: string; subjects: readonly string[] },
): Promise<ListFile> {
  const w = words[language]
  const roles: Record<string, string> = identityWords[language].role
  const zone = (await getRegion(tx)).zone as 'WIB'
  const rows = await listHistory(tx, { subjects, account: who.account, limit: listedMost + 1 })
  if (rows.length === 0 && !(await isKnown(tx, { subject }))) throw new Failure('not_found')
  return {
    name: fileNameOf(w.sheet.title, on),
    title: w.sheet.title,
    days: [0],
    numbers: [5],
    header: [w.sheet.day, w.sheet.time, w.sheet.who, w.sheet.role, w.sheet.what, w.sheet.rows],
    rows: rows.map(({ at, kind, by, role, verb, undid, undone, changes, more }) => {
      const { date, time } = toLocalTime(at, zone)
      const did =
        undid === null
          ? verbWord(language, { verb, kind })
          : w.undid({ what: verbWord(language, undid), at: formatDate(toLocalTime(undid.at, zone).date, language) })
      return [
        date,
        formatTime(time, zone, language),
        kind === 'system' ? w.system : (by ?? w.somebody),
        role === null || kind !== 'person' ? (kind === 'link' ? w.byLink.trim() : '') : (roles[role] ?? role),
        undone ? `${did} (${w.undone})` : did,
        changes.length + more,
      ]
    }),
  }
}
