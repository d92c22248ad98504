import type { Reading } from '../../platform/call.ts'
import { fileNameOf, type ListFile } from '../../platform/list-file.ts'
import { words } from './messages/words.gen.ts'
import { getToday } from './queries.ts'
import { tellLine } from './ui/tell-line.ts'

/** What waits for somebody on a day, in the order of her page: about what, and what is to be done. */
export async function todayFile({ tx, who, on, language }: Pick<Reading, 'tx' | 'who' | 'on' | 'language'>) {
  const w = words[language]
  const { lines } = await getToday(tx, { who, on, all: true })
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    narrowed: [who.name],
    header: [w.sheet.about, w.needsYou, w.sheet.act],
    rows: lines.map((line) => {
      const { name, text, act } = tellLine(line as never, language, { on })
      return [name, text, act]
    }),
  } satisfies ListFile
}
