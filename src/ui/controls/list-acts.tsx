import { chatText } from '../../shared/chat-text.ts'
import type { Endpoint } from '../../shared/endpoint.ts'
import { formatNumber } from '../../shared/format.ts'
import { CopyButton } from './copy-button.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

export type ListActsProps = {
  title: string
  /** A line of a message for each entry at hand. */
  lines: readonly string[]
  /** Absent for who may not take the list along as a file. */
  endpoint?: Pick<Endpoint, 'path' | 'method' | 'takes'> | undefined
  input?: Record<string, unknown>
}

/** A short list into a chat, into a spreadsheet, onto paper. */
export function ListActs({ title, lines, endpoint, input = {} }: ListActsProps) {
  const language = useLanguage()
  const more = (n: number) => words[language].copy.more({ n: formatNumber(n, language) })
  return (
    <div className="acts list-acts">
      <CopyButton text={() => chatText({ title, lines, more })} />
      {endpoint !== undefined && <DownloadMenu endpoint={endpoint} input={input} />}
    </div>
  )
}
