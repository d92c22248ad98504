import { writeXlsx } from 'hucre/xlsx'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { words as partnerWords } from '../partners/messages/words.gen.ts'
import { words as procedureWords } from '../procedures/messages/words.gen.ts'
import type { PartnerKind, StageId } from '../procedures/model.ts'
import { words as referenceWords } from '../reference/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import type { present } from './sheet.ts'

type Row = ReturnType<typeof present>

/**
 * A list as a spreadsheet in a reader's language. Every cell is text, so what somebody typed is never a formula: neither
 * "=…" nor "+62…" is computed by the program that opens it. 10,000 rows hold the process for 0.2 to 0.4 s,
 * the 2,500 of a large region for less than 0.1 s: too little for a process of its own.
 */
export async function drawSpreadsheet(rows: readonly Row[], language: Language): Promise<Uint8Array> {
  const w = words[language].sheet
  const header = [w.partner, w.native, w.country, w.kind, w.status, w.stage, w.last, w.ends, w.published]
  const written = await writeXlsx({
    sheets: [
      {
        name: w.title,
        columns: [32, 20, 18, 28, 28, 24, 18, 18, 12].map((width) => ({ width })),
        rows: [header, ...rows.map((row) => cellsOf(row, language))],
        freezePane: { rows: 1 },
      },
    ],
  })
  return new Uint8Array(written)
}

function cellsOf({ partner, label, status, stage, lastOn, endsOn, published }: Row, language: Language): string[] {
  const w = words[language]
  const date = (day: string | null) => (day === null ? '' : formatDate(day, language))
  return [
    partner === null ? (label ?? '') : nameIn(language, { name: partner.name, names: partner.names ?? {} }),
    partner?.nativeName ?? '',
    countryWord(partner?.country, language),
    partner?.kind == null ? '' : partnerWords[language].kind[partner.kind as PartnerKind],
    status === null ? '' : w.status[status],
    stage === null ? '' : procedureWords[language].stage.short[stage as StageId],
    date(lastOn),
    date(endsOn),
    published ? w.sheet.yes : w.sheet.no,
  ]
}

/** A country's name, or its code where the catalogue has no name for it. */
function countryWord(code: string | null | undefined, language: Language): string {
  const names: Record<string, string> = referenceWords[language].country
  return code == null ? '' : (names[code.toLowerCase()] ?? code)
}
