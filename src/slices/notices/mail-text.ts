import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** A part of a mail: its heading, at most seven lines, each with the page where it is done, and how many more there are. */
export interface Section {
  title: string
  lines: readonly { text: string; to: string }[]
  more: number
}

export interface Told {
  subject: string
  sections: readonly Section[]
}

/** How many lines of a section a mail holds. */
export const linesMost = 7

/** A mail in plain text. `to` of a line is a path of the workspace; `stop` is the address that ends these
 * mails; without it the reader has no account: no line leads anywhere, and the foot says whom to ask. */
export function mailText(
  { sections }: Told,
  { language, baseUrl, stop }: { language: Language; baseUrl: string; stop?: string },
): string {
  const w = words[language].mail
  const parts = sections.map(({ title, lines, more }) => {
    const shown = lines.slice(0, linesMost)
    const rest = more + lines.length - shown.length
    const told = shown.map(({ text, to }) => (stop === undefined ? `- ${text}` : `- ${text}\n  ${baseUrl}/kerja${to}`))
    return [title, ...told, ...(rest > 0 ? [w.more({ n: rest })] : [])].join('\n')
  })
  if (stop === undefined) return `${[...parts, w.agency].join('\n\n')}\n`
  const foot = `${w.change}\n${baseUrl}/kerja/pengaturan/pemberitahuan\n${w.stop}\n${stop}`
  return `${[...parts, foot].join('\n\n')}\n`
}
