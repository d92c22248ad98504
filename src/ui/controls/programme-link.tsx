import { Link } from 'react-router'
import { words } from './messages/words.gen.ts'
import { useLanguage } from './visitor.ts'

/** The way back from a list of Program to Program itself, above its heading: on a phone the rail is out of sight. */
export function ProgrammeLink() {
  return (
    <p className="key">
      <Link to="/program">{words[useLanguage()].programme}</Link>
    </p>
  )
}
