import { useHref, useLocation } from 'react-router'
import { useIsSigned } from '../ui/controls/signed.ts'
import { useLanguage } from '../ui/controls/visitor.ts'
import { words } from './messages/words.gen.ts'

/** The session ended while somebody was typing: nothing is covered or cleared, and the way back in is one link. */
export function SignedOutBanner() {
  const language = useLanguage()
  const w = words[language].signedOut
  const here = useHref(useLocation().pathname)
  if (useIsSigned()) return null
  return (
    <div className="notice" role="alert">
      <p>
        <b>{w.title}</b> {w.kept}{' '}
        <a href={`/${language}/masuk?ke=${encodeURIComponent(here)}`} target="_blank" rel="noopener">
          {w.signIn}
        </a>
      </p>
    </div>
  )
}
