import type { Visit } from '../../platform/portal.ts'
import { words as shellWords } from '../shell/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

interface ActsProps {
  visit: Visit
  /** The page's path without language. */
  page: string
}

/** [Bagikan] above a public page. A preview has none: nobody else could open it. */
export function ShareLink({ visit: { language, fileAt }, page }: ActsProps) {
  if (fileAt !== undefined) return null
  return (
    <a className="btn" href={`/${language}${page}/bagikan`}>
      {shellWords[language].share}
    </a>
  )
}

/** [Bagikan] and [Cetak]. */
export function ShareActs({ visit, page }: ActsProps) {
  const { language, fileAt, query } = visit
  if (fileAt !== undefined) return null
  const per = query['per'] === undefined ? '' : `per=${encodeURIComponent(query['per'])}&`
  return (
    <>
      <ShareLink visit={visit} page={page} />
      <a className="btn" href={`?${per}cetak=1`} rel="nofollow">
        {shellWords[language].print}
      </a>
    </>
  )
}

/** How to print, where [Cetak] was pressed: a page without script cannot open the browser's own window for it. */
export function PrintHint({ visit: { language, query } }: Pick<ActsProps, 'visit'>) {
  if (query['cetak'] !== '1') return null
  const w = words[language].print
  const back = query['per'] === undefined ? '?' : `?per=${encodeURIComponent(query['per'])}`
  return (
    <p className="note" role="note">
      {w.hint} <a href={back}>{w.back}</a>
    </p>
  )
}
