import { addressOf, type Endpoint } from '../../shared/endpoint.ts'
import { Menu } from './menu.tsx'
import { useLanguage } from './visitor.ts'
import { words } from './messages/words.gen.ts'

const formats = ['csv', 'xlsx', 'pdf'] as const

export type DownloadMenuProps = {
  /** The list as CSV; the same address with another ending is the workbook and the page. */
  endpoint: Pick<Endpoint, 'path' | 'method' | 'takes'>
  input: Record<string, unknown>
  /** Another label than "Unduh", where a page has two lists. */
  label?: string
}

/** [Unduh]: the list as it stands, for programs, for a spreadsheet, on paper. */
export function DownloadMenu({ endpoint, input, label }: DownloadMenuProps) {
  const w = words[useLanguage()].download
  return (
    <Menu label={label ?? w.label}>
      {formats.map((format) => {
        const { url } = addressOf({ ...endpoint, path: endpoint.path.replace(/\.csv$/, `.${format}`) }, input)
        return (
          <a key={format} className="btn sm" href={url} download>
            {w[format]}
          </a>
        )
      })}
    </Menu>
  )
}
