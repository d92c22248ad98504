import type { Page, Visit } from '../../platform/portal.ts'
import { words } from './messages/words.gen.ts'

/** A page with the word above it that it is not published, and the way back to where that is decided. */
export function markPreview(page: Page, { language }: Pick<Visit, 'language'>, decidedAt: string): Page {
  const w = words[language].preview
  return {
    ...page,
    body: (
      <>
        <p className="note" role="note">
          {w.bar} <a href={`/kerja${decidedAt}`}>{w.back}</a>
        </p>
        {page.body}
      </>
    ),
  }
}
