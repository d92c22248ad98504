import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** "Ada yang keliru?" on a public page; `page` is its address without language, `topic` the source sheet it is about. */
export function IsWrong({ language, page, topic }: { language: Language; page: string; topic?: string }) {
  return (
    <p className="key gap3">
      <a href={`/${language}${page}/keliru${topic === undefined ? '' : `?tentang=${topic}`}`} rel="nofollow">
        {words[language].ask}
      </a>
    </p>
  )
}
